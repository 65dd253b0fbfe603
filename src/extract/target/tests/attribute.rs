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
        "《某市公报》（2023年1期）",
        "某市公报 2023 年 第 1 期 总第 30 期",
    ] {
        says(text, &[]);
    }
    says("每年举办培训班2期。", &["举办培训班 =2期"]);
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
        ("注册满2年以上的企业可以申报。", &["注册 >=2年"]),
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
            "面积补助 =100元",
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
        &["国家级示范社奖励 =50000元", "省级示范社奖励 =30000元"],
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
            "B店年度营销额奖励 =50000元",
            "B店年度营销额 >=2000000元",
            "B店年度营销额奖励 =100000元",
            "B店年度营销额 >=+1000000元",
            "B店年度营销额奖励 =50000元",
        ],
    );
    says(
        "年销售额达500万元、1000万元以上的，分别给予2万元、5万元的奖励",
        &[
            "年销售额 >=5000000元",
            "年销售额 >=10000000元",
            "年销售额奖励 =20000元",
            "年销售额奖励 =50000元",
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
            "入驻企业奖励 =8370000元",
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
        &[
            "从业人员 >=862人",
            "经营期限 >=9年",
            "从业人员补贴 =5640000元",
        ],
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

#[test]
fn an_age_stands_behind_whose_it_is() {
    for (text, expected) in [
        ("年龄一般不超过55周岁，身体健康。", &["年龄 <=55周岁"][..]),
        ("申报人年龄在45周岁以下。", &["申报人年龄 <=45周岁"]),
        (
            "男性从60岁、女性从55岁起发放津贴。",
            &["男性年龄 >=60岁", "女性年龄 >=55岁"],
        ),
        (
            "年龄不超过35岁，硕士研究生不超过40岁。",
            &["年龄 <=35岁", "硕士研究生年龄 <=40岁"],
        ),
        ("年满60周岁的老年人可申请。", &["老年人年龄 >=60周岁"]),
        ("申请人须年满18周岁。", &["年龄 >=18周岁"]),
        ("未成年人年满18周岁后退出。", &["年龄 >=18周岁"]),
        ("年龄55岁。", &[]),
        ("5岁以下儿童死亡率下降到6‰。", &["5岁以下儿童死亡率 =6‰"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_full_term_is_at_least_so_long() {
    for (text, expected) in [
        (
            "担任村正职累计满15年的人员，发放津贴。",
            &["担任村正职 >=15年"][..],
        ),
        ("连续缴费满6个月以上的，可以享受。", &["连续缴费 >=6个月"]),
        ("取得证书不足3年的人员，不得申报。", &["取得证书 <3年"]),
        ("落户未满3年的企业不享受本政策。", &["落户 <3年"]),
        ("距退休年龄5年以内的职工可内退。", &["距退休年龄 <=5年"]),
        ("任现职3年以上的教师，可以申报。", &["任现职 >=3年"]),
        ("期满1年后复查。", &[]),
        ("工作满一年后转正。", &[]),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_size_in_a_name_is_no_value() {
    for (text, expected) in [
        (
            "建成20个500千伏输变电工程，总投资5亿元。",
            &["建成500千伏输变电工程 =20个", "总投资 =500000000元"][..],
        ),
        ("购置2台10吨锅炉。", &["购置10吨锅炉 =2台"]),
        (
            "培育5家以上年销售收入过百亿元、2家以上年销售收入达50亿元的企业。",
            &[
                "培育企业 >=5家",
                "年销售收入 >10000000000元",
                "培育企业 >=2家",
                "年销售收入 =5000000000元",
            ],
        ),
        (
            "潜在经济损失在500万元以下的地质灾害险情为小型险情。",
            &["潜在经济损失 <=5000000元"],
        ),
        ("电导率≥3000μS/cm时，不参与评价。", &["电导率 >=3000μS/cm"]),
        ("对浊度高于500 NTU的水体离心。", &["浊度 >500NTU"]),
        (
            "沿湖40个感染率超过5%的行政村，实施攻坚。",
            &["沿湖行政村 =40个", "感染率 >5%"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn the_grade_of_what_is_counted_is_no_value() {
    for (text, expected) in [
        (
            "新建110千伏变电站3座、35千伏变电站6座。",
            &["新建110千伏变电站 =3座", "新建35千伏变电站 =6座"][..],
        ),
        ("改造10kV线路120公里。", &["改造10kV线路 =120公里"]),
        ("推进500千伏主网架工程。", &[]),
        ("建成100兆瓦光伏电站4座。", &["建成100兆瓦光伏电站 =4座"]),
        ("建成100兆瓦光伏电站。", &["建成光伏电站 =100兆瓦"]),
        (
            "光伏装机规模达到81兆瓦，变电容量20兆瓦。",
            &["光伏装机规模 =81兆瓦", "变电容量 =20兆瓦"],
        ),
        ("电压等级提高到110千伏。", &["电压等级 =110千伏"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn how_far_something_serves_is_of_its_name() {
    for (text, expected) in [
        ("消除公园绿地500米服务半径盲区。", &[][..]),
        (
            "公园绿地500米服务半径覆盖率达到90%。",
            &["公园绿地500米服务半径覆盖率 =90%"],
        ),
        ("清理河道两侧100米缓冲区内违建。", &[]),
        ("服务半径不超过500米。", &["服务半径 <=500米"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_multiple_may_be_of_what_a_plan_brought() {
    let targets = read(
        "完成造林205万亩，是“十二五”的1.8倍。",
        SectionKind::Review,
        Genre::Report,
    );
    let baseline = targets[1].baseline.as_ref().unwrap();
    assert_eq!(shown(&targets[1]), "完成造林 =1.8倍");
    assert_eq!(baseline.text, "“十二五”");
    assert_eq!(baseline.date, "2015".parse().ok());
    says("落实“十四五”的目标，建设公园5个。", &["建设公园 =5个"]);
}

#[test]
fn what_is_reached_stands_behind_how_it_moved() {
    for verb in ["达", "达到", "至", "、达到", "，达"] {
        says(
            &format!("全县地区生产总值增长12.6%{verb}92.9亿元。"),
            &["全县地区生产总值 =+12.6%", "全县地区生产总值 =9290000000元"],
        );
    }
    says(
        "新增市场主体增长5%，达到20户。",
        &["新增市场主体 =+5%", "新增市场主体 =+20户"],
    );
    says(
        "平均气温为12.5℃，较历年同期（11.6℃）偏高5%。",
        &["平均气温 =12.5℃", "平均气温 =+5%"],
    );
}

#[test]
fn a_grant_is_of_its_own_case_or_of_what_the_case_is_measured_by() {
    says(
        "获得一等奖的，奖励10万元，获得二等奖的，奖励5万元。",
        &["获得一等奖奖励 =100000元", "获得二等奖奖励 =50000元"],
    );
    says(
        "首次进入世界500强的，奖励1000万元，首次进入中国500强的，奖励500万元。",
        &[
            "首次进入世界500强奖励 =10000000元",
            "首次进入中国500强奖励 =5000000元",
        ],
    );
    says(
        "市场年销售额达到1亿元，给予10万元奖励。",
        &["市场年销售额 =100000000元", "市场年销售额奖励 =100000元"],
    );
    says(
        "对连锁门店10家以上的，每新设一家，给予1万元奖励。",
        &["连锁门店 >=10家", "连锁门店奖励 =10000元"],
    );
    says(
        "贡献比上一年增长10%以上的部分，按照50%的比例予以奖励。",
        &["贡献 >=+10%", "贡献奖励 =50%"],
    );
    // How long the case lasts says nothing of what is measured.
    let text = "资金规模达到2000万元且期限已满1年的，给予奖励5万元；达到5000万元的，给予奖励9万元。";
    let targets = read(text, SectionKind::Tasks, Genre::Measures);
    let names: Vec<_> = targets.iter().map(|target| &target.indicator).collect();
    let (of, term, granted) = ("资金规模", "期限", "资金规模奖励");
    assert_eq!(names, [of, term, granted, of, granted]);
}

#[test]
fn a_bound_of_what_a_bound_chose_is_a_condition() {
    for text in [
        "面积5000平方米以上的项目，绿地率不低于30%。",
        "床位数在100张以上的机构，医生不少于3名。",
        "入库税收500万元以上的企业，不超过2名。",
        "申报单位应成立2年以上，研发投入占比不低于5%。",
        "参评单位职工人数不少于50人，党员不少于3名。",
        "年营业收入首次达到1亿元，且利润率达到5%以上，占比达到3%以上的，给予奖励。",
        "补助额度不超过投资总额的30%。",
        "每月发放高龄津贴100元。",
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        let told = |target: &Target| target.status == TargetStatus::Condition;
        assert!(!targets.is_empty() && targets.iter().all(told), "{text}");
    }
    // Those who apply are counted; by a date it is to be so.
    for text in [
        "申报单位不少于3家。",
        "到2025年，1万人以上的社区，社工不少于10名。",
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        let last = targets.last().map(|target| target.status);
        assert_eq!(last, Some(TargetStatus::Planned), "{text}");
    }
    says("注册资本核定为500万元。", &["注册资本 =5000000元"]);
}

#[test]
fn each_kind_gets_what_is_given_to_it() {
    for (text, expected) in [
        (
            "对评为省级未来工厂、省级智能工厂的，分别给予100万元、30万元奖励。",
            &["省级未来工厂奖励 =1000000元", "省级智能工厂奖励 =300000元"][..],
        ),
        (
            "对获得绿色工厂、绿色（设计）产品称号的企业，分别给予一次性奖励5万元、3万元。",
            &[
                "绿色工厂一次性奖励 =50000元",
                "绿色（设计）产品一次性奖励 =30000元",
            ],
        ),
        (
            "对一、二、三等奖分别奖励3万元、2万元、1万元。",
            &[
                "一等奖奖励 =30000元",
                "二等奖奖励 =20000元",
                "三等奖奖励 =10000元",
            ],
        ),
        // By how much, and graded by what is not said, are no kinds.
        (
            "销售额首次突破1000万元、2000万元的，分别奖励1万元、2万元。",
            &[
                "销售额 >10000000元",
                "销售额 >20000000元",
                "销售额奖励 =10000元",
                "销售额奖励 =20000元",
            ],
        ),
        (
            "按国际、国家分级，分别给予100万元、50万元的奖励。",
            &["给予奖励 =1000000元", "给予奖励 =500000元"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn two_in_one_word_have_a_value_each() {
    for (text, expected) in [
        (
            "城乡低保标准提高到每月815元和615元。",
            &["城镇低保标准 =815元", "农村低保标准 =615元"][..],
        ),
        (
            "化肥农药利用率分别达到40.2%和40.6%。",
            &["化肥利用率 =40.2%", "农药利用率 =40.6%"],
        ),
        (
            "0-17岁、18-34岁、60岁及以上户籍人口分别为18891人、19099人、25594人。",
            &[
                "0-17岁户籍人口 =18891人",
                "18-34岁户籍人口 =19099人",
                "60岁及以上户籍人口 =25594人",
            ],
        ),
        (
            "学前教育毛入园率、高中阶段和高等教育毛入学率分别达到93.5%、98.5%、60%。",
            &[
                "学前教育毛入园率 =93.5%",
                "高中阶段毛入学率 =98.5%",
                "高等教育毛入学率 =60%",
            ],
        ),
        (
            "第一、二、三产业增加值分别增长3%、4%、5%。",
            &[
                "第一产业增加值 =+3%",
                "第二产业增加值 =+4%",
                "第三产业增加值 =+5%",
            ],
        ),
        ("城乡居民参保率达到95%。", &["城乡居民参保率 =95%"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_bare_measure_of_a_series_is_of_the_same_thing() {
    for (text, expected) in [
        (
            "牛存栏4.31万头，出栏1.30万头；羊存栏3.92万只，出栏4.65万只。",
            &[
                "牛存栏 =43100头",
                "牛出栏 =13000头",
                "羊存栏 =39200只",
                "羊出栏 =46500只",
            ][..],
        ),
        (
            "绿色蔬菜播面11.5万亩，年产量24.5万吨。",
            &["绿色蔬菜播面 =115000亩", "绿色蔬菜年产量 =245000吨"],
        ),
        (
            "年出栏生猪26万头，存栏9万头。",
            &["年出栏生猪 =260000头", "生猪存栏 =90000头"],
        ),
        (
            "种植水稻20万亩，总产25万吨。",
            &["种植水稻 =200000亩", "水稻总产 =250000吨"],
        ),
        (
            "占地面积500亩，年产值3亿元。",
            &["占地面积 =500亩", "年产值 =300000000元"],
        ),
        (
            "批发企业新增量达到300万元且增速达到20%以上的企业，给予奖励。",
            &["批发企业新增量 =+3000000元", "批发企业增速 >=20%"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_bare_bound_is_of_what_the_clause_before_sets() {
    says(
        "对重点项目的补助比例可适当放大，最高不超过20%。",
        &["补助比例 <=20%"],
    );
    says("任务由各地确定，最高不超过20%。", &[]);
}

#[test]
fn orders_surveys_and_lengths_are_no_targets() {
    for text in [
        "对排名前10名的企业给予奖励。",
        "开展1%人口抽样调查。",
        "全文1228字。",
        "预计阅读时长1027分钟。",
        "工作报告-35篇。",
        "实施1622行动。",
    ] {
        says(text, &[]);
    }
    says("论文不超过5000字。", &["论文 <=5000字"]);
    says("占地6亩以下（不含6亩）的项目由区审批。", &["占地 <6亩"]);
}

#[test]
fn what_is_done_and_what_it_is_done_to_stay_whole() {
    for (text, expected) in [
        ("整体提升100所学校。", &["整体提升学校 =100所"][..]),
        ("在孵企业6000家以上。", &["在孵企业 >=6000家"]),
        ("育儿补贴惠及17万婴幼儿。", &["育儿补贴惠及婴幼儿 =170000"]),
        (
            "接待游客3亿人次、总花费超过4500亿元。",
            &["接待游客 =300000000人次", "总花费 >450000000000元"],
        ),
        (
            "报告明确145项目标任务，细化为222个具体工作内容。",
            &["明确目标任务 =145项", "细化具体工作内容 =222个"],
        ),
        ("达进度的有162个。", &["达进度 =162个"]),
        ("经济总量突破5000亿大关。", &["经济总量 >500000000000"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn some_measures_have_no_unit() {
    for (text, expected) in [
        (
            "城乡居民收入比缩小到1.8以内。",
            &["城乡居民收入比 <=1.8"][..],
        ),
        ("城乡居民收入比降至2.3:1以内。", &["城乡居民收入比 <=2.3"]),
        ("收入比控制在1.9：1左右。", &["收入比 ~1.9"]),
        ("公众满意度从84.7提升至89.6。", &["公众满意度 =89.6"]),
        (
            "收入倍差由2.05缩小到1.95，容积率不超过2.0。",
            &["收入倍差 =1.95", "容积率 <=2"],
        ),
        (
            "空气质量综合指数4.56，下降5.2%。",
            &["空气质量综合指数 =4.56", "空气质量综合指数 =-5.2%"],
        ),
        ("恩格尔系数下降到28%。", &["恩格尔系数 =28%"]),
        ("指数化管理5次，指数排名第3。", &["指数化管理 =5次"]),
        ("指数图比例尺为1:10000。", &[]),
    ] {
        says(text, expected);
    }
}

#[test]
fn each_of_several_rates_has_the_share() {
    for (text, expected) in [
        (
            "义务教育入学率和巩固率达100%。",
            &["义务教育入学率 =100%", "义务教育巩固率 =100%"][..],
        ),
        (
            "按时办结率、群众满意率达到98%以上。",
            &["按时办结率 >=98%", "群众满意率 >=98%"],
        ),
        (
            "民办医疗机构床位数、门诊服务量均达到全市总量的15%以上。",
            &["民办医疗机构床位数 >=15%", "门诊服务量 >=15%"],
        ),
        (
            "普及率、处理率分别达到90%、100%。",
            &["普及率 =90%", "处理率 =100%"],
        ),
        ("居民和企业满意度达到90%。", &["居民和企业满意度 =90%"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn what_is_won_is_counted_and_a_kind_is_a_name() {
    for (text, expected) in [
        (
            "三个研究项目列入国家计划，两个项目入选试点。",
            &["研究项目列入国家计划 =3个", "项目入选试点 =2个"][..],
        ),
        ("两个方面取得新成效。", &[]),
        ("落实三类人员的监管措施，加强两类园区的管理。", &[]),
        ("生产总值突破9万亿三个台阶。", &["生产总值 >9000000000000"]),
        ("和美乡村覆盖率达73%。", &["和美乡村覆盖率 =73%"]),
        (
            "选派科技副总20名，项目用能30万吨。",
            &["选派科技副总 =20名", "项目用能 =300000吨"],
        ),
        (
            "准入标准不低于我市上年度城镇家庭年人均可支配收入的60%。",
            &["准入标准 >=60%"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn what_stands_once_holds_for_both() {
    for (text, expected) in [
        (
            "技改投资、工业投资增速分别提高12.7个、12个百分点。",
            &["技改投资增速 =+12.7个百分点", "工业投资增速 =+12个百分点"][..],
        ),
        (
            "比重提高2个和3个百分点。",
            &["比重 =+2个百分点", "比重 =+3个百分点"],
        ),
        (
            "消费品零售总额、固定资产投资增长4%左右。",
            &["消费品零售总额 ~+4%", "固定资产投资 ~+4%"],
        ),
        (
            "货物出口额和服务出口额占比达到40%。",
            &["货物出口额和服务出口额占比 =40%"],
        ),
        ("养老金调增19.6%。", &["养老金 =+19.6%"]),
        ("落实率为近七年新高，增幅均为近五年最高。", &[]),
        (
            "重点行业二口恶英排放强度降低10%。",
            &["重点行业二口恶英排放强度 =-10%"],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_class_spelt_out_is_no_number_of_things() {
    says("水质达到三类以上。", &[]);
    says("新增三类以上客运班线5条。", &["新增三类以上客运班线 =+5条"]);
    says("开展3类以上服务。", &["开展服务 >=3类"]);
}

#[test]
fn cases_of_time_and_limits_of_time() {
    for (text, expected) in [
        (
            "原粮储存6个月以内的，损耗不超过0.1%；储存6个月以上12个月以内的，不超过0.15%。",
            &[
                "原粮储存 <=6个月",
                "损耗 <=0.1%",
                "储存 =6..12个月",
                "损耗 <=0.15%",
            ][..],
        ),
        (
            "储存12个月以上的，损耗不超过0.2%。",
            &["储存 >=12个月", "损耗 <=0.2%"],
        ),
        (
            "经营6个月以内的，补助不超过1万元。",
            &["经营 <=6个月", "补助 <=10000元"],
        ),
        (
            "存放2年以上3年以内的档案，移交县档案馆。",
            &["存放 =2..3年"],
        ),
        (
            "毕业2年以内的高校毕业生，给予补贴3000元。",
            &["毕业 <=2年", "给予补贴 =3000元"],
        ),
        ("最多可享受36个月。", &["最多可享受 <=36个月"]),
        ("轮换期最长可延长至3年。", &["轮换期最长 <=3年"]),
        ("最长可贷款3年。", &["最长可贷款 <=3年"]),
        ("这五年是各族群众得实惠最多的五年。", &[]),
        ("经批准可延长15日。", &[]),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_bound_may_stand_before_the_base() {
    let counted = |text: &str| {
        let targets = read(text, SectionKind::Tasks, Genre::Plan);
        let [target] = targets.as_slice() else {
            panic!("{text}: {targets:?}");
        };
        (shown(target), target.per.clone())
    };
    for (text, expected, per) in [
        ("工资不低于每月3000元。", "工资 >=3000元", "每月"),
        (
            "补助标准不低于每人每年500元。",
            "补助标准 >=500元",
            "每人每年",
        ),
        ("收费不高于每平方米20元。", "收费 <=20元", "每平方米"),
        (
            "投资强度不低于每亩300万元。",
            "投资强度 >=3000000元",
            "每亩",
        ),
        (
            "最低工资标准提高到每月2100元。",
            "最低工资标准 =2100元",
            "每月",
        ),
    ] {
        assert_eq!(
            counted(text),
            (expected.to_owned(), Some(per.to_owned())),
            "{text}"
        );
    }
}

#[test]
fn a_number_that_says_which_ones_are_counted_is_a_condition() {
    for (text, expected) in [
        (
            "培育2家以上年销售收入达500亿元的高新技术企业。",
            [
                ("培育高新技术企业 >=2家", true),
                ("年销售收入 =50000000000元", false),
            ],
        ),
        (
            "发展床位200张以上的养老机构10家。",
            [
                ("发展床位养老机构 >=200张", false),
                ("发展床位200张以上的养老机构 =10家", true),
            ],
        ),
        (
            "推行市场化评价，年薪100万元以上且具有5年以上研发经验的人才，可直接认定。",
            [
                ("年薪 >=1000000元", false),
                ("具有研发经验的人才 >=5年", false),
            ],
        ),
        (
            "引进年薪100万元以上的领军人才5名。",
            [
                ("引进年薪领军人才 >=1000000元", false),
                ("引进年薪100万元以上的领军人才 =5名", true),
            ],
        ),
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Plan);
        let found: Vec<_> = targets
            .iter()
            .map(|target| (shown(target), target.status == TargetStatus::Planned))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(words, set)| (words.as_str(), *set))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn so_many_each_are_as_many_targets_as_things() {
    for (line, expected) in [
        (
            "评选先进集体、先进个人各20名。",
            &["评选先进集体", "评选先进个人"][..],
        ),
        (
            "新评选省长质量奖正奖和提名奖各10个。",
            &["新评选省长质量奖正奖", "新评选省长质量奖提名奖"],
        ),
        (
            "组织春季、秋季植树活动各1次。",
            &["组织春季植树活动", "组织秋季植树活动"],
        ),
        ("举办培训班和座谈会各2次。", &["举办培训班", "举办座谈会"]),
        (
            "建成充电桩、换电站各达到100座。",
            &["建成充电桩", "建成换电站"],
        ),
        // What they are is said of both behind the last.
        (
            "建设城市、县城污水处理厂各1座。",
            &["建设城市、县城污水处理厂"],
        ),
        // The number says how often, not how many are listed.
        ("举办培训班和座谈会2次。", &["举办培训班和座谈会"]),
    ] {
        let found: Vec<String> = read(line, SectionKind::Tasks, Genre::Notice)
            .into_iter()
            .map(|target| target.indicator)
            .collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn the_bound_behind_a_list_holds_for_all_of_it() {
    says(
        "对出口额300万美元、500万美元、1000万美元以上的企业，分别奖励2万元、3万元、5万元。",
        &[
            "出口额 >=3000000美元",
            "出口额 >=5000000美元",
            "出口额 >=10000000美元",
            "出口额奖励 =20000元",
            "出口额奖励 =30000元",
            "出口额奖励 =50000元",
        ],
    );
    says(
        "取得发明专利10件、20件、50件及以上的企业。",
        &[
            "取得发明专利 >=10件",
            "取得发明专利 >=20件",
            "取得发明专利 >=50件",
        ],
    );
    says(
        "年产值5000万元—1亿元（含）、1亿元—3亿元（含）、3亿元以上的企业。",
        &[
            "年产值 =50000000..100000000元",
            "年产值 =100000000..300000000元",
            "年产值 >=300000000元",
        ],
    );
    // The bound is of another thing, or of the same.
    says(
        "总产值达到3500亿元、100亿元以上产业链达到15条。",
        &[
            "总产值 =350000000000元",
            "产业链 >=10000000000元",
            "100亿元以上产业链 =15条",
        ],
    );
    says("团组6家单位以上，给予补助。", &["团组 >=6家"]);
}

#[test]
fn what_is_paid_stands_behind_a_row_of_sums() {
    says(
        "按照每亩300元、500元、800元的标准给予补助。",
        &["给予补助 =300元", "给予补助 =500元", "给予补助 =800元"],
    );
    says(
        "分别按人民币30万元、50万元、投资额的8‰给予奖励。",
        &[
            "给予奖励 =300000元",
            "给予奖励 =500000元",
            "投资额给予奖励 =8‰",
        ],
    );
}

#[test]
fn one_case_behind_another_is_measured_by_the_same() {
    says(
        "投资1000万-2000万元的，给予20万元补助；2000万元以上的，给予50万元补助。",
        &[
            "投资 =10000000..20000000元",
            "给予补助 =200000元",
            "投资 >=20000000元",
            "给予补助 =500000元",
        ],
    );
    says(
        "租赁面积500平方米以上补贴5万元，1000平方米以上补贴10万元。",
        &[
            "租赁面积 >=500平方米",
            "租赁面积补贴 =50000元",
            "租赁面积 >=1000平方米",
            "租赁面积补贴 =100000元",
        ],
    );
    says(
        "出口额500万美元以上，且增长10%以上的企业，奖励5万元。",
        &[
            "出口额 >=5000000美元",
            "出口额 >=+10%",
            "出口额奖励 =50000元",
        ],
    );
    says(
        "经营满1年、2年、3年的，分别给予1万元、2万元、3万元奖励。",
        &[
            "经营 >=1年",
            "经营 >=2年",
            "经营 >=3年",
            "给予奖励 =10000元",
            "给予奖励 =20000元",
            "给予奖励 =30000元",
        ],
    );
    says("同时符合的，按最高一项执行。", &[]);
}

#[test]
fn an_amount_that_chooses_is_of_its_own_measure() {
    says(
        "单户担保金额500万元以上的再担保业务收费，不高于0.5%。",
        &["单户担保金额 >=5000000元", "再担保业务收费 <=0.5%"],
    );
}

#[test]
fn a_bound_behind_the_verb_alone_says_which_ones_are_counted() {
    for (text, sized, counted) in [
        (
            "建成1000亩以上开放休闲林地5个。",
            "建成开放休闲林地",
            "建成1000亩以上开放休闲林地",
        ),
        (
            "发展100头以上养殖场12家。",
            "发展养殖场",
            "发展100头以上养殖场",
        ),
        (
            "完成20年以上老旧小区改造15个。",
            "老旧小区改造",
            "完成20年以上老旧小区改造",
        ),
        (
            "治理50—200平方公里中小河流6条。",
            "治理中小河流",
            "治理50—200平方公里中小河流",
        ),
        (
            "新增60马力以上收割机30台。",
            "收割机",
            "新增60马力以上收割机",
        ),
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        let [size, count] = targets.as_slice() else {
            panic!("{text}: {targets:?}");
        };
        assert_eq!(
            (&*size.indicator, size.status, size.change),
            (sized, TargetStatus::Condition, Change::Level)
        );
        assert_eq!(
            (&*count.indicator, count.status),
            (counted, TargetStatus::Planned)
        );
    }
    // What is spent chooses nothing.
    let targets = read(
        "投入1000万元以上改造学校5所。",
        SectionKind::Tasks,
        Genre::Notice,
    );
    assert_eq!(targets[0].status, TargetStatus::Planned);
}

#[test]
fn how_far_from_a_place_something_holds_is_a_condition() {
    for (text, status) in [
        (
            "铁路两侧500米范围内的彩钢瓦全部拆除。",
            TargetStatus::Condition,
        ),
        (
            "对主干道两侧30米范围内违法建筑全部拆除。",
            TargetStatus::Condition,
        ),
        ("新建绿道500米。", TargetStatus::Planned),
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        assert_eq!(targets[0].status, status, "{text}");
    }
}

#[test]
fn a_case_ends_with_its_clause() {
    for text in [
        "保障期限届满超过3个月未申请的，停止发放补贴。",
        "一年内发生2次以上安全事故的，责令停业整顿。",
        "离岗超过15日未请假的，解除聘用合同。",
        "建筑面积超过500平方米未办理手续的，由区城管局依法拆除。",
        "给予6个月的过渡期。",
        "过渡期内按成本租金标准的50%计租。",
        "收入准入限额基准为家庭年人均收入49952元。",
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Notice);
        assert_eq!(targets[0].status, TargetStatus::Condition, "{text}");
    }
    // What is done is no case.
    let text = "新建学校5所，改造医院3家。";
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    assert_eq!(targets[0].status, TargetStatus::Planned);
}

#[test]
fn a_bound_of_a_share_is_no_part_of_the_name() {
    says("补助资金最高不超过项目总投资的50%。", &["补助资金 <=50%"]);
    says(
        "保证金按合同价的3%预留，履约保证金不超过中标价的10%。",
        &["保证金按合同价预留 =3%", "履约保证金 <=10%"],
    );
    says("贷款利率下调50个基点。", &["贷款利率 =-50个基点"]);
}

#[test]
fn what_zhi_chooses_is_a_condition() {
    let text = "政府捐助基金累计超过百分之五十之财团法人应订定环境教育计划。";
    let targets = read(text, SectionKind::Tasks, Genre::Notice);
    assert_eq!(targets[0].status, TargetStatus::Condition);
}

#[test]
fn steps_of_a_count_have_the_measure_of_the_first() {
    says(
        "营业收入超1亿元的工业企业450家，其中超10亿元的53家，超50亿元的8家。",
        &[
            "营业收入 >100000000元",
            "营业收入超1亿元的工业企业 =450家",
            "营业收入 >1000000000元",
            "超10亿元工业企业 =53家",
            "营业收入 >5000000000元",
            "超50亿元工业企业 =8家",
        ],
    );
    says(
        "营业收入1亿元以上的12家，5000万元至1亿元的30家，5000万元以下的80家。",
        &[
            "营业收入 >=100000000元",
            "营业收入1亿元以上 =12家",
            "营业收入 =50000000..100000000元",
            "5000万元至1亿元 =30家",
            "营业收入 <=50000000元",
            "5000万元以下营业收入 =80家",
        ],
    );
}

#[test]
fn seasons_last_and_coordinates_say_where() {
    says(
        "地处北纬41°、东经115度，全年无霜期110天，冰冻期60天。",
        &["无霜期 =110天", "冰冻期 =60天"],
    );
    says("坡度25°以上的坡耕地全部退耕。", &["坡度 >=25°"]);
}

#[test]
fn steps_of_a_procedure_take_so_long_or_come_so_early() {
    for (text, expected) in [
        (
            "区残联3个工作日完成审核，5个工作日办结。",
            &["区残联完成审核 =3个工作日", "办结 =5个工作日"][..],
        ),
        ("力争1-2个工作日放款。", &["放款 =1..2个工作日"]),
        (
            "施工单位应提前30日告知居民。",
            &["施工单位应提前告知居民 =30日"],
        ),
        (
            "给予最长不超过24个月的社会保险补贴。",
            &["给予社会保险补贴 <=24个月"],
        ),
        // What came early, and a time that has no step of its own.
        ("提前3个月建成投产。", &[]),
        ("3个工作日的会议。", &[]),
    ] {
        says(text, expected);
    }
}

#[test]
fn there_being_some_is_no_part_of_what_there_is() {
    says(
        "家禽年末实有143.3万羽，学校现有12所。",
        &["家禽 =1433000羽", "学校 =12所"],
    );
    says("实有床位300张。", &["实有床位 =300张"]);
}

#[test]
fn years_over_which_it_was_done_stand_before_the_place_as_well() {
    says(
        "近三年来本区共发生火灾7起，近五年全区累计新增企业30家。",
        &["本区共发生火灾 =7起", "全区累计新增企业 =+30家"],
    );
    says(
        "近年来城镇化率提高10个百分点，近几年全县新建公园5个。",
        &["城镇化率 =+10个百分点", "全县新建公园 =5个"],
    );
    // Of so many years is what is measured.
    says(
        "近三年营业收入达到500万元的企业。",
        &["近三年营业收入 =5000000元"],
    );
}

#[test]
fn the_last_one_is_no_number() {
    says(
        "请于每季度最后一个周五前（9月30日、12月30日）报送统计表，下一个工作日办结。",
        &[],
    );
    says(
        "办好群众家门口的最后一个项目，建成公园3个。",
        &["建成公园 =3个"],
    );
}

#[test]
fn what_is_due_from_an_event_stands_behind_the_time() {
    for (text, expected) in [
        (
            "自受理之日起15个工作日内作出决定。",
            "作出决定 <=15个工作日",
        ),
        (
            "民政部门自接收到异议之日起10个工作日内，会同残联重新调查核实。",
            "会同残联重新调查核实 <=10个工作日",
        ),
        (
            "作出奖励决定之日起10个工作日内，应当告知举报人。",
            "告知举报人 <=10个工作日",
        ),
        ("各地自本通知印发之日起30日内完成整改。", "完成整改 <=30日"),
    ] {
        says(text, &[expected]);
    }
}

#[test]
fn names_of_a_list_may_open_with_a_number() {
    says(
        "1人户不低于20平方米、2人户不低于30平方米、3人户不低于40平方米。",
        &["1人户 >=20平方米", "2人户 >=30平方米", "3人户 >=40平方米"],
    );
    says(
        "整合资金4800万元，埋设暗管90公里、滴灌管网700公里。",
        &[
            "整合资金 =48000000元",
            "埋设暗管 =90公里",
            "埋设滴灌管网 =700公里",
        ],
    );
    says(
        "新打造街区5条、酒店6家。",
        &["新打造街区 =5条", "新打造酒店 =6家"],
    );
}

#[test]
fn what_a_sum_is_meant_for_is_no_part_of_it() {
    says(
        "市财政列支300万元对连片规模达500亩以上的基地予以奖补。",
        &["市财政列支 =3000000元", "连片规模 >=500亩"],
    );
}

#[test]
fn what_joins_a_clause_to_the_one_before_is_no_part_of_an_indicator() {
    says("取得进展，但要实现能耗下降20%。", &["能耗 =-20%"]);
}
