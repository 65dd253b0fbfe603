//! Names as documents write them: lists, abbreviations, names in running text.

use super::*;

#[track_caller]
fn lists(text: &str, expected: &[&str]) {
    assert_eq!(read_department_list(text), expected, "{text}");
}

#[test]
fn peers_are_parted_at_every_separator() {
    lists(
        "省卫生健康委、省委编办,各市县",
        &["省卫生健康委", "省委编办", "各市县"],
    );
    lists(
        "体育总局；民政部，财政部",
        &["体育总局", "民政部", "财政部"],
    );
    lists(
        "民政厅、医保局和各级人民政府",
        &["民政厅", "医保局", "各级人民政府"],
    );
    lists("国务院相关部门及各地区", &["国务院相关部门", "各地区"]);
    lists("省教育厅 省财政厅", &["省教育厅", "省财政厅"]);
    lists("★市住建局、市城管局*", &["市住建局", "市城管局"]);
    lists(
        "区政府办公室、区绿化市容局、\n\n区规划资源局",
        &["区政府办公室", "区绿化市容局", "区规划资源局"],
    );
}

#[test]
fn one_office_may_have_two_fields() {
    lists(
        "科技与信息化处、规划与财务处、信息与档案中心",
        &["科技与信息化处", "规划与财务处", "信息与档案中心"],
    );
    lists(
        "教育和体育局、农业农村和水利局、市财政局",
        &["教育和体育局", "农业农村和水利局", "市财政局"],
    );
    // Among fields the office is that of the last, and so is that behind a short form.
    lists("教育、科技和财政局", &["教育", "科技", "财政局"]);
    lists("发改和财政局", &["发改", "财政局"]);
    lists("教育和财政部门", &["教育", "财政部门"]);
    lists("市教育局与市财政局", &["市教育局", "市财政局"]);
}

#[test]
fn levels_behind_a_clause_share_their_noun() {
    lists(
        "省数据局、已开展试点的市、县政府",
        &["省数据局", "已开展试点的市、县政府"],
    );
}

#[test]
fn joiners_inside_a_name_part_nothing() {
    lists(
        "省住房和城乡建设厅、省文化和旅游厅和省工业和信息化厅",
        &["省住房和城乡建设厅", "省文化和旅游厅", "省工业和信息化厅"],
    );
    lists("国家发展和改革委员会", &["国家发展和改革委员会"]);
    lists("区科技和经信局", &["区科技和经信局"]);
    lists("区商务和经济合作局", &["区商务和经济合作局"]);
    lists("市商务局和财政局", &["市商务局", "财政局"]);
    lists("市教育和卫生部门", &["市教育", "卫生部门"]);
    lists(
        "同级规划和自然资源、住房城乡建设等部门",
        &["同级规划和自然资源", "住房城乡建设"],
    );
    lists(
        "教育行政部门和其他有关部门",
        &["教育行政部门", "其他有关部门"],
    );
    lists(
        "国务院相关部门和单位及各地区",
        &["国务院相关部门和单位", "各地区"],
    );
    lists(
        "粮食和储备局、文化和旅游部门",
        &["粮食和储备局", "文化和旅游部门"],
    );
}

#[test]
fn a_list_ends_before_a_table_in_its_line() {
    lists(
        "市公安局、市城管局，各区政府 鄞州 海曙、江东 合计 2 5",
        &["市公安局", "市城管局", "各区政府"],
    );
    // Blanks part names as well.
    lists(
        "市公安局 市城管局 各区政府",
        &["市公安局", "市城管局", "各区政府"],
    );
}

