//! What stands around a document, in the forms that sites give it: made-up documents, one of
//! each form, with the header they must give.
#![allow(clippy::unwrap_used)]

mod made_up;

use gongwen::{Header, parse};
use made_up::{check, removed};

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

const NOTICE: &str = "各区人民政府:\n现将《某市防汛方案》印发给你们,请认真贯彻执行。\n\
     广州市人民政府办公厅\n2024年5月6日\n某市防汛方案\n为加强防汛工作,制定本方案。\n\
     一、加强值守。落实责任。\n二、及时报送。逐级上报。\n";

const TITLE: &str = "广州市人民政府办公厅关于印发某市防汛方案的通知";

#[test]
fn a_title_that_opens_with_a_body_needs_no_line_above_it() {
    for above in [
        "失效",
        "繁体版本 | 本站支持新标准",
        "• 关怀\n  • 大字",
        "某某政策服务平台",
        "主办单位:某市宣传部\n承办单位:某某网",
        "聚焦中央会议2023稳秋粮夺丰收",
        "— — — 2 —",
        "— 3 —\n广州市人民政府办公厅",
        "广州市人民政府办公厅关于印发某市防汛方案的通知-广州市人民政府门户网站",
    ] {
        check(&format!("{above}\n{TITLE}\n{NOTICE}"), &[("title", TITLE)]);
    }
    check(&format!("政务服务丨{TITLE}\n{NOTICE}"), &[("title", TITLE)]);
}

#[test]
fn lines_of_one_title_stay_together() {
    for (lines, title) in [
        ("广州市人民政府办公厅\n关于印发某市防汛方案的通知", TITLE),
        ("广州市人民政府办公厅关于\n印发某市防汛方案的通知", TITLE),
        (
            "广州市水务局\n广州市应急管理局关于印发防汛方案的通知",
            "广州市水务局广州市应急管理局关于印发防汛方案的通知",
        ),
        (
            "广州市防汛规划\n（2021年-2035年）\n（草案）",
            "广州市防汛规划（2021年-2035年）（草案）",
        ),
    ] {
        check(&format!("{lines}\n{NOTICE}"), &[("title", title)]);
    }
}

#[test]
fn fields_without_colons() {
    let document = check(
        &format!(
            "{TITLE}\n2024-05-08 10:00 市政府办公厅\n索 引 号 MB1534522/2024-05475 发文日期 2024-05-06\n\
             发布机构 市政府办公厅 文    号 穗府办〔2024〕1号\n分   类 政务公开 有 效 性 有效\n{NOTICE}"
        ),
        &[
            ("title", TITLE),
            ("index_number", "MB1534522/2024-05475"),
            ("date_published", "2024-05-08"),
        ],
    );
    assert_eq!(
        document.header.document_number.unwrap().text,
        "穗府办〔2024〕1号"
    );
    assert!(!document.text.contains("索 引 号"));
    let glued = check(
        &format!(
            "索引号01236931-5/2024-34734\n发文字号 发文时间2024-05-06\n发文机关广州市人民政府办公厅\n\
             标题{TITLE}\n主题分类其他 发布日期2024-05-09\n\n{TITLE}\n{NOTICE}"
        ),
        &[("title", TITLE), ("index_number", "01236931-5/2024-34734")],
    );
    assert!(!glued.text.contains("主题分类"));
    let lone = check(
        &format!(
            "索取号\n3589258689/2024-00028\n载体类型\n发布机构\n广州市人民政府办公厅\n记录形式\n\
             内容描述\n穗府办〔2024〕1号\n{TITLE}\n{NOTICE}"
        ),
        &[("title", TITLE), ("index_number", "3589258689/2024-00028")],
    );
    assert!(lone.text.starts_with("穗府办〔2024〕1号\n广州市"));
    let bulleted = check(
        &format!(
            "• 755156513/2024-00300\n • 市政府\n • 通知\n • 2024-05-06\n • 穗府办〔2024〕1号\n{TITLE}\n{NOTICE}"
        ),
        &[("title", TITLE), ("index_number", "755156513/2024-00300")],
    );
    assert!(!bulleted.text.contains("市政府\n"));
}

