//! Networks: departments by tasks, departments by departments, documents by citation.

use std::collections::{BTreeMap, HashMap};

use super::Entry;
use super::facts::{row_id, word};
use super::table::{Cell, Row, Table, tables};
use crate::{Department, Document, DocumentNumber, Role, Task};

tables! {
    /// Nodes of the department–task network: every department and every task that names one.
    DepartmentTaskNode = "department-task.nodes", "部门—任务网络的节点" {
        /// The department's name, or the task's id.
        id: &'d str = "部门名称或任务编号",
        /// The department's name, or the task's path and heading.
        label: &'d str = "部门名称，或任务的路径与小标题",
        /// `department` or `task`: the two sides of the network.
        side: &'d str = "department 部门；task 任务",
        /// What sort of body the department is.
        department_kind: Option<&'d str> = "机构类别" in DepartmentKind,
        /// What the task is.
        task_kind: Option<&'d str> = "条目类别" in TaskKind,
        /// The task's document.
        document_id: Option<&'d str> = "任务所在文件编号",
        /// How many tasks name the department.
        tasks: Option<usize> = "涉及该部门的任务数",
    }

    /// Edges of the department–task network: one for each department in each task.
    DepartmentTaskEdge = "department-task.edges", "部门—任务网络的边：每个任务中的每个部门一条" {
        /// The department.
        source: &'d str = "部门",
        /// The task.
        target: &'d str = "任务",
        /// What the department is to do: the strongest of its roles in the task.
        role: String = "角色（取最强者）" in Role,
        /// Whether each acts within its own duties.
        division_of_work: bool = "是否按职责分工",
        /// How often the task names the department.
        weight: usize = "该任务提及该部门的次数",
    }

    /// Nodes of the department network.
    DepartmentNode = "department.nodes", "部门网络的节点" {
        /// The department's name.
        id: &'d str = "部门名称",
        /// The same.
        label: &'d str = "同上",
        /// What sort of body it is.
        department_kind: &'d str = "机构类别" in DepartmentKind,
        /// How many tasks name it.
        tasks: usize = "涉及的任务数",
        /// In how many it leads.
        lead: usize = "牵头的任务数",
        /// In how many it is responsible.
        responsible: usize = "负责的任务数",
        /// In how many it cooperates.
        cooperating: usize = "配合的任务数",
    }

    /// Edges of the department network: two departments that share a task.
    DepartmentEdge = "department.edges", "部门网络的边：共同承担任务的两个部门" {
        /// One department.
        source: &'d str = "部门之一",
        /// The other.
        target: &'d str = "部门之二",
        /// How many tasks name both.
        weight: usize = "共同任务数",
        /// In how many of these exactly one of the two leads.
        led: usize = "其中恰有一方牵头的任务数",
    }

    /// Nodes of the citation network: documents read and documents cited.
    CitationNode = "citation.nodes", "引用网络的节点：读入的文件与被引文件" {
        /// The document number where known, else the title, else the document's id.
        id: &'d str = "发文字号；无字号者为标题，再无则为文件编号",
        /// The title, or the id.
        label: &'d str = "标题",
        /// The document number.
        document_number: Option<&'d str> = "发文字号",
        /// Whether it was read and not only cited.
        read: bool = "是否为读入的文件",
        /// Its id when it was read; the first one's when several inputs hold the document.
        document_id: Option<&'d str> = "读入文件的编号（多份相同者取第一份）",
        /// How many documents cite it.
        cited: usize = "被多少文件引用",
    }

    /// Edges of the citation network: one document cites another.
    CitationEdge = "citation.edges", "引用网络的边：一文件引用另一文件" {
        /// The citing document.
        source: &'d str = "引用者",
        /// The cited one.
        target: &'d str = "被引者",
        /// How many inputs say so: more than one where the same document was read several times.
        weight: usize = "出现该引用的输入数",
    }
}

/// A network of a [`Networks`] collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Network {
    /// Departments and the tasks that name them; two-sided and undirected.
    DepartmentTask,
    /// Departments that share tasks; undirected.
    Department,
    /// Documents that cite documents; directed.
    Citation,
}

impl Network {
    /// All networks.
    pub const ALL: &[Self] = &[Self::DepartmentTask, Self::Department, Self::Citation];

