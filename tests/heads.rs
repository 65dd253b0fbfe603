//! What stands around a document, in the forms that sites give it: made-up documents, one of
//! each form, with the header they must give.
#![allow(clippy::unwrap_used)]

use gongwen::{Document, Header, parse};

/// Reads a text and checks each field given, by its JSON name.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) -> Document {
    let document = parse(text.as_bytes()).unwrap().document;
    let header = serde_json::to_value(&document.header).unwrap();
    for (field, value) in expected {
        let found = &header[*field];
        let found = found
            .as_str()
            .map_or_else(|| found.to_string(), str::to_owned);
        assert_eq!(&found, value, "{field}");
    }
    document
}

#[track_caller]
fn removed(document: &Document, lines: &[(&str, &str)]) {
    for (rule, words) in lines {
        let found = document
            .removed
            .iter()
            .find(|removed| removed.text.trim() == *words);
        let found = found.map(|removed| removed.rule.as_str());
        assert_eq!(found, Some(*rule), "{words}");
    }
}

#[test]
fn fields_in_a_bulleted_list() {
    let document = check(
        "• 索引号:1234567/2021-001\n  • 发布机构:县人民政府办公室\n  • 生成日期:2021-03-23\n\
         2021年重点任务(某政发〔2021〕2号)\n来源:县政府   2021-03-23 10:56\n\n\
         各乡镇人民政府:\n\n一、强化责任落实。各单位要抓好落实。\n二、加强督查。定期调度。\n",
        &[
            ("title", "2021年重点任务"),
            ("index_number", "1234567/2021-001"),
            ("date_issued", "2021-03-23"),
            ("addressees", "[\"各乡镇人民政府\"]"),
        ],
    );
    assert_eq!(document.tasks.len(), 2);
    removed(
        &document,
        &[("strip/metadata", "• 索引号:1234567/2021-001")],
    );
}

#[test]
fn a_value_below_its_label() {
    let document = check(
        "返回顶部\n\n某县人民政府工作规则\n\n  • 索引号:\n\n    6100/2024-001\n  • 主题分类:\n\n\
           • 发文机构:\n\n    县政府网站\n  • 发文字号:\n\n    某政发〔2024〕7号\n  • 内容概述:\n\n\
         某县人民政府工作规则\n\n第一章总则\n\n一、根据有关规定,制定本规则。\n\n\
         第二章   组成人员\n\n二、县政府由县长、副县长组成。\n",
        &[
            ("title", "某县人民政府工作规则"),
            ("index_number", "6100/2024-001"),
            ("addressees", "[]"),
        ],
    );
    let number = document.header.document_number.unwrap();
    assert_eq!(number.text, "某政发〔2024〕7号");
    assert!(
        !document
            .header
            .issuing_authorities
            .iter()
            .any(|name| name.contains("网站"))
    );
    let kinds: Vec<_> = document.tasks.iter().map(|task| task.kind).collect();
    assert_eq!(kinds, [gongwen::TaskKind::Provision; 2]);
}

#[test]
fn the_way_to_the_page_and_its_controls() {
    let document = check(
        "返 回\n所在位置: 某某网 > 热点专题\n>> 专题专栏 >> 2023重点工作\n\
         某市人民政府办公厅关于印发2020年工作方案的通知\n发布时间:2020-05-29 14:36:23\n\n\
         各区人民政府:\n\n现将工作方案印发给你们。\n\n某市人民政府办公厅\n\n2020年5月20日\n",
        &[
            ("title", "某市人民政府办公厅关于印发2020年工作方案的通知"),
            ("date_issued", "2020-05-20"),
            ("date_published", "2020-05-29"),
        ],
    );
    removed(
        &document,
        &[
            ("strip/controls", "返 回"),
            ("strip/breadcrumb", "所在位置: 某某网 > 热点专题"),
            ("strip/breadcrumb", ">> 专题专栏 >> 2023重点工作"),
        ],
    );
}

