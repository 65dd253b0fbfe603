//! Headers of made-up documents, one class of wording each.

use crate::parse;

const BODY: &str = "各区人民政府：\n为做好防汛工作，现将有关事项通知如下，请认真组织实施，并及时报告\
    进展情况，确保人民群众生命财产安全。\n一、加强值守。各单位落实值班制度。\n";

/// Checks fields, by their JSON names, of the header of a text.
#[track_caller]
fn reads(text: &str, expected: &[(&str, &str)]) {
    let header = parse(text.as_bytes()).unwrap().document.header;
    let header = serde_json::to_value(header).unwrap();
    for (field, value) in expected {
        let found = &header[*field];
        let found = match (found.as_str(), &found["text"]) {
            (Some(words), _) => words.to_owned(),
            (None, serde_json::Value::String(words)) => words.clone(),
            _ => found.to_string(),
        };
        assert_eq!(&found, value, "{field} of {text}");
    }
}

#[test]
fn minutes_have_number_body_and_date_above_the_text() {
    reads(
        "〔2011〕28号\n永康市人民政府办公室 二○一一年八月二十七日\n一、会议听取了汇报。会议认为，要加快推进。\n",
        &[
            ("document_number", "〔2011〕28号"),
            ("issuing_authorities", "[\"永康市人民政府办公室\"]"),
            ("date_issued", "2011-08-27"),
        ],
    );
    // A date alone says when the page went up.
    reads(
        &format!("某市防汛方案\n某政发〔2020〕3号\n某市人民政府 2020-05-06\n{BODY}"),
        &[("date_issued", "null")],
    );
}

#[test]
fn the_body_above_the_salutation_of_a_report_issues_it() {
    reads(
        "黄平县2022年预算执行情况和2023年预算草案的报告\n(2023年2月8日在县第十七届人民代表大会第二次会议上)\n\
         黄平县财政局\n各位代表:\n受县人民政府委托,现将预算草案提请大会审议。\n一、预算执行情况\n收支运行总体平稳。\n",
        &[
            ("issuing_authorities", "[\"黄平县财政局\"]"),
            ("addressees", "[\"各位代表\"]"),
            ("date_issued", "2023-02-08"),
        ],
    );
}

#[test]
fn so_does_the_body_above_that_of_a_report_to_the_standing_committee() {
    reads(
        "某市2018年市级决算草案的报告\n——2019年9月2日在某市第七届人民代表大会常务委员会第二十八次会议上\n\
         潮州市财政局\n主任、各位副主任、秘书长、各位委员:\n受市人民政府委托,现报告决算草案。\n一、决算情况\n收支平稳。\n",
        &[
            ("issuing_authorities", "[\"潮州市财政局\"]"),
            (
                "addressees",
                "[\"主任\",\"各位副主任\",\"秘书长\",\"各位委员\"]",
            ),
            ("date_issued", "2019-09-02"),
        ],
    );
}

#[test]
fn date_and_number_may_share_a_line() {
    reads(
        &format!(
            "某省人民政府关于防汛工作的意见\n某办发〔2009〕59号 二○○九年十二月八日\n{BODY}"
        ),
        &[
            ("document_number", "某办发〔2009〕59号"),
            ("date_issued", "2009-12-08"),
        ],
    );
    reads(
        &format!(
            "某省人民政府关于防汛工作的意见\n某办发〔2009〕59号 二○○九年十二月\n{BODY}"
        ),
        &[("date_issued", "null")],
    );
}

