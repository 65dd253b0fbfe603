//! Numbers that say which things are meant, and the things that are counted beside them.

use super::*;

#[test]
fn what_has_a_size_is_no_part_of_what_is_measured() {
    says("生产面积10万亩以上的县。", &["生产面积 >=100000亩"]);
    says(
        "PM2.5平均浓度在60至70微克/立方米之间的南甸镇、温塘镇。",
        &["PM2.5平均浓度 =60..70微克/立方米"],
    );
    // What is counted is not what it is counted in.
    says("打造60个以上的草种应用案例。", &["打造草种应用案例 >=60个"]);
    says(
        "培训1000名达标的家庭医生。",
        &["培训达标的家庭医生 =1000名"],
    );
}

#[test]
fn a_counted_noun_stands_behind_the_number_that_says_which_one() {
    says(
        "建设100所在校生规模3500人以上的示范性学校。",
        &["建设示范性学校 =100所", "在校生规模 >=3500人"],
    );
    says(
        "至少建立1个5000亩以上的连片种植带。",
        &["建立连片种植带 >=1个", "连片种植带 >=5000亩"],
    );
    says(
        "建成10个年出栏5000头以上的规模养殖场。",
        &["建成规模养殖场 =10个", "年出栏 >=5000头"],
    );
    says("从业人员50人以上的企业可申报。", &["从业人员 >=50人"]);
    says(
        "引进投资5亿元以上的项目20个、10亿元以上的项目5个。",
        &[
            "引进投资 >=500000000元",
            "引进投资5亿元以上的项目 =20个",
            "引进项目 >=1000000000元",
            "引进10亿元以上的项目 =5个",
        ],
    );
    // A clause of its own counts its own things.
    says(
        "建设学校10所，培训人数3500人以上。",
        &["建设学校 =10所", "培训人数 >=3500人"],
    );
}

#[test]
fn what_is_new_is_named_with_its_verb() {
    says("新增2家上市企业。", &["新增上市企业 =+2家"]);
    says(
        "全市新增1个产业集群和2家百亿企业。",
        &["新增产业集群 =+1个", "新增百亿企业 =+2家"],
    );
    // 城镇 is no place that something is done in.
    says("城镇新增就业5万人。", &["城镇新增就业 =+50000人"]);
    says("学生比上年新增200人。", &["学生 =+200人"]);
}

#[test]
fn the_sum_of_what_is_new_is_not_new() {
    says(
        "新增示范基地5个，总计达到13个。",
        &["新增示范基地 =+5个", "示范基地 =13个"],
    );
    says(
        "新增示范基地5个，总数达到13个。",
        &["新增示范基地 =+5个", "示范基地总数 =13个"],
    );
}

#[test]
fn a_breakthrough_is_no_bound() {
    says("突破50项以上关键技术瓶颈。", &["突破关键技术瓶颈 >=50项"]);
    says("突破10项核心技术。", &["突破核心技术 =10项"]);
    says("高新技术企业突破200家。", &["高新技术企业 >200家"]);
    says("突破200家企业上市大关。", &["企业上市大关 >200家"]);
}

#[test]
fn another_name_of_a_unit_is_no_object() {
    says(
        "改造提升10条(段)骨干道路和5条（段）骨干河道。",
        &["改造提升骨干道路 =10条", "改造提升骨干河道 =5条"],
    );
    says("建设中心(基地)3个。", &["建设中心(基地) =3个"]);
}

#[test]
fn a_count_of_the_same_unit_goes_on_with_what_was_named() {
    says(
        "推进160项重点任务落实，2024年底前完成121项。",
        &["推进重点任务落实 =160项", "推进重点任务落实 =121项"],
    );
    says("培训160人，完成3项。", &["培训 =160人"]);
}

#[test]
fn what_is_given_is_no_change_by_so_much() {
    let text = "降低物流资费的企业给予投资额30%的补贴。";
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    assert_eq!(targets.len(), 1);
    assert_eq!(targets[0].change, Change::Level);
}

#[test]
fn the_length_of_a_text_is_no_target() {
    for text in [
        "第1页 / 共13页",
        "该文档总共13页",
        "全书共10章、35节。",
        "9 名词术语",
        "《关于促进 3 岁以下婴幼儿照护服务的实施方案》",
    ] {
        says(text, &[]);
    }
    says("扫描档案500页。", &["扫描档案 =500页"]);
    says("安装电池35节。", &["安装电池 =35节"]);
    says("建设30个五年制示范专业。", &["建设五年制示范专业 =30个"]);
}