#[test]
fn the_title_three_times() {
    let document = check(
        "某某网--中国某某信息网\n关于印发某市文明工地管理规定的通知\n\n\
         时间:2024-05-17 17:46:36 来源: 某某网 阅读:8471\n下载地址: 点击此处下载\n\n\
         关于印发某市文明工地管理规定的通知\n\n某市建设委员会\n\n\
         某建建[2003]89号\n\n各区建委:\n\n现将规定印发给你们,请按照执行。\n\n\
         某市建设委员会\n\n二OO三年二月二十一日\n",
        &[
            ("title", "关于印发某市文明工地管理规定的通知"),
            ("date_issued", "2003-02-21"),
            ("issuing_authorities", "[\"某市建设委员会\"]"),
        ],
    );
    removed(
        &document,
        &[
            ("strip/site-name", "某某网--中国某某信息网"),
            (
                "strip/duplicate-title",
                "关于印发某市文明工地管理规定的通知",
            ),
            ("strip/metadata", "下载地址: 点击此处下载"),
        ],
    );
}

#[test]
fn a_title_broken_inside_its_quotes() {
    check(
        "某政办发〔2023〕9号\n\n某市人民政府办公室\n\n关于印发《某市贯彻落实〈关于打好经济\n\n\
         增长主动仗的若干政策\n\n措施〉实施方案》的通知\n\n\
         各县市区人民政府,市直机关各单位,中央、省在某各单位:\n\n\
         现将《某市贯彻落实〈关于打好经济增长主动仗的若干政策措施〉实施方案》印发给你们。\n\n\
         2023年3月15日\n\n某市贯彻落实《关于打好经济增长主动仗\n\n的若干政策\n\n措施》实施方案\n\n\
         为贯彻落实上级精神,制定本方案。\n\n一、促进消费。加大补贴力度。\n",
        &[
            (
                "title",
                "某市人民政府办公室关于印发《某市贯彻落实〈关于打好经济增长主动仗的若干政策措施〉实施方案》的通知",
            ),
            (
                "enclosed_title",
                "某市贯彻落实《关于打好经济增长主动仗的若干政策措施》实施方案",
            ),
            (
                "addressees",
                "[\"各县市区人民政府\",\"市直机关各单位\",\"中央、省在某各单位\"]",
            ),
        ],
    );
}

#[test]
fn what_a_notice_carries_may_end_in_any_word() {
    check(
        "某市人民政府办公室关于印发2023年责任分解的通知\n\n各县(市、区)人民政府:\n\n\
         《2023年重点工作责任划分》已经市政府同意,现印发给你们。\n\n某市人民政府办公室\n\n\
         2023年3月1日\n\n2023年重点工作责任划分\n\n序号\n\n主 要 工 作 任 务\n\n责任单位\n\n\
         1\n\n生产总值增长6%左右。\n\n市发展改革委\n\n2\n\n研发投入强度达到3.5%。\n\n市科技局\n",
        &[("enclosed_title", "2023年重点工作责任划分")],
    );
}

#[test]
fn titles_with_a_column_before_them_or_without_a_genre() {
    check(
        "【规范性文件】某市人民政府办公厅关于印发某方案的通知\n各区县人民政府:\n现将方案印发给你们。\n",
        &[("title", "某市人民政府办公厅关于印发某方案的通知")],
    );
    check(
        "2023年重点工作一览\n时间:2023-07-11 17:01 浏览次数: 信息来源: 某市政府\n\n\
         一、主要目标\n\n1.生产总值增长6%以上。\n\n2.工业增加值增长8%。\n",
        &[("title", "2023年重点工作一览")],
    );
}

#[test]
fn a_code_is_no_issuer() {
    let header: Header = check(
        "某阳市鼓励投资的规定\n\n某政令[1997]29号\n\n第一条 为鼓励投资,制定本规定。\n第二条 本规定适用于本市。\n",
        &[("title", "某阳市鼓励投资的规定")],
    )
    .header;
    assert!(!header.issuing_authorities.contains(&"某政".to_owned()));
}

#[test]
fn level_and_place_of_the_issuer() {
    let read = |text: &str| {
        let header = parse(text.as_bytes()).unwrap().document.header;
        let region = header.region.map(|region| region.code);
        (header.level.map(|level| level.as_str()), region)
    };
    assert_eq!(
        read(
            "慈溪市人民政府关于防汛工作的通知\n\n各镇人民政府:\n\n现将有关事项通知如下。\n"
        ),
        (Some("county"), Some("330282".to_owned()))
    );
    assert_eq!(
        read(
            "国务院办公厅关于防汛工作的通知\n\n各省、自治区、直辖市人民政府:\n\n现通知如下。\n"
        ),
        (Some("national"), None)
    );
    assert_eq!(
        read("县人民政府办公室关于防汛工作的通知\n\n各乡镇人民政府:\n\n现通知如下。\n"),
        (Some("county"), None)
    );
}
