//! Values whose own sentence does not say what they are of.

use super::{says, shown};

/// What the items of a plan say, each value as the other tests show it.
#[track_caller]
fn plan(items: &str, expected: &[&str]) {
    let text = format!("一、主要任务\n{items}\n");
    let parsed = crate::parse(text.as_bytes()).unwrap();
    let found: Vec<String> = parsed.document.targets.iter().map(shown).collect();
    assert_eq!(found, expected, "{items}");
}

#[test]
fn the_heading_of_the_item_names_it() {
    plan(
        "1.培育专精特新企业。2023年完成12家，2024年完成20家。",
        &["培育专精特新企业 =12家", "培育专精特新企业 =20家"],
    );
    plan(
        "1.大力发展设施农业。每年不少于1000亩。",
        &["发展设施农业 >=1000亩"],
    );
    plan(
        "（一）培育高新技术企业。支持企业创新，力争全年新增100家，总数达到600家。",
        &["新增高新技术企业 =+100家", "高新技术企业总数 =600家"],
    );
    plan(
        "（一）农村公路。新建30公里，改造50公里，养护率达到95%。",
        &[
            "新建农村公路 =30公里",
            "改造农村公路 =50公里",
            "养护率 =95%",
        ],
    );
}

#[test]
fn the_clause_before_names_it() {
    plan(
        "推进老旧小区改造，到2025年完成120个，其中2023年40个、2024年45个。",
        &[
            "推进老旧小区改造 =120个",
            "推进老旧小区改造 =40个",
            "推进老旧小区改造 =45个",
        ],
    );
    says(
        "明确备案有效期，均不少于6个月。",
        &["明确备案有效期 >=6个月"],
    );
}

#[test]
fn a_label_before_a_colon_names_it() {
    for (item, value) in [
        ("粮食总产量：48万吨。", "粮食总产量 =480000吨"),
        ("生猪出栏：35万头；", "生猪出栏 =350000头"),
        ("城镇化率：65%以上。", "城镇化率 >=65%"),
        ("城镇登记失业率：控制在4%以内。", "城镇登记失业率 <=4%"),
        ("地区生产总值:增长8%左右。", "地区生产总值 ~+8%"),
        ("新增就业（城镇）：2万人。", "新增就业 =+20000人"),
        ("5G基站：1200个。", "5G基站 =1200个"),
        ("执业（助理）医师数：350人。", "执业（助理）医师数 =350人"),
        ("小学、初中专任教师：350名。", "小学、初中专任教师 =350名"),
    ] {
        plan(&format!("——{item}"), &[value]);
        plan(item, &[value]);
    }
    plan(
        "地区生产总值：1200亿元，增长8%；总投资：3.5亿元。",
        &[
            "地区生产总值 =120000000000元",
            "地区生产总值 =+8%",
            "总投资 =350000000元",
        ],
    );
    plan(
        "东城安置点：596套2470人。西城安置点：120户，456人。",
        &[
            "东城安置点 =596套",
            "东城安置点 =2470人",
            "西城安置点 =120户",
            "西城安置点 =456人",
        ],
    );
    // What heads a list or says nothing of what names none.
    for item in [
        "其中：12个。",
        "合计：120个。",
        "共有三类：一类12个。",
        "时间：3个月。",
    ] {
        assert!(
            !crate::parse(format!("一、主要任务\n{item}\n").as_bytes())
                .unwrap()
                .document
                .targets
                .iter()
                .any(|target| ["其中", "合计", "时间"].contains(&&*target.indicator)),
            "{item}"
        );
    }
}

#[test]
fn brackets_hold_how_much_there_is_of_what_stands_before() {
    plan("1.棚户区改造（500套）", &["棚户区改造 =500套"]);
    plan("1.建设口袋公园（10个）", &["建设口袋公园 =10个"]);
    // The length of the list below is none of what is done.
    plan("1.长江流域（108个）", &[]);
}

#[test]
fn what_names_no_work_names_no_value() {
    plan("1.主要目标。力争达到120个。", &[]);
    plan("1.强化保障，筑牢底线。力争达到120个。", &[]);
}

