//! Tables that assign duties: `任务 | 牵头单位 | 配合单位 | 时间节点`, one task a row.

use super::super::deadline;
use super::super::target::split_unit;
use crate::grammar::bracket;
use crate::grammar::date::find_dates;
use crate::grammar::department::{are_bodies, is_vague, read_body, read_department_list};
use crate::lexicon::duty::{Label, closes_with, closing_verb, is_phrase, read_label};
use crate::lexicon::head::says;
use crate::model::{Date, Role};
use crate::span::Span;

/// A row of a table of duties.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::extract) struct Row {
    /// Its place among the rows below the header.
    pub(super) index: usize,
    /// The printed number (序号), or the row's ordinal.
    pub(in crate::extract) number: String,
    /// Which of several rows under one number it is.
    pub(in crate::extract) part: Option<u32>,
    /// What is to be done.
    pub(in crate::extract) task: Span,
    /// The cells that name bodies.
    pub(in crate::extract) roles: Vec<(Role, Span)>,
    /// Whether a person may stand in brackets behind a body: 责任单位及负责人.
    pub(in crate::extract) persons: bool,
    /// The cell or the head of a column that says by when.
    pub(in crate::extract) deadline: Option<Span>,
}

/// What the columns of a table of duties hold, as its header row says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) number: Option<usize>,
    pub(super) roles: Vec<(usize, Role)>,
    /// Whether the cells of bodies name persons as well.
    pub(super) persons: bool,
    pub(super) deadline: Option<usize>,
    /// Head of a column that names a year or a plan: `“十四五”装机计划`.
    pub(super) period: Option<Span>,
    /// Columns of what is said of a task: 法律依据.
    pub(super) asides: Vec<usize>,
    /// Columns of what has been done: 进展情况.
    pub(super) progress: Vec<usize>,
    /// Columns that say what of a task is to be done when: 分月序时进度.
    pub(super) steps: Vec<usize>,
    /// Columns of the offices within the bodies: 负责科室 beside 牵头单位.
    pub(super) offices: Vec<usize>,
    pub(super) count: usize,
}

impl Columns {
    /// Whether a column is one of numbers, bodies or deadlines.
    pub(super) fn is_taken(&self, column: usize) -> bool {
        self.number == Some(column)
            || self.deadline == Some(column)
            || self.roles.iter().any(|&(role, _)| role == column)
    }

    /// Whether a column surely holds no tasks.
    pub(super) fn is_no_task(&self, column: usize) -> bool {
        self.is_taken(column)
            || self.asides.contains(&column)
            || self.progress.contains(&column)
            || self.steps.contains(&column)
            || self.offices.contains(&column)
    }
}

/// Characters of a cell in a header at the most.
const LONGEST_HEAD: usize = 20;

/// Reads the header row of a table of duties.
pub(super) fn read_header(text: &str, header: &[Span]) -> Option<Columns> {
    let mut columns = Columns {
        number: None,
        roles: Vec::new(),
        persons: false,
        deadline: None,
        period: None,
        asides: Vec::new(),
        progress: Vec::new(),
        steps: Vec::new(),
        offices: Vec::new(),
        count: header.len(),
    };
    let mut offices = Vec::new();
    let mut period = None;
    let mut last = Span::default();
    for (index, &cell) in header.iter().enumerate() {
        let head: String = text[cell.range()].split_whitespace().collect();
        if head.chars().count() > LONGEST_HEAD {
            return None;
        }
        let repeated = std::mem::replace(&mut last, cell) == cell;
        match label_of_column(&head) {
            _ if repeated => {}
            _ if is_phrase("number-head", &head) => columns.number = Some(index),
            Some(Label::Bodies(role)) if is_office_head(&head) => {
                offices.push((index, role))
            }
            Some(Label::Bodies(role)) => {
                columns.persons |= read_label(&head) == Some(Label::Persons);
                columns.roles.push((index, role));
            }
            _ if closes_with("step-head", &head).is_some() => columns.steps.push(index),
            Some(Label::Deadline) => columns.deadline = Some(index),
            // 进展情况（一季度）
            _ if closes_with(
                "progress-head",
                head.split(['（', '(']).next().unwrap_or(&head),
            )
            .is_some() =>
            {
                columns.progress.push(index);
            }
            _ if closes_with("aside-head", &head).is_some() => columns.asides.push(index),
            // 2023年完成 | 2024年目标: by the last of the years.
            _ => {
                let done = says("achieved", &head) && !says("planned", &head);
                // 2025年计划投资（万元） is of the sum.
                let date = date_of(&head).filter(|_| !done && !has_sum(&head));
                if date.is_some() && date >= period {
                    (period, columns.period) = (date, Some(cell));
                }
            }
        }
    }
    // 处室 within a body count only where no body is named.
    if columns.roles.is_empty() {
        columns.roles = offices;
    } else {
        columns.offices = offices.into_iter().map(|(index, _)| index).collect();
    }
    // 责任单位 | 进度安排: the steps are all that is said of what is to be done.
    if (0..columns.count).all(|column| columns.is_no_task(column)) {
        columns.steps.clear();
    }
    let others =
        columns.count > columns.roles.len() + usize::from(columns.number.is_some());
    (!columns.roles.is_empty() && others).then_some(columns)
}