#[test]
fn titles_lose_what_a_site_put_beside_them() {
    for (printed, title) in [
        (
            "某市人民政府关于防汛工作的通知 | |||\n| |||",
            "某市人民政府关于防汛工作的通知",
        ),
        ("应急预案】某镇防汛抗旱应急预案", "某镇防汛抗旱应急预案"),
        ("【应急预案】某镇防汛抗旱应急预案", "某镇防汛抗旱应急预案"),
        (
            "办理结果:B\n对市政协十届一次会议第70号提案的答复",
            "对市政协十届一次会议第70号提案的答复",
        ),
        (
            "对区人大四次会议16号议案《关于公交车线路的建设》\n答 复",
            "对区人大四次会议16号议案《关于公交车线路的建设》答复",
        ),
        (
            "某政办发〔2018〕69号《某市人民政府办公室关于防汛工作的通知》",
            "某市人民政府办公室关于防汛工作的通知",
        ),
        (
            "事关安全!某市最新通报\n某市发布关于安全考核的通报↓↓↓\n某市人民政府关于安全考核结果的通报",
            "某市人民政府关于安全考核结果的通报",
        ),
        (
            "政 府 工 作 报 告\n（2023年1月6日在县人民代表大会上）",
            "政府工作报告",
        ),
        (
            "（此文件废止）某政办发〔2018〕69号某市人民政府办公室关于防汛工作的通知",
            "某市人民政府办公室关于防汛工作的通知",
        ),
        (
            "某省中医药发展行动计划\n（2022—2024年）",
            "某省中医药发展行动计划（2022—2024年）",
        ),
        (
            "高青县人民政府办公室\n高青县人民政府关于防汛工作的通知",
            "高青县人民政府关于防汛工作的通知",
        ),
        (
            "某省中医药发展行动计划\n（2022年3月4日）",
            "某省中医药发展行动计划",
        ),
    ] {
        reads(&format!("{printed}\n{BODY}"), &[("title", title)]);
    }
}

#[test]
fn the_title_that_a_page_had_before() {
    reads(
        "(原标题:某县2024年工作回顾(二))\n这一年，我们新增就业岗位28000个。\n",
        &[("title", "某县2024年工作回顾(二)")],
    );
}

#[test]
fn a_letter_greets_its_addressees() {
    for (line, addressees) in [
        ("尊敬的董春香委员：", "[\"董春香委员\"]"),
        ("各办：", "[\"各办\"]"),
        ("注：", "[]"),
    ] {
        reads(
            &format!(
                "对第70号提案的答复\n{line}\n您提出的提案收悉，现答复如下，请予审阅，感谢您对我市工作的关心与支持，欢迎再提建议。\n"
            ),
            &[("addressees", addressees)],
        );
    }
}

#[test]
fn the_carried_document_may_cite_another() {
    for (title, carried) in [
        (
            "市人民政府关于印发2020年市《政府工作报告》确定的主要目标任务责任分解方案的通知",
            "2020年市《政府工作报告》确定的主要目标任务责任分解方案",
        ),
        (
            "关于印发《政府工作报告》2022年重点工作任务分解方案的通知",
            "《政府工作报告》2022年重点工作任务分解方案",
        ),
        (
            "关于下发《防汛行动计划（2024-2026年）》的通知",
            "防汛行动计划（2024-2026年）",
        ),
        ("关于印发《防汛办法》的通知", "防汛办法"),
        ("关于印发《防汛办法》等2个办法的通知", "防汛办法"),
        ("关于印发《防汛办法》和《抗旱办法》的通知", "防汛办法"),
        ("关于印发《防汛办法（试行）》的通知", "防汛办法（试行）"),
    ] {
        reads(&format!("{title}\n{BODY}"), &[("enclosed_title", carried)]);
    }
}

#[test]
fn a_text_without_a_title_says_what_it_is() {
    for (formula, genre) in [
        ("现提出如下意见。", "意见"),
        ("现提出以下意见。", "意见"),
        ("现提出以下实施意见：", "意见"),
        ("提出如下指导意见。", "意见"),
        ("特制定以下政策措施。", "措施"),
    ] {
        reads(
            &format!(
                "为加快推进防汛工作，{formula}\n一、加强值守\n（一）落实责任。各镇要负起责任。\n"
            ),
            &[("title", "null"), ("genre", genre)],
        );
    }
}

