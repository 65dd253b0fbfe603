//! The page's own words for what the types name, in Chinese and English.

use super::html::Label;
use crate::{
    Code, Comparator, DepartmentKind, Media, Nature, Role, Script, SectionKind, Severity,
    TargetStatus, TaskKind,
};

pub(super) const fn task_kind(kind: TaskKind) -> Label {
    match kind {
        TaskKind::Task => Label("任务", "task"),
        TaskKind::Goal => Label("目标", "goal"),
        TaskKind::Principle => Label("原则", "principle"),
        TaskKind::Safeguard => Label("保障", "safeguard"),
        TaskKind::Review => Label("回顾", "review"),
        TaskKind::Provision => Label("条款", "provision"),
        TaskKind::Other => Label("其他", "other"),
    }
}

pub(super) const fn section_kind(kind: SectionKind) -> Label {
    match kind {
        SectionKind::Goals => Label("目标", "goals"),
        SectionKind::Tasks => Label("任务", "tasks"),
        SectionKind::Principles => Label("原则", "principles"),
        SectionKind::Safeguards => Label("保障", "safeguards"),
        SectionKind::Background => Label("背景", "background"),
        SectionKind::Review => Label("回顾", "review"),
        SectionKind::Provisions => Label("条款", "provisions"),
        SectionKind::Attachment => Label("附件", "attachment"),
        SectionKind::Other => Label("其他", "other"),
    }
}

pub(super) const fn role(role: Role) -> Label {
    match role {
        Role::Lead => Label("牵头", "lead"),
        Role::Responsible => Label("负责", "responsible"),
        Role::Cooperating => Label("配合", "cooperating"),
    }
}

/// The role as one character and as a class of the style sheet.
pub(super) const fn role_mark(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Lead => ("牵", "lead"),
        Role::Responsible => ("责", "resp"),
        Role::Cooperating => ("配", "coop"),
    }
}

pub(super) const fn department_kind(kind: DepartmentKind) -> Label {
    match kind {
        DepartmentKind::Agency => Label("部门", "agency"),
        DepartmentKind::Government => Label("政府", "government"),
        DepartmentKind::Party => Label("党委机构", "party body"),
        DepartmentKind::Mass => Label("群团", "mass organisation"),
        DepartmentKind::Judicial => Label("司法", "judicial body"),
        DepartmentKind::Institution => Label("事业单位", "institution"),
        DepartmentKind::Enterprise => Label("企业", "enterprise"),
        DepartmentKind::Temporary => Label("议事协调机构", "temporary body"),
        DepartmentKind::Collective => Label("统称", "collective"),
        DepartmentKind::Other => Label("其他", "other"),
    }
}

pub(super) const fn status(status: TargetStatus) -> Label {
    match status {
        TargetStatus::Planned => Label("计划", "planned"),
        TargetStatus::Achieved => Label("已完成", "achieved"),
        TargetStatus::Condition => Label("条件", "condition"),
    }
}

/// The status as a class of the style sheet.
pub(super) const fn status_class(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Planned => "planned",
        TargetStatus::Achieved => "achieved",
        TargetStatus::Condition => "condition",
    }
}

pub(super) const fn nature(nature: Nature) -> Label {
    match nature {
        Nature::Binding => Label("约束性", "binding"),
        Nature::Anticipatory => Label("预期性", "anticipatory"),
    }
}

/// The comparator as a sign; an exact value needs none.
pub(super) const fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "",
        Comparator::AtLeast => "≥",
        Comparator::MoreThan => ">",
        Comparator::AtMost => "≤",
        Comparator::LessThan => "<",
        Comparator::About => "≈",
    }
}

pub(super) const fn severity(severity: Severity) -> Label {
    match severity {
        Severity::Warning => Label("警告", "warning"),
        Severity::Note => Label("提示", "note"),
    }
}

pub(super) const fn media(media: Media) -> Label {
    match media {
        Media::Html => Label("网页", "web page"),
        Media::Text => Label("文本", "text"),
    }
}

pub(super) const fn script(script: Script) -> Label {
    match script {
        Script::Simplified => Label("简体", "simplified"),
        Script::Traditional => Label("繁体", "traditional"),
        Script::Mixed => Label("繁简混用", "mixed"),
    }
}

/// What a diagnostic says, in Chinese; its own message is in English.
pub(super) const fn diagnostic(code: Code) -> &'static str {
    match code {
        Code::ReplacedBytes => "含有无法解码的字节，已以 \u{FFFD} 代替",
        Code::OverruledEncoding => "网页声明的编码与实际不符，已按实际编码读取",
        Code::DoubleEncoding => "文字曾以错误编码转存，已还原",
        Code::RemovedReadings => "文字后的注音已删去",
        Code::UncertainDamage => "此处文字损坏，原文不能确定，保留原样",
        Code::SkippedLabel => "序号不连续",
        Code::RepeatedLabel => "序号重复",
        Code::UnclosedBracket => "责任表述的括号没有收尾，读到句末为止",
        Code::NoDepartment => "责任表述中没有读出单位名称",
        Code::UncertainRow => "责任分工表此行的列不能确定，可能有缺漏",
        Code::UnreadableNumber => "数字不能可靠读出，未作为指标",
        Code::NotAPolicyDocument => "不像公文，其中读出的内容未必可信",
    }
}

/// The rule of a repair or a removal, in Chinese.
pub(super) fn rule(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "damage/byte-annotation" => "注音插入字节之间",
        "damage/byte-cut" => "字节被切断错位",
        "damage/lost-nbsp" => "丢失的空格",
        "damage/private-use-point" => "私用区字符",
        "layout/break-sign" => "代替换行的符号",
        "layout/break-tag" => "残留的换行标签",
        "layout/page-number" => "页码",
        "strip/breadcrumb" => "当前位置导航",
        "strip/carriage-mark" => "残留的回车标记",
        "strip/comment" => "网页注释",
        "strip/controls" => "网页按钮、菜单",
        "strip/duplicate-text" => "重复的摘要",
        "strip/duplicate-title" => "重复的标题",
        "strip/page-mark" => "页码",
        "strip/front-matter" => "文件头部的元数据块",
        "strip/injected-page-title" => "被植入的网页标题",
        "strip/link-list" => "链接列表",
        "strip/metadata" => "网站元数据",
        "strip/navigation" => "网站导航",
        "strip/news-lead" => "新闻导语",
        "strip/outside-content" => "正文区以外的内容",
        "strip/page-tail" => "页尾",
        "strip/portal-note" => "门户、文库的说明",
        "strip/repository-remark" => "转载者的附注",
        "strip/site-footer" => "网站页脚",
        "strip/site-name" => "网站名称",
        "strip/web-address" => "网址",
        _ => return None,
    })
}