#[test]
fn classes_that_share_a_head_stay_one() {
    lists(
        "省教育厅，各市、县〔区〕政府，赣江新区管委会",
        &["省教育厅", "各市、县〔区〕政府", "赣江新区管委会"],
    );
    lists(
        "各县(市、区)、各市、县、自治县政府",
        &["各县(市、区)", "各市、县、自治县政府"],
    );
    lists(
        "有关设区市、县〔区〕人民政府",
        &["有关设区市、县〔区〕人民政府"],
    );
    lists(
        "各省、自治区、直辖市人民政府",
        &["各省、自治区、直辖市人民政府"],
    );
    lists(
        "市、区民政部门和镇人民政府",
        &["市、区民政部门", "镇人民政府"],
    );
    lists("县级党委、政府", &["县级党委、政府"]);
    lists(
        "市城管局，高新区党工委和管委会",
        &["市城管局", "高新区党工委和管委会"],
    );
    lists(
        "市发展改革委，各区、县级市",
        &["市发展改革委", "各区、县级市"],
    );
    lists("各街镇、开发区", &["各街镇", "开发区"]);
    lists(
        "自治区各有关委、办、厅、局，各直属机构",
        &["自治区各有关委、办、厅、局", "各直属机构"],
    );
    lists(
        "税务总局及各省、自治区、直辖市和计划单列市税务局",
        &["税务总局", "各省、自治区、直辖市和计划单列市税务局"],
    );
    lists(
        "省和地级以上市公共数据主管部门",
        &["省和地级以上市公共数据主管部门"],
    );
    lists(
        "市委农办,各县<市、区>人民政府",
        &["市委农办", "各县<市、区>人民政府"],
    );
    lists("各镇人民政府、街道办事处", &["各镇人民政府", "街道办事处"]);
    lists("各地(市)行署(人民政府)", &["各地(市)行署(人民政府)"]);
    lists(
        "区党委组织部(编办),发展改革委",
        &["区党委组织部(编办)", "发展改革委"],
    );
}

#[test]
fn the_rest_of_a_class_is_left_out() {
    lists(
        "财政部、银保监会等国务院相关部门及各地区",
        &["财政部", "银保监会", "各地区"],
    );
    lists(
        "扶贫办、全国妇联等和各省级人民政府",
        &["扶贫办", "全国妇联", "各省级人民政府"],
    );
    lists(
        "发改、财政、人力社保、卫生计生等部门",
        &["发改", "财政", "人力社保", "卫生计生"],
    );
    lists("省商务厅等省直有关部门", &["省商务厅"]);
    lists("省直有关部门", &["省直有关部门"]);
    lists("省教育厅、有关高等学校", &["省教育厅", "有关高等学校"]);
    lists("省教育厅、各高等院校", &["省教育厅", "各高等院校"]);
    lists("市教育局，中等专业学校", &["市教育局", "中等专业学校"]);
    lists("河东区、和平等区", &["河东区", "和平"]);
    lists("河东区、和平区", &["河东区", "和平区"]);
    lists("市财政局、和各区", &["市财政局", "各区"]);
    lists("市财政局、和市区", &["市财政局", "市区"]);
    lists("市教育局，和市财政局", &["市教育局", "市财政局"]);
    lists(
        "文化和旅游部等和各有关省级人民政府",
        &["文化和旅游部", "各有关省级人民政府"],
    );
    lists(
        "国防部（军事等事项）、教育部",
        &["国防部（军事等事项）", "教育部"],
    );
    lists("“地、钱”办、教育部", &["“地、钱”办", "教育部"]);
    lists(
        "民政部门以及养老服务指导单位",
        &["民政部门", "养老服务指导单位"],
    );
    lists("办、厅、局", &["办", "厅", "局"]);
    lists("50%、XXX", &[]);
    lists("有关部门应当依法及时", &["有关部门应当依法及时"]);
    lists("市财政局、与准入", &["市财政局", "准入"]);
    lists("区科技和市经信局", &["区科技", "市经信局"]);
    lists("区科技和经信", &["区科技", "经信"]);
    lists("区科技和某某局", &["区科技和某某局"]);
    lists("科技和经信局", &["科技和经信局"]);
    lists("市商务和局", &["市商务和局"]);
    lists("市商务局和其他", &["市商务局和其他"]);
    lists("市商务局和其部门", &["市商务局和其部门"]);
    lists("市教育局（含语委，下同）", &["市教育局"]);
    lists("市防汛专家组（名单见附件2）", &["市防汛专家组"]);
    lists(
        "市防汛专家组（附件6）、市水利局",
        &["市防汛专家组", "市水利局"],
    );
    lists("（以下简称市政府）", &["（以下简称市政府）"]);
    lists("自治区有关委、办", &["自治区有关委", "办"]);
    lists("申通地铁 集团", &["申通地铁 集团"]);
    lists("各直属机构： 近年来", &["各直属机构： 近年来"]);
}