#[test]
fn a_work_report_without_line_breaks_has_title_and_salutation() {
    reads(
        "某某县人民政府政府工作报告工作总结各位代表: 现在,我代表县人民政府,向大会作政府工作报告,请予审议。\n",
        &[
            ("title", "某某县人民政府政府工作报告"),
            ("genre", "报告"),
            ("addressees", "[\"各位代表\"]"),
            ("issuing_authorities", "[\"某某县人民政府\"]"),
        ],
    );
    reads(
        "会议听取了政府工作报告，各位代表：一致同意。\n",
        &[("title", "null")],
    );
}

#[test]
fn a_closing_formula_is_no_part_of_the_name() {
    let middle = "因管制给广大市民出行带来的不便，敬请谅解。".repeat(8);
    reads(
        &format!(
            "关于临时交通管制的通告\n为保障安全，决定实施临时交通管制，现通告如下：{middle} 特此通告 某某市公安局交通警察支队 2023年1月20日\n"
        ),
        &[
            ("issuing_authorities", "[\"某某市公安局交通警察支队\"]"),
            ("date_issued", "2023-01-20"),
        ],
    );
}

#[test]
fn a_name_may_go_on_over_two_lines_of_a_signature() {
    for (lines, names) in [
        (
            "中共绍兴市委人才工作\n领导小组办公室",
            "[\"中共绍兴市委人才工作领导小组办公室\"]",
        ),
        (
            "滨州市安全生产委员会\n办公室",
            "[\"滨州市安全生产委员会办公室\"]",
        ),
        (
            "云南省红河哈尼族彝族自治州\n人民政府办公室",
            "[\"云南省红河哈尼族彝族自治州人民政府办公室\"]",
        ),
        (
            "浙江省财政厅\n浙江省打赢蓝天保卫战三年行动\n领导小组办公室（代章）",
            "[\"浙江省财政厅\",\"浙江省打赢蓝天保卫战三年行动领导小组办公室\"]",
        ),
        ("国家发展改革委\n财政部", "[\"国家发展改革委\",\"财政部\"]"),
        ("特此通知\n办公室", "[\"办公室\"]"),
    ] {
        reads(
            &format!("{BODY}{lines}\n2019年12月16日\n"),
            &[
                ("issuing_authorities", names),
                ("date_issued", "2019-12-16"),
            ],
        );
    }
}

#[test]
fn a_title_in_brackets_names_what_it_carries_without_them() {
    reads(
        &format!(
            "某政办发〔2016〕26号《关于印发〈某市2016年政务公开工作要点〉的通知》\n{BODY}"
        ),
        &[("enclosed_title", "某市2016年政务公开工作要点")],
    );
}

#[test]
fn files_that_a_site_offers_are_the_attachments_of_a_text_that_lists_none() {
    let offered = "【相关附件】\n- [1. 任务分解表.xlsx](/a/b.xlsx)\n- [空间布局图.pdf](./c.pdf) (pdf)\n\n\
         【原文下载】\n- [关于做好防汛工作的通知.pdf](/d.pdf)\n";
    reads(
        &format!("{BODY}{offered}"),
        &[("attachments", "[\"任务分解表\",\"空间布局图\"]")],
    );
    reads(
        &format!("{BODY}附件：值班表\n{offered}"),
        &[("attachments", "[\"值班表\"]")],
    );
}

#[test]
fn a_signature_may_be_followed_by_a_cells_edge() {
    reads(
        &format!("{BODY}国务院办公厅\n2021年4月21日 |\n"),
        &[
            ("issuing_authorities", "[\"国务院办公厅\"]"),
            ("date_issued", "2021-04-21"),
        ],
    );
}

#[test]
fn the_imprint_of_minutes() {
    reads(
        "会议要求，要抓实抓细防汛各项工作，做到提前部署、准备充分、预防得力，确保安全度汛，不留死角。\n\
         本期发:局领导,局机关各科室,局属各单位。\n某某市水务局办公室 2021年8月16日印\n",
        &[
            ("cc", "[\"局领导\",\"局机关各科室\",\"局属各单位\"]"),
            ("printing_authority", "某某市水务局办公室"),
            ("date_printed", "2021-08-16"),
        ],
    );
}