/// What the head of a column announces: 责任单位, but also 责任单位及负责人, whose cells name a body
/// before a person, and 责任分工, whose cells say who does what.
pub(super) fn label_of_column(head: &str) -> Option<Label> {
    if is_phrase("statement-head", head) {
        return Some(Label::Bodies(Role::Responsible));
    }
    let label = read_label(head);
    if label != Some(Label::Persons) {
        return label;
    }
    let joint = head.find(['及', '和', '与', '/', '、', '（', '(']);
    let bodies = joint.and_then(|at| read_label(&head[..at]));
    bodies
        .filter(|bodies| matches!(bodies, Label::Bodies(_)))
        .or(label)
}

fn is_office_head(head: &str) -> bool {
    head.ends_with("处室") || head.ends_with("科室")
}

fn has_sum(head: &str) -> bool {
    split_unit(head).1.is_some_and(|unit| unit.is_of_money())
}

/// The last date that a head names, or the end of the plan.
fn date_of(head: &str) -> Option<Date> {
    let dates = find_dates(head, Some(Date::year_only(2000)));
    let dates = dates.iter().filter_map(|found| found.date?.last);
    dates.max().or_else(|| deadline::end_of_plan(head))
}

/// The rows of a table of duties below its header.
pub(super) fn read_rows(text: &str, grid: &[Vec<Span>], columns: &Columns) -> Vec<Row> {
    let grid = &with_merged_cells(text, grid, columns);
    let Some(task_column) = longest_column(text, grid, columns) else {
        return Vec::new();
    };
    let cell = |row: &[Span], column: usize| row.get(column).copied().unwrap_or_default();
    let mut rows: Vec<Row> = Vec::new();
    let mut numbered: Option<Span> = None;
    for (index, cells) in grid.iter().enumerate() {
        let task = cell(cells, task_column);
        let roles: Vec<_> = columns
            .roles
            .iter()
            .map(|&(column, role)| (role, without_verb(text, cell(cells, column))))
            .filter(|(_, cell)| !cell.is_empty() && *cell != task)
            .collect();
        if task.is_empty() || roles.is_empty() || is_header_again(text, &roles) {
            continue;
        }
        // The cell of a task that several bodies share comes again with each of them.
        if let Some(last) = rows.last_mut()
            && last.task == task
            && columns.number.is_none()
        {
            last.roles.extend(roles);
            continue;
        }
        let number = columns.number.map(|column| cell(cells, column));
        let number = number.filter(|cell| is_number(&text[cell.range()]));
        let again = number.is_some() && number == numbered;
        numbered = number;
        let printed = match (number, again, rows.last()) {
            (_, true, Some(last)) => last.number.clone(),
            (Some(cell), ..) => bare_number(&text[cell.range()]),
            (None, ..) => (rows.len() + 1).to_string(),
        };
        let part = again.then(|| match rows.last_mut() {
            Some(last) => *last.part.get_or_insert(1) + 1,
            None => 1,
        });
        let deadline = columns.deadline.map(|column| cell(cells, column));
        rows.push(Row {
            index,
            number: printed,
            part,
            task,
            roles,
            persons: columns.persons,
            deadline: deadline.filter(|cell| !cell.is_empty()).or(columns.period),
        });
    }
    rows
}