#[test]
fn lines_of_a_document_are_no_fields() {
    let text = format!(
        "{TITLE}\n穗府办〔2024〕1号\n{NOTICE}三、经费保障。标题要醒目。\n\
         类别 名称 数量\n公开范围 由各区确定\n"
    );
    let document = check(&text, &[("title", TITLE)]);
    assert!(
        document
            .text
            .contains("类别 名称 数量\n公开范围 由各区确定")
    );
    assert!(document.text.contains("穗府办〔2024〕1号"));
}

#[test]
fn a_document_behind_news() {
    for lead in ["文件详情如下:", "原文如下：", "通知全文如下："] {
        check(
            &format!(
                "日前,广州市印发某市防汛方案。方案要求各区落实责任,完善预案,加强值守,及时报送信息,\
                 切实保障人民群众生命财产安全。\n{lead}\n{TITLE}\n{NOTICE}"
            ),
            &[("title", TITLE), ("addressees", "[\"各区人民政府\"]")],
        );
    }
    // What a document itself leads over to is no other document.
    check(
        "某市防汛情况\n现将有关情况通报，为加强防汛工作，各区要落实责任，完善预案，加强值守，及时报送信息。\n\
         全文如下：\n一、加强值守。落实责任。\n",
        &[("title", "null")],
    );
}

#[test]
fn from_when_and_how_long_a_document_is_in_force() {
    for (clause, effective, expiry) in [
        (
            "本办法自2024年4月1日起实施,有效期5年。",
            "2024-04-01",
            "2029-03-31",
        ),
        (
            "本办法自印发之日起施行,有效期两年。",
            "2024-05-08",
            "2026-05-07",
        ),
        ("本办法自公布之日起施行。", "2024-05-06", "null"),
        (
            "本办法自印发之日起施行,有效期至2026年12月31日。",
            "2024-05-08",
            "2026-12-31",
        ),
        (
            "上述措施执行期自发布之日起至2024年12月底。",
            "null",
            "2024-12",
        ),
        ("该合同自签订之日起生效,有效期5年。", "null", "null"),
        ("评定结果有效期三年。", "null", "null"),
    ] {
        check(
            &format!(
                "广州市防汛办法\n第一条　为加强防汛工作,制定本办法。\n第二条　{clause}\n\
                 广州市人民政府\n2024年5月6日\n公开方式：主动公开\n广州市人民政府办公厅 2024年5月8日印发\n"
            ),
            &[
                ("date_effective", effective),
                ("date_expiry", expiry),
                ("note", "公开方式：主动公开"),
            ],
        );
    }
}

#[test]
fn the_line_that_puts_a_statute_in_force() {
    for (line, date, issuer) in [
        (
            "（2011年12月15日广州市人民政府令第61号公布，自2012年2月1日起施行）",
            "2011-12-15",
            "[\"广州市人民政府\"]",
        ),
        (
            "1996年6月14日 国家计划委员会发布",
            "1996-06-14",
            "[\"国家计划委员会\"]",
        ),
        (
            "（2011-12-15 广州市人民政府公布）",
            "2011-12-15",
            "[\"广州市人民政府\"]",
        ),
        (
            "2011.12.15 广州市人民政府发布",
            "2011-12-15",
            "[\"广州市人民政府\"]",
        ),
        (
            "（1996年9月26日某市人大常委会第三十次会议通过）",
            "1996-09-26",
            "[\"某市人大常委会\"]",
        ),
    ] {
        check(
            &format!("防汛工作管理办法\n{line}\n第一条　为加强防汛工作,制定本办法。\n"),
            &[("date_issued", date), ("issuing_authorities", issuer)],
        );
    }
}

#[test]
fn reports_without_a_title() {
    check(
        "各位代表:\n现在,我代表闽清县人民政府,向大会报告工作,请予审议。\n一、工作回顾\n成效明显。\n",
        &[
            ("genre", "报告"),
            ("issuing_authorities", "[\"闽清县人民政府\"]"),
        ],
    );
    check(
        "各位代表:\n现在,我代表市人民政府,向大会报告工作,请予审议。\n一、工作回顾\n成效明显。\n",
        &[("genre", "报告"), ("issuing_authorities", "[]")],
    );
}