#[test]
fn those_a_bulletin_is_sent_to_stand_on_several_lines() {
    reads(
        &format!(
            "乡村振兴工作简报\n第12期\n{BODY}报：市乡村振兴局，县委领导\n送：县直有关单位\n\
             发：各乡镇　　共印60份\n"
        ),
        &[(
            "cc",
            "[\"市乡村振兴局\",\"县委领导\",\"县直有关单位\",\"各乡镇\"]",
        )],
    );
}

#[test]
fn the_sites_issuer_gives_the_place() {
    reads(
        &format!(
            "∙【制定机关】武汉市人民政府办公厅\n市人民政府办公厅关于防汛工作的通知\n{BODY}"
        ),
        &[("issuing_authorities", "[\"武汉市人民政府办公厅\"]")],
    );
    reads(
        &format!("∙【制定机关】武汉市司法局\n市人民政府办公厅关于防汛工作的通知\n{BODY}"),
        &[("issuing_authorities", "[\"市人民政府办公厅\"]")],
    );
}

#[test]
fn a_number_is_no_attachment() {
    reads(
        &format!("{BODY}附件:某教计〔2022〕195号 附件:2022年经费下拨明细表.xlsx\n"),
        &[("attachments", "[\"2022年经费下拨明细表\"]")],
    );
}

#[test]
fn the_number_of_an_attachment_may_have_two_levels() {
    for note in [
        "附件：\n1.1   2022年经费明细表\n1.2   2022年任务清单\n",
        "附件：1-1.2022年经费明细表\n1-2.2022年任务清单\n",
        "附件：1－1、2022年经费明细表\n1－2、2022年任务清单\n",
    ] {
        reads(
            &format!("{BODY}{note}某市教育局\n2026年4月20日\n"),
            &[("attachments", "[\"2022年经费明细表\",\"2022年任务清单\"]")],
        );
    }
    reads(
        &format!(
            "{BODY}附件：1.10个项目清单\n2.2022年任务清单\n某市教育局\n2026年4月20日\n"
        ),
        &[("attachments", "[\"10个项目清单\",\"2022年任务清单\"]")],
    );
    reads(
        &format!("{BODY}附件：3-6岁儿童体检表\n某市教育局\n2026年4月20日\n"),
        &[("attachments", "[\"3-6岁儿童体检表\"]")],
    );
}

#[test]
fn a_link_to_a_file_is_no_title_of_an_attachment() {
    let signed = format!("{BODY}某市教育局\n2026年4月20日\n");
    reads(&format!("{signed}附件1.docx\n"), &[("attachments", "[]")]);
    reads(
        &format!("{signed}附件1\n经费下拨明细表\n一、总则。\n"),
        &[("attachments", "[\"经费下拨明细表\"]")],
    );
}

#[test]
fn what_has_addressees_or_a_signature_is_a_document() {
    let warns = |text: &str| {
        let parsed = parse(text.as_bytes()).unwrap();
        let codes: Vec<String> = parsed
            .document
            .diagnostics
            .iter()
            .map(|d| d.code.to_string())
            .collect();
        codes
            .iter()
            .any(|code| code == "header/not-a-policy-document")
    };
    let letter = "根据申请，决定下达预算指标，请按照年初计划抓紧安排落实，加强资金管理，提高使用效益。";
    assert!(!warns(&format!(
        "各相关学校：\n{letter}\n某市教育局\n2022年8月9日\n"
    )));
    assert!(!warns(&format!("{letter}\n某市教育局\n2022年8月9日\n")));
    assert!(warns(letter));
}

