//! The elements around the text proper: GB/T 9704-2012 and what the site says.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Date;
use crate::Span;

/// Elements of the masthead (版头), the main part (主体) and the imprint (版记) of an
/// official document after GB/T 9704-2012, and what the publishing site adds.
///
/// A field is `None` or empty when the document does not say. Texts are as printed, with
/// line breaks and spaces inside them closed up.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Header {
    /// Title (标题, 7.3.1) of the outermost document, e.g. `关于印发…实施方案的通知`.
    pub title: Option<String>,
    /// Genre (文种): the last word of the title, e.g. `通知`.
    pub genre: Option<Genre>,
    /// Title of the document that a covering notice carries, e.g. `…实施方案`.
    pub enclosed_title: Option<String>,
    /// Document number (发文字号, 7.2.5), e.g. `慈政发〔2017〕42号`.
    pub document_number: Option<DocumentNumber>,
    /// Issuing authorities (发文机关, 7.2.4 and 7.3.5), e.g. `慈溪市人民政府`.
    pub issuing_authorities: Vec<String>,
    /// Level of the issuer (行政层级), concluded from its name, e.g. county for
    /// `慈溪市人民政府`; `None` where the name does not say.
    #[serde(default)]
    pub level: Option<Level>,
    /// Place of the issuer (行政区划), concluded from its name or the title's, where it is
    /// certain which one is meant.
    #[serde(default)]
    pub region: Option<Region>,
    /// Addressees (主送机关, 7.3.2), e.g. `各镇人民政府`.
    pub addressees: Vec<String>,
    /// Security classification (密级, 7.2.2), e.g. `秘密`.
    pub classification: Option<String>,
    /// Urgency (紧急程度, 7.2.3), e.g. `特急`.
    pub urgency: Option<String>,
    /// Signatories (签发人, 7.2.6).
    pub signatories: Vec<String>,
    /// Issue number of a bulletin (期号), e.g. `23` for `第23期`.
    pub issue_number: Option<String>,
    /// Index number (索引号) the site gives, e.g. `000014349/2018-00217`.
    pub index_number: Option<String>,
    /// Date of issue (成文日期, 7.3.5).
    pub date_issued: Option<Date>,
    /// Date of publication (发布日期) the site gives.
    pub date_published: Option<Date>,
    /// Date of printing (印发日期, 7.4.3).
    pub date_printed: Option<Date>,
    /// Date of entry into force (施行日期).
    pub date_effective: Option<Date>,
    /// Date of expiry (失效日期).
    pub date_expiry: Option<Date>,
    /// Note (附注, 7.3.6), e.g. `此件主动公开`.
    pub note: Option<String>,
    /// Copy recipients (抄送机关, 7.4.2), e.g. `市委各部门`.
    pub cc: Vec<String>,
    /// Printing authority (印发机关, 7.4.3), e.g. `慈溪市人民政府办公室`.
    pub printing_authority: Option<String>,
    /// Titles of the attachments (附件, 7.3.4 and 7.3.7), without their numbers.
    pub attachments: Vec<String>,
    /// Names of the fields above that were concluded and are not printed as they stand.
    pub inferred: Vec<String>,
    /// Where each printed field stands, by the field's name.
    pub spans: BTreeMap<String, Vec<Span>>,
}

/// Level of government (行政层级).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Level {
    /// 国家级: `国务院办公厅`.
    National,
    /// 省级: a province, an autonomous region, a municipality.
    Provincial,
    /// 地级: a prefecture or a city of its rank.
    Prefectural,
    /// 县级: a county, a district, a county-level city.
    County,
    /// 乡级: a town, a township, a sub-district.
    Township,
}

impl Level {
    /// The word as in JSON, e.g. `county`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Provincial => "provincial",
            Self::Prefectural => "prefectural",
            Self::County => "county",
            Self::Township => "township",
        }
    }
}

/// An administrative division (行政区划) of China down to the county.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Region {
    /// Code of GB/T 2260, six digits, e.g. `330282`.
    pub code: String,
    /// Its name after the names of those it lies in, e.g. `浙江省宁波市慈溪市`.
    pub name: String,
}

/// A document number (发文字号, GB/T 9704-2012 7.2.5), e.g. `国办发〔2022〕14号`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentNumber {
    /// The number as printed, spaces closed up and the year in `〔〕`.
    pub text: String,
    /// Agency code (机关代字), e.g. `国办发`; `None` where the form has none.
    pub agency_code: Option<String>,
    /// Year (年份), e.g. 2022; `None` where the form has none (`第193号令`).
    pub year: Option<u16>,
    /// Serial number (顺序号), e.g. 14.
    pub serial: Option<u32>,
}

macro_rules! genres {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// Genre (文种) of a document: the fifteen of the 2012 条例 and others in use.
        ///
        /// JSON has the Chinese word.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        #[non_exhaustive]
        pub enum Genre {
            $($(#[$doc])* $name,)*
            /// Any other word, as printed.
            Other(String),
        }

        impl Genre {
            /// The genres with a name of their own.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The Chinese word, e.g. `通知`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<String> for Genre {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$name,)*
                    _ => Self::Other(word),
                }
            }
        }
    };
}

genres! {
    /// 决议
    Resolution = "决议",
    /// 决定
    Decision = "决定",
    /// 命令（令）
    Order = "令",
    /// 公报
    Communique = "公报",
    /// 公告
    Announcement = "公告",
    /// 通告
    PublicNotice = "通告",
    /// 意见
    Opinions = "意见",
    /// 通知
    Notice = "通知",
    /// 通报
    Circular = "通报",
    /// 报告
    Report = "报告",
    /// 请示
    Request = "请示",
    /// 批复
    Reply = "批复",
    /// 议案
    Motion = "议案",
    /// 函
    Letter = "函",
    /// 纪要
    Minutes = "纪要",
    /// 方案, e.g. 实施方案, 工作方案
    Scheme = "方案",
    /// 要点, e.g. 工作要点
    KeyPoints = "要点",
    /// 规划
    Plan = "规划",
    /// 计划, e.g. 行动计划
    Programme = "计划",
    /// 办法
    Measures = "办法",
    /// 规定
    Provisions = "规定",
    /// 细则
    DetailedRules = "细则",
    /// 条例
    Regulations = "条例",
    /// 简报
    Bulletin = "简报",
    /// 解读
    Explainer = "解读",
    /// 措施
    Steps = "措施",
}

impl fmt::Display for Genre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Genre> for String {
    fn from(genre: Genre) -> Self {
        genre.as_str().to_owned()
    }
}
