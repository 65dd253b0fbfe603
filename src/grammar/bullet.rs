//! Signs that open an item or mark a name: `●加强监测`, `★市住建局`, `——市教育局牵头`.

/// Whether a sign is a bullet or the mark of a footnote.
pub(crate) fn is_bullet(sign: char) -> bool {
    matches!(
        sign,
        '*' | '＊'
            | '●'
            | '•'
            | '·'
            | '∙'
            | '▪'
            | '■'
            | '□'
            | '★'
            | '☆'
            | '▲'
            | '△'
            | '◆'
            | '◇'
            | '※'
    )
}

/// Whether a sign is a dash of any width.
pub(crate) fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '－' | '–' | '—' | '―' | '─')
}

/// Whether a character is a label by itself: `①`, `㈠`, `⑴`, `⒈`.
pub(crate) const fn is_one_sign(sign: char) -> bool {
    matches!(sign, '①'..='⑳' | '㈠'..='㈩' | '⑴'..='⒇' | '⒈'..='⒛')
}
