//! Bodies that are given work.

use serde::{Deserialize, Serialize};

/// A body that a document names as responsible, e.g. `省卫生健康委`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Department {
    /// The name as the document writes it, e.g. `区党委组织部(编办)`.
    pub name: String,
    /// The full name of the kind of body without its region, e.g. `卫生健康委员会`; `None`
    /// for collectives (`各市县`) and for bodies the lexicon does not know.
    pub canonical: Option<String>,
    /// What sort of body it is.
    pub kind: DepartmentKind,
}

/// What sort of body a department is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum DepartmentKind {
    /// A department or agency of a government (政府部门), e.g. `财政厅`.
    Agency,
    /// A government itself (人民政府), e.g. `各区政府`.
    Government,
    /// A body of the Party (党委部门), e.g. `市委组织部`.
    Party,
    /// A mass organisation (群团组织), e.g. `全国总工会`.
    Mass,
    /// A court or procuratorate (司法机关), e.g. `市检察院`.
    Judicial,
    /// A public institution (事业单位), e.g. `省人民医院`.
    Institution,
    /// An enterprise (企业), e.g. `申通地铁集团`.
    Enterprise,
    /// A leading group, headquarters or joint meeting (议事协调机构), e.g. `市医改领导小组`.
    Temporary,
    /// A class of bodies that is not named one by one, e.g. `各市县`, `有关部门`.
    Collective,
    /// None of these, or unknown.
    #[default]
    Other,
}
