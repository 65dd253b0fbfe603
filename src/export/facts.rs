//! The facts of a document as rows of tidy tables.

use std::collections::HashMap;
use std::io;

use serde::Serialize;

use super::Entry;
use super::table::{Cell, Row, Table, tables};
use crate::span::CharIndex;
use crate::{Date, Decimal, Document, DocumentNumber, Span};

tables! {
    /// One row for each document that was read.
    DocumentRow = "documents", "文件：读入的每份文件一行" {
        /// Id of the document, the same in every run: from the source's name and the fingerprint.
        document_id: &'d str = "文件编号，由来源名与正文指纹生成，各次运行一致",
        /// Fingerprint of the text's letters and digits: equal for the same notice on several sites.
        fingerprint: &'d str = "正文指纹（只计文字与数字），同一文件在不同网站上相同，可用于去重",
        /// Name of the input, e.g. a path.
        source_name: Option<&'d str> = "来源名，如文件路径",
        /// Whether the input was plain text or a web page.
        media: String = "来源类型：纯文本或网页" in Media,
        /// Encoding of the input's bytes.
        encoding: &'d str = "来源编码",
        /// Script of the input.
        script: String = "来源字形：简体、繁体或混用" in Script,
        /// Size of the input in bytes.
        source_bytes: usize = "来源大小（字节）",
        /// Length of the cleaned text in code points.
        characters: usize = "清理后正文的字符数（Unicode 码点）",
        /// Title.
        title: Option<&'d str> = "标题",
        /// Genre, in Chinese.
        genre: Option<&'d str> = "文种",
        /// Title of the document that a covering notice carries.
        enclosed_title: Option<&'d str> = "被印发、转发文件的标题",
        /// Document number as printed.
        document_number: Option<&'d str> = "发文字号",
        /// Agency code of the document number.
        agency_code: Option<&'d str> = "机关代字",
        /// Year of the document number.
        number_year: Option<u16> = "发文字号中的年份",
        /// Serial number of the document number.
        number_serial: Option<u32> = "发文字号中的顺序号",
        /// Security classification.
        classification: Option<&'d str> = "密级",
        /// Urgency.
        urgency: Option<&'d str> = "紧急程度",
        /// Issue number of a bulletin.
        issue_number: Option<&'d str> = "期号",
        /// Index number that the site gives.
        index_number: Option<&'d str> = "索引号",
        /// Date of issue: year, month or day, as precise as stated.
        date_issued: Option<String> = "成文日期（精度以原文为准）",
        /// Date of publication that the site gives.
        date_published: Option<String> = "发布日期",
        /// Date of printing.
        date_printed: Option<String> = "印发日期",
        /// Date of entry into force.
        date_effective: Option<String> = "施行日期",
        /// Date of expiry.
        date_expiry: Option<String> = "失效日期",
        /// Note, e.g. 此件主动公开.
        note: Option<&'d str> = "附注",
        /// Printing authority.
        printing_authority: Option<&'d str> = "印发机关",
        /// Names of the header's fields that were concluded and are not printed, joined by a space.
        inferred: Option<String> = "推断得出（原文未直接印出）的字段名，空格分隔",
        /// Rows in `sections`.
        sections: usize = "sections 表中的行数",
        /// Rows in `tasks`.
        tasks: usize = "tasks 表中的行数",
        /// Rows in `responsibilities`.
        responsibilities: usize = "responsibilities 表中的行数",
        /// Rows in `targets`.
        targets: usize = "targets 表中的行数",
        /// Rows in `citations`.
        citations: usize = "citations 表中的行数",
        /// Warnings among the rows in `diagnostics`.
        warnings: usize = "diagnostics 表中警告的行数",
        /// Version of gongwen that read the document.
        version: &'d str = "读取该文件的 gongwen 版本",
    }

    /// The cleaned text of a document, one row each; every `start` and `end` counts in it.
    TextRow = "texts", "清理后的正文，每份文件一行；各表 start、end 均以此计" {
        /// The document.
        document_id: &'d str = "文件编号",
        /// Its text.
        text: &'d str = "正文",
    }

    /// One row for each issuing authority of a document.
    IssuerRow = "issuers", "发文机关：每个发文机关一行" {
        /// The document.
        document_id: &'d str = "文件编号",
        /// Place among the document's issuing authorities, from 1.
        position: usize = "在该文件发文机关中的次序，自 1 起",
        /// Its name as printed.
        name: &'d str = "机关名称",
        /// Whether it was concluded and is not printed as it stands.
        inferred: bool = "是否为推断",
        /// First code point of the printed name in the text.
        start: Option<usize> = "起始位置（码点）",
        /// First code point after it.
        end: Option<usize> = "结束位置（码点，不含）",
        /// The words at that place.
        quote: Option<&'d str> = "该位置的原文",
    }

    /// One row for each body or person that a document is addressed or copied to.
    RecipientRow = "recipients", "主送、抄送机关：每个一行" {
        /// The document.
        document_id: &'d str = "文件编号",
        /// `addressee` (主送) or `cc` (抄送).
        list: &'d str = "addressee 主送；cc 抄送",
        /// Place in that list, from 1.
        position: usize = "在该名单中的次序，自 1 起",
        /// Its name as printed.
        name: &'d str = "名称",
    }

    /// One row for each attachment that a document names.
    AttachmentRow = "attachments", "附件：每个附件一行" {
        /// The document.
        document_id: &'d str = "文件编号",
        /// Place in the list of attachments, from 1.
        position: usize = "次序，自 1 起",
        /// Its title, without its number.
        title: &'d str = "附件标题（不含序号）",
    }

    /// One row for each section: a heading with numbered items below it, or of the top level.
    SectionRow = "sections", "章节：每个有下级条目的标题或一级标题一行" {
        /// Id of the section.
        section_id: String = "章节编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// The section that holds it.
        parent_id: Option<String> = "上级章节编号",
        /// Place among the document's sections, from 1.
        position: usize = "次序，自 1 起",
        /// Labels from the outermost level, joined by a dot.
        path: &'d str = "层次序数路径，自外向内以点相连",
        /// The label as printed.
        label: &'d str = "原文序号",
        /// Depth, from 1.
        level: u8 = "层级，自 1 起",
        /// The heading without its label.
        heading: Option<&'d str> = "标题（不含序号）",
        /// What the section is about.
        kind: String = "章节类别" in SectionKind,
        /// First code point of label and heading in the text.
        start: usize = "起始位置（码点）",
        /// First code point after them.
        end: usize = "结束位置（码点，不含）",
        /// The words at that place.
        quote: &'d str = "该位置的原文",
    }

    /// One row for each task: a lowest item, or a part of one with its own responsibilities.
    TaskRow = "tasks", "任务：每个最低层条目，或条目中自有责任单位的部分，一行" {
        /// Id of the task.
        task_id: String = "任务编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// The nearest section that holds it, or that it is.
        section_id: Option<String> = "所在（或自身所是）的最近章节编号",
        /// Place among the document's tasks, from 1.
        position: usize = "次序，自 1 起",
        /// Labels from the outermost level, joined by a dot; a part adds `#n`.
        path: &'d str = "层次序数路径；条目的第 n 部分加 #n",
        /// Which part of the item it is, from 1.
        part: Option<u32> = "条目的第几部分，自 1 起",
        /// What the item is; keep `task` for work that is ordered.
        kind: String = "条目类别；task 为部署的任务" in TaskKind,
        /// The label as printed.
        label: Option<&'d str> = "原文序号",
        /// The short heading that opens the item.
        heading: Option<&'d str> = "小标题",
        /// A word that hardens or softens the order, e.g. 力争.
        strength: Option<&'d str> = "语气词，如力争、原则上",
        /// When it is to be done: a date as precise as stated, or `ongoing`.
        deadline: Option<String> = "完成时限；ongoing 为长期",
        /// The words that say so.
        deadline_text: Option<&'d str> = "时限的原文",
        /// First code point of the item's own words in the text.
        start: usize = "起始位置（码点）",
        /// First code point after them.
        end: usize = "结束位置（码点，不含）",
        /// The item's own words, heading and markers included.
        quote: &'d str = "条目原文，含小标题与责任标注",
    }

    /// One row for each department of each statement of responsibility: task × department × role.
    ResponsibilityRow = "responsibilities", "责任：任务 × 部门 × 角色，每个一行" {
        /// Id of the row.
        responsibility_id: String = "行编号",
        /// The task.
        task_id: String = "任务编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// Which of the task's statements it is in, from 1.
        statement: usize = "任务的第几个责任表述，自 1 起",
        /// Place among all departments of the task, from 1.
        position: usize = "在该任务全部部门中的次序，自 1 起",
        /// What the department is to do.
        role: String = "角色：lead 牵头，responsible 负责，cooperating 配合" in Role,
        /// Whether each acts within its own duties (按职责分工).
        division_of_work: bool = "是否按职责分工",
        /// The department as the document writes it.
        department: &'d str = "部门名称（原文）",
        /// The full name of that kind of body without its region; empty for collectives and unknown bodies.
        canonical: Option<&'d str> = "规范名称（不含地区）；集合称谓和未知机构为空",
        /// What sort of body it is.
        department_kind: String = "机构类别" in DepartmentKind,
        /// First code point of the statement in the text.
        start: usize = "责任表述的起始位置（码点）",
        /// First code point after it.
        end: usize = "结束位置（码点，不含）",
        /// The statement's words.
        quote: &'d str = "责任表述的原文",
    }

    /// One row for each quantitative target.
    TargetRow = "targets", "指标：每个量化指标一行" {
        /// Id of the target.
        target_id: String = "指标编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// The task that holds it.
        task_id: Option<String> = "所在任务编号",
        /// The nearest section that holds it.
        section_id: Option<String> = "所在章节编号",
        /// Place among the document's targets, from 1.
        position: usize = "次序，自 1 起",
        /// Path of the item it stands in.
        path: Option<&'d str> = "所在条目的路径",
        /// What is measured.
        indicator: &'d str = "指标名称",
        /// How the number bounds the indicator.
        comparator: String = "比较关系（以上、以下含本数）" in Comparator,
        /// The number, 万 and 亿 multiplied out.
        value: Option<Decimal> = "数值（万、亿已乘出）",
        /// Upper end of a range.
        value_max: Option<Decimal> = "区间上限",
        /// The unit as written.
        unit: Option<&'d str> = "单位（原文）",
        /// Whether the number is a level or a change.
        change: String = "水平值、增加或减少" in Change,
        /// The base it is counted on, e.g. 每千常住人口.
        per: Option<&'d str> = "计算基数，如每千常住人口",
        /// When it is to be reached, or to when an achieved value refers.
        deadline: Option<String> = "目标年份或时点；已完成值所属时点",
        /// What it is compared with, in words.
        baseline: Option<&'d str> = "比较基准（原文）",
        /// The baseline's value.
        baseline_value: Option<Decimal> = "基准数值",
        /// The baseline's date.
        baseline_date: Option<String> = "基准时点",
        /// Planned, achieved, or a condition.
        status: String = "计划、已完成或条件" in TargetStatus,
        /// A word that hardens or softens it.
        strength: Option<&'d str> = "语气词，如力争",
        /// How a plan binds to it.
        nature: Option<String> = "约束性或预期性" in Nature,
        /// First code point of the quote in the text.
        start: usize = "起始位置（码点）",
        /// First code point after it.
        end: usize = "结束位置（码点，不含）",
        /// The shortest run of words that carries indicator and value.
        quote: &'d str = "含指标与数值的最短原文",
    }

    /// One row for each document that a document cites.
    CitationRow = "citations", "引用：每个被引文件一行" {
        /// Id of the citation.
        citation_id: String = "引用编号",
        /// The citing document.
        document_id: &'d str = "文件编号",
        /// Place among the document's citations, from 1.
        position: usize = "次序，自 1 起",
        /// The title that is cited.
        title: &'d str = "被引文件标题",
        /// The document number given with it.
        document_number: Option<&'d str> = "被引文件字号",
        /// Its agency code.
        agency_code: Option<&'d str> = "被引文件机关代字",
        /// Its year.
        number_year: Option<u16> = "被引文件字号中的年份",
        /// Its serial number.
        number_serial: Option<u32> = "被引文件字号中的顺序号",
        /// First code point of the first mention in the text.
        start: usize = "首次出现的起始位置（码点）",
        /// First code point after it.
        end: usize = "结束位置（码点，不含）",
        /// The words at that place.
        quote: &'d str = "该位置的原文",
    }

    /// One row for each member of a body that a membership list names.
    MemberRow = "members", "成员：成员名单中每人一行" {
        /// Id of the row.
        member_id: String = "行编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// Place among the document's members, from 1.
        position: usize = "次序，自 1 起",
        /// The body.
        body: &'d str = "机构，如领导小组",
        /// The office held in it.
        office: &'d str = "职务，如组长",
        /// The person's name.
        name: &'d str = "姓名",
        /// The unit or post given beside the name.
        affiliation: Option<&'d str> = "单位或职务",
        /// First code point of the name in the text.
        start: usize = "起始位置（码点）",
        /// First code point after name and affiliation.
        end: usize = "结束位置（码点，不含）",
        /// The words at that place.
        quote: &'d str = "该位置的原文",
    }

    /// One row for each damaged place, repaired or left.
    RepairRow = "repairs", "修复：每处损坏的文字一行" {
        /// Id of the row.
        repair_id: String = "行编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// Place among the document's repairs, from 1.
        position: usize = "次序，自 1 起",
        /// What stood there.
        damaged: &'d str = "损坏的文字",
        /// What stands there now.
        repaired: &'d str = "现在的文字",
        /// The rule.
        rule: &'d str = "规则",
        /// Whether the repair is certain; what is not certain is left as it stands.
        certain: bool = "是否确定；不确定者保留原样",
        /// Possible readings, best first, joined by a bar.
        candidates: Option<String> = "候选读法，竖线分隔",
        /// First code point in the text; equal to `end` when stripping took the place away.
        start: usize = "起始位置（码点）",
        /// First code point after it.
        end: usize = "结束位置（码点，不含）",
        /// First code point in the decoded source.
        source_start: usize = "在来源文本中的起始位置（码点）",
        /// First code point after it.
        source_end: usize = "在来源文本中的结束位置（码点，不含）",
    }

    /// One row for each stretch that stripping took away: site chrome and spam.
    RemovalRow = "removals", "剥离：每段被移除的网站文字或垃圾文字一行" {
        /// Id of the row.
        removal_id: String = "行编号",
        /// The document.
        document_id: &'d str = "文件编号",
        /// Place among the document's removals, from 1.
        position: usize = "次序，自 1 起",
        /// The rule.
        rule: &'d str = "规则",
        /// First code point in the decoded source.
        source_start: usize = "在来源文本中的起始位置（码点）",
        /// First code point after it.
        source_end: usize = "在来源文本中的结束位置（码点，不含）",
        /// The words.
        quote: &'d str = "被移除的文字",
    }

    /// One row for each remark on a document.
    DiagnosticRow = "diagnostics", "诊断：每条提示一行" {
        /// The document.
        document_id: &'d str = "文件编号",
        /// Place among the document's remarks, from 1.
        position: usize = "次序，自 1 起",
        /// What kind of remark it is.
        code: &'d str = "诊断代码" in Code,
        /// How much it matters.
        severity: String = "程度" in Severity,
        /// What was expected and what was found.
        message: &'d str = "说明（英文）",
        /// First code point of the place in the text.
        start: Option<usize> = "起始位置（码点）",
        /// First code point after it.
        end: Option<usize> = "结束位置（码点，不含）",
        /// The words at that place.
        quote: Option<&'d str> = "该位置的原文",
    }

    /// One row for each input that could not be read.
    ErrorRow = "errors", "失败：每个未能读取的输入一行" {
        /// Name of the input.
        source_name: Option<&'d str> = "来源名",
        /// What went wrong, as a stable word.
        kind: &'d str = "错误类别",
        /// What went wrong, in words.
        message: &'d str = "错误说明（英文）",
    }
}

