//! Wordings of targets, each with what they say, and wordings that are none.

mod attribute;
mod case;
mod deadline;
mod relation;
mod status;
mod sweep;
mod unnamed;

use super::*;
use crate::diagnostic::Code;
use crate::model::{Decimal, Genre, SectionKind, TargetStatus};

fn read(text: &str, kind: SectionKind, genre: Genre) -> Vec<Target> {
    let passage = Passage::new(Span::new(0, text.len()), Some("二"), kind);
    let context = Context {
        genre: Some(genre),
        title_year: None,
        reference: "2017-07-10".parse().ok(),
        ..Context::default()
    };
    let mut diagnostics = Diagnostics::default();
    find_targets(text, &[passage], &[], &context, &mut diagnostics)
}

/// Indicator, comparator, value and unit of a target, in a line: `新建景区 =9个`.
pub(in crate::extract) fn shown(target: &Target) -> String {
    let sign = serde_json::to_string(&target.comparator).unwrap();
    let change = match target.change {
        Change::Level => "",
        Change::Increase => "+",
        Change::Decrease => "-",
    };
    let max = target
        .value_max
        .map_or(String::new(), |max| format!("..{max}"));
    let value = target
        .value
        .map_or(String::new(), |value| value.to_string());
    format!(
        "{} {}{change}{value}{max}{}",
        target.indicator,
        sign.trim_matches('"'),
        target.unit.as_deref().unwrap_or(""),
    )
}

#[track_caller]
fn says(text: &str, expected: &[&str]) {
    let targets = read(text, SectionKind::Goals, Genre::Notice);
    let found: Vec<String> = targets.iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
    for target in &targets {
        assert_eq!(target.quote, text[target.span.range()]);
    }
}

#[test]
fn an_attachment_alone_is_read_without_items() {
    let text =
        "附件\n某市高质量发展竹产业重点任务清单\n到2022年，全市竹林面积达到110万亩。\n";
    let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
    let found: Vec<String> = targets.iter().map(shown).collect();
    assert_eq!(found, ["全市竹林面积 =1100000亩"]);
}

