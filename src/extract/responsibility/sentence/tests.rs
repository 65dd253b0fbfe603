//! Sentences that assign duties, and sentences that do not.

use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let mut list = Vec::new();
    find_statements(text, Span::new(0, text.len()), &[], &mut list);
    assert_eq!(shown(&list), expected, "{text}");
}

fn shown(list: &[Responsibility]) -> Vec<String> {
    list.iter()
        .map(|found| {
            let names: Vec<_> =
                found.departments.iter().map(|d| d.name.as_str()).collect();
            let division = if found.division_of_work { "*" } else { "" };
            let role = format!("{:?}", found.role).to_lowercase();
            format!("{role}{division} {}", names.join("/"))
        })
        .collect()
}

#[test]
fn an_agent_leads_and_others_join() {
    check(
        "建立考核工作机制，由医管办牵头，发改、财政、人力社保、卫生计生等部门共同对院长进行考核。",
        &["lead 医管办", "cooperating 发改/财政/人力社保/卫生计生"],
    );
    check(
        "成立由市交通委牵头，市发展改革委、市水务局等部门共同参与的推进机制",
        &["lead 市交通委", "cooperating 市发展改革委/市水务局"],
    );
    check(
        "医联体牵头医院牵头、成员单位共同参与，成立中心",
        &["lead 医联体牵头医院", "cooperating 成员单位"],
    );
    check(
        "由省发展改革、工业和信息化部门牵头，会同商务、农业农村等相关部门，按照要求",
        &[
            "lead 省发展改革/工业和信息化部门",
            "cooperating 商务/农业农村",
        ],
    );
}

