//! Values in the cases of a rule, behind brackets and beside the counts of a list.

use super::*;

#[track_caller]
fn granted(text: &str, expected: &[(&str, Option<&str>)]) {
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    let found: Vec<_> = targets
        .iter()
        .map(|target| (shown(target), target.per.as_deref()))
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(shown, per)| (shown.as_str(), *per))
        .collect();
    assert_eq!(found, expected, "{text}");
    for target in &targets {
        assert_eq!(target.status, TargetStatus::Condition, "{text}");
        assert_eq!(target.deadline, None, "{text}");
    }
}

#[test]
fn each_case_of_a_row_has_its_sum_on_a_base() {
    granted(
        "流转面积30亩以下的按每亩80元、30亩至60亩的按每亩90元、60亩以上的按每亩110元给予补助。",
        &[
            ("流转面积 <=30亩", None),
            ("补助 =80元", Some("每亩")),
            ("流转面积 =30..60亩", None),
            ("补助 =90元", Some("每亩")),
            ("流转面积 >=60亩", None),
            ("给予补助 =110元", Some("每亩")),
        ],
    );
    granted(
        "3月1日至5月31日，一次招用10人以下的按每人200元，10人以上的按每人400元的标准给予奖励。",
        &[
            ("一次招用 <=10人", None),
            ("一次招用奖励 =200元", Some("每人")),
            ("一次招用 >=10人", None),
            ("一次招用奖励 =400元", Some("每人")),
        ],
    );
}

#[test]
fn what_stands_behind_a_bracket_is_of_what_stands_before_it() {
    says(
        "完成投资7亿元（其中：省级资金2亿元、县级资金3亿元），增长6%，占年度计划的105%。",
        &[
            "完成投资 =700000000元",
            "省级资金 =200000000元",
            "县级资金 =300000000元",
            "完成投资 =+6%",
            "完成投资 =105%",
        ],
    );
    says(
        "粮食产量达到40万吨（其中玉米30万吨），增长3%。小麦产量达到5万吨。",
        &[
            "粮食产量 =400000吨",
            "玉米 =300000吨",
            "粮食产量 =+3%",
            "小麦产量 =50000吨",
        ],
    );
    // Within it, what is said goes on.
    says(
        "完成投资7亿元（其中省级资金2亿元，增长5%）。",
        &[
            "完成投资 =700000000元",
            "省级资金 =200000000元",
            "省级资金 =+5%",
        ],
    );
}

#[test]
fn each_count_of_a_list_has_its_whole() {
    says(
        "新建3条沟渠总长12公里、2座泵站总面积800平方米以及5所学校总面积3万平方米。",
        &[
            "新建沟渠 =3条",
            "新建3条沟渠总长 =12公里",
            "新建泵站 =2座",
            "2座泵站总面积 =800平方米",
            "新建学校 =5所",
            "5所学校总面积 =30000平方米",
        ],
    );
    says(
        "现有公路3条全长20公里、隧道2座全长3公里。",
        &[
            "现有公路 =3条",
            "现有公路3条全长 =20公里",
            "隧道 =2座",
            "隧道2座全长 =3公里",
        ],
    );
    says(
        "新建2座泵站以及5所学校。",
        &["新建泵站 =2座", "新建学校 =5所"],
    );
    says(
        "新建2座泵站总投资800万元。",
        &["新建泵站 =2座", "新建2座泵站总投资 =8000000元"],
    );
    // How many there are says only of what the whole is.
    says("41项工程总投资800万元。", &["41项工程总投资 =8000000元"]);
    // Which ones are meant, and not one item beside another.
    says(
        "产值达到3亿元、5亿元的企业5家。",
        &[
            "产值 =300000000元",
            "产值达到3亿元、5亿元的企业 =5家",
            "产值 =500000000元",
        ],
    );
}