#[test]
fn what_a_portal_says_to_its_readers() {
    let document = check(
        &format!(
            "已阅读5页,还剩9页未读, 继续免费阅读\n第1页 / 共13页\n由会员分享,可在线阅读\n下面是小编整理的方案,欢迎大家阅读!\n今天是:\n\
             扫一扫在手机上查看当前页面\n{TITLE}\n{NOTICE}(未完,全文共829字,当前显示249字)\n"
        ),
        &[("title", TITLE)],
    );
    removed(
        &document,
        &[
            ("strip/portal-note", "已阅读5页,还剩9页未读, 继续免费阅读"),
            ("strip/portal-note", "第1页 / 共13页"),
            ("strip/portal-note", "由会员分享,可在线阅读"),
            ("strip/portal-note", "下面是小编整理的方案,欢迎大家阅读!"),
            ("strip/controls", "今天是:"),
            ("strip/controls", "扫一扫在手机上查看当前页面"),
            ("strip/portal-note", "(未完,全文共829字,当前显示249字)"),
        ],
    );
}

#[test]
fn what_a_site_adds_to_title_number_and_values() {
    check(
        "某市人民政府办公室关于印发某市养老托育领域实施方案的通知（有效）\n\n各乡镇政府：\n\n\
         现印发给你们。\n\n一、加强领导。\n",
        &[
            (
                "title",
                "某市人民政府办公室关于印发某市养老托育领域实施方案的通知",
            ),
            ("enclosed_title", "某市养老托育领域实施方案"),
        ],
    );
    check(
        "某省人民政府办公厅关于印发某省消防事业发展规划的通知\n\n慧聪消防网讯 某政办发〔2017〕50号 \
         各市、自治州人民政府，省政府各部门：\n\n现印发给你们。\n\n一、加强领导。\n",
        &[
            (
                "document_number",
                r#"{"agency_code":"某政办发","serial":50,"text":"某政办发〔2017〕50号","year":2017}"#,
            ),
            ("addressees", r#"["各市、自治州人民政府","省政府各部门"]"#),
        ],
    );
    let document = check(
        "• 索引号:\n\n• 001008/2024-67864\n• 发布部门:\n\n• 某县农业农村局\n• 法规类别: 农业\n\n\
         关于第239号建议的函\n\n陈某代表:\n\n您的建议收悉。\n",
        &[
            ("title", "关于第239号建议的函"),
            ("index_number", "001008/2024-67864"),
            ("issuing_authorities", r#"["某县农业农村局"]"#),
        ],
    );
    removed(&document, &[("strip/metadata", "• 法规类别: 农业")]);
    check(
        "某市推动软件产业高质量发展的若干措施政策咨询\n\n为贯彻《国务院关于印发新时期若干政策的通知》\
         （国发〔2020〕8号）、《工业和信息化部关于印发软件发展规划的通知》，制定本措施。\n\n一、加强领导。\n",
        &[("title", "某市推动软件产业高质量发展的若干措施政策咨询")],
    );
}

#[test]
fn an_enclosed_title_that_a_page_cut_short() {
    check(
        "某省人民政府办公厅关于印发某示范区职业教育发展规划（2010—2015年）的通知\n某政办〔2011〕30号\n\
         各市、县人民政府：\n《某示范区职业教育发展规划（2010—2015年）》业经同意，现印发给你们。\n\
         某省人民政府办公厅\n2011年4月14日\n发展规划\n一、目的\n加强领导。\n",
        &[("enclosed_title", "某示范区职业教育发展规划（2010—2015年）")],
    );
}

#[test]
fn what_stands_right_above_a_title() {
    check(
        "附件\n某市竹产业重点任务责任清单\n序号 1 建设基地。\n一、加强领导。各区要落实。\n",
        &[("title", "某市竹产业重点任务责任清单")],
    );
    check(
        "印发通知\n某省人民政府办公厅\n关于印发《某省行动方案》的通知\n各市州人民政府：\n现印发给你们。\n\
         某省人民政府办公厅\n2022年8月24日\n方案全文\n某省行动方案\n一、总体要求\n加强领导。\n",
        &[
            ("title", "某省人民政府办公厅关于印发《某省行动方案》的通知"),
            ("enclosed_title", "某省行动方案"),
        ],
    );
    check(
        "• 营业执照\n好律师> 法律法规库> 政策参考> 福建省人民政府关于防治工作的通知\n• 【发布日期】2006-08-29\n\n\
         福建省人民政府关于防治工作的通知\n\n各市人民政府：\n\n现通知如下。\n\n一、加强领导。\n",
        &[("title", "福建省人民政府关于防治工作的通知")],
    );
    check(
        "某省教育厅文件\n某教发[2015]1号关于印发《某省教育厅2015年工作要点》的通知\n各市教育局:\n现印发给你们。\n一、加强领导。\n",
        &[
            ("title", "关于印发《某省教育厅2015年工作要点》的通知"),
            (
                "document_number",
                r#"{"agency_code":"某教发","serial":1,"text":"某教发〔2015〕1号","year":2015}"#,
            ),
        ],
    );
    let prose = "各乡镇要落实责任，加强值守，及时报送信息。".repeat(12);
    check(
        &format!(
            "20XX年秸秆禁烧工作方案为深入贯彻落实有关法律，特制定本方案。一、加强领导。{prose}\n"
        ),
        &[("title", "20XX年秸秆禁烧工作方案")],
    );
    check(
        "• 公文生成日期:2025-05-21\n• 备注/文号:某发改函〔2025〕98号\n关于第1377号建议的答复\n黄某代表:\n收悉。\n",
        &[
            ("date_issued", "2025-05-21"),
            ("title", "关于第1377号建议的答复"),
        ],
    );
}

#[test]
fn a_work_report_is_of_the_government_that_gives_it() {
    for meeting in [
        "——2013年3月6日在浚县十四届人民代表大会第二次会议上",
        "——2013年3月6日在浚县第十四届人民代表大会第二次会议上",
        "——2013年3月6日在浚县第14届\n人民代表大会第二次会议上",
    ] {
        check(
            &format!(
                "政府工作报告\n{meeting}\n县长 郑 辉\n各位代表：\n现在，我代表县人民政府，向大会作报告。\n一、工作回顾\n成绩很大。\n"
            ),
            &[
                ("title", "政府工作报告"),
                ("date_issued", "2013-03-06"),
                ("issuing_authorities", r#"["浚县人民政府"]"#),
            ],
        );
    }
}

#[test]
fn a_duty_below_the_last_item_is_no_field_of_the_site() {
    for end in ["\n", "\n（二）加强管理。做好工作。\n责任部门：市公安局\n"]
    {
        let document = check(
            &format!(
                "某市2025年工作方案\n一、重点任务\n（一）加强建设。做好工作。\n责任部门：市教育局{end}"
            ),
            &[("title", "某市2025年工作方案")],
        );
        assert!(document.removed.is_empty(), "{:?}", document.removed);
        for task in &document.tasks {
            assert_eq!(task.responsibilities.len(), 1, "{}", task.path);
        }
    }
}

#[test]
fn a_number_that_runs_into_the_title() {
    for mark in ["", "（此文件废止）"] {
        let document = check(
            &format!(
                "{mark}某政办发〔2018〕69号某市人民政府办公室关于防汛工作的通知\n\
                 各乡镇人民政府：\n现通知如下。\n一、加强领导。\n"
            ),
            &[("addressees", r#"["各乡镇人民政府"]"#)],
        );
        let number = document.header.document_number.map(|number| number.text);
        assert_eq!(number.as_deref(), Some("某政办发〔2018〕69号"), "{mark}");
        let title = document.header.title.unwrap();
        assert_eq!(title, "某市人民政府办公室关于防汛工作的通知", "{mark}");
    }
}
