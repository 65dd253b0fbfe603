//! The tables of facts: what each is, and what each of its columns means.

use super::table::{Row, Table, tables};
use crate::Decimal;

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
        /// Level of the issuer: national, provincial, prefectural, county, township.
        level: Option<String> = "发文机关层级：国家、省、地、县、乡级",
        /// Code of the issuer's place after GB/T 2260.
        region_code: Option<&'d str> = "发文机关所在行政区划代码（GB/T 2260）",
        /// The issuer's place with those it lies in.
        region_name: Option<&'d str> = "发文机关所在行政区划名称",
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