#[test]
fn persons_are_no_bodies() {
    lists("市长、市政府领导、市财政局", &["市财政局"]);
    lists("国家粮食局主要负责人", &[]);
    lists("无", &[]);
}

#[track_caller]
fn resolves(name: &str, canonical: &str, kind: DepartmentKind) {
    let canonical = Some(canonical).filter(|words| !words.is_empty());
    assert_eq!(resolve(name), (canonical, kind), "{name}");
}

#[test]
fn abbreviations_resolve_to_full_names() {
    use DepartmentKind::{Agency, Party};
    resolves("省卫生健康委", "卫生健康委员会", Agency);
    resolves("市卫健委", "卫生健康委员会", Agency);
    resolves("国家发展改革委", "发展和改革委员会", Agency);
    resolves("省财政厅", "财政厅", Agency);
    resolves("市人社局", "人力资源和社会保障局", Agency);
    resolves("人力资源社会保障厅", "人力资源和社会保障厅", Agency);
    resolves("市住房城乡建设管理委", "住房和城乡建设管理委员会", Agency);
    resolves("海南银保监局", "银行保险监督管理局", Agency);
    resolves("银保监会", "银行保险监督管理委员会", Agency);
    resolves("国家外汇管理局", "外汇管理局", Agency);
    resolves("合肥海关", "海关", Agency);
    resolves("省委编办", "机构编制委员会办公室", Party);
    resolves("区党委组织部(编办)", "组织部", Party);
    resolves("中央网信办", "网络安全和信息化委员会办公室", Party);
    resolves("市交通委（市道运局）", "交通委员会", Agency);
    resolves("省民政部门", "民政厅", Agency);
    resolves("市绿化市容部门", "绿化和市容管理局", Agency);
    resolves("省药监局", "药品监督管理局", Agency);
}

#[test]
fn historical_bodies_keep_their_own_names() {
    use DepartmentKind::Agency;
    resolves("市卫生计生局", "卫生和计划生育局", Agency);
    resolves("省卫计委", "卫生和计划生育委员会", Agency);
    resolves("省食药监局", "食品药品监督管理局", Agency);
    resolves("省国土资源厅", "国土资源厅", Agency);
}

#[test]
fn bare_fields_of_work_resolve() {
    use DepartmentKind::Agency;
    resolves("发改", "发展和改革委员会", Agency);
    resolves("卫生计生", "卫生和计划生育局", Agency);
    resolves("省发展改革", "发展和改革委员会", Agency);
    resolves("人力社保", "人力资源和社会保障局", Agency);
}