#[test]
fn a_first_line_that_opens_as_titles_do_is_one() {
    let title = "2021年新昌县政府十方面民生实事进展情况登记表";
    reads(&format!("{title}\n{BODY}"), &[("title", title)]);
    reads(
        &format!("{title}（18页）.docx\n{BODY}"),
        &[("title", title)],
    );
    for line in [
        "武汉市通过《民生实事》进展情况登记",
        "武汉市人民政府办公厅",
        "2021年11月22日星期一上午召开会议",
        "武汉市民生实事 进展情况登记",
        "2021年，武汉市民生实事进展顺利",
        "防汛值守情况登记的若干事项说明如下",
    ] {
        reads(&format!("{line}\n{BODY}"), &[("title", "null")]);
    }
}

#[test]
fn another_bodys_seal_stands_between_name_and_date() {
    reads(
        &format!("{BODY}部际联席会议办公室\n（国家知识产权局代章）\n2021年12月27日\n"),
        &[
            ("issuing_authorities", "[\"部际联席会议办公室\"]"),
            ("date_issued", "2021-12-27"),
        ],
    );
}

#[test]
fn a_carried_plan_keeps_its_years() {
    reads(
        &format!(
            "某市人民政府关于印发《某市防汛行动计划（2025—2030年）》的通知\n{BODY}某市人民政府\n\
             2025年4月16日\n某市防汛行动计划\n（2025—2030年）\n为做好防汛工作，制定本计划。\n"
        ),
        &[("enclosed_title", "某市防汛行动计划（2025—2030年）")],
    );
}

#[test]
fn a_number_above_a_sites_fields_is_no_title() {
    reads(
        &format!(
            "渝府发[2015]41号\n颁布时间:2015-06-24 00:00:00.000 发文单位:重庆市人民政府\n{BODY}"
        ),
        &[
            ("title", "null"),
            ("document_number", "渝府发〔2015〕41号"),
            ("issuing_authorities", "[\"重庆市人民政府\"]"),
            ("date_issued", "2015-06-24"),
        ],
    );
}

#[test]
fn a_note_of_repeal_is_no_note_of_disclosure() {
    for (line, note) in [
        ("（此文件已于2017年12月29日宣布失效）", "null"),
        ("（此件公开发布）", "此件公开发布"),
    ] {
        reads(
            &format!(
                "某市人民政府关于防汛工作的通知\n{BODY}某市人民政府\n2015年4月16日\n{line}\n"
            ),
            &[("note", note)],
        );
    }
}

#[test]
fn a_bulletin_may_close_with_its_body_in_brackets() {
    for (line, issuers) in [
        ("（万载县统计局）", "[\"万载县统计局\"]"),
        ("（完）", "[]"),
        ("（详见附件）", "[]"),
    ] {
        reads(
            &format!(
                "某县2015年统计公报\n{BODY}二、及时报告。全年降雨量1200毫米。\n{line}\n"
            ),
            &[("issuing_authorities", issuers)],
        );
    }
}

#[test]
fn who_puts_a_statute_in_force_stands_behind_the_last_day() {
    reads(
        "乡村振兴责任制实施办法\n（2022年11月28日中共中央批准　2022年11月28日中共中央办公厅、国务院办公厅发布）\n\
         第一章　总则\n第一条　为了落实责任制，制定本办法。\n第二条　各地要落实责任。\n",
        &[
            ("date_issued", "2022-11-28"),
            (
                "issuing_authorities",
                "[\"中共中央办公厅\",\"国务院办公厅\"]",
            ),
        ],
    );
}

#[test]
fn a_flat_text_may_have_title_and_day_behind_blanks() {
    let told = "佛山市公安局认真做好政务公开工作，完善制度，按时公开信息。".repeat(8);
    reads(
        &format!("2021年佛山市公安局政务公开工作总结 2021年12月22日 2021年，{told}\n"),
        &[
            ("title", "2021年佛山市公安局政务公开工作总结"),
            ("date_issued", "2021-12-22"),
        ],
    );
    reads(
        &format!("近日，佛山市 印发总结 {told}\n"),
        &[("title", "null")],
    );
}