#[test]
fn another_verb_is_of_the_same_thing() {
    says(
        "新建农村公路30公里，改造50公里。",
        &["新建农村公路 =30公里", "改造农村公路 =50公里"],
    );
    says(
        "安置房新开工500套以上，竣工300套以上。",
        &["安置房新开工 >=500套", "安置房竣工 >=300套"],
    );
    // What is spent on it is counted in another unit.
    says(
        "新建农村公路30公里，投资2亿元。",
        &["新建农村公路 =30公里", "新建农村公路投资 =200000000元"],
    );
}

#[test]
fn lengths_of_what_is_granted_or_done_are_values() {
    says("给予6个月的过渡期。", &["给予过渡期 =6个月"]);
    says(
        "享受98天产假，难产增加15天。",
        &["享受产假 =98天", "难产 =+15天"],
    );
    says("评估结果公示10天。", &["评估结果公示 =10天"]);
    says("近3年监测数据稳定。", &[]);
    says("三年过渡期内，保持政策稳定。", &[]);
    says("相隔仅半年多的时间。", &[]);
}

#[test]
fn the_case_before_a_grant_names_it() {
    plan(
        "1.对在主板上市企业，给予企业500万元奖励；对在新三板挂牌企业，给予企业100万元奖励。",
        &[
            "主板上市企业奖励 =5000000元",
            "新三板挂牌企业奖励 =1000000元",
        ],
    );
    plan(
        "1.被认定为省级名牌产品的企业，给予企业3万元奖励。",
        &["被认定为省级名牌产品的企业奖励 =30000元"],
    );
    plan(
        "1.首次入选省级绿色工厂名单的，一次性奖励20万元。",
        &["首次入选省级绿色工厂名单奖励 =200000元"],
    );
    plan(
        "1.对获得发明专利授权的，每件资助5000元。",
        &["获得发明专利授权资助 =5000元"],
    );
    plan(
        "1.对评估为优秀级、良好级的服务机构，分别给予40万元、30万元奖励。",
        &["评估为优秀级奖励 =400000元", "评估为良好级奖励 =300000元"],
    );
    // What says itself what is granted, and for what.
    plan(
        "1.对参加展会的企业，给予展位费补助2万元。",
        &["给予展位费补助 =20000元"],
    );
    plan("1.安排奖励资金500万元。", &["安排奖励资金 =5000000元"]);
}

#[test]
fn a_bracket_of_a_change_is_of_what_stands_before_it() {
    says(
        "增幅较大的有发酵酒（增长87%）、汽车（同比增长35.8%）和液体乳（下降5%）。",
        &["发酵酒 =+87%", "汽车 =+35.8%", "液体乳 =-5%"],
    );
    // What was counted straight before it changes.
    says(
        "旅游收入5亿元（同比增长25%）。",
        &["旅游收入 =500000000元", "旅游收入 =+25%"],
    );
}

#[test]
fn whose_sum_it_is_and_that_it_is_a_sum_are_no_part_of_the_name() {
    says("我市共争取项目资金3亿元。", &["项目资金 =300000000元"]);
    says("我县累计实施项目30个。", &["实施项目 =30个"]);
    says(
        "争取到位上级资金25亿元，特别是农村居民人均收入达到1万元。",
        &[
            "争取到位上级资金 =2500000000元",
            "农村居民人均收入 =10000元",
        ],
    );
    says(
        "注销企业50户、个体工商户400户。",
        &["注销企业 =50户", "注销个体工商户 =400户"],
    );
}

#[test]
fn a_label_may_say_that_its_value_is_a_change() {
    says(
        "生产总值增长：5.5%左右；单位GDP能耗下降：3%以上；城镇新增就业：5万人。",
        &[
            "生产总值 ~+5.5%",
            "单位GDP能耗 >=-3%",
            "城镇新增就业 =+50000人",
        ],
    );
    // As it stands in Markdown.
    says(
        "- **规上工业增加值增长**：6%左右\n",
        &["规上工业增加值 ~+6%"],
    );
    says("**城镇化率**：达到65%。\n", &["城镇化率 =65%"]);
}
