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
