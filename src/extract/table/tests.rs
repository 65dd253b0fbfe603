//! Tables in the shapes that plans, work plans and bulletins have, and tables of other
//! things, which yield nothing.

use crate::extract::target::tests::shown as words_of;
use crate::model::{Date, Deadline, Nature, Target, TargetStatus};

/// A page of a plan of 2021 with a table; cells are parted by `|`, and `a/2x3` spans two
/// columns and three rows.
fn page(title: &str, caption: &str, table: &str) -> String {
    let mut html = format!(
        "<html><body><h1>{title}</h1><p>某政发〔2021〕5号</p><p>一、主要指标</p>\
         <p>指标如下。</p><p>{caption}</p><table>"
    );
    for row in table.lines() {
        html.push_str("<tr>");
        for cell in row.trim().split('|') {
            let (words, span) = cell.split_once("@").unwrap_or((cell, "1x1"));
            let (columns, rows) = span.split_once('x').unwrap();
            html.push_str(&format!(
                "<td colspan=\"{columns}\" rowspan=\"{rows}\">{words}</td>"
            ));
        }
        html.push_str("</tr>");
    }
    html.push_str("</table><p>二、保障措施</p><p>加强领导。</p></body></html>");
    html
}

/// Path, words, deadline and standing of a target, in a line.
fn shown(target: &Target) -> String {
    let per = target
        .per
        .as_ref()
        .map_or(String::new(), |per| format!(" {per}"));
    let date = target
        .deadline
        .map_or(String::new(), |date| format!(" {date}"));
    let status = match target.status {
        TargetStatus::Planned => "",
        TargetStatus::Achieved => " achieved",
        TargetStatus::Condition => " condition",
    };
    let nature = match target.nature {
        Some(Nature::Binding) => " binding",
        Some(Nature::Anticipatory) => " anticipatory",
        None => "",
    };
    format!(
        "{} {}{per}{date}{status}{nature}",
        target.path.as_deref().unwrap_or(""),
        words_of(target),
    )
}

#[track_caller]
fn says_in(input: &str, expected: &[&str]) {
    let document = crate::parse(input.as_bytes()).unwrap().document;
    for target in &document.targets {
        assert_eq!(target.quote, document.text[target.span.range()]);
    }
    let found: Vec<String> = document.targets.iter().map(shown).collect();
    assert_eq!(found, expected, "{}", document.text);
}

#[track_caller]
fn says(table: &str, expected: &[&str]) {
    says_in(
        &page("某市卫生健康发展规划", "主要发展指标", table),
        expected,
    );
}

const PLAN: &str = "某市国民经济和社会发展第十四个五年规划";

#[test]
fn every_year_is_a_target_and_past_years_are_achieved() {
    says(
        "序号|指标名称|单位|2020年|2025年|属性\n\
         1|森林覆盖率|%|40.1|≥42|约束性\n\
         2|用水总量|亿立方米|2.1|2.3以内|约束性\n\
         3|常住人口|万人|50|55左右|预期性",
        &[
            "表1 森林覆盖率 =40.1% 2020 achieved binding",
            "表1 森林覆盖率 >=42% 2025 binding",
            "表1 用水总量 =210000000立方米 2020 achieved binding",
            "表1 用水总量 <=230000000立方米 2025 binding",
            "表1 常住人口 =500000人 2020 achieved anticipatory",
            "表1 常住人口 ~550000人 2025 anticipatory",
        ],
    );
}

#[test]
fn headers_of_two_rows_are_joined_and_categories_are_no_names() {
    let table = "类别@1x2|指标@2x2|2020年@1x2|“十四五”目标@2x1|属性@1x2\n\
                 2025年|年均增长〔累计〕\n\
                 经济发展@1x3|1|地区生产总值（亿元）|1000|1500|6.5%左右|预期性\n\
                 2|全员劳动生产率增长（%）|—|—|>7|预期性\n\
                 3|单位地区生产总值能耗降低（%）|-|-|〔13.5〕|约束性\n\
                 民生福祉|4|每千人口执业医师数（人）|2.9|3.2||预期性";
    says_in(
        &page(PLAN, "专栏1 主要指标", table),
        &[
            "表1 地区生产总值 =100000000000元 2020 achieved anticipatory",
            "表1 地区生产总值 =150000000000元 2025 anticipatory",
            "表1 地区生产总值 ~+6.5% 年均 2025 anticipatory",
            "表1 全员劳动生产率增长 >+7% 年均 2025 anticipatory",
            "表1 单位地区生产总值能耗降低 =-13.5% 2025 binding",
            "表1 执业医师数 =2.9人 每千人口 2020 achieved anticipatory",
            "表1 执业医师数 =3.2人 每千人口 2025 anticipatory",
        ],
    );
}

#[test]
fn the_unit_of_an_upper_head_is_that_of_those_below_it() {
    let table = "县区@1x2|高标准农田（万亩）@2x1|农村改厕（户）@1x2\n新建|改造\n\
                 甲县|2|1.5|1200\n乙县|3|1|2000";
    says_in(
        &page("某市工作方案", "2021年各县区目标任务分解表", table),
        &[
            "表1 甲县高标准农田新建 =20000亩 2021",
            "表1 甲县高标准农田改造 =15000亩 2021",
            "表1 甲县农村改厕 =1200户 2021",
            "表1 乙县高标准农田新建 =30000亩 2021",
            "表1 乙县高标准农田改造 =10000亩 2021",
            "表1 乙县农村改厕 =2000户 2021",
        ],
    );
}

#[test]
fn changes_have_the_year_that_they_are_compared_with() {
    let table = "指标|2020年|2025年|2025年比2020年增长\n\
                 化学需氧量排放总量（万吨）|2551.7|2347.6|-8%\n\
                 水质优良断面比例（%）|55|>60|5个百分点";
    says(
        table,
        &[
            "表1 化学需氧量排放总量 =25517000吨 2020 achieved",
            "表1 化学需氧量排放总量 =23476000吨 2025",
            "表1 化学需氧量排放总量 =-8% 2025",
            "表1 水质优良断面比例 =55% 2020 achieved",
            "表1 水质优良断面比例 >60% 2025",
            "表1 水质优良断面比例 =+5个百分点 2025",
        ],
    );
    let document = crate::parse(page(PLAN, "", table).as_bytes())
        .unwrap()
        .document;
    let baseline = document.targets[2].baseline.as_ref().unwrap();
    assert_eq!(
        baseline.date.map(|date| date.to_string()).as_deref(),
        Some("2020")
    );
}

#[test]
fn words_in_cells_are_read_as_sentences_about_the_indicator() {
    says(
        "指标|目标值|指标说明\n\
         签约服务覆盖率|2023年达到30%，力争2035年达到75%|签约人数占常住人口的比例\n\
         空气质量优良天数比率|完成省下达任务|按国家标准\n\
         居民健康素养水平|持续提升|抽查样本不少于1000人\n\
         公共场所无障碍设施|全覆盖|现场查看",
        &[
            "表1 签约服务覆盖率 =30% 2023",
            "表1 签约服务覆盖率 =75% 2035",
            "表1 抽查样本 >=1000人 condition",
            "表1 公共场所无障碍设施 =100%",
        ],
    );
}