    /// Its name and that of its file, e.g. `department-task`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DepartmentTask => "department-task",
            Self::Department => "department",
            Self::Citation => "citation",
        }
    }

    /// Whether its edges have a direction.
    #[must_use]
    pub const fn is_directed(self) -> bool {
        matches!(self, Self::Citation)
    }

    /// The columns of its nodes; the first one is the id, the second the label.
    #[must_use]
    pub const fn nodes(self) -> &'static Table {
        match self {
            Self::DepartmentTask => DepartmentTaskNode::TABLE,
            Self::Department => DepartmentNode::TABLE,
            Self::Citation => CitationNode::TABLE,
        }
    }

    /// The columns of its edges; the first two are the ids of the nodes it joins.
    #[must_use]
    pub const fn edges(self) -> &'static Table {
        match self {
            Self::DepartmentTask => DepartmentTaskEdge::TABLE,
            Self::Department => DepartmentEdge::TABLE,
            Self::Citation => CitationEdge::TABLE,
        }
    }
}

/// The tables of nodes and edges of all networks.
pub const NETWORKS: &[&Table] = &[
    DepartmentTaskNode::TABLE,
    DepartmentTaskEdge::TABLE,
    DepartmentNode::TABLE,
    DepartmentEdge::TABLE,
    CitationNode::TABLE,
    CitationEdge::TABLE,
];

/// A network with its nodes and edges, sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// Which network it is.
    pub network: Network,
    /// The nodes: cells of [`Network::nodes`].
    pub nodes: Vec<Vec<Cell<'static>>>,
    /// The edges: cells of [`Network::edges`].
    pub edges: Vec<Vec<Cell<'static>>>,
}

/// What stands for a department in a network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NodeName {
    /// The full name without its region where it is known, so that 省卫生健康委 and
    /// 市卫健委 are one node; else the name as written.
    #[default]
    Canonical,
    /// The name as each document writes it.
    AsWritten,
}

/// Departments of one task that are joined with each other at the most. The pairs grow with
/// the square; no real statement of responsibility names as many.
const TOGETHER: usize = 200;

/// Gathers the networks of many documents.
#[derive(Debug, Default)]
pub struct Networks {
    names: NodeName,
    departments: BTreeMap<String, DepartmentTally>,
    tasks: Vec<TaskNode>,
    assignments: Vec<Assignment>,
    pairs: BTreeMap<(String, String), Pair>,
    documents: Vec<Known>,
    citations: Vec<(usize, Known)>,
}

#[derive(Debug, Default)]
struct DepartmentTally {
    kind: String,
    roles: [usize; 3],
}

#[derive(Debug)]
struct TaskNode {
    id: String,
    label: String,
    kind: String,
    document_id: String,
}

#[derive(Debug)]
struct Assignment {
    department: String,
    /// Among the tasks.
    task: usize,
    role: Role,
    division_of_work: bool,
    weight: usize,
}

#[derive(Debug, Default)]
struct Pair {
    weight: usize,
    led: usize,
}

/// A document as far as it is known: read or only cited.
#[derive(Debug)]
struct Known {
    document_id: Option<String>,
    title: Option<String>,
    /// A further title it goes by: that of the document it carries.
    enclosed: Option<String>,
    number: Option<String>,
}

impl Networks {
    /// Networks whose departments go by these names.
    #[must_use]
    pub fn new(names: NodeName) -> Self {
        Self {
            names,
            ..Self::default()
        }
    }

    /// Adds a document.
    pub fn add(&mut self, entry: &Entry) {
        for (index, task) in entry.document.tasks.iter().enumerate() {
            self.add_task(entry, index, task);
        }
        let known = Known::read(entry);
        let at = self.documents.len();
        self.documents.push(known);
        for citation in &entry.document.citations {
            let number = citation.document_number.as_ref();
            let cited = Known {
                document_id: None,
                title: Some(closed_up(&citation.title)),
                enclosed: None,
                number: number.map(|number| number.text.clone()),
            };
            self.citations.push((at, cited));
        }
    }

    fn add_task(&mut self, entry: &Entry, index: usize, task: &Task) {
        let mut named: BTreeMap<&str, Assignment> = BTreeMap::new();
        for responsibility in &task.responsibilities {
            for department in &responsibility.departments {
                let name = self.name(department);
                let assignment = named.entry(name).or_insert_with(|| Assignment {
                    department: name.to_owned(),
                    task: self.tasks.len(),
                    role: responsibility.role,
                    division_of_work: false,
                    weight: 0,
                });
                assignment.role = assignment.role.min(responsibility.role);
                assignment.division_of_work |= responsibility.division_of_work;
                assignment.weight += 1;
                let kind = || word(&department.kind);
                self.departments.entry(name.to_owned()).or_insert_with(|| {
                    DepartmentTally {
                        kind: kind(),
                        roles: [0; 3],
                    }
                });
            }
        }
        if named.is_empty() {
            return;
        }
        let heading = task.heading.as_deref().unwrap_or_default();
        self.tasks.push(TaskNode {
            id: row_id(entry, "t", index),
            label: format!("{} {heading}", task.path).trim_end().to_owned(),
            kind: word(&task.kind),
            document_id: entry.id.clone(),
        });
        let named: Vec<Assignment> = named.into_values().collect();
        for assignment in &named {
            if let Some(tally) = self.departments.get_mut(&assignment.department) {
                tally.roles[assignment.role as usize] += 1;
            }
        }
        self.join(&named[..named.len().min(TOGETHER)]);
        self.assignments.extend(named);
    }

