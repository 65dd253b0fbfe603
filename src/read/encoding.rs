//! From bytes to UTF-8.

use crate::diagnostic::{Code, Diagnostics};
use crate::error::{Error, ErrorKind};

/// Text as decoded.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: &'static str,
}

/// Decodes a document; invalid bytes become U+FFFD and are reported.
pub(crate) fn decode(
    bytes: &[u8],
    _label: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Result<Decoded, Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(ErrorKind::NotText(format!("a NUL byte at offset {at}")).into());
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let count = text.matches('\u{FFFD}').count();
            diagnostics.push(
                Code::ReplacedBytes,
                None,
                format!("{count} places are not valid UTF-8"),
            );
            text
        }
    };
    Ok(Decoded {
        text,
        encoding: "utf-8",
    })
}