/// All tables of facts, in the order of their files.
pub const TABLES: &[&Table] = &[
    DocumentRow::TABLE,
    TextRow::TABLE,
    IssuerRow::TABLE,
    RecipientRow::TABLE,
    AttachmentRow::TABLE,
    SectionRow::TABLE,
    TaskRow::TABLE,
    ResponsibilityRow::TABLE,
    TargetRow::TABLE,
    CitationRow::TABLE,
    MemberRow::TABLE,
    RepairRow::TABLE,
    RemovalRow::TABLE,
    DiagnosticRow::TABLE,
    ErrorRow::TABLE,
];

/// Takes the rows of tables as they come.
pub trait Rows {
    /// Takes one row; the cells are those of the table's columns, in order.
    ///
    /// # Errors
    ///
    /// When the row cannot be written.
    fn row(&mut self, table: &'static Table, cells: Vec<Cell<'_>>) -> io::Result<()>;
}

/// Hands on the rows of a document, table by table.
///
/// # Errors
///
/// When `rows` cannot write one.
pub fn document_rows(entry: &Entry, rows: &mut impl Rows) -> io::Result<()> {
    let facts = Facts::new(entry);
    facts.document(rows)?;
    facts.names(rows)?;
    facts.sections(rows)?;
    facts.tasks(rows)?;
    facts.targets(rows)?;
    facts.citations(rows)?;
    facts.members(rows)?;
    facts.changes(rows)?;
    facts.diagnostics(rows)
}