#[test]
fn kinds_follow_the_last_word() {
    use DepartmentKind::{
        Agency, Collective, Enterprise, Government, Institution, Judicial, Mass, Other,
        Party, Temporary,
    };
    resolves("各区政府", "", Government);
    resolves("各市县", "", Collective);
    resolves("有关部门", "", Collective);
    resolves("各级人民政府", "", Government);
    resolves("市人民政府", "人民政府", Government);
    resolves("陵水县", "", Government);
    resolves("申通地铁集团", "", Enterprise);
    resolves("各航空公司", "", Enterprise);
    resolves("省人民医院", "", Institution);
    resolves("全国总工会", "总工会", Mass);
    resolves("全国工商联", "工商业联合会", Mass);
    resolves("市检察院", "人民检察院", Judicial);
    resolves("省医改办", "深化医药卫生体制改革领导小组办公室", Temporary);
    resolves(
        "省新型冠状病毒感染的肺炎疫情防控应急指挥部办公室",
        "",
        Temporary,
    );
    resolves("省委人才发展局", "人才发展局", Party);
    resolves("省局行政审批处", "", Agency);
    resolves("人行南昌中心支行", "中国人民银行", Agency);
    resolves("西藏军区保障部", "军区保障部", Other);
    resolves("医疗卫生资源", "", Other);
    resolves("国务院有关部委", "", Collective);
    resolves("国务院有关部门", "", Collective);
    resolves("铁路监管部门", "铁路局", Agency);
    resolves("区建设管理委", "建设管理委员会", Agency);
    resolves("改革委员会", "", Agency);
    resolves("省委办公厅", "党委办公室", Party);
    resolves("省委试点局", "", Party);
    resolves("国家试点委员会", "", Agency);
    resolves("各位代表", "", Other);
    resolves("（市教育局）", "教育局", Agency);
    resolves("（（市教育局））", "", Other);
    resolves("市公安局(交警（支队）)", "公安局", Agency);
    resolves("各市县区", "", Collective);
    resolves("各县区政府", "", Government);
    resolves("各县医院", "", Institution);
    resolves("国家人民银行某某分行", "中国人民银行", Agency);
    resolves("工行某某支行", "", Enterprise);
    resolves("教育部成员单位", "教育部", Collective);
    resolves("市级", "", Collective);
    resolves("本", "", Other);
    resolves("局", "", Other);
    resolves("市政府领导", "", Other);
}

#[track_caller]
fn leads(text: &str, names: &[&str], rest: &str) {
    let naming = read_leading_bodies(text).expect(text);
    assert_eq!(
        (naming.names.as_slice(), &text[naming.end..]),
        (names, rest)
    );
}

#[test]
fn places_that_begin_as_verbs_do() {
    for name in [
        "自治区财政厅",
        "自治州人民政府",
        "自贡市财政局",
        "商丘市教育局",
        "从化区财政局",
        "和田地区财政局",
        "涉县财政局",
        "如东县教育局",
        "当涂县人民政府",
        "向阳区人民政府",
    ] {
        assert!(is_clean_name(name, read_body(name)), "{name}");
        assert!(is_one_name(name), "{name}");
    }
    for words in [
        "对市财政局",
        "自市财政局",
        "向县人民政府",
        "商市教育局",
        "在县财政局",
    ] {
        assert!(!is_clean_name(words, read_body(words)), "{words}");
    }
}

