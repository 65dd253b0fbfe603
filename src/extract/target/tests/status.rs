//! What is planned, what was reached, and what a rule sets.

use super::*;
use crate::model::TaskKind;

#[test]
fn status_follows_section_genre_and_wording() {
    for (text, kind, genre, status) in [
        (
            "森林覆盖率达到30%",
            SectionKind::Goals,
            Genre::Notice,
            TargetStatus::Planned,
        ),
        (
            "森林覆盖率达到30%",
            SectionKind::Review,
            Genre::Report,
            TargetStatus::Achieved,
        ),
        (
            "累计救助患者293人",
            SectionKind::Other,
            Genre::Bulletin,
            TargetStatus::Achieved,
        ),
        (
            "给予最高不超过15万元的贷款",
            SectionKind::Other,
            Genre::Notice,
            TargetStatus::Condition,
        ),
        (
            "使用面积不小于25平方米",
            SectionKind::Other,
            Genre::Measures,
            TargetStatus::Condition,
        ),
    ] {
        let targets = read(text, kind, genre);
        assert_eq!(targets.len(), 1, "{text}");
        assert_eq!(targets[0].status, status, "{text}");
    }
}

#[test]
fn what_lies_in_the_past_was_achieved() {
    let text = "2015年达到60%，2020年达到70%。";
    let passage = Passage {
        subject: Some("签约率"),
        ..Passage::new(Span::new(0, text.len()), None, SectionKind::Goals)
    };
    let context = Context {
        issued: "2017-07-10".parse().ok(),
        ..Context::default()
    };
    let mut diagnostics = Diagnostics::default();
    let targets = find_targets(text, &[passage], &[], &context, &mut diagnostics);
    let status: Vec<_> = targets.iter().map(|target| target.status).collect();
    assert_eq!(status, [TargetStatus::Achieved, TargetStatus::Planned]);
}