    /// Joins each department of a task with each other one. They are sorted by name, so
    /// that a pair has one order.
    fn join(&mut self, named: &[Assignment]) {
        for (index, one) in named.iter().enumerate() {
            for other in &named[index + 1..] {
                let key = (one.department.clone(), other.department.clone());
                let pair = self.pairs.entry(key).or_default();
                pair.weight += 1;
                pair.led +=
                    usize::from((one.role == Role::Lead) != (other.role == Role::Lead));
            }
        }
    }

    fn name<'n>(&self, department: &'n Department) -> &'n str {
        match (self.names, &department.canonical) {
            (NodeName::Canonical, Some(canonical)) => canonical,
            _ => &department.name,
        }
    }

    /// One of the networks.
    #[must_use]
    pub fn graph(&self, network: Network) -> Graph {
        let (nodes, edges) = match network {
            Network::DepartmentTask => self.department_task(),
            Network::Department => self.department(),
            Network::Citation => self.citation(),
        };
        Graph {
            network,
            nodes,
            edges,
        }
    }

    fn department_task(&self) -> (Cells, Cells) {
        let departments = self.departments.iter().map(|(name, tally)| {
            owned(DepartmentTaskNode {
                id: name,
                label: name,
                side: "department",
                department_kind: Some(&tally.kind),
                task_kind: None,
                document_id: None,
                tasks: Some(tally.roles.iter().sum()),
            })
        });
        let tasks = self.tasks.iter().map(|task| {
            owned(DepartmentTaskNode {
                id: &task.id,
                label: &task.label,
                side: "task",
                department_kind: None,
                task_kind: Some(&task.kind),
                document_id: Some(&task.document_id),
                tasks: None,
            })
        });
        let edges = self.assignments.iter().map(|assignment| {
            owned(DepartmentTaskEdge {
                source: &assignment.department,
                target: &self.tasks[assignment.task].id,
                role: word(&assignment.role),
                division_of_work: assignment.division_of_work,
                weight: assignment.weight,
            })
        });
        (departments.chain(tasks).collect(), edges.collect())
    }

    fn department(&self) -> (Cells, Cells) {
        let nodes = self.departments.iter().map(|(name, tally)| {
            owned(DepartmentNode {
                id: name,
                label: name,
                department_kind: &tally.kind,
                tasks: tally.roles.iter().sum(),
                lead: tally.roles[Role::Lead as usize],
                responsible: tally.roles[Role::Responsible as usize],
                cooperating: tally.roles[Role::Cooperating as usize],
            })
        });
        let edges = self.pairs.iter().map(|((source, target), pair)| {
            owned(DepartmentEdge {
                source,
                target,
                weight: pair.weight,
                led: pair.led,
            })
        });
        (nodes.collect(), edges.collect())
    }

    fn citation(&self) -> (Cells, Cells) {
        let mut nodes = Nodes::default();
        let read: Vec<String> = self
            .documents
            .iter()
            .map(|known| nodes.add(known))
            .collect();
        // Those with a number first: they tell which number a bare title stands for.
        let (numbered, bare): (Vec<_>, Vec<_>) = self
            .citations
            .iter()
            .partition(|(_, cited)| cited.number.is_some());
        let mut edges: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for (citing, cited) in numbered.into_iter().chain(bare) {
            let id = nodes.add(cited);
            if id != read[*citing] {
                *edges.entry((&read[*citing], id)).or_default() += 1;
            }
        }
        for (_, target) in edges.keys() {
            if let Some(node) = nodes.by_id.get_mut(target) {
                node.cited += 1;
            }
        }
        let rows = nodes.by_id.iter().map(|(id, node)| {
            owned(CitationNode {
                id,
                label: node.title.as_deref().unwrap_or(id),
                document_number: node.number,
                read: node.document_id.is_some(),
                document_id: node.document_id,
                cited: node.cited,
            })
        });
        let edges = edges.iter().map(|((source, target), weight)| {
            owned(CitationEdge {
                source,
                target,
                weight: *weight,
            })
        });
        (rows.collect(), edges.collect())
    }
}

type Cells = Vec<Vec<Cell<'static>>>;