#[test]
fn who_helps_may_have_a_sentence_behind_the_one_that_gives_the_duty() {
    for (text, expected) in [
        (
            "县教育局牵头制定标准，报县政府同意；县人社局配合做好待遇保障。县审计局协助。",
            &[
                "lead 县教育局",
                "cooperating 县人社局",
                "cooperating 县审计局",
            ][..],
        ),
        (
            "县财政局负责经费保障。县人社局积极配合做好待遇保障。",
            &["responsible 县财政局", "cooperating 县人社局"],
        ),
        // No duty was given before it, or it acts of its own accord.
        ("县教育局制定标准；县人社局配合做好待遇保障。", &[]),
        (
            "市发展改革委负责梳理名单。金融监管部门指导督促各机构扎实开展活动。",
            &["responsible 市发展改革委"],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn what_was_or_is_left_out_assigns_nothing() {
    check(
        "除原规定由民政、卫生计生部门分别资助当年度个人参保的11类人群（注：特困供养人员）外，对其余人口予以资助。",
        &[],
    );
    check(
        "除由民政部门分别资助个人参保的人群外，由县财政局资助其余人口。",
        &["responsible 县财政局"],
    );
    check(
        "原由卫生部门审批后发放，现由民政局负责发放。",
        &["responsible 民政局"],
    );
    check("除险加固由市水利局组织实施。", &["responsible 市水利局"]);
    check(
        "除雪工作由市城管局组织实施，费用列入预算。",
        &["responsible 市城管局"],
    );
}

#[test]
fn who_supervises_a_field_is_responsible_for_it() {
    check(
        "市住建局负责统筹，市场监管局、城管局按各自职责做好监督管理工作。",
        &["responsible 市住建局", "responsible* 市场监管局/城管局"],
    );
}

#[test]
fn agents_whose_names_begin_like_a_verb() {
    check(
        "由审批服务局牵头，经济发展局配合，做好登记工作。",
        &["lead 审批服务局", "cooperating 经济发展局"],
    );
    check(
        "市财政局要牵头做好统筹，商务和投资促进局配合。",
        &["lead 市财政局", "cooperating 商务和投资促进局"],
    );
    check(
        "由科技与信息化处会同规划与财务处负责实施。",
        &["lead 科技与信息化处", "cooperating 规划与财务处"],
    );
}

#[test]
fn who_leads_does_something_at_once() {
    check("市教育局牵头抓好学校安全工作。", &["lead 市教育局"]);
    check(
        "自治区发展改革委负责牵头抓总，各有关部门按职责分工落实。",
        &["lead 自治区发展改革委", "responsible* 各有关部门"],
    );
    // What the clause behind it does is no partner's.
    check("市教育局牵头，做好学校安全工作。", &["lead 市教育局"]);
    check("充分发挥市教育局牵头抓总作用。", &[]);
    check(
        "由商丘市财政局牵头，商丘市教育局配合。",
        &["lead 商丘市财政局", "cooperating 商丘市教育局"],
    );
    check(
        "由于洪区财政局牵头，应县教育局配合。",
        &["lead 于洪区财政局", "cooperating 应县教育局"],
    );
    check(
        "市教育局和市财政局根据各自职能分工进行管理。",
        &["responsible* 市教育局/市财政局"],
    );
    check(
        "由市人民政府各相关部门，各县（市）、区人民政府负责落实。",
        &["responsible 市人民政府各相关部门/各县（市）、区人民政府"],
    );
}

#[test]
fn units_that_stand_before_their_duty() {
    check(
        "县环保局。负责加强对秸秆禁烧的监督检查。",
        &["responsible 县环保局"],
    );
    check(
        "重庆市各级财政部门负责组织实施。",
        &["responsible 重庆市各级财政部门"],
    );
    check("联系人。负责接听电话。", &[]);
}

#[test]
fn a_name_and_its_duty_may_be_parted_by_a_sign() {
    check(
        "民政局：负责低保对象认定；财政局、审计局：负责资金监管；残联，负责证件核发。",
        &[
            "responsible 民政局",
            "responsible 财政局/审计局",
            "responsible 残联",
        ],
    );
    check("联系人：民政局张三，负责人：李四。", &[]);
    check("民政局，负责同志要靠前指挥。", &[]);
    check(
        "市发改委负责会同市能源局、市自然资源局编制规划。",
        &["lead 市发改委", "cooperating 市能源局/市自然资源局"],
    );
}

#[test]
fn jointly_is_lead_and_cooperating() {
    check(
        "市医改办会同有关部门加强对医改进展的监测评估",
        &["lead 市医改办", "cooperating 有关部门"],
    );
    check(
        "市场监管总局要会同有关部门制定清单",
        &["lead 市场监管总局", "cooperating 有关部门"],
    );
    check("国办已会同国务院信息办组织力量起草了规范", &[]);
    check("企业会同用户改进产品", &[]);
}

#[test]
fn bodies_in_charge() {
    check(
        "省发展改革委负责将服务纳入规划。",
        &["responsible 省发展改革委"],
    );
    check(
        "市、区民政部门负责统筹规划",
        &["responsible 市、区民政部门"],
    );
    check("辉县市负责做好南太行景区的规划", &["responsible 辉县市"]);
    check("辉县市区负责人参加会议", &[]);
    check("第四条 市、区民政部门应当建立机制", &[]);
    check(
        "成立市级公立医院管理委员会，由市政府领导牵头，整合资源，负责公立医院的发展规划。",
        &["responsible 市级公立医院管理委员会"],
    );
    check(
        "下设市级公立医院管理委员会办公室，承担市医管委日常工作。",
        &["responsible 市级公立医院管理委员会办公室"],
    );
    check(
        "加强医改办建设，强化医改办职能，具体负责医改工作的部署",
        &["responsible 医改办"],
    );
    check(
        "宣传、卫生计生、财政等相关职能部门要各司其职、各负其责",
        &["responsible* 宣传/卫生计生/财政"],
    );
    check(
        "县级党委、政府发挥县域医共体建设的主体责任",
        &["responsible 县级党委、政府"],
    );
    check(
        "省发展改革委和省林业局为全省改造的总牵头单位",
        &["lead 省发展改革委/省林业局"],
    );
    check(
        "举办全国性活动的，由市绿化市容部门批准",
        &["responsible 市绿化市容部门"],
    );
}

#[test]
fn what_begins_as_a_person_does_is_a_duty() {
    for verb in ["制定", "制订", "编制", "编印", "制作"] {
        check(
            &format!("市财政局负责{verb}工作手册"),
            &["responsible 市财政局"],
        );
    }
    check("实行市财政局负责制", &[]);
    check("市财政局负责人要抓好落实", &[]);
}

#[test]
fn nouns_give_each_body_its_role() {
    check(
        "市财政局为牵头单位，市教育局、市审计局为配合单位。",
        &["lead 市财政局", "cooperating 市教育局/市审计局"],
    );
    check(
        "以市财政局为牵头单位，市教育局配合。",
        &["lead 市财政局", "cooperating 市教育局"],
    );
    check(
        "县融媒体中心牵头组织实施，市供销社配合做好相关工作。",
        &["lead 县融媒体中心", "cooperating 市供销社"],
    );
    check("县人民医院牵头组建医共体。", &[]);
}

#[test]
fn a_part_of_a_body_and_a_body_that_is_told() {
    check(
        "具体工作由市教育局基础教育科负责。",
        &["responsible 市教育局基础教育科"],
    );
    check(
        "由县民政局养老服务中心具体承办。",
        &["responsible 县民政局养老服务中心"],
    );
    check("由市教育局负责。", &["responsible 市教育局"]);
    check(
        "县级以上地方人民政府负责管理煤炭工业的部门依法审查办矿条件。",
        &[],
    );
    check("由县级人民政府负责管理煤炭工业的部门审查办矿条件。", &[]);
    check("市级按照省分配的号段，负责本行政区域内号段分配管理。", &[]);
}

#[test]
fn a_government_of_several_levels_acts_without_a_verb_of_duty() {
    for (text, expected) in [
        (
            "安置资金由市、县(市、区)人民政府依次从以下渠道筹措。",
            "responsible 市、县(市、区)人民政府",
        ),
        (
            "资金由市（州）、县（市、区）人民政府筹措。",
            "responsible 市（州）、县（市、区）人民政府",
        ),
        (
            "由省、市、县（市、区）人民政府分级组织。",
            "responsible 省、市、县（市、区）人民政府",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn who_is_told_to_help() {
    check(
        "税务机关依法检查，环境保护主管部门予以配合。",
        &["cooperating 环境保护主管部门"],
    );
    check(
        "县公安、交通、住建等部门密切配合，协助县林业局加大检疫力度。",
        &["cooperating 县公安/交通/住建"],
    );
    check("各地区、各部门要密切配合，形成合力。", &[]);
    check("有关部门要积极配合。", &[]);
    check(
        "必要时经市发展改革委会同市财政局批准后，可采取直接收购。",
        &[],
    );
    check("由争议各方按照有利于管理的原则协商解决。", &[]);
}

#[test]
fn a_division_of_work_before_what_is_done() {
    check(
        "市教育局、市财政局按照职责分工，共同抓好落实。",
        &["responsible* 市教育局/市财政局"],
    );
    for within in ["在各自的职责范围内", "按照各自职责"] {
        check(
            &format!("市教育局、市财政局{within}，做好监管工作。"),
            &["responsible* 市教育局/市财政局"],
        );
    }
}

#[test]
fn who_helps_those_in_charge() {
    for (text, expected) in [
        (
            "由省经贸委负责，省农业厅、环保局配合，加快建设",
            &["responsible 省经贸委", "cooperating 省农业厅/环保局"][..],
        ),
        (
            "由省经贸委承办，省农业厅、卫生厅协办。",
            &["responsible 省经贸委", "cooperating 省农业厅/卫生厅"],
        ),
        (
            "省商务厅负责此项工作，省财政厅、省税务局协助，省统计局配合。",
            &[
                "responsible 省商务厅",
                "cooperating 省财政厅/省税务局",
                "cooperating 省统计局",
            ],
        ),
        (
            "由市财政局、市农业局，各县（市）、区人民政府负责落实",
            &["responsible 市财政局/市农业局/各县（市）、区人民政府"],
        ),
        ("由市财政局、市农业局，市商务局牵头", &["lead 市商务局"]),
        (
            "由市教育局会同市财政局负责，市人社局配合",
            &[
                "lead 市教育局",
                "cooperating 市财政局",
                "cooperating 市人社局",
            ],
        ),
        (
            "省商务厅负责组织，各地加强配合。",
            &["responsible 省商务厅"],
        ),
        ("加强组织，市财政局配合。", &[]),
    ] {
        check(text, expected);
    }
}

#[test]
fn those_who_are_asked_are_told() {
    check("会议要求水务部门牵头，修改完善规划", &["lead 水务部门"]);
    check("要求市水务局牵头，修改完善规划", &["lead 市水务局"]);
    check(
        "请国土会同发改、财政等部门，制定收费标准",
        &["lead 国土", "cooperating 发改/财政"],
    );
    check("责成市住建局负责整改", &["responsible 市住建局"]);
}

#[test]
fn persons_subjects_and_nouns_are_no_assignments() {
    check("由市长担任组长，常务副市长和分管副市长担任副组长", &[]);
    check("主要职能由一位副市长统一分管、全权负责", &[]);
    check("公立医院要加强管理", &[]);
    check("实行院长负责制", &[]);
    check("由各县（市、区）党政主要负责同志至少一人任主任", &[]);
    check("院长年薪由财政全额支付", &[]);
    check("相应职能由乡镇卫生院承担", &[]);
    check("牵头部门要加强协调", &[]);
    check("社会办医疗机构可牵头组建医联体", &[]);
    check("各相关部门要结合职责分工，认真抓好落实", &[]);
    check("由主管机关责令改正", &[]);
    check("试点由点到面推开", &[]);
    check("由城东街道办事处张三主任任总指挥，统一行动", &[]);
    check("成立由城管中队6名、派出所4名队员参加的巡查队", &[]);
    check("各乡镇、街道成立相应的应急指挥部负责组织防范工作", &[]);
    check("各村（社区）建立工作站负责日常工作", &[]);
    check("各设区市政府负责落实", &["responsible 各设区市政府"]);
}

#[test]
fn agents_of_other_shapes_do_what_they_are_told() {
    for (text, expected) in [
        ("经费由当地政府统一协调保障", "responsible 当地政府"),
        ("整改进度由属地供电企业跟进", "responsible 属地供电企业"),
        ("由相关主管部门发起征询", "responsible 相关主管部门"),
        (
            "由各设区市政府办公室和新区管委会办公室提供书面材料",
            "responsible 各设区市政府办公室/新区管委会办公室",
        ),
        (
            "由各县(市、区)工科局和县(市、区)委文明办召开会议解决",
            "responsible 各县(市、区)工科局/县(市、区)委文明办",
        ),
        (
            "竣工后由建设单位或本级人民政府指定的部门组织验收",
            "responsible 建设单位/本级人民政府指定的部门",
        ),
        (
            "并由相应道路、绿化、河道的管养单位负责维护",
            "responsible 相应道路、绿化、河道的管养单位",
        ),
        (
            "由颁发该职业资格证书和执业证书的单位负责",
            "responsible 颁发该职业资格证书和执业证书的单位",
        ),
        (
            "在医院住院就医的人员，由医院按照有关规定负责登记",
            "responsible 医院",
        ),
    ] {
        check(text, &[expected]);
    }
    check(
        "由幼儿园的举办部门会同幼儿园具体制订",
        &["lead 幼儿园的举办部门", "cooperating 幼儿园"],
    );
    check(
        "由发展改革委会同中央农办、财政部等部门研究提出意见",
        &["lead 发展改革委", "cooperating 中央农办/财政部"],
    );
}

#[test]
fn agents_may_stand_behind_a_word_that_ends_as_reasons_do() {
    for (text, expected) in [
        ("日常管理由市水务局负责。", "responsible 市水务局"),
        ("环境治理由市生态环境局牵头。", "lead 市生态环境局"),
        (
            "投诉受理由市教育局负责，市财政局配合。",
            "responsible 市教育局; cooperating 市财政局",
        ),
        ("人事由市委组织部负责。", "responsible 市委组织部"),
    ] {
        check(text, &expected.split("; ").collect::<Vec<_>>());
    }
    check("申请的理由市水务局已经说明。", &[]);
}

#[test]
fn levels_of_territory_are_in_charge_as_subjects() {
    for (text, expected) in [
        (
            "县民政局负责审批，乡镇负责审核，村（社区）负责公示。",
            "responsible 县民政局; responsible 乡镇; responsible 村（社区）",
        ),
        (
            "街道负责日常管理，社区负责巡查。",
            "responsible 街道; responsible 社区",
        ),
        ("省级负责统筹，市县负责落实。", "responsible 市县"),
        ("由村（居）委会负责公示。", "responsible 村（居）委会"),
        ("由各村（居）负责落实。", "responsible 各村（居）"),
        ("由行政村负责日常管护。", "responsible 行政村"),
        ("居（村）委会负责日常管理。", "responsible 居（村）委会"),
    ] {
        check(text, &expected.split("; ").collect::<Vec<_>>());
    }
    for text in [
        "市县负责、部门协同。",
        "健全市县负责、乡镇落实的机制。",
        "坚持属地管理、街道负责。",
        "街道负责人要亲自抓。",
        "实行社区负责制。",
        "政府负责、社会协同。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn units_told_by_what_they_do_are_no_more_than_subjects() {
    for text in [
        "建设单位要落实主体责任。",
        "生产经营单位落实安全生产主体责任。",
        "设置单位要落实主体责任，建立日常巡查制度。",
        "业主单位要切实履行主体责任。",
    ] {
        check(text, &[]);
    }
    for (text, expected) in [
        ("各单位要落实主体责任。", "responsible 各单位"),
        ("各成员单位要落实主体责任。", "responsible 各成员单位"),
        ("县直各单位要履行主体责任。", "responsible 县直各单位"),
        ("各责任单位要落实主体责任。", "responsible 各责任单位"),
        ("各区政府要落实主体责任。", "responsible 各区政府"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn levels_of_territory_act_by_their_name_alone() {
    for (text, expected) in [
        (
            "由街道初审，由县民政局审批。",
            "responsible 街道; responsible 县民政局",
        ),
        ("由乡镇核定补助人数。", "responsible 乡镇"),
        ("由镇街组织验收。", "responsible 镇街"),
        ("由县区统筹安排资金。", "responsible 县区"),
        ("由乡镇（街道）审核。", "responsible 乡镇（街道）"),
        ("由街道具体组织实施。", "responsible 街道"),
        ("由区县制定实施方案。", "responsible 区县"),
        ("由街道审核后报县民政局备案。", "responsible 街道"),
        ("由各街道审核后报县民政局。", "responsible 各街道"),
        // Where the level ends, and where a name of an office goes on.
        ("由乡镇街道建立台账。", "responsible 乡镇街道"),
        ("由各乡镇街道组织验收。", "responsible 各乡镇街道"),
        ("由街道办事处组织验收。", "responsible 街道办事处"),
        ("由县区管理部门组织验收。", "responsible 县区管理部门"),
    ] {
        check(text, &expected.split("; ").collect::<Vec<_>>());
    }
    for text in [
        "职工医保由市级统筹。",
        "公共服务由街道向社区延伸。",
        "由街道选定的服务机构提供服务。",
        "由乡镇改为街道。",
        "由市县共建。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn levels_of_territory_lead_and_answer_by_their_name_alone() {
    for (text, expected) in [
        (
            "环境整治由街镇（园区）牵头，市水务局配合落实。",
            "lead 街镇（园区）; cooperating 市水务局",
        ),
        ("日常巡查由乡镇负责。", "responsible 乡镇"),
        ("宣传发动由社区牵头。", "lead 社区"),
        ("清淤由街道具体负责。", "responsible 街道"),
    ] {
        check(text, &expected.split("; ").collect::<Vec<_>>());
    }
    for text in [
        "由社区牵头人召集会议。",
        "由街道负责人审核。",
        "可由村民委员会代为管理。",
        "成立业主委员会的，可由业主委员会代业主确定意向。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn agents_of_sanctions_payments_and_their_own_affairs_have_no_duty() {
    for text in [
        "由数据资源主管部门应当责令其限期整改",
        "由公共数据主管部门通知限期整改",
        "由有权机关责令改正",
        "资金由各区财政承担",
        "由市、区两级财政按照现行体制分担",
        "具体分配由学校按规定自行处理",
        "由牵头医院根据考核结果重新分配",
        "由相关部门在后台分别办理并实施监管",
        "推动由政府部门直接受理申请",
        "后续视情况交由相关主管部门进行监管",
        "可由供养服务机构制定具体实施方案",
        "由市民政部门批准的",
        "由所在单位提出，联席会议确定",
        "由用人单位提供住所的，由用人单位登记",
        "实现由政府监管向社会共治的转变",
        "由登记责任人或者单位申报",
        "价格由申请企业和银行机构协商确定",
    ] {
        check(text, &[]);
    }
}

#[test]
fn what_tells_the_thing_done_leaves_the_duty() {
    for (text, expected) in [
        ("由市发展改革委委托有资质的机构检验。", "市发展改革委"),
        ("由市教育局组织有条件的学校开展课后服务。", "市教育局"),
        ("由市住房城乡建设局制定具体的实施细则。", "市住房城乡建设局"),
        ("由县水务局发布全县的水情信息。", "县水务局"),
        ("由市卫生健康委向社会公布名单。", "市卫生健康委"),
        ("由县级人民政府向市人民政府申请动用。", "县级人民政府"),
        ("由省发展改革委向国家发展改革委申报。", "省发展改革委"),
    ] {
        check(text, &[&format!("responsible {expected}")]);
    }
    check("由市民政局确定的机构提供服务。", &[]);
    check("由市政府认定的有资质的机构提供服务。", &[]);
    check("服务由市卫生健康部门向基层医疗机构延伸。", &[]);
}

#[test]
fn fields_of_work_that_share_a_noun_are_offices() {
    for (text, expected) in [
        (
            "由教育、公安、市场监管等部门联合开展检查。",
            "responsible 教育/公安/市场监管",
        ),
        ("由发改、财政等部门共同审核。", "responsible 发改/财政"),
        (
            "由公安、消防、应急部门联合执法。",
            "responsible 公安/消防/应急部门",
        ),
        (
            "由卫生健康、医保、药监等部门按职责分工监管。",
            "responsible* 卫生健康/医保/药监",
        ),
    ] {
        check(text, &[expected]);
    }
    check("由教育、公安等部门给予处罚。", &[]);
    check("由政府、企业双向承诺。", &[]);
}

#[test]
fn a_group_has_the_duties_behind_who_sits_in_it() {
    check(
        "联席会议由市发展改革委召集，市财政局、市商务局为成员，负责研究重要事项。",
        &["responsible 联席会议"],
    );
    check(
        "市人才工作领导小组由市委组织部牵头，负责统筹协调。",
        &["lead 市委组织部", "responsible 市人才工作领导小组"],
    );
    check(
        "工作专班由市商务局会同市财政局组建，承担日常工作。",
        &[
            "lead 市商务局",
            "cooperating 市财政局",
            "responsible 工作专班",
        ],
    );
    check(
        "日常工作由市商务局牵头，负责统筹协调。",
        &["lead 市商务局", "responsible 市商务局"],
    );
    check("由市商务局召集成员单位研究。", &["responsible 市商务局"]);
}

#[test]
fn partners_join_whom_the_sentence_is_about() {
    check(
        "市政务数据主管部门接到申请后，会同政务数据提供部门进行核查。",
        &["lead 市政务数据主管部门", "cooperating 政务数据提供部门"],
    );
    check(
        "有异议的，区民政部门自接到异议之日起10个工作日内，会同区残联重新核实。",
        &["lead 区民政部门", "cooperating 区残联"],
    );
    check(
        "市档案局可以制定办法，指导归档工作，并应当会同市大数据局推进改造。",
        &["lead 市档案局", "cooperating 市大数据局"],
    );
    check(
        "市、区民政部门负责统筹规划，会同财政部门安排经费。",
        &["responsible 市、区民政部门", "cooperating 财政部门"],
    );
    check("市民政局已完成核查，会同市财政局上报。", &[]);
    check("市政府确定的项目较多，会同市财政局上报。", &[]);
    check("做好准备，会同市财政局上报。", &[]);
    check("企业加强研发，会同用户改进产品。", &[]);
}

#[test]
fn statements_take_their_clause_and_no_more() {
    for (text, expected) in [
        (
            "居住证的式样（《登记表》）统一，由省公安机关制定。",
            "由省公安机关制定",
        ),
        (
            "发现“搭挂、交越”隐患，由电力执法办通知运营商拆除。",
            "由电力执法办通知运营商拆除",
        ),
        ("具体要求： 由市教育局负责实施。", "由市教育局负责实施"),
        (
            "市工信局及各县(市、区)工信科技局牵头推进“三线”整治，各单位要明确联络员。",
            "市工信局及各县(市、区)工信科技局牵头推进“三线”整治",
        ),
    ] {
        let mut list = Vec::new();
        find_statements(text, Span::new(0, text.len()), &[], &mut list);
        let quotes: Vec<_> = list.iter().map(|found| found.text.as_str()).collect();
        assert_eq!(quotes, [expected], "{text}");
    }
}

#[test]
fn headings_are_told_from_what_is_above_them() {
    let text = "二、分工\n区财政局：落实所需资金。";
    let own = Span::new("二、分工\n".len(), text.len());
    let mut list = Vec::new();
    heading_statement(text, own, &mut list);
    assert_eq!(shown(&list), ["responsible 区财政局"]);
    assert_eq!(list[0].text, "区财政局");
}

#[test]
fn statements_in_brackets_are_left_to_the_markers() {
    for text in [
        "（合肥海关牵头，省贸促会、省商务厅按职责分工配合）",
        "（科技部、财政部负责）",
        "市财政局（由市教育局牵头）协调。",
        "市财政局牵头单位要加强（市教育局牵头）协调。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn offices_do_what_a_sentence_says_they_do() {
    for (text, expected) in [
        (
            "清算结果由市民政部门抄送市财政部门。",
            "responsible 市民政部门",
        ),
        (
            "由省级粮食应急工作指挥部提请国家粮食应急工作指挥部进行调控。",
            "responsible 省级粮食应急工作指挥部",
        ),
        (
            "由各区卫生健康行政部门确定承担签约服务的医疗卫生机构。",
            "responsible 各区卫生健康行政部门",
        ),
        ("租金补贴的具体标准由各区自行制定。", "responsible 各区"),
        (
            "具体办法由北京市商国家计委、财政部确定。",
            "responsible 北京市",
        ),
        (
            "具体比例由省、自治区、直辖市人民政府根据本地区的实际情况规定。",
            "responsible 省、自治区、直辖市人民政府",
        ),
        ("可由市财政局审核，交由企业办理。", "responsible 市财政局"),
        ("可由企业办理，由属地企业办理。", "responsible 属地企业"),
        (
            "由市财政局审核，由申报人员公布，由主任签字。",
            "responsible 市财政局",
        ),
        (
            "由市财政局依法责令改正，由市教育局负责培训。",
            "responsible 市教育局",
        ),
        ("由审批同意的部门批准。", "responsible 审批同意的部门"),
        ("事由：市财政局负责。", "responsible 市财政局"),
        ("其他部门负责组织实施。", "responsible 其他部门"),
        ("本级人民政府负责组织实施。", "responsible 本级人民政府"),
        (
            "各街镇政府是公园城市建设的责任主体，负责细化任务。",
            "responsible 各街镇政府",
        ),
        ("市财政局承担监管责任。", "responsible 市财政局"),
        ("县级人民政府对食品安全负总责。", "responsible 县级人民政府"),
        ("各区政府要落实主体责任，共同负责。", "responsible 各区政府"),
        (
            "市财政局、市教育局要按职责分工推进。",
            "responsible* 市财政局/市教育局",
        ),
        ("各部门按职责分工协同推进。", "cooperating* 各部门"),
        (
            "市财政局、市教育局共同参与。",
            "cooperating 市财政局/市教育局",
        ),
        (
            "各县(市、区)机构编制、财政、医保等有关部门及医共体成员单位共同参与。",
            "cooperating 各县(市、区)机构编制/财政/医保/医共体成员单位",
        ),
        (
            "市工信局及各县(市、区)工信科技局牵头推进，各责任单位要明确联络员。",
            "lead 市工信局/各县(市、区)工信科技局",
        ),
        (
            "由区绿化市容局牵头，区建管委、区交通委为成员单位，统筹推进。",
            "lead 区绿化市容局",
        ),
        (
            "加强组织领导，建立市场监管部门牵头的联席会议制度。",
            "lead 市场监管部门",
        ),
        ("由市财政局牵头，企业代表高兴。", "lead 市财政局"),
        ("由市财政局牵头组织会同用户制定。", "lead 市财政局"),
        ("市（区）牵头组织实施。", "lead 市（区）"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn several_statements_of_one_sentence() {
    for (text, expected) in [
        (
            "水利部门应加强对水资源的统一管理，会同有关部门做好评价。",
            ["lead 水利部门", "cooperating 有关部门"],
        ),
        (
            "公共数据主管部门协调不成的，会同本级机构编制管理部门等单位会商；",
            ["lead 公共数据主管部门", "cooperating 本级机构编制管理部门"],
        ),
        (
            "由市财政局牵头会同市教育局制定。",
            ["lead 市财政局", "cooperating 市教育局"],
        ),
        (
            "由市财政局牵头组织会同市教育局制定。",
            ["lead 市财政局", "cooperating 市教育局"],
        ),
        (
            "由市财政局牵头，商市教育局确定。",
            ["lead 市财政局", "cooperating 市教育局"],
        ),
        (
            "由市财政局牵头，并会同市审计局检查，会同用户检查。",
            ["lead 市财政局", "cooperating 市审计局"],
        ),
        (
            "市第一医院牵头、成员单位参加。",
            ["lead 市第一医院", "cooperating 成员单位"],
        ),
        (
            "省林业局为牵头单位、市县林业局为责任单位。",
            ["lead 省林业局", "responsible 市县林业局"],
        ),
        (
            "大数据工作推进小组负责总体指导，大数据工作推进小组办公室负责推进落实。",
            [
                "responsible 大数据工作推进小组",
                "responsible 大数据工作推进小组办公室",
            ],
        ),
        (
            "由市财政局负责，并由市教育局审核。",
            ["responsible 市财政局", "responsible 市教育局"],
        ),
    ] {
        check(text, &expected);
    }
    check(
        "市财政局会同市教育局制定办法，并会同市审计局检查。",
        &[
            "lead 市财政局",
            "cooperating 市教育局",
            "cooperating 市审计局",
        ],
    );
}

#[test]
fn what_assigns_no_duty() {
    for text in [
        "根据工作部署，我局牵头制定了工作方案。",
        "我局负责组织实施。",
        "本市负责组织实施。",
        "两委负责组织实施。",
        "区委负责组织实施。",
        "财政、公安负责组织实施。",
        "“两办”负责组织实施。",
        "县政府已牵头完成。",
        "由户籍地选定居住地服务机构提供服务。",
        "情节严重的，由建设主管部门根据法律、法规的规定予以处理：",
        "由街道办事处选定的服务机构提供服务。",
        "由审批同意的单位高兴。",
        "由其主管的部门负责办理。",
        "由我省管理的单位负责办理。",
        "由县政府或乡政府管理的单位负责办理。",
        "由建设单位管理的人员负责办理。",
        "由市政府确定的或者委托的机构负责办理。",
        "由属地供电企业或用户跟进。",
        "由县政府和我局负责。",
        "由市长负责，由市财政局负责人负责。",
        "由于市财政局负责审核，由此推进，由来已久。",
        "州人民政府授权有关部门负责统筹数据管理。",
        "县人民政府确定的数据主管部门和工作人员负责数据管理。",
        "市民政局接到申请后，会同申请人核查。",
        "市财政局制定的办法，会同市教育局上报。",
        "认定其应承担责任的，实行终身追责。",
        "市财政局承担的责任重大。",
        "教育局承担责任的，市财政局承担主要责任的追究。",
        "落实主体责任。",
        "强化数据安全主体责任",
        "企业对食品安全负总责。",
        "市第一医院对医疗安全负总责。",
        "县级人民政府对食品安全负责人培训。",
        "县级人民政府对食品安全工作要尽责。",
        "注重多元主体共同参与，形成共建共享的良好氛围。",
        "市财政局共同参与。",
        "市财政局按职责分工。",
        "各部门要各司其职、各负其责。",
        "政务数据，是指政务部门在履行职责过程中制作的各类数据。",
        "省财政厅是监管的主管部门，市为辅，县为责任单位。",
        "医联体牵头医院牵头，成员单位参加。",
        "成立甲，下设科室，承担日常工作。",
    ] {
        check(text, &[]);
    }
}

#[track_caller]
fn check_item(text: &str, expected: &[&str]) {
    let own = Span::new(0, text.len());
    let mut list = Vec::new();
    heading_statement(text, own, &mut list);
    find_statements(text, own, &[], &mut list);
    assert_eq!(shown(&list), expected, "{text}");
}

#[test]
fn units_that_head_an_item_are_whom_it_is_about() {
    check_item(
        "市工信局:落实领导批示;会同市委文明办、市城市管理局召开推进会。",
        &[
            "responsible 市工信局",
            "cooperating 市委文明办/市城市管理局",
        ],
    );
    check_item(
        "区建管委\n牵头协调本区建设，负责规划修编。",
        &["lead 区建管委", "responsible 区建管委"],
    );
    check_item(
        "区建管委：负责规划修编。牵头制定标准，会同区财政局落实资金。",
        &[
            "responsible 区建管委",
            "lead 区建管委",
            "cooperating 区财政局",
        ],
    );
    check_item("区建管委：负责牵头制定标准和规范。", &["lead 区建管委"]);
    check_item(
        "会同标准化行政主管部门制定标准和规范；",
        &["cooperating 标准化行政主管部门"],
    );
}

#[test]
fn bodies_that_another_charges_are_in_charge() {
    check(
        "州人民政府授权州数据资源主管部门负责统筹全州数据管理",
        &["responsible 州数据资源主管部门"],
    );
    check(
        "县（市）人民政府确定的数据资源主管部门负责辖区内数据管理",
        &["responsible 县（市）人民政府确定的数据资源主管部门"],
    );
    check(
        "海绵设施移交给相应小区的物业管理单位负责维护",
        &["responsible 相应小区的物业管理单位"],
    );
    check(
        "县级以上人民政府负责残疾人工作的机构，负责组织、协调就业工作",
        &["responsible 县级以上人民政府负责残疾人工作的机构"],
    );
    check(
        "中国（上海）自由贸易试验区临港新片区管理委员会（以下简称管委会）作为派出机构，负责落实试点任务",
        &["responsible 中国（上海）自由贸易试验区临港新片区管理委员会"],
    );
    check("镇（街）负责受理申请", &["responsible 镇（街）"]);
    check(
        "市城乡规划、城乡建设、国土主管部门分别负责地下空间的规划管理",
        &["responsible 市城乡规划/城乡建设/国土主管部门"],
    );
    check("并指定专门机构具体负责平台的建设运维", &[]);
    check("确定牵头部门负责统筹维护", &[]);
    check("市各责任单位负责整治工作人员名单报市工信局", &[]);
    check("数据开发利用主体依法承担相应的法律责任", &[]);
}

#[test]
fn each_within_its_own_duties() {
    check(
        "各部门根据职责分工对设施的建设和维护情况进行监督",
        &["responsible* 各部门"],
    );
    check(
        "市、区发展改革、市场监管等单位按各自职责协同实施本办法",
        &["cooperating* 市、区发展改革/市场监管"],
    );
    check(
        "国务院教育行政部门和其他有关部门在职责范围内，分别负责有关的职业教育工作",
        &["responsible* 国务院教育行政部门/其他有关部门"],
    );
    check("各地区、各部门要按照职责分工抓好落实", &[]);
    check("各部门、各单位各司其职、各尽其能、通力协作", &[]);
    check("各级人民政府应当根据职责权限，严格执行法律", &[]);
}

#[track_caller]
fn check_heading(text: &str, expected: &[&str]) {
    let mut list = Vec::new();
    heading_statement(text, Span::new(0, text.len()), &mut list);
    assert_eq!(shown(&list), expected, "{text}");
}

#[test]
fn headings_of_duty_lists() {
    check_heading(
        "区规划资源局：明确绿线控制范围。",
        &["responsible 区规划资源局"],
    );
    check_heading(
        "区建管委\n\n牵头协调督促本区海绵城市建设",
        &["lead 区建管委"],
    );
    check_heading(
        "各镇、街道、开发区：加快推进本地区建设。",
        &["responsible 各镇、街道、开发区"],
    );
    check_heading("各区：加快推进本地区建设。", &["responsible 各区"]);
    check_heading(
        "各街镇、经开区\n落实属地管理责任，开展排查。",
        &["responsible 各街镇/经开区"],
    );
    check_heading(
        "各建设单位\n落实海绵设施的运行、养护工作。",
        &["responsible 各建设单位"],
    );
    check_heading(
        "移动公司、广电网络等龙岩分公司(简称“各运营商”):按照原则整治。",
        &["responsible 移动公司/广电网络"],
    );
    check_heading("区财政局：拨付资金。", &["responsible 区财政局"]);
    check_heading(
        "河东区、河西区：落实属地管理责任。",
        &["responsible 河东区/河西区"],
    );
    check_heading("各有关单位：落实管理责任。", &["responsible 各有关单位"]);
    for text in [
        "区财政局：拨付资金",
        "河东区：落实属地管理责任。",
        "市、县：落实属地管理责任。",
        "两区：落实属地管理责任。",
        "各单位：落实属地管理责任。",
        "有关单位：落实属地管理责任。",
        "各区、有关部门：落实属地管理责任。",
        "各部门、市财政局：落实属地管理责任。",
        "财政：落实属地管理责任和资金。",
        "发改、财政：落实属地管理责任。",
        "开发区、市财政局：落实属地管理责任。",
        "县、市财政局：落实属地管理责任。",
        "国企：落实属地管理责任和资金。",
        "县政府确定的部门：落实属地管理责任。",
        "市财政局、张三：落实属地管理责任。",
        "市财政局，落实属地管理责任和资金。",
        "市财政局。落实属地管理责任和资金。",
    ] {
        check_heading(text, &[]);
    }
    check_heading("各部门：加强管理和监督工作。", &[]);
    check_heading("完善制度：明确绿线控制范围。", &[]);
    check_heading("优化政府服务\n加强管理和监督。", &[]);
    check_heading("市教育局\n", &[]);
}

#[test]
fn who_carries_out_what_another_leads() {
    check(
        "由市商务局牵头，市外办配合，各县区组织实施。",
        &["lead 市商务局", "cooperating 市外办", "responsible 各县区"],
    );
    check(
        "由市发展改革委牵头组织，市工信局、市商务局分头实施。",
        &["lead 市发展改革委", "responsible 市工信局/市商务局"],
    );
    check(
        "由市商务局负责，市工信局具体落实。",
        &["responsible 市商务局", "responsible 市工信局"],
    );
    // What it sees to itself is no part of the other's duty.
    check(
        "由市商务局负责，市工信局具体落实资金保障。",
        &["responsible 市商务局"],
    );
    check("各县区宣传部门负责。", &["responsible 各县区宣传部门"]);
    check(
        "——市住建局牵头，市城管局配合。",
        &["lead 市住建局", "cooperating 市城管局"],
    );
}

#[test]
fn institutions_are_told_by_what_they_do_for_all() {
    for text in [
        "所需试剂由市疾控中心统一配送至各区疾控中心。",
        "疫苗由市疾控中心统一采购。",
        "档案由市疾控中心统一保管。",
    ] {
        check(text, &["responsible 市疾控中心"]);
    }
    check("药品由医院自主采购。", &[]);
}

#[test]
fn what_was_done_is_no_duty() {
    for text in [
        "由物价部门制定了收费标准的项目纳入报销范围。",
        "补助资金由县财政局拨付了两批。",
        "方案由市发展改革委印发了各县区。",
    ] {
        check(text, &[]);
    }
    check(
        "由街道办事处了解掌握辖区情况。",
        &["responsible 街道办事处"],
    );
}

#[test]
fn groups_have_duties() {
    check(
        "成立市级专家组，负责技术指导工作。",
        &["responsible 市级专家组"],
    );
    check(
        "成立市级应急处置专家组（附件6），负责指导工作。",
        &["responsible 市级应急处置专家组"],
    );
    check(
        "成立技术指导组（名单见附件），承担技术指导工作。",
        &["responsible 技术指导组"],
    );
    check("由医疗救治组牵头。", &["lead 医疗救治组"]);
    check("由县督导组开展督导检查。", &["responsible 县督导组"]);
    check("由检查组组长签字确认。", &[]);
}

/// The lines of a list of duties, each as what it opens with and whose duty it is.
#[track_caller]
fn check_lines(text: &str, expected: &[&str]) {
    let lines = duty_lines(text, Span::new(0, text.len()));
    let found: Vec<String> = lines
        .iter()
        .map(|line| shown(&line.responsibilities).join(" | "))
        .collect();
    assert_eq!(found, expected, "{text}");
    assert!(lines.iter().all(|line| line.is_paragraph));
}

#[test]
fn lines_of_a_list_without_numbers_open_with_whose_duty_they_are() {
    check_lines(
        "成员单位职责\n县公安局：负责现场警戒。\n县人武部：组织民兵参加抢险。\n县气象局：及时提供信息。",
        &[
            "responsible 县公安局",
            "responsible 县人武部",
            "responsible 县气象局",
        ],
    );
    check_lines(
        "——市住建局：负责建筑领域整治；\n●市交通局、市公安局：联合开展路面执法；",
        &["responsible 市住建局", "responsible 市交通局/市公安局"],
    );
    // What does not open with a verb counts among what does.
    check_lines(
        "区市场监管局：牵头制定方案。\n区教育局：负责督促学校。\n区公安分局：依法打击违法行为。\n供销社：协助做好物资供应工作。",
        &[
            "lead 区市场监管局",
            "responsible 区教育局",
            "responsible 区公安分局",
            "cooperating 供销社",
        ],
    );
    check_lines(
        "派出所：负责维护火场秩序。\n财政所：落实扑火经费。\n卫生院：做好伤员救治。",
        &[
            "responsible 派出所",
            "responsible 财政所",
            "responsible 卫生院",
        ],
    );
    check_lines(
        "分工如下：\n县水利局：负责水源调度。",
        &["responsible 县水利局"],
    );
    check_lines(
        "县公安局：\n负责现场警戒。\n\n县交通局：\n组织抢修受损道路。\n",
        &["responsible 县公安局", "responsible 县交通局"],
    );
    check_lines(
        "抢险救援组：由县应急局牵头，县人武部参加，负责搜救。\n灾民安置组：由县民政局牵头，负责安置。",
        &[
            "responsible 抢险救援组 | lead 县应急局 | cooperating 县人武部",
            "responsible 灾民安置组 | lead 县民政局",
        ],
    );
    for text in [
        "市教育局：张三，电话12345678。\n市财政局：李四，电话12345679。",
        "记者：请介绍背景。\n省医保局：按照国家部署，我们出台了政策。\n省医保局：为了方便群众，我们简化手续。",
        "指导思想：坚持以人民为中心。\n基本原则：坚持政府主导。\n工作目标：完成改造任务。",
        "各县人民政府：\n现将方案印发给你们。",
        "派出所：落实安保经费。\n财政所：落实扑火经费。",
        "市教育局：组织培训教师。",
    ] {
        check_lines(text, &[]);
    }
}

#[test]
fn clauses_that_are_bodies_and_their_verb() {
    check(
        "市委宣传部统筹，市教育局落实，各学校具体实施。",
        &[
            "lead 市委宣传部",
            "responsible 市教育局",
            "responsible 各学校",
        ],
    );
    check(
        "建立机制，由市委宣传部统筹、市教育局主办，各区承办。",
        &[
            "lead 市委宣传部",
            "responsible 市教育局",
            "responsible 各区",
        ],
    );
    check(
        "县教育局是第一责任单位，县卫健局是协助单位。",
        &["responsible 县教育局", "cooperating 县卫健局"],
    );
    // Whose event it is, and what has no body.
    for other in [
        "本次活动由市教育局主办，市体育局承办，各区教育局协办。",
        "坚持政府统筹，部门落实，社会参与。",
        "做到县级统筹、乡镇落实、村级参与。",
    ] {
        check(other, &[]);
    }
}

#[test]
fn agents_that_do_so_no_more() {
    for text in [
        "取消由公共就业人才服务机构在协议书上签章的环节。",
        "不再由街道办事处开具证明。",
        "停止由乡镇政府代收费用。",
        "避免由市财政局重复拨付资金。",
    ] {
        check(text, &[]);
    }
    check(
        "取消签章环节，由街道办事处开具证明。",
        &["responsible 街道办事处"],
    );
}

#[test]
fn one_body_of_many_is_none() {
    check("由一家牵头部门统一受理、配合部门分头办理。", &[]);
    check("明确由一家单位负责建设。", &[]);
    check("由某个部门负责审核。", &[]);
}

#[test]
fn a_clause_says_which_of_the_bodies_are_meant() {
    check(
        "由所涉及的省政府办公厅、住房城乡建设厅、商务厅等省级主管部门（单位）牵头完成自查报告，其他相关部门（单位）配合。",
        &[
            "lead 省政府办公厅/住房城乡建设厅/商务厅",
            "cooperating 其他相关部门（单位）",
        ],
    );
    check("由涉及的市教育局牵头落实。", &["lead 市教育局"]);
    check(
        "由所涉及的市住房城乡建设局、市财政局负责落实。",
        &["responsible 市住房城乡建设局/市财政局"],
    );
}

#[test]
fn what_is_to_be_done_with_a_body_is_no_head_of_its_duties() {
    let duty = "\n整合利用现有基础，逐步完善功能。";
    for heading in [
        "搭建体检信息系统",
        "建好信用中心",
        "做强产业投资集团",
        "建强中心卫生院",
        "充实农业服务中心",
        "用活数字管理系统",
    ] {
        check_heading(&format!("{heading}{duty}"), &[]);
    }
    check_heading(
        &format!("农业服务中心{duty}"),
        &["responsible 农业服务中心"],
    );
}

#[test]
fn others_may_stand_beside_fields_that_a_noun_closes() {
    for (text, expected) in [
        (
            "由公安、交通运输、应急等部门和各镇街共同开展整治。",
            "responsible 公安/交通运输/应急/各镇街",
        ),
        (
            "由市教育局等部门、各县区政府组织实施。",
            "responsible 市教育局/各县区政府",
        ),
        (
            "由公安、消防救援以及教育、民政等相关部门开展排查。",
            "responsible 公安/消防救援/教育/民政",
        ),
        (
            "由卫生健康等部门及乡镇人民政府负责落实。",
            "responsible 卫生健康/乡镇人民政府",
        ),
    ] {
        check(text, &[expected]);
    }
    check("由民政等部门和社会力量共同参与。", &[]);
}

#[test]
fn slogans_name_no_government() {
    for text in [
        "建立由政府牵头、企业支持、专业权威的专家队伍，进行指导。",
        "形成由政府统筹、企业主体、社会参与的共治格局。",
        "构建由党委牵头、群众参与的工作机制。",
    ] {
        check(text, &[]);
    }
    check("由政府牵头制定方案。", &["lead 政府"]);
    check(
        "建立由县发改局牵头、县财政局配合的工作机制。",
        &["lead 县发改局", "cooperating 县财政局"],
    );
}

#[test]
fn others_may_do_what_one_leads() {
    for words in ["组织落实", "组织实施", "推动落实", "组织推进", "协调推进"]
    {
        check(
            &format!("市民政局牵头，各区政府{words}。"),
            &["lead 市民政局", "responsible 各区政府"],
        );
    }
    check("市民政局牵头，各项工作有序推进。", &["lead 市民政局"]);
    check("市民政局牵头，社会组织发展。", &["lead 市民政局"]);
    // What each of the others does straight behind its name, by name.
    check(
        "由县民政局牵头，县财政局做好资金保障，县审计局提供咨询，各乡镇抓好落实。",
        &[
            "lead 县民政局",
            "responsible 县财政局",
            "cooperating 县审计局",
            "responsible 各乡镇",
        ],
    );
    check(
        "由县民政局负责，县财政局做好资金保障，各乡镇配合。",
        &[
            "responsible 县民政局",
            "responsible 县财政局",
            "cooperating 各乡镇",
        ],
    );
    check(
        "市工信局牵头组织推进，各责任单位要明确负责人。",
        &["lead 市工信局"],
    );
    check(
        "市发改委负责审核汇总，逐级报至省发改委汇总。",
        &["responsible 市发改委"],
    );
}

#[test]
fn persons_and_those_who_make_up_a_group_are_no_bodies() {
    check(
        "各居委综治条线工作人员，要会同物业管理人员组成工作小组，落实日常巡查。",
        &[],
    );
    check(
        "由领导小组成员单位负责督办。",
        &["responsible 领导小组成员单位"],
    );
    check(
        "县公安局会同各乡镇人民政府组成联合执法队，开展整治。",
        &["lead 县公安局", "cooperating 各乡镇人民政府"],
    );
}

#[test]
fn a_role_in_brackets_is_of_the_bodies_before_it() {
    check(
        "县公安局（牵头单位）负责案件查处，县应急局（配合单位）提供名单。",
        &["lead 县公安局", "cooperating 县应急局"],
    );
    check(
        "由县公安局(牵头单位)、县应急局(配合单位)组织实施。",
        &["lead 县公安局", "cooperating 县应急局"],
    );
    check(
        "县发改局（牵头部门）会同县商务局（配合部门）做好储备。",
        &["lead 县发改局", "cooperating 县商务局"],
    );
    check(
        "县应急局、县公安局（牵头）负责检查。",
        &["lead 县公安局", "responsible 县应急局"],
    );
    check(
        "县应急局、县交通局（责任单位）：做好检查工作。",
        &["responsible 县应急局/县交通局"],
    );
}

#[test]
fn a_bracket_with_no_role_of_a_body_before_it_gives_none() {
    check("压实行业主管部门（牵头单位）责任。", &[]);
    check("建立河长（责任单位）台账，明确职责。", &[]);
    check("各县（市、区）人民政府（以下称主管部门）。", &[]);
    check("责任单位（牵头）：县商务局", &[]);
}

#[test]
fn bodies_do_what_a_person_answers_for() {
    check(
        "由王某总工负责，环境监测处落实。",
        &["responsible 环境监测处"],
    );
    check(
        "由王某、李某副厅长分别负责，环境监测处、环境影响评价处分别落实。",
        &["responsible 环境监测处/环境影响评价处"],
    );
    check("由王某总工负责。", &[]);
    check("由王某总工负责，要抓好落实。", &[]);
}