#[test]
fn a_plan_that_somebody_set_is_a_plan() {
    let text = "工业投资216亿元，居全省第5位，完成市政府下达全年目标的59%；技改投资144亿元，完成省下达的年度计划的56%。";
    says(
        text,
        &[
            "工业投资 =21600000000元",
            "工业投资 =59%",
            "技改投资 =14400000000元",
            "技改投资 =56%",
        ],
    );
    let plans: Vec<_> = read(text, SectionKind::Review, Genre::Notice)
        .into_iter()
        .filter_map(|target| target.baseline)
        .map(|baseline| baseline.text)
        .collect();
    assert_eq!(plans, ["市政府下达全年目标", "省下达的年度计划"]);
}

#[test]
fn items_that_end_in_one_word_share_what_follows_it() {
    says(
        "农业龙头企业、限上批零企业、规上文化企业复工率分别达到100%、99%和88%。",
        &[
            "农业龙头企业复工率 =100%",
            "限上批零企业复工率 =99%",
            "规上文化企业复工率 =88%",
        ],
    );
}

#[test]
fn what_a_value_was_before_is_where_it_starts_from() {
    let text = "压缩审批时限，由原来的15个工作日压缩至5个工作日以内。提高补助标准，由现行的每人每年90元提高到120元。";
    says(text, &["审批时限 <=5个工作日", "补助标准 =120元"]);
    let starts: Vec<_> = read(text, SectionKind::Tasks, Genre::Notice)
        .into_iter()
        .filter_map(|target| target.baseline)
        .map(|baseline| baseline.value.map(|value| value.to_string()))
        .collect();
    assert_eq!(starts, [Some("15".to_owned()), Some("90".to_owned())]);
}

#[test]
fn the_name_of_a_reform_bounds_nothing() {
    says(
        "“最多跑一次”率达到95%，最多跑一次事项达到80项。",
        &["“最多跑一次”率 =95%", "最多跑一次事项 =80项"],
    );
    says("每人最多申报2项。", &["申报 <=2项"]);
}

#[test]
fn how_many_cases_there_are_names_none() {
    granted(
        "按车价10万元以下、10万—20万元、20万元以上三档，分别给予3000元、5000元、8000元补贴。",
        &[
            ("车价 <=100000元", None),
            ("车价 =100000..200000元", None),
            ("车价 >=200000元", None),
            ("车价补贴 =3000元", None),
            ("车价补贴 =5000元", None),
            ("车价补贴 =8000元", None),
        ],
    );
    granted(
        "一次性补助5000元，其中护理床位每张8000元。",
        &[
            ("一次性补助 =5000元", None),
            ("护理床位补助 =8000元", Some("每张")),
        ],
    );
}

#[test]
fn another_verb_alone_is_done_to_those_that_its_unit_counts() {
    says(
        "发放宣传单5000份，走访300户，整改问题20个。",
        &["发放宣传单 =5000份", "走访 =300户", "整改问题 =20个"],
    );
    says(
        "安排资金5000万元，累计培训1万人次。",
        &["安排资金 =50000000元", "培训 =10000人次"],
    );
    // What is named and not done stays whose verb it is.
    says(
        "合作社20家，带动300户。",
        &["合作社 =20家", "合作社带动 =300户"],
    );
}

#[test]
fn commas_of_either_width_end_a_clause() {
    says(
        "产妇死亡率19.4/10万,婴儿死亡率7.2‰。",
        &["产妇死亡率 =19.4/10万", "婴儿死亡率 =7.2‰"],
    );
}

#[test]
fn what_an_item_says_again_is_not_shared() {
    says(
        "城镇职工医疗保险、城镇居民医疗保险和新型农村合作医疗参保率均达到95%以上。",
        &[
            "城镇职工医疗保险参保率 >=95%",
            "城镇居民医疗保险参保率 >=95%",
            "新型农村合作医疗参保率 >=95%",
        ],
    );
}

#[test]
fn a_turn_in_what_is_told_is_no_part_of_it() {
    says(
        "物价上涨3%，但房租涨幅回落至2%，而工业投资增长5%。",
        &["物价 =+3%", "房租涨幅 =2%", "工业投资 =+5%"],
    );
}