#[test]
fn columns_of_subjects_measure_what_their_head_says() {
    says_in(
        &page(
            "关于印发实施方案的通知",
            "各区2022年任务分配表",
            "区域|新增床位（张）|改造站点（个）|备注\n东区|100|3|\n西区|50-60|2|\n合计|160|5|",
        ),
        &[
            "表1 东区新增床位 =+100张 2022",
            "表1 东区改造站点 =3个 2022",
            "表1 西区新增床位 =+50..60张 2022",
            "表1 西区改造站点 =2个 2022",
            "表1 新增床位合计 =+160张 2022",
            "表1 改造站点合计 =5个 2022",
        ],
    );
}

#[test]
fn years_may_stand_in_rows() {
    says(
        "年份|床位数（张）|病床使用率（%）\n2019年|500|80\n2025年|800|≥85",
        &[
            "表1 床位数 =500张 2019 achieved",
            "表1 病床使用率 =80% 2019 achieved",
            "表1 床位数 =800张 2025",
            "表1 病床使用率 >=85% 2025",
        ],
    );
}

#[test]
fn the_unit_may_stand_above_the_table() {
    says_in(
        &page(
            PLAN,
            "主要指标（单位：万元）",
            "指标|2020年|2025年\n财政收入|100|150",
        ),
        &[
            "表1 财政收入 =1000000元 2020 achieved",
            "表1 财政收入 =1500000元 2025",
        ],
    );
}

#[test]
fn bulletins_tell_what_was_achieved() {
    says_in(
        &page(
            "某县2020年国民经济和社会发展统计公报",
            "主要产品产量",
            "产品名称|计量单位|产量|较上年±%\n水泥|万吨|15|-3.5\n发电量|万度|20|8.1",
        ),
        &[
            "表1 水泥产量 =150000吨 2020 achieved",
            "表1 水泥产量 =-3.5% 2020 achieved",
            "表1 发电量 =200000度 2020 achieved",
            "表1 发电量 =+8.1% 2020 achieved",
        ],
    );
}

#[test]
fn a_table_of_duties_may_hold_indicators() {
    says(
        "序号|指标|2025年目标|牵头单位\n1|床位数（张）|800|市卫生健康委\n2|参保率|95%以上|市医保局",
        &["表1.1 床位数 =800张 2025", "表1.2 参保率 >=95% 2025"],
    );
}

#[test]
fn a_table_of_duties_may_have_two_rows_of_heads() {
    let table = "指标@1x2|2025年目标@2x1|责任单位@1x2\n总量|增速（%）\n\
                 地区生产总值（亿元）|320|6.5|县发改局\n零售总额（亿元）|150|7|县商务局";
    says_in(
        &page(PLAN, "", table),
        &[
            "表1.1 地区生产总值 =32000000000元 2025",
            "表1.1 地区生产总值 =+6.5% 2025",
            "表1.2 零售总额 =15000000000元 2025",
            "表1.2 零售总额 =+7% 2025",
        ],
    );
}

#[test]
fn cells_of_a_table_are_no_sentences_of_the_section_above() {
    says(
        "序号|工作任务|责任单位\n1|建设医院3所|市卫生健康委\n2|培训医生200名|市教育局",
        &["表1.1 建设医院 =3所", "表1.2 培训医生 =200名"],
    );
}

#[test]
fn lines_of_text_hold_cells_too() {
    let head =
        "某县水安全规划\n某政发〔2021〕5号\n\n一、规划目标\n指标如下。\n表1 主要指标\n";
    let expected = [
        "表1 用水总量 =210000000立方米 2020 achieved binding",
        "表1 用水总量 <=230000000立方米 2025 binding",
        "表1 自来水普及率 =85% 2020 achieved anticipatory",
        "表1 自来水普及率 =90% 2025 anticipatory",
    ];
    let rows = [
        ["指标名称", "单位", "2020年", "2025年", "属性"],
        ["用水总量", "亿立方米", "2.1", "≤2.3", "约束性"],
        ["自来水普及率", "%", "85", "90", "预期性"],
    ];
    for separator in ["\t", "   ", " ", "\n", "\n\n"] {
        let table: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
        let text = format!("{head}{}\n\n二、任务\n加强领导。", table.join("\n"));
        says_in(&text, &expected);
    }
    let bars: Vec<String> = rows
        .iter()
        .map(|row| format!("| {} |", row.join(" | ")))
        .collect();
    let table = format!(
        "{}\n|---|---|---|---|---|\n{}",
        bars[0],
        bars[1..].join("\n")
    );
    says_in(&format!("{head}{table}\n\n二、任务\n加强领导。"), &expected);
}

#[test]
fn numbered_lines_are_rows_as_long_as_their_columns_are_certain() {
    let text = "某县建设方案\n某政发〔2021〕5号\n各区2025年任务分配表\n序号\n区域\n新增容量（MW）\n\
                新增站点\n1\n东区\n0.3-0.4\n1\n2\n西区\n2\n3\n3\n南区\n未定\n合计\n3\n4\n";
    says_in(
        text,
        &[
            "表1 东区新增容量 =+0.3..0.4MW 2025",
            "表1 东区新增站点 =+1 2025",
            "表1 西区新增容量 =+2MW 2025",
            "表1 西区新增站点 =+3 2025",
        ],
    );
}

#[test]
fn glued_cells_are_reported() {
    let input = page(
        PLAN,
        "",
        "指标|2025年\n覆盖率（%）|76.780.5\n巩固率（%）|96",
    );
    let document = crate::parse(input.as_bytes()).unwrap().document;
    let codes: Vec<_> = document
        .diagnostics
        .iter()
        .map(|d| d.code.as_str())
        .collect();
    assert_eq!(codes, ["target/unreadable-number"]);
    says_in(&input, &["表1 巩固率 =96% 2025"]);
}

#[test]
fn other_tables_hold_no_indicators() {
    for table in [
        "姓名|单位|联系电话|2021年考核得分\n张三|市教育局|13800000000|95",
        "项目|收费标准（元/次）|备注\n挂号费|10|\n诊查费|20|",
        "考核指标|分值|得分\n签约率|10|9\n满意度|5|5",
        "岗位|招聘人数|年龄\n护士|5|35周岁以下",
        "单位|电话\n市教育局|88888888",
        "序号|项目名称|面积（公顷）\n1|东公园|450\n2|西公园|478",
        "一级指标|二级指标|指标性质|指标说明\n质量|手术占比|定量|手术数/总数×100%",
    ] {
        says(table, &[]);
    }
}

