//! Values that are said by another one, and what they are counted on.

use super::*;

/// Indicator, value, base and baseline of each target.
#[track_caller]
fn relates(text: &str, expected: &[(&str, Option<&str>, Option<&str>)]) {
    let targets = read(text, SectionKind::Review, Genre::Report);
    let found: Vec<_> = targets
        .iter()
        .map(|target| {
            let baseline = target.baseline.as_ref().map(|base| base.text.as_str());
            (shown(target), target.per.as_deref(), baseline)
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(shown, per, base)| (shown.as_str(), *per, *base))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_is_traded_and_used_is_said_of_all_of_a_list() {
    for (text, expected) in [
        (
            "非洲、欧洲出口分别增长28.4%、10.5%。",
            &["非洲出口 =+28.4%", "欧洲出口 =+10.5%"][..],
        ),
        (
            "轻、重工业占比分别为30%和70%。",
            &["轻工业占比 =30%", "重工业占比 =70%"],
        ),
        (
            "教育、科技、社会保障和就业等支出增速分别为4%、5%、6%。",
            &[
                "教育支出增速 =4%",
                "科技支出增速 =5%",
                "社会保障和就业支出增速 =6%",
            ],
        ),
        (
            "农业、工业用电量分别增长3%、4%。",
            &["农业用电量 =+3%", "工业用电量 =+4%"],
        ),
        (
            "投资、消费、出口分别增长5%、6%、7%。",
            &["投资 =+5%", "消费 =+6%", "出口 =+7%"],
        ),
        (
            "工业投资、农产品出口分别增长5%、6%。",
            &["工业投资 =+5%", "农产品出口 =+6%"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_list_and_as_many_values_go_together_without_a_word_for_it() {
    for (text, expected) in [
        (
            "轻、重工业增加值增长3%、6.4%。",
            &["轻工业增加值 =+3%", "重工业增加值 =+6.4%"][..],
        ),
        (
            "城镇和农村居民人均可支配收入完成29092元、17191元，分别增长3%、6.4%。",
            &[
                "城镇居民人均可支配收入 =29092元",
                "农村居民人均可支配收入 =17191元",
                "城镇居民人均可支配收入 =+3%",
                "农村居民人均可支配收入 =+6.4%",
            ],
        ),
        (
            "小学、初中、高中巩固率达到100%、99%、98%。",
            &["小学巩固率 =100%", "初中巩固率 =99%", "高中巩固率 =98%"],
        ),
        (
            "奖励先进集体和先进个人10个、20名。",
            &["奖励先进集体 =10个", "先进个人 =20名"],
        ),
        // Two things that are done to one have no value each.
        (
            "新建和改造农村公路30公里、50公里。",
            &["新建和改造农村公路 =30公里", "新建和改造农村公路 =50公里"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_distance_from_what_was_due_has_it_as_its_base() {
    let rate = || ("投资完成率 =65.22%", None, None);
    let points = "投资完成率 =5.2个百分点";
    for (words, base) in [
        ("超序时进度", "序时进度"),
        ("落后时间进度", "时间进度"),
        ("比时间进度快", "时间进度"),
        ("较序时进度滞后", "序时进度"),
        ("超全市平均水平", "全市平均水平"),
        ("高于全市平均水平", "全市平均水平"),
    ] {
        relates(
            &format!("投资完成率65.22%，{words}5.2个百分点。"),
            &[rate(), (points, None, Some(base))],
        );
    }
}

#[test]
fn what_has_two_shares_is_named_without_the_first() {
    says(
        "工业增加值占全市的41%，占全省的6%。",
        &["工业增加值占全市 =41%", "工业增加值占全省 =6%"],
    );
}

#[test]
fn a_proportion_to_something_is_of_what_was_named_before() {
    says(
        "研发经费投入5亿元，与地区生产总值之比达到3%。",
        &[
            "研发经费投入 =500000000元",
            "研发经费投入与地区生产总值之比 =3%",
        ],
    );
}

#[test]
fn a_value_alone_behind_a_comma_is_of_the_same_by_another_measure() {
    says(
        "橡胶出口28.9万吨，12.6亿美元，同比分别增长19.6%和91.6%。",
        &[
            "橡胶出口 =289000吨",
            "橡胶出口 =1260000000美元",
            "橡胶出口 =+19.6%",
            "橡胶出口 =+91.6%",
        ],
    );
    says(
        "汽车产销分别完成109.2万辆和110万辆。",
        &["汽车生产 =1092000辆", "汽车销售 =1100000辆"],
    );
}

#[test]
fn a_label_says_what_the_prices_and_norms_behind_it_are() {
    relates(
        "居民用水价格：年用水量180立方米以下，每立方米2.07元，之后每立方米4.07元。",
        &[
            ("年用水量 <=180立方米", None, None),
            ("居民用水价格 =2.07元", Some("每立方米"), None),
            ("居民用水价格 =4.07元", Some("每立方米"), None),
        ],
    );
    relates(
        "高龄津贴标准：80—89周岁每人每月50元，100周岁及以上每人每月300元。",
        &[
            ("80—89周岁高龄津贴标准 =50元", Some("每人每月"), None),
            ("100周岁及以上高龄津贴标准 =300元", Some("每人每月"), None),
        ],
    );
    relates(
        "养老机构补贴标准为：新建每张床位10000元，改建每张床位5000元。",
        &[
            ("新建养老机构补贴标准 =10000元", Some("每张床位"), None),
            ("改建养老机构补贴标准 =5000元", Some("每张床位"), None),
        ],
    );
    says(
        "起付标准为乡镇卫生院100元、县级医院400元。",
        &["乡镇卫生院起付标准 =100元", "县级医院起付标准 =400元"],
    );
}

#[test]
fn a_list_per_head_goes_on_and_a_sum_of_all_years_does_not() {
    relates(
        "每千人口拥有医师数达到3.2人、注册护士数达到3.8人。",
        &[
            ("拥有医师数 =3.2人", Some("每千人口"), None),
            ("注册护士数 =3.8人", Some("每千人口"), None),
        ],
    );
    relates(
        "每年新建公园不少于30个，三年累计不少于100个。",
        &[
            ("新建公园 >=30个", Some("每年"), None),
            ("新建公园 >=100个", None, None),
        ],
    );
}

#[test]
fn the_time_within_which_something_is_measured_is_no_value() {
    says(
        "24小时内降雨量达到100毫米以上时，30分钟内上报市防指。",
        &["24小时内降雨量 >=100毫米", "上报市防指 <=30分钟"],
    );
    says("5个工作日内办结率达到95%。", &["5个工作日内办结率 =95%"]);
}

#[test]
fn words_that_only_hold_a_verb_or_a_preposition_stay_whole() {
    says("补助资金下达5.45亿元。", &["补助资金下达 =545000000元"]);
    says("文书送达120份。", &["文书送达 =120份"]);
    says(
        "内务司法方面4件，内陆养殖面积3万亩。",
        &["内务司法方面 =4件", "内陆养殖面积 =30000亩"],
    );
}

#[test]
fn a_mean_of_years_may_be_spelt_out() {
    relates(
        "生产总值年平均增长7%，年平均新增就业2万人。",
        &[
            ("生产总值 =+7%", Some("年平均"), None),
            ("新增就业 =+20000人", Some("年平均"), None),
        ],
    );
}

#[test]
fn a_list_of_things_counted_as_one_ends_at_the_sign_before_the_next_count() {
    says(
        "完成119项区委、区政府重点工作和39项民生项目。",
        &["区委、区政府重点工作 =119项", "民生项目 =39项"],
    );
}

#[test]
fn a_multiple_has_the_sum_that_it_is_of_as_its_base() {
    relates(
        "地方财政收入累计完成80966万元，是“十二五”时期43200万元的1.87倍，年均增长10.95%。",
        &[
            ("地方财政收入 =809660000元", None, None),
            ("地方财政收入 =1.87倍", None, Some("“十二五”时期43200万元")),
            ("地方财政收入 =+10.95%", Some("年均"), None),
        ],
    );
    relates(
        "税收收入完成11136万元，占调整预算90.75%。",
        &[
            ("税收收入 =111360000元", None, None),
            ("税收收入 =90.75%", None, Some("调整预算")),
        ],
    );
}

#[test]
fn cases_of_a_rate_have_no_base_and_the_rates_share_their_aid() {
    relates(
        "引进20人以下的按每人120元、20人至50人的按每人150元、50人以上的按每人300元的标准给予介绍补贴。",
        &[
            ("引进 <=20人", None, None),
            ("补贴 =120元", Some("每人"), None),
            ("引进 =20..50人", None, None),
            ("补贴 =150元", Some("每人"), None),
            ("引进 >=50人", None, None),
            ("给予介绍补贴 =300元", Some("每人"), None),
        ],
    );
    relates(
        "招用10人以下的每人补贴500元，10人以上的每人补贴800元。",
        &[
            ("招用 <=10人", None, None),
            ("招用补贴 =500元", Some("每人"), None),
            ("招用 >=10人", None, None),
            ("招用补贴 =800元", Some("每人"), None),
        ],
    );
}

#[test]
fn a_row_shares_its_measure_behind_whole_words() {
    says(
        "果蔬、肉类、水产品低温处理率分别达到25%、90%、90%。",
        &[
            "果蔬低温处理率 =25%",
            "肉类低温处理率 =90%",
            "水产品低温处理率 =90%",
        ],
    );
}

#[test]
fn a_row_shares_its_unit_and_its_ten_thousands() {
    for (text, expected) in [
        (
            "养老、失业、工伤保险参保人数分别达到185万、42万、58万人。",
            [
                "参保人数 =1850000人",
                "参保人数 =420000人",
                "参保人数 =580000人",
            ],
        ),
        (
            "养老、失业、工伤保险参保人数分别为185、42、58万人。",
            [
                "参保人数 =1850000人",
                "参保人数 =420000人",
                "参保人数 =580000人",
            ],
        ),
        (
            "一、二、三产业增加值分别为800亿、340亿、560亿元。",
            [
                "一产业增加值 =80000000000元",
                "二产业增加值 =34000000000元",
                "三产业增加值 =56000000000元",
            ],
        ),
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        let found: Vec<_> = targets.iter().map(shown).collect();
        assert_eq!(found.len(), 3, "{text}: {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.ends_with(expected), "{text}: {found}");
        }
    }
    // Too far apart to share it.
    says(
        "两个园区产值分别为8000和1.2万元。",
        &["两个园区产值 =8000元", "两个园区产值 =12000元"],
    );
}

#[test]
fn aid_of_any_name_is_granted_to_its_case() {
    for (aid, named) in [
        ("5万元的资金支持", "资金支持"),
        ("3万元-5万元扶持资金", "扶持资金"),
        ("10万元的一次性奖励", "奖励"),
    ] {
        let text = format!("对承办展会的企业，给予{aid}。");
        let targets = read(&text, SectionKind::Tasks, Genre::Measures);
        assert_eq!(targets[0].indicator, format!("承办展会的企业{named}"));
    }
}

#[test]
fn examples_before_a_greater_number_of_works_are_no_list_of_them() {
    says(
        "新增西门文化公园等9座城市公园。",
        &["新增西门文化公园等城市公园 =+9座"],
    );
    says(
        "新建月浦、罗店等23个社区服务中心。",
        &["新建月浦、罗店等社区服务中心 =23个"],
    );
    // Each is named, and of measures a text names a few alone.
    says("建成信息化建设、人才培训、质量控制等3个中心。", &[]);
    says("完成企业改制、优化环境等15项措施。", &[]);
}

#[test]
fn a_cap_is_of_the_standard_that_the_clause_before_it_sets() {
    relates(
        "补贴标准为每人每次就餐费用的四分之一，最高不超过3元。",
        &[("补贴标准 <=3元", None, None)],
    );
    relates(
        "奖励额度为投资额的三分之一，最高100万元。",
        &[("奖励额度 <=1000000元", None, None)],
    );
}

#[test]
fn what_each_new_one_is_granted_grows_nothing() {
    for text in [
        "新增托位每个一次性补助1万元。",
        "对新增床位每张补助5000元。",
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Measures);
        assert_eq!(targets[0].change, Change::Level, "{text}");
    }
    let more = read("增加一次性补贴5万元。", SectionKind::Tasks, Genre::Measures);
    assert_eq!(more[0].change, Change::Increase);
}

#[test]
fn what_is_granted_by_a_standard_or_within_a_limit_is_named_without_it() {
    relates(
        "按照每个子女每月1000元的标准定额扣除。",
        &[("定额扣除 =1000元", Some("每个子女每月"), None)],
    );
    relates(
        "按每个网点每年5000元的标准安排运营经费，按每亩100元的标准补贴种粮农户。",
        &[
            ("安排运营经费 =5000元", Some("每个网点每年"), None),
            ("补贴种粮农户 =100元", Some("每亩"), None),
        ],
    );
    relates(
        "在80000元限额内据实扣除。",
        &[("据实扣除 <=80000元", None, None)],
    );
}

#[test]
fn a_base_stands_behind_any_subject_when_a_verb_follows() {
    relates(
        "全市所有行政村每村建设1个文化广场。",
        &[("建设文化广场 =1个", Some("每村"), None)],
    );
    relates(
        "山洪灾害重点村每村至少配备1部卫星电话、2台报警器。",
        &[
            ("配备卫星电话 >=1部", Some("每村"), None),
            ("配备报警器 =2台", Some("每村"), None),
        ],
    );
    relates(
        "年均每十万人受灾人次低于15000。",
        &[("受灾人次 <15000", Some("每十万人"), None)],
    );
}

#[test]
fn a_measure_that_stands_somewhere_without_a_number_has_the_one_behind_it() {
    for (text, expected) in [
        (
            "粮食总产量再创新高，稳定在150万吨以上。",
            &["粮食总产量 >=1500000吨"][..],
        ),
        (
            "粮食产量实现“二十三连丰”，居全省第二，达到150万吨。",
            &["粮食产量 =1500000吨"],
        ),
        (
            "经济总量再上台阶，突破1300亿元。",
            &["经济总量 >130000000000元"],
        ),
        (
            "财政收入实现“开门红”，完成20亿元、增长8.2%。",
            &["财政收入 =2000000000元", "财政收入 =+8.2%"],
        ),
        ("R&D投入强度居全省第二，达3.1%。", &["R&D投入强度 =3.1%"]),
        ("人均预期寿命持续提高，超过80岁。", &["人均预期寿命 >80岁"]),
        // What is no measure has none.
        ("市容市貌再上台阶，达到150万吨。", &[]),
    ] {
        says(text, expected);
    }
}

#[test]
fn what_it_rose_from_may_open_the_clause() {
    relates(
        "海洋生产总值年均增长8.2%，由2015年的7076亿元提高到2020年的1.05万亿元，占全省生产总值的23.9%。",
        &[
            ("海洋生产总值 =+8.2%", Some("年均"), None),
            (
                "海洋生产总值 =1050000000000元",
                None,
                Some("2015年的7076亿元"),
            ),
            ("海洋生产总值占全省生产总值 =23.9%", None, None),
        ],
    );
    relates(
        "企业数量稳步增长，从2020年的30家增加到50家。",
        &[("企业数量 =50家", None, Some("2020年的30家"))],
    );
    // Who does it opens the clause as well.
    relates(
        "由市财政局投入50万元。",
        &[("市财政局投入 =500000元", None, None)],
    );
}

#[test]
fn a_share_of_a_plan_is_of_what_was_planned() {
    relates(
        "完成投资1900亿元，为年度计划的134.6%。",
        &[
            ("完成投资 =190000000000元", None, None),
            ("完成投资 =134.6%", None, Some("年度计划")),
        ],
    );
    relates(
        "一般公共预算收入50亿元，完成年初预算的103%。",
        &[
            ("一般公共预算收入 =5000000000元", None, None),
            ("一般公共预算收入 =103%", None, Some("年初预算")),
        ],
    );
    relates(
        "完成工业投资80亿元，占年度目标的85%。",
        &[
            ("完成工业投资 =8000000000元", None, None),
            ("完成工业投资 =85%", None, Some("年度目标")),
        ],
    );
    relates(
        "税收收入12亿元，为调整预算数的101%，比2017年增收1亿元，增长8%。",
        &[
            ("税收收入 =1200000000元", None, None),
            ("税收收入 =101%", None, Some("调整预算数")),
            ("税收收入 =+100000000元", None, Some("2017年")),
            ("税收收入 =+8%", None, Some("2017年")),
        ],
    );
    relates(
        "支出30亿元，比年初预算增加5亿元，增长20%；赤字6亿元，较预算减少2亿元。",
        &[
            ("支出 =3000000000元", None, None),
            ("支出 =+500000000元", None, Some("年初预算")),
            ("支出 =+20%", None, Some("年初预算")),
            ("赤字 =600000000元", None, None),
            ("赤字 =-200000000元", None, Some("预算")),
        ],
    );
    relates(
        "收入9亿元，较年初预算超收1亿元。",
        &[
            ("收入 =900000000元", None, None),
            ("收入 =+100000000元", None, Some("年初预算")),
        ],
    );
    // A budget has shares that nobody planned.
    relates(
        "教育支出占财政预算的15%。",
        &[("教育支出占财政预算 =15%", None, None)],
    );
}

#[test]
fn the_share_of_a_change_compares_as_its_sum_does() {
    for sign in ["，增长6%", "、增长6%", "（增长6%）"] {
        relates(
            &format!("农民收入2万元，比2016年增加1200元{sign}。"),
            &[
                ("农民收入 =20000元", None, None),
                ("农民收入 =+1200元", None, Some("2016年")),
                ("农民收入 =+6%", None, Some("2016年")),
            ],
        );
    }
    // It went the other way, or is of another time, or of something else.
    for text in [
        "产量3万吨，比2015年增加1万吨，下降6%。",
        "产量3万吨，比2015年增加1万吨，同比增长6%。",
        "产量3万吨，比2015年增加1万吨，产值增长6%。",
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        let last = targets.last().unwrap();
        assert_eq!(
            (last.value, &last.baseline),
            (Decimal::from(6).into(), &None)
        );
    }
}

#[test]
fn last_year_of_what_was_done_is_the_year_before() {
    for (text, genre, expected) in [
        (
            "2015年，就业人数5万人，与去年同期相比增长8%。",
            Genre::Report,
            Some("2014"),
        ),
        (
            "2015年，就业人数5万人，比上年增长8%。",
            Genre::Report,
            Some("2014"),
        ),
    ] {
        let passage = Passage::new(Span::new(0, text.len()), None, SectionKind::Review);
        let context = Context {
            genre: Some(genre),
            ..Context::default()
        };
        let mut diagnostics = Diagnostics::default();
        let targets = find_targets(text, &[passage], &[], &context, &mut diagnostics);
        let base = targets.last().and_then(|target| target.baseline.as_ref());
        let date = base.and_then(|base| base.date).map(|date| date.to_string());
        assert_eq!(date.as_deref(), expected, "{text}");
    }
}

#[test]
fn what_a_budget_adds_up_is_named_without_the_sign() {
    for (text, expected) in [
        (
            "加上补充预算稳定调节基金2亿元。",
            "补充预算稳定调节基金 =200000000元",
        ),
        ("加补助下级支出5亿元。", "补助下级支出 =500000000元"),
        // 加 and 上级
        ("加上级补助收入4亿元。", "加上级补助收入 =400000000元"),
        ("加装电梯300台。", "加装电梯 =300台"),
    ] {
        says(
            &format!("收入9亿元，{text}"),
            &["收入 =900000000元", expected],
        );
    }
}

#[test]
fn how_a_measure_is_meant_from_here_on_is_no_part_of_its_name() {
    says(
        "市级（不包括开发区，下同）税收收入12亿元。",
        &["市级税收收入 =1200000000元"],
    );
}

#[test]
fn what_a_label_names_is_built_behind_each_date() {
    says(
        "照护服务驿站：3月底前新建成2家；6月底前新建成3家。",
        &["新建成照护服务驿站 =2家", "新建成照护服务驿站 =3家"],
    );
    says(
        "1.照护服务驿站：3月底前新建成2家；6月底前新建成3家。",
        &["新建成照护服务驿站 =2家", "新建成照护服务驿站 =3家"],
    );
}

#[test]
fn money_is_spent_on_the_work_of_the_clause_before() {
    for (text, expected) in [
        (
            "支持高等教育发展，支出12亿元。",
            &["支持高等教育发展支出 =1200000000元"][..],
        ),
        (
            "实施校舍改造计划，投入资金3亿元，惠及学生2万名。",
            &["实施校舍改造计划投入资金 =300000000元", "惠及学生 =20000名"],
        ),
        // The clause counts something itself, or says only when.
        (
            "新建学校3所，支出2亿元。",
            &["新建学校 =3所", "支出 =200000000元"],
        ),
        ("上半年，支出2亿元。", &["支出 =200000000元"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_case_behind_a_sum_has_no_base_of_it() {
    let text =
        "新建床位300张以上的，给予每张5000元补贴，50张以上的，给予每张2000元补贴。";
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    let found: Vec<_> = targets
        .iter()
        .map(|target| (shown(target), target.per.as_deref()))
        .collect();
    let expected = [
        ("新建床位 >=300张", None),
        ("给予补贴 =5000元", Some("每张")),
        ("新建床位 >=50张", None),
        ("给予补贴 =2000元", Some("每张")),
    ];
    let expected = expected.map(|(shown, per)| (shown.to_owned(), per));
    assert_eq!(found, expected);
}

#[test]
fn what_is_done_to_households_is_done_to_their_persons() {
    relates(
        "对520户2300人实施生态移民。",
        &[
            ("实施生态移民 =520户", None, None),
            ("实施生态移民 =2300人", None, None),
        ],
    );
}

#[test]
fn the_year_of_a_plan_is_no_deadline() {
    let text = "2024年实现税收30亿元，完成年初预算的101.5%，增长5%。";
    let targets = read(text, SectionKind::Review, Genre::Report);
    let deadlines: Vec<_> = targets
        .iter()
        .map(|target| target.deadline.map(|date| date.to_string()))
        .collect();
    assert_eq!(deadlines, vec![Some("2024".to_owned()); 3]);
}

#[test]
fn what_a_sentence_compares_with_holds_for_its_changes() {
    relates(
        "与2015年相比，火灾起数、直接财产损失分别上升21%、25%。",
        &[
            ("火灾起数 =+21%", None, Some("2015年")),
            ("直接财产损失 =+25%", None, Some("2015年")),
        ],
    );
    relates(
        "与“十一五”相比，火灾起数上升21%。",
        &[("火灾起数 =+21%", None, Some("“十一五”"))],
    );
    relates(
        "与去年同期相比，火灾起数下降21%。",
        &[("火灾起数 =-21%", None, Some("去年同期"))],
    );
    relates(
        "与先进地区相比，我市收入增长5%。",
        &[("我市收入 =+5%", None, None)],
    );
}

#[test]
fn a_row_may_count_in_several_units() {
    relates(
        "货物和集装箱吞吐量分别达4.55亿吨和1169万标箱，是2005年的2.3倍和3.1倍。",
        &[
            ("货物吞吐量 =455000000吨", None, None),
            ("集装箱吞吐量 =11690000标箱", None, None),
            ("货物吞吐量 =2.3倍", None, Some("2005年")),
            ("集装箱吞吐量 =3.1倍", None, Some("2005年")),
        ],
    );
    relates(
        "吞吐能力达3.8亿吨，是2005年的2.7倍和2.6倍。",
        &[
            ("吞吐能力 =380000000吨", None, None),
            ("吞吐能力 =2.7倍", None, Some("2005年")),
            ("吞吐能力 =2.6倍", None, Some("2005年")),
        ],
    );
    relates(
        "学校347所、在校生69万人，分别占全省的55%、59%。",
        &[
            ("学校 =347所", None, None),
            ("在校生 =690000人", None, None),
            ("学校占全省 =55%", None, None),
            ("在校生占全省 =59%", None, None),
        ],
    );
}

#[test]
fn bases_stand_before_what_is_granted_and_before_each_other() {
    relates(
        "对寄出农产品的邮件快件每件补贴1元。",
        &[("寄出农产品的邮件快件补贴 =1元", Some("每件"), None)],
    );
    relates(
        "企业每年每个网点补贴2000元。",
        &[("企业补贴 =2000元", Some("每年每个网点"), None)],
    );
    relates(
        "低保标准由每人每月500元提高到530元。",
        &[("低保标准 =530元", Some("每人每月"), Some("每人每月500元"))],
    );
}

#[test]
fn who_gives_or_gets_it_tells_grants_on_one_base_apart() {
    relates(
        "中央每亩补助1000元，省级每亩补助300元，县财政每亩配套不低于30元。",
        &[
            ("中央补助 =1000元", Some("每亩"), None),
            ("省级补助 =300元", Some("每亩"), None),
            ("县财政配套 >=30元", Some("每亩"), None),
        ],
    );
    relates(
        "一类区每人每月补助500元，二类区每人每月补助300元。",
        &[
            ("一类区补助 =500元", Some("每人每月"), None),
            ("二类区补助 =300元", Some("每人每月"), None),
        ],
    );
    relates(
        "城市居民每人每年缴纳380元，农村居民每人每年缴纳320元。",
        &[
            ("城市居民缴纳 =380元", Some("每人每年"), None),
            ("农村居民缴纳 =320元", Some("每人每年"), None),
        ],
    );
    relates(
        "重度残疾人每人每月发放护理补贴200元，困难残疾人每人每月发放生活补贴180元。",
        &[
            ("重度残疾人发放护理补贴 =200元", Some("每人每月"), None),
            ("困难残疾人发放生活补贴 =180元", Some("每人每月"), None),
        ],
    );
    // How it is given is no one, nor is a place that all of it is of.
    relates("全市每亩补助50元。", &[("补助 =50元", Some("每亩"), None)]);
}

#[test]
fn a_bare_measure_is_of_what_was_named() {
    relates(
        "居民消费价格上涨2%，涨幅较上年收窄0.5个百分点。",
        &[
            ("居民消费价格 =+2%", None, None),
            ("居民消费价格涨幅 =-0.5个百分点", None, Some("上年")),
        ],
    );
    relates(
        "高技术产业增加值增速10%，占比20%。",
        &[
            ("高技术产业增加值增速 =10%", None, None),
            ("高技术产业增加值占比 =20%", None, None),
        ],
    );
}

#[test]
fn a_part_is_of_what_was_named() {
    relates(
        "注册志愿者35万人，占常住人口的15%。",
        &[
            ("注册志愿者 =350000人", None, None),
            ("注册志愿者占常住人口 =15%", None, None),
        ],
    );
    relates(
        "建设园区5个，占地面积15平方公里。",
        &[
            ("建设园区 =5个", None, None),
            ("占地面积 =15平方公里", None, None),
        ],
    );
    relates(
        "每万名就业人员中研发人员达到80人年。",
        &[("研发人员 =80人年", Some("每万名就业人员"), None)],
    );
}

#[test]
fn what_is_done_for_each_is_the_base_of_a_grant() {
    relates(
        "每培训1名学员补贴800元。",
        &[("补贴 =800元", Some("每培训1名学员"), None)],
    );
    relates(
        "每新增就业1人给予企业1000元一次性补贴。",
        &[("给予企业一次性补贴 =1000元", Some("每新增就业1人"), None)],
    );
    relates(
        "每个村配备1名安全员。",
        &[("配备安全员 =1名", Some("每个村"), None)],
    );
}

#[test]
fn a_clause_may_only_say_what_is_compared() {
    relates(
        "森林覆盖率与2015年相比，提高5个百分点。",
        &[("森林覆盖率 =+5个百分点", None, Some("2015年"))],
    );
    relates(
        "生产总值、利润总额分别完成1595亿元、252亿元，与上一个五年相比分别增长53.3%、83.2%。",
        &[
            ("生产总值 =159500000000元", None, None),
            ("利润总额 =25200000000元", None, None),
            ("生产总值 =+53.3%", None, Some("上一个五年")),
            ("利润总额 =+83.2%", None, Some("上一个五年")),
        ],
    );
    relates(
        "空气优良率提高0.16个百分点。与同期全国平均水平相比高出9.57个百分点。",
        &[
            ("空气优良率 =+0.16个百分点", None, None),
            ("空气优良率 =+9.57个百分点", None, Some("同期全国平均水平")),
        ],
    );
    relates(
        "粮食产量在2020年基础上累计提高5万吨。",
        &[("粮食产量 =+50000吨", None, Some("2020年"))],
    );
}

#[test]
fn each_of_so_many_is_a_base() {
    relates(
        "每千名老人均建设8所养老院。",
        &[("建设养老院 =8所", Some("每千名老人"), None)],
    );
    relates(
        "每个乡镇扶持4家合作社。",
        &[("扶持合作社 =4家", Some("每个乡镇"), None)],
    );
    relates(
        "每千名老人养老床位达到35张，每百名学生计算机台数达到15台。",
        &[
            ("养老床位 =35张", Some("每千名老人"), None),
            ("计算机台数 =15台", Some("每百名学生"), None),
        ],
    );
}

#[test]
fn a_plan_may_say_how_much_it_is() {
    relates(
        "完成投资6.8亿元，占年度计划15.3亿元的44.8%，增长5%。",
        &[
            ("完成投资 =680000000元", None, None),
            ("完成投资年度计划 =1530000000元", None, None),
            ("完成投资 =44.8%", None, Some("年度计划15.3亿元")),
            ("完成投资 =+5%", None, None),
        ],
    );
    relates(
        "财政收入2亿元，高于年初12%的目标14.4个百分点，年均增长20%。",
        &[
            ("财政收入 =200000000元", None, None),
            ("财政收入 =14.4个百分点", None, Some("年初12%的目标")),
            ("财政收入 =+20%", Some("年均"), None),
        ],
    );
}

#[test]
fn who_is_to_do_it_is_no_part_of_what_is_done() {
    for (text, expected) in [
        (
            "市交通运输局负责新建改建农村公路120公里。",
            "新建改建农村公路 =120公里",
        ),
        (
            "市住房和城乡建设局牵头完成老旧小区改造50个。",
            "完成老旧小区改造 =50个",
        ),
        (
            "市水务局、市生态环境局负责整治黑臭水体12条。",
            "整治黑臭水体 =12条",
        ),
        ("县农业农村局要组织培训农民1000人次。", "培训农民 =1000人次"),
        (
            "各县（市、区）要新建标准化村卫生室20个。",
            "新建标准化村卫生室 =20个",
        ),
        ("主要农作物供应量达到50万吨。", "主要农作物供应量 =500000吨"),
    ] {
        relates(text, &[(expected, None, None)]);
    }
}

#[test]
fn a_time_may_shrink_to_another_whatever_takes_it() {
    relates(
        "不动产登记由5个工作日压缩到1个工作日。",
        &[("不动产登记 =1个工作日", None, Some("5个工作日"))],
    );
    relates(
        "企业获得电力低压接入时间压减到15个工作日，高压压减到45个工作日。",
        &[
            ("企业获得电力低压接入时间 =15个工作日", None, None),
            ("高压 =45个工作日", None, None),
        ],
    );
    relates("结合公交品质提升三年行动。", &[]);
}

#[test]
fn rates_of_deaths_and_births_have_no_unit() {
    for (text, expected) in [
        (
            "亿元GDP生产安全事故死亡率下降到0.02以下。",
            "亿元GDP生产安全事故死亡率 <=0.02",
        ),
        (
            "道路交通万车死亡率控制在1.5以内。",
            "道路交通万车死亡率 <=1.5",
        ),
        (
            "工矿商贸10万人生产安全事故死亡率下降到1.2。",
            "工矿商贸10万人生产安全事故死亡率 =1.2",
        ),
        ("百万吨煤死亡率控制在0.05以内。", "百万吨煤死亡率 <=0.05"),
        ("总和生育率提升到1.3。", "总和生育率 =1.3"),
        ("婴儿死亡率控制在4‰以下。", "婴儿死亡率 <=4‰"),
    ] {
        relates(text, &[(expected, None, None)]);
    }
}

#[test]
fn names_of_a_pair_share_whole_words() {
    for (text, first, second) in [
        (
            "工业企业数量和营业收入分别增长5%和8%。",
            "工业企业数量 =+5%",
            "工业企业营业收入 =+8%",
        ),
        (
            "粮食播种面积和总产量分别达到100万亩、50万吨。",
            "粮食播种面积 =1000000亩",
            "粮食总产量 =500000吨",
        ),
        (
            "旅游接待人数、旅游收入分别增长15%、20%。",
            "旅游接待人数 =+15%",
            "旅游收入 =+20%",
        ),
        (
            "固定资产投资和工业投资分别增长8%、12%。",
            "固定资产投资 =+8%",
            "工业投资 =+12%",
        ),
        (
            "化肥、农药使用量分别减少3%、5%。",
            "化肥使用量 =-3%",
            "农药使用量 =-5%",
        ),
        (
            "食品抽检批次和合格率分别达到4批次/千人和98%。",
            "食品抽检批次 =4批次/千人",
            "食品抽检合格率 =98%",
        ),
        (
            "地方财政收入、支出分别突破300亿元和3000亿元。",
            "地方财政收入 >30000000000元",
            "地方财政支出 >300000000000元",
        ),
    ] {
        relates(text, &[(first, None, None), (second, None, None)]);
    }
}

#[test]
fn a_cap_is_of_the_whole_sum() {
    relates(
        "每亩补贴100元，最高不超过5万元。",
        &[
            ("补贴 =100元", Some("每亩"), None),
            ("补贴 <=50000元", None, None),
        ],
    );
    relates(
        "每人每月补贴500元，每年最高不超过5000元。",
        &[
            ("补贴 =500元", Some("每人每月"), None),
            ("补贴 <=5000元", Some("每年"), None),
        ],
    );
    relates(
        "按超出部分的10%给予补助。",
        &[("超出部分给予补助 =10%", None, None)],
    );
    relates(
        "每新增1个就业岗位补贴2000元。",
        &[("补贴 =2000元", Some("每新增1个就业岗位"), None)],
    );
}

#[test]
fn how_many_bodies_a_list_names_is_no_value() {
    relates("联席会议由市教育局、税务局、扶贫办3个部门和单位组成。", &[]);
    relates(
        "新建、改建2个停车场。",
        &[("新建、改建停车场 =2个", None, None)],
    );
}

#[test]
fn how_far_from_a_place_something_is_is_no_value() {
    relates(
        "中童岸线：大桥上游800米至下游400米，岸线长630米。",
        &[("岸线长 =630米", None, None)],
    );
    relates(
        "石港岸线：石港大桥下游200米至石港杨家，岸线长1030米。",
        &[("岸线长 =1030米", None, None)],
    );
}

#[test]
fn parts_take_no_verb() {
    relates(
        "完成造林3.2万亩，其中人工造林1.5万亩、封山育林1.7万亩。",
        &[
            ("完成造林 =32000亩", None, None),
            ("人工造林 =15000亩", None, None),
            ("封山育林 =17000亩", None, None),
        ],
    );
    relates(
        "新增就业5万人，其中高校毕业生1.2万人、退役军人800人。",
        &[
            ("新增就业 =+50000人", None, None),
            ("高校毕业生 =12000人", None, None),
            ("退役军人 =800人", None, None),
        ],
    );
}

#[test]
fn years_that_something_took_name_nothing() {
    for (text, expected) in [
        (
            "各类市场主体达到9800多万户，五年增加70%以上。",
            ("各类市场主体 >98000000户", "各类市场主体 >=+70%"),
        ),
        (
            "高新技术企业达到560家，三年翻了一番。",
            ("高新技术企业 =560家", "高新技术企业 =+100%"),
        ),
        (
            "新增就业12万人，连续三年超过10万人。",
            ("新增就业 =+120000人", "新增就业 >+100000人"),
        ),
    ] {
        let (first, second) = expected;
        relates(text, &[(first, None, None), (second, None, None)]);
    }
    relates(
        "粮食产量连续三年稳定在50万吨以上。",
        &[("粮食产量 >=500000吨", None, None)],
    );
    relates(
        "三年行动计划投资30亿元。",
        &[("三年行动计划投资 =3000000000元", None, None)],
    );
}

#[test]
fn a_distance_is_of_what_stands_above() {
    for (text, name, base) in [
        (
            "人均预期寿命高出全国平均水平2.3岁。",
            "人均预期寿命 =2.3岁",
            "全国平均水平",
        ),
        (
            "失业率较全省平均水平低0.3个百分点。",
            "失业率 =0.3个百分点",
            "全省平均水平",
        ),
        (
            "居民收入增速比全国高1.5个百分点。",
            "居民收入增速 =1.5个百分点",
            "全国",
        ),
        (
            "农村居民收入增速快于城镇居民2个百分点。",
            "农村居民收入增速 =2个百分点",
            "城镇居民",
        ),
        (
            "研发投入强度超过全国平均水平0.2个百分点。",
            "研发投入强度 =0.2个百分点",
            "全国平均水平",
        ),
        (
            "单位GDP能耗低于全省平均水平15%。",
            "单位GDP能耗 =15%",
            "全省平均水平",
        ),
        (
            "税收占比高于上年同期3个百分点。",
            "税收占比 =3个百分点",
            "上年同期",
        ),
        (
            "登记失业率低于上年末0.2个百分点。",
            "登记失业率 =0.2个百分点",
            "上年末",
        ),
        (
            "登记失业率低于2020年同期0.2个百分点。",
            "登记失业率 =0.2个百分点",
            "2020年同期",
        ),
    ] {
        relates(text, &[(name, None, Some(base))]);
    }
    // The time compared with is none by which something was reached.
    let text = "工业增速高于2020年同期3个百分点。";
    let targets = read(text, SectionKind::Review, Genre::Report);
    assert_eq!(targets[0].deadline, None);
    let base = targets[0].baseline.as_ref().and_then(|base| base.date);
    assert_eq!(base.map(|date| date.to_string()).as_deref(), Some("2020"));
    assert_eq!(targets[0].quote, "工业增速高于2020年同期3个百分点");
    // A bound is no distance.
    relates(
        "补助标准不低于全省平均水平的80%。",
        &[("补助标准 >=80%", None, None)],
    );
    relates(
        "规模以上工业增加值增长8.2%，快于GDP增速0.5个百分点，比上年高1个百分点。",
        &[
            ("规模以上工业增加值 =+8.2%", None, None),
            ("规模以上工业增加值 =0.5个百分点", None, Some("GDP增速")),
            ("规模以上工业增加值 =1个百分点", None, Some("上年")),
        ],
    );
}

#[test]
fn what_a_list_is_of_stands_behind_its_etc() {
    relates(
        "京津冀、长三角、珠三角等区域颗粒物浓度分别下降25%、20%、15%。",
        &[
            ("京津冀区域颗粒物浓度 =-25%", None, None),
            ("长三角区域颗粒物浓度 =-20%", None, None),
            ("珠三角区域颗粒物浓度 =-15%", None, None),
        ],
    );
}

#[test]
fn what_moves_may_stand_in_the_clause_before() {
    for (text, expected) in [
        ("森林覆盖率稳步提高，由30%提高到35%。", "森林覆盖率 =35%"),
        ("教师队伍不断壮大，达到5000人。", "教师队伍 =5000人"),
        ("稳步提高补助标准，由500元提高到600元。", "补助标准 =600元"),
        ("城乡差距不断缩小，从3.2倍缩小到2.8倍。", "城乡差距 =2.8倍"),
        ("收入持续增加，比2010年增长50%。", "收入 =+50%"),
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        let found: Vec<_> = targets.iter().map(shown).collect();
        assert_eq!(found, [expected], "{text}");
    }
    // What has a value of its own is what goes on.
    relates(
        "产值提高到5亿元，比2010年增长50%。",
        &[
            ("产值 =500000000元", None, None),
            ("产值 =+50%", None, Some("2010年")),
        ],
    );
    relates("进一步改善，达到50%。", &[]);
}

#[test]
fn a_share_of_things_says_what_they_are() {
    for (text, expected) in [
        (
            "学员50人，其中80%为女性，20%为党员。",
            &["学员 =50人", "学员为女性 =80%", "学员为党员 =20%"][..],
        ),
        (
            "新增教师60%以上达到本科学历，61%为师范类专业毕业。",
            &["新增教师达到本科学历 >=60%", "师范类专业毕业 =61%"],
        ),
        ("教师中，61%为本科学历。", &["本科学历 =61%"]),
        (
            "服务费80%用于薪酬分配，20%用于机构统筹。",
            &["服务费用于薪酬分配 =80%", "服务费用于机构统筹 =20%"],
        ),
        ("贷款利率5%为上限。", &["贷款利率 =5%"]),
        ("按10%为限。", &[]),
        (
            "在园幼儿40.03万人（其中民办占31%）。",
            &["在园幼儿 =400300人", "民办 =31%"],
        ),
        (
            "辖12个村，8600户3.2万人。",
            &["辖村 =12个", "户数 =8600户", "人口 =32000人"],
        ),
        ("贫困户320户980人。", &["贫困户 =320户", "贫困户 =980人"]),
        ("出生数将达到16.5万。", &["出生数 =165000"]),
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        let found: Vec<_> = targets.iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_is_handled_may_start_from_a_time() {
    relates(
        "用电接入办理由原来的141天压缩至25天以内。",
        &[("用电接入办理 <=25天", None, Some("原来的141天"))],
    );
}

#[test]
fn a_clause_of_its_own_compares_with_a_date() {
    relates(
        "到2025年，相较于“十三五”末，废纸利用量增长10%，废钢利用量增幅超过20%。",
        &[
            ("废纸利用量 =+10%", None, Some("“十三五”末")),
            ("废钢利用量增幅 >20%", None, Some("“十三五”末")),
        ],
    );
    relates(
        "废纸利用量相较于2020年增长10%，占比达到20%。",
        &[
            ("废纸利用量 =+10%", None, Some("2020年")),
            ("废纸利用量占比 =20%", None, None),
        ],
    );
}

#[test]
fn what_is_counted_on_each_or_over_years() {
    relates(
        "公共文化机构年均服务群众超过9000万人次。",
        &[("公共文化机构服务群众 >90000000人次", Some("年均"), None)],
    );
    relates(
        "每亩收获玉米约580公斤，大豆约80公斤。",
        &[
            ("收获玉米 ~580公斤", Some("每亩"), None),
            ("大豆 ~80公斤", Some("每亩"), None),
        ],
    );
    relates(
        "地区生产总值增长8%，两年平均增长2.5%。",
        &[
            ("地区生产总值 =+8%", None, None),
            ("地区生产总值 =+2.5%", Some("两年平均"), None),
        ],
    );
    // A sum of another giver.
    relates(
        "每床补助5000元，县财政安排200万元。年均浓度下降5%。",
        &[
            ("补助 =5000元", Some("每床"), None),
            ("县财政安排 =2000000元", None, None),
            ("年均浓度 =-5%", None, None),
        ],
    );
}

#[test]
fn a_verb_and_a_date_stand_between_what_it_rose_from_and_its_value() {
    for (text, value, base) in [
        (
            "税收由2015年的20亿元增加到2020年的40亿元。",
            "税收 =4000000000元",
            "2015年的20亿元",
        ),
        (
            "医院床位由2015年的不足3000张增加到2020年的5000张。",
            "医院床位 =5000张",
            "2015年的不足3000张",
        ),
        (
            "贫困人口由2015年的超过10万人减少到2020年的1万人。",
            "贫困人口 =10000人",
            "2015年的超过10万人",
        ),
        (
            "机场旅客吞吐量从2016年的近200万人次增加到2021年的500万人次。",
            "机场旅客吞吐量 =5000000人次",
            "2016年的近200万人次",
        ),
        (
            "发放救助金由2015年的1427万元调整为2020年的2000万元。",
            "发放救助金 =20000000元",
            "2015年的1427万元",
        ),
    ] {
        relates(text, &[(value, None, Some(base))]);
    }
    relates(
        "城乡低保标准由2012年的每人每月300元提高至2016年的500元。",
        &[(
            "城乡低保标准 =500元",
            Some("每人每月"),
            Some("2012年的每人每月300元"),
        )],
    );
    // What a verb does next is of its own.
    relates(
        "救助10326人次发放救助金1427万元。",
        &[
            ("救助 =10326人次", None, None),
            ("发放救助金 =14270000元", None, None),
        ],
    );
}

#[test]
fn a_range_may_be_a_base() {
    for (text, value, base) in [
        (
            "按照每3至10万居民设置1个服务中心。",
            "设置服务中心 =1个",
            "每3至10万居民",
        ),
        (
            "每5万～10万人口设置1所综合医院。",
            "设置综合医院 =1所",
            "每5万～10万人口",
        ),
        (
            "每1000至3000人配备1名全科医生。",
            "配备全科医生 =1名",
            "每1000至3000人",
        ),
        (
            "每2-3个行政村设置1所小学。",
            "设置小学 =1所",
            "每2-3个行政村",
        ),
    ] {
        relates(text, &[(value, Some(base), None)]);
    }
}

#[test]
fn no_year_is_compared_with_itself() {
    let text = "2026年某市政府工作报告\n各位代表：\n一、2025年工作回顾\n工业增加值较上年增长5%，用电量比2024年增长6%。\n二、2026年工作安排\n工业增加值较上年增长7%。\n";
    let parsed = crate::parse(text.as_bytes()).unwrap();
    let found: Vec<_> = parsed
        .document
        .targets
        .iter()
        .map(|target| {
            let base = target.baseline.as_ref().and_then(|base| base.date);
            [target.deadline, base].map(|date| date.map(|date| date.to_string()))
        })
        .collect();
    let expected = [("2025", "2024"), ("2025", "2024"), ("2026", "2025")]
        .map(|(date, base)| [Some(date.to_owned()), Some(base.to_owned())]);
    assert_eq!(found, expected);
}

#[test]
fn the_verb_of_a_list_of_shares_moves_all_of_them() {
    says(
        "平均减少办理环节41%、办理时间62%、申请材料52%。",
        &["减少办理环节 =-41%", "办理时间 =-62%", "申请材料 =-52%"],
    );
    says(
        "减环节30%、减时限60%、减材料52%。",
        &["减环节 =-30%", "减时限 =-60%", "减材料 =-52%"],
    );
    // A rate is reached, and has its own clause or verb.
    says(
        "压减时限60%、覆盖率90%。",
        &["压减时限 =-60%", "覆盖率 =90%"],
    );
    says("失业率下降2%、覆盖率95%。", &["失业率 =-2%", "覆盖率 =95%"]);
}

#[test]
fn what_a_clause_compares_without_a_number_names_the_next() {
    says(
        "脱贫人口人均纯收入增速高于全国农民收入增速，力争达到15%以上。",
        &["脱贫人口人均纯收入增速 >=15%"],
    );
    says(
        "农民收入增速快于全省平均水平，力争增长8%。",
        &["农民收入增速 =+8%"],
    );
    // Not of what was said first.
    says(
        "生产总值增长6%，居民收入增速快于经济增长，达到8%。",
        &["生产总值 =+6%", "居民收入增速 =8%"],
    );
}

#[test]
fn another_of_the_kind_has_the_same_measure() {
    relates(
        "市级河长每季度巡河不少于1次，县级河长每月不少于1次，镇级河长每旬不少于1次。",
        &[
            ("市级河长巡河 >=1次", Some("每季度"), None),
            ("县级河长巡河 >=1次", Some("每月"), None),
            ("镇级河长巡河 >=1次", Some("每旬"), None),
        ],
    );
    says(
        "国控断面优良比例达到85.7%，省控断面达到80%，湖库水质达标率达到70%。",
        &[
            "国控断面优良比例 =85.7%",
            "省控断面优良比例 =80%",
            "湖库水质达标率 =70%",
        ],
    );
}

#[test]
fn the_holder_of_a_measure_is_its_base() {
    relates(
        "每个村集体经济年收入达到10万元以上。",
        &[("集体经济年收入 >=100000元", Some("每个村"), None)],
    );
    relates(
        "每张床位补贴5000元。",
        &[("补贴 =5000元", Some("每张床位"), None)],
    );
}

#[test]
fn ratios_to_one_are_read_and_others_left() {
    says(
        "农产品加工业产值与农业总产值比达到2.5∶1。",
        &["农产品加工业产值与农业总产值比 =2.5"],
    );
    says("收入之比缩小到2.3：1以内。", &["收入之比 <=2.3"]);
    says("医护比达到1∶1.25。", &[]);
    says("投入产出比提高到1:16。", &[]);
}

#[test]
fn grades_are_of_what_was_counted_last() {
    says(
        "新增省级以上创新平台30家，其中国家级3家。",
        &["新增省级以上创新平台 =+30家", "新增国家级创新平台 =+3家"],
    );
    says(
        "建成示范企业20家，其中国家级3家、省级5家。",
        &[
            "建成示范企业 =20家",
            "国家级示范企业 =3家",
            "省级示范企业 =5家",
        ],
    );
    says(
        "创建A级景区20家，其中5A级1家。",
        &["创建A级景区 =20家", "创建5A级景区 =1家"],
    );
    // What has a name of its own keeps it.
    says(
        "创建绿色工厂20家，其中国家级绿色园区5家。",
        &["创建绿色工厂 =20家", "国家级绿色园区 =5家"],
    );
}

#[test]
fn a_measure_named_ahead_is_of_all_that_have_a_value() {
    relates(
        "失业保险稳岗返还比例，大型企业30%，中小微企业60%。",
        &[
            ("大型企业失业保险稳岗返还比例 =30%", None, None),
            ("中小微企业失业保险稳岗返还比例 =60%", None, None),
        ],
    );
    relates(
        "补助标准为：城市低保每人每月600元，农村低保每人每月450元。",
        &[
            ("城市低保补助标准 =600元", Some("每人每月"), None),
            ("农村低保补助标准 =450元", Some("每人每月"), None),
        ],
    );
    // What has a measure of its own keeps it.
    says("提高补助标准，参保率达到95%。", &["参保率 =95%"]);
}

#[test]
fn what_stands_between_a_rate_and_its_grant_names_none() {
    relates(
        "按照每村5万元标准给予奖补。",
        &[("给予奖补 =50000元", Some("每村"), None)],
    );
}

#[test]
fn what_is_upgraded_is_counted_and_does_not_grow() {
    says(
        "高标准农田新建3万亩，改造提升2万亩。",
        &["高标准农田新建 =30000亩", "高标准农田改造提升 =20000亩"],
    );
    says("公园品质提升3处。", &["公园品质提升 =3处"]);
    says(
        "服务能力提升20%，排名提升10位。",
        &["服务能力 =+20%", "排名 =+10位"],
    );
}

#[test]
fn some_verbs_of_change_name_what_changes() {
    relates(
        "每亩增收500元以上，户均增收3000元。",
        &[
            ("增收 >=+500元", Some("每亩"), None),
            ("户均增收 =+3000元", None, None),
        ],
    );
    says(
        "税收收入256亿元，增收23亿元。",
        &["税收收入 =25600000000元", "税收收入 =+2300000000元"],
    );
}

#[test]
fn measures_of_two_substances_keep_their_names() {
    says(
        "PM10、PM2.5年均值分别控制在60、35微克/立方米。",
        &["PM10年均值 =60微克/立方米", "PM2.5年均值 =35微克/立方米"],
    );
}

#[test]
fn what_is_hoped_for_changes_as_what_is_expected() {
    for (text, first, second) in [
        (
            "一般公共预算收入增长5%以上、力争7%。",
            "一般公共预算收入 >=+5%",
            "一般公共预算收入 =+7%",
        ),
        (
            "地区生产总值增长6%左右，力争6.5%。",
            "地区生产总值 ~+6%",
            "地区生产总值 =+6.5%",
        ),
        (
            "细颗粒物浓度下降3%,争取5%。",
            "细颗粒物浓度 =-3%",
            "细颗粒物浓度 =-5%",
        ),
        (
            "粮食产量100万吨以上，力争105万吨。",
            "粮食产量 >=1000000吨",
            "粮食产量 =1050000吨",
        ),
        (
            "工业投资增长10%以上，努力实现15%。",
            "工业投资 >=+10%",
            "工业投资 =+15%",
        ),
    ] {
        relates(text, &[(first, None, None), (second, None, None)]);
    }
    // Something else is hoped for.
    relates(
        "地区生产总值增长6%，力争更高。",
        &[("地区生产总值 =+6%", None, None)],
    );
}

#[test]
fn what_is_grown_to_is_not_counted_on_a_year() {
    relates(
        "城镇化率每年提高1.5个百分点，2020年达到55%。",
        &[
            ("城镇化率 =+1.5个百分点", Some("每年"), None),
            ("城镇化率 =55%", None, None),
        ],
    );
}

#[test]
fn the_years_until_a_value_is_reached_are_no_term() {
    for (text, expected) in [
        ("生活污水治理率三年内达到60%。", "生活污水治理率 =60%"),
        ("村组硬化路覆盖率五年内达到90%。", "村组硬化路覆盖率 =90%"),
    ] {
        relates(text, &[(expected, None, None)]);
    }
}

#[test]
fn neighbours_that_say_nothing_of_a_value() {
    for (text, expected) in [
        (
            "村卫生室全覆盖、乡镇卫生院达标率100%。",
            ["村卫生室 =100%", "乡镇卫生院达标率 =100%"],
        ),
        (
            "建成区绿地率38%、人均公园绿地14平方米。",
            ["建成区绿地率 =38%", "人均公园绿地 =14平方米"],
        ),
        (
            "进出口总额增长15%,其中出口增长12%。",
            ["进出口总额 =+15%", "出口 =+12%"],
        ),
        (
            "存款600亿元，贷款新增50亿元。",
            ["存款 =60000000000元", "贷款 =+5000000000元"],
        ),
        (
            "销售收入完成581亿元，同比增幅36.6%。",
            ["销售收入 =58100000000元", "销售收入增幅 =36.6%"],
        ),
    ] {
        let expected: Vec<_> =
            expected.iter().map(|shown| (*shown, None, None)).collect();
        relates(text, &expected);
    }
    relates(
        "城乡居民收入年均增长分别为8%和9%。",
        &[
            ("城镇居民收入 =+8%", Some("年均"), None),
            ("农村居民收入 =+9%", Some("年均"), None),
        ],
    );
}

#[test]
fn a_size_before_the_noun_chooses_what_is_counted() {
    for (text, count, size) in [
        (
            "扶持10家年产值1亿元以上企业上市。",
            "扶持企业上市 =10家",
            "年产值 >=100000000元",
        ),
        (
            "新建5个1000平方米以上文化广场。",
            "新建文化广场 =5个",
            "文化广场 >=1000平方米",
        ),
        (
            "治理30条流域面积50平方公里以上河流。",
            "治理河流 =30条",
            "流域面积 >=50平方公里",
        ),
        (
            "为100所海拔1500米以上农村学校建设供暖设施。",
            "农村学校建设供暖设施 =100所",
            "海拔 >=1500米",
        ),
    ] {
        relates(text, &[(count, None, None), (size, None, None)]);
    }
    relates(
        "引进20个投资5000万元以上项目、10个总投资1亿元以上项目。",
        &[
            ("引进项目 =20个", None, None),
            ("投资 >=50000000元", None, None),
            ("引进项目 =10个", None, None),
            ("总投资 >=100000000元", None, None),
        ],
    );
    // A share is none.
    relates(
        "4个新城建设用地面积50%以上达到要求。",
        &[("4个新城建设用地面积达到要求 >=50%", None, None)],
    );
    relates(
        "建设11人制足球场2个、五人制足球场10个。",
        &[
            ("建设11人制足球场 =2个", None, None),
            ("建设五人制足球场 =10个", None, None),
        ],
    );
}

#[test]
fn things_that_are_renewed_are_not_raised() {
    relates(
        "建设高标准农田200万亩，改造提升80万亩。",
        &[
            ("建设高标准农田 =2000000亩", None, None),
            ("改造提升高标准农田 =800000亩", None, None),
        ],
    );
    relates(
        "巩固提升80万亩蔬菜应急保供基地，产能提升20%。",
        &[
            ("巩固提升蔬菜应急保供基地 =800000亩", None, None),
            ("产能 =+20%", None, None),
        ],
    );
}

#[test]
fn two_things_with_names_of_their_own_share_no_words() {
    for (text, first, second) in [
        (
            "省外游客、入境过夜游客分别增长10%、35%。",
            "省外游客 =+10%",
            "入境过夜游客 =+35%",
        ),
        (
            "货物进出口、服务进出口分别增长5%和8%。",
            "货物进出口 =+5%",
            "服务进出口 =+8%",
        ),
        (
            "新落地项目、实际利用内资分别增长18.7%、31.3%。",
            "新落地项目 =+18.7%",
            "实际利用内资 =+31.3%",
        ),
        (
            "花生种植、收获机械化率分别达到65%和55%。",
            "花生种植机械化率 =65%",
            "花生收获机械化率 =55%",
        ),
    ] {
        relates(text, &[(first, None, None), (second, None, None)]);
    }
}

#[test]
fn several_things_in_one_word_have_a_value_each() {
    for (text, expected) in [
        (
            "一二三产增加值分别增长3.5%、6%、5%左右。",
            ["一产增加值 ~+3.5%", "二产增加值 ~+6%", "三产增加值 ~+5%"],
        ),
        (
            "三次产业增加值分别增长4%、6%、8%。",
            [
                "第一产业增加值 =+4%",
                "第二产业增加值 =+6%",
                "第三产业增加值 =+8%",
            ],
        ),
    ] {
        let expected: Vec<_> =
            expected.iter().map(|shown| (*shown, None, None)).collect();
        relates(text, &expected);
    }
}

#[test]
fn a_step_that_is_climbed_is_a_level() {
    relates(
        "地区生产总值增长5%左右、迈上3万亿元台阶。",
        &[
            ("地区生产总值 ~+5%", None, None),
            ("地区生产总值 =3000000000000元", None, None),
        ],
    );
    relates(
        "财政收入跨上100亿元新台阶。",
        &[("财政收入 =10000000000元", None, None)],
    );
}

#[test]
fn a_mean_alone_is_that_of_what_was_named() {
    for (text, first, second) in [
        (
            "全市生产总值突破2000亿元、人均突破5万元。",
            "全市生产总值 >200000000000元",
            "人均全市生产总值 >50000元",
        ),
        (
            "旅游收入100亿元，人均1000元。",
            "旅游收入 =10000000000元",
            "人均旅游收入 =1000元",
        ),
        (
            "居民人均可支配收入4万元，人均消费支出2万元。",
            "居民人均可支配收入 =40000元",
            "人均消费支出 =20000元",
        ),
    ] {
        relates(text, &[(first, None, None), (second, None, None)]);
    }
}

#[test]
fn a_bound_before_the_first_case_bounds_them_all() {
    says(
        "特困人员基本生活标准不低于城镇每人每月1200元、农村每人每月900元。",
        &[
            "城镇特困人员基本生活标准 >=1200元",
            "农村特困人员基本生活标准 >=900元",
        ],
    );
    says(
        "日常养护经费不得低于县道每年每公里10000元，乡道每年每公里5000元。",
        &["县道日常养护经费 >=10000元", "乡道日常养护经费 >=5000元"],
    );
    says(
        "注册护士配备不少于三级医院每床0.8名，二级医院每床0.7名。",
        &[
            "三级医院注册护士配备 >=0.8名",
            "二级医院注册护士配备 >=0.7名",
        ],
    );
    says(
        "一次性建设补助不超过城市每张床位10000元、农村每张床位5000元。",
        &[
            "城市一次性建设补助 <=10000元",
            "农村一次性建设补助 <=5000元",
        ],
    );
    says(
        "配备不少于专职消防员6人、辅助人员3人。",
        &["配备专职消防员 >=6人", "配备辅助人员 >=3人"],
    );
    // What the next value is of has no bound of the last.
    says(
        "单个项目补助不超过省级100万元，建设项目20个。",
        &["省级单个项目补助 <=1000000元", "建设项目 =20个"],
    );
}

#[test]
fn the_last_of_several_grades_says_what_they_are() {
    says(
        "建成1个国家级、3个省级、10个市级示范区。",
        &[
            "建成国家级示范区 =1个",
            "建成省级示范区 =3个",
            "建成市级示范区 =10个",
        ],
    );
}

#[test]
fn sizes_are_of_what_was_counted_last() {
    says(
        "引进5000万元以上项目100个，其中亿元以上50个、10亿元以上5个。",
        &[
            "引进项目 >=50000000元",
            "引进5000万元以上项目 =100个",
            "亿元以上项目 =50个",
            "项目 >=1000000000元",
            "10亿元以上项目 =5个",
        ],
    );
    says(
        "建设公园20座，其中10万平方米以上2座。",
        &[
            "建设公园 =20座",
            "建设公园 >=100000平方米",
            "10万平方米以上公园 =2座",
        ],
    );
}

#[test]
fn trade_is_with_those_before_it() {
    says(
        "对俄进出口增速高于全国8.4个百分点，对欧盟出口增长5%。",
        &["对俄进出口增速 =8.4个百分点", "对欧盟出口 =+5%"],
    );
    says(
        "对共建“一带一路”国家、非洲、欧洲出口分别增长11.6%、28.4%、10.5%。",
        &[
            "共建“一带一路”国家出口 =+11.6%",
            "非洲出口 =+28.4%",
            "欧洲出口 =+10.5%",
        ],
    );
    says(
        "对困难群众发放补贴500万元。",
        &["困难群众发放补贴 =5000000元"],
    );
}

#[test]
fn the_year_before_is_that_before_the_values_own() {
    for (text, year) in [
        ("2014年，全市收入12443元，比上年增长13.1%。", Some("2013")),
        ("2014年，占比33.9%，较上年末提高3个百分点。", Some("2013")),
        ("2014年，全市收入12443元，比去年增长13.1%。", Some("2013")),
        ("全市收入12443元，比上年增长13.1%。", Some("2016")),
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        let base = targets.last().and_then(|target| target.baseline.clone());
        let date = base.unwrap().date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), year, "{text}");
    }
}

#[test]
fn the_same_time_of_an_earlier_year_is_what_is_compared_with() {
    for (text, indicator, base) in [
        ("现价总量比同期增加73.5亿元。", "现价总量", "同期"),
        (
            "地方经济比重较同期提高8.5个百分点。",
            "地方经济比重",
            "同期",
        ),
        (
            "全市工业增速比同期回落2.2个百分点。",
            "全市工业增速",
            "同期",
        ),
        (
            "全市工业增加值5亿元，比同期增速高0.8个百分点。",
            "全市工业增加值",
            "同期",
        ),
        (
            "固定资产投资5亿元，比年度计划高1个百分点。",
            "固定资产投资",
            "年度计划",
        ),
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        let last = targets.last().unwrap();
        assert_eq!(last.indicator, indicator, "{text}");
        let found = last.baseline.as_ref().map(|base| base.text.as_str());
        assert_eq!(found, Some(base), "{text}");
    }
}

#[test]
fn the_number_that_a_change_is_compared_with_is_no_target() {
    for (text, value) in [
        ("小麦总产4亿公斤，比去年3.27亿公斤增长7%。", 327_000_000),
        (
            "小麦总产4亿公斤，比上年的3.2亿公斤增加0.3亿公斤。",
            320_000_000,
        ),
        ("小麦总产4亿公斤，较2019年的48万吨增产3万吨。", 480_000),
    ] {
        let targets = read(text, SectionKind::Review, Genre::Report);
        assert_eq!(targets.len(), 2, "{text}");
        let base = targets[1].baseline.as_ref().and_then(|base| base.value);
        assert_eq!(base, Some(value.into()), "{text}");
    }
    // 去年 alone says when.
    says(
        "去年产量3亿公斤，增长7%。",
        &["产量 =300000000公斤", "产量 =+7%"],
    );
}

#[test]
fn a_second_row_is_of_the_facts_behind_the_first() {
    says(
        "增值税12亿元、土地使用税9亿元，同比分别增长21%、29%，企业所得税2亿元、房产税1亿元，同比分别下降31%、39%。",
        &[
            "增值税 =1200000000元",
            "土地使用税 =900000000元",
            "增值税 =+21%",
            "土地使用税 =+29%",
            "企业所得税 =200000000元",
            "房产税 =100000000元",
            "企业所得税 =-31%",
            "房产税 =-39%",
        ],
    );
    // Without facts between them both rows are of the same.
    says(
        "进口、出口分别为5亿元、6亿元，分别增长3%、4%。",
        &[
            "进口 =500000000元",
            "出口 =600000000元",
            "进口 =+3%",
            "出口 =+4%",
        ],
    );
}

#[test]
fn a_verb_of_change_is_that_of_each_of_its_objects() {
    says(
        "调减玉米面积77万亩，增加水稻面积26万亩、蔬菜16万亩、果树12万亩。",
        &[
            "调减玉米面积 =-770000亩",
            "增加水稻面积 =+260000亩",
            "增加蔬菜 =+160000亩",
            "增加果树 =+120000亩",
        ],
    );
    says(
        "减少低效用地100亩、闲置厂房50亩。",
        &["减少低效用地 =-100亩", "减少闲置厂房 =-50亩"],
    );
}

#[test]
fn no_aid_is_of_its_term_and_no_verb_is_said_twice() {
    relates(
        "补贴期限最长不超过36个月，每人每月补贴500元。",
        &[
            ("补贴期限 <=36个月", None, None),
            ("补贴 =500元", Some("每人每月"), None),
        ],
    );
    relates(
        "完成改造老旧小区12个，今年计划改造15个。",
        &[
            ("完成改造老旧小区 =12个", None, None),
            ("改造老旧小区 =15个", None, None),
        ],
    );
}

#[test]
fn changes_that_differ_are_spread_over_what_came_before() {
    says(
        "查处案件213起，罚款86.4万元，同比分别上升12%、下降8%。",
        &[
            "查处案件 =213起",
            "罚款 =864000元",
            "查处案件 =+12%",
            "罚款 =-8%",
        ],
    );
    says(
        "财政收入、支出分别同比增长5%和减少2%。",
        &["财政收入 =+5%", "财政支出 =-2%"],
    );
    says(
        "商品房销售面积、销售额分别下降12%、9%。",
        &["商品房销售面积 =-12%", "商品房销售额 =-9%"],
    );
}

#[test]
fn how_far_a_value_is_from_another_is_of_that_value() {
    for (text, expected) in [
        (
            "垃圾分类覆盖率为65%，与省定目标相差15个百分点。",
            ("垃圾分类覆盖率 =15个百分点", None, Some("省定目标")),
        ),
        (
            "森林覆盖率达到45%，离省级目标尚差3个百分点。",
            ("森林覆盖率 =3个百分点", None, Some("省级目标")),
        ),
        (
            "完成投资3.2亿元，距年度目标任务还差0.8亿元。",
            ("完成投资 =80000000元", None, Some("年度目标任务")),
        ),
    ] {
        let first = match expected.0.split(' ').next() {
            Some("垃圾分类覆盖率") => "垃圾分类覆盖率 =65%",
            Some("森林覆盖率") => "森林覆盖率 =45%",
            _ => "完成投资 =320000000元",
        };
        relates(text, &[(first, None, None), expected]);
    }
    // What is apart from each other names no base.
    relates("两地相距35公里。", &[("两地相距 =35公里", None, None)]);
}

#[test]
fn what_is_granted_for_stands_before_its_base() {
    relates(
        "补贴标准：打捆离田每亩补贴20元，收储点每吨补助50元。",
        &[
            ("打捆离田补贴 =20元", Some("每亩"), None),
            ("收储点补助 =50元", Some("每吨"), None),
        ],
    );
    relates(
        "新建冷库每立方米补贴150元，改造冷库每立方米补贴80元。",
        &[
            ("新建冷库补贴 =150元", Some("每立方米"), None),
            ("改造冷库补贴 =80元", Some("每立方米"), None),
        ],
    );
}

#[test]
fn who_fines_is_no_part_of_the_fine() {
    says(
        "由县生态环境局依法处500元以上2000元以下罚款。",
        &["处罚款 =500..2000元"],
    );
}

#[test]
fn a_share_of_a_region_is_of_what_was_told_before() {
    says(
        "全社会研发投入增长12%以上，占地区生产总值比重达到1.8%。",
        &[
            "全社会研发投入 >=+12%",
            "全社会研发投入占地区生产总值比重 =1.8%",
        ],
    );
}

#[test]
fn what_is_done_at_once_is_no_count() {
    says(
        "网上可办率达100%、一次办结率达95%以上。",
        &["网上可办率 =100%", "一次办结率 >=95%"],
    );
    says("发展食用菌1000万棒。", &["发展食用菌 =10000000棒"]);
}

#[test]
fn a_change_is_of_what_has_its_unit() {
    relates(
        "优良天数326天，优良率89.3%，较去年同期增加12天。",
        &[
            ("优良天数 =326天", None, None),
            ("优良率 =89.3%", None, None),
            ("优良天数 =+12天", None, Some("去年同期")),
        ],
    );
    says(
        "受理案件300件，结案290件，结案率97%，同比分别上升5.6%、6.2%和0.5个百分点。",
        &[
            "受理案件 =300件",
            "结案 =290件",
            "结案率 =97%",
            "受理案件 =+5.6%",
            "结案 =+6.2%",
            "结案率 =+0.5个百分点",
        ],
    );
}

#[test]
fn a_mean_over_those_counted_is_a_value_of_its_own() {
    says(
        "带动480户脱贫户户均增收3200元。",
        &["带动脱贫户 =480户", "户均增收 =+3200元"],
    );
    says(
        "流转土地5000亩亩均增效300元。",
        &["流转土地 =5000亩", "亩均增效 =300元"],
    );
}

#[test]
fn another_verb_goes_on_with_what_has_its_unit() {
    says(
        "实施产业项目96个，已开工92个，开工率95.8%，完工41个。",
        &[
            "实施产业项目 =96个",
            "开工产业项目 =92个",
            "开工率 =95.8%",
            "完工产业项目 =41个",
        ],
    );
}

#[test]
fn what_is_granted_behind_a_list_is_granted_to_each_of_it() {
    says(
        "对取得证书的残疾人，按A类2400元、B类1800元、C类1200元给予补贴。",
        &["A类补贴 =2400元", "B类补贴 =1800元", "C类给予补贴 =1200元"],
    );
    relates(
        "每带动1人再补贴2000元。",
        &[("补贴 =2000元", Some("每带动1人"), None)],
    );
}

#[test]
fn what_is_said_of_a_move_between_two_dates_starts_from_the_first() {
    relates(
        "光缆长度从2012年的1479公里增加到2021年的5481公里，增长2.7倍。",
        &[
            ("光缆长度 =5481公里", None, Some("2012年的1479公里")),
            ("光缆长度 =+2.7倍", None, Some("2012年的1479公里")),
        ],
    );
    // A mean is of the whole time, and another measure of its own.
    relates(
        "城镇化率由2016年的50%提高到2020年的60%，年均提高2个百分点，贫困人口减少20万人。",
        &[
            ("城镇化率 =60%", None, Some("2016年的50%")),
            ("城镇化率 =+2个百分点", Some("年均"), None),
            ("贫困人口 =-200000人", None, None),
        ],
    );
}

#[test]
fn a_comparison_may_open_without_and() {
    relates(
        "相比2012年，平均速率提高40倍，资费下降95%。",
        &[
            ("平均速率 =+40倍", None, Some("2012年")),
            ("资费 =-95%", None, Some("2012年")),
        ],
    );
    relates(
        "对比2019年，客流量增长20%。",
        &[("客流量 =+20%", None, Some("2019年"))],
    );
    relates(
        "用水量相比2015年下降30%。",
        &[("用水量 =-30%", None, Some("2015年"))],
    );
}

#[test]
fn each_step_of_a_rule_is_of_what_the_first_one_measures() {
    for (text, expected) in [
        (
            "年销售收入500-1000万元的，给予5万元奖励；1000-5000万元的，给予10万元奖励。",
            &[
                "年销售收入 =5000000..10000000元",
                "年销售收入奖励 =50000元",
                "年销售收入 =10000000..50000000元",
                "年销售收入奖励 =100000元",
            ][..],
        ),
        (
            "投资额在1000万元-3000万元的，按5%给予补助；3000万元（含）-5000万元的，按8%给予补助。",
            &[
                "投资额 =10000000..30000000元",
                "投资额补助 =5%",
                "投资额 =30000000..50000000元",
                "投资额补助 =8%",
            ],
        ),
        (
            "医药费用0-35000元按60%报销，35001-70000元按70%报销。",
            &[
                "医药费用 =0..35000元",
                "医药费用报销 =60%",
                "医药费用 =35001..70000元",
                "医药费用报销 =70%",
            ],
        ),
        (
            "住院费用3万元以下部分报销60%，3-8万元部分报销70%。",
            &[
                "住院费用 <=30000元",
                "住院费用报销 =60%",
                "住院费用 =30000..80000元",
                "住院费用报销 =70%",
            ],
        ),
        (
            "年产值5000万元至1亿元的奖励10万元，1亿元至5亿元的奖励20万元。",
            &[
                "年产值 =50000000..100000000元",
                "年产值奖励 =100000元",
                "年产值 =100000000..500000000元",
                "年产值奖励 =200000元",
            ],
        ),
        (
            "补贴标准是：1000平方米以下的补助5万元，1000-3000平方米的补助10万元。",
            &[
                "补贴标准 <=1000平方米",
                "补贴标准补助 =50000元",
                "补贴标准 =1000..3000平方米",
                "补贴标准补助 =100000元",
            ],
        ),
        // A step of something else.
        (
            "面积50-100亩的，每亩补助200元；招聘20名以上的教师。",
            &["面积 =50..100亩", "面积补助 =200元", "招聘教师 >=20名"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn two_bounds_one_behind_the_other_are_of_one_measure() {
    for (text, expected) in [
        (
            "工龄满5年不满10年的，补助2万元；满10年不满20年的，补助3万元。",
            &[
                "工龄 >=5年",
                "工龄 <10年",
                "工龄补助 =20000元",
                "工龄 >=10年",
                "工龄 <20年",
                "工龄补助 =30000元",
            ][..],
        ),
        (
            "纳税100万元以上不足500万元的，奖励2%。",
            &["纳税 >=1000000元", "纳税 <5000000元", "纳税奖励 =2%"],
        ),
        (
            "新建床位300张以上的，每张补贴5000元，50张以上不足300张、运营满1年的，每张补贴2000元。",
            &[
                "新建床位 >=300张",
                "补贴 =5000元",
                "新建床位 >=50张",
                "新建床位 <300张",
                "运营 >=1年",
                "补贴 =2000元",
            ],
        ),
        (
            "年满80周岁不满90周岁的，每人每月发放100元。",
            &["年龄 >=80周岁", "年龄 <90周岁", "发放 =100元"],
        ),
        (
            "计生家庭成员（子女未满18周岁）自付费用按50%比例报销。",
            &[
                "计生家庭成员（子女未满18周岁）自付费用比例报销 =50%",
                "年龄 <18周岁",
            ],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_range_of_one_or_two_counts_and_a_time_to_reach_does_not() {
    for (text, expected) in [
        ("班子中的成员应有一至两名。", &["班子中的成员 =1..2名"][..]),
        ("班子成员中女干部一至二名。", &["班子成员中女干部 =1..2名"]),
        (
            "企业三年内累计投资不低于10亿元。",
            &["企业三年内累计投资 >=1000000000元"],
        ),
        (
            "教师3年内培训学时不少于120学时。",
            &["教师3年内培训学时 >=120学时"],
        ),
        ("企业5年内不得迁出。", &["企业不得迁出 <=5年"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn what_is_aided_stands_before_what_it_is_counted_on() {
    for (text, expected) in [
        (
            "新建床位每张补贴1万元，改建床位每张补贴5000元。",
            &["新建床位补贴 =10000元", "改建床位补贴 =5000元"][..],
        ),
        ("引进博士每人补贴10万元。", &["引进博士补贴 =100000元"]),
        (
            "由民政按普通疾病70%、重大疾病100%的比例救助。",
            &["普通疾病救助 =70%", "重大疾病救助 =100%"],
        ),
        ("种植油茶每亩补助1000元。", &["种植油茶补助 =1000元"]),
        (
            "建筑面积200-500平方米的饭堂，补助5万元；500平方米以上的，补助8万元。",
            &[
                "建筑面积 =200..500平方米",
                "饭堂补助 =50000元",
                "建筑面积 >=500平方米",
                "建筑面积补助 =80000元",
            ],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn what_is_done_each_time_is_what_an_aid_is_counted_on() {
    for (text, per, expected) in [
        (
            "每成功申报一个国家级项目奖励50万元。",
            "每成功申报一个国家级项目",
            "奖励 =500000元",
        ),
        (
            "每实际吸纳1名贫困劳动力就业给予1000元补贴。",
            "每实际吸纳1名贫困劳动力就业",
            "给予补贴 =1000元",
        ),
        (
            "每新引进一名博士补贴5万元。",
            "每新引进一名博士",
            "补贴 =50000元",
        ),
    ] {
        relates(text, &[(expected, Some(per), None)]);
    }
}

#[test]
fn what_each_one_has_is_counted_and_each_one_is_the_base() {
    for (text, per, expected) in [
        (
            "每所学校专任教师不少于20名。",
            "每所学校",
            "专任教师 >=20名",
        ),
        (
            "每个养老机构护理型床位占比不低于55%。",
            "每个养老机构",
            "护理型床位占比 >=55%",
        ),
        (
            "每个创业基地入驻企业不少于20家。",
            "每个创业基地",
            "入驻企业 >=20家",
        ),
        (
            "配备全科医生，每个卫生服务中心不少于6名。",
            "每个卫生服务中心",
            "配备全科医生 >=6名",
        ),
    ] {
        relates(text, &[(expected, Some(per), None)]);
    }
}

#[test]
fn what_is_made_more_or_fewer_stands_between_both_numbers() {
    for (text, expected) in [
        (
            "将24项督查激励措施调整增加为30项。",
            ("督查激励措施 =30项", None, Some("24项")),
        ),
        (
            "将15个审批环节压缩为6个。",
            ("审批环节 =6个", None, Some("15个")),
        ),
        ("把3个乡镇合并为1个镇。", ("乡镇 =1个", None, Some("3个"))),
        (
            "将原来的5天办理时限压缩至2天。",
            ("办理时限 =2天", None, Some("5天")),
        ),
        (
            "将每月800元的补助标准提高到每月1000元。",
            ("补助标准 =1000元", Some("每月"), Some("800元")),
        ),
    ] {
        relates(text, &[expected]);
    }
    // Of several things.
    let targets = read(
        "将15个村、3个社区合并为6个。",
        SectionKind::Tasks,
        Genre::Plan,
    );
    assert!(targets.iter().all(|target| target.baseline.is_none()));
}