/// Hands on the row of an input that could not be read.
///
/// # Errors
///
/// When `rows` cannot write it.
pub fn error_row(
    source_name: Option<&str>,
    kind: &str,
    message: &str,
    rows: &mut impl Rows,
) -> io::Result<()> {
    put(
        rows,
        ErrorRow {
            source_name,
            kind,
            message,
        },
    )
}

pub(super) fn put<'d, R: Row<'d>>(rows: &mut impl Rows, row: R) -> io::Result<()> {
    rows.row(R::TABLE, row.cells())
}

/// The word that JSON has for a value of an enumeration.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Id of the row at `index` (from 0) of a kind of fact, e.g. `g0123456789abcdef-t1`.
pub(super) fn row_id(entry: &Entry, letter: &str, index: usize) -> String {
    format!("{}-{letter}{}", entry.id, index + 1)
}

/// A document on its way into rows.
struct Facts<'d> {
    entry: &'d Entry,
    document: &'d Document,
    id: &'d str,
    index: CharIndex<'d>,
    /// Where each section's path stands among the sections.
    sections: HashMap<&'d str, usize>,
    /// The tasks' places in the order of the text.
    places: Vec<(Span, usize)>,
}

impl<'d> Facts<'d> {
    fn new(entry: &'d Entry) -> Self {
        let document = &entry.document;
        let sections = document.sections.iter().enumerate();
        let tasks = document.tasks.iter().enumerate();
        let mut places: Vec<_> = tasks.map(|(index, task)| (task.span, index)).collect();
        places.sort();
        Self {
            entry,
            document,
            id: &entry.id,
            index: CharIndex::new(&document.text),
            sections: sections
                .map(|(index, section)| (section.path.as_str(), index))
                .collect(),
            places,
        }
    }

