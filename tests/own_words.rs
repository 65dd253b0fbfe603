//! A user's own rows of the lexicon: what is read with them and without, alone and in two
//! threads, and what is no row.
#![allow(clippy::unwrap_used)]

use std::thread;

use gongwen::{DepartmentKind, Document, Lexicon, Parser, Role};

const NOTICE: &str = "\
关于推进公共交通发展的通知
各区人民政府：
一、扩建商业街。到2025年，商业街达到500铺位。（市大数据发展促进委牵头，市财政局会签）
二、加强服务。为乘客做好服务。
经办单位：市交通运输局
";

const PAGE: &str = "\
<html><body><div class='menu'><p>本站首页 我要提问 网上办事大厅 便民服务</p></div>\
<div class='gk-nr'><p>关于做好防汛工作的通知</p><p>一、加强值守。各单位要加强汛期值守。</p></div>\
<p>二、扫码下载客户端，随时随地看新闻。</p></body></html>";

const TABLES: [(&str, &str); 4] = [
    ("unit.tsv", "# own\n鋪位\tcount\n"),
    (
        "department.tsv",
        "大数据发展促进委员会\tagency\t\t大数据发展促进委\n",
    ),
    (
        "role.tsv",
        "会签\tverb\tcooperating\n经办\tlabel\tresponsible\n",
    ),
    ("site_marker.tsv", "class=GK-nr\tcontent\town\n"),
];

fn lexicon(tables: &[(&str, &str)]) -> Lexicon {
    Lexicon::from_tables(tables.iter().copied()).unwrap()
}

fn parse(parser: &Parser, text: &str) -> Document {
    parser.parse(text.as_bytes()).unwrap().document
}

/// Each task's bodies: role, name, canonical name, kind.
fn duties(document: &Document) -> Vec<(Role, &str, Option<&str>, DepartmentKind)> {
    let tasks = document.tasks.iter();
    let duties = tasks.flat_map(|task| &task.responsibilities);
    duties
        .flat_map(|duty| duty.departments.iter().map(|body| (duty.role, body)))
        .map(|(role, body)| {
            (
                role,
                body.name.as_str(),
                body.canonical.as_deref(),
                body.kind,
            )
        })
        .collect()
}

fn units(document: &Document) -> Vec<Option<&str>> {
    let targets = document.targets.iter();
    targets.map(|target| target.unit.as_deref()).collect()
}

#[test]
fn words_of_ones_own_are_read() {
    let parser = Parser::new().lexicon(lexicon(&TABLES));
    let document = parse(&parser, NOTICE);
    assert_eq!(units(&document), [Some("铺位")]);
    let committee = (
        Role::Lead,
        "市大数据发展促进委",
        Some("大数据发展促进委员会"),
        DepartmentKind::Agency,
    );
    let finance = (
        Role::Cooperating,
        "市财政局",
        Some("财政局"),
        DepartmentKind::Agency,
    );
    let transport = (
        Role::Responsible,
        "市交通运输局",
        Some("交通运输局"),
        DepartmentKind::Agency,
    );
    assert_eq!(duties(&document), [committee, finance, transport]);
    assert_eq!(
        parse(&parser, PAGE).text.trim(),
        "关于做好防汛工作的通知\n一、加强值守。各单位要加强汛期值守。"
    );
}

#[test]
fn without_them_nothing_is_known_of_them() {
    let parser = Parser::new();
    let document = parse(&parser, NOTICE);
    assert!(!units(&document).contains(&Some("铺位")));
    let duties = duties(&document);
    assert!(
        duties
            .iter()
            .all(|(_, _, canonical, _)| *canonical != Some("大数据发展促进委员会"))
    );
    assert!(duties.iter().all(|duty| duty.1 != "市交通运输局"));
    assert!(duties.iter().all(|duty| duty.0 != Role::Cooperating));
    assert!(parse(&parser, PAGE).text.contains("扫码下载客户端"));
}

