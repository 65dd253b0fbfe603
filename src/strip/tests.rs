//! Plain text, line by line: what stays, and by which rule the rest goes.

use crate::diagnostic::Diagnostics;
use crate::strip::Page;
use crate::{normalize, read, strip};

fn page(text: &str) -> Page {
    let limit = 1 << 20;
    let source =
        read::read(text.as_bytes(), limit, None, &mut Diagnostics::default()).unwrap();
    strip::strip(&normalize::normalize(&source, false), &source)
}

fn kept(page: &Page) -> Vec<&str> {
    (0..page.lines.len())
        .map(|line| page.line(line))
        .filter(|line| !line.is_empty())
        .collect()
}

const BODY: [&str; 3] = [
    "各区人民政府：",
    "一、加强值守。各单位落实二十四小时值班制度。",
    "二、及时报告。重要情况第一时间报送市防汛办。",
];

/// Checks what stays of lines above a document's text.
#[track_caller]
fn keeps(above: &[&str], expected: &[&str]) {
    let text = [above, &BODY].concat().join("\n");
    let page = page(&text);
    let expected = [expected, &BODY].concat();
    assert_eq!(kept(&page), expected, "{text}");
}

fn site<'p>(page: &'p Page, field: &str) -> Option<&'p str> {
    let mut fields = page.site.iter();
    let found = fields.find(|statement| statement.field == field)?;
    Some(&found.value)
}

#[test]
fn a_title_below_an_empty_field_stays() {
    let title = "2021年某县政府十方面民生实事进展情况登记表";
    keeps(&["信息来源:县府办", "信息来源:", title], &[title]);
    let title = "武汉市人民政府2021年重点工作进展情况";
    keeps(&["文章来源：", title], &[title]);
    let number = "吉府发〔2022〕2号";
    keeps(&["访问量：", number], &[number]);
    keeps(&["发文字号：", number], &[]);
    for value in [
        "某市人民政府办公室",
        "武汉市江岸区人民政府门户网站",
        "县府办",
    ] {
        keeps(&["信息来源:", value], &[]);
    }
    for day in ["2021年11月22日", "2024年04月06日 16:40"] {
        keeps(&["发布日期：", day], &[]);
    }
}

#[test]
fn a_law_librarys_fields_go() {
    let above = [
        "文章属性",
        "∙【制定机关】武汉市人民政府办公厅",
        "∙【公布日期】2020.01.17",
        "∙【字 号】武政办〔2020〕1号",
        "∙【施行日期】2020.01.17",
        "∙【效力等级】地方规范性文件",
        "∙【时效性】现行有效",
        "正文",
    ];
    keeps(&above, &[]);
    let page = page(&[&above[..], &BODY].concat().join("\n"));
    for (field, value) in [
        ("issuing_authorities", "武汉市人民政府办公厅"),
        ("date_published", "2020.01.17"),
        ("document_number", "武政办〔2020〕1号"),
        ("date_effective", "2020.01.17"),
    ] {
        assert_eq!(site(&page, field), Some(value), "{field}");
    }
    keeps(&["【概要】某市防汛"], &["【概要】某市防汛"]);
}

#[test]
fn the_fields_of_a_law_library_may_stand_in_one_line() {
    let title = "某市人民政府关于学前教育的意见（试行）";
    let line = format!(
        "{title}文章属性•【制定机关】某市人民政府•【公布日期】2005.02.01•【字号】某政函[2005]39号•【主题分类】基础教育正文{title}"
    );
    keeps(&[&line], &[title]);
    let page = page(&[&[line.as_str()][..], &BODY].concat().join("\n"));
    assert_eq!(site(&page, "date_published"), Some("2005.02.01"));
    assert_eq!(site(&page, "document_number"), Some("某政函[2005]39号"));
}

#[test]
fn the_day_that_a_site_puts_behind_a_title_goes() {
    let title = "某市民政局关于下达2025年民心工程任务的通知";
    for day in ["( 2025-01-27 )", "（2025-1-27）"] {
        let line = format!("{title} {day}");
        keeps(&[&line], &[title]);
        let page = page(&[&[line.as_str()][..], &BODY].concat().join("\n"));
        assert!(
            site(&page, "date_published").is_some_and(|day| day.starts_with("2025-"))
        );
    }
    let dated = format!("{title}（2025-2027年）");
    keeps(&[&dated], &[&dated]);
}

#[test]
fn what_a_library_says_of_a_file_goes() {
    let title = "某市防汛工作方案";
    keeps(
        &[
            title,
            "ID:223",
            "页数:14页",
            "某市防汛工作方案_第1页",
            "某市防汛工作方案_第12页",
        ],
        &[title],
    );
}