#[test]
fn an_attachment_without_numbers_is_no_part_of_the_last_chapter() {
    let text = "关于印发《防汛方案》的通知\n各区人民政府：\n现将方案印发给你们。\n\
        某市人民政府\n2019年5月5日\n防汛方案\n一、工作目标\n建成泵站30座。\n\
        二、保障措施\n（一）加强领导。各区要加强领导。\n（二）加强考核。严格考核。\n\
        附件1\n2019年街镇目标任务分解表\n东区\n累计建成泵站11座，完成清淤12公里。\n\
        附件2\n防汛工作成效介绍\n西区已建成泵站13座。\n";
    let targets = crate::parse(text.as_bytes()).unwrap().document.targets;
    let found: Vec<String> = targets
        .iter()
        .map(|target| {
            let path = target.path.as_deref().unwrap_or_default();
            format!("{path} {} {:?}", shown(target), target.status)
        })
        .collect();
    let expected = [
        "一 建成泵站 =30座 Planned",
        "附件1 建成泵站 =11座 Planned",
        "附件1 完成清淤 =12公里 Planned",
        "附件2 西区已建成泵站 =13座 Achieved",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_bracket_behind_a_count_says_how_large_each_is() {
    says(
        "新建公园20座（面积1000平方米以上）、驿站5个。",
        &["新建公园 =20座", "面积 >=1000平方米", "新建驿站 =5个"],
    );
    says(
        "培育仓库3个(容积不低于500立方米)。",
        &["培育仓库 =3个", "容积 >=500立方米"],
    );
    says(
        "全国338个城市细颗粒物浓度下降5%。",
        &["全国338个城市细颗粒物浓度 =-5%"],
    );
}

#[test]
fn what_is_done_once_more_is_no_count() {
    says("对物料进行二次分拣。", &[]);
    says("组织对隐患进行二次核查。", &[]);
    says("每年开展二次检查。", &["开展检查 =2次"]);
    says("二次转运站5座。", &["二次转运站 =5座"]);
}

#[test]
fn indicators_stand_to_the_left_of_rates() {
    says(
        "到2020年,县域内就诊率达到90%以上。",
        &["县域内就诊率 >=90%"],
    );
    says(
        "县域内就诊率较2015年提升5个百分点",
        &["县域内就诊率 =+5个百分点"],
    );
    says("全市医疗费用增幅控制在7%以下", &["全市医疗费用增幅 <=7%"]);
    says(
        "2020年底前将商标注册平均审查周期压缩至4个月以内",
        &["商标注册平均审查周期 <=4个月"],
    );
    says("地区生产总值增长4.5%—5%", &["地区生产总值 =+4.5..5%"]);
    says(
        "安排残疾人就业的比例不得低于本单位在职职工总数的1.5%",
        &["安排残疾人就业的比例 >=1.5%"],
    );
}

#[test]
fn objects_of_counts_stand_on_either_side() {
    says("建设50个省级临床医学中心", &["建设省级临床医学中心 =50个"]);
    says(
        "引进1家以上上规模民营医疗机构",
        &["引进上规模民营医疗机构 >=1家"],
    );
    says(
        "新增篮球场100个、宠物友好公园10座。",
        &["新增篮球场 =+100个", "新增宠物友好公园 =+10座"],
    );
    says("培育1-2个重点学科", &["培育重点学科 =1..2个"]);
    says(
        "每家基层医疗机构至少建设一个特色专科",
        &["建设特色专科 >=1个"],
    );
}

#[test]
fn a_row_of_values_is_distributed() {
    says(
        "花生种植、收获机械化率分别达到65%和55%",
        &["花生种植机械化率 =65%", "花生收获机械化率 =55%"],
    );
    says(
        "乡土树种和地产草种在新建公园的应用比例分别达到80%、50%以上",
        &[
            "乡土树种在新建公园的应用比例 >=80%",
            "地产草种在新建公园的应用比例 >=50%",
        ],
    );
    says(
        "城乡居民人均可支配收入分别增长7%左右和8%左右",
        &["城镇居民人均可支配收入 ~+7%", "农村居民人均可支配收入 ~+8%"],
    );
}

#[test]
fn bases_baselines_and_dates_are_told_apart() {
    let text = "到2025年，每千常住人口床位数由2008年的2张提高到3.5张。";
    let targets = read(text, SectionKind::Goals, Genre::Notice);
    assert_eq!(targets.len(), 1);
    let target = &targets[0];
    assert_eq!(target.per.as_deref(), Some("每千常住人口"));
    assert_eq!(target.indicator, "床位数");
    assert_eq!(target.deadline, "2025".parse().ok());
    let baseline = target.baseline.as_ref().unwrap();
    assert_eq!(baseline.text, "2008年的2张");
    assert_eq!(baseline.value, Some(Decimal::from(2)));
    assert_eq!(baseline.date, "2008".parse().ok());
}

#[test]
fn names_dates_and_slogans_are_no_targets() {
    for text in [
        "推进“2+1”模式和五大中心建设",
        "实行两票制、三医联动",
        "落实《“十三五”100项规划》",
        "三级医院和二级以上医疗机构",
        "加强监管等五项改革",
        "坚持四个全面，做到两个维护",
        "拨打120急救电话，建设5G网络",
        "第十三届第三次会议于2017年7月10日召开",
        "国办发〔2022〕14号文件",
        "政务服务“一网通办”（25分）",
        "连续3年开展5年行动",
    ] {
        says(text, &[]);
    }
}

#[test]
fn numbers_behind_a_list_count_it_unless_it_may_name_them_all() {
    for (text, expected) in [
        ("培训干部、教师等2万人次。", "培训干部、教师等 =20000人次"),
        ("检查商场、超市等30家次以上。", "检查商场、超市等 >=30家次"),
        ("新建道路、管网等30公里。", "新建道路、管网等 =30公里"),
        (
            "开工建设高铁站、会展中心等100个重点项目。",
            "开工建设高铁站、会展中心等重点项目 =100个",
        ),
    ] {
        says(text, &[expected]);
    }
    for text in [
        "支持北京、上海等31个省市。",
        "推广喷灌、滴灌等5项技术。",
        "推进教育、医疗等20余个部门数据共享。",
    ] {
        says(text, &[]);
    }
}

#[test]
fn cases_in_which_points_are_given_are_no_targets() {
    for text in [
        "每出现一例扣2分。",
        "每少一次扣1分，每超过一天扣0.5分。",
        "每发现一起安全隐患扣5分。",
        "每提升1个百分点加2分。",
    ] {
        says(text, &[]);
    }
    says("每新增1家企业奖励10万元。", &["奖励 =100000元"]);
}

#[test]
fn words_stand_for_full_coverage_and_doubling() {
    says("实现基层中医药服务全覆盖", &["基层中医药服务 =100%"]);
    says("规模比“十二五”末翻一番", &["规模 =+100%"]);
}

#[test]
fn numbers_that_lost_the_space_between_them_are_glued() {
    for (line, expected) in [
        ("产值2551.72347.6亿元", &["2551.72347.6"][..]),
        ("约17.23456左右", &["17.23456左右"]),
        ("1.23.4567.8和2.345.6", &["23.4567.8", "2.345.6"]),
        ("增长7.25%，1.5.1版，3.1416，4.123左右", &[]),
        ("等.12345.6", &[]),
    ] {
        let found: Vec<_> = naming::glued(line).map(|at| &line[at.range()]).collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn glued_cells_are_reported_not_guessed() {
    let text = "化学需氧量排放总量（万吨）2551.72347.6-8%";
    let passage = Passage::new(Span::new(0, text.len()), None, SectionKind::Goals);
    let mut diagnostics = Diagnostics::default();
    find_targets(text, &[passage], &[], &Context::default(), &mut diagnostics);
    let found = diagnostics.finish();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::UnreadableNumber);
}

#[test]
fn a_share_keeps_its_name_and_a_relation_its_subject() {
    says("绿色电力占比达36%。", &["绿色电力占比 =36%"]);
    says(
        "地区生产总值增长5.4%，高于全国0.4个百分点。",
        &["地区生产总值 =+5.4%", "地区生产总值 =0.4个百分点"],
    );
    says(
        "全省生产总值从3.68万亿元增长到4.93万亿元、实现跃升。",
        &["全省生产总值 =4930000000000元"],
    );
}

#[test]
fn numbers_within_names_and_bases_count_nothing() {
    says("建成30万吨级航道。", &[]);
    says("实施0.1微克攻坚行动。", &[]);
    says("一方有难、八方支援。", &[]);
    says("排放量不超过2007年水平。", &[]);
    says("推进“全流程、全要素、全覆盖”。", &[]);
}

#[test]
fn what_a_change_is_reckoned_from_is_no_deadline() {
    let targets = read(
        "单位产品耗汞量在2010年的基础上下降50%。",
        SectionKind::Goals,
        Genre::Plan,
    );
    let [target] = targets.as_slice() else {
        panic!("expected one target, found {targets:?}");
    };
    assert_eq!(shown(target), "单位产品耗汞量 =-50%");
    assert_eq!(target.deadline, None);
    let baseline = target.baseline.as_ref().and_then(|baseline| baseline.date);
    assert_eq!(
        baseline.map(|date| date.to_string()).as_deref(),
        Some("2010")
    );
}

#[test]
fn a_plan_says_beside_the_number_how_it_binds() {
    for (text, expected) in [
        ("能耗下降13.5%（约束性）。", Some(Nature::Binding)),
        ("能耗下降13.5%（预期性指标）。", Some(Nature::Anticipatory)),
        ("能耗下降13.5%（约束性或预期性）。", None),
        ("能耗下降13.5%。", None),
    ] {
        let targets = read(text, SectionKind::Goals, Genre::Plan);
        assert_eq!(targets[0].nature, expected, "{text}");
    }
}

#[test]
fn numbers_that_point_or_sum_up_are_no_targets() {
    says("这3起火灾暴露出管理漏洞。", &[]);
    says("上述5个项目抓紧开工。", &[]);
    says("在青山、绿水、白云3个街道开展试点。", &[]);
    assert_eq!(
        read(
            "建设渔港经济区和2个海洋牧场。",
            SectionKind::Goals,
            Genre::Notice
        )
        .len(),
        1
    );
    says("现将3起火灾的处理情况通报如下。", &[]);
    says("《方案》确定的46项工作任务落实通知如下。", &[]);
    says(
        "全县28个贫困村通水率100%，培训100名医生，考核合格率95%。",
        &[
            "全县28个贫困村通水率 =100%",
            "培训医生 =100名",
            "考核合格率 =95%",
        ],
    );
    says(
        "建湖县粮食种植面积143万亩，总产14亿斤，从江县生猪出栏30万头。",
        &[
            "建湖县粮食种植面积 =1430000亩",
            "建湖县粮食总产 =1400000000斤",
            "从江县生猪出栏 =300000头",
        ],
    );
    says("全市5个示范镇分别为甲镇、乙镇、丙镇、丁镇、戊镇。", &[]);
    says("每个示范镇人口增加1万人。", &["人口 =+10000人"]);
    says(
        "投入680万元完成17所学校操场改造，可吸入颗粒物PM10）平均浓度下降10%，实现了绿地面积15平方米。",
        &[
            "投入 =6800000元",
            "学校操场改造 =17所",
            "可吸入颗粒物PM10）平均浓度 =-10%",
            "绿地面积 =15平方米",
        ],
    );
    says(
        "项目总投资12亿元，今年投资3亿元，其中，包括新建项目15个。",
        &[
            "项目总投资 =1200000000元",
            "项目投资 =300000000元",
            "新建项目 =15个",
        ],
    );
    says("《若干措施》从税收、用地等4个方面提出17条具体措施。", &[]);
    says("《要点》共6大类33项重点工作。", &[]);
    says(
        "《规划》提出，到2027年建成公园20座，实施5项重大任务。",
        &["建成公园 =20座", "实施重大任务 =5项"],
    );
    says("第2、4、5项材料有变动的重新申报。", &[]);
    says("数据取上一年度的平均值。", &[]);
    says("加快平台3.0版建设。", &[]);
    says("经市政府第15届94次常务会议审议通过。", &[]);
    says("支持九台区打造示范样板。", &[]);
    says("选购九台设备。", &["选购设备 =9台"]);
    says("对近2个月内需要还款的企业加强服务。", &[]);
}

#[test]
fn coverage_is_of_something() {
    says("坚持全面覆盖、突出重点。", &[]);
    says("健全覆盖城乡的服务网络。", &[]);
    says("实现社区服务全面覆盖。", &["社区服务 =100%"]);
}

#[test]
fn two_bounds_make_a_range() {
    says("处二百元以上一千元以下罚款。", &["处罚款 =200..1000元"]);
}

#[test]
fn each_of_a_list_is_covered_by_itself() {
    says(
        "推进责任落实全覆盖、风险识别全覆盖、隐患整治全覆盖。",
        &["推进责任落实 =100%", "风险识别 =100%", "隐患整治 =100%"],
    );
    says("聚焦全面振兴新突破三年行动，优化环境。", &[]);
}

#[test]
fn bases_stand_before_what_spreads_them() {
    let text = "甲区、乙区的救助标准每人每月分别为800元、900元。";
    let found = read(text, SectionKind::Other, Genre::Notice);
    let bases: Vec<_> = found.iter().map(|target| target.per.as_deref()).collect();
    assert_eq!(bases, [Some("每人每月"), Some("每人每月")]);
    let text = "每5000名户籍老年人配备1名专员。";
    let found = read(text, SectionKind::Other, Genre::Notice);
    assert_eq!(found[0].per.as_deref(), Some("每5000名户籍老年人"));
}

#[track_caller]
fn counts_anew(text: &str, quote: &str, base: &str, indicator: &str) {
    let found = read(text, SectionKind::Tasks, Genre::Notice);
    let [target] = &found[..] else {
        panic!("{text}: {} targets", found.len());
    };
    assert_eq!(target.quote, quote);
    assert_eq!(target.per.as_deref(), Some(base));
    assert_eq!(target.indicator, indicator);
}

#[test]
fn how_often_is_the_base_and_no_part_of_the_indicator() {
    for (text, quote, base, indicator) in [
        (
            "每年培训村医500名。",
            "每年培训村医500名",
            "每年",
            "培训村医",
        ),
        (
            "到2020年，每年招引亿元以上项目的投资50亿元。",
            "每年招引亿元以上项目的投资50亿元",
            "每年",
            "招引亿元以上项目的投资",
        ),
        (
            "每家最高奖励100万元。",
            "每家最高奖励100万元",
            "每家",
            "奖励",
        ),
        (
            "每家企业最多申报3个项目。",
            "每家企业最多申报3个项目",
            "每家企业",
            "申报项目",
        ),
        (
            "联席会议每年召开两次会议。",
            "每年召开两次会议",
            "每年",
            "召开会议",
        ),
        (
            "全市医生每3～5年参与一次集中培训。",
            "每3～5年参与一次集中培训",
            "每3～5年",
            "参与集中培训",
        ),
        (
            "各单位每半年组织2次演练。",
            "每半年组织2次演练",
            "每半年",
            "组织演练",
        ),
        (
            "医生应每季度至少主动联系1次居民。",
            "每季度至少主动联系1次居民",
            "每季度",
            "联系居民",
        ),
        (
            "地区生产总值年均增长5%。",
            "地区生产总值年均增长5%",
            "年均",
            "地区生产总值",
        ),
    ] {
        counts_anew(text, quote, base, indicator);
    }
    // A mean is part of the name of what is measured.
    says(
        "细颗粒物年均浓度控制在29微克/立方米以内。",
        &["细颗粒物年均浓度 <=29微克/立方米"],
    );
}

#[test]
fn a_burden_taken_off_is_no_negative_number() {
    says("力争为企业减负60亿元。", &["企业减负 =6000000000元"]);
}

#[test]
fn what_a_list_is_measured_by_stands_behind_its_last_item() {
    for (text, expected) in [
        (
            "二氧化硫和氮氧化物排放总量分别下降10%、12%。",
            &["二氧化硫排放总量 =-10%", "氮氧化物排放总量 =-12%"][..],
        ),
        (
            "婴儿死亡率和5岁以下儿童死亡率分别为0.63‰和2.52‰。",
            &["婴儿死亡率 =0.63‰", "5岁以下儿童死亡率 =2.52‰"],
        ),
        (
            "城市和县城污水处理率分别达到95%、85%。",
            &["城市污水处理率 =95%", "县城污水处理率 =85%"],
        ),
        (
            "生产安全事故起数和死亡人数分别下降3.6%、1.3%。",
            &["生产安全事故起数 =-3.6%", "生产安全死亡人数 =-1.3%"],
        ),
        (
            "第二、第三产业占比分别回落2.16和1.66个百分点。",
            &["第二占比 =-2.16个百分点", "第三产业占比 =-1.66个百分点"],
        ),
        (
            "孕产妇、婴儿死亡率分别下降到10/10万、4‰。",
            &["孕产妇死亡率 =10/10万", "婴儿死亡率 =4‰"],
        ),
        (
            "安全事故3起，死亡4人，同比分别下降50%、42.9%。",
            &[
                "安全事故 =3起",
                "死亡 =4人",
                "安全事故 =-50%",
                "死亡 =-42.9%",
            ],
        ),
    ] {
        says(text, expected);
    }
}

#[test]
fn a_row_of_dates_gives_each_value_its_own() {
    let text = "到2022年和2030年，城乡居民合格人数比例分别不少于90%和92%，锻炼人数比例达到37%及以上和\
                40%及以上。控烟率分别达到60%以上和100%。";
    let targets = read(text, SectionKind::Goals, Genre::Notice);
    let told: Vec<_> = { targets.iter() }
        .map(|target| (target.indicator.as_str(), target.deadline.unwrap().year()))
        .collect();
    assert_eq!(
        told,
        [
            ("城乡居民合格人数比例", 2022),
            ("城乡居民合格人数比例", 2030),
            ("锻炼人数比例", 2022),
            ("锻炼人数比例", 2030),
            ("控烟率", 2022),
            ("控烟率", 2030),
        ]
    );
    // A bound behind the first value is its own.
    let bounds: Vec<_> = { targets[4..].iter() }
        .map(|target| target.comparator)
        .collect();
    assert_eq!(bounds, [Comparator::AtLeast, Comparator::Equal]);
    let text = "到2022年和2030年，合格人数比例分别不少于90%和92%。";
    let found = read(text, SectionKind::Goals, Genre::Notice);
    let dates: Vec<_> = found
        .iter()
        .map(|target| target.deadline.map(Date::year))
        .collect();
    assert_eq!(dates, [Some(2022), Some(2030)]);
    for text in [
        "到2022年和2030年，城乡居民达标比例分别不少于90%和92%。",
        "到2022年和2030年，达标比例达到37%及以上和40%及以上。",
    ] {
        let found = read(text, SectionKind::Goals, Genre::Notice);
        let dates = found.iter().map(|target| target.deadline.map(Date::year));
        assert!(dates.eq([Some(2022), Some(2030)]), "{text}");
    }
    // Of two things, each in both years.
    let text = "2024、2025年，事故起数和死亡人数分别下降67%、58%。";
    let found = read(text, SectionKind::Goals, Genre::Notice);
    let names = found.iter().map(|target| target.indicator.as_str());
    assert!(names.eq(["事故起数", "死亡人数"]));
}

#[test]
fn ages_bound_who_is_meant_and_life_spans_are_values() {
    says("人均预期寿命提高到82.25岁。", &["人均预期寿命 =82.25岁"]);
    says(
        "65岁以上老年人健康管理率达到70%。",
        &["65岁以上老年人健康管理率 =70%"],
    );
    says(
        "对象包含65岁以上行动不便的老年人。",
        &["行动不便的老年人年龄 >=65岁"],
    );
    says("5岁以下儿童死亡率达到历史最优。", &[]);
}

#[test]
fn bounds_stand_before_what_a_share_is_of() {
    says("建筑面积应不小于总面积的11%。", &["建筑面积 >=11%"]);
    says("零用钱不低于供养金20%。", &["零用钱 >=20%"]);
    says("窑径3米及其以下。", &["窑径 <=3米"]);
}

#[test]
fn a_noun_keeps_its_first_character() {
    for (text, indicator) in [
        (
            "年度专项债资金使用完成率达到100%",
            "年度专项债资金使用完成率",
        ),
        (
            "其中有就业意愿大学生就业率达到90%",
            "有就业意愿大学生就业率",
        ),
        ("还款率达到95%", "还款率"),
        ("应检尽检率达到100%", "应检尽检率"),
        ("较大以上事故下降10%", "较大以上事故"),
        ("我市计划接待国内游客20万人次", "接待国内游客"),
        // These are no part of the noun.
        ("应达到面积500平方米", "面积"),
        ("还新增岗位50个", "新增岗位"),
        ("计划生育率达到90%", "计划生育率"),
        ("有公园35个", "公园"),
    ] {
        let found = read(text, SectionKind::Goals, Genre::Notice);
        let found = found.first().map(|target| target.indicator.as_str());
        assert_eq!(found, Some(indicator), "{text}");
    }
}

#[test]
fn a_list_of_measures_shares_no_half_of_a_word() {
    says(
        "贫困地区GDP、财政收入、农民人均纯收入分别为20亿元、10亿元和8000元。",
        &[
            "贫困地区GDP =2000000000元",
            "贫困地区财政收入 =1000000000元",
            "贫困地区农民人均纯收入 =8000元",
        ],
    );
    says(
        "与RCEP国家货物贸易、对外投资占比分别达30%、20%。",
        &["RCEP国家货物贸易占比 =30%", "RCEP国家对外投资占比 =20%"],
    );
    says(
        "猪、牛、羊肉抽检合格率均达95%以上。",
        &["猪、牛、羊肉抽检合格率 >=95%"],
    );
    says(
        "粮食、肉蛋奶、蔬菜产量均达20万吨。",
        &[
            "粮食产量 =200000吨",
            "肉蛋奶产量 =200000吨",
            "蔬菜产量 =200000吨",
        ],
    );
}

#[test]
fn a_verb_governs_the_counted_objects_of_its_list() {
    for (text, expected) in [
        (
            "全市新增养老中心90个、托育中心50个。",
            &["全市新增养老中心 =+90个", "新增托育中心 =+50个"][..],
        ),
        (
            "新建学校10所、总投资5亿元。",
            &["新建学校 =10所", "总投资 =500000000元"],
        ),
        (
            "派出所4名、交警3名参加。",
            &["派出所 =4名", "交警参加 =3名"],
        ),
        (
            "派出医生4名、护士3名。",
            &["派出医生 =4名", "派出护士 =3名"],
        ),
        (
            "完成城市道路整治提升60条。",
            &["完成城市道路整治提升 =60条"],
        ),
        // A change by so many all the same.
        ("名次提升5位。", &["名次 =+5位"]),
        ("新增绿道50公里。", &["新增绿道 =+50公里"]),
    ] {
        says(text, expected);
    }
}

#[test]
fn the_period_in_a_name_is_no_deadline() {
    let read = |text: &str| {
        read(text, SectionKind::Tasks, Genre::Plan)
            .first()
            .and_then(|target| target.deadline)
            .map(|date| date.to_string())
    };
    assert_eq!(read("慢性病规划（2018—2025年）。新建中心3个。"), None);
    for (text, date) in [
        ("2018—2025年，新建中心3个。", "2025"),
        ("工作要点（2024年）。新建中心3个。", "2024"),
    ] {
        assert_eq!(read(text).as_deref(), Some(date), "{text}");
    }
}

#[test]
fn the_lines_of_a_title_count_nothing() {
    let text = "2024年对9个县旅游发展目标\n分解意见的通知\n新建景区9个。";
    let passage = Passage::new(Span::new(0, text.len()), None, SectionKind::Other);
    let context = Context {
        titles: vec!["2024年对9个县旅游发展目标分解意见的通知".to_owned()],
        ..Context::default()
    };
    let mut diagnostics = Diagnostics::default();
    let found = find_targets(text, &[passage], &[], &context, &mut diagnostics);
    let found: Vec<_> = found
        .iter()
        .map(|target| (shown(target), target.deadline.map(Date::year)))
        .collect();
    assert_eq!(found, [("新建景区 =9个".to_owned(), Some(2024))]);
}

#[test]
fn a_number_spelt_out_before_its_list_counts_nothing() {
    says("建好两个产业（核桃、食用菌）。", &[]);
    says("建立三个良好机制：服务机制，办事机制，约束机制。", &[]);
    // Another number than the list has, and an alias of the thing itself.
    assert_eq!(
        read(
            "建好五个产业（核桃、食用菌）。",
            SectionKind::Goals,
            Genre::Notice
        )
        .len(),
        1
    );
    says(
        "每个镇有一家卫生院（社区中心）。",
        &["卫生院（社区中心） =1家"],
    );
}

#[test]
fn a_list_names_what_each_value_is_of() {
    says(
        "优良天数分别达到中阳220天、柳林210天、方山250天。",
        &[
            "中阳优良天数 =220天",
            "柳林优良天数 =210天",
            "方山优良天数 =250天",
        ],
    );
    says(
        "一次性出现200人以上或死亡3人以上的食物中毒",
        &["一次性出现 >=200人", "死亡食物中毒 >=3人"],
    );
    says("长约4500米宽40米的道路。", &["长 ~4500米", "宽 =40米"]);
    says("满意度评分91分以上。", &["满意度评分 >=91分"]);
    says("检查项目90分以上的为优秀（25分）。", &[]);
    says(
        "分别给予100万元、50万元一次性奖励。",
        &["给予一次性奖励 =1000000元", "给予一次性奖励 =500000元"],
    );
}

#[test]
fn a_noun_is_counted_by_its_own_last_character() {
    says("新增墓穴10000穴。", &["新增墓穴 =+10000穴"]);
    says("新增墓穴100穴以上。", &["新增墓穴 >=+100穴"]);
    says("按图3图示施工。", &[]);
    says("书面报县督查室420室。", &[]);
}

#[test]
fn a_noun_of_change_stands_behind_its_share() {
    says("结构性指标均实现10%以上增长。", &["结构性指标 >=+10%"]);
    says("能耗实现5%的下降。", &["能耗 =-5%"]);
    says("完成30%的提升工程。", &["提升工程 =30%"]);
    says(
        "投资增长快于经济、4个指标均实现10%以上增长。",
        &["投资增长快于经济、4个指标 >=+10%"],
    );
}

#[test]
fn what_is_counted_ends_before_an_open_bracket() {
    says("完成22所学校空调安装（二期）。", &["学校空调安装 =22所"]);
}

#[test]
fn the_words_before_a_joint_are_those_of_the_number_before() {
    says(
        "引进30名管理人才和50名专业人才。",
        &["引进管理人才 =30名", "引进专业人才 =50名"],
    );
    says("新建和改造公厕50座。", &["新建和改造公厕 =50座"]);
}

#[test]
fn a_verb_alone_goes_on_with_what_was_named() {
    says(
        "力争完成投资120亿元，其中一季度完成20亿元，上半年完成60亿元。",
        &[
            "完成投资 =12000000000元",
            "完成投资 =2000000000元",
            "完成投资 =6000000000元",
        ],
    );
    says("确保10月底前完成80%，年底前全部完成。", &[]);
}

#[test]
fn marks_of_a_longer_quotation_are_no_part_of_an_indicator() {
    says(
        "实现“火灾起数下降50%以上、重大隐患100%整改”的工作目标。",
        &["火灾起数 >=-50%", "重大隐患整改 =100%"],
    );
    says("打造“蓝天”项目5个。", &["打造“蓝天”项目 =5个"]);
}

#[test]
fn how_prices_are_reckoned_is_no_part_of_an_indicator() {
    says(
        "工业增加值按可比价格计算比上年增长14%。",
        &["工业增加值 =+14%"],
    );
}

#[test]
fn counts_one_behind_another_are_of_the_same_or_of_the_next_verb() {
    says(
        "城市低保对象33087户57374人，发放低保金1.2亿元。",
        &[
            "城市低保对象 =33087户",
            "城市低保对象 =57374人",
            "发放低保金 =120000000元",
        ],
    );
    says(
        "救助困难群众10326人次发放救助金1427.7万元。",
        &["救助困难群众 =10326人次", "发放救助金 =14277000元"],
    );
    says("全县录取一本172人。", &["全县录取一本 =172人"]);
    says("病种由5种增加到10种。", &["病种 =10种"]);
}

#[test]
fn a_multiple_has_the_year_it_is_of_as_its_base() {
    let targets = read(
        "2013年底港口吞吐量达3.8亿吨，是2005年的2.7倍，泊位145个。",
        SectionKind::Review,
        Genre::Report,
    );
    let found: Vec<_> = targets
        .iter()
        .map(|target| {
            let base = target.baseline.as_ref().and_then(|base| base.date);
            (
                target.deadline.map(|date| date.to_string()),
                base.map(|date| date.to_string()),
            )
        })
        .collect();
    let year = |year: &str| Some(year.to_owned());
    assert_eq!(
        found,
        [
            (year("2013"), None),
            (year("2013"), year("2005")),
            (year("2013"), None),
        ]
    );
}

#[test]
fn a_bracket_parts_no_list() {
    says(
        "13个县（市、区）和3个省属农场达到控制标准",
        &["县（市、区） =13个", "省属农场达到控制标准 =3个"],
    );
    says("各县（市、区）建设2个示范点", &["建设示范点 =2个"]);
    says("北京、上海建设2个中心", &["建设中心 =2个"]);
    says("新建、改建2个停车场", &["新建、改建停车场 =2个"]);
    says("抓好通风、消毒2项措施", &[]);
    says(
        "经济开发区、高新区各有2家进入全国前十强",
        &["经济开发区、高新区进入全国前十强 =2家"],
    );
    says("甲市、乙市分别有2个园区获评", &["甲市、乙市园区获评 =2个"]);
    says(
        "农村自来水、卫生户厕普及率分别提升至97.2%、99.8%",
        &["农村自来水普及率 =97.2%", "卫生户厕普及率 =99.8%"],
    );
}

#[test]
fn a_word_of_two_things_is_shared_out() {
    says(
        "工业炸药产销量分别为437万吨、439万吨",
        &["工业炸药产量 =4370000吨", "工业炸药销量 =4390000吨"],
    );
    says(
        "各项存贷款余额分别达到134亿元和97亿元",
        &["各项存款余额 =13400000000元", "各项贷款余额 =9700000000元"],
    );
    says(
        "甲厂、乙厂产品产销率均为98%",
        &["甲厂产品产销率 =98%", "乙厂产品产销率 =98%"],
    );
}

#[test]
fn measures_of_a_list_are_each_whole() {
    says(
        "学前三年毛入园率、县域内就诊率、森林覆盖率分别达94%、96%、35%",
        &[
            "学前三年毛入园率 =94%",
            "县域内就诊率 =96%",
            "森林覆盖率 =35%",
        ],
    );
    says(
        "固定资产投资、规模以上工业企业、蔬菜种植面积分别完成95亿元、725家、408万亩",
        &[
            "固定资产投资 =9500000000元",
            "规模以上工业企业 =725家",
            "蔬菜种植面积 =4080000亩",
        ],
    );
    says(
        "高速公路通车里程、城镇居民人均可支配收入分别完成936公里、41240元",
        &[
            "高速公路通车里程 =936公里",
            "城镇居民人均可支配收入 =41240元",
        ],
    );
    says(
        "城市副中心和平原新城地区生产总值年均增长5%以上",
        &["城市副中心和平原新城地区生产总值 >=+5%"],
    );
}

#[test]
fn a_measure_goes_on_for_whom_else_it_holds() {
    says(
        "郑州市公共交通分担率不低于50%，洛阳市、南阳市不低于45%，其他城市不低于40%",
        &[
            "郑州市公共交通分担率 >=50%",
            "洛阳市、南阳市公共交通分担率 >=45%",
            "其他城市公共交通分担率 >=40%",
        ],
    );
    says(
        "城镇污水处理率达到95%，农村达到60%",
        &["城镇污水处理率 =95%", "农村污水处理率 =60%"],
    );
    says(
        "生活垃圾处理率达到城镇95%、农村90%",
        &["城镇生活垃圾处理率 =95%", "农村生活垃圾处理率 =90%"],
    );
    says(
        "规模以上工业企业达到30家，高新技术企业达到5家",
        &["规模以上工业企业 =30家", "高新技术企业 =5家"],
    );
    says(
        "国有企业投资增长2%，私营企业增长11%",
        &["国有企业投资 =+2%", "私营企业投资 =+11%"],
    );
}

#[test]
fn what_is_newly_made_stands_behind_its_number() {
    says("全市重点新增40万人城镇就业", &["新增城镇就业 =+400000人"]);
    says(
        "市场主体新增3000户，增长5%",
        &["市场主体 =+3000户", "市场主体 =+5%"],
    );
    says(
        "培育院士工作站5家、仓储设施7座和重点实验室8家",
        &[
            "培育院士工作站 =5家",
            "培育仓储设施 =7座",
            "培育重点实验室 =8家",
        ],
    );
}

#[test]
fn a_great_number_of_a_noun_needs_no_unit() {
    says("我国网民数达到6.88亿", &["我国网民数 =688000000"]);
    says("城镇新增就业人数24万以上", &["城镇新增就业人数 >=+240000"]);
    says("县城新增人口100万", &["县城新增人口 =+1000000"]);
    says("编码总数达到688号", &[]);
}

#[test]
fn a_bare_verb_is_of_the_work_before_it() {
    says(
        "棚户区改造，开工3000套，基本建成2000套",
        &["棚户区改造开工 =3000套", "棚户区改造建成 =2000套"],
    );
    says(
        "【目标任务】农村公路提质改造工程，实施94公里",
        &["农村公路提质改造工程实施 =94公里"],
    );
    says("加快棚户区改造，新建3个小区", &["新建小区 =3个"]);
}

#[test]
fn shares_of_a_list_have_the_verb_of_the_last_one() {
    says(
        "99%的服务中心、98%的卫生院能够提供中医药服务",
        &[
            "服务中心能够提供中医药服务 =99%",
            "卫生院能够提供中医药服务 =98%",
        ],
    );
    says(
        "99%的服务中心达标，98%的卫生院提供中医药服务",
        &["服务中心达标 =99%", "卫生院提供中医药服务 =98%"],
    );
}

#[test]
fn a_rule_case_by_case_is_of_what_leads_in_to_it() {
    says(
        "自然损耗定额为：原粮：储存6个月以内的，不超过0.1%；储存6个月以上的，不超过0.2%；油料：储存6个月以内的，不超过0.3%。",
        &[
            "储存 <=6个月",
            "原粮自然损耗定额 <=0.1%",
            "储存 >=6个月",
            "原粮自然损耗定额 <=0.2%",
            "储存 <=6个月",
            "油料自然损耗定额 <=0.3%",
        ],
    );
    says("说明如下：储存6个月以内的，不超过0.1%。", &["储存 <=6个月"]);
}

#[test]
fn a_comparison_may_name_no_time() {
    let text = "死亡人数较“十二五”下降30%，比全国平均水平低2个百分点。";
    let targets = read(text, SectionKind::Goals, Genre::Notice);
    assert_eq!(shown(&targets[0]), "死亡人数 =-30%");
    let base = |target: &Target| target.baseline.clone().map(|base| base.text);
    assert_eq!(base(&targets[0]).as_deref(), Some("“十二五”"));
}

#[test]
fn what_is_praised_or_named_is_not_counted() {
    for text in [
        "建设一支守法守信、廉洁高效的公务员队伍",
        "打造一座幸福之城",
        "实施二期提升计划",
        "健全政府主导、社会参与、全面覆盖的体系",
    ] {
        says(text, &[]);
    }
    says("建立一支专门的执法队伍", &["建立专门的执法队伍 =1支"]);
    says("举办三期培训班", &["举办培训班 =3期"]);
    says("农民收入翻两番", &["农民收入 =+300%"]);
}

#[test]
fn what_is_done_on_average_is_counted_on_the_year() {
    let targets = read(
        "年均开发岗位2万个，年均浓度降至30微克/立方米。",
        SectionKind::Goals,
        Genre::Notice,
    );
    let found: Vec<_> = targets
        .iter()
        .map(|target| (shown(target), target.per.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("开发岗位 =20000个".to_owned(), Some("年均")),
            ("年均浓度 =30微克/立方米".to_owned(), None),
        ]
    );
}

#[test]
fn what_grows_fewer_says_so_within_its_clause() {
    says(
        "工程措施削减化学需氧量400万吨",
        &["工程措施削减化学需氧量 =-4000000吨"],
    );
    says("可削减二氧化硫3万吨", &["可削减二氧化硫 =-30000吨"]);
    says(
        "阶段性下调工伤保险费率20%",
        &["阶段性下调工伤保险费率 =-20%"],
    );
    says(
        "形成削减二氧化硫能力49万吨",
        &["形成削减二氧化硫能力 =490000吨"],
    );
    says("减排量5万吨", &["减排量 =50000吨"]);
    says("重点工程减排量完成6万吨", &["重点工程减排量 =60000吨"]);
    says("出台降低企业成本35条措施", &["出台降低企业成本措施 =35条"]);
    says(
        "新增教师80%以上达到本科学历",
        &["新增教师达到本科学历 >=80%"],
    );
    says(
        "甲率和乙率提升7.12%和13.86%",
        &["甲率 =+7.12%", "乙率 =+13.86%"],
    );
    says("约需投资5亿元", &["投资 ~500000000元"]);
    says("每位作者限报2项作品", &["限报作品 <=2项"]);
}

#[test]
fn attributes_before_a_noun_are_no_slogans() {
    says("培育10家有影响力的企业", &["培育有影响力的企业 =10家"]);
    says("创建10个文明村", &["创建文明村 =10个"]);
    says("建设5个有机茶园", &["建设有机茶园 =5个"]);
    says("推进6个和美乡村建设", &["推进和美乡村建设 =6个"]);
    says(
        "建设3个为农服务中心和5个公园",
        &["建设为农服务中心 =3个", "建设公园 =5个"],
    );
    says("坚持三个有", &[]);
    says("做到三个文明", &[]);
}

#[test]
fn nouns_may_begin_as_slogans_and_conjunctions_do() {
    for (text, shown) in [
        ("建设2个要素市场", "建设要素市场 =2个"),
        ("新增2个不动产窗口", "新增不动产窗口 =+2个"),
        ("实施5个更新单元改造", "实施更新单元改造 =5个"),
        ("解决5个突出问题", "解决突出问题 =5个"),
        ("保护2处不可移动文物", "保护不可移动文物 =2处"),
        ("设立3个维护站", "设立维护站 =3个"),
        ("布设5个有害生物监测点", "布设有害生物监测点 =5个"),
        ("建成5个可再生能源项目", "建成可再生能源项目 =5个"),
        ("购置2台可移动设备", "购置可移动设备 =2台"),
        ("形成5项可复制可推广的经验", "形成可复制可推广的经验 =5项"),
        ("建设3个可信数据空间", "建设可信数据空间 =3个"),
        ("培养10名后备人才", "培养后备人才 =10名"),
        ("举办5场并购论坛", "举办并购论坛 =5场"),
        (
            "打造10个以茶文化为主题的小镇",
            "打造以茶文化为主题的小镇 =10个",
        ),
        ("补建市政消火栓169具", "补建市政消火栓 =169具"),
    ] {
        says(text, &[shown]);
    }
    says(
        "完成18个高标准小区（Ⅰ类）、9个可回收物服务点",
        &["高标准小区（Ⅰ类） =18个", "可回收物服务点 =9个"],
    );
    for slogan in [
        "做到三个不变",
        "坚持五个要素",
        "实现三个更高",
        "落实三具体措施",
    ] {
        says(slogan, &[]);
    }
}

#[test]
fn a_second_condition_has_words_of_its_own() {
    says(
        "对投资额超过5000万元且亩均税收不低于20万元的项目给予支持",
        &["投资额 >50000000元", "亩均税收 >=200000元"],
    );
    says(
        "面积达到100平方米且床位数达到20张的机构",
        &["面积 =100平方米", "床位数 =20张"],
    );
}

#[test]
fn a_free_trade_zone_is_no_agent() {
    says("自由贸易试验区力争达到150项", &["自由贸易试验区 =150项"]);
    says("自由职业者参保率达到90%", &["自由职业者参保率 =90%"]);
}

#[test]
fn how_often_one_must_come_is_a_slogan() {
    says("加快实现一窗受理、限时办结、最多跑一次。", &[]);
    says("让群众只跑一次、只进一扇门。", &[]);
}

#[test]
fn what_makes_little_or_less_of_a_number_is_no_part_of_what_it_counts() {
    for (text, shown) in [
        ("化学需氧量仅减少2.1%。", "化学需氧量 =-2.1%"),
        ("城镇化率仅为35%。", "城镇化率 =35%"),
        ("城镇化率只有35%。", "城镇化率 =35%"),
        ("工业用水重复利用率才达到40%。", "工业用水重复利用率 =40%"),
        ("贷款余额却下降3%。", "贷款余额 =-3%"),
        ("居民收入又增长8%。", "居民收入 =+8%"),
        ("失业率则下降2%。", "失业率 =-2%"),
        ("合格率反而下降2%。", "合格率 =-2%"),
        ("高层次人才增长8%。", "高层次人才 =+8%"),
        ("技术准则达到40项。", "技术准则 =40项"),
    ] {
        says(text, &[shown]);
    }
}

#[test]
fn places_named_by_a_distance_count_nothing() {
    says("推进九里亭街道、四里街、五里墩立交更新项目。", &[]);
    says("推进二里岗、八里湖、五里界街建设。", &[]);
    says(
        "推进九里亭街道更新项目，改造道路12公里。",
        &["改造道路 =12公里"],
    );
}

#[test]
fn great_numbers_of_persons_and_vehicles_need_no_unit() {
    for (text, indicator, value) in [
        ("户籍人口预计达到531.59万。", "户籍人口", "5315900"),
        (
            "80岁以上老年人预计将达到17.6万左右。",
            "80岁以上老年人",
            "176000",
        ),
        ("机动车保有量将突破30万。", "机动车保有量", "300000"),
        (
            "我市老年人口仍将持续增长，到2020年达到110万人左右。",
            "我市老年人口",
            "1100000",
        ),
    ] {
        let targets = read(text, SectionKind::Tasks, Genre::Plan);
        let last = targets.last().unwrap();
        assert_eq!(last.indicator, indicator, "{text}");
        assert_eq!(
            last.value,
            Some(value.parse::<Decimal>().unwrap()),
            "{text}"
        );
    }
    let money = read("每家奖励30万。", SectionKind::Tasks, Genre::Plan);
    assert!(
        money.iter().all(|target| target.unit.is_none()),
        "{money:?}"
    );
}

#[test]
fn what_grows_by_so_many_stands_behind_them_where_only_a_holder_stands_before() {
    says("全市增加34个停车场。", &["全市停车场 =+34个"]);
    says("农村增加12个公交站点。", &["农村公交站点 =+12个"]);
    says("我市减少5个审批环节。", &["我市审批环节 =-5个"]);
    says("停车场增加34个。", &["停车场 =+34个"]);
}
