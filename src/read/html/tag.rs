//! The elements of HTML, as far as reading a page's visible text asks for them.

/// An element by its name. The order sets which ones are blocks, unseen, or never open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Tag {
    // Blocks: they break the line where they begin and where they end.
    Address,
    Article,
    Aside,
    Blockquote,
    Body,
    Button,
    Caption,
    Center,
    Dd,
    Details,
    Dialog,
    Div,
    Dl,
    Dt,
    Fieldset,
    Figcaption,
    Figure,
    Footer,
    Form,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Header,
    Html,
    Li,
    Main,
    Nav,
    Ol,
    P,
    Pre,
    Section,
    Table,
    Tbody,
    Td,
    Th,
    Tr,
    Ul,
    // Inside a line.
    A,
    Span,
    Title,
    // Their content is no text of the page.
    Audio,
    Canvas,
    Datalist,
    Iframe,
    Noembed,
    Noframes,
    Noscript,
    Object,
    Rp,
    Rt,
    Script,
    Select,
    Style,
    Svg,
    Template,
    Textarea,
    Video,
    // Leave nothing open behind them.
    Br,
    Hr,
    Meta,
    /// Any other element that breaks the line.
    OtherBlock,
    /// Any other element inside a line.
    Other,
    /// Has no content.
    Void,
}

/// How many elements are matched end with beginning.
pub(super) const OPENING: usize = Tag::Br as usize;

impl Tag {
    /// The element of a name in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"a" => Self::A,
            b"address" => Self::Address,
            b"article" => Self::Article,
            b"aside" => Self::Aside,
            b"blockquote" => Self::Blockquote,
            b"body" => Self::Body,
            b"button" => Self::Button,
            b"caption" => Self::Caption,
            b"center" => Self::Center,
            b"dd" => Self::Dd,
            b"details" => Self::Details,
            b"dialog" => Self::Dialog,
            b"div" => Self::Div,
            b"dl" => Self::Dl,
            b"dt" => Self::Dt,
            b"fieldset" => Self::Fieldset,
            b"figcaption" => Self::Figcaption,
            b"figure" => Self::Figure,
            b"footer" => Self::Footer,
            b"form" => Self::Form,
            b"h1" => Self::H1,
            b"h2" => Self::H2,
            b"h3" => Self::H3,
            b"h4" => Self::H4,
            b"h5" => Self::H5,
            b"h6" => Self::H6,
            b"header" => Self::Header,
            b"html" => Self::Html,
            b"li" => Self::Li,
            b"main" => Self::Main,
            b"nav" => Self::Nav,
            b"ol" => Self::Ol,
            b"p" => Self::P,
            b"pre" | b"listing" | b"plaintext" | b"xmp" => Self::Pre,
            b"section" => Self::Section,
            b"table" => Self::Table,
            b"tbody" | b"thead" | b"tfoot" => Self::Tbody,
            b"td" => Self::Td,
            b"th" => Self::Th,
            b"tr" => Self::Tr,
            b"ul" | b"dir" | b"menu" => Self::Ul,
            b"span" => Self::Span,
            b"title" => Self::Title,
            b"audio" => Self::Audio,
            b"canvas" => Self::Canvas,
            b"datalist" => Self::Datalist,
            b"iframe" => Self::Iframe,
            b"noembed" => Self::Noembed,
            b"noframes" => Self::Noframes,
            b"noscript" => Self::Noscript,
            b"object" => Self::Object,
            b"rp" => Self::Rp,
            b"rt" => Self::Rt,
            b"script" => Self::Script,
            b"select" => Self::Select,
            b"style" => Self::Style,
            b"svg" => Self::Svg,
            b"template" => Self::Template,
            b"textarea" => Self::Textarea,
            b"video" => Self::Video,
            b"br" => Self::Br,
            b"hr" => Self::Hr,
            b"meta" => Self::Meta,
            b"hgroup" | b"legend" | b"option" | b"search" | b"summary" => {
                Self::OtherBlock
            }
            b"area" | b"base" | b"basefont" | b"col" | b"colgroup" | b"embed"
            | b"img" | b"input" | b"link" | b"param" | b"source" | b"track" | b"wbr" => {
                Self::Void
            }
            _ => Self::Other,
        }
    }

    /// Whether its end is matched with its beginning.
    pub(super) fn opens(self) -> bool {
        (self as usize) < OPENING
    }

    /// Whether it breaks the line.
    pub(super) fn is_block(self) -> bool {
        self <= Self::Ul || matches!(self, Self::Br | Self::Hr | Self::OtherBlock)
    }

    /// Whether its content is no text of the page.
    pub(super) fn is_unseen(self) -> bool {
        (Self::Audio..=Self::Video).contains(&self)
    }

    /// Whether beginning it ends an open paragraph.
    pub(super) fn ends_paragraph(self) -> bool {
        self.is_block() && !matches!(self, Self::Br | Self::Button | Self::OtherBlock)
    }

    /// Level of a heading, 0 for none.
    pub(super) fn heading(self) -> u8 {
        if (Self::H1..=Self::H6).contains(&self) {
            self as u8 - Self::H1 as u8 + 1
        } else {
            0
        }
    }

    /// Whether it is a part of a table and so closed only within its table.
    pub(super) fn is_table_part(self) -> bool {
        matches!(
            self,
            Self::Caption | Self::Table | Self::Tbody | Self::Td | Self::Th | Self::Tr
        )
    }

    /// Whether its own name says that it holds what surrounds an article.
    pub(super) fn is_site_part(self) -> bool {
        matches!(self, Self::Aside | Self::Dialog | Self::Footer | Self::Nav)
    }
}