/// The rows of duties of a text: path, task, bodies by role, deadline.
#[track_caller]
fn assigns(text: &str, expected: &[&str]) {
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let tasks = document
        .tasks
        .iter()
        .filter(|task| task.path.starts_with('表'));
    let found: Vec<String> = tasks
        .map(|task| {
            let bodies: Vec<_> = task
                .responsibilities
                .iter()
                .map(|duty| {
                    let names: Vec<_> =
                        duty.departments.iter().map(|d| d.name.as_str()).collect();
                    format!("{:?} {}", duty.role, names.join("、"))
                })
                .collect();
            let date = task.deadline_text.as_deref().unwrap_or("");
            format!("{} {} {} {date}", task.path, task.text, bodies.join(" "))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

const DUTIES: &str = "某县人民政府办公室关于重点督办2016年民生实事的通知\n某府办〔2016〕20号\n各乡镇人民政府：\n\
                      现将任务分解下达。\n附件\n任务分解表\n";

#[test]
fn bodies_may_stand_one_below_another() {
    let table = "序号\n民生实事\n责任单位\n完成时限\n1\n启动建设综合治理工程。\n县水务局\n县住建局\n\
                 县护城河指挥部\n12月底前\n2\n建成县残疾人综合服务中心。\n县残联\n5月底前动工\n3\n\
                 开工建设养老楼。\n县民政局\n5月底前动工\n开工建设老年大学。\n12月底前\n4\n\
                 新建中心幼儿园。\n县教科局\n县代建中心\n12月底前\n分享到：\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 启动建设综合治理工程。 Responsible 县水务局、县住建局、县护城河指挥部 12月底前",
            "表1.2 建成县残疾人综合服务中心。 Responsible 县残联 5月底前动工",
            "表1.3#1 开工建设养老楼。 Responsible 县民政局 5月底前动工",
            "表1.3#2 开工建设老年大学。 Responsible 县民政局 12月底前",
            "表1.4 新建中心幼儿园。 Responsible 县教科局、县代建中心 12月底前",
        ],
    );
}

#[test]
fn a_row_that_is_not_certain_does_not_end_the_table() {
    // The cells of those who cooperate may be broken into lines.
    let table = |roles: &str, more: &str| {
        format!(
            "一、任务\n任务清单\n序号\n任务内容\n{roles}\n完成时限\n\
             1\n清淤河道。\n市水务局\n市财政局\n2023年6月\n\
             2\n修建泵站。\n市住建局\n市水务局\n{more}2023年9月\n\
             3\n开展演练。\n市应急局\n市教育局\n2023年\n"
        )
    };
    assigns(
        &table("牵头部门\n配合部门", "市公安局\n"),
        &[
            "表1.1 清淤河道。 Lead 市水务局 Cooperating 市财政局 2023年6月",
            "表1.2 修建泵站。 Lead 市住建局 Cooperating 市水务局、市公安局 2023年9月",
            "表1.3 开展演练。 Lead 市应急局 Cooperating 市教育局 2023年",
        ],
    );
    // Who else leads or answers for it is not known: the row is left out.
    assigns(
        &table("责任部门\n牵头部门", "市公安局\n"),
        &[
            "表1.1 清淤河道。 Responsible 市水务局 Lead 市财政局 2023年6月",
            "表1.3 开展演练。 Responsible 市应急局 Lead 市教育局 2023年",
        ],
    );
}

#[test]
fn numbers_may_leave_some_out_and_rows_have_headings() {
    let table = "序号\n重点工作任务\n主要责任单位\n协同配合单位\n一、主要预期目标\n3\n\
                 固定资产投资增长7.5%左右。\n区发改委\n区工信局、区住建局，各乡镇人民政府。\n\
                 二、扩投资\n六、惠民生\n68\n推进义务教育优质均衡发展。\n区教育局\n区政府有关部门。\n69\n\
                 引进优质教育资源。\n区教育局\n区投资促进中心。\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.3 固定资产投资增长7.5%左右。 Responsible 区发改委 Cooperating 区工信局、区住建局、各乡镇人民政府 ",
            "表1.68 推进义务教育优质均衡发展。 Responsible 区教育局 Cooperating 区政府有关部门 ",
            "表1.69 引进优质教育资源。 Responsible 区教育局 Cooperating 区投资促进中心 ",
        ],
    );
    // Numbers without bodies between them are no rows.
    assigns(
        &format!("{DUTIES}序号\n工作任务\n责任单位\n3\n说明\n5\n其他\n"),
        &[],
    );
}

#[test]
fn cells_of_groups_stand_before_the_first_row_only() {
    let table = "工作任务 | 具体要求 | 责任单位 | 时限要求 | ||\n\
                 一、公开 | （一）信息公开。 | 1 | 进一步增强政策文件制定的透明度。 | 各县人民政府、市政府各有关部门负责落实 | 持续推进 |\n\
                 2 | 开设行业帮扶政策公开专题。 | 市财政局 | 年底前 | ||\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 进一步增强政策文件制定的透明度。 Responsible 各县人民政府、市政府各有关部门 持续推进",
            "表1.2 开设行业帮扶政策公开专题。 Responsible 市财政局 年底前",
        ],
    );
}

#[test]
fn bars_may_stand_between_lines_with_a_cell_each() {
    let table = "|\n序号\n|\n决策事项\n|\n责任单位\n|\n|\n1\n|\n法治建设系列规划\n|\n区司法局\n|\n|\n2\n|\n\
                 妇女发展纲要\n|\n区妇联\n|\n";
    let expected = [
        "表1.1 法治建设系列规划 Responsible 区司法局 ",
        "表1.2 妇女发展纲要 Responsible 区妇联 ",
    ];
    assigns(&format!("{DUTIES}{table}"), &expected);
    let table = "序号 |\n决策事项 |\n责任单位 |\n1 |\n法治建设\n系列规划 |\n区司法局 |\n2 |\n妇女发展纲要 |\n区妇联 |\n";
    let expected = [
        "表1.1 法治建设\n系列规划 Responsible 区司法局 ",
        "表1.2 妇女发展纲要 Responsible 区妇联 ",
    ];
    assigns(&format!("{DUTIES}{table}"), &expected);
}

#[test]
fn who_and_by_when_close_the_rows_of_a_table_without_a_head_for_numbers() {
    let table = "工作任务\n|\n具体要求\n|\n责任科室\n|\n时限要求\n|\n公开文件\n|\n1\n|\n\
                 清理行政规范性文件并公布目录。\n|\n办公室\n|\n年底前\n|\n强化解读\n|\n2\n|\n\
                 提升政策解读质量。\n|\n各科室\n|\n持续推进\n|\n3\n|\n丰富解读形式。\n|\n办公室\n|\n2021年6月底前\n|\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 清理行政规范性文件并公布目录。 Responsible 办公室 年底前",
            "表1.2 提升政策解读质量。 Responsible 各科室 持续推进",
            "表1.3 丰富解读形式。 Responsible 办公室 2021年6月底前",
        ],
    );
    // Without bars, or with one row, nothing tells.
    assigns(&format!("{DUTIES}{}", table.replace("|\n", "")), &[]);
    let row =
        "工作任务\n|\n责任科室\n|\n时限要求\n|\n清理文件。\n|\n办公室\n|\n年底前\n|\n";
    assigns(&format!("{DUTIES}{row}"), &[]);
}