/// The rows with the cells of the row above where cells that were merged with them are left
/// out, so that the others stand under the wrong heads: `新建公园2处 | 11月 | 建设局 | |`.
fn with_merged_cells(
    text: &str,
    grid: &[Vec<Span>],
    columns: &Columns,
) -> Vec<Vec<Span>> {
    let mut rows: Vec<Vec<Span>> = Vec::with_capacity(grid.len());
    for row in grid {
        let spare = row.iter().rev().take_while(|cell| cell.is_empty()).count();
        let mut row = row.clone();
        if let Some(above) = rows.last()
            && (1..row.len()).contains(&spare)
            && above.len() == row.len()
            && columns.roles.iter().all(|&(column, _)| {
                let shifted = column.checked_sub(spare).and_then(|at| row.get(at));
                shifted.is_some_and(|cell| is_body_cell(&text[cell.range()]))
            })
        {
            row.rotate_right(spare);
            row[..spare].copy_from_slice(&above[..spare]);
        }
        rows.push(row);
    }
    rows
}

/// The column that says what is to be done: the one with most to say, where a cell over several
/// rows, as those of groups are, says it once.
fn longest_column(text: &str, grid: &[Vec<Span>], columns: &Columns) -> Option<usize> {
    let width = grid.iter().map(Vec::len).max()?;
    (0..width)
        .filter(|&column| !columns.is_no_task(column))
        .filter(|&column| {
            let cells = grid.iter().filter_map(|row| row.get(column));
            let mut words = cells.map(|cell| text[cell.range()].trim());
            words.any(|words| !words.is_empty() && read_label(words).is_none())
        })
        .max_by_key(|&column| {
            let mut last = Span::default();
            let size = grid
                .iter()
                .filter_map(|row| row.get(column))
                .filter(|&&cell| std::mem::replace(&mut last, cell) != cell)
                .map(|cell| cell.len())
                .sum::<usize>();
            (size, std::cmp::Reverse(column))
        })
}

/// Whether the header stands here again, as at the top of a printed page.
fn is_header_again(text: &str, roles: &[(Role, Span)]) -> bool {
    roles.iter().all(|(_, cell)| {
        matches!(read_label(&text[cell.range()]), Some(Label::Bodies(_)))
    })
}

/// A cell of bodies without what they do, if that gives them no other role than its head
/// does: 各县人民政府负责落实.
fn without_verb(text: &str, cell: Span) -> Span {
    let words = &text[cell.range()];
    let verb = words.rfind("负责");
    let subject = verb
        .and_then(|_| closing_verb(words))
        .filter(|verb| verb.role == Role::Responsible)
        .map(|verb| verb.subject)
        .filter(|subject| {
            subject.len() > '、'.len_utf8() && are_bodies(&read_department_list(subject))
        });
    subject.map_or(cell, |subject| {
        Span::new(cell.start, cell.start + subject.len())
    })
}

/// Whether a cell is the number of its row: 3, 2.1, 1-3, 三、, （二）.
fn is_number(words: &str) -> bool {
    /// Bytes of such a number without its brackets at the most.
    const LONGEST: usize = 9;
    let number = bare_number(words);
    let bare = number.trim_start_matches('(').trim_end_matches(')');
    let digits = || {
        let mut groups = bare.split(['.', '-']);
        groups.all(|group| {
            (1..=4).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
        })
    };
    !bare.is_empty() && bare.len() <= LONGEST && (digits() || is_chinese_ordinal(bare))
}

fn is_chinese_ordinal(number: &str) -> bool {
    number.chars().all(|c| "一二三四五六七八九十".contains(c))
}