    fn start(&self, span: Span) -> usize {
        self.index.char_at(span.start)
    }

    fn end(&self, span: Span) -> usize {
        self.index.char_at(span.end)
    }

    fn quote(&self, span: Span) -> &'d str {
        self.document.text.get(span.range()).unwrap_or_default()
    }

    /// The nearest section whose path `path` is or lies under.
    fn section_of(&self, path: &str) -> Option<String> {
        let mut path = path.split('#').next().unwrap_or(path);
        loop {
            if let Some(&index) = self.sections.get(path) {
                return Some(row_id(self.entry, "s", index));
            }
            path = path.rsplit_once('.')?.0;
        }
    }

    /// The task whose words hold a place.
    fn task_at(&self, span: Span) -> Option<String> {
        let after = self
            .places
            .partition_point(|(place, _)| place.start <= span.start);
        let (place, index) = self.places[..after].last()?;
        place
            .contains(span)
            .then(|| row_id(self.entry, "t", *index))
    }

    fn document(&self, rows: &mut impl Rows) -> io::Result<()> {
        let (document, header) = (self.document, &self.document.header);
        let number = header.document_number.as_ref();
        let named = document
            .tasks
            .iter()
            .flat_map(|task| &task.responsibilities)
            .map(|responsibility| responsibility.departments.len());
        put(
            rows,
            DocumentRow {
                document_id: self.id,
                fingerprint: &self.entry.fingerprint,
                source_name: document.source.name.as_deref(),
                media: word(&document.source.media),
                encoding: &document.source.encoding,
                script: word(&document.source.script),
                source_bytes: document.source.bytes,
                characters: self.index.char_at(document.text.len()),
                title: header.title.as_deref(),
                genre: header.genre.as_ref().map(|genre| genre.as_str()),
                enclosed_title: header.enclosed_title.as_deref(),
                document_number: number.map(|number| number.text.as_str()),
                agency_code: number.and_then(|number| number.agency_code.as_deref()),
                number_year: number.and_then(|number| number.year),
                number_serial: number.and_then(|number| number.serial),
                classification: header.classification.as_deref(),
                urgency: header.urgency.as_deref(),
                issue_number: header.issue_number.as_deref(),
                index_number: header.index_number.as_deref(),
                date_issued: date(header.date_issued),
                date_published: date(header.date_published),
                date_printed: date(header.date_printed),
                date_effective: date(header.date_effective),
                date_expiry: date(header.date_expiry),
                note: header.note.as_deref(),
                printing_authority: header.printing_authority.as_deref(),
                inferred: joined(&header.inferred, " "),
                sections: document.sections.len(),
                tasks: document.tasks.len(),
                responsibilities: named.sum(),
                targets: document.targets.len(),
                citations: document.citations.len(),
                warnings: document
                    .diagnostics
                    .iter()
                    .filter(|diagnostic| diagnostic.severity == crate::Severity::Warning)
                    .count(),
                version: &document.generator.version,
            },
        )?;
        put(
            rows,
            TextRow {
                document_id: self.id,
                text: &document.text,
            },
        )
    }

    fn names(&self, rows: &mut impl Rows) -> io::Result<()> {
        let header = &self.document.header;
        let field = "issuing_authorities";
        let inferred = header.inferred.iter().any(|name| name == field);
        let spans = header.spans.get(field).map_or(&[][..], Vec::as_slice);
        for (index, name) in header.issuing_authorities.iter().enumerate() {
            // One place for each name, or it is not known which is whose.
            let span =
                (spans.len() == header.issuing_authorities.len()).then(|| spans[index]);
            let row = IssuerRow {
                document_id: self.id,
                position: index + 1,
                name,
                inferred,
                start: span.map(|span| self.start(span)),
                end: span.map(|span| self.end(span)),
                quote: span.map(|span| self.quote(span)),
            };
            put(rows, row)?;
        }
        for (list, names) in [("addressee", &header.addressees), ("cc", &header.cc)] {
            for (index, name) in names.iter().enumerate() {
                let row = RecipientRow {
                    document_id: self.id,
                    list,
                    position: index + 1,
                    name,
                };
                put(rows, row)?;
            }
        }
        for (index, title) in header.attachments.iter().enumerate() {
            let row = AttachmentRow {
                document_id: self.id,
                position: index + 1,
                title,
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn sections(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, section) in self.document.sections.iter().enumerate() {
            let parent = section.path.rsplit_once('.');
            let row = SectionRow {
                section_id: row_id(self.entry, "s", index),
                document_id: self.id,
                parent_id: parent.and_then(|(parent, _)| self.section_of(parent)),
                position: index + 1,
                path: &section.path,
                label: &section.label,
                level: section.level,
                heading: section.heading.as_deref(),
                kind: word(&section.kind),
                start: self.start(section.span),
                end: self.end(section.span),
                quote: self.quote(section.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn tasks(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, task) in self.document.tasks.iter().enumerate() {
            let row = TaskRow {
                task_id: row_id(self.entry, "t", index),
                document_id: self.id,
                section_id: self.section_of(&task.path),
                position: index + 1,
                path: &task.path,
                part: task.part,
                kind: word(&task.kind),
                label: task.label.as_deref(),
                heading: task.heading.as_deref(),
                strength: task.strength.as_deref(),
                deadline: task.deadline.map(|deadline| deadline.to_string()),
                deadline_text: task.deadline_text.as_deref(),
                start: self.start(task.span),
                end: self.end(task.span),
                quote: self.quote(task.span),
            };
            put(rows, row)?;
            self.responsibilities(index, rows)?;
        }
        Ok(())
    }

    fn responsibilities(&self, task: usize, rows: &mut impl Rows) -> io::Result<()> {
        let mut position = 0;
        let statements = &self.document.tasks[task].responsibilities;
        for (statement, responsibility) in statements.iter().enumerate() {
            for department in &responsibility.departments {
                position += 1;
                let task_id = row_id(self.entry, "t", task);
                let row = ResponsibilityRow {
                    responsibility_id: format!("{task_id}-r{position}"),
                    task_id,
                    document_id: self.id,
                    statement: statement + 1,
                    position,
                    role: word(&responsibility.role),
                    division_of_work: responsibility.division_of_work,
                    department: &department.name,
                    canonical: department.canonical.as_deref(),
                    department_kind: word(&department.kind),
                    start: self.start(responsibility.span),
                    end: self.end(responsibility.span),
                    quote: self.quote(responsibility.span),
                };
                put(rows, row)?;
            }
        }
        Ok(())
    }

    fn targets(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, target) in self.document.targets.iter().enumerate() {
            let baseline = target.baseline.as_ref();
            let row = TargetRow {
                target_id: row_id(self.entry, "g", index),
                document_id: self.id,
                task_id: self.task_at(target.span),
                section_id: target
                    .path
                    .as_deref()
                    .and_then(|path| self.section_of(path)),
                position: index + 1,
                path: target.path.as_deref(),
                indicator: &target.indicator,
                comparator: word(&target.comparator),
                value: target.value,
                value_max: target.value_max,
                unit: target.unit.as_deref(),
                change: word(&target.change),
                per: target.per.as_deref(),
                deadline: date(target.deadline),
                baseline: baseline.map(|baseline| baseline.text.as_str()),
                baseline_value: baseline.and_then(|baseline| baseline.value),
                baseline_date: date(baseline.and_then(|baseline| baseline.date)),
                status: word(&target.status),
                strength: target.strength.as_deref(),
                nature: target.nature.as_ref().map(word),
                start: self.start(target.span),
                end: self.end(target.span),
                quote: self.quote(target.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn citations(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, citation) in self.document.citations.iter().enumerate() {
            let number: Option<&DocumentNumber> = citation.document_number.as_ref();
            let row = CitationRow {
                citation_id: row_id(self.entry, "c", index),
                document_id: self.id,
                position: index + 1,
                title: &citation.title,
                document_number: number.map(|number| number.text.as_str()),
                agency_code: number.and_then(|number| number.agency_code.as_deref()),
                number_year: number.and_then(|number| number.year),
                number_serial: number.and_then(|number| number.serial),
                start: self.start(citation.span),
                end: self.end(citation.span),
                quote: self.quote(citation.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn members(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, member) in self.document.members.iter().enumerate() {
            let row = MemberRow {
                member_id: row_id(self.entry, "m", index),
                document_id: self.id,
                position: index + 1,
                body: &member.body,
                office: &member.office,
                name: &member.name,
                affiliation: member.affiliation.as_deref(),
                start: self.start(member.span),
                end: self.end(member.span),
                quote: self.quote(member.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    /// What was repaired and what was taken away.
    fn changes(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, repair) in self.document.repairs.iter().enumerate() {
            let [source_start, source_end] = code_points(repair.source_span);
            let row = RepairRow {
                repair_id: row_id(self.entry, "f", index),
                document_id: self.id,
                position: index + 1,
                damaged: &repair.from,
                repaired: &repair.to,
                rule: &repair.rule,
                certain: repair.certain,
                candidates: joined(&repair.candidates, "|"),
                start: self.start(repair.span),
                end: self.end(repair.span),
                source_start,
                source_end,
            };
            put(rows, row)?;
        }
        for (index, removed) in self.document.removed.iter().enumerate() {
            let [source_start, source_end] = code_points(removed.source_span);
            let row = RemovalRow {
                removal_id: row_id(self.entry, "x", index),
                document_id: self.id,
                position: index + 1,
                rule: &removed.rule,
                source_start,
                source_end,
                quote: &removed.text,
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn diagnostics(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, diagnostic) in self.document.diagnostics.iter().enumerate() {
            let row = DiagnosticRow {
                document_id: self.id,
                position: index + 1,
                code: diagnostic.code.as_str(),
                severity: word(&diagnostic.severity),
                message: &diagnostic.message,
                start: diagnostic.span.map(|span| self.start(span)),
                end: diagnostic.span.map(|span| self.end(span)),
                quote: diagnostic.span.map(|span| self.quote(span)),
            };
            put(rows, row)?;
        }
        Ok(())
    }
}

fn date(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn joined(words: &[String], by: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.join(by))
}

/// A place of the source in code points, which a document in bytes keeps beside the bytes.
fn code_points(mut span: crate::SourceSpan) -> [usize; 2] {
    span.count_code_points();
    [span.start, span.end]
}
