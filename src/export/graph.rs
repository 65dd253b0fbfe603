//! Networks as GraphML, DOT, or tables of nodes and edges.

use std::borrow::Cow;
use std::io::{self, Write};

use super::write::{csv_writer, write_record};
use super::{Cell, CsvStyle, Graph, Kind, Table};

/// Writes a network as GraphML, which Gephi, networkx, igraph and Cytoscape read.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_graphml(graph: &Graph, mut out: impl Write) -> io::Result<()> {
    let directed = if graph.network.is_directed() {
        "directed"
    } else {
        "undirected"
    };
    let (nodes, edges) = (graph.network.nodes(), graph.network.edges());
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">"
    )?;
    write_keys(&mut out, "node", nodes, 1)?;
    write_keys(&mut out, "edge", edges, 2)?;
    let name = graph.network.as_str();
    writeln!(out, "<graph id=\"{name}\" edgedefault=\"{directed}\">")?;
    for cells in &graph.nodes {
        writeln!(out, "<node id=\"{}\">", xml(&cells[0]))?;
        write_data(&mut out, "node", cells, 1)?;
        writeln!(out, "</node>")?;
    }
    for cells in &graph.edges {
        let (source, target) = (xml(&cells[0]), xml(&cells[1]));
        writeln!(out, "<edge source=\"{source}\" target=\"{target}\">")?;
        write_data(&mut out, "edge", cells, 2)?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</graph>\n</graphml>")
}

/// Declares the attributes: a table's columns from `first` on.
fn write_keys(
    out: &mut impl Write,
    of: &str,
    table: &Table,
    first: usize,
) -> io::Result<()> {
    for (at, column) in table.columns.iter().enumerate().skip(first) {
        let kind = match column.kind {
            Kind::Text => "string",
            Kind::Integer => "long",
            Kind::Number => "double",
            Kind::Boolean => "boolean",
        };
        let name = column.name;
        writeln!(
            out,
            "<key id=\"{of}{at}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        )?;
    }
    Ok(())
}

fn write_data(
    out: &mut impl Write,
    of: &str,
    cells: &[Cell<'_>],
    first: usize,
) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate().skip(first) {
        if *cell != Cell::Null {
            writeln!(out, "<data key=\"{of}{at}\">{}</data>", xml(cell))?;
        }
    }
    Ok(())
}

/// Writes a network in the DOT language of Graphviz.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_dot(graph: &Graph, mut out: impl Write) -> io::Result<()> {
    let (kind, arrow) = if graph.network.is_directed() {
        ("digraph", "->")
    } else {
        ("graph", "--")
    };
    writeln!(out, "{kind} \"{}\" {{", graph.network.as_str())?;
    let (nodes, edges) = (graph.network.nodes(), graph.network.edges());
    for cells in &graph.nodes {
        let attributes = dot_attributes(nodes, cells, 1);
        writeln!(out, "  {} [{attributes}];", dot(&cells[0]))?;
    }
    for cells in &graph.edges {
        let attributes = dot_attributes(edges, cells, 2);
        let (source, target) = (dot(&cells[0]), dot(&cells[1]));
        writeln!(out, "  {source} {arrow} {target} [{attributes}];")?;
    }
    writeln!(out, "}}")
}

fn dot_attributes(table: &Table, cells: &[Cell<'_>], first: usize) -> String {
    let pairs = table.columns.iter().zip(cells).skip(first);
    let attributes: Vec<String> = pairs
        .filter(|(_, cell)| **cell != Cell::Null)
        .map(|(column, cell)| format!("{}={}", column.name, dot(cell)))
        .collect();
    attributes.join(", ")
}

/// Writes the nodes of a network as CSV with columns `id`, `label` and attributes.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_nodes(graph: &Graph, style: CsvStyle, out: impl Write) -> io::Result<()> {
    write_table(graph.network.nodes(), &graph.nodes, style, out)
}

/// Writes the edges of a network as CSV with columns `source`, `target` and attributes.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_edges(graph: &Graph, style: CsvStyle, out: impl Write) -> io::Result<()> {
    write_table(graph.network.edges(), &graph.edges, style, out)
}

fn write_table(
    table: &Table,
    rows: &[Vec<Cell<'_>>],
    style: CsvStyle,
    mut out: impl Write,
) -> io::Result<()> {
    if style == CsvStyle::Excel {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut writer = csv_writer(out, style);
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for cells in rows {
        write_record(&mut writer, cells, style)?;
    }
    writer.flush()
}

/// A cell's words.
fn words<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    match cell {
        Cell::Null => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
    }
}

/// A cell as XML has it; what XML 1.0 cannot hold is replaced by U+FFFD.
fn xml(cell: &Cell<'_>) -> String {
    let mut escaped = String::new();
    for c in words(cell).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A cell as a quoted string of DOT.
fn dot(cell: &Cell<'_>) -> String {
    let mut escaped = String::from("\"");
    for c in words(cell).chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\0' => escaped.push('\u{FFFD}'),
            c => escaped.push(c),
        }
    }
    escaped.push('"');
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped() {
        for (text, in_xml, in_dot) in [
            ("市教育局", "市教育局", "\"市教育局\""),
            (
                "a<b>&\"c\"",
                "a&lt;b&gt;&amp;&quot;c&quot;",
                "\"a<b>&\\\"c\\\"\"",
            ),
            ("一\n二\u{1}", "一&#10;二\u{FFFD}", "\"一\\n二\u{1}\""),
            ("a\\", "a\\", "\"a\\\\\""),
        ] {
            let cell = Cell::Text(text.into());
            assert_eq!(xml(&cell), in_xml, "{text:?}");
            assert_eq!(dot(&cell), in_dot, "{text:?}");
        }
    }
}