#[test]
fn a_place_inside_the_name_of_another_is_no_issuer() {
    for (title, issuers) in [
        ("转发天津市地铁管理规定的通知", "[]"),
        ("转发津市市地铁管理规定的通知", "[\"津市市人民政府办公室\"]"),
    ] {
        reads(
            &format!("{title}\n津政办函〔2017〕3号\n{BODY}"),
            &[("issuing_authorities", issuers)],
        );
    }
}

#[test]
fn parks_and_persons_are_addressees() {
    reads(
        "关于防汛工作的通知\n各镇人民政府，武汉新港潘湾工业园：\n为做好防汛工作，现将有关事项通知如下，请认真组织实施，并及时报告。\n",
        &[("addressees", "[\"各镇人民政府\",\"武汉新港潘湾工业园\"]")],
    );
}

#[test]
fn a_title_goes_on_behind_the_name_of_a_document() {
    reads(
        &format!(
            "某市人民政府办公室\n关于印发2022年《政府工作报告》\n重点任务责任落实分工的通知\n{BODY}"
        ),
        &[(
            "title",
            "某市人民政府办公室关于印发2022年《政府工作报告》重点任务责任落实分工的通知",
        )],
    );
    reads(
        &format!("关于印发《防汛方案》\n各区认真落实的通知要点\n{BODY}"),
        &[("title", "关于印发《防汛方案》")],
    );
}

#[test]
fn names_of_the_states_bodies_that_run_together_are_several() {
    for (line, expected) in [
        (
            "财政部国家税务总局住房城乡建设部",
            "[\"财政部\",\"国家税务总局\",\"住房城乡建设部\"]",
        ),
        (
            "国家发展改革委工业和信息化部",
            "[\"国家发展改革委\",\"工业和信息化部\"]",
        ),
        ("国家发展改革委办公厅", "[\"国家发展改革委办公厅\"]"),
        (
            "国务院安全生产委员会办公室",
            "[\"国务院安全生产委员会办公室\"]",
        ),
    ] {
        reads(
            &format!("关于调整政策的通知\n{BODY}{line}\n2016年2月17日\n"),
            &[("issuing_authorities", expected)],
        );
    }
}

#[test]
fn a_day_alone_under_the_title_is_its_date() {
    reads(
        &format!("某市防汛工作办法\n2011年3月1日\n{BODY}"),
        &[("date_issued", "2011-03-01")],
    );
    reads(
        &format!("2011年3月1日 星期二\n某市防汛工作办法\n{BODY}"),
        &[("date_issued", "null")],
    );
}

#[test]
fn those_who_announce_together_are_in_the_number() {
    let text = "一、减按25%计入应纳税所得额。\n二、本公告自公布之日起施行。\n";
    for (line, number, issuers) in [
        (
            "财政部 税务总局公告2023年第6号",
            "财政部 税务总局公告2023年第6号",
            r#"["财政部","税务总局"]"#,
        ),
        (
            "财政部、税务总局、科技部公告2023年第6号",
            "财政部、税务总局、科技部公告2023年第6号",
            r#"["财政部","税务总局","科技部"]"#,
        ),
        (
            "工业和信息化部 国家发展和改革委员会公告\n2023年第6号",
            "工业和信息化部国家发展和改革委员会公告2023年第6号",
            r#"["工业和信息化部","国家发展和改革委员会"]"#,
        ),
    ] {
        reads(
            &format!("关于小微企业税收优惠的公告\n{line}\n{text}"),
            &[
                ("document_number", number),
                ("issuing_authorities", issuers),
            ],
        );
    }
}