#[test]
fn bodies_at_the_start_of_running_text() {
    leads("医管办牵头", &["医管办"], "牵头");
    leads("有关部门加强对医改", &["有关部门"], "加强对医改");
    leads(
        "各设区市人民政府确定部门",
        &["各设区市人民政府"],
        "确定部门",
    );
    leads("市绿化市容部门结合实际", &["市绿化市容部门"], "结合实际");
    leads("相应的绿化市容部门审核", &["相应的绿化市容部门"], "审核");
    leads(
        "各区卫生健康行政部门确定承担",
        &["各区卫生健康行政部门"],
        "确定承担",
    );
    leads(
        "发改、财政、人力社保、卫生计生等部门共同",
        &["发改", "财政", "人力社保", "卫生计生"],
        "共同",
    );
    leads("市、区财政部门承担", &["市、区财政部门"], "承担");
    leads("市政府办公室负责", &["市政府办公室"], "负责");
    leads("省委组织部会同省财政厅", &["省委组织部"], "会同省财政厅");
    leads("发展改革委会同财政部", &["发展改革委"], "会同财政部");
    leads("市政府各部门落实", &["市政府各部门"], "落实");
    leads(
        "军队各级防化业务部门负责",
        &["军队各级防化业务部门"],
        "负责",
    );
    leads("本省各级财政保障", &["本省"], "各级财政保障");
    leads(
        "福建广电网络龙岩分公司编制",
        &["福建广电网络龙岩分公司"],
        "编制",
    );
    leads(
        "中国残疾人联合会及其地方组织依照",
        &["中国残疾人联合会及其地方组织"],
        "依照",
    );
    leads(
        "教育部门和卫生健康部门制定",
        &["教育部门", "卫生健康部门"],
        "制定",
    );
    leads("国务院组织有关部门", &["国务院"], "组织有关部门");
    leads(
        "事业单位登记管理机关核准",
        &["事业单位登记管理机关"],
        "核准",
    );
    leads("市民政部门办理", &["市民政部门"], "办理");
    leads(
        "镇人民政府（街道办事处）可以通过政府建设、政府购买",
        &["镇人民政府（街道办事处）"],
        "可以通过政府建设、政府购买",
    );
    leads(
        "县（市）主管机关应遴聘专家、学者",
        &["县（市）主管机关"],
        "应遴聘专家、学者",
    );
    leads(
        "各级发展改革、财政部门制定",
        &["各级发展改革", "财政部门"],
        "制定",
    );
    leads("多部门共建项目", &["多部门"], "共建项目");
    leads(
        "国务院计划主管部门商有关部门",
        &["国务院计划主管部门"],
        "商有关部门",
    );
    leads(
        "各地(市)行署(人民政府)负责,发展改革委、卫生健康委配合",
        &["各地(市)行署(人民政府)"],
        "负责,发展改革委、卫生健康委配合",
    );
    leads(
        "区党委组织部(编办),教育厅、科技厅",
        &["区党委组织部(编办)"],
        ",教育厅、科技厅",
    );
    leads("市教育局、高等学校负责", &["市教育局", "高等学校"], "负责");
    leads("高等学校负责", &["高等学校"], "负责");
    leads(
        "东方市、澄迈县等市县试点",
        &["东方市", "澄迈县"],
        "市县试点",
    );
    leads(
        "北京市商国家计委、财政部",
        &["北京市"],
        "商国家计委、财政部",
    );
    leads("统计等专项监督", &["统计"], "专项监督");
    leads(
        "工业和信息化部、科技部等负责。列第一位者为牵头单位",
        &["工业和信息化部", "科技部"],
        "负责。列第一位者为牵头单位",
    );
    leads("市教育局等有关部门（单位）负责", &["市教育局"], "负责");
    leads("市教育局等部门和单位负责", &["市教育局"], "负责");
    leads("财政、市教育局负责", &["财政", "市教育局"], "负责");
    leads("上海市建立市场监管局", &["上海市"], "建立市场监管局");
    leads("上海市成立领导小组", &["上海市"], "成立领导小组");
    leads(
        "上海市推进旧城改造领导小组统筹",
        &["上海市推进旧城改造领导小组"],
        "统筹",
    );
    leads(
        "军队各级组织开展防化业务部门",
        &["军队"],
        "各级组织开展防化业务部门",
    );
    leads("军队各级的业务部门", &["军队"], "各级的业务部门");
    leads("事业单位组织登记机关", &["事业单位"], "组织登记机关");
    leads(
        "福建广电网络建设龙岩分公司",
        &["福建广电网络"],
        "建设龙岩分公司",
    );
    leads("市教育局各部门", &["市教育局"], "各部门");
    leads("各区财政", &["各区"], "财政");
    leads("各区财政部门", &["各区财政部门"], "");
    leads("各区住房保障部门负责", &["各区住房保障部门"], "负责");
    leads("各区保障房办", &["各区"], "保障房办");
    leads("各区绿化管理部门", &["各区绿化管理部门"], "");
    leads("有关财政局", &["有关财政局"], "");
    leads("市商务局和其他", &["市商务局"], "和其他");
    leads(
        "市公安局(交警（支队）)负责",
        &["市公安局(交警（支队）)"],
        "负责",
    );
    for text in [
        "（复核）报告",
        "“司机之家”37个",
        "办、局：",
        "市教育局、财政负责",
        "财政、教育、公安负责",
        "市政府副市长",
        "市长热线",
    ] {
        assert_eq!(read_leading_bodies(text), None, "{text}");
    }
    // 40 characters are a name, 41 are none.
    let name = |length: usize| "某".repeat(length - 3) + "委员会";
    leads(&name(41), &[name(41).as_str()], "");
    assert_eq!(read_leading_bodies(&name(42)), None);
    assert_eq!(read_leading_bodies("司法能力"), None);
    assert_eq!(read_leading_bodies("财政全额支付"), None);
    assert_eq!(read_leading_bodies("市长担任组长"), None);
    assert_eq!(
        read_leading_bodies("市政府领导牵头").map(|n| n.names.len()),
        None
    );
}