#[test]
fn a_label_may_follow_a_value_at_once_and_stand_apart_from_its_colon() {
    let line = "发布日期:2018年03月27 时效性 :现行有效文号 :晋政发〔2018〕13号";
    keeps(&[line], &[]);
    let page = page(&[&[line][..], &BODY].concat().join("\n"));
    assert_eq!(site(&page, "document_number"), Some("晋政发〔2018〕13号"));
}

#[test]
fn what_a_crawler_saves_as_markdown_around_a_text_goes() {
    let page = [
        "---",
        "id: P_2022_1",
        "aliases:",
        "- P_2022_1",
        "title: 某市2022年工作方案",
        "---",
        "## 政策原文",
        "- [![](https://www.example.cn/1.png)首页](https://www.example.cn/)",
        "- ![](https://www.example.cn/2.png)服务",
        "|     |     |",
        "| --- | --- |",
        "| > [信息公开](https://www.example.cn/x) | > [规划](https://www.example.cn/y) |",
        "| --- | --- |",
    ];
    let text = [
        "某市2022年工作方案",
        "一、主要任务",
        "- [1.任务清单.docx](https://www.example.cn/3.docx)",
        "推进改革。",
    ];
    keeps(&[&page[..], &text].concat(), &text);
}

#[test]
fn fields_in_bold_type_and_links_to_files_go() {
    let title = "某市2022年工作方案";
    let head = [
        title,
        "**发布日期**: 2025-03-10",
        "**发布机构**: 某市科学技术局",
        "**检索关键词**: 人工智能, 北斗",
        "**附件**:",
        "- [布局图.pdf](./布局图.pdf) (pdf)",
        "- [申报表（样表）.docx](/a/b.docx)",
    ];
    keeps(&head, &[title]);
    // One field that is known makes no block of a site's.
    let own = [title, "**发布日期**: 2025-03-10", "**工作口号**: 人民至上"];
    keeps(&own, &[title, own[2]]);
    let listed = [title, "附件目录", "[布局图.pdf](./布局图.pdf)"];
    keeps(&listed, &listed);
}

#[test]
fn rows_of_fields_go_whole() {
    keeps(
        &[
            "索引号|GS5183/2020-771|部门:|中川镇",
            "---|---|---|---|",
            "栏目: | 部门文件 | 来源: | 中川镇 |",
        ],
        &[],
    );
    keeps(
        &["废止时间: 2020-01-23 名称: 某县人民政府关于印发工作规则的通知"],
        &[],
    );
    let empty = [
        "文号 | 发布时间 | 2023-07-13 | |",
        "发布机构 | 是否有效 | ||",
    ];
    keeps(&empty, &[]);
    let page = page(&[&empty[..], &BODY].concat().join("\n"));
    assert_eq!(site(&page, "date_published"), Some("2023-07-13"));
    assert_eq!(site(&page, "issuing_authorities"), None);
    assert_eq!(site(&page, "publisher"), None);
    keeps(&["11371500MB28359259/2020-4403973", "|"], &[]);
    for line in [
        "部门|工作任务|时限",
        "部门:|工作任务|时限:|年底",
        "GB/T 9704/2012-1",
        "栏目:策划方案认真贯彻执行。",
    ] {
        keeps(&[line], &[line]);
    }
}

#[test]
fn a_menu_at_the_head_of_the_page_goes() {
    let menu = ["- 对外开放", "- 经济发展", "- 社会发展", "- 减贫救灾"];
    let title = "某市人民政府关于做好防汛工作的通知";
    let policies = [
        "- 国家高新区政策",
        "- 区域经济政策",
        "- 自贸区政策",
        "- 智慧城市政策",
    ];
    keeps(&[&policies[..], &[title]].concat(), &[title]);
    keeps(&[&menu[..], &[title]].concat(), &[title]);
    keeps(&menu[..3], &menu[..3]);
    let list = ["- 总体要求，全面落实", "- 重点任务", "- 保障措施", "- 附则"];
    keeps(&list, &list);
}

#[test]
fn a_title_quoted_behind_its_number_goes_above_the_title_itself() {
    let number = "某政发〔2018〕30号";
    let above = ["某市人民政府", "关于印发《某市防汛措施》的通知", number];
    let quoted = "某政发〔2018〕30号《某市人民政府关于印发〈某市防汛措施〉的通知》";
    keeps(&[&[quoted], &above[..]].concat(), &above);
    let other = "某政发〔2018〕30号《某市人民政府关于印发〈某市防旱措施〉的通知》";
    let both = [&[other], &above[..]].concat();
    keeps(&both, &both);
}