#[test]
fn a_title_opens_with_all_its_issuers() {
    let issuers = "某市发展和改革委员会\n某 市 公 安 局\n某市城市管理局\n某市商务委员会\n某市体育局";
    for (lines, title) in [
        (
            "关于印发《扩大消费若干措施》的通知",
            "关于印发《扩大消费若干措施》的通知",
        ),
        (
            "关于印发《清理消费领域\n限制性规定若干措施》\n的通知",
            "关于印发《清理消费领域限制性规定若干措施》的通知",
        ),
    ] {
        let names: String = issuers.split_whitespace().collect();
        reads(
            &format!("{issuers}\n{lines}\n某发改〔2025〕7号\n{BODY}"),
            &[("title", &format!("{names}{title}"))],
        );
    }
}

#[test]
fn the_title_of_a_bulletin_stands_under_its_authority_and_date() {
    let text = "今年以来，全市推进改革，取得成效。\n一、加强领导\n成立领导小组。\n";
    for (mark, issue) in [
        ("某市医改工作简报\n第12期（总第345期）", "12"),
        ("政务信息专报\n2022年第8期", "8"),
        ("某市卫生健康信息\n（第 3 期）", "3"),
    ] {
        reads(
            &format!(
                "{mark}\n某市卫生健康委办公室　　2022年3月5日\n【改革动态】\n某区推进医联体建设\n{text}"
            ),
            &[
                ("title", "某区推进医联体建设"),
                ("issue_number", issue),
                ("date_issued", "2022-03-05"),
            ],
        );
    }
}

#[test]
fn a_carried_title_goes_on_below_a_word_for_a_document() {
    for lines in [
        "清理消费领域限制性举措\n持续扩大消费若干措施",
        "某市保费补贴资金管理办法\n实施细则",
        "某市落实政府工作报告\n重点任务分工方案",
        "某市城乡规划\n管理技术规定\n（试行）",
        "某市防汛应急预案",
    ] {
        let title: String = lines.split_whitespace().collect();
        reads(
            &format!(
                "某市人民政府关于印发《{title}》的通知\n各区人民政府：\n《{title}》已经市政府同意，\
                 现印发给你们。\n某市人民政府\n2025年11月6日\n{lines}\n为做好有关工作，制定本文件。\n\
                 一、总则。各单位要落实责任。\n"
            ),
            &[("enclosed_title", &title)],
        );
    }
}

#[test]
fn a_statute_names_the_session_that_adopted_it() {
    let article = "第一条　为了节约用水，制定本办法。\n第二条　本办法适用于本省。\n\
                   第三条　本办法自2021年1月1日起施行。\n";
    for (statement, body, date) in [
        (
            "（1999年9月3日浙江省第九届人民代表大会常务委员会第十五次会议通过　根据2004年1月16日\
             浙江省第十届人民代表大会常务委员会第七次会议《关于修改〈浙江省节水办法〉的决定》第一次修正）",
            "浙江省人民代表大会常务委员会",
            "1999-09-03",
        ),
        (
            "> (2017年9月29日湖南省第十二届人民代表大会常务委员会第三十二次会议通过)",
            "湖南省人民代表大会常务委员会",
            "2017-09-29",
        ),
        (
            "（2016年9月22日江西省第十二届人民代表大会常务\n\n委员会第二十八次会议通过）",
            "江西省人民代表大会常务委员会",
            "2016-09-22",
        ),
        (
            "1986年12月2日第六届全国人民代表大会常务委员会第十八次会议通过",
            "全国人民代表大会常务委员会",
            "1986-12-02",
        ),
        (
            "（2013年1月9日经自治区人民政府2013年第2次常务会议审议通过）",
            "自治区人民政府",
            "2013-01-09",
        ),
    ] {
        reads(
            &format!("某省节约用水管理办法\n{statement}\n{article}"),
            &[
                ("title", "某省节约用水管理办法"),
                ("issuing_authorities", &format!("[\"{body}\"]")),
                ("date_issued", date),
                ("inferred", "[\"issuing_authorities\"]"),
            ],
        );
    }
}

