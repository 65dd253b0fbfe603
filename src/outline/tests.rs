//! Outlines of made-up documents: labels, kinds of their sections, last words.

use super::*;
use crate::{Document, parse};

fn read(text: &str) -> Document {
    parse(text.as_bytes()).unwrap().document
}

#[track_caller]
fn items(text: &str, expected: &[(&str, &str)]) {
    let document = read(text);
    let found: Vec<_> = document
        .tasks
        .iter()
        .map(|task| (task.path.as_str(), task.text.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

const TITLE: &str =
    "某市人民政府关于加强防汛工作的意见\n各区人民政府：\n现提出如下意见。\n";

#[test]
fn an_appeal_ends_only_the_last_item() {
    items(
        &format!(
            "{TITLE}一、重点工作\n（一）落实责任。\n各地区、各部门要健全制度。\n\
             （二）加强演练。\n每年组织演练。\n各地区、各部门要认真贯彻落实。\n"
        ),
        &[
            ("一.(一)", "落实责任。\n各地区、各部门要健全制度。"),
            ("一.(二)", "加强演练。\n每年组织演练。"),
        ],
    );
}

#[test]
fn a_page_may_begin_in_the_middle_of_a_list() {
    items(
        "（十一）严格准入。\n（十二）加强监管。\n四、保障措施\n（十三）加强领导。\n",
        &[
            ("(十一)", "严格准入。"),
            ("(十二)", "加强监管。"),
            ("四.(十三)", "加强领导。"),
        ],
    );
    items(
        "二是加强宣传。\n三是强化督查。\n",
        &[("是2", "加强宣传。"), ("是3", "强化督查。")],
    );
    items("2015、全省开展整治。\n2016、继续开展。\n", &[]);
}

#[test]
fn numbers_that_run_on_through_chapters_may_leave_some_out() {
    items(
        "一、主要任务\n1.摸清底数。\n2.建设平台。\n4.汇聚数据。\n二、创新应用\n\
         7.拓展场景。\n8.发布清单。\n三、保障措施\n（一）加强领导\n9.压实责任。\n\
         （二）强化支撑\n12.保障资金。\n",
        &[
            ("一.1", "摸清底数。"),
            ("一.2", "建设平台。"),
            ("一.4", "汇聚数据。"),
            ("二.7", "拓展场景。"),
            ("二.8", "发布清单。"),
            ("三.(一).9", "压实责任。"),
            ("三.(二).12", "保障资金。"),
        ],
    );
    // A number far off is none of the list.
    items(
        "一、主要任务\n1.摸清底数。\n2.建设平台。\n二、其他\n100.各县参照执行。\n",
        &[("一.1", "摸清底数。"), ("一.2", "建设平台。")],
    );
}

#[test]
fn a_list_that_its_paragraph_announces_ends_with_it() {
    items(
        &format!(
            "{TITLE}一、入园材料\n家长应提交：1.户口簿；2.疫苗接种证。\n未按时提交的视为放弃。\n\
             二、收费\n按标准执行。\n"
        ),
        &[("一.1", "户口簿；"), ("一.2", "疫苗接种证。")],
    );
    // One that has its own lines goes on.
    items(
        &format!("{TITLE}现提出要求：1.加强领导；\n2.保障资金。\n市财政安排100万元。\n"),
        &[
            ("1", "加强领导；"),
            ("2", "保障资金。\n市财政安排100万元。"),
        ],
    );
}

#[test]
fn a_chapter_alone_heads_the_items_that_its_heading_runs_into() {
    items(
        "作如下分工：一、关于目标任务：（一）加强锻炼。由群体司负责。（二）提高素质。由科教司负责。\n",
        &[
            ("一.(一)", "加强锻炼。由群体司负责。"),
            ("一.(二)", "提高素质。由科教司负责。"),
        ],
    );
}

#[test]
fn what_says_from_when_a_document_holds_ends_its_items_but_not_their_headings() {
    items(
        "一、删除第二条。\n二、删除第三条。\n本决定自公布之日起施行。\n",
        &[("一", "删除第二条。"), ("二", "删除第三条。")],
    );
    let text = "一、总则\n（一）加强管理。\n二、附则\n本实施办法自印发之日起施行。\n";
    let document = read(text);
    let headings: Vec<_> = document
        .sections
        .iter()
        .map(|section| section.heading.as_deref())
        .collect();
    assert_eq!(headings, [Some("总则"), Some("附则")]);
}

#[test]
fn a_run_that_a_colon_announces_ends_with_its_paragraph() {
    items(
        "会议提出要求：一是加强领导。二是落实资金。\n此次会议指明了方向。\n",
        &[("是1", "加强领导。"), ("是2", "落实资金。")],
    );
}

#[test]
fn the_parts_that_a_report_is_said_to_have_are_no_items() {
    let text =
        "报告共分三个部分：一、去年工作回顾；二、今年总体要求；三、今年工作任务。\n";
    items(&format!("{TITLE}{text}生产总值增长5%。\n"), &[]);
    items(
        "现提出三点要求：一、加强领导；二、压实责任；三、保障资金。\n特此通知。\n",
        &[
            ("一", "加强领导；"),
            ("二", "压实责任；"),
            ("三", "保障资金。"),
        ],
    );
}

#[test]
fn paths_of_labels_that_come_again_are_counted() {
    items(
        &format!("{TITLE}2.1 落实责任。\n2.加强演练。\n2.1 及时报送。\n2.2 逐级上报。\n"),
        &[
            ("2.1", "落实责任。"),
            ("2.1~2", "及时报送。"),
            ("2.2", "逐级上报。"),
        ],
    );
}

#[test]
fn items_end_before_the_signature() {
    let expected = [
        ("一", "加强值守。落实责任。"),
        ("二", "及时报送。逐级上报。"),
    ];
    for end in [
        "\n某市人民政府\n2020年5月6日\n",
        "\n某市水务局\n某市应急管理局\n2020年5月6日\n",
        "　　　　　　某市人民政府\n2020年5月6日\n",
        "　　　　　　某市人民政府　　2020年5月6日　　（此件公开发布）\n",
        "附件：1.名单\n2.分工表\n",
    ] {
        items(
            &format!("{TITLE}一、加强值守。落实责任。\n二、及时报送。逐级上报。{end}"),
            &expected,
        );
    }
}

#[test]
fn contents_of_an_emergency_plan_are_no_items() {
    let document = read(
        "某市防汛应急预案\n1　总则\n1.1　编制目的\n2　组织体系\n2.1　指挥部\n2.2　办公室\n\
         1　总则\n1.1　编制目的\n为做好防汛工作，制定本预案。\n2　组织体系\n2.1　指挥部\n\
         2.1.1　统一指挥防汛工作。\n2.1.2　发布防汛命令。\n2.2　办公室\n承担日常工作。\n",
    );
    let tasks: Vec<_> = document.tasks.iter().map(|task| &task.path).collect();
    assert_eq!(tasks, ["1.1", "2.1.1", "2.1.2", "2.2"]);
    let sections: Vec<_> = document.sections.iter().map(|found| &found.path).collect();
    assert_eq!(sections, ["1", "2", "2.1"]);
}

#[test]
fn articles_are_provisions_under_any_chapter() {
    let document = read(
        "某市防汛办法\n第一章　总则\n第一条　为做好防汛工作，制定本办法。\n\
         第二章　保障措施\n第二条　防汛经费列入预算。\n第三条　本办法自公布之日起施行。\n",
    );
    let kinds: Vec<_> = document.tasks.iter().map(|task| task.kind).collect();
    assert_eq!(kinds, [crate::TaskKind::Provision; 3]);
    assert_eq!(document.sections[1].kind, SectionKind::Safeguards);
}

#[test]
fn demands_are_the_measures_where_nothing_else_is() {
    for (headings, expected) in [
        (["工作目标", "相关要求"], crate::TaskKind::Task),
        (["工作任务", "相关要求"], crate::TaskKind::Safeguard),
        (["工作目标", "保障措施"], crate::TaskKind::Safeguard),
    ] {
        let [first, last] = headings;
        let document = read(&format!(
            "{TITLE}一、{first}\n（一）减少内涝。\n二、{last}\n（一）加强值守。\n（二）及时报送。\n"
        ));
        let kinds: Vec<_> = document.tasks.iter().map(|task| task.kind).collect();
        assert_eq!(kinds[1..], [expected; 2], "{headings:?}");
    }
}

#[test]
fn a_short_first_sentence_is_a_heading() {
    for (item, expected) in [
        ("加强培训。每年组织一次。", Some("加强培训")),
        (
            "坚持依法行政，推进法治政府建设。深入学习。",
            Some("坚持依法行政，推进法治政府建设"),
        ),
        (
            "高度重视，专人负责。各区要抓好落实。",
            Some("高度重视，专人负责"),
        ),
        (
            "加强值守，严格执行领导带班和二十四小时值班。有情况即报。",
            None,
        ),
        ("各单位应当值守，专人负责。有情况即报。", None),
        ("加强值守，及时预警，有序应对。有情况即报。", None),
    ] {
        let document = read(&format!(
            "{TITLE}一、重点工作\n（一）{item}\n（二）落实责任。\n"
        ));
        assert_eq!(document.tasks[0].heading.as_deref(), expected, "{item}");
    }
}

#[test]
fn a_blank_ends_a_heading_of_a_text_without_lines() {
    let text =
        "全面推进基础设施建设，提高公共服务水平，保障人民群众生命财产安全。".repeat(3);
    headings(
        &format!(
            "某市2023年工作总结 一、2023年工作回顾 2023年以来，{text} (一)加强建设 {text} \
             (二)攻坚克难，夯实发展根基 {text} 二、2024年工作打算 {text}"
        ),
        &[
            ("一.(一)", Some("加强建设")),
            ("一.(二)", Some("攻坚克难，夯实发展根基")),
        ],
    );
}

#[test]
fn chapters_of_reports_without_lines_keep_their_headings() {
    let prose =
        "极不平凡，全市上下迎难而上，基础设施建设和公共服务水平不断提高。".repeat(7);
    let text = format!("{prose}（一）抓建设。成效明显。（二）抓服务。成效明显。");
    for (heading, opening) in [
        ("2025年工作回顾", "2025年是"),
        ("2025年和“十四五”时期工作回顾", "刚刚过去的2025年"),
        ("“十五五”时期主要目标任务", "“十五五”时期是"),
        ("2026年工作安排", "今年是"),
    ] {
        for between in ["", " "] {
            let document = read(&format!(
                "某市政府工作报告 一、{heading}{between}{opening}{text}二、要求 抓落实。"
            ));
            let found = document.sections[0].heading.as_deref();
            assert_eq!(found, Some(heading), "{between:?}");
        }
    }
    let document = read(&format!(
        "某市政府工作报告 一、推进乡村绿色发展，打造人与自然和谐共生新格局 乡村振兴{text}二、要求 抓落实。"
    ));
    assert_eq!(
        document.sections[0].heading.as_deref(),
        Some("推进乡村绿色发展，打造人与自然和谐共生新格局")
    );
}

/// The labels of a document stay when its lines, or its blanks, too, are lost.
#[test]
fn outlines_of_texts_without_lines() {
    let text =
        "全面推进基础设施建设，提高公共服务水平，统一、规范管理，按照其一、其二办理。"
            .repeat(6);
    for (lines, expected) in [
        (
            vec![
                "某市2023年工作总结",
                "一、主要工作",
                "（一）抓建设。",
                "（二）抓服务。",
                "二、打算",
                "（一）抓管理。",
            ],
            "一.(一) 一.(二) 二.(一)",
        ),
        (
            vec![
                "现将检查事项通知如下：",
                "一、时间2020年2月19日至22日",
                "二、方式",
                "（一）明查。",
                "（二）暗访。",
                "三、要求",
                "（一）配合。",
            ],
            "二.(一) 二.(二) 三.(一)",
        ),
        // One chapter alone, as excerpts have it.
        (
            vec![
                "某市旅游发展纲要",
                "一、目标",
                "（一）指导思想。",
                "（二）目标。",
            ],
            "一.(一) 一.(二)",
        ),
        (
            vec![
                "某市防汛办法",
                "2011年3月1日发布",
                "第一条 为防汛制定本办法。",
                "第二条 下列单位：",
                "（一）区政府；",
                "（二）各镇。",
                "第三条 按照第二条规定办理。",
            ],
            "第1条 第2条.(一) 第2条.(二) 第3条",
        ),
    ] {
        for between in [" ", "　　", ""] {
            let text = format!("{}{between}{text}", lines.join(between));
            let found: Vec<_> = read(&text)
                .tasks
                .into_iter()
                .map(|task| task.path.to_string())
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}

#[test]
fn articles_that_open_with_a_rule_have_no_heading() {
    for (article, expected) in [
        ("适用范围。本办法适用于全市。", Some("适用范围")),
        ("防汛工作应当落实责任。经费列入预算。", None),
        (
            "市防汛指挥机构统一领导全市的防汛工作。日常工作由办公室承担。",
            None,
        ),
    ] {
        let document = read(&format!(
            "某市防汛办法\n第一条　{article}\n第二条　本办法自公布之日起施行。\n"
        ));
        assert_eq!(document.tasks[0].heading.as_deref(), expected, "{article}");
    }
}

#[test]
fn numbers_that_no_stop_follows_and_articles_without_their_word() {
    items(
        "某市防汛应急预案\n1总则\n1.1编制目的\n为做好防汛工作，制定本预案。\n1.2适用范围\n本市。\n",
        &[
            ("1.1", "编制目的\n为做好防汛工作，制定本预案。"),
            ("1.2", "适用范围\n本市。"),
        ],
    );
    items(
        "* 1 为推广再生能源，特制定本条例。\n\n> 释：一、揭示目的。二、说明来由。\n\n\
         * 2 本条例用词，定义如下：一、能源：指电力。二、机关：指能源局。\n\n* 3 本条例自公布日施行。\n",
        &[
            ("第1条", "为推广再生能源，特制定本条例。"),
            ("第2条.一", "能源：指电力。"),
            ("第2条.二", "机关：指能源局。"),
            ("第3条", "本条例自公布日施行。"),
        ],
    );
    // A list with numbers is no act.
    items("* 1 名干部\n* 5 名工人\n* 2 名教师\n", &[]);
}

#[test]
fn labels_set_in_bold_are_as_printed() {
    let document = read(
        "某市工作方案\n\n**一** **、** **总体要求**\n\n落实部署。\n\n**二、** 主要任务\n\n\
         推进改革。\n\n四 **、** **加强保护**\n\n完善制度。\n",
    );
    let found: Vec<_> = document
        .sections
        .iter()
        .map(|section| (section.label.as_str(), section.heading.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("一、", Some("总体要求")),
            ("二、", Some("主要任务")),
            ("四、", Some("加强保护")),
        ]
    );
}

#[test]
fn notes_below_a_text_are_no_items() {
    items(
        &format!(
            "{TITLE}一、加强值守。落实责任。\n二、及时报送。逐级上报。\n注释：\n1.本公报为初步统计数。\n2.分项合计不等于总数。\n"
        ),
        &[
            ("一", "加强值守。落实责任。"),
            ("二", "及时报送。逐级上报。"),
        ],
    );
}

#[test]
fn notes_behind_a_colon_of_either_width_are_no_items() {
    items(
        &format!(
            "{TITLE}一、加强值守。落实责任。\n二、及时报送。逐级上报。\n注:\n1.本表为初步统计数。\n2.分项合计不等于总数。\n"
        ),
        &[
            ("一", "加强值守。落实责任。"),
            ("二", "及时报送。逐级上报。"),
        ],
    );
}

#[test]
fn the_only_chapter_of_a_flat_text_heads_its_items() {
    items(
        &format!(
            "{TITLE}现分解如下，请抓好落实。 一、主要目标 1、生产总值增长8%（县发改局）。 2、投资增长9%（县发改局）。 3、出口增长5%（县商务局）。"
        ),
        &[
            ("一.1", "生产总值增长8%（县发改局）。"),
            ("一.2", "投资增长9%（县发改局）。"),
            ("一.3", "出口增长5%（县商务局）。"),
        ],
    );
    // What no second item follows is no list.
    items(
        &format!(
            "{TITLE}现分解如下，请抓好落实。 一、主要目标 1、生产总值增长8%（县发改局）。"
        ),
        &[],
    );
}

#[test]
fn first_demands_are_principles() {
    let document = read(&format!(
        "{TITLE}一、工作要求\n（一）高度重视。\n二、社区防控\n（一）加强值守。\n三、学校防控\n（一）及时报送。\n"
    ));
    let kinds: Vec<_> = document.tasks.iter().map(|task| task.kind).collect();
    assert_eq!(
        kinds,
        [
            crate::TaskKind::Principle,
            crate::TaskKind::Task,
            crate::TaskKind::Task
        ]
    );
}

#[test]
fn foundations_to_be_laid_are_work() {
    for (heading, expected) in [
        (
            "加快项目建设，筑牢粮食和物资储备事业发展基础",
            SectionKind::Other,
        ),
        ("发展基础", SectionKind::Background),
        ("招生原则", SectionKind::Principles),
        ("坚持特事特办原则", SectionKind::Other),
        ("规划依据", SectionKind::Background),
    ] {
        let document = read(&format!("{TITLE}一、{heading}\n（一）加强值守。\n"));
        assert_eq!(document.sections[0].kind, expected, "{heading}");
    }
}

#[track_caller]
fn headings(body: &str, expected: &[(&str, Option<&str>)]) {
    let document = read(&format!("{TITLE}{body}"));
    let found: Vec<_> = document
        .tasks
        .iter()
        .map(|task| (task.path.as_str(), task.heading.as_deref()))
        .collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn chapters_that_all_open_with_two_clauses_are_headed() {
    headings(
        "一、加强领导，确保责任落实到位。各单位主要负责同志负总责。\n\
         二、细化方案，确保工作落实到位。各单位建台账、定清单。\n\
         三、强化督查。督查室要定期通报。\n",
        &[
            ("一", Some("加强领导，确保责任落实到位")),
            ("二", Some("细化方案，确保工作落实到位")),
            ("三", Some("强化督查")),
        ],
    );
    // One among headings of one clause, and words in which 不 forbids nothing.
    headings(
        "一、强化责任意识，以更高站位抓落实。各单位主要负责同志负总责。\n\
         二、强化目标导向。各单位建台账、定清单。\n",
        &[
            ("一", Some("强化责任意识，以更高站位抓落实")),
            ("二", Some("强化目标导向")),
        ],
    );
    headings(
        "一、主要做法。一是主动学思，不忘初心。各支部集中学习。\
         二是常抓不懈，久久为功。各支部定期通报。\n",
        &[
            ("一.是1", Some("主动学思，不忘初心")),
            ("一.是2", Some("常抓不懈，久久为功")),
        ],
    );
    for (one, two) in [
        // One alone, beginnings of texts, a rule.
        (
            "加强领导，确保责任落实到位",
            "各单位于每月十日前，将上月的进展情况和存在的问题报送办公室",
        ),
        (
            "会议听取了汇报，同意方案",
            "会议指出，防汛工作关系人民群众生命财产安全",
        ),
        ("加强领导，各单位应当负责", "细化方案，各单位应当落实"),
    ] {
        headings(
            &format!("一、{one}。各单位负总责。\n二、{two}。各单位建台账。\n"),
            &[("一", None), ("二", None)],
        );
    }
}

#[test]
fn a_sentence_alone_above_its_text_heads_it() {
    let heading = "坚持规划引领，突出产业特色，推动农旅深度融合发展";
    let text = "各单位编制规划，培育龙头，改善设施，建设集散中心和停车场。".repeat(3);
    headings(
        &format!(
            "一、重点工作\n（一）{heading}。\n{text}\n\
             （二）各单位应当在每月十日前，将进展情况报送办公室。\n{text}\n\
             （三）{heading}。{text}\n（四）{heading}。\n各单位落实。\n"
        ),
        &[
            ("一.(一)", Some(heading)),
            ("一.(二)", None),
            ("一.(三)", None),
            ("一.(四)", None),
        ],
    );
    headings(
        &format!(
            "一、重点工作\n1.{heading}。\n{text}\n2.增长10%以上，在实际工作中奋力争取，实现更快发展。\n{text}\n"
        ),
        &[("一.1", None), ("一.2", None)],
    );
}

#[test]
fn words_with_a_ruling_sign_rule_nothing() {
    headings(
        "一、重点工作\n（一）推进政务公开，强化解读回应。各单位主动发布。\n\
         （二）健全应急预案，提升处置能力。各单位组织演练。\n\
         （三）完善制度，各单位应当报告。各单位逐级上报。\n",
        &[
            ("一.(一)", Some("推进政务公开，强化解读回应")),
            ("一.(二)", Some("健全应急预案，提升处置能力")),
            ("一.(三)", None),
        ],
    );
}

#[test]
fn chapters_behind_a_blank_in_a_flat_line() {
    headings(
        "一、交通管制时间 2023年1月20日 17:00-22:30 二、交通管制路段 体育支路、公园路体育馆路段\
         双向禁止通行。 三、管制措施 1、管制期间，禁止一切车辆通行。 2、管制期间，服从指挥。 \
         四、其他提示 敬请广大市民积极配合公安交通管理部门工作。\n",
        &[
            ("二", Some("交通管制路段")),
            ("三.1", None),
            ("三.2", None),
            ("四", Some("其他提示")),
        ],
    );
    headings(
        "一、工作任务 各单位做好 二、三级医院的排查和整改工作。\n二、检查。各单位自查。\n",
        &[("一", Some("工作任务")), ("二", Some("检查"))],
    );
}

#[test]
fn labels_behind_the_bodies_that_they_ran_into() {
    headings(
        "一、工作任务\n（一）培训。开展培训。牵头单位：市教育局责任单位：市财政局、市民政局（二）检查。\
         开展检查。责任单位：市教育局(三)总结。开展总结。责任单位：第二中学\n",
        &[
            ("一.(一)", Some("培训")),
            ("一.(二)", Some("检查")),
            ("一.(三)", Some("总结")),
        ],
    );
    headings(
        "一、工作任务\n（一）培训。开展培训，按照上述（一）要求办理。责任单位：市教育局\n",
        &[("一.(一)", Some("培训"))],
    );
}

#[test]
fn numbers_behind_blanks_in_a_flat_line() {
    headings(
        "1.总则 1.1目的依据 为提高保障公共安全的能力，制定本预案。 1.2现状特点 突发公共事件\
         形势严峻，总数为 1.5 万起。 1.3工作原则 坚持以人为本、预防为主的原则。\n",
        &[
            ("1.1", Some("目的依据")),
            ("1.2", Some("现状特点")),
            ("1.3", Some("工作原则")),
        ],
    );
    items(
        &format!("{TITLE}一、总数 1.1倍 1.2倍 1.3倍，占比 1.2 左右。\n"),
        &[("一", "总数 1.1倍 1.2倍 1.3倍，占比 1.2 左右。")],
    );
}

#[test]
fn a_full_stop_may_close_a_number() {
    items(
        &format!("{TITLE}一、重点工作\n1。推动轨道交通加速成网。\n2。完成道路整治。\n"),
        &[
            ("一.1", "推动轨道交通加速成网。"),
            ("一.2", "完成道路整治。"),
        ],
    );
}

#[test]
fn runs_stand_above_the_list_that_they_announce() {
    items(
        &format!(
            "{TITLE}一是完善基础设施。重点抓好以下工作：\n（一）修建道路。\n（二）整治河道。\n\
             二是改善民生。提高补助标准。\n"
        ),
        &[
            ("是1.(一)", "修建道路。"),
            ("是1.(二)", "整治河道。"),
            ("是2", "改善民生。提高补助标准。"),
        ],
    );
    // The list of the document, not of the run in its lead.
    items(
        &format!(
            "{TITLE}要求：一是落实责任；二是抓好以下工作：\n（一）修建道路。\n（二）整治河道。\n"
        ),
        &[
            ("是1", "落实责任；"),
            ("是2", "抓好以下工作："),
            ("(一)", "修建道路。"),
            ("(二)", "整治河道。"),
        ],
    );
}

#[track_caller]
fn kinds(text: &str, expected: &[&str]) {
    let document = read(text);
    let found: Vec<_> = document
        .tasks
        .iter()
        .map(|task| format!("{:?}", task.kind).to_lowercase())
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_report_tells_what_was_done() {
    let body = "1.各单位组织了排查。成立了专班。\n2.清理垃圾6车。逐村开展。\n";
    for title in [
        "某区关于督察反馈问题整改情况的公示",
        "关于审计发现问题整改情况的函",
        "2021年重点工作完成情况",
    ] {
        kinds(&format!("{title}\n{body}"), &["review", "review"]);
        let next = "一、下一步工作安排\n（一）继续做好管理。\n（二）及时报告。\n";
        kinds(&format!("{title}\n{next}"), &["task", "task"]);
    }
    for title in [
        "关于做好督查工作的通知",
        "关于报送整改情况的通知",
        "关于村容整治督查情况的通报",
        "村容整治实施方案",
    ] {
        kinds(&format!("{title}\n{body}"), &["task", "task"]);
    }
}

#[test]
fn targets_are_goals() {
    kinds(
        "某市行动方案\n一、总体要求\n（一）指导思想。全面贯彻落实。\n（二）目标指标。到2020年，空气质量改善。\n\
         二、重点任务\n（一）优化布局。完成划定。\n",
        &["principle", "goal", "task"],
    );
}

#[test]
fn headings_that_a_flat_text_glued_to_their_items() {
    let text = format!(
        "某县防汛工作方案一、指导思想以人民为中心，坚持统一领导，全面做好防汛工作。{}\
         二、工作目标到2025年，建成避险场所20处。三、工作措施(一)加强领导。县政府成立领导小组。\
         (二)加强宣传。各乡镇要广泛宣传。四、工作目标全面实现，成效明显。再接再厉。\n",
        "各乡镇要落实责任，加强值守，及时报送信息。".repeat(12)
    );
    let document = read(&text);
    let found: Vec<_> = document
        .sections
        .iter()
        .map(|section| {
            (
                section.path.as_str(),
                section.heading.as_deref().unwrap_or_default(),
                section.kind,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("一", "指导思想", SectionKind::Principles),
            ("二", "工作目标", SectionKind::Goals),
            ("三", "工作措施", SectionKind::Tasks),
            ("四", "", SectionKind::Other),
        ]
    );
}

#[test]
fn what_is_secured_is_work_and_what_secures_is_none() {
    let kinds = |heading: &str| {
        let text = format!(
            "{TITLE}一、{heading}\n（一）开展招聘。举办招聘会。\n（二）加强培训。开展培训。\n"
        );
        read(&text).sections[0].kind
    };
    for heading in [
        "构建更加积极的就业保障体系",
        "完善住房保障体系",
        "健全社会保障体系",
    ] {
        assert_eq!(kinds(heading), SectionKind::Tasks, "{heading}");
    }
    for heading in ["完善政策保障体系", "健全保障机制", "强化组织保障"]
    {
        assert_eq!(kinds(heading), SectionKind::Safeguards, "{heading}");
    }
}

#[test]
fn parts_with_the_same_labels_keep_their_paths_apart() {
    items(
        "某市人民政府关于印发方案的通知\n各区：\n现印发给你们。\n附件\n甲方案\n(一)加强领导。\n\
         附件\n乙方案\n(一)压实责任。\n",
        &[("附件.(一)", "加强领导。"), ("附件.(一)~2", "压实责任。")],
    );
    // The plan is what the notice is about.
    items(
        "某市人民政府关于印发《某市方案》的通知\n各区：\n现将《某市方案》印发给你们，并通知如下：\n\
         一、加强领导。\n二、落实责任。\n某市人民政府\n2022年1月3日\n某市方案\n\
         一、重点任务\n（一）压实责任。\n（二）加强考核。\n",
        &[
            ("一~2", "加强领导。"),
            ("二", "落实责任。"),
            ("一.(一)", "压实责任。"),
            ("一.(二)", "加强考核。"),
        ],
    );
}

/// Paths of the targets, and of the items with the bodies that are charged with them.
#[track_caller]
fn goes_on(text: &str, targets: &[&str], duties: &[(&str, &str)]) {
    let document = read(&format!("{TITLE}{text}"));
    let paths: Vec<_> = document.targets.iter().map(|t| t.path.as_deref()).collect();
    let wanted: Vec<_> = targets.iter().map(|path| Some(*path)).collect();
    assert_eq!(paths, wanted, "{text}");
    let tasks = document.tasks.iter();
    let charged: Vec<_> = tasks
        .flat_map(|task| task.responsibilities.iter().map(|said| (&task.path, said)))
        .map(|(path, said)| (path.as_str(), said.departments[0].name.as_str()))
        .collect();
    assert_eq!(charged, duties, "{text}");
}

#[test]
fn a_list_inside_a_paragraph_ends_with_it() {
    let list = "坚持两个导向：一是坚持目标导向。二是坚持结果导向。\n";
    goes_on(
        &format!(
            "一、工作安排\n{list}2025年，全市招生5000人。\n二、保障措施\n加强领导。\n"
        ),
        &["一"],
        &[],
    );
    goes_on(
        &format!(
            "一、工作安排\n（一）教育。{list}——新增学位1200个；\n——招聘教师30名。\n"
        ),
        &["一.(一)", "一.(一)"],
        &[],
    );
    goes_on(
        &format!(
            "一、工作安排\n{list}由市财政局负责落实经费。\n二、保障措施\n加强领导。\n"
        ),
        &[],
        &[("一", "市财政局")],
    );
    // Entries that have lines of their own keep what stands below them, and a sentence that
    // runs on over the end of its line is no paragraph.
    goes_on(
        "一、工作安排\n一是加强招生。\n全市招生5000人。\n二是加强招聘。\n招聘教师30名。\n",
        &["一.是1", "一.是2"],
        &[],
    );
    goes_on(
        "一、工作安排\n坚持两个导向：一是坚持目标导向。二是坚持结果导向，招聘教师30名，\n培训教师20名。\n",
        &["一.是2", "一.是2"],
        &[],
    );
}

#[test]
fn who_is_named_below_a_list_inside_a_paragraph_does_all_of_it() {
    for line in [
        "责任单位：市教育局",
        "（责任单位：市教育局）",
        "（市教育局负责）",
    ] {
        goes_on(
            &format!(
                "一、工作安排\n（一）教育。一是加强招生。二是加强招聘。\n{line}\n（二）卫生。改造病房。\n"
            ),
            &[],
            &[("一.(一)", "市教育局")],
        );
    }
    goes_on(
        "一、工作安排\n（一）教育。\n一是加强招生。\n二是加强招聘。\n责任单位：市教育局\n",
        &[],
        &[("一.(一).是2", "市教育局")],
    );
}

#[test]
fn chapters_without_a_word_of_their_own_stand_above_articles() {
    let text = "一、支持企业\n第一条 奖励10万元。\n第二条 奖励20万元。\n二、支持人才\n\
                第三条 奖励5万元。\n附　　则\n1．由市财政局执行。\n2．自印发之日起施行。\n";
    items(
        &format!("{TITLE}{text}"),
        &[
            ("一.第1条", "奖励10万元。"),
            ("一.第2条", "奖励20万元。"),
            ("二.第3条", "奖励5万元。"),
            ("1", "由市财政局执行。"),
            ("2", "自印发之日起施行。"),
        ],
    );
    // A chapter without articles before those with them.
    items(
        &format!(
            "{TITLE}一、总体要求\n坚持创新。\n二、政策\n第一条 奖励10万元。\n三、保障\n（一）加强领导。\n（二）强化考核。\n"
        ),
        &[
            ("二.第1条", "奖励10万元。"),
            ("三.(一)", "加强领导。"),
            ("三.(二)", "强化考核。"),
        ],
    );
    // Lists inside articles begin behind the first one.
    items(
        &format!(
            "{TITLE}第一条 条件：\n一、注册满1年；\n二、依法纳税。\n第二条 程序：\n一、申请；\n二、审核。\n"
        ),
        &[
            ("第1条.一", "注册满1年；"),
            ("第1条.二", "依法纳税。"),
            ("第2条.一", "申请；"),
            ("第2条.二", "审核。"),
        ],
    );
}

#[test]
fn what_stands_below_a_list_of_paragraphs_is_of_no_item() {
    let items = "一、优先支持外贸。（商务部负责）\n二、优先支持水利。（水利部负责）\n\
                 三、优先支持农业。（农业农村部负责）\n四、优先支持教育。（教育部负责）\n";
    let tail = "省级政府办公厅牵头，省级有关部门配合，每年2月底前提出建议。\n";
    let text =
        format!("关于激励支持的通知\n{items}五、优先支持科技。（科技部负责）\n{tail}");
    let document = parse(text.as_bytes()).unwrap().document;
    let task = document
        .tasks
        .iter()
        .find(|task| task.path == "五")
        .unwrap();
    assert_eq!(task.text, "优先支持科技。（科技部负责）");
    assert_eq!(task.responsibilities.len(), 1);
    // Fewer items, or others of several paragraphs, tell nothing.
    let text = format!("关于激励支持的通知\n{items}{tail}");
    let document = parse(text.as_bytes()).unwrap().document;
    assert!(document.tasks[3].text.contains("省级政府办公厅"));
    // Who does the item may stand below it.
    let text =
        format!("关于激励支持的通知\n{items}五、优先支持科技。\n责任单位：科技部。\n");
    let document = parse(text.as_bytes()).unwrap().document;
    assert!(document.tasks[4].text.contains("责任单位"));
}

#[test]
fn a_number_and_its_bracket_may_be_one_character() {
    items(
        &format!(
            "{TITLE}一、工作步骤\n㈠ 动员部署。各区要全面动员。\n㈡排查整治。\n⑴开展自查。\n⑵开展督查。\n\
             二、工作要求\n⒈加强领导。\n⒉加强宣传。\n"
        ),
        &[
            ("一.(一)", "动员部署。各区要全面动员。"),
            ("一.(二).(1)", "开展自查。"),
            ("一.(二).(2)", "开展督查。"),
            ("二.1", "加强领导。"),
            ("二.2", "加强宣传。"),
        ],
    );
}