#[test]
fn the_date_tells_that_an_office_stands_under_its_head() {
    let table = "序号\n\n工作任务\n\n责任处室\n\n完成时限\n\n1\n\n推进单位预算公开。\n\n装财处牵头，办公室配合。\n\n\
                 11月底前\n\n2\n\n围绕重点工作深度解读。\n\n各业务处室。\n\n持续推进\n\n3\n\n开展政策解读。\n\n办公室\n\n12月底前\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 推进单位预算公开。 Lead 装财处 Cooperating 办公室 11月底前",
            "表1.2 围绕重点工作深度解读。 Responsible 各业务处室 持续推进",
            "表1.3 开展政策解读。 Responsible 办公室 12月底前",
        ],
    );
}

#[test]
fn a_row_of_a_barred_table_may_lack_cells_behind_its_bodies() {
    let table = "序号 |\n责任单位 |\n实施内容 |\n协同单位 |\n分管 领导 |\n最新进度 |\n备注 |\n15 |\n区民政局 |\n\
                 新增养老床位不少于300张。 |\n区财政局 区住建局 各镇政府 |\n已新增床位100张。 |\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.15 新增养老床位不少于300张。 Responsible 区民政局 Cooperating 区财政局、区住建局、各镇政府 ",
        ],
    );
}

#[test]
fn what_has_been_done_is_not_the_task_of_a_row_with_merged_cells() {
    let table = "序号\n工作任务\n牵头单位\n负责科室\n完成时间\n进展情况（一季度）\n1\n新增助餐点15个\n区民政局\n养老服务科\n11月底前\n\
                 已建成助餐点3个，其余12个助餐点正在装修。\n2\n新增床位100张\n目前已完成选址，正在办理有关手续。\n3\n\
                 开展服务活动300场\n目前已累计开展服务活动73场。\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 新增助餐点15个 Lead 区民政局 11月底前",
            "表1.2 新增床位100张 Lead 区民政局 ",
            "表1.3 开展服务活动300场 Lead 区民政局 ",
        ],
    );
}

#[test]
fn heads_of_groups_of_rows_are_no_sections() {
    let table = "序号\n\n重点任务\n\n责任单位\n\n一、主要目标\n\n3\n\n投资增长7%。\n\n市发改委\n\n二、扩大投资\n\n\
                 4\n\n建设公园2个。\n\n市住建局\n";
    let document = crate::parse(format!("{DUTIES}{table}").as_bytes()).unwrap();
    assert_eq!(document.document.sections.len(), 0);
    assert_eq!(document.document.tasks.len(), 2);
}

/// A notice whose table has a blank line between cells, some of which run over lines.
const PARTED: &str = "序号\n\n任务类型\n\n重点内容\n\n责任单位\n\n参考文件\n\n1\n\n示范\n项目\n\n\
                      建设内容包括：（1）新建绿道5公里；（2）改造公园3个。\n\n区建设管理委、\n区水务局，\n\
                      各街镇\n\n《某区水利\n规划》\n\n序号\n\n任务类型\n\n重点内容\n\n责任单位\n\n参考文件\n\n2\n\n\
                      雨水\n系统\n\n持续排查。\n推进改造。\n到2025年底，处理率达到99%。\n\n区水务局、\n各街镇\n\n《某区规划》\n";

#[test]
fn blank_lines_may_part_cells_of_several_lines() {
    assigns(
        &format!("{DUTIES}{PARTED}"),
        &[
            "表1.1 建设内容包括：（1）新建绿道5公里；（2）改造公园3个。 \
             Responsible 区建设管理委、区水务局、各街镇 ",
            "表1.2 持续排查。\n推进改造。\n到2025年底，处理率达到99%。 Responsible 区水务局、各街镇 到2025年底",
        ],
    );
}

#[test]
fn points_that_a_cell_counts_are_no_items() {
    let parts = "三、保障措施\n（一）加强领导。\n（二）加强宣传。\n附件\n任务分解表\n";
    let document = crate::parse(format!("{DUTIES}{parts}{PARTED}").as_bytes()).unwrap();
    let paths: Vec<_> = { document.document.tasks.iter() }
        .map(|task| task.path.as_str())
        .collect();
    assert_eq!(paths, ["附件.三.(一)", "附件.三.(二)", "表1.1", "表1.2"]);
}

#[test]
fn points_that_open_a_cell_are_no_items_and_no_sections() {
    let head = "三、保障措施\n（一）加强领导。\n（二）加强宣传。\n附件\n任务分解表\n";
    for (first, second) in [
        (
            "1. 新建公园。\n2. 新建绿道。",
            "1. 落实经费。\n2. 加强审计。",
        ),
        (
            "（1）新建公园。\n（2）新建绿道。",
            "（1）落实经费。\n（2）加强审计。",
        ),
        (
            "一、新建公园。\n二、新建绿道。",
            "一、落实经费。\n二、加强审计。",
        ),
        (
            "1.新建公园。\n（1）选址。\n（2）施工。\n2.新建绿道。",
            "落实经费。",
        ),
        (
            "一是新建公园。二是新建绿道。",
            "一是落实经费。二是加强审计。",
        ),
    ] {
        let table = format!(
            "序号\n\n任务内容\n\n责任单位\n\n1\n\n{first}\n\n区绿化局\n\n2\n\n{second}\n\n\
             区财政局\n\n3\n\n开展宣传。\n\n区文旅局\n"
        );
        let text = format!("{DUTIES}{head}{table}");
        let document = crate::parse(text.as_bytes()).unwrap().document;
        let paths: Vec<_> = { document.tasks.iter() }
            .map(|task| task.path.as_str())
            .collect();
        let expected = ["附件.三.(一)", "附件.三.(二)", "表1.1", "表1.2", "表1.3"];
        assert_eq!(paths, expected, "{first}");
        let sections: Vec<_> = { document.sections.iter() }
            .map(|section| section.path.as_str())
            .collect();
        assert_eq!(sections, ["附件.三"], "{first}");
    }
}

#[test]
fn the_points_of_a_cell_may_have_a_line_each() {
    assigns(
        &format!(
            "{DUTIES}序号\n任务内容\n责任单位\n1\n1.新建公园。\n2.新建绿道。\n3.加强管护。\n区绿化局\n\
             2\n（1）落实经费。\n（2）加强审计。\n区财政局、\n区审计局\n3\n开展宣传。\n区文旅局\n"
        ),
        &[
            "表1.1 1.新建公园。\n2.新建绿道。\n3.加强管护。 Responsible 区绿化局 ",
            "表1.2 （1）落实经费。\n（2）加强审计。 Responsible 区财政局、区审计局 ",
            "表1.3 开展宣传。 Responsible 区文旅局 ",
        ],
    );
}

