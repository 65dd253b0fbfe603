//! The facts of a document as plain owned data; every type goes through serde both ways.

mod citation;
mod date;
mod decimal;
mod department;
mod header;
mod section;
mod target;
mod task;

pub use citation::{Citation, Member};
pub use date::{Date, Deadline};
pub use decimal::Decimal;
pub use department::{Department, DepartmentKind};
pub use header::{DocumentNumber, Genre, Header, Level, Region};
pub use section::{Section, SectionKind};
pub use target::{Baseline, Change, Comparator, Nature, Target, TargetStatus};
pub use task::{Responsibility, Role, Task, TaskKind};