#[test]
fn a_row_takes_the_place_of_a_built_in_one_in_its_form_only() {
    let own = lexicon(&[("role.tsv", "配合\tverb\tlead\n")]);
    let text = "一、加强值守。（市财政局配合）\n二、加强巡查。\n配合单位：市水务局\n";
    let roles = |parser: &Parser| {
        let document = parse(parser, text);
        let duties: Vec<_> = duties(&document).iter().map(|duty| duty.0).collect();
        duties
    };
    let with = roles(&Parser::new().lexicon(own));
    assert_eq!(with, [Role::Lead, Role::Cooperating]);
    let without = roles(&Parser::new());
    assert_eq!(without, [Role::Cooperating, Role::Cooperating]);
}

#[test]
fn labels_and_ends_of_a_site_are_read() {
    let own = lexicon(&[
        ("site_field.tsv", "发文 文号\tdocument_number\n"),
        ("site_tail.tsv", "本网小编\n"),
        ("site_control.tsv", "猛戳这里\n"),
    ]);
    let text = "发文文号：沪府办〔2023〕5号\n猛戳这里\n关于做好防汛工作的通知\n\
                一、加强值守。各单位要加强汛期值守。\n本网小编：小王\n";
    let document = parse(&Parser::new().lexicon(own), text);
    let removed: Vec<_> = document
        .removed
        .iter()
        .map(|part| part.text.trim())
        .collect();
    assert_eq!(
        removed,
        ["发文文号：沪府办〔2023〕5号", "猛戳这里", "本网小编：小王"]
    );
    let number = document.header.document_number.unwrap();
    assert_eq!(number.text, "沪府办〔2023〕5号");
    assert!(parse(&Parser::new(), text).text.contains("猛戳这里"));
}

#[test]
fn two_threads_read_with_a_lexicon_each() {
    let parsers = [
        Parser::new().lexicon(lexicon(&[("unit.tsv", "铺位\tcount\n")])),
        Parser::new().lexicon(lexicon(&[("unit.tsv", "铺位\tcount\t商铺位\n")])),
        Parser::new(),
    ];
    let alone: Vec<_> = parsers.iter().map(|parser| parse(parser, NOTICE)).collect();
    assert_eq!(units(&alone[0]), [Some("铺位")]);
    assert_eq!(units(&alone[1]), [Some("商铺位")]);
    thread::scope(|scope| {
        for (parser, alone) in parsers.iter().zip(&alone) {
            scope.spawn(move || {
                for _ in 0..20 {
                    assert_eq!(&parse(parser, NOTICE), alone);
                }
            });
        }
    });
    // One thread, in turn.
    for (parser, alone) in parsers
        .iter()
        .chain(parsers.iter().rev())
        .zip(alone.iter().chain(alone.iter().rev()))
    {
        assert_eq!(&parse(parser, NOTICE), alone);
    }
}

#[test]
fn single_lines_are_read_with_them() {
    let parser = Parser::new().lexicon(lexicon(&TABLES));
    let unit = |parser: &Parser| {
        let values = parser.values("新增商业街500铺位", None);
        values.quantities[0].unit.clone()
    };
    assert_eq!(unit(&parser).as_deref(), Some("铺位"));
    assert_eq!(unit(&Parser::new()), None);
    assert_eq!(
        gongwen::values("新增商业街500铺位", None).quantities[0].unit,
        None
    );
}

#[test]
fn the_same_rows_are_one_lexicon() {
    let one = lexicon(&[(
        "unit.tsv",
        "\u{feff}# mine\r\n鋪位\tcount\t\t\r\n床日\tcount",
    )]);
    let other = lexicon(&[
        ("unit.tsv", "床日\tcount\n"),
        ("unit.tsv", "\n铺位\tcount\n"),
    ]);
    assert_eq!(one, other);
    assert_eq!(one.to_string(), "# unit.tsv\n床日\tcount\n铺位\tcount\n");
    assert_ne!(one, lexicon(&[("unit.tsv", "床日\tcount\n")]));
    assert_eq!(lexicon(&[]).to_string(), "");
}