#[test]
fn what_is_to_be_done_may_stand_behind_the_bodies() {
    let rows = "1\n\n县绿化局\n\n1.新建公园。\n2.新建绿道。\n\n2\n\n县财政局、县审计局\n\n落实经费。\n\n\
                3\n\n县文旅局\n\n开展宣传。\n\n某县人民政府办公室\n\n2025年3月1日印发\n";
    assigns(
        &format!("{DUTIES}序号\n\n责任单位\n\n任务内容\n\n{rows}"),
        &[
            "表1.1 1.新建公园。\n2.新建绿道。 Responsible 县绿化局 ",
            "表1.2 落实经费。 Responsible 县财政局、县审计局 ",
            "表1.3 开展宣传。 Responsible 县文旅局 ",
        ],
    );
}

#[test]
fn bars_may_part_the_numbers_of_each_place() {
    let plan = "某省人民政府办公厅关于下达2010年补充耕地任务的通知\n各市人民政府：\n\
                现下达任务。\n某省人民政府办公厅\n2010年1月10日\n附件：\n";
    let caption = "各市2010年补充耕地及土地整理任务情况表\n单位:万亩\n";
    let table = "设区市\n|\n补充耕地面积\n|\n土地整理规模\n|\n福州市\n|\n1.27\n|\n3.5\n|\n\
                 厦门市\n|\n0.30\n|\n0.4\n|\n";
    let expected = [
        "表1 福州市补充耕地面积 =12700亩 2010",
        "表1 福州市土地整理规模 =35000亩 2010",
        "表1 厦门市补充耕地面积 =3000亩 2010",
        "表1 厦门市土地整理规模 =4000亩 2010",
    ];
    says_in(&format!("{plan}{caption}{table}"), &expected);
    let lines = table.replace("|\n", "");
    says_in(&format!("{plan}{caption}{lines}"), &expected);
    // Without the unit, or a number of each row, no one can tell what the numbers are.
    let bare = format!("{plan}各市2010年补充耕地及土地整理任务情况表\n{table}");
    says_in(&bare, &[]);
    let short = lines.replace("1.27\n", "");
    says_in(&format!("{plan}{caption}{short}"), &[]);
}

#[test]
fn whole_rows_have_each_cell_under_its_head() {
    let table = "序号\n决策事项\n决策程序\n承办单位\n决策时间\n1\n2025—2027年病害防控实施方案\n\
                 公开征求意见、合法性审查、集体决策\n县林业局\n2025年12月\n2\n工业发展规划\n\
                 公开征求意见、专家论证、合法性审查\n县工信局\n2025年10月\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 2025—2027年病害防控实施方案 Responsible 县林业局 2025年12月",
            "表1.2 工业发展规划 Responsible 县工信局 2025年10月",
        ],
    );
}

#[test]
fn what_is_built_is_no_body_though_it_ends_as_one() {
    let rows = "序号\n项目名称\n建设内容\n牵头单位\n配合单位\n1\n食堂\n改造学校食堂20所\n县教育局\n县财政局\n\
                2\n医院\n新建县中医院\n县卫健局\n县发改局\n3\n卫生\n改造乡镇卫生院\n县卫健局\n县财政局\n";
    assigns(
        &format!("{DUTIES}{rows}"),
        &[
            "表1.1 改造学校食堂20所 Lead 县教育局 Cooperating 县财政局 ",
            "表1.2 新建县中医院 Lead 县卫健局 Cooperating 县发改局 ",
            "表1.3 改造乡镇卫生院 Lead 县卫健局 Cooperating 县财政局 ",
        ],
    );
}

#[test]
fn the_cell_of_a_group_over_several_rows_is_no_task_of_theirs() {
    let table = "改革任务|改革举措|成果形式|责任部门|完成时间\n\
                 一、经济体制改革@1x2|1.深化国企改革|实施方案|区国资局|6月\n\
                 2.完善招商机制|管理办法|区投促局|9月\n\
                 二、社会体制改革|3.推进医共体建设|工作机制|区卫健局|12月";
    assigns(
        &page("某区2024年重点改革任务", "", table),
        &[
            "表1.1 1.深化国企改革 Responsible 区国资局 6月",
            "表1.2 2.完善招商机制 Responsible 区投促局 9月",
            "表1.3 3.推进医共体建设 Responsible 区卫健局 12月",
        ],
    );
}

#[test]
fn headings_between_the_rows_of_a_table_end_nothing_and_are_no_tasks() {
    for separator in ["\t", " ", "|"] {
        let rows = [
            "序号\t主要任务\t责任单位\t时限",
            "（一）市场准入",
            "1\t压缩开办时间\t市市场监管局\t2016年6月底前",
            "2\t简化注销\t市税务局\t2016年9月底前",
            "（二）要素保障",
            "3\t压减办电环节\t市发改委\t2016年12月底前",
        ]
        .map(|row| row.replace('\t', separator));
        assigns(
            &format!("{DUTIES}{}\n", rows.join("\n")),
            &[
                "表1.1 压缩开办时间 Responsible 市市场监管局 2016年6月底前",
                "表1.2 简化注销 Responsible 市税务局 2016年9月底前",
                "表1.3 压减办电环节 Responsible 市发改委 2016年12月底前",
            ],
        );
    }
}

