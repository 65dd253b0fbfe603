//! Statements of responsibility in brackets and lines, as documents write them.

use super::{Marker, MarkerState, find_markers};
use crate::diagnostic::{Code, Diagnostics};
use crate::span::Span;

/// The markers of a text, one string each: `lead 省商务厅 | cooperating 合肥海关`.
fn read(text: &str) -> Vec<String> {
    let (mut state, mut diagnostics) = (MarkerState::default(), Diagnostics::default());
    let span = Span::new(0, text.len());
    find_markers(text, span, &mut state, &mut diagnostics)
        .iter()
        .map(shown)
        .collect()
}

fn shown(marker: &Marker) -> String {
    let groups: Vec<_> = marker
        .responsibilities
        .iter()
        .map(|responsibility| {
            let role = format!("{:?}", responsibility.role).to_lowercase();
            let names: Vec<_> = responsibility
                .departments
                .iter()
                .map(|department| department.name.as_str())
                .collect();
            let division = if responsibility.division_of_work {
                "*"
            } else {
                ""
            };
            format!("{role}{division} {}", names.join("/"))
        })
        .collect();
    groups.join(" | ")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn names_that_open_like_a_verb() {
    check(
        "做好工作。（审批服务局、监管二处、推广中心按职责分工负责）",
        &["responsible* 审批服务局/监管二处/推广中心"],
    );
    check(
        "做好工作。（经济发展局、商务和投资促进局负责）",
        &["responsible 经济发展局/商务和投资促进局"],
    );
    check("做好工作。（商市财政局负责）", &[]);
    check("做好工作。（完善市场监管局负责）", &[]);
    check("做好工作。（指导各县区政府负责）", &[]);
    // Persons are counted and named by no body.
    check("举办仪式（3000多名党员参加，佩戴标志）。", &[]);
    check("举办文艺汇演（1200人参加）。", &[]);
}

#[test]
fn brackets_that_explain_the_words_before_them() {
    check(
        "推行“五民主工作法”（即村民民主提事、民主决事和村民民主参与）。",
        &[],
    );
    check(
        "实行“三级联动”（即省级统筹、县级负责），确保落实。（省财政厅牵头）",
        &["lead 省财政厅"],
    );
    check("落实“四方责任”（例如属地负责、部门监管、单位参与）。", &[]);
    check("建立共治格局（党委政府牵头、社会组织参与）。", &[]);
    check("形成合力。（政府负责、部门协同、群众参与）", &[]);
    // Bodies whose names open or hold such words.
    check("做好工作。（即墨区政府负责）", &["responsible 即墨区政府"]);
    check("做好工作（如皋市政府负责）。", &["responsible 如皋市政府"]);
    check(
        "做好对接。（政府办牵头，市企业联合会参与）",
        &["lead 政府办 | cooperating 市企业联合会"],
    );
}

#[test]
fn classes_that_a_clause_limits() {
    check(
        "做好工作。（法规处、涉及权责清单调整的相关处室按职责分工负责）",
        &["responsible* 法规处/涉及权责清单调整的相关处室"],
    );
    check(
        "做好工作。（省财政厅、承担任务的各市县政府负责）",
        &["responsible 省财政厅/承担任务的各市县政府"],
    );
    check("做好工作。（对落实不力的有关单位负责）", &[]);
}

#[test]
fn labels_with_colons() {
    check(
        "做好。（责任单位：省教育厅，各市、县〔区〕政府，赣江新区管委会）",
        &["responsible 省教育厅/各市、县〔区〕政府/赣江新区管委会"],
    );
    check(
        "做好。(牵头单位：区绿化市容局;配合单位：区水务局、各街镇、开发区)",
        &["lead 区绿化市容局 | cooperating 区水务局/各街镇/开发区"],
    );
    check(
        "（牵头单位：市发展改革委，配合单位：市委组织部、市人力资源和社会保障局，各区、县级市）",
        &[
            "lead 市发展改革委 | cooperating 市委组织部/市人力资源和社会保障局/各区、县级市",
        ],
    );
    check(
        "建成。(责任单位:省医改办、省医疗保障局,各相关部门按职责分工负责)",
        &["responsible 省医改办/省医疗保障局 | responsible* 各相关部门"],
    );
    check(
        "(责任单位:省卫生健康委、省人民医院,有关部门配合)",
        &["responsible 省卫生健康委/省人民医院 | cooperating 有关部门"],
    );
    check(
        "建成。【责任单位】省教育厅、省财政厅\n二、其他",
        &["responsible 省教育厅/省财政厅"],
    );
    check(
        "建成。（责任领导：张三；责任单位：市教育局；完成时限：2025年底）",
        &["responsible 市教育局"],
    );
}

#[test]
fn a_label_may_run_into_the_body_before_it() {
    check(
        "做好。牵头单位:市教育局责任单位:市财政局、市民政局配合单位:市体育局",
        &["lead 市教育局 | responsible 市财政局/市民政局 | cooperating 市体育局"],
    );
    check(
        "做好。\n牵头单位：市教育局；各县责任单位：县教育局",
        &["lead 市教育局 | responsible 县教育局"],
    );
}

#[test]
fn every_label_opens_a_statement_by_itself() {
    for (label, role) in [
        ("主责单位", "lead"),
        ("实施单位", "responsible"),
        ("执行部门", "responsible"),
        ("承担单位", "responsible"),
        ("完成单位", "responsible"),
        ("协作单位", "cooperating"),
    ] {
        let expected = format!("{role} 市教育局/市财政局");
        check(
            &format!("做好。（{label}：市教育局、市财政局）"),
            &[&expected],
        );
        check(
            &format!("做好。\n{label}：市教育局、市财政局"),
            &[&expected],
        );
    }
    check(
        "做好。（市教育局、市财政局组织实施）",
        &["responsible 市教育局/市财政局"],
    );
    // Who holds an event or keeps a site has no task.
    check("做好。\n主管单位：市教育局、市财政局", &[]);
    check("做好。\n主办单位：市教育局、市财政局", &[]);
    check("做好。\n联系单位：市教育局、市财政局", &[]);
}

#[test]
fn lists_that_only_their_place_makes_statements() {
    check(
        "建成。（市发展改革委、市财政局）",
        &["responsible 市发展改革委/市财政局"],
    );
    check(
        "建成。（市教育局，各县（市、区）人民政府）\n二、其他",
        &["responsible 市教育局/各县（市、区）人民政府"],
    );
    check(
        "建成体系（市教育局、市财政局）",
        &["responsible 市教育局/市财政局"],
    );
    check(
        "建成体系（市教育局、市财政局）。\n二、其他",
        &["responsible 市教育局/市财政局"],
    );
    check("加强与有关部门（市教育局、市财政局）的联系。", &[]);
    check("报送有关部门（市教育局、市财政局）。", &[]);
    check("建成体系（市教育局）", &["responsible 市教育局"]);
    check("建成。\n（市教育局）", &[]);
    check("成员：\n张文（市教育局、市财政局）", &[]);
    check(
        "建成。\n（市教育局、市财政局）",
        &["responsible 市教育局/市财政局"],
    );
    check("建成。（试点地区、重点企业）", &[]);
    check("建成。（2020年）", &[]);
    check("建成。（《意见》、省教育厅）", &[]);
}

#[test]
fn fields_of_one_line() {
    check(
        "建成。\n责任领导：张三 责任单位：市教育局 完成时限：持续推进",
        &["responsible 市教育局"],
    );
    check(
        "清理。 牵头单位:河东区、河西区 配合单位:市公安局、市商务局 主要任务:在10月底前清理收购站,对站点进行取缔。",
        &["lead 河东区/河西区 | cooperating 市公安局/市商务局"],
    );
}

#[test]
fn a_role_that_a_note_or_a_noun_gives() {
    check(
        "建成。（市教育局（牵头）、市财政局）",
        &["lead 市教育局 | responsible 市财政局"],
    );
    check(
        "建成。（市教育局（牵头）、各县区）",
        &["lead 市教育局 | responsible 各县区"],
    );
    check(
        "建成。（市教育局为牵头单位，市财政局、市审计局为配合单位）",
        &["lead 市教育局 | cooperating 市财政局/市审计局"],
    );
    check(
        "建成。牵头单位为市教育局，配合单位为市财政局。",
        &["lead 市教育局 | cooperating 市财政局"],
    );
    check(
        "建成。责任单位是各县（市、区）人民政府。",
        &["responsible 各县（市、区）人民政府"],
    );
    check("建成。牵头部门为主，配合部门为辅，共同推进。", &[]);
    check("建成。责任单位为推进工作的主体，要抓好落实。", &[]);
}

#[test]
fn labels_without_a_colon() {
    for text in [
        "建成。（牵头单位市教育局，配合单位市财政局）",
        "建成。（牵头单位 市教育局；配合单位 市财政局）",
        "建成。\n[牵头单位]市教育局\n[配合单位]市财政局",
        "建成。\n【牵头单位】市教育局\n【配合单位】市财政局",
    ] {
        check(text, &["lead 市教育局 | cooperating 市财政局"]);
    }
    check(
        "建成。\n**责任单位**：市教育局、市财政局",
        &["responsible 市教育局/市财政局"],
    );
    check("建成。（责任单位主要负责人）", &[]);
    check("建成。（牵头单位要抓好落实）", &[]);
}

#[test]
fn bodies_and_what_they_do_or_until_when() {
    check(
        "建成。（市教育局；2025年9月底前）",
        &["responsible 市教育局"],
    );
    check(
        "建成。（市教育局、市财政局，2025年9月底前完成）",
        &["responsible 市教育局/市财政局"],
    );
    check(
        "建成。（市教育局、市财政局；完成时限：2025年12月）",
        &["responsible 市教育局/市财政局"],
    );
    check("建成。（试点地区，2025年9月底前完成）", &[]);
    check(
        "建成。（市教育局负责制定方案，市财政局负责资金保障）",
        &["responsible 市教育局 | responsible 市财政局"],
    );
}

#[test]
fn what_the_last_clause_says_beside_its_verb() {
    check(
        "建成。（省科技厅按职责分工负责，各地级以上市人民政府结合实际落实）",
        &["responsible* 省科技厅 | responsible 各地级以上市人民政府"],
    );
    check(
        "建成。（省科技厅牵头，各市人民政府按照职责分工推进）",
        &["lead 省科技厅 | responsible* 各市人民政府"],
    );
    check(
        "建成。（省应急厅牵头；各成员单位按照职责分工推进,各州市政府组织实施）",
        &["lead 省应急厅 | responsible* 各成员单位 | responsible 各州市政府"],
    );
}

#[test]
fn labels_in_lines_above_their_list_or_behind_a_dash() {
    check(
        "建成。\n责任单位：\n市教育局、市财政局",
        &["responsible 市教育局/市财政局"],
    );
    check(
        "建成。\n牵头单位：\n市教育局\n配合单位：\n市财政局、市审计局\n",
        &["lead 市教育局 | cooperating 市财政局/市审计局"],
    );
    check("建成。\n责任单位：\n认真抓好落实，不得延误。", &[]);
    check(
        "建成。——责任单位：市教育局、市财政局",
        &["responsible 市教育局/市财政局"],
    );
}

#[test]
fn those_who_help_and_those_who_are_helped() {
    check(
        "建成。（市文旅局、市体育局，市教育局配合）",
        &["responsible 市文旅局/市体育局 | cooperating 市教育局"],
    );
    check(
        "建成。（由市水务局牵头，会同市生态环境局、市农业农村局推进）",
        &["lead 市水务局 | cooperating 市生态环境局/市农业农村局"],
    );
    check(
        "建成。（市水务局牵头，会同市生态环境局、市农业农村局落实，市财政局负责）",
        &["lead 市水务局 | cooperating 市生态环境局/市农业农村局 | responsible 市财政局"],
    );
    check(
        "建成。（市水务局会同市生态环境局、市农业农村局负责）",
        &["lead 市水务局 | cooperating 市生态环境局/市农业农村局"],
    );
    check(
        "建成。（牵头单位：市水务局会同市生态环境局、市农业农村局推进）",
        &["lead 市水务局 | cooperating 市生态环境局/市农业农村局"],
    );
    check(
        "建成。（市水务局牵头，会同市生态环境局；市财政局、市审计局负责）",
        &["lead 市水务局 | cooperating 市生态环境局 | responsible 市财政局/市审计局"],
    );
    check(
        "建成。（责任单位：市水务局（牵头）、市财政局、市审计局（配合））",
        &["lead 市水务局 | cooperating 市审计局 | responsible 市财政局"],
    );
    check(
        "建成。（各区人民政府负责实施，市房管局指导监督）",
        &["responsible 各区人民政府 | cooperating 市房管局"],
    );
    check(
        "建成。（教育部负责，地方各级人民政府具体实施）",
        &["responsible 教育部 | responsible 地方各级人民政府"],
    );
}

#[test]
fn lists_in_brackets_hold_known_bodies_and_classes_of_them() {
    for (text, expected) in [
        (
            "完成。（市教育局、各县区、市直各部门）",
            "市教育局/各县区/市直各部门",
        ),
        ("完成。〔市教育局〕", "市教育局"),
        ("完成。(市教育局)", "市教育局"),
        (
            "完成。（市交通局、轨道集团、国网慈溪供电公司）",
            "市交通局/轨道集团/国网慈溪供电公司",
        ),
        (
            "完成。（市城管局、各通信运营企业、各学校）",
            "市城管局/各通信运营企业/各学校",
        ),
        ("完成。（各县区、各部门）", "各县区/各部门"),
        (
            "完成。（县农业农村局、各乡镇、村委会）",
            "县农业农村局/各乡镇/村委会",
        ),
        (
            "完成。（各村（居）、村集体经济组织）",
            "各村（居）/村集体经济组织",
        ),
        ("完成。（各有关单位）", "各有关单位"),
        (
            "完成。（各乡镇街道、县直有关单位；完成时限：长期坚持）",
            "各乡镇街道/县直有关单位",
        ),
    ] {
        check(text, &[&format!("responsible {expected}")]);
    }
    for text in [
        "完成。（市教育局",
        "完成。（市教育局、市财政局）然后继续。",
        "完成。（市教育局、试点企业）",
        "完成。（试点企业、市教育局）",
        "完成。（轨道集团、水务集团）",
        "完成。（市教育局，有关高校）",
        "完成（各县区、各部门）",
        "完成。（教育、财政）",
        "完成。（市教育局：张三）",
        "完成〔市教育局〕",
    ] {
        check(text, &[]);
    }
}

#[test]
fn lists_in_brackets_hold_local_bodies_that_nobody_knows() {
    for (text, expected) in [
        ("完成。(市贸易局)", "市贸易局"),
        ("完成。（市贸易局、市经委）", "市贸易局/市经委"),
        (
            "完成。（县财政局、县水务公司，各乡镇）",
            "县财政局/县水务公司/各乡镇",
        ),
        ("完成。（区会展中心、区菜篮子办）", "区会展中心/区菜篮子办"),
        ("完成。（镇社事办）", "镇社事办"),
    ] {
        check(text, &[&format!("responsible {expected}")]);
    }
    for text in [
        "完成。（市场主体）",
        "完成。（市属企业）",
        "完成。（县级医院）",
        "完成。（市中心）",
        "完成。（市中心、开发区）",
        "完成。（区域中心）",
        "完成。（县城、乡镇驻地）",
        "完成。（区块链公司）",
        "完成。（县医院、县中医院）",
    ] {
        check(text, &[]);
    }
}

#[test]
fn labels_behind_a_comma_or_another_field() {
    for (text, expected) in [
        (
            "建成。牵头领导:张三;牵头单位:市教育局;责任单位:市财政局。",
            "lead 市教育局 | responsible 市财政局",
        ),
        (
            "建成。包抓领导：张三，牵头部门：市教育局，责任部门：市财政局",
            "lead 市教育局 | responsible 市财政局",
        ),
        (
            "建成，责任单位：市教育局，完成时限：6月底前。",
            "responsible 市教育局",
        ),
        (
            "建成;牵头单位:市教育局;配合单位:市财政局",
            "lead 市教育局 | cooperating 市财政局",
        ),
        (
            "建成。责任人：李四，责任单位：市教育局。",
            "responsible 市教育局",
        ),
    ] {
        check(text, &[expected]);
    }
    check("责任单位要落实，任务：完成10个。", &[]);
    check(
        "建成。（责任单位：省商务厅，各县（市、区） 人民政府）",
        &["responsible 省商务厅/各县（市、区） 人民政府"],
    );
    check("完善制度，做到有责任、有落实：一是拨付资金。", &[]);
}

#[test]
fn brackets_behind_a_sentence_need_no_known_body() {
    let expected = &["responsible 某县发展专班"];
    for text in [
        "落实到位。（某县发展专班负责）推进",
        "落实到位！（某县发展专班负责）推进",
        "落实到位（甲）（某县发展专班负责）推进",
        "落实“甲”（某县发展专班负责）推进",
        "落实到位（某县发展专班负责）",
        "落实到位（某县发展专班负责）；推进",
        "落实到位（某县发展专班负责）\n推进",
    ] {
        check(text, expected);
    }
    check("落实到位（市教育局负责）推进。", &["responsible 市教育局"]);
    check("落实到位（技工院校内由人社局负责），推进。", &[]);
    check("（某某某某某某某某某某某某某某某某某某负责）", &[]);
    check("（建立市场监管部门负责）", &[]);
}

#[test]
fn labels_of_every_place() {
    for (text, expected) in [
        ("（完善规划）责任单位：市教育局", "responsible 市教育局"),
        ("（完善规划\n责任单位：市教育局\n）", "responsible 市教育局"),
        ("。责任单位：市教育局", "responsible 市教育局"),
        ("责任单位 ： 市教育局", "responsible 市教育局"),
        ("【牵头单位市教育局】", "lead 市教育局"),
        (
            "（责任单位）：市教育局，市财政局",
            "responsible 市教育局/市财政局",
        ),
        ("责任单位：市教育局\n市财政局", "responsible 市教育局"),
        (
            "责任单位：市教育局、\n\n市财政局、\n市民政局\n下一条。",
            "responsible 市教育局/市财政局/市民政局",
        ),
        (
            "责任单位：市教育局，\n市财政局",
            "responsible 市教育局/市财政局",
        ),
        ("责任单位：市教育局 任务：推进", "responsible 市教育局"),
        ("责任单位：市教育局 责任人：张三", "responsible 市教育局"),
        (
            "（责任人：张三，李四；责任单位：市教育局）",
            "responsible 市教育局",
        ),
        ("（责任人：张三，市财政局负责）", "responsible 市财政局"),
        (
            "（责任领导：张三；市教育局牵头，市财政局配合）",
            "lead 市教育局 | cooperating 市财政局",
        ),
        (
            "（牵头单位: 市教育局 ; 配合单位: 市财政局 ）",
            "lead 市教育局 | cooperating 市财政局",
        ),
        (
            "（责任单位：市教育局，市民政局、市财政局牵头）",
            "responsible 市教育局 | lead 市民政局/市财政局",
        ),
        (
            "（责任单位：市教育局、市民政局会同市财政局）",
            "lead 市教育局/市民政局 | cooperating 市财政局",
        ),
        (
            "（市教育局牵头；市民政局、市财政局）",
            "lead 市教育局 | responsible 市民政局/市财政局",
        ),
        (
            "（市教育局、“两办、中心”、市财政局负责）",
            "responsible 市教育局/“两办、中心”/市财政局",
        ),
    ] {
        check(text, &[expected]);
    }
    check(
        "【牵头单位】市教育局 【配合单位】市财政局",
        &["lead 市教育局 | cooperating 市财政局"],
    );
    check(
        "责任单位：市教育局\n说明\n配合单位：市财政局",
        &["responsible 市教育局", "cooperating 市财政局"],
    );
    for text in [
        "【责任】市教育局",
        "承办单位：市教育局",
        "完成时限：9月底前",
        "（市教育局，下同）",
        "（列第一位者为牵头单位，下同）",
        "（无牵头单位的，责任单位即为牵头单位，下同）",
        "（以下均需各县区政府落实，不再列出）",
    ] {
        check(text, &[]);
    }
}

#[test]
fn deadlines_are_told_from_bodies() {
    for (text, expected, deadline) in [
        (
            "（责任单位：市教育局，完成时限：9月底前、长期坚持）",
            "responsible 市教育局",
            "9月底前、长期坚持",
        ),
        (
            "（责任单位：市教育局；完成时限：2025年底，持续推进）",
            "responsible 市教育局",
            "2025年底，持续推进",
        ),
        (
            "（完成时限：立即，市教育局负责）",
            "responsible 市教育局",
            "立即",
        ),
        (
            "完成时限：9月底前\n责任单位：市教育局",
            "responsible 市教育局",
            "9月底前",
        ),
        (
            "责任单位：市教育局　完成时限：9月",
            "responsible 市教育局",
            "9月",
        ),
        (
            "（9月底前，10月底前，市教育局牵头）",
            "lead 市教育局",
            "9月底前，10月底前",
        ),
    ] {
        let (mut state, mut diagnostics) =
            (MarkerState::default(), Diagnostics::default());
        let span = Span::new(0, text.len());
        let markers = find_markers(text, span, &mut state, &mut diagnostics);
        let [marker] = markers.as_slice() else {
            panic!("{text}: {markers:?}");
        };
        assert_eq!(shown(marker), expected, "{text}");
        let found = marker.deadline.map(|span| &text[span.range()]);
        assert_eq!(found, Some(deadline), "{text}");
    }
}

#[test]
fn notes_on_the_order_of_names_need_both_their_words() {
    for text in [
        "（市教育局、市财政局负责）承担第一责任。",
        "（市教育局、市财政局负责）首都功能。",
    ] {
        check(text, &["responsible 市教育局/市财政局"]);
        let (mut state, mut diagnostics) =
            (MarkerState::default(), Diagnostics::default());
        let span = Span::new(0, text.len());
        find_markers(text, span, &mut state, &mut diagnostics);
        assert!(!state.first_leads, "{text}");
    }
    check(
        "（市教育局负责；均涉及试点，不再列出）完成。（市财政局牵头）",
        &["responsible 市教育局", "lead 市财政局"],
    );
    check(
        "（市教育局负责；以下均由各县区政府落实，不再列出）完成。（无）（市财政局牵头）",
        &[
            "responsible 市教育局 | responsible 各县区政府",
            "lead 市财政局 | responsible 各县区政府",
        ],
    );
}

#[test]
fn verbs_after_lists() {
    check(
        "建成。（省商务厅牵头，合肥海关配合）",
        &["lead 省商务厅 | cooperating 合肥海关"],
    );
    check(
        "建成。（财政部牵头，国务院相关部门及各地区按职责分工负责）",
        &["lead 财政部 | responsible* 国务院相关部门/各地区"],
    );
    check(
        "〔各级人民政府负责,区党委组织部(编办),发展改革委、卫生健康委,西藏军区保障部配合〕",
        &["responsible 各级人民政府 | \
           cooperating 区党委组织部(编办)/发展改革委/卫生健康委/西藏军区保障部"],
    );
    check(
        "建成。（省厅甲局、省乙局按职责分工牵头，省丙局等省直有关部门配合）",
        &["lead* 省厅甲局/省乙局 | cooperating 省丙局"],
    );
    check(
        "建成。（商务部指导，供销合作总社参与）",
        &["cooperating 商务部 | cooperating 供销合作总社"],
    );
    check(
        "建成。（国家发展改革委、财政部会同有关部门负责）",
        &["lead 国家发展改革委/财政部 | cooperating 有关部门"],
    );
    check(
        "做好。（省十大新兴产业推进组工作专班牵头单位牵头，省十大新兴产业推进组工作专班成员单位按职责分工配合）",
        &["lead 省十大新兴产业推进组工作专班牵头单位 | \
           cooperating* 省十大新兴产业推进组工作专班成员单位"],
    );
    check(
        "做好。（农业农村部、工业和信息化部牵头负责）",
        &["lead 农业农村部/工业和信息化部"],
    );
}

#[test]
fn deadlines_inside_markers() {
    let text = "（5月底取得明显成效并持续推进，牵头考核单位：市审批服务局）";
    let (mut state, mut diagnostics) = (MarkerState::default(), Diagnostics::default());
    let span = Span::new(0, text.len());
    let markers = find_markers(text, span, &mut state, &mut diagnostics);
    let deadline = markers[0].deadline.unwrap();
    assert_eq!(&text[deadline.range()], "5月底取得明显成效并持续推进");
    assert_eq!(shown(&markers[0]), "lead 市审批服务局");
}

#[test]
fn brackets_within_brackets_may_go_any_depth() {
    let deep = "市教育局（完成时限：".repeat(20_000);
    let text = format!("责任单位：{deep}\n");
    let (mut state, mut diagnostics) = (MarkerState::default(), Diagnostics::default());
    let span = Span::new(0, text.len());
    let markers = find_markers(&text, span, &mut state, &mut diagnostics);
    assert!(markers.len() <= 1, "{}", markers.len());
}

#[test]
fn a_note_in_brackets_behind_the_last_name_is_no_part_of_it() {
    check(
        "责任单位：县卫健局、县消防救援大队（按职责分工负责）\n",
        &["responsible 县卫健局/县消防救援大队"],
    );
    check(
        "责任单位：县政府办公室（督查室）、县住建局（列首位者为牵头单位）\n",
        &["lead 县政府办公室（督查室） | responsible 县住建局"],
    );
    check(
        "责任单位：县人社局、县农业农村局（完成时限：2025年底）\n",
        &["responsible 县人社局/县农业农村局"],
    );
}

#[test]
fn the_first_named_leads_from_its_note_on() {
    check(
        "甲。（工业和信息化部、科技部等负责。列第一位者为牵头单位，下同）乙。（教育部、财政部等负责）丙。（各省级人民政府负责）",
        &[
            "lead 工业和信息化部 | responsible 科技部",
            "lead 教育部 | responsible 财政部",
            "lead 各省级人民政府",
        ],
    );
    check(
        "甲。（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）乙。（海关总署牵头，财政部配合）",
        &[
            "lead 税务总局 | responsible 财政部",
            "lead 海关总署 | cooperating 财政部",
        ],
    );
    check(
        "甲。（省发展改革委、省商务厅按职责分工负责，列第一的为牵头单位，下同）",
        &["lead* 省发展改革委 | responsible* 省商务厅"],
    );
    check(
        "责任单位：市发改委、市财政局(除标注“分别牵头”外,列第一位为牵头或汇总单位,下同)\n",
        &["lead 市发改委 | responsible 市财政局"],
    );
}

#[test]
fn a_value_before_a_list_is_no_body() {
    check(
        "一是失业率控制在5%以内（市人社局、市财政局）。\n二、其他",
        &["responsible 市人社局/市财政局"],
    );
    check(
        "新增就业2万人（市人社局）。\n二、其他",
        &["responsible 市人社局"],
    );
    check("联系电话：12345678（市人社局）。\n二、其他", &[]);
    check("拨打12345（市人社局）。\n二、其他", &[]);
    check(
        "清理园区内（市人社局、市财政局）",
        &["responsible 市人社局/市财政局"],
    );
}

#[test]
fn a_case_in_which_the_first_named_leads_names_nobody() {
    check(
        "甲。（由市教育局、财政局负责。一项工作涉及几个单位的，由排名首位的单位牵头负责，下同）乙。（由市公安局、司法局负责）",
        &[
            "lead 市教育局 | responsible 财政局",
            "lead 市公安局 | responsible 司法局",
        ],
    );
}

#[test]
fn standing_bodies_are_responsible_from_their_note_on() {
    check(
        "甲。〔责任单位：省发展改革委、商务厅按职责分工负责。具体任务均涉及相关市（州）人民政府，不再做分工，下同。〕乙。〔责任单位：省市场监管局〕",
        &[
            "responsible* 省发展改革委/商务厅 | responsible 相关市（州）人民政府",
            "responsible 省市场监管局 | responsible 相关市（州）人民政府",
        ],
    );
}

#[test]
fn notes_that_run_on_over_a_list_are_read_whole() {
    check(
        "甲。(责任单位:市工信局、市财政局等有关部门,各县区人民政府、园区管委会。以下政策措施均需各县区人民政府、园区管委会落实,不再单独列出)乙。（责任单位：市教育局）",
        &[
            "responsible 市工信局/市财政局/各县区人民政府/园区管委会",
            "responsible 市教育局 | responsible 各县区人民政府/园区管委会",
        ],
    );
    check(
        "甲。〔市生态环境局牵头,各县、区人民政府(管委会)负责落实。以下各项工作均需各县、区人民政府(管委会)落实,不再列出。〕乙。〔市公安局牵头〕",
        &[
            "lead 市生态环境局 | responsible 各县、区人民政府(管委会)",
            "lead 市公安局 | responsible 各县、区人民政府(管委会)",
        ],
    );
    check(
        "甲。(市教育局、市委农办,各县人民政府,排名第一位为牵头单位,下同)乙。（市公安局、市司法局负责）",
        &[
            "lead 市教育局 | responsible 市委农办/各县人民政府",
            "lead 市公安局 | responsible 市司法局",
        ],
    );
    check(
        "责任单位:市发改委、市财政局(第一责任单位为牵头单位,下同)\n",
        &["lead 市发改委 | responsible 市财政局"],
    );
}

#[test]
fn classes_of_a_government_are_bodies() {
    check(
        "建成。（市发展改革委牵头，市政府各部门、各县〔区〕政府按职责分工负责）",
        &["lead 市发展改革委 | responsible* 市政府各部门/各县〔区〕政府"],
    );
    check("建成。（市政府各项工作、各类学校负责）", &[]);
}

#[test]
fn lines_of_their_own() {
    check(
        "做好。\n责任单位：省教育厅、省财政厅\n",
        &["responsible 省教育厅/省财政厅"],
    );
    check(
        "增长5%。\n牵头负责领导:宁波。\n牵头责任单位:市财政局。\n协同责任单位:市税务局、人行芜湖市中心支行。\n",
        &["lead 市财政局 | cooperating 市税务局/人行芜湖市中心支行"],
    );
    check("主办单位：某市人民政府办公室\n责任编辑：张三\n", &[]);
}

#[test]
fn other_brackets_are_no_markers() {
    check("落实到生产队（或其他基本核算单位，下同）。", &[]);
    check(
        "证书的实施（技工院校内由人力资源社会保障行政部门负责），国务院",
        &[],
    );
    check("成员（名单附后）。", &[]);
    check("深化改革（包括落实主体责任）。", &[]);
}

#[test]
fn unclosed_and_empty_markers_are_reported() {
    let text = "做好。（责任单位：省教育厅。\n（责任单位：）";
    let (mut state, mut diagnostics) = (MarkerState::default(), Diagnostics::default());
    let span = Span::new(0, text.len());
    let markers = find_markers(text, span, &mut state, &mut diagnostics);
    assert_eq!(
        markers.iter().map(shown).collect::<Vec<_>>(),
        ["responsible 省教育厅"]
    );
    let codes: Vec<_> = diagnostics
        .finish()
        .iter()
        .map(|found| found.code)
        .collect();
    assert_eq!(codes, [Code::UnclosedBracket, Code::NoDepartment]);
}

#[test]
fn how_and_when_beside_the_bodies_names_none() {
    for manner in [
        "2024年底前完成，并长期坚持",
        "2024年底前完成，并持续推进",
        "全年推进",
        "按季度推进",
        "立行立改",
        "即行即改并长期坚持",
        "立即整改，长期坚持",
        "分年度实施",
        "按规定时限完成",
        "具体时间另行通知",
        "根据上级部署适时推进",
        "第三季度完成",
        "本月底前",
        "需长期坚持",
        "并向社会公布",
    ] {
        check(
            &format!("建成。（市委宣传部牵头，市教育局配合，{manner}）"),
            &["lead 市委宣传部 | cooperating 市教育局"],
        );
        for text in [
            format!("建成。（责任单位：市委宣传部、市教育局；{manner}）"),
            format!("建成。（市委宣传部、市教育局负责，{manner}）"),
            format!("建成。（{manner}，市委宣传部、市教育局负责）"),
        ] {
            check(&text, &["responsible 市委宣传部/市教育局"]);
        }
    }
    check(
        "建成。（市委宣传部、市教育局；“十四五”期间）",
        &["responsible 市委宣传部/市教育局"],
    );
    // Those who only do so may be bodies that no list knows.
    check(
        "建成。（市委宣传部牵头，新华传媒集团，云图公司配合）",
        &["lead 市委宣传部 | cooperating 新华传媒集团/云图公司"],
    );
}

#[test]
fn verbs_that_only_a_statement_set_apart_has() {
    check(
        "建成。（市委宣传部统筹，市教育局、市文旅局落实，各县区实施）",
        &["lead 市委宣传部 | responsible 市教育局/市文旅局 | responsible 各县区"],
    );
    check(
        "建成。（市委宣传部抓总，市教育局主抓，各县区配合）",
        &["lead 市委宣传部 | responsible 市教育局 | cooperating 各县区"],
    );
    check(
        "建成。（由市委宣传部、市教育局共同实施）",
        &["responsible 市委宣传部/市教育局"],
    );
    check(
        "建成。（市委宣传部会同市教育局）",
        &["lead 市委宣传部 | cooperating 市教育局"],
    );
    check(
        "建成。（实施主体：各县区；监管单位：市教育局）",
        &["responsible 各县区 | cooperating 市教育局"],
    );
    check(
        "建成。责任单位为市委宣传部、市教育局，其中市委宣传部为牵头单位。",
        &["responsible 市委宣传部/市教育局 | lead 市委宣传部"],
    );
}

#[test]
fn a_list_that_reads_as_a_label_is_none() {
    for (list, names) in [
        (
            "公安部、市场监管总局等相关单位及各地区",
            "公安部/市场监管总局/各地区",
        ),
        (
            "省公安厅、市场监管局等有关部门和各市州",
            "省公安厅/市场监管局/各市州",
        ),
        (
            "公安部、税务总局等相关单位、各地区",
            "公安部/税务总局/各地区",
        ),
    ] {
        check(
            &format!("公开。（{list}按职责分工负责）"),
            &[&format!("responsible* {names}")],
        );
    }
    check(
        "公开。（责任单位市公安局及市教育局）",
        &["responsible 市公安局/市教育局"],
    );
}

#[test]
fn labels_of_no_known_role_open_a_list_of_their_own() {
    check(
        "做好。（牵头单位：区住建局，支撑单位：区规划资源局、区财政局）",
        &["lead 区住建局 | cooperating 区规划资源局/区财政局"],
    );
    check(
        "做好。（牵头单位：区住建局；责任单位：各镇；验收单位：区财政局）",
        &["lead 区住建局 | responsible 各镇 | cooperating 区财政局"],
    );
    check(
        "做好。（牵头单位：市住建局，业务指导单位：市财政局，资金保障单位：市国资委）",
        &["lead 市住建局 | cooperating 市财政局 | cooperating 市国资委"],
    );
    check(
        "做好。（牵头：县住建局；验收：县财政局；支撑：县国资委）",
        &["lead 县住建局 | cooperating 县财政局 | cooperating 县国资委"],
    );
    check(
        "做好。\n牵头单位：区住建局\n统筹单位：区委办\n包保单位：区财政局",
        &["lead 区住建局 | lead 区委办 | responsible 区财政局"],
    );
    // Which of the bodies, not what they do.
    check(
        "做好。（责任单位：市级部门：市发改委；县级部门：县发改局；县级：各县区）",
        &["responsible 市发改委 | responsible 县发改局 | responsible 各县区"],
    );
}

#[test]
fn other_fields_in_a_statement_name_nobody() {
    check(
        "做好。（责任单位：县住建局；分管县长：张三；监督电话：12345）",
        &["responsible 县住建局"],
    );
    check(
        "做好。（责任单位：县住建局；备注：每季度一次，半年通报；配合单位：县财政局）",
        &["responsible 县住建局 | cooperating 县财政局"],
    );
    check(
        "做好。（责任单位：县住建局；联系人：李四，县财政局配合）",
        &["responsible 县住建局 | cooperating 县财政局"],
    );
    check(
        "做好。（牵头单位：县住建局，各镇：具体实施）",
        &["lead 县住建局 | responsible 各镇"],
    );
}

#[test]
fn who_sees_to_helping_helps() {
    check(
        "做好。（县住建局负责牵头、县财政局负责协助、各镇负责落实）",
        &["lead 县住建局 | cooperating 县财政局 | responsible 各镇"],
    );
    check("做好。（各乡镇负责配合）", &["cooperating 各乡镇"]);
    check(
        "做好。（县住建局牵头，各乡镇负责参与）",
        &["lead 县住建局 | cooperating 各乡镇"],
    );
}

#[test]
fn a_time_limit_stands_before_a_list_too() {
    check(
        "做好。（6月底前，县住建局、县财政局）",
        &["responsible 县住建局/县财政局"],
    );
    check("做好。（2025年底前，县住建局）", &["responsible 县住建局"]);
    check("做好。（2025年6月，县住建局印发）", &[]);
    check("做好。（2023年12月，市统计局）", &[]);
    check("做好。（6月底前）", &[]);
}

#[test]
fn what_the_last_bodies_do_may_say_no_role() {
    let both = ["lead 市教委 | responsible 各区政府"];
    for words in [
        "组织落实",
        "组织开展",
        "组织完成",
        "推动落实",
        "组织推进",
        "协调推进",
        "具体推进",
        "推进实施",
        "认真组织落实",
        "属地落实",
        "分级负责",
        "承接落实",
        "保障",
    ] {
        check(&format!("做好工作。（市教委牵头，各区政府{words}）"), &both);
    }
    check("做好工作。（市教委牵头负责、各区政府组织落实）", &both);
    check(
        "做好工作。（市教委牵头，市直各部门按职责分工推进，各县（市、区）政府推动落实）",
        &["lead 市教委 | responsible* 市直各部门 | responsible 各县（市、区）政府"],
    );
    check(
        "做好工作。（市财政局牵头负责，市民政局按职责组织配合）",
        &["lead 市财政局 | cooperating* 市民政局"],
    );
    check(
        "做好工作。（市应急局、各区政府组织落实）",
        &["responsible 市应急局/各区政府"],
    );
}

#[test]
fn beside_those_who_have_a_role_any_act_gives_one() {
    check(
        "做好工作。（市发展改革委牵头推进，市大数据中心提供技术支撑）",
        &["lead 市发展改革委 | cooperating 市大数据中心"],
    );
    check(
        "做好工作。（各街镇全面负责，区城管执法局专业指导，区房管局督促物业企业落实）",
        &["responsible 各街镇 | cooperating 区城管执法局 | cooperating 区房管局"],
    );
    check(
        "做好工作。（市发展改革委、市财政局按照各自职责，市市场监管局负责监督检查）",
        &["responsible* 市发展改革委/市财政局 | responsible 市市场监管局"],
    );
    check(
        "做好工作。（市政府督查室督办，各区政府具体抓落实）",
        &["cooperating 市政府督查室 | responsible 各区政府"],
    );
    check(
        "做好工作。（区民政局主导，区统计局、各村居委会协同，区财政局做好资金保障）",
        &["lead 区民政局 | cooperating 区统计局/各村居委会 | responsible 区财政局"],
    );
    check(
        "做好工作。（市水务局负主责，市财政局安排经费，公安、交通等部门联动）",
        &["lead 市水务局 | responsible 市财政局 | cooperating 公安/交通"],
    );
    // Who approves in a bracket of its own has no part in the work.
    check("申请设立的（市教育局审批），应当公示。", &[]);
}

#[test]
fn who_urges_others_on_cooperates() {
    for words in ["督促落实", "督促检查", "督促推动", "督促指导"] {
        check(
            &format!("做好工作。（县发改局{words}，各乡镇组织实施）"),
            &["cooperating 县发改局 | responsible 各乡镇"],
        );
    }
}

#[test]
fn organisations_keep_their_name() {
    for name in ["各社会组织", "各级党组织", "群团组织"] {
        check(
            &format!("做好工作。（市民政局牵头，{name}落实）"),
            &[&format!("lead 市民政局 | responsible {name}")],
        );
    }
    // A verb with nobody before it names nobody.
    check("做好工作。（市教委牵头负责、组织落实）", &["lead 市教委"]);
}

#[test]
fn a_bracket_may_break_its_line_behind_a_semicolon() {
    check(
        "改造棚户区。\n（牵头单位：县住建局；\n配合单位：县财政局）",
        &["lead 县住建局 | cooperating 县财政局"],
    );
}

#[test]
fn one_body_behind_the_work_it_is_to_do_is_responsible() {
    for work in ["加快物流发展", "建设物流园区，引进项目"] {
        check(&format!("{work}（县商务局）。"), &["responsible 县商务局"]);
    }
    check(
        "建设物流园区（县商务局、县发改局）。",
        &["responsible 县商务局/县发改局"],
    );
    // Whose man somebody is, whose telephone it is, and what a class is.
    for words in ["成员：张文文", "联系电话：12345678", "报有关部门"] {
        check(&format!("{words}（县商务局）。"), &[]);
    }
}

#[test]
fn labels_may_hold_a_stroke_or_a_bracket_and_stand_behind_one() {
    check(
        "提升质量。（牵头单位：县教育局/配合单位：县财政局、县人社局）",
        &["lead 县教育局 | cooperating 县财政局/县人社局"],
    );
    check(
        "提升质量。\n责任部门/单位：县教育局、县财政局",
        &["responsible 县教育局/县财政局"],
    );
    check(
        "提升质量。\n责任科（室）：基教科、人事科",
        &["responsible 基教科/人事科"],
    );
}

#[test]
fn a_role_in_brackets_behind_a_name_opens_no_list() {
    check("县公安局（牵头单位）：查处违法行为和案件。", &[]);
    check("县应急局、县交通局（配合单位）：做好检查工作。", &[]);
    check("县住建局（牵头单位）负责工地监管。", &[]);
    check("建立河长（责任单位）台账，明确物业服务企业职责。", &[]);
}

#[test]
fn a_line_of_members_goes_on_with_the_statement_above() {
    for text in [
        "综合协调组\n牵头单位：县政府办\n成员单位：县公安局、各乡镇人民政府\n职责：做好协调。",
        "综合协调组\n牵头单位：县政府办。\n成员单位：县公安局、各乡镇人民政府。\n联系人：张三",
    ] {
        check(
            text,
            &["lead 县政府办 | cooperating 县公安局/各乡镇人民政府"],
        );
    }
    // Nothing says who they are members of.
    check("治安组\n成员单位：县公安局、县司法局", &[]);
    check(
        "信息组\n责任单位：县统计局\n填报时间：2025年3月",
        &["responsible 县统计局"],
    );
}