#[test]
fn a_lexicon_goes_to_other_threads() {
    fn goes<T: Send + Sync + 'static>() {}
    goes::<Lexicon>();
    goes::<Parser>();
}

/// Reads one table, and expects what it says of it.
#[track_caller]
fn fails(table: &str, text: &str, message: &str) {
    let error = Lexicon::from_tables([(table, text)]).unwrap_err();
    assert_eq!(error.to_string(), message);
    assert_eq!(error.table(), table);
}

#[test]
fn what_is_no_row_says_where_and_what_is_expected() {
    fails(
        "units.tsv",
        "",
        "units.tsv: expected a table named unit.tsv, department.tsv, role.tsv, \
         site_marker.tsv, site_field.tsv, site_control.tsv or site_tail.tsv",
    );
    fails(
        "unit.tsv",
        "# own\n\n铺位 count\n",
        "unit.tsv:3: expected 2 to 5 columns, divided by tabs, found 1",
    );
    fails(
        "unit.tsv",
        "铺位\tthing\n",
        "unit.tsv:1: expected one of age, count, duration, grade, measure, money, \
         multiple, point, ratio or score, found `thing`",
    );
    fails(
        "unit.tsv",
        "元宝\tmoney\t\t角宝\n",
        "unit.tsv:1: expected a smaller unit and its share like `角:0.1`, found `角宝`",
    );
    fails(
        "unit.tsv",
        "\tcount\n",
        "unit.tsv:1: expected a word in the first column, found none",
    );
    fails(
        "unit.tsv",
        "铺位\tcount\n鋪位\tmeasure\n",
        "unit.tsv:2: `铺位` stands there already",
    );
    fails(
        "department.tsv",
        "大数据发展促进委\tbureau\n",
        "department.tsv:1: expected one of agency, collective, enterprise, government, \
         institution, judicial, mass, other, party or temporary, found `bureau`",
    );
    fails(
        "department.tsv",
        "低空经济\tagency\t局\n",
        "department.tsv:1: expected heads of three levels like `部|厅|局`, or none, found `局`",
    );
    fails(
        "role.tsv",
        "会签\tnoun\tlead\n",
        "role.tsv:1: expected one of adverb, label, last, tail or verb, found `noun`",
    );
    fails(
        "role.tsv",
        "会签\tverb\tdivision\n",
        "role.tsv:1: expected one of cooperating, lead or responsible, found `division`",
    );
    fails(
        "site_marker.tsv",
        "#main\tcontent\n.main\tcontent\n",
        "site_marker.tsv:2: expected a mark like `id=main`, found `.main`",
    );
    fails(
        "site_marker.tsv",
        "tag=main\tcontent\n",
        "site_marker.tsv:1: expected one of class, comment, id, meta or word, found `tag`",
    );
    fails(
        "site_marker.tsv",
        "id=main\tcontent-begin\n",
        "site_marker.tsv:1: expected one of content, site or wrapper, found `content-begin`",
    );
    fails(
        "site_field.tsv",
        "文号\tnumber\n",
        "site_field.tsv:1: expected one of -, date_effective, date_expiry, date_issued, \
         date_printed, date_published, document_number, index_number, \
         issuing_authorities, publisher or site_title, found `number`",
    );
    fails(
        "site_tail.tsv",
        "本网\t小编\n",
        "site_tail.tsv:1: expected 1 column, divided by tabs, found 2",
    );
}

#[test]
fn every_built_in_table_could_be_a_users() {
    for name in Lexicon::TABLES {
        let path = format!("{}/src/lexicon/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let whole = lexicon(&[(name, text.as_str())]);
        for sample in [NOTICE, PAGE] {
            let own = parse(&Parser::new().lexicon(whole.clone()), sample);
            assert_eq!(own, parse(&Parser::new(), sample), "{name}");
        }
    }
}