#[track_caller]
fn status(text: &str, kind: SectionKind, genre: Genre, expected: &[TargetStatus]) {
    let found: Vec<_> = read(text, kind, genre)
        .iter()
        .map(|target| target.status)
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_line_that_opens_with_a_review_looks_back() {
    use TargetStatus::{Achieved, Planned};
    for (text, expected) in [
        (
            "2018年，我们重精准，脱贫攻坚成效显著。建立扶贫车间56个、改造危房1857户。",
            &[Achieved, Achieved][..],
        ),
        ("力争2018年脱贫攻坚成效显著。建立扶贫车间56个。", &[Planned]),
        (
            "2018年，脱贫攻坚成效显著。力争再建立扶贫车间56个。",
            &[Planned],
        ),
        ("抓好脱贫攻坚。建立扶贫车间56个。", &[Planned]),
        ("对成效明显的市，优先支持1家高新区升级。", &[Planned]),
    ] {
        status(text, SectionKind::Other, Genre::Opinions, expected);
    }
}

#[test]
fn a_target_that_is_measured_by_plans_nothing() {
    use TargetStatus::{Achieved, Planned};
    let other = SectionKind::Other;
    for (text, expected) in [
        (
            "上半年，全区实现生产总值806亿元，同比增长3.2%，高于目标2.1个百分点。",
            &[Achieved; 3][..],
        ),
        (
            "1—6月累计实现财政收入25亿元，完成年度目标的56%。",
            &[Achieved; 2],
        ),
        ("全年的主要目标是生产总值增长5%左右。", &[Planned]),
    ] {
        status(text, other, Genre::Opinions, expected);
    }
}

#[test]
fn rules_are_conditions() {
    use TargetStatus::{Achieved, Condition, Planned};
    let other = SectionKind::Other;
    status(
        "报名企业只有1家的，改为谈判采购。",
        other,
        Genre::Opinions,
        &[Condition],
    );
    status(
        "基本生活标准为每人每月2000元。",
        other,
        Genre::Notice,
        &[Condition],
    );
    status(
        "基本生活标准为每人每月2000元。",
        other,
        Genre::Communique,
        &[Achieved],
    );
    status(
        "全市40%以上的街道达到建设要求。",
        other,
        Genre::Notice,
        &[Planned],
    );
    status(
        "个人负担累计超过15000元的部分予以扣除。",
        SectionKind::Provisions,
        Genre::Measures,
        &[Condition],
    );
}

#[test]
fn items_below_what_chooses_are_conditions() {
    use TargetStatus::{Condition, Planned};
    for (above, status) in [
        (
            "一、选拔对象\n具备下列条件之一的，可申报市级人才。",
            Condition,
        ),
        ("一、选拔条件\n（一）市级人才\n请如实申报。", Condition),
        ("一、入库标准\n满足以下任一条件的项目可入库：", Condition),
        ("一、保障对象\n有下列情形之一的，不予受理：", Condition),
        ("一、重点任务\n（一）改善办学条件\n请按时完成。", Planned),
        (
            "一、重点任务\n（一）着力优化就医条件\n请按时完成。",
            Planned,
        ),
        ("一、重点任务\n按照以下要求推进：", Planned),
    ] {
        let text =
            format!("某市实施方案\n{above}\n1.发表论文3篇；\n2.固定资产5000万元。\n");
        let document = crate::parse(text.as_bytes()).unwrap().document;
        let found: Vec<_> = document.targets.iter().map(|t| t.status).collect();
        assert_eq!(found, [status, status], "{text}");
    }
}

#[test]
fn a_sum_that_a_rule_grants_is_a_condition() {
    for (text, status) in [
        ("对新认定的企业给予20万元奖励。", TargetStatus::Condition),
        ("一次性奖励50万元。", TargetStatus::Condition),
        ("已给予企业奖励500万元。", TargetStatus::Achieved),
        ("投入奖励资金500万元。", TargetStatus::Planned),
        ("粮食产量7327吨,增长2.1%。", TargetStatus::Achieved),
        ("力争零售额同比增长15%以上。", TargetStatus::Planned),
    ] {
        let found = read(text, SectionKind::Other, Genre::Opinions);
        assert_eq!(
            found.first().map(|target| target.status),
            Some(status),
            "{text}"
        );
    }
}

#[test]
fn the_nearest_word_of_time_says_what_is_done() {
    use TargetStatus::{Achieved, Planned};
    let other = SectionKind::Other;
    let opinions = || Genre::Opinions;
    for (text, expected) in [
        (
            "为了确保安全，我站采购了22台公交车，开通2条线路。",
            &[Achieved, Achieved][..],
        ),
        (
            "累计完成投资6亿元，占年度投资计划的97%，超过时间进度13个百分点。",
            &[Achieved, Achieved, Achieved],
        ),
        (
            "到今天为止，共清理垃圾6车、乱搭乱建5户。",
            &[Achieved, Achieved],
        ),
        ("全镇辖16个村，总面积251平方公里。", &[Achieved, Achieved]),
        (
            "受台风影响，冲毁堤防4678米，死亡8人。",
            &[Achieved, Achieved],
        ),
        // A plan governs over semicolons, and sums up what is to come.
        (
            "我市计划接待游客20万人次，同比增长9%；收入5亿元，同比增长8%。",
            &[Planned, Planned, Planned, Planned],
        ),
        ("确保全年累计储备项目资金45亿元。", &[Planned]),
        ("安排13亿元，增长23%，支持社会保障。", &[Planned, Planned]),
        ("项目总投资120万元，目前正在进行土地流转。", &[Planned]),
        (
            "已建成公园5个，继续建设绿道20公里，力争明年通车。",
            &[Achieved, Planned],
        ),
        ("确保按期完工，新建公园5个。", &[Planned]),
    ] {
        status(text, other, opinions(), expected);
    }
}

#[test]
fn rates_of_aid_and_rebates_are_conditions() {
    use TargetStatus::{Condition, Planned};
    let other = SectionKind::Other;
    for (text, expected) in [
        ("应缴的水费给予10%的补贴。", &[Condition][..]),
        ("按实际费用的5%给予补助。", &[Condition]),
        ("补助稻田，进行机插的每亩再增加40元。", &[Condition]),
        ("单家企业补助金额不超过50万元。", &[Condition]),
        ("消费金额满100元减20元。", &[Condition, Condition]),
        ("其中，“20”是指新建特色园20座。", &[Planned]),
        (
            "“3”是指打造3个基地，“5”是指培育5家企业。",
            &[Planned, Planned],
        ),
        ("微型企业（是指从业人员≤10人的企业）。", &[Condition]),
        ("以全市7600名残疾人为主要对象。", &[Condition]),
        // A budget, and a share of what is to be done.
        ("安排奖补资金200万元。", &[Planned]),
        ("2015年完成75%以上的确权登记。", &[Planned]),
        ("发放补贴500万元。", &[Planned]),
        ("基本公卫补助标准提高到每人每年89元。", &[Planned]),
    ] {
        status(text, other, Genre::Opinions, expected);
    }
    let found = read("消费满100元减20元。", other, Genre::Notice);
    let changes: Vec<_> = found.iter().map(|target| target.change).collect();
    assert_eq!(changes, [Change::Level, Change::Level]);
}

/// What becomes of the values of a text under a heading, in a document of a title.
#[test]
fn rates_of_relief_and_what_a_case_is_granted_are_conditions() {
    use TargetStatus::{Achieved, Condition, Planned};
    for (text, expected) in [
        (
            "对特困人员给予100%救助，对低保对象按70%的比例救助。",
            &[Condition; 2][..],
        ),
        ("对受损农户按每亩300元补偿。", &[Condition]),
        (
            "合规医疗费用按80%报销，超过5万元的按90%赔付。",
            &[Condition; 3],
        ),
        (
            "培训30-50人的补助5000元，50人以上的补助8000元。",
            &[Condition; 4],
        ),
        (
            "按普通疾病70%、重大疾病100%的比例救助（超线费用不予报销）。",
            &[Condition; 2],
        ),
        ("按低保户2万元、一般户1万元给予补助。", &[Condition; 2]),
        ("按照省级50%、市级30%、县级20%的比例分担。", &[Condition; 3]),
        ("补助标准为：一类50万元，二类30万元。", &[Condition; 2]),
        ("主要任务：投资50万元，新建标准厂房3座。", &[Planned; 2]),
        ("培育国家级企业5家、省级企业10家。", &[Planned; 2]),
        ("去年共发放补偿200万元。", &[Achieved]),
        ("救助困难群众2000人次。", &[Planned]),
        ("住院费用政策内报销比例达到75%。", &[Planned]),
    ] {
        status(text, SectionKind::Tasks, Genre::Opinions, expected);
    }
}

#[track_caller]
fn told(title: &str, heading: &str, line: &str, expected: &str) {
    let text = format!("{heading}\n{line}");
    let passage = Passage {
        headings: vec![Span::new(0, heading.len())],
        ..Passage::new(Span::new(0, text.len()), Some("一"), SectionKind::Other)
    };
    let context = Context {
        titles: vec![title.to_owned()],
        issued: "2018-07-10".parse().ok(),
        reference: "2018-07-10".parse().ok(),
        ..Context::default()
    };
    let mut diagnostics = Diagnostics::default();
    let found = find_targets(&text, &[passage], &[], &context, &mut diagnostics);
    let found: String = found.iter().map(letter).collect();
    assert_eq!(found, expected, "{title} | {heading} | {line}");
}

const fn letter(target: &Target) -> char {
    match target.status {
        TargetStatus::Planned => 'P',
        TargetStatus::Achieved => 'A',
        TargetStatus::Condition => 'C',
    }
}

#[test]
fn headings_say_what_bare_verbs_mean() {
    let bare = "新建村级卫生室3所，发放低保资金120万元。";
    for (heading, expected) in [
        ("一、完成情况：", "AA"),
        ("（一）上半年工作情况", "AA"),
        ("二、存在的问题", "AA"),
        ("三、下半年工作打算", "PP"),
        ("四、下一步工作措施", "PP"),
        // A report of what is to be arranged plans nothing by its heading alone.
        ("五、2019年工作情况和下一步打算", "AA"),
        ("六、改善民生", "AA"),
    ] {
        told("某镇半年工作总结", heading, bare, expected);
    }
    told("某县民生实事实施方案", "一、改善民生", bare, "PP");
    told("某县民生实事实施方案", "一、现状", bare, "AA");
    told("工作总结及打算", "一、改善民生", bare, "PP");
}

#[test]
fn a_clear_word_of_the_clause_goes_before_the_heading() {
    for (heading, line, expected) in [
        ("一、工作打算", "已建成公园5个，再建公园3个。", "AP"),
        ("一、工作打算", "对采购了22台设备的单位予以支持。", "A"),
        ("一、工作打算", "全市累计建成基站1万个，同比增长9%。", "PP"),
        ("一、完成情况", "力争年内完成投资3亿元。", "P"),
        (
            "一、完成情况",
            "将标准由200元提高到300元，确保达标率100%。",
            "AA",
        ),
        ("一、完成情况", "到2017年，建成基站1万个。", "A"),
    ] {
        told("某县工作汇报", heading, line, expected);
    }
}

#[test]
fn the_time_that_opens_a_sentence_goes_before_the_heading() {
    for (heading, line, expected) in [
        ("一、完成情况", "到2025年，建成基站1万个。", "P"),
        ("一、完成情况", "2020年底前，建成基站1万个。", "P"),
        ("一、完成情况", "下一步，将建成基站1万个。", "P"),
        ("一、工作打算", "截至目前，建成基站1万个。", "A"),
        (
            "一、工作打算",
            "过去五年，我们攻坚克难，建成基站1万个。",
            "A",
        ),
        ("一、工作打算", "2017年以来，建成基站1万个。", "A"),
        ("一、工作打算", "近年来，力争上游，建成基站1万个。", "P"),
        ("一、工作打算", "在现有服务水平基础上，建成基站1万个。", "P"),
    ] {
        told("某县工作汇报", heading, line, expected);
    }
}

#[test]
fn what_a_sentence_tells_goes_on_in_the_next_ones() {
    for (line, expected) in [
        (
            "截止6月底，完成税收848万元，占全年任务1550万元的55%。完成投资6035万元，占上半年目标任务5500万元的110%。引进项目2个。",
            "APAAPAA",
        ),
        (
            "近年来，我县新修公路320公里。架设桥梁12座。下一步，改造危桥5座。新修通组路100公里。",
            "AAPP",
        ),
        // A bound, or what goes on, is no statistic.
        (
            "已建成公园2个。建成绿道50公里以上。继续建设公园3个。",
            "APP",
        ),
        ("我们制定了方案。建设周期不超过3个月。", "P"),
    ] {
        told("", "一、加快发展", line, expected);
    }
    told(
        "某县实施方案",
        "一、加快发展",
        "已建成公园2个。建成绿道50公里。",
        "AP",
    );
}

#[test]
fn plans_that_are_only_named_plan_nothing() {
    for (line, expected) in [
        (
            "实现财政收入25亿元，完成年度目标的56%；地方收入12亿元，完成年度目标的66%。",
            "AAAA",
        ),
        ("重点项目完成投资274亿元，占年度计划的71%。", "AA"),
        ("完成年度计划开工的80.8%。", "A"),
        ("营养改善计划惠及3600万名学生，累计投入5亿元。", "AA"),
        ("年度投资计划647亿元。", "P"),
        ("我市计划门票收入3896万元，同比增长22%。", "PP"),
        ("计划开工项目255项。", "P"),
        (
            "计划总投资277亿元，实际完成投资156亿元，占全年计划投资的56.6%。",
            "PAA",
        ),
        ("1—6月，发放资金4978万元。", "A"),
        ("步子比过去几年更快，建成住房5万套。", "P"),
        ("全年可实现10个村出列。", "P"),
        ("今年的目标是生产总值增长5%，累计新增就业2万人。", "PP"),
    ] {
        told("", "一、加快发展", line, expected);
    }
}

#[test]
fn a_place_described_is_as_it_is() {
    for (line, expected) in [
        (
            "本镇辖16个村，总人口2.5万人。耕地16844亩，其中水田12000亩。小型水库4座。",
            "AAAAA",
        ),
        ("国土面积1149平方公里。森林覆盖率48.57%。", "AA"),
        // A bound is none, nor is a noun that another word makes.
        ("下辖16个村。森林覆盖率达到60%以上。", "AP"),
        ("每千常住人口床位数达到6.8张。", "P"),
    ] {
        told("", "一、基础设施", line, expected);
    }
    let found = read(
        "本县下辖9个乡，林地面积82万亩。",
        SectionKind::Provisions,
        Genre::Notice,
    );
    assert!(
        found
            .iter()
            .all(|target| target.status == TargetStatus::Achieved)
    );
}

#[test]
fn what_says_which_ones_are_counted_is_a_condition() {
    for (line, expected) in [
        ("年产值超100亿元企业10家以上。", "CP"),
        ("打造30个以上产值过亿元的品种、10家企业。", "PP"),
        ("建成20个年接待游客300万人次以上的景区。", "PC"),
        ("用水按0.8元/吨给予补助。", "C"),
        (
            "设立规模100亿元的基金，年营收首次达到1亿元、5亿元的，分别奖励20万元、50万元。",
            "PCCCC",
        ),
        (
            "年营收达到500万元以上，且增幅超过10%的，给予5万元奖励。",
            "CCC",
        ),
        ("按实际投入给予25%补助，再追加补助5个百分点。", "CC"),
        ("每位消费者每轮限领2张消费券。", "C"),
        ("完成投资超100亿元，新增企业10家以上。", "PP"),
    ] {
        told("", "一、加快发展", line, expected);
    }
    status(
        "全年污染天数不能超过27天。",
        SectionKind::Goals,
        Genre::Notice,
        &[TargetStatus::Planned],
    );
    status(
        "补贴面积不能超过27亩。",
        SectionKind::Other,
        Genre::Notice,
        &[TargetStatus::Condition],
    );
}

/// What becomes of the values of a whole document.
#[track_caller]
fn told_in(text: &str, expected: &str) {
    let parsed = crate::parse(text.as_bytes()).unwrap();
    let found: String = parsed.document.targets.iter().map(letter).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_report_on_tasks_quotes_each_before_it_tells_how_far_it_has_come() {
    let quoted = "1.引进项目不少于3个；新开工项目100个。上半年，引进项目6个，新开工80个。\n2.其他。\n";
    for (heading, expected) in [
        ("（一）其他指标任务完成情况", "PPAA"),
        ("（一）民生实事进展情况", "PPAA"),
        // What was done is told in the order of time.
        ("（一）主要工作情况", "AAAA"),
    ] {
        told_in(
            &format!("某县半年工作总结\n一、完成情况\n{heading}\n{quoted}（二）其他\n"),
            expected,
        );
    }
    let done = "1.已引进项目3个。上半年，引进项目6个。\n2.其他。\n";
    told_in(&format!("某县工作总结\n一、重点任务完成情况\n{done}"), "AA");
}

#[test]
fn bounds_that_say_which_ones_are_conditions() {
    for (line, expected) in [
        (
            "平均浓度在60至70微克/立方米之间的镇均下降至60微克/立方米。",
            "CP",
        ),
        ("投资额在1000万元至5000万元之间的项目优先安排。", "C"),
        ("在生产面积10万亩以上的县，至少建立1个专家大院。", "CP"),
        (
            "现有生产能力30万吨/年以下（含30万吨/年）的煤矿不得扩建。",
            "C",
        ),
        ("发生死亡3人以上事故的，一律停产。", "C"),
        ("造成3人以上死亡的事故由市里调查。", "C"),
        // What is to be reached is no choice.
        ("森林覆盖率达到60%至70%之间。", "P"),
        ("完成75%以上的确权登记。", "P"),
        ("建成生产面积10万亩。", "P"),
        ("培训人员300人以上。", "P"),
    ] {
        let found: String = read(line, SectionKind::Tasks, Genre::Notice)
            .iter()
            .map(letter)
            .collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn what_a_change_starts_from_says_nothing_of_what_it_reaches() {
    let title = "某省职业教育方案";
    let heading = "一、发展任务";
    for (line, expected) in [
        ("学校由目前近800所调整到700所；建设学校100所。", "PP"),
        ("参保率较目前提高5个百分点。", "P"),
        ("目前已由800所调整到700所。", "A"),
    ] {
        told(title, heading, line, expected);
    }
}

#[test]
fn a_number_and_some_more_was_counted() {
    let untitled = "做好安全工作。开展宣讲活动24次、发放宣传单1400余份。\n";
    told_in(untitled, "AA");
    // An extent that is so much and more is one of a project to come as well.
    told_in("某镇2023年工作计划\n一、项目建设\n项目占地500余亩。\n", "P");
    told_in("一、工作要求\n培训人员超过300人。\n", "P");
}

#[test]
fn a_text_without_genre_tells_what_most_of_its_values_tell() {
    let front = "为保障群众安全，某乡开展整治行动。\n";
    let items = "一是强化领导。组织召开部署会3次，签订责任书7份。\n\
                 二是全面排查。累计检查用户300户，发现隐患10余处。\n";
    told_in(&format!("{front}{items}"), "AAAA");
    let parsed = crate::parse(format!("{front}{items}").as_bytes()).unwrap();
    let kinds: Vec<_> = parsed.document.tasks.iter().map(|task| task.kind).collect();
    assert_eq!(kinds, [TaskKind::Review; 2]);

    // What it calls the task is planned all the same.
    told_in(
        "2021年目标任务为：改造小区1500个。截至8月底，已开工小区1110个，完成投资28亿元。开工率达100%。\n",
        "PAAA",
    );

    // One that plans, orders, charges or is called by a genre does not.
    let open = "PPAA";
    for text in [
        format!("{front}{items}三是抓好提升。力争新建公园5个。\n"),
        format!("{front}{items}三是抓好提升。各部门要加大力度。\n"),
        format!("{front}{items}责任单位：县应急局\n"),
        format!("某县应急局关于开展整治的通知\n{front}{items}"),
    ] {
        let parsed = crate::parse(text.as_bytes()).unwrap();
        let found: String = parsed.document.targets.iter().map(letter).collect();
        assert!(found.starts_with(open), "{found} {text}");
        assert_eq!(parsed.document.tasks[0].kind, TaskKind::Task, "{text}");
    }
    // Nor does one of which a single value is told, or those of its background alone.
    told_in(
        "一、基本情况\n全村已硬化道路22公里，现有堰塘12口。\n二、具体做法\n（一）强化产业。种植粮油200亩。\n（二）强化设施。改造道路5公里。\n",
        "AAPP",
    );
    told_in(
        "一是强化领导。组织召开部署会3次。\n二是全面排查。累计检查用户300户。\n",
        "PA",
    );
}

#[test]
fn a_bound_by_a_year_is_an_aim() {
    use TargetStatus::{Achieved, Condition, Planned};
    for (text, expected) in [
        ("到2025年，城镇登记失业率不得超过5%。", Planned),
        ("城镇登记失业率不得超过5%。", Condition),
        ("已基本清晰，至2025年末，装机容量要达到1亿千瓦。", Planned),
        ("2012年至2015年，累计装机容量达到1亿千瓦。", Achieved),
        ("主要完成了绿化3万亩。", Achieved),
        ("全市力争完成4.6亿元以上投资。", Planned),
    ] {
        status(text, SectionKind::Other, Genre::Scheme, &[expected]);
    }
}

#[test]
fn the_label_of_a_line_says_what_it_tells_of() {
    use TargetStatus::{Achieved, Planned};
    for (text, expected) in [
        ("基本情况：该区草原面积1600万公顷。", Achieved),
        ("【工作进展】改造公路30公里。", Achieved),
        ("主攻方向：改良草原30万亩。", Planned),
    ] {
        status(text, SectionKind::Tasks, Genre::Opinions, &[expected]);
    }
}

#[test]
fn what_was_found_or_caused_is_told() {
    use TargetStatus::{Achieved, Planned};
    for (text, expected) in [
        ("检查发现，有5家企业未建立台账。", Achieved),
        ("经查，该公司违规施工面积达1200平方米。", Achieved),
        ("经审计，该县挪用资金300万元。", Achieved),
        ("事故共造成15人死亡。", Achieved),
        ("暗访发现消防设施损坏12处。", Achieved),
        ("全市仍有12个村未通自来水。", Achieved),
        ("6月20日前完成检查50家企业。", Planned),
    ] {
        status(text, SectionKind::Other, Genre::Notice, &[expected]);
    }
}

#[test]
fn what_is_to_be_done_may_be_bounded_before_its_noun() {
    use TargetStatus::{Condition, Planned};
    for (text, expected) in [
        ("年均开发2万个以上的公益性岗位。", Planned),
        ("50%以上的托育机构开展送教上门。", Planned),
        ("对培育3家以上的乡镇给予支持。", Condition),
        ("对落户的企业，给予人才指标2名。", Condition),
    ] {
        status(text, SectionKind::Other, Genre::Opinions, &[expected]);
    }
}

#[test]
fn what_stands_before_a_grant_is_its_case() {
    use TargetStatus::{Achieved, Condition, Planned};
    let case = "对建筑面积达3000平方米，聚集企业达8家的基地，给予奖励。";
    status(case, SectionKind::Tasks, Genre::Opinions, &[Condition; 2]);
    status(case, SectionKind::Review, Genre::Report, &[Achieved; 2]);
    for (text, expected) in [
        ("对重点区域，开展整治30次。", Planned),
        ("按实际支出给予补助，单个项目不超过20万元。", Condition),
        ("单个协会每年最多补助5场。", Condition),
    ] {
        status(text, SectionKind::Other, Genre::Opinions, &[expected]);
    }
}

#[test]
fn the_time_that_opens_a_sentence_holds_for_all_of_it() {
    told(
        "某县工作汇报",
        "一、工作打算",
        "截至目前，已建成公园6个，面积达到3公顷。",
        "AA",
    );
}

#[test]
fn so_many_of_those_that_are_to_reach_a_goal_are_no_condition() {
    use TargetStatus::{Condition, Planned};
    let share = "70%以上的城市全面消除重污染天气。";
    status(share, SectionKind::Goals, Genre::Scheme, &[Planned]);
    let case = "超过70%的城市给予奖励。";
    status(case, SectionKind::Goals, Genre::Scheme, &[Condition]);
}

#[test]
fn what_lets_one_do_something_is_a_condition() {
    use TargetStatus::{Achieved, Condition};
    let permits = "基地规模超过100亩可列入扶持范围。";
    status(permits, SectionKind::Tasks, Genre::Scheme, &[Condition]);
    let obtained = "4个项目获批，争取资金10亿元。";
    status(obtained, SectionKind::Review, Genre::Report, &[Achieved; 2]);
}

#[test]
fn what_is_needed_or_will_come_is_planned_below_what_is_told() {
    for (line, expected) in [
        ("未来三年约需新增教师800人，保育员300人。", "PP"),
        ("需要新增园舍9万平方米。其中，新建幼儿园3万平方米。", "PP"),
        ("需投资3亿元，已投入1亿元。", "PA"),
        ("需投资3亿元，完成投资1亿元。", "PA"),
        ("在园幼儿数将达到50万人。", "P"),
        ("比例将从33%上升到44%。", "P"),
        ("将补助标准提高到500元。", "A"),
        ("资金缺口2亿元，所需投资已到位3亿元。", "AA"),
        ("下达我县任务为：面积5万亩、产量2万吨。", "PP"),
        ("下达任务为：面积5万亩，已落实6万亩。", "PA"),
        ("投入资金3亿元。", "A"),
        ("项目达产后产值5亿元，税收3000万元。", "PP"),
        (
            "改造渠道9公里，可年新增粮食产量3万吨，可带动农户80户。",
            "APP",
        ),
        ("为下一步发展打下基础，新建厂房5万平方米。", "A"),
    ] {
        told("某县工作总结", "一、现状", line, expected);
    }
    told(
        "某市方案",
        "一、加强保护",
        "湿地310万亩，占全区总面积的4%。",
        "AA",
    );
    told("某市方案", "一、加强保护", "湿地310万亩，占40%。", "PP");
}

#[test]
fn grades_of_emergencies_and_rules_of_contests_are_conditions() {
    for (title, heading, line, expected) in [
        ("某县应急预案", "一、分级", "需转移人数在100人以下。", "C"),
        ("某县应急预案", "一、分级", "受灾10人以上、30人以下。", "C"),
        (
            "某县应急预案",
            "一、分级",
            "24小时降雨量将达50毫米以上。",
            "C",
        ),
        ("某县应急预案", "一、建设", "建成避难场所20个。", "P"),
        ("某县应急预案", "一、概况", "常住人口16000余人。", "A"),
        ("某市通知", "二、申报条件", "软件著作权5项。", "C"),
        (
            "某县应急预案",
            "一、目的",
            "到2025年，避难场所达到20个以上。",
            "P",
        ),
        ("某市大赛通知", "一、作品要求", "时间不超过10分钟。", "C"),
        ("某市大赛通知", "一、作品要求", "每位作者限报2项作品。", "C"),
        ("某市大赛通知", "一、组织", "培训不少于10场。", "P"),
    ] {
        told(title, heading, line, expected);
    }
}

#[test]
fn a_share_of_those_that_do_so_chooses_none() {
    for (line, expected) in [
        ("确保90%以上的污水达标排放。", "P"),
        ("力争85%以上的农户参加合作社。", "P"),
        ("使95%以上的生态系统划入保护区。", "P"),
        ("持股30%以上的股东。", "C"),
    ] {
        told("某市方案", "一、加强保护", line, expected);
    }
}

#[test]
fn what_is_required_or_permitted_is_a_condition() {
    use TargetStatus::{Condition, Planned};
    for (text, expected) in [
        ("申报企业应具备以下条件：年销售收入达到500万元。", Condition),
        ("实际到位资金达到427万元的农场可申请认定。", Condition),
        ("入驻企业达到30家的，每年资助383万元。", Condition),
        ("改善办学条件，建设校舍3万平方米。", Planned),
    ] {
        let found = read(text, SectionKind::Other, Genre::Opinions);
        let told: Vec<_> = found.iter().map(|target| target.status).collect();
        assert_eq!(told, vec![expected; told.len()], "{text}");
        assert!(!told.is_empty(), "{text}");
    }
    told("某县扶持政策", "（二）申报条件", "年销售收入500万元。", "C");
    told("某县扶持政策", "（二）条件保障", "建设校舍3万平方米。", "P");
}

#[test]
fn conditions_told_of_below_a_review_were_reached() {
    let line = "占地面积由2005年的398万平方米增加到652万平方米。";
    let text = format!("一、发展现状\n3.办园条件\n{line}");
    let at = text.find("3.").unwrap();
    let passage = Passage {
        headings: vec![Span::new(0, at - 1), Span::new(at, at + "3.办园条件".len())],
        ..Passage::new(Span::new(0, text.len()), Some("一.3"), SectionKind::Other)
    };
    let mut diagnostics = Diagnostics::default();
    let context = Context::default();
    let found = find_targets(&text, &[passage], &[], &context, &mut diagnostics);
    assert_eq!(found.iter().map(letter).collect::<String>(), "A");
}

/// The statuses of the values of a document: `+` achieved, `>` planned, `?` condition.
#[track_caller]
fn documents_tell(text: &str, expected: &str) {
    let parsed = crate::parse(text.as_bytes()).unwrap();
    let targets = parsed.document.targets.iter();
    let found: String = targets
        .map(|target| match target.status {
            TargetStatus::Achieved => '+',
            TargetStatus::Planned => '>',
            TargetStatus::Condition => '?',
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn news_of_a_year_gone_by_tell_what_was_done() {
    let news = "建湖县农业稳步前行\n发布日期：2024-05-16\n\n\
                2023年，建湖县粮食种植面积143万亩，总产14亿斤，收到世界粮食计划署感谢信。\n\n\
                坚持提质增效。实施重大项目26个。\n";
    documents_tell(news, "+++");
    // Of this year, or by a document that says what it is.
    documents_tell(&news.replace("2023年", "2024年"), ">>>");
    documents_tell(&news.replace("稳步前行", "工作要点"), ">>>");
}

#[test]
fn lines_that_close_with_a_colon_head_what_was_done_and_what_is_to_come() {
    documents_tell(
        "某省人民代表大会开幕，省长作报告。\n2020年成就：\n财政收入增长4%\n新增就业4万人\n\
         “十四五”目标：\n人均生产总值达到9万元左右\n2021年目标：\n财政收入增长5%\n",
        "++>>",
    );
}

#[test]
fn terms_of_rules_are_conditions() {
    for (sentence, expected) in [
        ("给予企业固定资产投资额5%的投资补助。", "?"),
        ("按设备投资额的15%给予不超过300万元的奖励。", "??"),
        (
            "生活标准按最低生活保障标准的1.6倍，且不低于现行标准确定。",
            "?",
        ),
        ("奖励额度参照地方贡献的80%确定。", "?"),
        ("以实际缴纳税款的80%给予返还。", "?"),
        ("设备投资200万元至500万元的项目，按10%补助。", "??"),
        ("获得省级一等奖2次以上者，优先推荐。", "?"),
        ("每引进1名博士，奖励企业5万元。", "?"),
        (
            "符合以下条件之一的企业：营业收入5000万元以上；员工20人以上。",
            "??",
        ),
        ("返还其缴纳失业保险费的50%。", "?"),
        ("引进20人至50人的按每人150元补贴。", "??"),
        ("护理补贴标准一级每人每月400元、二级300元。", "??"),
        // What is to be done, not what a rule says.
        ("完成设备投资5亿元。", ">"),
        ("污水按规定处理，处理率达到95%。", ">"),
        ("培训志愿者50人以上。", ">"),
    ] {
        documents_tell(
            &format!(
                "某市若干政策措施\n一、支持企业\n（一）加大扶持。{sentence}\n（二）优化服务。\n"
            ),
            expected,
        );
    }
}

#[test]
fn goals_behind_a_colon_are_planned_up_to_the_full_stop() {
    for (sentence, expected) in [
        (
            "今年预期目标是：生产总值增长5%，努力争取更好结果；就业18万人；价格涨幅2%；完成投资5亿元。",
            ">>>>",
        ),
        ("目标任务：新建公园5个；完成情况：建成公园4个。", ">+"),
        ("目标是：新建公园5个；目前已建成公园4个。", ">+"),
        ("工作亮点：新建公园5个；建成学校4所。", "++"),
    ] {
        documents_tell(&format!("某区计划执行情况的报告\n{sentence}\n"), expected);
    }
}

#[test]
fn a_share_of_the_plan_tells_of_the_whole_sentence() {
    for (sentence, expected) in [
        (
            "全年建设示范村24个，改厕10万户，完成年度任务100.8%。",
            "+++",
        ),
        (
            "全年建设示范村24个，改厕10万户，完成年度任务50%以上。",
            ">>>",
        ),
    ] {
        documents_tell(&format!("某市改厕工作\n{sentence}\n"), expected);
    }
}

#[test]
fn ranks_and_parts_of_a_plan_tell_how_far_things_have_come() {
    for (sentence, expected) in [
        ("1.开工率前二名：固原市开工率100%；吴忠市开工率98%。", "++"),
        (
            "2.投资完成率排名后三位的是：甲县46%、乙县34%、丙县29%。",
            "+++",
        ),
        ("3.排名靠后的县：甲县62%、乙县60%。", "++"),
        (
            "4.吴忠市计划投资232亿元，完成63.5%；固原市计划投资59亿元，完成58.9%。",
            ">+>+",
        ),
        ("5.年度计划投资2亿元，完成投资1.2亿元，完成率60%。", ">++"),
        ("6.计划改造户厕1000户，已完成800户。", ">+"),
        ("7.年度计划投资2亿元，年底完成60%。", ">>"),
        ("8.计划投资5000万元，完成改造老旧小区20个。", ">>"),
        ("9.确保投资增速排名全省前三位。", ">"),
        ("10.排名前10%的单位评为优秀。", "?"),
    ] {
        documents_tell(&format!("某市重大项目推进\n{sentence}\n"), expected);
    }
}

#[test]
fn the_label_of_a_list_of_places_says_what_and_when() {
    for (line, expected) in [
        (
            "1.县（区）1—7月投资增速前三名：中宁县增长58.3%，海原县（新区）增长36.8%。",
            "中宁县投资增速 2021-07, 海原县（新区）投资增速 2021-07",
        ),
        (
            "2.全市2020年税收收入情况：甲县5亿元，乙县3亿元。",
            "甲县税收收入 2020, 乙县税收收入 2020",
        ),
        (
            "3.截至6月底各县投诉办结率排名前两位的是：甲县98%、乙县97%。",
            "甲县投诉办结率 2021-06, 乙县投诉办结率 2021-06",
        ),
        ("4.开工率前二名：甲市开工率100%。", "甲市开工率 2021"),
        ("5.重点任务：甲县80个。", "甲县 -"),
    ] {
        let text = format!("某市2021年重点项目推进情况通报\n{line}\n");
        let parsed = crate::parse(text.as_bytes()).unwrap();
        let found = parsed.document.targets.iter().map(|target| {
            let by = target.deadline.map(|date| date.to_string());
            format!("{} {}", target.indicator, by.as_deref().unwrap_or("-"))
        });
        assert_eq!(found.collect::<Vec<_>>().join(", "), expected, "{line}");
    }
}

#[test]
fn what_if_opens_is_a_condition_up_to_what_then_holds() {
    for (sentence, expected) in [
        ("如果企业融资超过1亿元，但未组建债委会，可先提出申请。", "?"),
        (
            "如果企业从3家以上银行融资且余额超过1亿元，可提出申请。",
            "??",
        ),
        ("若年度投诉超过3次，取消资格。", "?"),
        ("一旦库存低于100吨，启动应急预案。", "?"),
        ("只要投资额达到1亿元，就新建厂房100亩。", "?>"),
        ("支持若干企业达到100家，增长5%。", ">>"),
        ("到2025年，企业达到100家。", ">"),
    ] {
        documents_tell(&format!("某市解读\n{sentence}\n"), expected);
    }
}

#[test]
fn a_year_after_the_page_was_put_up_is_to_come() {
    let page = |date: &str, text: &str| {
        format!(
            "---\ntitle: 招商要闻\ndate: {date}\n---\n某市出台意见。\n“十四五”{text}\n"
        )
    };
    let text = "期间，累计引进项目500个，其中外资项目50个。";
    documents_tell(&page("2022-02-08", text), ">>");
    documents_tell(&page("2026-02-08", text), "++");
    let since = "以来，累计引进项目500个。";
    documents_tell(&page("2022-02-08", since), "+");
}

#[test]
fn words_that_two_others_make_tell_nothing() {
    for sentence in [
        "安排4000万元重大项目前期费。",
        "实现有机肥替代面积5万亩。",
        "利用现有设施改造公园5个。",
    ] {
        documents_tell(
            &format!(
                "某市2025年工作方案\n一、加强建设\n（一）抓建设。{sentence}\n（二）抓管理。\n"
            ),
            ">",
        );
    }
}

#[test]
fn the_title_of_an_attachment_tells_of_its_items() {
    let report = "某省政府工作报告\n——2026年1月27日在某省人民代表大会上\n一、2025年工作回顾\n建成公园3个。\n二、2026年重点工作\n（一）扩大内需。\n（二）改善民生。\n附件\n";
    let items =
        "1.发布岗位50万个（牵头单位：人社厅）。\n2.扩大就业（牵头单位：人社厅）。\n";
    for (title, expected) in [
        ("2026年民生实事", "+>"),
        ("2026年为民办实事项目", "+>"),
        ("2025年民生实事完成情况", "++"),
    ] {
        documents_tell(&format!("{report}{title}\n{items}"), expected);
    }
}

#[test]
fn the_work_of_a_report_was_done() {
    for (title, chapter, expected) in [
        ("某局2023年工作总结", "重点工作", "+"),
        ("某局2023年工作总结和2024年工作计划", "2023年主要工作", "+"),
        ("某局2023年工作总结和2024年工作计划", "2024年主要工作", ">"),
        ("某县政府工作报告", "重点工作", ">"),
    ] {
        documents_tell(
            &format!(
                "{title}\n一、{chapter}\n（一）加强建设。新建公园5个。\n（二）改善民生。\n"
            ),
            expected,
        );
    }
}

#[test]
fn how_many_there_are_in_a_thing_says_which_one_is_meant() {
    use TargetStatus::{Condition, Planned};
    for (text, expected) in [
        (
            "1万名老人以上的街道各建有1个中心。",
            &[Condition, Planned][..],
        ),
        ("100户居民以上的小区配建设施。", &[Condition]),
        ("50名学生以下的教学点全部撤并。", &[Condition]),
        ("20万人口以上的县城建设1座水厂。", &[Condition, Planned]),
        ("5000人以上的社区都建成1个卫生站。", &[Condition, Planned]),
        ("3名以上党员的行政村都成立支部。", &[Condition]),
        (
            "新引进总投资超15亿元的浙（婺）商回归项目38个。",
            &[Planned, Condition],
        ),
        // So many of them there are to be.
        ("培训500名以上的学校骨干教师。", &[Planned]),
        ("每个社区拥有3个以上的社会组织。", &[Planned]),
        ("每个村有1支以上的文艺队伍。", &[Planned]),
    ] {
        status(text, SectionKind::Tasks, Genre::Opinions, expected);
    }
    says(
        "各区至少有1所200张床位以上的养老机构。",
        &["各区养老机构 >=1所", "养老机构 >=200张"],
    );
}

#[test]
fn what_a_rule_has_someone_pay_is_a_condition() {
    let is = |text: &str, status: TargetStatus| {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        assert!(!targets.is_empty(), "{text}");
        assert!(
            targets.iter().all(|target| target.status == status),
            "{text}"
        );
    };
    for text in [
        "参保人员需先行负担8%。",
        "使用乙类药品的，个人先行自付10%。",
        "统筹基金支付比例为70%，个人负担30%。",
        "单位缴费比例为8%，个人缴费比例为2%。",
        "起付线为500元，年度封顶线为20万元。",
        "首套住房贷款首付款比例不低于20%。",
        "账户余额按1.8万元测算。",
        "申请人须连续缴存6个月以上。",
    ] {
        is(text, TargetStatus::Condition);
    }
    for text in [
        "住院费用基金支付比例达到75%。",
        "住院费用支付比例稳定在70%左右。",
        "门诊支付比例提高到50%以上。",
        "力争报销比例为90%。",
        "到2025年，大病保险支付比例为60%。",
        "个人负担比例下降到20%以下。",
        "优良天数须达到300天以上。",
    ] {
        is(text, TargetStatus::Planned);
    }
    let targets = read("报销比例为60%。", SectionKind::Review, Genre::Report);
    assert_eq!(targets[0].status, TargetStatus::Achieved);
}

#[test]
fn what_a_word_means_is_a_condition() {
    for (text, indicator) in [
        ("所称新市民是指在本市连续居住满1年的人员。", "本市连续居住"),
        ("小微企业，是指从业人员300人以下的企业。", "从业人员"),
        ("参加工作未满1年的不享受年休假。", "参加工作"),
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        assert_eq!(targets.len(), 1, "{text}");
        assert_eq!(targets[0].status, TargetStatus::Condition, "{text}");
        assert_eq!(targets[0].indicator, indicator, "{text}");
    }
    let text = "标准按低保标准的1.5倍确定，为每人每月1440元。";
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    assert_eq!(targets.len(), 2);
    assert!(
        targets
            .iter()
            .all(|target| target.status == TargetStatus::Condition),
        "{text}"
    );
    let text = "规划是指导性文件，新建公园5个。";
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    assert_eq!(targets[0].status, TargetStatus::Planned);
}

#[test]
fn a_bound_before_what_is_granted_is_its_case() {
    use TargetStatus::{Condition, Planned};
    for (text, expected) in [
        (
            "年上缴税金达到30万元以上，一次性给予10万元奖励；",
            &[Condition; 2][..],
        ),
        ("从业人员20人以上，每年补贴5万元。", &[Condition; 2]),
        ("种植面积100亩以上，每亩补助200元。", &[Condition; 2]),
        (
            "固定资产投资5000万元以上、亩均投资不低于100万元，在项目建设期，按投资额给企业5%奖励。",
            &[Condition; 3],
        ),
        ("总投资1亿元以上项目，优先供地。", &[Condition]),
        ("给予企业新增负担50%的资金支持。", &[Condition]),
        // What is to be done, whatever is granted for it.
        (
            "全年培训1万人次以上，给予培训补贴500万元。",
            &[Planned, Condition],
        ),
        (
            "到2025年，税收达到2亿元以上，奖励先进单位20家。",
            &[Planned; 2],
        ),
    ] {
        status(text, SectionKind::Tasks, Genre::Opinions, expected);
    }
}

#[test]
fn items_of_a_plan_sum_up_what_is_to_come() {
    let plan = |items: &str| {
        format!("某县乡村振兴实施方案\n一、总体要求\n坚持农业优先。\n二、保障\n{items}\n")
    };
    for (items, expected) in [
        ("（一）培育主体。累计培育龙头企业15家、示范社60家。", ">>"),
        ("（一）节能降耗。煤炭消费量较上年减少50万吨。", ">"),
        // What the next clause calls done is another thing.
        (
            "（一）完善设施。新建小区配建车位50个，已建成小区逐步补建。",
            ">",
        ),
        ("（一）完善设施。目前已累计建成公园20座。", "+"),
    ] {
        documents_tell(&plan(items), expected);
    }
}

#[test]
fn how_much_a_plant_can_do_says_which_one_is_meant() {
    told_in("完成65蒸吨以上燃煤锅炉超低排放改造。", "C");
    told_in("淘汰35蒸吨以下燃煤锅炉。", "C");
    told_in("改造100公里以上农村公路。", "P");
    told_in("新增50兆瓦以上光伏装机。", "P");
    says(
        "完成30台20万千瓦以上煤电机组改造。",
        &["煤电机组改造 =30台", "煤电机组改造 >=200000千瓦"],
    );
}

#[test]
fn how_large_one_thing_must_be_is_a_norm() {
    told_in("路基宽度不低于6.5米。", "C");
    told_in("水泥混凝土路面厚度不小于20厘米。", "C");
    told_in("行道树胸径≥10厘米。", "C");
    told_in("耕层厚度达到25厘米以上。", "P");
    told_in("绿道总长度不低于300公里。", "P");
}

#[test]
fn what_something_else_is_done_at_is_a_condition() {
    told_in("雨量达到50毫米时启动四级响应。", "C");
    told_in("当库存低于30%时，及时补库。", "C");
    told_in("低谷用电占比达到30%时段扩大。", "P");
}

#[test]
fn a_bound_of_what_is_done_away_with_says_which_things_are_meant() {
    for sentence in [
        "消除56人以上大班额。",
        "严禁出现66人以上的超大班额。",
        "清退年产9万吨以下煤矿。",
        "取缔30万千瓦以下煤电机组。",
        "清偿50万元以下小额欠款。",
        "解决5年以上未办证小区问题。",
    ] {
        told_in(sentence, "C");
    }
    told_in("拆除2000平方米以上违建。", "P");
    told_in("化解5亿元以上隐性债务。", "P");
}

#[test]
fn what_aid_is_measured_by_is_capped_by_a_rule() {
    for (sentence, expected) in [
        ("贷款贴息年限不超过2年，贴息比例不高于2个百分点。", "??"),
        (
            "单场补助不超过20万元，同一企业年度累计不超过100万元。",
            "??",
        ),
        // Each of those that are to be gets it.
        ("新建菜市场100个以上，每个给予30万元补助。", ">?"),
        ("年销售额达到1亿元以上，给予30万元补助。", "??"),
    ] {
        documents_tell(
            &format!("某市促进消费若干措施\n一、支持企业。{sentence}\n"),
            expected,
        );
    }
}

#[test]
fn the_middle_of_a_row_of_cases_is_one() {
    documents_tell(
        "某市若干政策措施\n一、支持企业。年产值1000万元以下、1000万—5000万元、5000万元以上的企业，分别给予5万元、10万元、20万元补助。\n",
        "??????",
    );
}

#[test]
fn what_raises_a_rate_of_a_rule_is_one() {
    for (line, expected) in [
        ("对失能老人按每人每月200元补贴，补贴标准上浮50%。", "CC"),
        (
            "对失能老人按每人每月200元补贴，补贴标准分别上浮50%、100%。",
            "CCC",
        ),
        // Nothing is granted.
        ("补贴标准提高50%。", "P"),
    ] {
        let found: String = read(line, SectionKind::Tasks, Genre::Notice)
            .iter()
            .map(letter)
            .collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn what_is_kept_as_a_rule_and_long_cases_are_conditions() {
    for (line, expected) in [
        ("会议时间原则上不超过2小时。", "C"),
        ("原则上调整周期不超过三年。", "C"),
        ("项目建设周期一般不超过24个月。", "C"),
        ("资金用于薪酬分配的比例原则上不低于80%。", "C"),
        ("连接软管长度超过2米、穿越墙体的，责令停止使用。", "C"),
        ("存放总重量超过60kg但未设置专用气瓶间的，限期改正。", "C"),
        ("对欠费超过50万元的用户，停止供水。", "C"),
        // What is done as a rule, or by when, is a task.
        ("每个街道原则上建设不少于1个中心。", "P"),
        ("每年培训原则上不少于2次。", "P"),
        ("到2025年，平均办理时限原则上不超过3天。", "P"),
        ("一般工业固体废物综合利用率不低于75%。", "P"),
    ] {
        let found: String = read(line, SectionKind::Tasks, Genre::Notice)
            .iter()
            .map(letter)
            .collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn a_bound_of_size_chooses_its_item_of_a_list_alone() {
    for (line, quote, indicator) in [
        (
            "以辅食企业、三次以上抽检不合格企业、品牌企业为重点，排查隐患。",
            "三次以上抽检不合格企业",
            "抽检不合格企业",
        ),
        (
            "将大型商超、经营面积2000平方米以上超市、批发市场作为重点。",
            "经营面积2000平方米以上",
            "经营面积",
        ),
        (
            "对亏损企业、资产负债率70%以上企业实施重点监控。",
            "资产负债率70%以上",
            "资产负债率",
        ),
    ] {
        let targets = read(line, SectionKind::Tasks, Genre::Notice);
        let [target] = targets.as_slice() else {
            panic!("{line}: {}", targets.len());
        };
        assert_eq!(target.status, TargetStatus::Condition, "{line}");
        assert_eq!(target.indicator, indicator, "{line}");
        assert_eq!(&line[target.span.range()], quote, "{line}");
    }
}

#[test]
fn what_there_will_be_is_planned_whatever_its_verb() {
    for head in [
        "某市非遗保护实施方案\n（2022年3月1日）",
        "某市非遗保护实施方案",
    ] {
        documents_tell(
            &format!(
                "{head}\n一、任务\n到2025年，全市共有非遗项目120项，其中国家级5项。\n"
            ),
            ">>",
        );
        documents_tell(
            &format!("{head}\n一、现状\n到2021年底，全市共有非遗项目120项。\n"),
            "+",
        );
    }
}

#[test]
fn what_was_reckoned_of_a_past_year_was_reached() {
    let head =
        "2014年，全市粮食总产达106亿斤，同比增长3.6%。肉类产量35万吨，同比增长2.9%。\n";
    for (line, expected) in [
        (
            "据测算，2014年果蔬产出57亿元产值，占种植业产值的33.9%。",
            "++++++",
        ),
        (
            "据估算，2014年旅游收入5亿元。实施电网改造工程13项。",
            "++++++",
        ),
        ("据测算，到2030年人口为50万人。", "++++>"),
        ("据测算，2030年人口将为50万人。", "++++>"),
        ("据预测，2030年人口为50万人。", "++++>"),
    ] {
        documents_tell(&format!("{head}{line}\n"), expected);
    }
}

#[test]
fn what_fell_short_has_come_about() {
    for (sentence, expected) in [
        ("全市化学需氧量仅减少2.1%。", "+"),
        ("治理任务只完成60%。", "+"),
        ("城镇化率仅为35%，高技术产业占比只占8%。", "++"),
        ("研发投入仅增长1.2%。", "+"),
        ("研发投入增长1.2%。", ">"),
    ] {
        documents_tell(&format!("{sentence}\n"), expected);
    }
}

#[test]
fn a_label_within_a_paragraph_of_goals_tells_what_was_done() {
    let achieved = TargetStatus::Achieved;
    let planned = TargetStatus::Planned;
    for (text, expected) in [
        (
            "计划搬迁1200户。完成情况：安置点7个，安置房1400套。搬迁入住1300户。",
            vec![planned, achieved, achieved, achieved],
        ),
        (
            "新增灌溉面积3万亩；进展情况：新增灌溉面积2万亩；下一步打算：新增灌溉面积1万亩。",
            vec![planned, achieved, planned],
        ),
        ("全年任务5亿元。", vec![planned]),
    ] {
        let targets = read(text, SectionKind::Goals, Genre::Plan);
        let status: Vec<_> = targets.iter().map(|target| target.status).collect();
        assert_eq!(status, expected, "{text}");
    }
}

#[test]
fn what_is_given_for_each_is_a_rule() {
    for text in [
        "二级补助1.5万元/户。",
        "按奖补200元/亩。",
        "购机补贴为800元/台。",
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Plan);
        let status: Vec<_> = targets.iter().map(|target| target.status).collect();
        assert_eq!(status, [TargetStatus::Condition], "{text}");
    }
    let done = read("已发放补助1.5万元/户。", SectionKind::Review, Genre::Report);
    assert_eq!(done[0].status, TargetStatus::Achieved);
    let planned = read(
        "到2025年，补助达到1.5万元/户。",
        SectionKind::Tasks,
        Genre::Plan,
    );
    assert_eq!(planned[0].status, TargetStatus::Planned);
}

#[test]
fn a_text_of_no_title_that_tells_of_its_successes_tells_what_was_done() {
    let told = |text: &str| -> Vec<TargetStatus> {
        let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
        targets.iter().map(|target| target.status).collect()
    };
    let review = "科技创新步伐加快，研发投入占比超过2%。新增上市公司10家，总量居全省第三。\n\
                  生态环境明显改善，空气质量优良率提高到80.6%，获评国家生态市。\n\
                  累计引进项目154个，两个园区升格为国家级。\n";
    assert_eq!(told(review), [TargetStatus::Achieved; 4]);
    // One sentence of what is to come, and the same words are its aims.
    let plan = format!("{review}力争建成公园5个。\n");
    let planned = told(&plan);
    assert_eq!(planned.len(), 5);
    assert!(planned[..3].contains(&TargetStatus::Planned), "{planned:?}");
}

/// The status of each value of a text.
fn statuses(text: &str) -> Vec<TargetStatus> {
    let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
    targets.iter().map(|target| target.status).collect()
}

#[test]
fn statistics_of_no_title_tell_what_was_done() {
    let news = "上半年农业总产值88亿元，同比增长3%。引进新品种12个，服务332户大户。\n\
                生猪存栏41万头，完成全年目标任务的81.7%。水产品产量12万吨，环比下降1%。\n\
                食品价格上涨2.6%。夏粮总面积8万亩，总产量预计1.8万吨。\n";
    assert_eq!(statuses(news), [TargetStatus::Achieved; 11]);
    // Two sentences of what is to come are too many for the four that look back.
    let plan = format!("{news}力争建成公园5个。力争培育企业10家。\n");
    assert!(statuses(&plan)[8..11].contains(&TargetStatus::Planned));
}

#[test]
fn a_plan_that_a_value_is_compared_with_plans_nothing() {
    for text in [
        "一季度实现地区生产总值626亿元，同比增长2%，与2017年计划目标持平。",
        "上半年完成投资5亿元，增长3%，与年度预期目标一致。",
        "上半年完成投资5亿元，增长8%，快于年度计划2个百分点。",
    ] {
        let found = statuses(&format!("经济平稳运行。{text}\n"));
        assert_eq!(found[..2], [TargetStatus::Achieved; 2], "{text}");
    }
    let found = statuses("截至目前，我市共争取各类项目资金13亿元。\n");
    assert_eq!(found, [TargetStatus::Achieved]);
    for text in [
        "完成新改建高标准农田2.4万亩，超建设任务200亩。",
        "入库税收3.2亿元，超目标任务2000万元。",
        "培训1200人次，超计划20%。",
        "种植面积3.2万亩，比市下达任务多2000亩。",
        "开工率92%，高出计划12个百分点。",
        "空气优良率95%，高于省定考核目标2个百分点。",
    ] {
        let found = statuses(&format!("某县2024年工作总结\n{text}\n"));
        assert_eq!(found, [TargetStatus::Achieved; 2], "{text}");
    }
    let plan = "某县2025年工作计划\n力争税收超目标任务1亿元以上。\n";
    assert_eq!(statuses(plan), [TargetStatus::Planned]);
}

#[test]
fn an_analysis_of_how_things_went_tells_what_was_done() {
    let text = "上半年全市经济运行情况分析\n一、投资\n固定资产投资完成247亿元。\n二、价格\n居住类上涨0.5%。\n";
    assert_eq!(statuses(text), [TargetStatus::Achieved; 2]);
}

#[test]
fn what_is_done_of_a_part_says_nothing_of_a_whole_that_is_set_out() {
    let told = |text: &str| -> Vec<TargetStatus> {
        let targets = read(text, SectionKind::Other, Genre::Reply);
        targets.iter().map(|target| target.status).collect()
    };
    assert_eq!(
        told("规划港口岸线1825米，其中已开发利用55米。"),
        [TargetStatus::Planned, TargetStatus::Achieved]
    );
    assert_eq!(
        told("排查隐患100处，其中已整改95处。"),
        [TargetStatus::Achieved; 2]
    );
}

#[test]
fn sums_behind_a_norm_are_norms_like_it() {
    for (text, expected) in [
        (
            "城市低保标准每人每月800元、农村每人每月600元。",
            &["城市低保标准 =800元", "农村低保标准 =600元"][..],
        ),
        (
            "市级示范社奖励2万元、省级5万元、国家级10万元。",
            &[
                "市级示范社奖励 =20000元",
                "省级示范社奖励 =50000元",
                "国家级示范社奖励 =100000元",
            ],
        ),
        (
            "一级伤残补助标准为每年3万元，二级2.5万元，三级2万元。",
            &[
                "一级伤残补助标准 =30000元",
                "二级伤残补助标准 =25000元",
                "三级伤残补助标准 =20000元",
            ],
        ),
    ] {
        let targets = read(text, SectionKind::Other, Genre::Measures);
        let found: Vec<String> = targets.iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
        for target in targets {
            assert_eq!(target.status, TargetStatus::Condition, "{text}");
        }
    }
    // What is to be invested is no norm.
    let targets = read(
        "建设公园5个，投资3亿元，其中市级2亿元。",
        SectionKind::Tasks,
        Genre::Plan,
    );
    for target in targets {
        assert_eq!(target.status, TargetStatus::Planned);
    }
}

#[test]
fn parts_are_told_as_the_whole_before_them() {
    use TargetStatus::{Achieved, Condition, Planned};
    let lead = "二、重点项目\n全市新签约项目42个。\n三、新开工项目\n";
    let text = format!(
        "{lead}全市新开工项目210个，完成全年目标任务93.3%。其中，20亿元以上项目17个。\n四、其他工作\n\
         全市计划新建公园9个。其中，口袋公园5个。\n"
    );
    let found = statuses(&text);
    assert_eq!(
        found[1..],
        [Achieved, Achieved, Condition, Achieved, Planned, Planned]
    );
}

#[test]
fn what_each_level_bears_or_gives_is_a_rule() {
    use TargetStatus::{Achieved, Condition, Planned};
    for (text, expected) in [
        (
            "一般县中央财政负担60%，省级和市县两级财政各负担20%。",
            [Condition; 2],
        ),
        ("所需经费省级承担70%，县级承担30%。", [Condition; 2]),
        ("费用由市、县财政分别承担60%、40%。", [Condition; 2]),
        (
            "财政补助标准为：中央补助348元、市县两级补助不低于116元。",
            [Condition; 2],
        ),
        ("省级每亩补助100元，县级配套30元。", [Condition; 2]),
        (
            "城市居民每人每年缴纳380元，老人每人每月发放津贴100元。",
            [Condition; 2],
        ),
        (
            "到2025年，力争每人每年发放1000元、每户发放3000元。",
            [Planned; 2],
        ),
        (
            "全县已发放补助资金300万元，其中省级补助100万元。",
            [Achieved; 2],
        ),
        ("全市争取上级补助5亿元，每年发放补贴500万元。", [Planned; 2]),
    ] {
        assert_eq!(statuses(&format!("{text}\n")), expected, "{text}");
    }
}

#[test]
fn what_came_in_fact_is_done_behind_a_plan() {
    use TargetStatus::{Achieved, Condition, Planned};
    for (text, expected) in [
        (
            "全年计划招商引资30亿元，实际到位32.5亿元，完成目标任务的108.3%。",
            &[Planned, Achieved, Achieved][..],
        ),
        (
            "计划开工5个，确保实际到位资金增长10%。",
            &[Planned, Planned],
        ),
        (
            "本科每人补贴1.5万元，硕士2.5万元，博士3万元。",
            &[Condition, Condition, Condition],
        ),
    ] {
        assert_eq!(statuses(&format!("{text}\n")), expected, "{text}");
    }
}

#[test]
fn a_sum_that_goes_on_is_the_aid_of_whom_it_names() {
    let text = "本科每人一次性补贴1.5万元，硕士2.5万元、博士3万元，总投资5亿元。\n";
    let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
    let names: Vec<&str> = targets.iter().map(|t| t.indicator.as_str()).collect();
    assert_eq!(names, ["本科一次性补贴", "硕士补贴", "博士补贴", "总投资"]);
    assert_eq!(targets[2].status, TargetStatus::Condition);
    assert_eq!(targets[3].status, TargetStatus::Planned);
}

#[test]
fn a_title_of_how_things_stand_tells_what_was_done() {
    let text = "某县2022年重点工作完成情况\n一、项目\n全市新签约项目42个。\n";
    let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
    assert_eq!(targets[0].status, TargetStatus::Achieved);
    assert_eq!(targets[0].deadline.unwrap().to_string(), "2022");
}

#[test]
fn what_sums_up_to_a_bound_of_a_whole_has_not_come_about() {
    let text = "某市办法\n累计提高总额不超过所在统筹地区大病保险原封顶线的20%。\n";
    assert!(!statuses(text).contains(&TargetStatus::Achieved));
    let text = "某市2024年工作总结\n累计建成公园5个。\n";
    assert_eq!(statuses(text), [TargetStatus::Achieved]);
}

#[test]
fn casualties_have_come_about_and_rewards_are_of_a_case() {
    let text = "某市通知\n近期连续发生多起事故，造成12人死亡、3人受伤。\n";
    assert_eq!(statuses(text), [TargetStatus::Achieved; 2]);
    // Who came to a meeting came.
    let text = "某市通知\n各单位负责人共88人齐聚一堂。\n";
    assert_eq!(statuses(text), [TargetStatus::Achieved]);
    let text = "某市通知\n一次造成死亡1人的，给予警告。\n";
    assert_eq!(statuses(text), [TargetStatus::Condition]);
    let text = "某市通知\n奖励举报人200元至500元。\n";
    assert_eq!(statuses(text), [TargetStatus::Condition]);
    // Set against a goal it is no goal.
    let text = "某市通知\n覆盖率为65%，与省定目标相差15个百分点。\n";
    assert_eq!(statuses(text), [TargetStatus::Achieved; 2]);
}

#[test]
fn what_is_done_away_with_may_stand_before_its_verb() {
    for text in [
        "某市通知\n56人以上大班额全部消除。\n",
        "某市通知\n35蒸吨/小时以下燃煤锅炉全部淘汰。\n",
        "某市通知\n产值超10亿元企业实现零的突破。\n",
    ] {
        assert_eq!(statuses(text), [TargetStatus::Condition], "{text}");
    }
}

#[test]
fn a_plan_and_a_date_open_what_is_to_come_in_a_report_too() {
    let text = "某县2023年上半年工作总结\n一、主要工作\n建成公园3个。计划到年底，普及率达到78%。\n";
    assert_eq!(
        statuses(text),
        [TargetStatus::Achieved, TargetStatus::Planned]
    );
}

#[test]
fn lists_of_grants_and_sizes_of_those_who_must_are_conditions() {
    let text = "某市通知\n按A类2400元、B类1800元给予补贴。\n";
    assert_eq!(statuses(text), [TargetStatus::Condition; 2]);
    let text = "某市通知\n编制50人以上（含50人）的县级机关，至少安排1名残疾人就业。\n";
    assert_eq!(
        statuses(text),
        [TargetStatus::Condition, TargetStatus::Planned]
    );
    // So many are printed, and no one plans that.
    let text = "某市通知\n发：各乡镇　　共印60份\n";
    assert_eq!(statuses(text), []);
}

#[test]
fn a_time_from_an_event_is_a_rule_and_one_from_the_document_a_task() {
    let text = "某市通知\n民政部门应在签订意愿书之日起1个月内，落实供养服务。\n";
    assert_eq!(statuses(text), [TargetStatus::Condition]);
    let text = "某市通知\n各地自本通知印发之日起30日内完成整改。\n";
    assert_eq!(statuses(text), [TargetStatus::Planned]);
}

/// What a whole document says of its values, in order.
#[track_caller]
fn whole(text: &str, expected: &[TargetStatus]) {
    let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
    let found: Vec<_> = targets.iter().map(|target| target.status).collect();
    assert_eq!(found, expected, "{targets:#?}");
}

#[test]
fn bounds_below_norms_are_conditions() {
    use TargetStatus::{Condition, Planned};
    whole(
        "某县农村住房建设工作方案\n一、主要目标\n安置率不低于90%。\n二、补助标准\n\
         三人户厨房面积不超过6平方米，保温率不低于80%。\n三、提高救助标准\n救助率不低于70%。\n",
        &[Planned, Condition, Condition, Planned],
    );
    whole(
        "某县农村住房面积和补助标准\n一、面积\n三人户厨房保温率不低于80%。\n",
        &[Condition],
    );
    whole(
        "某县工作方案\n一、资金安排\n1人户补助不超过24平方米。\n",
        &[Condition],
    );
}

#[test]
fn what_a_rule_says_is_a_condition_for_those_who_tell_of_it_too() {
    use TargetStatus::{Condition, Planned};
    whole(
        "本报讯 省政府发布《城镇绿化办法》。其中规定，新建小区绿地率不低于30%。\n\
         《办法》确定了绿化用地标准。其中，主干道绿带比例不低于20%；次干道绿带比例不低于15%。\n\
         植物种植面积应当不低于绿地面积的80%。\n《规划》规定，到2030年，绿地率不低于40%。\n",
        &[Condition, Condition, Condition, Condition, Planned],
    );
}

#[test]
fn a_text_of_statistics_may_name_what_is_to_come_once() {
    use TargetStatus::{Achieved, Planned};
    whole(
        "1月24日，近50名记者早早来到会场，期待即将发布的内容。\n\
         “全市生产总值799.1亿元、增长5.3%，居民人均可支配收入28587元、增长5.9%”；\n\
         “规上工业增长5.6%，开行货运班列154列，进出口增长2倍”。\n",
        &[
            Planned, Achieved, Achieved, Achieved, Achieved, Achieved, Achieved, Achieved,
        ],
    );
}

#[test]
fn how_large_those_are_that_are_each_aided_is_a_condition() {
    use TargetStatus::{Condition, Planned};
    let plan = "某市养殖业发展实施方案\n一、重点工作\n";
    for (words, expected) in [
        (
            "新建存栏2000头以上的能繁母猪种猪场，每场一次性补助20万元。",
            [Condition, Condition],
        ),
        (
            "新建存栏2000头以上的规模养殖场（小区），每场一次性补助20万元。",
            [Condition, Condition],
        ),
        (
            "对新建连片面积达500亩以上的基地、鱼塘予以奖补，每处补助20万元。",
            [Condition, Condition],
        ),
        // So many are to be built.
        (
            "新建菜市场100个以上，每个补助20万元。",
            [Planned, Condition],
        ),
    ] {
        whole(&format!("{plan}{words}\n"), &expected);
    }
    whole(
        &format!("{plan}一次性补助展位费和运输费50%，按照2%利率给予贴息。\n"),
        &[Condition, Condition],
    );
}

#[test]
fn what_is_yet_to_be_reached_is_not_of_the_year_told_of_before() {
    use TargetStatus::{Achieved, Planned};
    whole(
        "某市2010年节能工作方案\n2009年，全市能耗下降6.2%。虽然取得进展，但要全面完成“十一五”能耗下降20%，\
         排放量控制在5万吨的目标，任务艰巨。\n一、重点工作\n加强管理。\n",
        &[Achieved, Planned, Planned],
    );
}

#[test]
fn what_goes_on_from_a_condition_is_one() {
    for text in [
        "单个项目补贴资金最高不超过300万元，不低于50万元。",
        "首套房贷款首付比例不低于20%，二套房不低于30%。",
        "对上市企业给予总额不超过500万元的奖励，其中辅导备案100万元、申报受理200万元。",
    ] {
        let count = if text.contains("其中") { 3 } else { 2 };
        let expected = vec![TargetStatus::Condition; count];
        status(text, SectionKind::Other, Genre::Notice, &expected);
    }
}

#[test]
fn how_many_live_where_something_is_done_is_a_condition() {
    status(
        "实现30户以上自然村通硬化路，新建公路500公里。",
        SectionKind::Goals,
        Genre::Notice,
        &[TargetStatus::Condition, TargetStatus::Planned],
    );
}