#[test]
fn news_of_a_place_have_a_title_over_their_text() {
    for title in [
        "我市农村经济在新常态下稳步发展",
        "我县多措并举推进民生实事落地见效",
        "我区“四个强化”提升基层治理水平",
    ] {
        let text = format!(
            "{title}\n2014年，全市上下攻坚克难，粮食总产达106亿斤。\n一、产量稳步增长\n"
        );
        reads(&text, &[("title", title), ("genre", "null")]);
    }
    for line in [
        "我市认真贯彻落实国家部署，扎实推进各项工作。",
        "我市农业",
        "我市农村经济发展情况如下：",
    ] {
        let text = format!("{line}\n2014年，全市粮食总产达106亿斤。\n");
        reads(&text, &[("title", "null")]);
    }
}

#[test]
fn a_title_stands_below_a_table_of_contents() {
    let contents =
        "一、2023年工作回顾\n二、2024年工作安排\n(一)聚焦项目建设\n三、加强自身建设\n";
    let report = "2024年夏县政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\
        一、2023年工作回顾\n过去的一年，极不平凡。\n二、2024年工作安排\n今年任务繁重。\n\
        (一)聚焦项目建设\n开工项目10个。\n三、加强自身建设\n坚持依法行政。\n";
    for above in [contents.to_owned(), format!("目 录\n{contents}")] {
        reads(
            &format!("{above}{report}"),
            &[
                ("title", "2024年夏县政府工作报告"),
                ("issuing_authorities", "[\"夏县人民政府\"]"),
                ("addressees", "[\"各位代表\"]"),
            ],
        );
    }
}

#[test]
fn a_summing_up_report_is_a_report() {
    reads(
        "某县人民政府工作总结报告\n各位代表：\n一、工作回顾\n过去一年，任务完成。\n二、工作安排\n今年任务繁重。\n",
        &[("title", "某县人民政府工作总结报告"), ("genre", "报告")],
    );
    for title in [
        "某县政府工作总结报告",
        "在第十五届人民代表大会第四次会议上的政府工作总结报告",
    ] {
        reads(
            &format!(
                "{title}各位代表:现在,我代表县人民政府,向大会作报告,请予审议。一、工作回顾过去一年,任务完成。\n"
            ),
            &[
                ("title", title),
                ("genre", "报告"),
                ("addressees", "[\"各位代表\"]"),
            ],
        );
    }
}

#[test]
fn a_report_may_be_called_by_what_it_tells_how_it_stands() {
    for title in [
        "某县2022年重点工作完成情况",
        "1-7月份全市新签约项目总体情况表",
        "某市前三季度经济运行情况",
    ] {
        let genre = if title.ends_with('表') {
            "表"
        } else {
            "情况"
        };
        reads(
            &format!("{title}\n截至目前，全市新签约项目42个。\n二、项目\n新开工17个。\n"),
            &[("title", title), ("genre", genre)],
        );
    }
    // A heading of its own is none.
    reads(
        "一、基本情况\n某县位于河北省。\n二、完成情况\n建成公园5个。\n",
        &[("title", "null")],
    );
}

#[test]
fn the_line_under_a_work_report_may_be_broken_behind_its_date() {
    for under in [
        "2010年2月24日在某某区第七届\n人民代表大会第四次会议上",
        "——2010年2月24日在某某区第七届\n人民代表大会第四次会议上",
    ] {
        reads(
            &format!(
                "2010年政府工作报告\n{under}\n某某区区长 王某\n各位代表：\n\
                 现在，我代表区人民政府，向大会报告工作。\n一、工作回顾\n全区新建公园3个。\n"
            ),
            &[
                ("title", "2010年政府工作报告"),
                ("date_issued", "2010-02-24"),
            ],
        );
    }
}

#[test]
fn sites_may_set_a_date_wide() {
    reads(
        &format!(
            "某市人民政府关于防汛工作的通知\n  • 日期: 2014- 07- 25 11: 20\n  • 来源: 市政府办公室\n  • 浏览次数:\n{BODY}"
        ),
        &[("date_published", "2014-07-25")],
    );
}