#[test]
fn of_several_units_above_a_table_none_is_that_of_its_numbers() {
    let table = "乡镇|粮食面积|粮食产量\n城关镇|5.2|2.1\n东山镇|6.8|2.9";
    let units = |caption: &str| {
        let document =
            crate::parse(page("某县2021年粮食任务分解表", caption, table).as_bytes());
        let targets = document.unwrap().document.targets;
        let units = targets.iter().map(|target| target.unit.clone());
        units.collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(units("单位：万亩"), [Some("亩".to_owned())].into());
    assert_eq!(units("单位：万亩、万吨"), [None].into());
}

#[test]
fn single_blanks_part_cells_below_heads() {
    assigns(
        &format!(
            "{DUTIES}序号 工作任务 牵头单位 责任单位 完成时限\n\
             1 新建公园5个 市绿化局 各县区 2016年12月底\n2 新增学位2000个 市教育局 市财政局、市人社局 2016年8月底\n"
        ),
        &[
            "表1.1 新建公园5个 Lead 市绿化局 Responsible 各县区 2016年12月底",
            "表1.2 新增学位2000个 Lead 市教育局 Responsible 市财政局、市人社局 2016年8月底",
        ],
    );
    // A cell may have blanks inside, and those of groups are empty in the rows below.
    assigns(
        &format!(
            "{DUTIES}序号 类别 主要任务 细化措施 牵头单位 参与单位\n\
             1 加强资源保 护 严守红线 实施总量控制。 市水利局 市财政局、教育局等\n\
             2  严守用水 效率 红线 落实指标评估体系。 市水利局 市财政局\n\
             3   抓好节水。 市工信局 市财政局\n"
        ),
        &[
            "表1.1 实施总量控制。 Lead 市水利局 Cooperating 市财政局、教育局 ",
            "表1.2 落实指标评估体系。 Lead 市水利局 Cooperating 市财政局 ",
            "表1.3 抓好节水。 Lead 市工信局 Cooperating 市财政局 ",
        ],
    );
    // Words of a sentence, and a row that lacks a cell.
    assigns(
        &format!("{DUTIES}请报送 牵头单位 责任单位\n甲 乙 丙\n"),
        &[],
    );
}

#[test]
fn rows_have_the_number_that_is_printed() {
    for (printed, path) in [
        ("7", "7"),
        ("三、", "三"),
        ("十二", "十二"),
        ("（二）", "(二)"),
        ("(3)", "(3)"),
        ("2.1", "2.1"),
        ("1-3", "1-3"),
        // A name is no number.
        ("污水", "1"),
    ] {
        let html = format!(
            "<html><body><h1>某县任务分解表</h1><table><tr><td>序号</td><td>任务</td>\
             <td>责任单位</td></tr><tr><td>{printed}</td><td>加强督查督办，落实整改措施。</td>\
             <td>县水利局</td></tr></table></body></html>"
        );
        assigns(
            &html,
            &[&format!(
                "表1.{path} 加强督查督办，落实整改措施。 Responsible 县水利局 "
            )],
        );
    }
}

#[test]
fn a_number_that_comes_again_names_another_row() {
    let table = "序号|任务|责任单位\n1|建设公园，完善设施。|县住建局\n2|建设学校，完善设施。|县教育局\n\
                 1|整治河道，清理淤泥。|县水利局\n2|整治道路，清理路障。|县交通局\n2|整治集市，清理摊位。|县商务局";
    assigns(
        &format!("{DUTIES}{table}\n"),
        &[
            "表1.1 建设公园，完善设施。 Responsible 县住建局 ",
            "表1.2 建设学校，完善设施。 Responsible 县教育局 ",
            "表1.1~2 整治河道，清理淤泥。 Responsible 县水利局 ",
            "表1.2~2 整治道路，清理路障。 Responsible 县交通局 ",
            "表1.2~3 整治集市，清理摊位。 Responsible 县商务局 ",
        ],
    );
}

#[test]
fn the_year_of_a_column_of_sums_is_no_deadline_of_its_rows() {
    for (head, deadline) in [
        ("2025年计划投资（万元）", None),
        (
            "2025年目标（万千瓦）",
            Some(Deadline::By(Date::year_only(2025))),
        ),
    ] {
        let html = page(
            "某县工作方案",
            "重点任务表",
            &format!(
                "序号|工作任务|{head}|责任单位\n1|新建医院|800|县卫健局\n2|新建学校|300|县教育局"
            ),
        );
        let document = crate::parse(html.as_bytes()).unwrap().document;
        let rows = document
            .tasks
            .iter()
            .filter(|task| task.path.starts_with("表1."));
        let deadlines: Vec<_> = rows.map(|task| task.deadline).collect();
        assert_eq!(deadlines, [deadline; 2], "{head}");
    }
}

#[test]
fn cells_may_say_who_of_their_bodies_does_what() {
    let rows = [
        (
            "市教育局（牵头），市财政局",
            "Lead 市教育局 Responsible 市财政局",
        ),
        (
            "市教育局牵头，市财政局、市民政局配合",
            "Lead 市教育局 Cooperating 市财政局、市民政局",
        ),
        (
            "牵头单位：市教育局；配合单位：市财政局",
            "Lead 市教育局 Cooperating 市财政局",
        ),
        (
            "牵头：市教育局 配合：市财政局",
            "Lead 市教育局 Cooperating 市财政局",
        ),
        (
            "市教育局负责，市财政局配合",
            "Responsible 市教育局 Cooperating 市财政局",
        ),
        ("市教育局会同市财政局", "Lead 市教育局 Cooperating 市财政局"),
        (
            "由市教育局牵头，各区政府具体实施",
            "Lead 市教育局 Responsible 各区政府",
        ),
        (
            "责任单位：市教育局、市财政局",
            "Responsible 市教育局、市财政局",
        ),
        (
            "市教育局（牵头单位） 市财政局（配合单位）",
            "Lead 市教育局 Cooperating 市财政局",
        ),
        ("市教育局、市财政局牵头", "Lead 市教育局、市财政局"),
        (
            "市教育局、市财政局按职责分工负责",
            "Responsible 市教育局、市财政局",
        ),
        ("市教育局、市财政局", "Responsible 市教育局、市财政局"),
    ];
    let mut lines = format!("{DUTIES}序号\n任务\n责任单位\n完成时限\n");
    let mut html =
        "<html><body><h1>某市任务分解表</h1><table><tr><td>序号</td><td>任务</td>\
                    <td>责任单位</td><td>完成时限</td></tr>"
            .to_owned();
    let mut expected = Vec::new();
    for (index, (cell, bodies)) in rows.into_iter().enumerate() {
        let number = index + 1;
        let task = format!("开展第{number}类排查，建立问题台账，完善长效机制。");
        lines.push_str(&format!("{number}\n{task}\n{cell}\n2016年12月\n"));
        html.push_str(&format!(
            "<tr><td>{number}</td><td>{task}</td><td>{cell}</td><td>2016年12月</td></tr>"
        ));
        expected.push(format!("表1.{number} {task} {bodies} 2016年12月"));
    }
    html.push_str("</table></body></html>");
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    assigns(&lines, &expected);
    assigns(&html, &expected);
    // What a cell says is said of its row alone.
    let document = crate::parse(html.as_bytes()).unwrap().document;
    assert_eq!(document.tasks.len(), expected.len());
}

#[test]
fn a_table_says_nothing_of_the_section_that_it_stands_in() {
    let page = "# 某市工作任务分工方案\n\n一、任务分工\n\n| 类别 | 序号 | 具体任务 | 责任单位 | \
                完成时限 |\n| --- | --- | --- | --- | --- |\n| 改善环境 | 1 | 新改建道路30公里。 | \
                市交通运输局 | 2025年底前 |\n| 服务民生 | 2 | 开展培训5万人次，由市教育局牵头。 | \
                市人社局牵头，市财政局配合 | 2024年 |\n\n二、保障措施\n\n（一）加强领导。由市政府办公室\
                牵头，统筹推进。\n";
    let document = crate::parse(page.as_bytes()).unwrap().document;
    let paths: Vec<_> = document
        .tasks
        .iter()
        .map(|task| task.path.as_str())
        .collect();
    assert_eq!(paths, ["表1.1", "表1.2", "二.(一)"]);
    // What a row is to reach is due with it beside a cell that names it, too.
    says_in(
        page,
        &[
            "表1.1 新改建道路 =30公里 2025",
            "表1.2 开展培训 =50000人次 2024",
        ],
    );
}

#[test]
fn a_column_says_what_its_bodies_are() {
    let table = "序号\n任务\n牵头单位\n配合单位\n1\n建设信息平台并投入使用。\n市教育局负责\n\
                 市财政局、市民政局协助\n2\n开展安全隐患专项排查。\n市教育局牵头\n无\n3\n\
                 健全工作台账。\n无\n市民政局\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 建设信息平台并投入使用。 Lead 市教育局 Cooperating 市财政局、市民政局 ",
            "表1.2 开展安全隐患专项排查。 Lead 市教育局 ",
            "表1.3 健全工作台账。 Cooperating 市民政局 ",
        ],
    );
}