#[test]
fn short_names_of_organisations_need_no_word_for_a_body() {
    for name in [
        "市科协",
        "省供销社",
        "县政协",
        "市工商联",
        "商丘市文联",
        "市大数据中心",
        "市人大常委会",
        "省安委会",
        "全国工商联",
        "国网龙岩供电公司",
        "市政协办公室",
        "市人大常委会办公室",
        "中国铁路上海局集团公司",
    ] {
        let text = format!("{name}负责组织实施");
        leads(&text, &[name], "负责组织实施");
    }
    // A field of work alone is no body, and a member is none.
    for text in [
        "市宣传负责组织",
        "市组织负责实施",
        "政协委员负责",
        "人大代表监督",
        "东南网负责",
    ] {
        assert!(read_leading_bodies(text).is_none(), "{text}");
    }
}

/// All divisions of GB/T 2260: each begins the name of a body, in running text and in a list.
#[test]
fn every_division_begins_names() {
    /// 和 and 会同 before 县 join more often than they name, and the last ends in no word for
    /// a division.
    const KNOWN: &[&str] = &["和县", "会同县", "大柴旦行政委员会"];
    let rows = crate::lexicon::rows(include_str!("../../lexicon/region.tsv"));
    let wrong: Vec<&str> = rows
        .map(|row| row.cell(1))
        .filter(|place| {
            let own = format!("{place}财政局");
            let text = format!("{own}牵头做好工作");
            let naming = read_leading_bodies(&text);
            let led = naming.is_some_and(|naming| naming.names == [own.as_str()]);
            let list = format!("市教育局和{own}");
            let listed = read_department_list(&list) == ["市教育局", own.as_str()];
            !(led && listed)
        })
        .collect();
    assert_eq!(wrong, KNOWN);
}

#[test]
fn offices_of_two_fields_are_one_behind_a_place_and_as_groups() {
    leads(
        "天津市国土资源和房屋管理局负责",
        &["天津市国土资源和房屋管理局"],
        "负责",
    );
    leads("宁波市农业和粮食局负责", &["宁波市农业和粮食局"], "负责");
    lists(
        "市科技和信息化工作领导小组各成员单位、市财政局",
        &["市科技和信息化工作领导小组各成员单位", "市财政局"],
    );
    lists(
        "市科技局和市推进新型城镇化工作领导小组",
        &["市科技局", "市推进新型城镇化工作领导小组"],
    );
}

#[test]
fn places_of_persons_make_classes() {
    for name in [
        "户籍所在地区县、开发区教育局",
        "居住地区县、开发区教育局",
        "事发地县、区应急局",
    ] {
        lists(name, &[name]);
        leads(&format!("{name}安排"), &[name], "安排");
    }
}