#[test]
fn how_long_something_has_lasted_is_a_condition() {
    for (text, expected) in [
        (
            "连续正常经营6个月以上的给予补贴5000元。",
            &["连续正常经营 >=6个月", "给予补贴 =5000元"][..],
        ),
        (
            "具有3年以上企业工作经历的教师。",
            &["具有企业工作经历的教师 >=3年"],
        ),
        ("注册满2年以上的企业可以申报。", &["注册满 >=2年"]),
        (
            "在居住地居住半年以上，可申领居住证。",
            &["居住地居住 >=0.5年"],
        ),
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        let found: Vec<String> = targets.iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
        assert!(
            targets
                .iter()
                .all(|target| target.status == TargetStatus::Condition),
            "{text}"
        );
    }
    says(
        "产值1亿元以上的给予10万元奖励，面积50亩以上的每亩补助100元。",
        &[
            "产值 >=100000000元",
            "给予奖励 =100000元",
            "面积 >=50亩",
            "补助 =100元",
        ],
    );
    says(
        "按投资额的10%给予最高200万元补助。",
        &["投资额给予 =10%", "给予补助 <=2000000元"],
    );
    let days = "优良天数达到320天以上，空气优良天数320天以上。";
    let targets = read(days, SectionKind::Tasks, Genre::Notice);
    assert!(
        targets
            .iter()
            .all(|target| target.status == TargetStatus::Planned)
    );
    for text in ["经过5年以上的努力。", "开展三年行动以来成效明显。"]
    {
        says(text, &[]);
    }
}

#[test]
fn one_of_what_is_built_is_counted() {
    says(
        "建成一个育种中心、一个技术培训中心。",
        &["建成育种中心 =1个", "建成技术培训中心 =1个"],
    );
    says("建设一个良好的发展环境。", &[]);
    says("形成一个中心、一个体系的格局。", &[]);
}

#[test]
fn coverage_before_what_is_carried_out_is_its_manner() {
    says("对重点区域开展全覆盖检查。", &[]);
    says("实现垃圾处理全覆盖和达标排放。", &["垃圾处理 =100%"]);
}

#[test]
fn values_without_a_sign_between_them_are_each_of_their_own() {
    says(
        "全县贫困户5600户18900人全部脱贫。",
        &["全县贫困户 =5600户", "全县贫困户 =18900人"],
    );
    says(
        "投入资金3000万元新建污水处理厂2座。",
        &["投入资金 =30000000元", "新建污水处理厂 =2座"],
    );
    says(
        "组织专家15名开展培训30次。",
        &["组织专家 =15名", "开展培训 =30次"],
    );
    says(
        "完成投资12亿元占总投资的60%。",
        &["完成投资 =1200000000元", "完成投资占总投资 =60%"],
    );
    says("安排资金2亿元用于道路建设。", &["安排资金 =200000000元"]);
    // What is done by so many is of them.
    says("建设由15名专家组成的团队。", &["建设专家组成的团队 =15名"]);
}

#[test]
fn a_base_holds_for_the_list_behind_it() {
    let text = "每千人拥有医师3.2人、护士3.8人，床位数达到6张。";
    let targets = read(text, SectionKind::Goals, Genre::Notice);
    let bases: Vec<_> = targets.iter().map(|target| target.per.as_deref()).collect();
    assert_eq!(bases, [Some("每千人"), Some("每千人"), None]);
}

#[test]
fn what_a_value_moved_by_may_follow_it_without_a_comma() {
    says(
        "实现产值12亿元同比增长5%。",
        &["产值 =1200000000元", "产值 =+5%"],
    );
    says(
        "农民人均收入15600元比上年增加1200元。",
        &["农民人均收入 =15600元", "农民人均收入 =+1200元"],
    );
    says("病种由5种增加到10种。", &["病种 =10种"]);
}

#[test]
fn grades_of_a_list_share_what_they_are_of() {
    says(
        "对新认定的国家级、省级示范社分别奖励5万元、3万元。",
        &[
            "国家级示范社奖励 =50000元",
            "省级示范社奖励 =30000元",
        ],
    );
    says(
        "生猪、肉牛出栏分别达30万头、2万头。",
        &["生猪出栏 =300000头", "肉牛出栏 =20000头"],
    );
}

#[test]
fn a_substance_lends_no_part_of_its_name() {
    says(
        "化学需氧量和氨氮排放总量分别控制在123.1万吨、13.31万吨以内。",
        &["化学需氧量排放总量 <=1231000吨", "氨氮排放总量 <=133100吨"],
    );
}

#[test]
fn addresses_in_the_web_count_nothing() {
    says("/search/local_msg/200005?keywords=%E5%85%AC%E5%9B", &[]);
}