#[test]
fn a_button_may_stand_before_a_field() {
    let text = [
        &BODY[..],
        &["【我要纠错】责任编辑：某某", "【关闭当前页面】"],
    ]
    .concat();
    assert_eq!(kept(&page(&text.join("\n"))), BODY);
    let text = [&BODY[..], &["【注】联系人：某某"]].concat();
    assert_eq!(kept(&page(&text.join("\n"))), text);
}

#[test]
fn greetings_and_values_of_bulleted_fields_go() {
    let title = "2019年建议提案办理情况";
    keeps(&["您好，欢迎访问某某文库", title], &[title]);
    keeps(&["欢迎来到某市人民政府！", title], &[title]);
    let fields = [
        "• 索引号",
        "• 005452161/2020-00001",
        "• 发布日期",
        "• 2020-01-01",
        "• 主题分类",
        "• 政府信息公开年度报告",
        "• 服务对象",
    ];
    keeps(&[&fields[..], &[title]].concat(), &[title]);
}

#[test]
fn names_and_credits_of_pictures_go() {
    for line in [
        "微信截图_20240920153326.jpg",
        "新华社发 王某某 编制",
        "图片来源：某市统计局",
    ] {
        keeps(
            &["关于加强防汛工作的通知", line],
            &["关于加强防汛工作的通知"],
        );
    }
    for line in ["附件：流程图.jpg", "新华社发布消息，汛期将至。"] {
        let both = ["关于加强防汛工作的通知", line];
        keeps(&both, &both);
    }
}

#[test]
fn columns_between_a_title_and_the_name_of_its_site_go() {
    let title = "某市人民政府办公室关于印发《防汛办法》的通知";
    for tail in [
        "_某市人民政府门户网站",
        "_市政府办公室文件_某市人民政府门户网站",
        "_市政府办公室文件_政务公开_某市人民政府门户网站",
    ] {
        let line = format!("{title}{tail}");
        keeps(&[&line], &[title]);
        keeps(&[&line, title], &[title]);
    }
    for line in ["所属类目: 区政府办公室文件", "• 机构名称: 区政府办公室"]
    {
        keeps(&[line, title], &[title]);
    }
}

#[test]
fn sentences_that_tell_how_to_share_a_page_go() {
    let below = [
        "轻触这里,加载下一页",
        "分享到微信朋友圈×",
        "打开微信，点击底部的“发现”，",
        "使用“扫一扫”即可将网页分享至朋友圈。",
    ];
    let text = [&["关于加强防汛工作的通知"], &BODY[..], &below].concat();
    let expected = [&["关于加强防汛工作的通知"], &BODY[..]].concat();
    assert_eq!(kept(&page(&text.join("\n"))), expected);
    // The same words inside a sentence stay.
    let told = "三、宣传引导。打开微信，点击底部的“发现”，使用“扫一扫”查询防汛知识。";
    let text = [&BODY[..], &[told]].concat();
    assert_eq!(kept(&page(&text.join("\n"))), text);
}

#[test]
fn controls_before_a_title_go() {
    let title = "《某市2024年重点工作分工方案》政策解读";
    let line = format!("无障碍浏览 长者模式{title}");
    keeps(&[&line], &[title]);
    for line in [
        "打印机更新方案",
        "无障碍环境建设实施方案",
        "分享经济指导意见",
    ] {
        keeps(&[line], &[line]);
    }
    keeps(
        &[
            "无障碍版 | 繁体版 | 智能问答| 个人中心| APP",
            "网站支持IPV6 | 无障碍阅读 | 适老化模式",
            "打印整页 打印内容 分享",
            "文章播报",
            "[复制链接]",
            "归档时间:2018-11-21",
            "搜索热词:",
            "首页 政务公开 政务服务 互动交流",
            "【页面调色: 】",
            "长辈版|",
            "联系我们 | 网站地图 | 网站声明",
        ],
        &[],
    );
    for line in ["政务公开工作要点", "互动交流活动方案", "标签管理办法"]
    {
        keeps(&[line], &[line]);
    }
}

#[test]
fn what_closes_a_page_may_be_bulleted() {
    let text = [
        &BODY[..],
        &[
            "- 上一篇:关于加快建设质量强市的实施意见",
            "- 下一篇:常务会议",
        ],
    ]
    .concat()
    .join("\n");
    assert_eq!(kept(&page(&text)), BODY);
    let text = [&BODY[..], &["海量资讯、精准解读，尽在某App"]].concat();
    assert_eq!(kept(&page(&text.join("\n"))), BODY);
}

