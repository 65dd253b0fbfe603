//! Each element around a text in every form that sweeps over made-up documents tried: the
//! header, the items of the text and what is left of the site.
#![allow(clippy::unwrap_used)]

mod made_up;

use gongwen::Document;
use made_up::{check, removed};

/// A notice of made-up parts around one text with three items.
fn notice(head: &str, addressees: &str, below: &str) -> String {
    format!(
        "{head}{addressees}　　为切实做好全市防汛工作，保障人民群众生命财产安全，现通知如下。\n\
         一、总体要求\n坚持以人为本，确保安全度汛。\n二、重点任务\n\
         （一）加强值守。各单位要落实值班制度。\n（二）排查隐患。各单位要建立工作台账。\n{below}"
    )
}

const TITLE: &str = "慈溪市人民政府关于加强防汛工作的通知";

#[track_caller]
fn has_both_items(document: &Document) {
    let paths: Vec<&str> = document.tasks.iter().map(|t| t.path.as_str()).collect();
    assert_eq!(paths, ["二.(一)", "二.(二)"]);
    let last = document.tasks.last().unwrap();
    assert!(last.text.ends_with("工作台账。"), "{}", last.text);
}

#[test]
fn signatures_of_every_form() {
    for (signature, issuers) in [
        ("慈溪市财政局\n2024年5月6日", r#"["慈溪市财政局"]"#),
        ("慈溪市财政局　　2024年5月6日", r#"["慈溪市财政局"]"#),
        ("慈溪市财政局\n2024-05-06", r#"["慈溪市财政局"]"#),
        ("慈溪市财政局\n2024.5.6", r#"["慈溪市财政局"]"#),
        ("慈溪市财政局\n（2024年5月6日）", r#"["慈溪市财政局"]"#),
        ("慈溪市财政局\n2024年5月6日。", r#"["慈溪市财政局"]"#),
        ("慈溪市财政局\n2024年5月6日 星期一", r#"["慈溪市财政局"]"#),
        (
            "慈 溪 市 财 政 局\n二 〇 二 四 年 五 月 六 日",
            r#"["慈溪市财政局"]"#,
        ),
        ("慈溪市财政局（盖章）\n2024年5月6日", r#"["慈溪市财政局"]"#),
        (
            "慈溪市防汛指挥部（慈溪市水利局代章）\n2024年5月6日",
            r#"["慈溪市防汛指挥部"]"#,
        ),
        (
            "慈溪市教育局、慈溪市财政局\n2024年5月6日",
            r#"["慈溪市教育局","慈溪市财政局"]"#,
        ),
        ("慈溪市实验小学\n2024年5月6日", r#"["慈溪市实验小学"]"#),
        ("宁波大学\n2024年5月6日", r#"["宁波大学"]"#),
        (
            "慈溪市公安局交通警察大队\n2024年5月6日",
            r#"["慈溪市公安局交通警察大队"]"#,
        ),
    ] {
        let text = notice("关于加强防汛工作的通知\n", "各有关单位：\n", signature);
        let expected = [
            ("issuing_authorities", issuers),
            ("date_issued", "2024-05-06"),
        ];
        has_both_items(&check(&text, &expected));
    }
    // Rows of a list are no signatures.
    check(
        &notice(
            "",
            "各有关单位：\n",
            "甲市公司 2024年5月6日\n乙市公司 2024年5月7日\n",
        ),
        &[("date_issued", "null")],
    );
}

#[test]
fn addressees_of_every_form() {
    let all = r#"["各镇人民政府","各街道办事处","市政府各部门","各直属单位"]"#;
    for (line, expected) in [
        (
            "各镇人民政府、各街道办事处，\n市政府各部门、各直属单位：\n",
            all,
        ),
        (
            "各镇人民政府、各街道办事处，市政府\n各部门、各直属单位：\n",
            all,
        ),
        (
            "各镇人民政府、各街道办事处，市政府各部门、各直属单位\n",
            all,
        ),
        (
            "各镇人民政府、各街道办事处，市政府各部门、各直属单位\n：\n",
            all,
        ),
        (
            "各镇人民政府、各街道办事处；市政府各部门、各直属单位；\n",
            all,
        ),
        (
            "各区、县（市）人民政府，市直及部、省属驻慈各单位：\n",
            r#"["各区、县（市）人民政府","市直及部、省属驻慈各单位"]"#,
        ),
        ("各乡镇、县直有关部门：\n", r#"["各乡镇","县直有关部门"]"#),
        (
            "各村（居）民委员会，机关各科室：\n",
            r#"["各村（居）民委员会","机关各科室"]"#,
        ),
        ("各项工作、各类问题\n", "[]"),
    ] {
        let text = notice(&format!("{TITLE}\n"), line, "");
        has_both_items(&check(&text, &[("title", TITLE), ("addressees", expected)]));
    }
}

#[test]
fn notes_of_attachments_of_every_form() {
    let two = r#"["任务分解表","成员名单"]"#;
    for (note, expected) in [
        ("附件：1.任务分解表 2.成员名单", two),
        ("附件：1.任务分解表2.成员名单", two),
        ("附件：1、任务分解表；\n2、成员名单。", two),
        ("附件：1.任务\n分解表\n2.成员名单", two),
        ("附件：（1）任务分解表\n（2）成员名单", two),
        ("附件1 任务分解表\n附件2 成员名单", two),
        ("附件1.任务分解表\n附件2.成员名单", two),
        ("附件一：任务分解表\n附件二：成员名单", two),
        ("附：1.任务分解表\n2.成员名单", two),
        ("附件：\n任务分解表", r#"["任务分解表"]"#),
        ("附件：1.2024年第2批名单", r#"["2024年第2批名单"]"#),
    ] {
        let below = format!("{note}\n慈溪市人民政府\n2024年5月6日\n");
        let text = notice(&format!("{TITLE}\n"), "各有关单位：\n", &below);
        let expected = [("attachments", expected), ("date_issued", "2024-05-06")];
        has_both_items(&check(&text, &expected));
    }
}

#[test]
fn imprints_of_every_form() {
    let office = "慈溪市人民政府办公室";
    for imprint in [
        format!("抄　送：市委各部门。\n{office} 2024年5月7日印发"),
        format!("主题词：水利　通知\n抄送：市委各部门。\n{office}\n2024年5月7日印发"),
        format!("抄送：市委各部门。\n{office}　2024年5月7日印发　共印50份"),
    ] {
        let below = format!("慈溪市人民政府\n2024年5月6日\n{imprint}\n");
        let document = check(
            &notice(&format!("{TITLE}\n"), "各有关单位：\n", &below),
            &[
                ("cc", r#"["市委各部门"]"#),
                ("printing_authority", office),
                ("date_printed", "2024-05-07"),
            ],
        );
        assert!(document.removed.is_empty(), "{:?}", document.removed);
    }
}

#[test]
fn titles_of_every_form() {
    for (printed, title) in [
        ("特急\n慈溪市人民政府文件\n慈政发〔2024〕3号\n{}", TITLE),
        ("慈溪市人民政府\n文件\n{}", TITLE),
        ("{}\n慈政发<2024>3号", TITLE),
        ("{}\n慈政发〔2024年〕3号", TITLE),
        ("慈溪市人民政府关于加强防汛工作\n的通知", TITLE),
        (
            "甲市发文，要求值守率达到100%\n关于加强防汛工作的通知",
            "关于加强防汛工作的通知",
        ),
        ("考核依据\n慈溪市防汛工作考核办法", "慈溪市防汛工作考核办法"),
        ("防汛工作申报须知\n关于防汛工作的通知", "关于防汛工作的通知"),
        // What the page is called above, the masthead and a number cut short between.
        (
            "慈溪市防汛计划\n慈溪市人民政府\n关于下达慈溪市防汛计划的通知\n慈政发〔2024〕3号",
            "慈溪市人民政府关于下达慈溪市防汛计划的通知",
        ),
        (
            "关于做好防汛工作的办法\n慈溪市人民政府\n印发《关于做好防汛工作\n的办法》的通知\n慈政发〔20243",
            "慈溪市人民政府印发《关于做好防汛工作的办法》的通知",
        ),
        (
            "慈溪市人民政府关于印发防汛方案\n的通知",
            "慈溪市人民政府关于印发防汛方案的通知",
        ),
    ] {
        let head = printed.replace("{}", TITLE) + "\n";
        let text = notice(&head, "各有关单位：\n", "");
        has_both_items(&check(&text, &[("title", title)]));
    }
    let number = |form: &str| {
        let text = notice(&format!("{TITLE}\n{form}\n"), "各有关单位：\n", "");
        check(&text, &[]).header.document_number.unwrap().text
    };
    for form in ["慈政发<2024>3号", "慈政发〈2024〉3号", "慈政发{2024}3号"]
    {
        assert_eq!(number(form), "慈政发〔2024〕3号");
    }
}

#[test]
fn fields_of_a_site_in_every_form() {
    for fields in [
        "| 索引号 | 3302/2024-12 | 文号 | 慈政发〔2024〕3号 |\n| 发布日期 | 2024-05-08 | 有效性 | 有效 |\n",
        "| 索引号:3302/2024-12 | |\n| 发文字号: | 发布日期:2024-05-08 |\n",
        "**索引号**：3302/2024-12\n- **发布日期：** 2024-05-08\n",
        "[ 索引号 ] 3302/2024-12 [ 有效性 ] 有效\n[ 发布日期 ] 2024-05-08 [ 主题分类 ] 水利\n",
        "索引号：3302/2024-12文号：慈政发〔2024〕3号发布日期：2024-05-08来源：市政府\n",
        "索引号\n3302/2024-12\n发文机关\n慈溪市人民政府\n发布日期\n2024-05-08\n有效性\n有效\n",
        "索引号：3302/2024-12；发布日期：2024年5月8日；效力位阶：其他\n",
    ] {
        let text = notice(&format!("{fields}{TITLE}\n"), "各有关单位：\n", "");
        let document = check(
            &text,
            &[
                ("title", TITLE),
                ("index_number", "3302/2024-12"),
                ("date_published", "2024-05-08"),
            ],
        );
        assert!(document.text.starts_with(TITLE), "{}", document.text);
        has_both_items(&document);
    }
}

#[test]
fn what_sites_print_around_a_text_goes() {
    for above in [
        "首页 / 政务公开 / 政策文件",
        "首页 - 政务公开 - 政策文件",
        "首页 政务公开 互动交流 走进慈溪",
        "首页 > 2024年文件 > 【通用4篇】慈溪市防汛工作方案",
        "今天是2024年5月8日 星期三 欢迎访问慈溪市人民政府网站",
        "▼▼▼",
        "18页\n33.20KB",
        "政策解读链接：点击查看政策解读",
        "甲地旅游-甲地旅游攻略-甲地旅游景点-甲地自由行-甲地酒店",
        "慈溪市人民政府 2019年12月3日星期二",
        "慈溪市人民政府网站 www.cixi.gov.cn",
        "慈溪市人民政府 政策文件 慈溪市人民政府关于加强防汛工作的通知",
        "慈溪市人民政府关于加强防汛工作的通知_慈溪市人民政府",
        "慈溪市人民政府关于加强防汛工作的通知.docx 下载",
        "慈溪市人民政府关于加强防汛工作的通知（共5页）",
    ] {
        let text = notice(&format!("{above}\n{TITLE}\n"), "各有关单位：\n", "");
        let document = check(&text, &[("title", TITLE)]);
        assert!(document.text.starts_with(TITLE), "{}", document.text);
    }
    for below in [
        "（责任编辑：王小明）",
        "（来源：慈溪市人民政府网站）",
        "前一篇：关于防火的通知\n后一篇：关于安全检查的通知",
        "主办：慈溪市人民政府办公室 承办：慈溪市大数据中心",
        "主办单位：慈溪市人民政府\n地址：三北大街655号\n邮编：315300\n浙ICP备05000000号",
        "*版权所有\n①本网所有信息独家授权，未经允许不得转载。",
        "（通讯员 张三）",
    ] {
        let end = "慈溪市人民政府\n2024年5月6日\n";
        let text = notice(
            &format!("{TITLE}\n"),
            "各有关单位：\n",
            &format!("{end}{below}\n"),
        );
        let document = check(&text, &[("date_issued", "2024-05-06")]);
        assert!(
            document.text.trim_end().ends_with("2024年5月6日"),
            "{below}"
        );
        has_both_items(&document);
    }
    // 位置 and 首页 alone are words.
    let words = "位置：慈溪市北部/南部";
    let kept = notice(&format!("{TITLE}\n{words}\n"), "各有关单位：\n", "");
    assert!(check(&kept, &[]).text.contains(words));
}

#[test]
fn a_pages_foot_inside_a_flat_text_goes() {
    let text =
        notice(&format!("{TITLE}\n"), "", "").replace("值班制度", "值班第2页共14页制度");
    let document = check(&text, &[("title", TITLE)]);
    removed(&document, &[("strip/page-mark", "第2页共14页")]);
    has_both_items(&document);
}

#[test]
fn an_abstract_above_the_document_goes() {
    let abstracted = "为切实做好全市防汛工作，保障人民群众生命财产安全，根据有关规定，结合我市实际，现通知如下。";
    let document = check(
        &format!(
            "{abstracted}\n{TITLE}\n各有关单位：\n{abstracted}\n一、值守\n各单位要值守。\n二、报告\n各单位要报告。\n"
        ),
        &[("title", TITLE)],
    );
    removed(&document, &[("strip/duplicate-text", abstracted)]);
    assert!(document.text.contains(abstracted));
}

#[test]
fn fields_without_colons_and_a_broken_title_on_a_page() {
    let text: String = notice("", "各有关单位：\n", "")
        .lines()
        .map(|line| format!("<p>{line}</p>"))
        .collect();
    let page = format!(
        "<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>\
         <dl><dt>索引号</dt><dd>3302/2024-12</dd><dt>发文字号</dt><dd>慈政发〔2024〕3号</dd>\
         <dt>发布日期</dt><dd>2024-05-08</dd></dl>\
         <h2>慈溪市人民政府<br>关于加强防汛工作的通知</h2><div id=\"zoom\">{text}</div></body></html>"
    );
    let document = check(
        &page,
        &[
            ("title", TITLE),
            ("index_number", "3302/2024-12"),
            ("date_published", "2024-05-08"),
        ],
    );
    has_both_items(&document);
}

#[test]
fn a_flat_texts_usual_headings_end_where_a_sentence_begins() {
    let sentences = [
        (
            "指导思想",
            "以人民为中心，全面贯彻落实上级部署，扎实推进各项工作。",
        ),
        (
            "工作目标",
            "全面加强县域秸秆禁烧联防联控，积极推广综合利用，以用促禁，力争全覆盖。",
        ),
        ("目标任务", "xx年5月底到9月底全县秸秆禁烧。"),
        (
            "组织领导及职责分工",
            "为切实加强领导，成立领导小组，由县长任组长，统筹协调。",
        ),
    ];
    let body: String = sentences
        .iter()
        .zip(["一", "二", "三", "四"])
        .map(|((heading, text), label)| format!("{label}、{heading}{text}"))
        .collect();
    let flat = format!(
        "慈溪市秸秆禁烧工作方案为进一步改善空气质量，结合我市实际，制定本方案。{body}"
    );
    let padded = format!(
        "{flat}{}",
        "各单位要认真组织实施，及时总结经验，报送进展情况。".repeat(6)
    );
    let document = check(&padded, &[]);
    let headings: Vec<&str> = document
        .sections
        .iter()
        .filter_map(|section| section.heading.as_deref())
        .collect();
    assert_eq!(headings, sentences.map(|(heading, _)| heading));
}

#[test]
fn labels_run_into_headings_of_a_flat_text() {
    for (text, paths) in [
        (
            "一、重点任务①加强值守，落实责任。②排查隐患，建立台账。",
            &["一.①", "一.②"][..],
        ),
        (
            "一、重点任务一是加强值守，落实责任；二是排查隐患，建立台账。",
            &["一.是1", "一.是2"],
        ),
        (
            "1.重点任务(1)加强值守，落实责任。(2)排查隐患，建立台账。",
            &["1.(1)", "1.(2)"],
        ),
        (
            "第一章重点任务一、加强值守，落实责任。二、排查隐患，建立台账。",
            &["第1章.一", "第1章.二"],
        ),
        (
            "一、重点任务（一）、加强值守，落实责任。（二）、排查隐患，建立台账。",
            &["一.(一)", "一.(二)"],
        ),
        (
            "一、重点任务（一）值守。落实责任。（二）排查。建立台账。二、保障措施（一）领导。落实责任。",
            &["一.(一)", "一.(二)", "二.(一)"],
        ),
        // A sentence that lists what it names.
        (
            "一、各单位应当报告，报告内容①值守，②隐患。\n二、各单位应当建立台账。",
            &["一", "二"],
        ),
    ] {
        let document = check(text, &[]);
        let found: Vec<&str> = document.tasks.iter().map(|t| t.path.as_str()).collect();
        assert_eq!(found, paths, "{text}");
    }
}

#[test]
fn labels_run_into_words_that_count() {
    for (text, paths) in [
        (
            "1总则\n1.1编制目的\n为做好工作。\n1.2人员转移\n及时转移。\n2保障\n2.1所需物资\n备足。\n2.2日常管理\n管好。\n",
            &["1.1", "1.2", "2.1", "2.2"][..],
        ),
        (
            "1.10件民生实事\n各单位落实。\n2.5G网络建设\n加快建设。\n3.3岁以下婴幼儿照护\n加快发展。\n",
            &["1", "2", "3"],
        ),
        (
            "1、2023年工作总结。全面完成任务。\n2、2024年工作计划。抓好落实。\n",
            &["1", "2"],
        ),
        (
            "1.12345热线办理。限期办结。\n2.网上受理。及时回复。\n",
            &["1", "2"],
        ),
        // Rows of numbers.
        ("一、指标\n1.5万元\n2.5万元\n3.2公里\n", &[]),
    ] {
        let document = check(text, &[]);
        let found: Vec<&str> = document.tasks.iter().map(|t| t.path.as_str()).collect();
        assert_eq!(found, paths, "{text}");
    }
}

#[test]
fn an_enclosed_documents_title_is_bare() {
    for printed in [
        "[附件]\n慈溪市防汛工作方案",
        "附　件\n## 慈溪市防汛工作方案",
        "**慈溪市防汛工作方案**",
        "《慈溪市防汛工作方案》",
        "慈溪市防汛工作方案（市水利局 2024年4月1日）",
        "方案全文\n慈溪市防汛工作方案",
    ] {
        let text = format!(
            "慈溪市人民政府关于印发慈溪市防汛工作方案的通知\n各有关单位：\n\
             现将《慈溪市防汛工作方案》印发给你们，请认真贯彻执行。\n慈溪市人民政府\n2024年5月6日\n\
             {printed}\n为做好防汛工作，制定本方案。\n一、值守\n各单位要值守。\n二、报告\n各单位要报告。\n"
        );
        check(&text, &[("enclosed_title", "慈溪市防汛工作方案")]);
    }
}