fn bare_number(words: &str) -> String {
    words
        .trim()
        .trim_end_matches(['.', '、', '．', '。'])
        .replace('（', "(")
        .replace('）', ")")
}

/// Whether a cell holds a list of bodies and nothing else but what they are in it:
/// 市教育局（牵头），市财政局.
pub(super) fn is_body_cell(words: &str) -> bool {
    is_body_list(words) || is_body_statement(words) || are_bodies_apart(words)
}

/// Whether a cell holds bodies that blanks alone part: 财政局 住建局 各镇街.
fn are_bodies_apart(words: &str) -> bool {
    let mut names = words
        .split([' ', '\u{3000}'])
        .filter(|name| !name.is_empty());
    words.contains([' ', '\u{3000}'])
        && names.clone().count() > 1
        && names.all(is_body_list)
}

/// Whether every clause of a cell is a list of bodies with a label before it, a verb behind
/// it or a note on its last: 牵头单位：市教育局；配合单位：市财政局, or two that 会同 joins.
fn is_body_statement(words: &str) -> bool {
    let clauses = words
        .split(['，', ',', '；', ';', '\n', ' ', '\u{3000}'])
        .flat_map(|clause| clause.split("会同"))
        .map(str::trim)
        .filter(|clause| !clause.is_empty());
    let mut told = words.contains("会同");
    let all = { clauses }.all(|clause| {
        let bare = body_list_of(clause);
        told |= bare.len() < clause.len();
        is_body_list(bare)
    });
    all && told
}

/// The list of a clause without its label, verb or note.
fn body_list_of(clause: &str) -> &str {
    let colon = clause
        .char_indices()
        .take(12)
        .find(|(_, c)| "：:".contains(*c));
    if let Some((at, colon)) = colon
        && matches!(read_label(&clause[..at]), Some(Label::Bodies(_)))
    {
        return &clause[at + colon.len_utf8()..];
    }
    let note = clause
        .strip_suffix(bracket::is_closing)
        .and_then(|words| words.rsplit_once(bracket::is_opening));
    if let Some((list, note)) = note
        && matches!(read_label(note), Some(Label::Bodies(_)))
    {
        return list;
    }
    closing_verb(clause).map_or(clause, |verb| verb.subject)
}