#[test]
fn a_day_in_a_list_of_fields_needs_no_label() {
    let lines = ["• 2012-09-24", "• 来源: 某市政府"];
    keeps(&lines, &[]);
    let page = page(&[&lines[..], &BODY].concat().join("\n"));
    assert_eq!(site(&page, "date_published"), Some("2012-09-24"));
    keeps(
        &["• 2012-09-24", "• 防汛动员会"],
        &["• 2012-09-24", "• 防汛动员会"],
    );
    let list = [
        "• 755156513/2018-00300",
        "• 2018-06-11",
        "• 新政〔2018〕14号",
        "• 有效",
    ];
    keeps(&list, &[]);
}

#[test]
fn a_day_behind_the_value_of_another_field_is_of_the_publication() {
    for stamped in [
        "来源:市财政局 2019-06-24 16:15 阅读人数:1",
        "阅读人数:1 来源:市财政局 2019-06-24",
    ] {
        let page = page(&[&[stamped][..], &BODY].concat().join("\n"));
        assert_eq!(site(&page, "date_published"), Some("2019-06-24"));
    }
}

#[test]
fn news_that_lead_over_to_a_document_go() {
    let title = "佛山市人民政府关于印发佛山市防汛工作方案的通知";
    for news in [
        &["日前，佛山市人民政府印发《佛山市防汛工作方案》，提出多项措施。详情如下："][..],
        &[
            "佛山市：防汛有了新方案",
            "近日，佛山市印发防汛方案。",
            "方案指出，值守率达到100%。",
            "全文如下",
            "▼▼▼",
        ],
        &["文件提出多项要求。", "原文如下："],
    ] {
        let lines = [news, &[title]].concat();
        let page = page(&[&lines[..], &BODY].concat().join("\n"));
        let expected = [&[title][..], &BODY].concat();
        let mut left = kept(&page);
        left.retain(|line| *line != "▼▼▼");
        assert_eq!(left, expected);
    }
    let dated = [
        "近日，佛山市印发防汛方案。",
        "发表时间:2022-12-08 09:14来源:新华社",
        "全文如下：",
        title,
    ];
    let page = page(&[&dated[..], &BODY].concat().join("\n"));
    assert_eq!(site(&page, "date_published"), Some("2022-12-08 09:14"));
    let own = "日前，佛山市印发《佛山市防汛工作方案》。";
    keeps(&[own, "佛山市防汛工作方案"], &["佛山市防汛工作方案"]);
    // The document's own words.
    for lines in [
        &["佛山市防汛工作方案", own][..],
        &[own, "有关情况通报如下："],
        &["现将防汛工作方案全文公布，请遵照执行。", title],
    ] {
        keeps(lines, lines);
    }
}

#[test]
fn front_matter_goes_and_tells_of_the_text() {
    let above = [
        "---",
        "title: '武汉市防汛工作进展'",
        "tags: ",
        " - 防汛",
        " - 要闻：武汉",
        "issuer: []",
        "date: Tue, 08 Feb 2022 08:00:05 GMT",
        "summary: \"落实值班制度，",
        "  及时报告。\"",
        "---",
        "",
    ];
    keeps(&above, &[]);
    let fields = [
        ("site_title", Some("武汉市防汛工作进展")),
        ("date_published", Some("Tue, 08 Feb 2022 08:00:05 GMT")),
        ("issuing_authorities", None),
    ];
    let plain = [&above[..], &BODY].concat().join("\n");
    let web = [&above[..], &["<div>"]].concat().join("\n");
    let web = format!("{web}<p>{}</p></div>", BODY.join("</p><p>"));
    for text in [plain, web] {
        let page = page(&text);
        assert_eq!(kept(&page), BODY, "{text}");
        for (field, value) in fields {
            assert_eq!(site(&page, field), value, "{field} of {text}");
        }
    }
    let rule = ["---", "某市防汛方案", "---"];
    keeps(&rule, &rule);
}

#[test]
fn comments_below_a_text_go() {
    for heading in [
        "评论回复",
        "网友留言",
        "最新评论",
        "全部评论（2）",
        "评论区",
    ] {
        let comments = [
            heading,
            "王某：请审签。[2016-07-10]",
            "李某：同意。[2016-07-10]",
        ];
        let text = [&BODY[..], &comments[..]].concat().join("\n");
        assert_eq!(kept(&page(&text)), BODY, "{heading}");
    }
}

#[test]
fn who_reported_for_whom_is_no_part_of_the_document() {
    let title = "2019年市政府为民兴办10件实事";
    for line in [
        "某某日报全媒体记者张三",
        "本报记者 张三 李四",
        "（通讯员 张三）",
    ] {
        keeps(&[title, line], &[title]);
    }
    let line = "接受本报记者采访";
    keeps(&[title, line], &[title, line]);
}