fn owned<'d>(row: impl Row<'d>) -> Vec<Cell<'static>> {
    row.cells().into_iter().map(Cell::into_owned).collect()
}

impl Known {
    fn read(entry: &Entry) -> Self {
        let Document { header, .. } = &entry.document;
        let number: Option<&DocumentNumber> = header.document_number.as_ref();
        Self {
            document_id: Some(entry.id.clone()),
            title: header.title.as_deref().map(closed_up),
            enclosed: header.enclosed_title.as_deref().map(closed_up),
            number: number.map(|number| number.text.clone()),
        }
    }
}

/// The documents of the citation network.
#[derive(Debug, Default)]
struct Nodes<'n> {
    by_id: BTreeMap<String, CitedNode<'n>>,
    by_title: HashMap<&'n str, String>,
}

#[derive(Debug)]
struct CitedNode<'n> {
    title: Option<String>,
    number: Option<&'n str>,
    document_id: Option<&'n str>,
    cited: usize,
}

impl<'n> Nodes<'n> {
    /// The id of a document's node, which is made when it is new: the same one for the same
    /// number, or for the same title where a number is not given.
    fn add(&mut self, known: &'n Known) -> String {
        let by_title = known
            .title
            .as_deref()
            .and_then(|title| self.by_title.get(title));
        let id = match (&known.number, by_title, &known.title) {
            (Some(number), ..) => number.clone(),
            (None, Some(id), _) => id.clone(),
            (None, None, Some(title)) => title.clone(),
            (None, None, None) => known.document_id.clone().unwrap_or_default(),
        };
        for title in [&known.title, &known.enclosed].into_iter().flatten() {
            self.by_title.entry(title).or_insert_with(|| id.clone());
        }
        let node = self.by_id.entry(id.clone()).or_insert(CitedNode {
            title: None,
            number: known.number.as_deref(),
            document_id: None,
            cited: 0,
        });
        if node.title.is_none() {
            node.title.clone_from(&known.title);
        }
        node.document_id = node.document_id.or(known.document_id.as_deref());
        id
    }
}

/// A title without white space, which line breaks of a page bring into it.
fn closed_up(title: &str) -> String {
    title.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(texts: &[&str]) -> Networks {
        let mut networks = Networks::new(NodeName::Canonical);
        for text in texts {
            let parsed = crate::parse(text.as_bytes()).unwrap();
            networks.add(&Entry::new(parsed.document));
        }
        networks
    }

    fn texts(rows: &[Vec<Cell<'static>>]) -> Vec<String> {
        let word = |cell: &Cell<'_>| match cell {
            Cell::Null => "-".to_owned(),
            Cell::Text(text) => text.to_string(),
            Cell::Integer(number) => number.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Boolean(value) => value.to_string(),
        };
        rows.iter()
            .map(|row| row.iter().map(word).collect::<Vec<_>>().join(" "))
            .collect()
    }

    const TASKS: &str = "一、加强值守。（市教育局牵头，市公安局配合）\n\
        二、开展排查。（责任单位：市教育局、市公安局）\n";

    #[test]
    fn departments_that_share_tasks_are_joined_once() {
        let graph = networks(&[TASKS]).graph(Network::Department);
        assert_eq!(
            texts(&graph.nodes),
            [
                "公安局 公安局 agency 2 0 1 1",
                "教育局 教育局 agency 2 1 1 0"
            ]
        );
        assert_eq!(texts(&graph.edges), ["公安局 教育局 2 1"]);
    }

    #[test]
    fn each_department_of_a_task_has_one_edge() {
        let graph = networks(&[TASKS]).graph(Network::DepartmentTask);
        assert_eq!(graph.nodes.len(), 4);
        let edges = texts(&graph.edges);
        assert_eq!(edges.len(), 4);
        assert!(
            edges[0].starts_with("公安局 g") && edges[0].ends_with("cooperating false 1")
        );
        assert!(edges[1].starts_with("教育局 g") && edges[1].ends_with("lead false 1"));
    }

    #[test]
    fn a_bare_title_is_the_document_whose_number_is_given_elsewhere() {
        let graph = networks(&[
            "一、落实《教育规划纲要》要求。\n",
            "一、落实《教育规划纲要》（国发〔2010〕12号）要求。\n二、加强值守。\n",
        ])
        .graph(Network::Citation);
        let cited: Vec<String> = texts(&graph.nodes)
            .into_iter()
            .filter(|node| node.contains("false"))
            .collect();
        assert_eq!(
            cited,
            ["国发〔2010〕12号 教育规划纲要 国发〔2010〕12号 false - 2"]
        );
        assert_eq!(graph.edges.len(), 2);
    }
}