#[test]
fn the_standard_of_a_grant_is_no_part_of_what_is_granted() {
    says(
        "按每个教学点10万元的标准安排经费。",
        &["安排经费 =100000元"],
    );
}

#[test]
fn a_meeting_keeps_its_last_character() {
    says("召开专题部署会3次。", &["召开专题部署会 =3次"]);
    says("目前已建成公园5座。", &["建成公园 =5座"]);
    says("全省共举办技能大赛会3次。", &["全省共举办技能大赛 =3次"]);
}

#[test]
fn a_list_of_sums_shares_the_bound_before_it() {
    says(
        "对年度营业收入首次超过1亿元、5亿元、10亿元的企业给予奖励。",
        &[
            "年度营业收入 >100000000元",
            "年度营业收入 >500000000元",
            "年度营业收入 >1000000000元",
        ],
    );
    says(
        "建设学校至少2所、医院5所。",
        &["建设学校 >=2所", "建设医院 =5所"],
    );
}

#[test]
fn the_most_of_a_grant_stands_before_its_verb() {
    says("每辆车最高补贴1万元。", &["补贴 <=10000元"]);
    says("单个企业最高奖励50万元。", &["单个企业最高奖励 <=500000元"]);
    says(
        "每个村至少配备2名安全员，每个组配备1名。",
        &["配备安全员 >=2名", "配备安全员 =1名"],
    );
}

#[test]
fn the_time_that_a_thing_takes_is_no_part_of_it() {
    for (text, expected) in [
        ("用三年时间培育企业50家以上。", "培育企业 >=50家"),
        ("计划用5年左右时间建成公园20个。", "建成公园 =20个"),
        ("利用2至3年时间，改造学校30所。", "改造学校 =30所"),
        ("办理时间5个。", "办理时间 =5个"),
    ] {
        let found: Vec<String> = read(text, SectionKind::Tasks, Genre::Notice)
            .iter()
            .map(shown)
            .collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn a_case_goes_on_behind_what_is_granted_in_it() {
    says(
        "B店年度营销额首次达100万元以上的给予5万元奖励，达到200万元以上的给予10万元奖励。在2015年基础上净增100万元以上的奖励5万元。",
        &[
            "B店年度营销额 >=1000000元",
            "给予奖励 =50000元",
            "B店年度营销额 >=2000000元",
            "给予奖励 =100000元",
            "B店年度营销额 >=+1000000元",
            "B店年度营销额奖励 =50000元",
        ],
    );
    says(
        "年销售额达500万元、1000万元以上的，分别给予2万元、5万元的奖励",
        &[
            "年销售额 =5000000元",
            "年销售额 >=10000000元",
            "给予奖励 =20000元",
            "给予奖励 =50000元",
        ],
    );
    says(
        "年销售额5000万元（含5000万元）至1亿元的，奖励5万元",
        &["年销售额 =50000000..100000000元", "年销售额奖励 =50000元"],
    );
    says(
        "41项农村饮水工程总投资1903万元",
        &["41项农村饮水工程总投资 =19030000元"],
    );
}

#[test]
fn one_case_and_another_have_a_measure_each() {
    says(
        "对年销售收入超过419万元且入驻企业达到30家的园区，给予837万元奖励",
        &[
            "年销售收入 >4190000元",
            "入驻企业 =30家",
            "给予奖励 =8370000元",
        ],
    );
}

#[test]
fn the_time_within_which_is_no_part_of_what_is_done() {
    says("最后两个月完成投资30亿元", &["完成投资 =3000000000元"]);
    says("三年内新增床位300张", &["新增床位 =+300张"]);
    says("5年内重点引进30名管理人才", &["引进管理人才 =30名"]);
    says("三年内实现城区全覆盖", &["城区 =100%"]);
    says("实施三年行动项目30个", &["实施三年行动项目 =30个"]);
}

#[test]
fn those_who_work_start_from_nothing() {
    says(
        "对从业人员在862人以上、经营期限达到9年以上的平台，给予564万元补贴",
        &["从业人员 >=862人", "经营期限 >=9年", "给予补贴 =5640000元"],
    );
}

#[test]
fn what_one_of_them_gets_is_the_aid_that_the_sentence_names() {
    says("对人才给予奖励，单人最高10万元", &["单人奖励 <=100000元"]);
    says(
        "按投资额的30%给予补助，单个项目不超过20万元",
        &["投资额给予补助 =30%", "单个项目补助 <=200000元"],
    );
    says("单个项目投资不低于20万元", &["单个项目投资 >=200000元"]);
}