#[test]
fn the_first_of_a_cell_leads_where_a_note_says_so() {
    let html = "<html><body><h1>某市任务分解表</h1><p>注：列第一位的为牵头单位。</p><table>\
                <tr><td>任务</td><td>责任单位</td></tr>\
                <tr><td>建设信息平台。</td><td>市教育局、市财政局</td></tr></table></body></html>";
    assigns(
        html,
        &["表1.1 建设信息平台。 Lead 市教育局 Responsible 市财政局 "],
    );
}

#[test]
fn the_last_row_has_its_date_and_signs_nothing() {
    let table = "序号\n任务\n牵头单位\n配合单位\n完成时限\n1\n建设信息平台并投入使用。\n市教育局\n\
                 市财政局\n2016年6月30日\n2\n开展安全隐患专项排查。\n市公安局\n/\n2016年12月31日\n";
    let text = format!("某市任务分解表\n{table}");
    assigns(
        &text,
        &[
            "表1.1 建设信息平台并投入使用。 Lead 市教育局 Cooperating 市财政局 2016年6月30日",
            "表1.2 开展安全隐患专项排查。 Lead 市公安局 2016年12月31日",
        ],
    );
    let header = crate::parse(text.as_bytes()).unwrap().document.header;
    assert_eq!(header.date_issued, None);
    assert!(header.issuing_authorities.is_empty());
    // The date below the table does.
    let signed = format!("{text}某市人民政府办公室\n2016年2月5日\n");
    let header = crate::parse(signed.as_bytes()).unwrap().document.header;
    assert_eq!(
        header.date_issued.map(|date| date.to_string()).as_deref(),
        Some("2016-02-05")
    );
}

#[test]
fn what_has_been_done_is_no_task() {
    let table = "序号\n内容与要求\n进展情况\n责任单位\n1\n新增就业5万人。\n\
                 上半年各地共组织招聘活动二十场，帮助困难群众找到工作。\n县人社局\n2\n建成公园。\n\
                 已完成前期工作，正在办理有关手续，年底前开工。\n县住建局\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 新增就业5万人。 Responsible 县人社局 ",
            "表1.2 建成公园。 Responsible 县住建局 ",
        ],
    );
}

#[test]
fn numbers_of_rows_are_no_labels() {
    let table = "项目名称 | 工作任务 | 完成时间 | 牵头单位 |\n\
                 1.环境提升 | 对三条道路进行提升改造 | 11月 | 县建设局 |\n\
                 新建口袋公园。 | 10月 | 县林业局 | |\n\
                 2.道路改造 | 改造低等级公路。 | 10月 | 县交通局 |\n";
    let text = format!("{DUTIES}{table}");
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let paths: Vec<_> = document.tasks.iter().map(|task| &*task.path).collect();
    assert_eq!(paths, ["表1.1", "表1.2", "表1.3"]);
}

#[test]
fn what_a_row_is_to_reach_is_due_with_it() {
    let table = "序号 | 工作任务 | 完成时限 | 责任单位\n\
                 1 | 新建口袋公园2处。 | 2017年11月 | 县林业局\n\
                 2 | 新建停车场3处，到2019年建成10处。 | 2018年底 | 县住建局\n\
                 3 | 改造厕所5座。 | 持续推进 | 县农业局\n";
    let text = format!("{DUTIES}{table}");
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let due: Vec<_> = document
        .targets
        .iter()
        .map(|target| {
            let date = target.deadline.map(|date| date.to_string());
            (target.quote.as_str(), date)
        })
        .collect();
    let date = |date: &str| Some(date.to_owned());
    assert_eq!(
        due,
        [
            ("新建口袋公园2处", date("2017-11")),
            ("新建停车场3处", date("2018")),
            ("建成10处", date("2019")),
            ("改造厕所5座", None),
        ]
    );
}

#[test]
fn numbered_rows_of_values_are_no_tasks() {
    let text = "某市“十四五”残疾人事业发展规划\n一、主要指标\n专栏1　主要指标\n\n\
        指标                              2025年        属性\n\
        1.残疾人家庭人均收入年均增长（%）    >7.5         预期性\n\
        2.职业技能培训人数（万人）           >4           预期性\n\
        3.生活补贴覆盖率（%）                100          约束性\n\n\
        二、重点任务\n（一）加强值守。落实值班制度。\n";
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let paths: Vec<_> = document.tasks.iter().map(|task| &*task.path).collect();
    assert_eq!(paths, ["二.(一)"]);
    let values: Vec<_> = document
        .targets
        .iter()
        .map(|target| target.path.as_deref())
        .collect();
    assert_eq!(values, [Some("表1"); 3]);
}

#[test]
fn a_table_may_have_its_heads_in_the_first_column() {
    let record = |task: &str, body: &str, by: &str| {
        format!(
            "<tr><td>工作任务</td><td>{task}</td></tr>\
             <tr><td>责任单位</td><td>{body}</td></tr>\
             <tr><td>完成时限</td><td>{by}</td></tr>"
        )
    };
    let page = |rows: &str| {
        format!(
            "<html><body><p>某市2025年工作方案</p><p>任务分解如下。</p>\
             <table>{rows}</table></body></html>"
        )
    };
    let one = record("完善城市道路建设", "市住建局、市财政局", "2025年6月底");
    let other = record("加强公共交通管理", "市交通运输局", "2025年12月");
    assigns(
        &page(&one),
        &["表1.1 完善城市道路建设 Responsible 市住建局、市财政局 2025年6月底"],
    );
    assigns(
        &page(&(one + &other)),
        &[
            "表1.1 完善城市道路建设 Responsible 市住建局、市财政局 2025年6月底",
            "表1.2 加强公共交通管理 Responsible 市交通运输局 2025年12月",
        ],
    );
}