/// Whether words are a list of bodies and nothing else.
fn is_body_list(words: &str) -> bool {
    /// Characters of a cell of bodies at the most.
    const LONGEST: usize = 200;
    let words = words.trim().trim_end_matches('。');
    if words.len() > 3 * LONGEST || words.contains(['。', '；', '“', '*']) {
        return false;
    }
    let names = read_department_list(words);
    let covered: usize = names.iter().map(|name| name.len() + '、'.len_utf8()).sum();
    are_bodies(&names)
        && names.iter().any(|name| !read_body(name).bare)
        && covered + "等部门".len() * 2 >= words.len()
        && !names
            .iter()
            .all(|name| is_vague(name) && names.len() == 1 && name.len() < 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grid from lines of cells parted by `|`.
    fn grid(text: &str) -> Vec<Vec<Span>> {
        let mut start = 0;
        text.split('\n')
            .map(|line| {
                let mut at = start;
                start += line.len() + 1;
                line.split('|')
                    .map(|cell| {
                        let span = Span::new(at, at + cell.len());
                        at += cell.len() + 1;
                        span
                    })
                    .collect()
            })
            .collect()
    }

    fn shown(text: &str, row: &Row) -> String {
        let roles: Vec<_> = row
            .roles
            .iter()
            .map(|(role, cell)| format!("{role:?} {}", &text[cell.range()]))
            .collect();
        let deadline = row.deadline.map_or("", |cell| &text[cell.range()]);
        format!(
            "{} {:?} {}: {} ({deadline})",
            row.number,
            row.part,
            &text[row.task.range()],
            roles.join(", "),
        )
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let grid = grid(text);
        let header = grid.iter().position(|row| read_header(text, row).is_some());
        let header = header.unwrap();
        let columns = read_header(text, &grid[header]).unwrap();
        let rows = read_rows(text, &grid[header + 1..], &columns);
        let rows: Vec<_> = rows.iter().map(|row| shown(text, row)).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn columns_are_told_by_their_heads() {
        check(
            "序号|工作事项|主要内容|牵头单位|配合单位|时间节点\n\
             1|培训|开展全员业务培训|省教育厅|省财政厅|2025年底\n\
             2|督查|组织开展专项督查|省公安厅|/|长期",
            &[
                "1 None 开展全员业务培训: Lead 省教育厅, Cooperating 省财政厅 (2025年底)",
                "2 None 组织开展专项督查: Lead 省公安厅, Cooperating / (长期)",
            ],
        );
    }

    #[test]
    fn what_is_said_of_a_task_is_not_the_task() {
        check(
            "序号|决策事项|实施单位|法律政策依据|完成时间\n\
             1|平安体验馆建设|区教育局|《浙江省政府投资项目管理办法》（省政府令第185号）|2023年12月",
            &["1 None 平安体验馆建设: Responsible 区教育局 (2023年12月)"],
        );
        check(
            "序号|内容与要求|进展情况|责任单位\n\
             1|新增就业5万人。|1—6月新增就业3.2万人，完成年度目标的64%。|市人社局",
            &["1 None 新增就业5万人。: Responsible 市人社局 ()"],
        );
    }

    #[test]
    fn merged_cells_count_for_every_row() {
        check(
            "项目名称|工作任务|完成时间|牵头单位\n\
             环境提升|对三条道路进行综合提升改造|11月|市建设局\n\
             2021年12月|城投集团||\n\
             新建城市口袋公园2处|10月|市建设局|",
            &[
                "1 None 对三条道路进行综合提升改造: Lead 市建设局, Lead 城投集团 (11月)",
                "2 None 新建城市口袋公园2处: Lead 市建设局 (10月)",
            ],
        );
        // An empty cell of bodies is one that nobody filled.
        check(
            "任务|完成时间|责任单位\n新建公园|10月|市建设局\n新建广场|11月|",
            &["1 None 新建公园: Responsible 市建设局 (10月)"],
        );
    }

    #[test]
    fn a_header_may_have_a_title_above_and_come_again() {
        check(
            "任务分工表\n任务|责任单位\n建设平台|省教育厅\n任务|责任单位\n开展督查|省公安厅",
            &[
                "1 None 建设平台: Responsible 省教育厅 ()",
                "2 None 开展督查: Responsible 省公安厅 ()",
            ],
        );
    }

    #[test]
    fn cells_may_end_in_what_the_bodies_do() {
        check(
            "任务|责任单位\n建设平台|各县政府、市大数据局负责落实\n开展检查|市监督检查局",
            &[
                "1 None 建设平台: Responsible 各县政府、市大数据局 ()",
                "2 None 开展检查: Responsible 市监督检查局 ()",
            ],
        );
    }

    #[test]
    fn the_last_year_of_the_heads_is_the_deadline() {
        check(
            "序号|指标|2023年完成|2024年目标|责任单位\n1|社会消费品零售总额|42|46|县商务局",
            &["1 None 社会消费品零售总额: Responsible 县商务局 (2024年目标)"],
        );
        check(
            "序号|指标|2023年|2024年|2025年|责任单位\n1|社会消费品零售总额|42|46|50|县商务局",
            &["1 None 社会消费品零售总额: Responsible 县商务局 (2025年)"],
        );
    }

    #[test]
    fn other_headers_assign_nothing() {
        for text in ["一级指标|二级指标|目标值", "姓名|单位|职务"] {
            assert_eq!(read_header(text, &grid(text)[0]), None, "{text}");
        }
    }

    #[test]
    fn cells_of_bodies_hold_nothing_else() {
        for (words, expected) in [
            ("市交通委、市道路运输局、各区政府", true),
            ("机场集团、各航空公司", true),
            ("区工信局，各乡镇人民政府。", true),
            ("区工信局。各乡镇人民政府", false),
            ("公交", false),
            ("推进检修段光伏设施建设", false),
            ("35-36", false),
        ] {
            assert_eq!(is_body_cell(words), expected, "{words}");
        }
    }
}
