//! By when values are to be reached, or of which time they tell, in whole documents.

use super::{read, shown};
use crate::model::{Date, Genre, SectionKind};

/// Values of a document, each with its date: `12个 2021`.
#[track_caller]
fn dated(text: &str, expected: &[&str]) {
    let parsed = crate::parse(text.as_bytes()).unwrap();
    let found = parsed.document.targets.iter().map(|target| {
        let value = target
            .value
            .map_or(String::new(), |value| value.to_string());
        let unit = target.unit.as_deref().unwrap_or("");
        let date = target
            .deadline
            .map_or("-".to_owned(), |date| date.to_string());
        format!("{value}{unit} {date}")
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn statistics_that_bear_no_date_are_of_the_year_they_open_with() {
    for opening in ["2022年，全县上下真抓实干", "2022年是党的二十大召开之年"]
    {
        let text = format!(
            "{opening}，经济稳中向好。\n一、综合\n全年实现生产总值439亿元，比上年增长3%。\n二、农业\n产值169亿元，增长4%。\n"
        );
        let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
        let years: Vec<_> = targets
            .iter()
            .map(|target| target.deadline.map(|date| date.to_string()))
            .collect();
        assert_eq!(years, vec![Some("2022".to_owned()); 4], "{text}");
    }
}

#[test]
fn the_hour_of_a_meeting_is_no_deadline() {
    let due = |text: &str| {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        let dates: Vec<_> = targets.iter().map(|target| target.deadline).collect();
        dates
    };
    let met = "2025年6月28日下午，市长主持召开会议，要求新增就业1.5万人。";
    assert_eq!(due(met), [None]);
    let by = "2025年6月28日下午3时前，完成排查300户。";
    assert_eq!(due(by), [Date::year_month_day(2025, 6, 28)]);
}

#[test]
fn a_title_of_a_report_and_a_plan_dates_what_was_done() {
    for title in [
        "某局2021年工作总结和2021年工作计划",
        "某局2021年工作总结及2022年工作计划",
        "关于2021年计划执行情况与2022年计划草案的报告",
        "关于2021年《政府工作报告》重点任务完成情况的通报",
    ] {
        let text =
            format!("{title}\n（一）加强建设。全市已建成公园12个。\n（二）抓好管理。\n");
        dated(&text, &["12个 2021"]);
    }
    for title in [
        "某局2021—2022年工作总结",
        "某局工作总结",
        "2021年某市政府工作报告",
    ] {
        let text =
            format!("{title}\n（一）加强建设。全市已建成公园12个。\n（二）抓好管理。\n");
        dated(&text, &["12个 -"]);
    }
    // A draft of a budget tells of what was done before its year, accounts of their own.
    for (title, year) in [("预算", "-"), ("决算", "2021")] {
        dated(
            &format!(
                "某市2021年{title}草案的报告\n（一）收入情况。已完成收入50亿元。\n（二）支出情况。\n"
            ),
            &[&format!("5000000000元 {year}")],
        );
    }
}

#[test]
fn what_a_budget_carries_over_dates_nothing() {
    dated(
        "某市关于2018年决算的报告\n一、收支情况\n上年结转收入3亿元，调入资金2亿元，收入总计9亿元。\n",
        &["300000000元 2018", "200000000元 2018", "900000000元 2018"],
    );
    dated(
        "某市关于2018年决算的报告\n一、收支情况\n加上结转下年支出3亿元，支出总量9亿元。\n",
        &["300000000元 2018", "900000000元 2018"],
    );
}

#[test]
fn the_end_that_opens_a_sentence_is_that_of_what_comes_every_year() {
    let plan = "某县绿化行动计划\n一、主要目标\n";
    for (words, expected) in [
        (
            "到2028年，绿化率达到35%；每年改造小区10个；每年培训200人次。",
            ["35% 2028", "10个 2028", "200人次 2028"],
        ),
        (
            "力争到2028年底，每年新增绿地5公顷；每年新建公园3个，每年培训200人次。",
            ["5公顷 2028", "3个 2028", "200人次 2028"],
        ),
        // Another sentence, and a year of another clause.
        (
            "到2028年，绿化率达到35%。每年改造小区10个；每年培训200人次。",
            ["35% 2028", "10个 -", "200人次 -"],
        ),
        (
            "在2028年建成公园3个；分批改造小区；每年改造小区10个；每年培训200人次。",
            ["3个 2028", "10个 -", "200人次 -"],
        ),
    ] {
        dated(&format!("{plan}{words}\n"), &expected);
    }
}

#[test]
fn a_month_that_comes_every_year_is_no_end() {
    let notice = "关于养护的通知\n各区：\n一、施肥\n";
    let end = "\n某市绿化局\n2024年7月4日\n";
    dated(
        &format!("{notice}每年花后（4月份）追肥1次。新建公园5个。{end}"),
        &["1次 -", "5个 -"],
    );
}

#[test]
fn the_sentence_that_opens_a_report_says_of_which_time_it_is() {
    let items = "一、主要指标\n已建成公园12个。\n二、其他\n已新建道路3条。\n";
    for (front, dates) in [
        (
            "近期对《政府工作报告》确定的2021年重点工作上半年完成情况进行了督办。\
             现将有关情况通报如下：",
            ["12个 2021-06", "3条 2021-06"],
        ),
        (
            "根据《某办法》（某政发〔2019〕3号），现将2021年工作情况报告如下：",
            ["12个 2021", "3条 2021"],
        ),
        (
            "按照2019年以来的要求，现将有关情况通报如下：",
            ["12个 -", "3条 -"],
        ),
        ("现就有关事项通知如下：", ["12个 -", "3条 -"]),
    ] {
        dated(&format!("各县人民政府：\n{front}\n{items}"), &dates);
    }
}

#[test]
fn the_date_that_opens_a_paragraph_governs_the_items_in_it() {
    dated(
        "2014年，全省渔业稳步发展。\n一是产量稳定。水产品产量达到30万吨。\n二是收入增加。渔民人均收入2万元，比2013年增长5%。\n",
        &["300000吨 2014", "20000元 2014", "5% 2014"],
    );
    dated(
        "2022年，全市上下努力。主要做法：\n一是强化领导。成立专班3个。\n二是强化宣传。发放资料2万份。\n",
        &["3个 2022", "20000份 2022"],
    );
    dated(
        "为贯彻落实国务院精神，2025年，我市实施提升行动。一是扩大内需。培育企业50家。二是稳定外贸。进出口增长5%。\n",
        &["50家 2025", "5% 2025"],
    );
    // How far things have come is no time for what is to come.
    dated(
        "截至2016年6月底，全省入库项目1024个。\n一是政策力度大。发展基金力争达到1200亿元。\n二是落地速度快。已签约项目161个。\n",
        &["1024个 2016-06", "120000000000元 -", "161个 2016-06"],
    );
    // Neither a day nor a year within a sentence governs.
    dated(
        "2014年5月6日，全省召开会议，回顾2013年工作。\n一是产量稳定。水产品产量达到30万吨。\n二是收入增加。\n",
        &["300000吨 -"],
    );
}

#[test]
fn until_a_date_governs_behind_other_words() {
    dated(
        "某市方案\n一、重点任务\n《意见》提出到2022年底，专利拥有量达到8件。会议推迟到5月的安排不变，建成中心3个。\n",
        &["8件 2022", "3个 2022"],
    );
}

#[test]
fn a_plan_for_the_rest_of_a_year_is_one_by_its_end() {
    dated(
        "某局2024年上半年工作汇报和下半年工作计划\n一、上半年工作情况\n已建成公园12个。\n二、下半年工作计划\n新建道路3条。目前已完成投资5万元。\n",
        &["12个 2024-06", "3条 2024", "50000元 2024"],
    );
}

#[test]
fn the_goals_of_a_plan_for_one_year_are_of_that_year() {
    let items = "一、主要目标\n新建公园12个。\n二、重点任务\n（一）加强建设。新建道路3条。\n（二）抓好管理。\n";
    dated(
        &format!("某县2020年工作方案\n{items}"),
        &["12个 2020", "3条 -"],
    );
    dated(
        &format!("某县工作方案（2020—2022年）\n{items}"),
        &["12个 -", "3条 -"],
    );
}

#[test]
fn what_the_plan_of_a_year_has_is_of_that_year() {
    let title = "某省关于改造小区的通知\n一、任务\n";
    for (text, expected) in [
        (
            "各地编制了2023年小区改造计划，共改造小区3898个、楼栋20栋。",
            ["3898个 2023", "20栋 2023"],
        ),
        (
            "参考2023年有关规定，改造小区3898个，新建楼栋20栋。",
            ["3898个 -", "20栋 -"],
        ),
        // The sentence behind it is of another time.
        (
            "各地编制了2023年改造计划，改造小区3898个。还要改造楼栋20栋。",
            ["3898个 2023", "20栋 -"],
        ),
    ] {
        dated(&format!("{title}{text}\n"), &expected);
    }
}

#[test]
fn what_is_told_since_a_time_is_of_no_date_before_it() {
    let title = "某县工作报告\n一、过去五年工作回顾\n";
    for (text, expected) in [
        (
            "2015年完成投资3亿元。五年来，建成公园5个。",
            ["300000000元 2015", "5个 -"],
        ),
        (
            "2015年，完成投资3亿元。党的十八大以来，建成公园5个。",
            ["300000000元 2015", "5个 -"],
        ),
        (
            "2015年，完成投资3亿元。建成未来公园5个。",
            ["300000000元 2015", "5个 2015"],
        ),
        (
            "到2015年，建成公园5个。用三年时间，建成道路6条。",
            ["5个 2015", "6条 -"],
        ),
        (
            "自2013年至2015年，用三年时间，建成道路6条、公园5个。",
            ["6条 2015", "5个 2015"],
        ),
        // A sentence of an earlier year that counts nothing governs nothing.
        (
            "2016年，完成投资3亿元。2015年被评为先进县。建成公园5个。",
            ["300000000元 2016", "5个 2016"],
        ),
        (
            "2016年，完成投资3亿元。2015年，被评为先进县。建成公园5个。",
            ["300000000元 2016", "5个 2015"],
        ),
    ] {
        dated(&format!("{title}{text}\n"), &expected);
    }
}

#[test]
fn the_year_of_a_threshold_is_no_deadline() {
    dated(
        "某县方案\n一、目标\n2020年各乡镇目标按以下原则分配：\n（一）2019年浓度超过70微克/立方米的镇下降至65微克/立方米。\n（二）2021年完成75%以上的登记。\n",
        &["70微克/立方米 -", "65微克/立方米 2020", "75% 2021"],
    );
}

#[test]
fn the_whole_year_is_that_of_the_chapter() {
    dated(
        "某局2026年度工作总结和2027年工作打算\n一、2026年工作情况\n（一）全年培训12人。\n\
         三、2027年工作打算\n（一）全年培训30人以上。\n",
        &["12人 2026", "30人 2027"],
    );
}

#[test]
fn the_dates_of_a_row_govern_nothing_behind_it() {
    dated(
        "某省三年行动方案（2027—2029年）\n\
         一、2027年、2028年分别建成公园5个、8个，新增绿地30公顷。\n\
         二、2027年和2028年新增绿地30公顷，建成公园5个。\n",
        &[
            "5个 2027",
            "8个 2028",
            "30公顷 -",
            "30公顷 2028",
            "5个 2028",
        ],
    );
}

#[test]
fn a_date_set_for_a_body_holds_for_its_sentence_and_is_no_part_of_what_is_done() {
    for (sentence, indicator) in [
        (
            "各县要在2027年底前建成公园5个，新增绿地3公顷。新建道路9条。",
            "建成公园",
        ),
        (
            "市园林局2027年底前建成公园5个，新增绿地3公顷。新建道路9条。",
            "建成公园",
        ),
        (
            "建设单位须于2027年底前引进企业5个，新增绿地3公顷。新建道路9条。",
            "引进企业",
        ),
    ] {
        let text = format!("关于做好绿化工作的通知\n一、{sentence}\n");
        dated(&text, &["5个 2027", "3公顷 2027", "9条 -"]);
        let parsed = crate::parse(text.as_bytes()).unwrap();
        assert_eq!(parsed.document.targets[0].indicator, indicator, "{text}");
    }
}

#[test]
fn a_month_that_comes_up_within_a_sentence_is_of_that_sentence() {
    let report = "2027年政府工作报告\n一、2026年工作回顾\n";
    for (sentences, dates) in [
        (
            "财政收入实现“开门红”，首季完成20亿元、增长8.2%。接待游客1200万人次。\n",
            ["2000000000元 2026-03", "8.2% 2026-03", "12000000人次 2026"],
        ),
        (
            "一季度，财政收入完成20亿元、增长8.2%。接待游客1200万人次。\n",
            [
                "2000000000元 2026-03",
                "8.2% 2026-03",
                "12000000人次 2026-03",
            ],
        ),
    ] {
        dated(&format!("{report}{sentences}"), &dates);
    }
}

#[test]
fn a_past_date_by_which_something_had_happened_is_no_deadline() {
    let plan =
        "某市2027年工作要点\n一、改造2000年底前建成的老旧小区120个，惠及居民3万户。\n";
    dated(plan, &["120个 2027", "30000户 2027"]);
    dated(
        "某市2027年工作要点\n         一、更新2010年前投用的电梯100台，处置2018年以前供应的闲置土地1200亩。\n         二、2027年6月底前，完成2005年以前建成的小区改造80个。\n         三、2028年底前建成的5个项目纳入管理。\n",
        &["100台 2027", "1200亩 2027", "80个 2027-06", "5个 2028"],
    );
}

#[test]
fn the_date_above_the_goals_governs_their_items() {
    let goals = |sentence: &str| {
        format!(
            "某县工作方案\n一、总体要求\n（一）指导思想。深入贯彻。\n（二）发展目标。{sentence}\n1.服务更优。覆盖率达到90%。\n2.能力更强。床位达到300张。\n二、重点任务\n（一）加强建设。\n（二）抓好管理。\n"
        )
    };
    dated(
        &goals("到2025年，体系更加健全。"),
        &["90% 2025", "300张 2025"],
    );
    dated(
        &goals("到2025年，体系更加健全；到2030年，水平全面提升。"),
        &["90% -", "300张 -"],
    );
}

#[test]
fn what_was_done_is_of_no_year_to_come() {
    dated(
        "某县2026年工作报告\n一、“十四五”成就和“十五五”目标\n过去五年，建成公园12个。\n二、2026年工作\n（一）加强建设。\n",
        &["12个 -"],
    );
}

#[test]
fn the_time_of_a_part_governs_nothing_behind_it() {
    dated(
        "某县2024年工作总结\n一、工作成效\n（一）推进项目。完成投资3亿元，其中2023年完成投资1亿元；签约项目13个。\n",
        &["300000000元 2024", "100000000元 2023", "13个 2024"],
    );
}

#[test]
fn a_lead_sentence_dates_the_items_behind_it() {
    let head = "某市政府工作报告\n——2024年1月26日在某市第十四届人民代表大会上\n";
    for (lead, date) in [
        ("刚刚过去的2023年，面对困难，我们攻坚克难。", "2023"),
        ("2023年是极不平凡的一年。", "2023"),
        ("回顾2023年，我们主要做了以下工作：", "2023"),
        ("2023年以来，全市上下团结奋斗。", "-"),
        ("一年来，全市上下团结奋斗。", "-"),
        // Two years say nothing.
        ("2022年是收官之年。2023年是开局之年。", "-"),
    ] {
        for items in [
            "一是保持平稳。建成公园41个。二是改善民生。",
            "\n（一）保持平稳。建成公园41个。\n（二）改善民生。",
        ] {
            let text = format!(
                "{head}一、工作回顾\n{lead}{items}\n二、今年工作安排\n（一）扩大内需。\n（二）改善民生。\n"
            );
            dated(&text, &[&format!("41个 {date}")]);
        }
    }
    // What is to come is of no year that led in to what was done.
    dated(
        &format!(
            "{head}2023年，全市上下齐心。一是保持平稳。建成公园41个。二是改善民生。新建学校3所。\n今后要努力，力争新建道路5条。\n"
        ),
        &["41个 2023", "3所 2023", "5条 -"],
    );
}

#[test]
fn a_list_of_the_work_of_a_year_is_of_that_year() {
    let items = "一、重点工作\n（一）加强建设。新建公园41个。\n（二）改善民生。\n";
    for (title, date) in [
        ("某市2024年工作要点", "2024"),
        ("关于印发政府工作报告2024年重点工作责任分解的通知", "2024"),
        ("某市2024年民生实事项目清单", "2024"),
        ("某市2024年政府工作报告任务清单", "2024"),
        ("某市2024年城建计划", "2024"),
        ("某市2024年工作方案", "-"),
        ("某市2024—2026年工作要点", "-"),
    ] {
        dated(&format!("{title}\n{items}"), &[&format!("41个 {date}")]);
    }
}

#[test]
fn what_takes_several_years_is_not_of_the_year_of_the_list() {
    for (text, date) in [
        ("三年内培育公园41个。", "-"),
        ("用三年时间改造公园41个。", "-"),
        ("经过3—5年努力，建成公园41个。", "-"),
        ("未来五年新增公园41个。", "-"),
        ("年内新建公园41个。", "2024"),
        ("一年内建成公园41个。", "2024"),
        ("实施三年行动，新建公园41个。", "2024"),
    ] {
        dated(
            &format!(
                "某市2024年工作要点\n一、重点工作\n（一）加强建设。{text}\n（二）改善民生。\n"
            ),
            &[&format!("41个 {date}")],
        );
    }
}

#[test]
fn the_title_of_an_attachment_dates_its_items() {
    let report = "某省政府工作报告\n——2026年1月27日在某省人民代表大会上\n一、2025年工作回顾\n建成公园3个。\n二、2026年重点工作\n（一）扩大内需。\n（二）改善民生。\n附件\n";
    let items =
        "1.新建公园41个（牵头单位：住建厅）。\n2.扩大就业（牵头单位：人社厅）。\n";
    for (title, date) in [
        ("2026年民生实事", "2026"),
        ("2026年民生实事项目清单", "2026"),
        ("2025年民生实事完成情况", "2025"),
        ("民生实事项目清单", "-"),
    ] {
        dated(
            &format!("{report}{title}\n{items}"),
            &["3个 2025", &format!("41个 {date}")],
        );
    }
}

#[test]
fn the_goals_of_a_five_year_plan_are_of_its_last_year() {
    for (chapter, date) in [
        ("“十五五”主要目标任务", "2030"),
        ("“十五五”时期经济社会发展主要目标", "2030"),
        ("“十五五”发展目标", "2030"),
        ("“十五五”规划编制", "-"),
    ] {
        dated(
            &format!(
                "某省政府工作报告\n——2026年1月27日在某省人民代表大会上\n一、{chapter}\n力争人均预期寿命提高1.5岁。\n二、其他\n（一）扩大内需。\n（二）改善民生。\n"
            ),
            &[&format!("1.5岁 {date}")],
        );
    }
    dated(
        "某市发展纲要\n一、总体要求\n（一）主要目标。“十五五”主要目标是：新建公园41个。\n（二）基本原则。\n",
        &["41个 2030"],
    );
}

#[test]
fn chapters_without_numbers_date_their_items() {
    let text = "某镇2023年政府工作报告\n各位代表：\n现在，我向大会报告工作。\n2022年工作回顾\n全镇种植面积31392亩。\n一、产业发展\n建成公园5个。\n二、民生改善\n建成学校3所。\n2023年工作目标和主要任务\n今年财政收入3亿元。\n一、加快发展\n新建公园8个。\n二、改善民生\n新建学校4所。\n";
    dated(
        text,
        &[
            "31392亩 2022",
            "5个 2022",
            "3所 2022",
            "300000000元 2023",
            "8个 2023",
            "4所 2023",
        ],
    );
    // A line that is no title of a chapter: it goes on with words.
    dated(
        &text.replace("2022年工作回顾\n", "2022年工作回顾，内容如下：\n"),
        &[
            "31392亩 2022",
            "5个 -",
            "3所 -",
            "300000000元 2023",
            "8个 2023",
            "4所 2023",
        ],
    );
}

#[test]
fn a_month_below_a_look_back_is_of_the_year_looked_back_on() {
    let report = |text: &str| {
        format!(
            "某市政府工作报告\n——2024年1月26日在某市人民代表大会上\n一、2023年工作回顾\n（一）成效。{text}\n二、2024年工作安排\n（一）扩大内需。\n（二）改善民生。\n"
        )
    };
    dated(&report("11月底建成公园5个。"), &["5个 2023-11"]);
    dated(&report("截至2023年6月，建成公园5个。"), &["5个 2023-06"]);
}

#[test]
fn a_period_behind_what_a_paragraph_is_of_dates_it() {
    dated(
        "某市发展规划\n一、主要目标\n近期目标（2025—2027年）：新建公园41个。\n远期目标（2028—2030年）：新建学校3所。\n二、其他\n",
        &["41个 2027", "3所 2030"],
    );
    dated(
        "某市发展规划\n一、主要目标\n按照行动方案（2025—2027年）要求，新建公园41个。\n二、其他\n",
        &["41个 -"],
    );
}

#[test]
fn a_mean_over_years_is_of_the_time_that_was_led_up_to() {
    dated(
        "某市工作报告\n一、回顾\n2013年产量为437万吨，进出口总额由2010年的3.41亿美元增长到2015年的4.97亿美元，年均增长8%。\n",
        &["4370000吨 2013", "497000000美元 2015", "8% 2015"],
    );
}

#[test]
fn each_of_a_row_of_years_has_its_value() {
    for text in [
        "2022、2023、2024年覆盖率分别达到30%、60%、100%。",
        "覆盖率2022年、2023年、2024年分别达到30%、60%、100%。",
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Plan);
        let found: Vec<_> = targets
            .iter()
            .map(|target| (shown(target), target.deadline.map(|date| date.to_string())))
            .collect();
        let expected = [("30", "2022"), ("60", "2023"), ("100", "2024")]
            .map(|(value, year)| (format!("覆盖率 ={value}%"), Some(year.to_owned())));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_month_without_a_year_is_of_the_year_that_its_sentence_opens_with() {
    for (text, expected) in [
        (
            "2019年，建设农田6万亩，6月底前完成30%，9月底前完成80%。",
            ["60000亩 2019", "30% 2019-06", "80% 2019-09"],
        ),
        (
            "2019年：改造管网20公里。6月底前完工率达到30%，9月底前完工率达到80%。",
            ["20公里 2019", "30% 2019-06", "80% 2019-09"],
        ),
    ] {
        dated(
            &format!("某县重点工作方案\n一、重点任务\n{text}\n"),
            &expected,
        );
    }
    // 到2025年 is the end, not the year that is told of.
    dated(
        "某县2023年重点工作方案\n一、重点任务\n到2025年，建成公园10个，9月底前开工3个。\n",
        &["10个 2025", "3个 2023-09"],
    );
}

#[test]
fn the_whole_year_is_no_month_of_it() {
    dated(
        "某县2021年重点工作方案\n一、重点任务\n上半年完成投资30亿元，三季度末完成投资60亿元，全年完成投资100亿元。\n",
        &[
            "3000000000元 2021-06",
            "6000000000元 2021-09",
            "10000000000元 2021",
        ],
    );
}

#[test]
fn a_date_in_a_bracket_with_its_own_value_dates_nothing_behind_it() {
    dated(
        "某县经济运行情况\n一、工业\n工业增加值增长6.8%（2016年同期增长0.5%），拉动增长2.6个百分点。建材业增加值4亿元。\n",
        &["6.8% -", "0.5% 2016", "2.6个百分点 -", "400000000元 -"],
    );
    // A heading's bracket says by when, and holds no value.
    dated(
        "某县重点工作方案\n一、重点任务\n1.建设公园（2027年底前完成）。新建公园5个。\n",
        &["5个 2027"],
    );
}

#[test]
fn a_sentence_of_a_later_date_goes_on_with_what_was_named() {
    for (text, expected) in [
        (
            "到2020年，城镇化率达到50%；到2025年，达到60%。",
            &["城镇化率 =50% 2020", "城镇化率 =60% 2025"][..],
        ),
        (
            "到2025年，绿化覆盖率达到42%。力争到2030年不低于45%。",
            &["绿化覆盖率 =42% 2025", "绿化覆盖率 >=45% 2030"],
        ),
        (
            "到2020年，过早死亡率降低10%。到2025年，降低20%。",
            &["过早死亡率 =-10% 2020", "过早死亡率 =-20% 2025"],
        ),
        (
            "到2020年，城镇化率达到50%、污水处理率达到80%；到2025年，分别达到60%、90%。",
            &[
                "城镇化率 =50% 2020",
                "污水处理率 =80% 2020",
                "城镇化率 =60% 2025",
                "污水处理率 =90% 2025",
            ],
        ),
        (
            "规上工业总产值：2023年，突破1000亿元；2024年，突破1200亿元。",
            &[
                "规上工业总产值 >100000000000元 2023",
                "规上工业总产值 >120000000000元 2024",
            ],
        ),
        (
            "2020年投入2亿元，2021年投入3亿元。",
            &["投入 =200000000元 2020", "投入 =300000000元 2021"],
        ),
        // Of another unit: nothing says what it is.
        (
            "到2020年，城镇化率达到50%。到2025年，达到60万人。",
            &["城镇化率 =50% 2020"],
        ),
    ] {
        let found: Vec<String> = read(text, SectionKind::Goals, Genre::Plan)
            .iter()
            .map(|target| format!("{} {}", shown(target), target.deadline.unwrap()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_month_of_an_event_dates_nothing_that_is_told_next() {
    dated(
        "2003年6月，经省政府批准，正式改制为管理区。全区辖12个乡镇，现有公园20个。\n",
        &["12个 -", "20个 -"],
    );
    dated(
        "2022年3月5日，市政府出台《办法》。目前，已建成公园20个。\n",
        &["20个 -"],
    );
    // What it counts itself is of that month, and so is what was counted up to it.
    dated("2022年3月，已建成公园20个。\n", &["20个 2022-03"]);
    dated(
        "截至2022年3月，各项工作进展顺利。已建成公园20个。\n",
        &["20个 2022-03"],
    );
    // By when something is to be done goes on.
    dated(
        "2022年3月底前，全面启动建设。已建成公园20个。\n",
        &["20个 2022-03"],
    );
}

#[test]
fn a_month_is_of_the_year_that_the_headings_name() {
    let text = "某区2021年工作总结暨2022年工作计划\n\n一、2021年工作情况\n全年建成公园3个。\n\
                二、2022年工作计划\n6月底前完成128个小区改造，年底实现垃圾分类全覆盖。\n";
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let dates: Vec<String> = document
        .targets
        .iter()
        .map(|target| target.deadline.unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2021", "2022-06", "2022"]);
    // A plan of the next year is issued before it begins.
    let text = "关于印发某县2025年工作要点的通知\n各乡镇：\n某县2025年工作要点\n\
                一、（一）修路。6月底前完成修路。\n某县人民政府\n2024年12月20日\n";
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let deadline = document.tasks[0].deadline.unwrap();
    assert_eq!(deadline.to_string(), "2025-06");
    // Minutes bear no other date.
    let text = "市政府常务会议纪要\n\n2024年5月8日上午，市长主持召开会议。\n\
                一、研究内涝治理工作\n6月底前完成38处易涝点排查。\n";
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let deadline = document.targets[0].deadline.unwrap();
    assert_eq!(deadline.to_string(), "2024-06");
}

#[test]
fn a_date_may_stand_between_what_is_counted_and_what_becomes_of_it() {
    for (text, expected) in [
        (
            "15个老旧小区2024年底前完成改造。",
            "老旧小区完成改造 =15个 2024",
        ),
        (
            "剩余的12个项目2024年6月底前全部建成。",
            "剩余项目全部建成 =12个 2024-06",
        ),
        (
            "其余35个村2025年底前全部达标。",
            "其余村全部达标 =35个 2025",
        ),
    ] {
        let found: Vec<String> = read(text, SectionKind::Tasks, Genre::Plan)
            .iter()
            .map(|target| format!("{} {}", shown(target), target.deadline.unwrap()))
            .collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn what_is_said_of_a_move_between_two_dates_is_of_the_second() {
    let report = "2022年某市工作总结\n一、回顾\n";
    dated(
        &format!(
            "{report}学校由2015年的30所增加到2020年的45所，增加15所，学生达3万人。\n"
        ),
        &["45所 2020", "15所 2020", "30000人 2022"],
    );
    dated(
        &format!("{report}网络零售额从2012年的1万元增长到2021年的13万元，增速达29%。\n"),
        &["130000元 2021", "29% 2021"],
    );
    // Its own date goes before.
    dated(
        &format!("{report}学校由2015年的30所增加到2020年的45所，2021年增加15所。\n"),
        &["45所 2020", "15所 2021"],
    );
}

#[test]
fn a_heading_may_say_what_is_compared_with() {
    dated(
        "2022年某市工作总结\n一、与2020年相比进展较大\n全市建成公园12个。\n",
        &["12个 2022"],
    );
}

#[test]
fn the_year_so_far_is_that_of_the_document() {
    let notice = "关于加强消防工作的通知\n各镇人民政府：\n";
    let end = "\n某区人民政府\n2022年7月20日\n";
    dated(
        &format!(
            "{notice}今年以来，已连续发生5起火灾。去年以来，已查处违法行为3起。{end}"
        ),
        &["5起 2022", "3起 -"],
    );
    // What begins then is no more of that year than of the next.
    dated(
        &format!("{notice}自2022年8月1日起，每户已发放灭火器3个。{end}"),
        &["3个 -"],
    );
}

#[test]
fn the_works_of_a_year_may_have_a_caption() {
    for (caption, date) in [
        ("市政府2011年4件实事", "2011"),
        // A period, and a line that names no works.
        ("市政府2011—2012年实事", "-"),
        ("2011年1月20日", "-"),
    ] {
        let text = format!(
            "市政府承诺再办实事\n记者报道：市长作出承诺。\n{caption}\n一、新建30个公交站廊。\n\
             二、维修60条小巷。\n"
        );
        let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
        let found: Vec<_> = { targets.iter() }
            .filter(|target| target.path.is_some())
            .map(|target| {
                target
                    .deadline
                    .map_or("-".to_owned(), |date| date.to_string())
            })
            .collect();
        assert_eq!(found, [date, date], "{caption}");
    }
}