#[test]
fn a_column_says_by_when_each_row_is_due_and_heads_give_units() {
    says_in(
        &page(
            PLAN,
            "乡村振兴任务分解表",
            "序号|县区|新建（万亩）|改造提升（万亩）|改厕（户）|完成时限\n\
             1|甲县|2.5|1.2|300|2022年6月\n\
             2|乙县|3|0.8|200|2022年底\n",
        ),
        &[
            "表1 甲县新建 =25000亩 2022-06",
            "表1 甲县改造提升 =12000亩 2022-06",
            "表1 甲县改厕 =300户 2022-06",
            "表1 乙县新建 =30000亩 2022",
            "表1 乙县改造提升 =8000亩 2022",
            "表1 乙县改厕 =200户 2022",
        ],
    );
}

#[test]
fn an_empty_cell_at_the_end_of_a_numbered_row_has_no_line() {
    let table = "序号\n项目名称\n位置\n面积（公顷）\n备注\n1\n东山公园\n东山镇\n450\n2\n西湖公园\n\
                 西湖街道\n478\n原中央公园\n3\n南山公园\n南山镇\n120\n合计\n1048";
    let text = format!("某县公园建设工作方案\n附件1\n公园建设项目表\n{table}\n");
    says_in(
        &text,
        &[
            "表1 东山公园面积 =450公顷",
            "表1 西湖公园面积 =478公顷",
            "表1 南山公园面积 =120公顷",
            "表1 面积合计 =1048公顷",
        ],
    );
    // Which of two numbers is left out is not known.
    let table = "序号\n项目名称\n2024年面积（公顷）\n2025年面积（公顷）\n1\n东山公园\n450\n2\n西湖公园\n478\n480";
    let text = format!("某县公园建设工作方案\n附件1\n公园建设项目表\n{table}\n");
    says_in(&text, &[]);
}

#[test]
fn places_on_lines_of_their_own_are_rows_without_numbers() {
    let table = "乡镇\n新建（亩）\n改造提升（亩）\n东乡镇\n3000\n1200\n西乡镇\n2000\n800\n合计\n5000\n2000";
    let text = format!(
        "某县工作方案\n附件1\n2025年高标准农田建设任务分解表\n{table}\n二、保障措施\n加强领导。\n"
    );
    says_in(
        &text,
        &[
            "表1 东乡镇新建 =3000亩 2025",
            "表1 东乡镇改造提升 =1200亩 2025",
            "表1 西乡镇新建 =2000亩 2025",
            "表1 西乡镇改造提升 =800亩 2025",
            "表1 新建合计 =5000亩 2025",
            "表1 改造提升合计 =2000亩 2025",
        ],
    );
}

#[test]
fn a_column_may_hold_statements_or_persons_beside_bodies() {
    let table = "序号\t工作任务\t责任分工\t完成时限\n\
                 1\t新建公园5个\t市园林局牵头，市财政局配合\t10月\n\
                 2\t改造道路3条\t市住建局、市交通局\t年底\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 新建公园5个 Lead 市园林局 Cooperating 市财政局 10月",
            "表1.2 改造道路3条 Responsible 市住建局、市交通局 年底",
        ],
    );
    let table = "项目名称\t建设内容\t责任单位及负责人\t进度安排\n\
                 老旧小区\t改造老旧小区12个\t区住建局（王明）\t12月底前\n\
                 学位建设\t新增学位2000个\t区教育局（李红）、各乡镇（街道）\t8月底前\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 改造老旧小区12个 Responsible 区住建局 12月底前",
            "表1.2 新增学位2000个 Responsible 区教育局、各乡镇（街道） 8月底前",
        ],
    );
}

#[test]
fn quarters_in_heads_date_their_values_and_the_years_of_a_project_are_no_sums() {
    let table = "序号\t目标任务\t工作内容\t牵头部门\t一季度目标\t二季度目标\n\
                 1\t固定资产投资\t完成120亿元\t区发改局\t30亿元\t60亿元\n\
                 2\t城镇新增就业\t新增3000人\t区人社局\t800人\t1600人\n";
    let text = format!("{DUTIES}{table}");
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let found: Vec<String> = document.targets.iter().map(shown).collect();
    assert_eq!(
        found[..3],
        [
            "表1.1 固定资产投资 =3000000000元 2016-03",
            "表1.1 固定资产投资 =6000000000元 2016-06",
            "表1.1 固定资产投资 =12000000000元 2016-06",
        ]
    );
    let text = "某市2023年度政府投资项目计划表\n单位：万元\n\
                序号\t项目名称\t建设年限\t总投资\t责任单位\n\
                1\t市民中心\t2022-2024\t32000\t市住建局\n\
                2\t滨河路\t2023\t8600\t市城投公司\n";
    let document = crate::parse(text.as_bytes()).unwrap().document;
    let found: Vec<String> = document.targets.iter().map(shown).collect();
    assert_eq!(
        found,
        [
            "表1.1 市民中心总投资 =320000000元 2023",
            "表1.2 滨河路总投资 =86000000元 2023",
        ]
    );
}

#[test]
fn how_a_task_goes_on_month_by_month_is_not_the_task() {
    let table = "序号\n责任单位\n考核指标\n分月序时进度\n完成时限\n1\n县民政局\n按月发放救助金。\n\
                 1—3月，发放一季度救助金；4—6月，发放二季度救助金；7—12月，发放其余救助金。\n2016年12月底\n\
                 2\n县残联\n开展残疾人培训。\n1—6月，摸清底数并制定培训计划；7—12月，组织开展培训。\n2016年12月底\n";
    assigns(
        &format!("{DUTIES}{table}"),
        &[
            "表1.1 按月发放救助金。 Responsible 县民政局 2016年12月底",
            "表1.2 开展残疾人培训。 Responsible 县残联 2016年12月底",
        ],
    );
    assigns(
        &page(
            "某区2022年民生实事",
            "",
            "序号|实事项目|工作举措及实施计划|责任单位\n1|新建幼儿园7所。|4月底前完成主体，8月底前竣工，\
             11月底前全部交付使用。|区教育局\n2|改造农村公路100公里。|7月底前开工，11月底前建成。|区交通局",
        ),
        &[
            "表1.1 新建幼儿园7所。 Responsible 区教育局 ",
            "表1.2 改造农村公路100公里。 Responsible 区交通局 ",
        ],
    );
    // Where the steps are all that is said, they are the task.
    let steps = "责任单位|推进计划\n县水务局|3月底前完成清淤，6月底前建成泵站\n县住建局|9月底前完成改造";
    assigns(
        &page("某县2016年重点工作任务", "", steps),
        &[
            "表1.1 3月底前完成清淤，6月底前建成泵站 Responsible 县水务局 ",
            "表1.2 9月底前完成改造 Responsible 县住建局 9月底前",
        ],
    );
}

#[test]
fn heads_may_be_set_wide() {
    assigns(
        &format!(
            "{DUTIES}序号 工 作 任 务 牵头负责部门\n1 新增就业1000人以上 县人社局\n\
             2 安排专项债券4000万元 县财政局\n"
        ),
        &[
            "表1.1 新增就业1000人以上 Lead 县人社局 ",
            "表1.2 安排专项债券4000万元 Lead 县财政局 ",
        ],
    );
}
