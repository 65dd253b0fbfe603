use super::*;

#[track_caller]
fn check(html: &str, lines: &[&str]) {
    let page = read(html);
    let found: Vec<&str> = page
        .lines
        .iter()
        .map(|line| &page.text[line.range.clone()])
        .collect();
    assert_eq!(found, lines, "{html}");
    assert_eq!(
        page.text,
        lines.join("\n"),
        "the lines tile the text of {html}"
    );
}

/// Checks the rows of the page's only table, spans resolved.
#[track_caller]
fn check_grid(html: &str, rows: &[&[&str]]) {
    let page = read(html);
    let [table] = page.tables.as_slice() else {
        panic!("{} tables in {html}", page.tables.len());
    };
    let mut found: Vec<Vec<&str>> = Vec::new();
    table.each_row(|_, cells| {
        found.push(cells.iter().map(|cell| &page.text[cell.clone()]).collect());
    });
    assert_eq!(found, rows, "{html}");
}

#[test]
fn blocks_are_lines_and_inline_elements_join() {
    check(
        "<div><p>一、<b>加强</b><span>值守</span>。</p>\n<p>二、<i>报告</i></p>末尾</div>",
        &["一、加强值守。", "二、报告", "末尾"],
    );
    check("甲<br>乙<br/>丙<hr>丁", &["甲", "乙", "丙", "丁"]);
    check("<ul><li>甲<li>乙</ul>丙", &["甲", "乙", "丙"]);
    check("<span style=\"display:block\">甲</span>乙", &["甲", "乙"]);
}

#[test]
fn white_space_folds_as_browsers_fold_it() {
    check("<p>  到\t 2020年 \r\n</p>", &["到 2020年"]);
    // A line break inside Chinese text is none; beside a digit or a tag it is a space.
    check("<p>卫生健\n   康委</p>", &["卫生健康委"]);
    check("<p>到\n2020\n年</p>", &["到 2020 年"]);
    check(
        "<span>来源：日报</span>\n<span>作者</span>",
        &["来源：日报 作者"],
    );
    check(
        "<p>&nbsp;&nbsp;一、目标&nbsp;</p>",
        &["\u{a0}\u{a0}一、目标\u{a0}"],
    );
    check("<p>&nbsp;</p><p>\u{3000} </p><p>甲</p>", &["甲"]);
    check("<pre>第一条\n第二条  甲</pre>", &["第一条", "第二条  甲"]);
}

#[test]
fn entities_are_decoded() {
    check(
        "<p>&ldquo;放管服&rdquo; &lt;1&gt; &#20013; &#x56FD; &amp;nbsp;</p>",
        &["“放管服” <1> 中 国 &nbsp;"],
    );
}

#[test]
fn what_is_not_shown_is_left_out() {
    check(
        "<head><title>题</title><style>p{}</style></head><script>var a='<p>';</script>\
         <noscript><p>请启用</p></noscript><template><p>模板</p></template>甲\
         <!-- <p>注</p> --><select><option>选</option></select><textarea>填</textarea>",
        &["甲"],
    );
    check(
        "<div style='color:red; DISPLAY : none'><div>乙</div></div><p hidden>丙</p>甲",
        &["甲"],
    );
    check("<p style=\"display:none\">乙<p>甲", &["甲"]);
    check("<div><span style=\"visibility:hidden\">乙</div>甲", &["甲"]);
    check(
        "<input type=\"hidden\" value=\"乙\">甲<img alt=\"丙\">",
        &["甲"],
    );
    check("<svg><title>图</title><text>乙</text></svg>甲", &["甲"]);
}

#[test]
fn a_hidden_mark_of_content_is_shown() {
    check("<div id=\"zoom\" style=\"display:none\">甲</div>", &["甲"]);
}

#[test]
fn rows_are_lines_with_a_tab_between_cells() {
    check(
        "<table><tr><th>任务</th><th>牵头单位</th></tr>\
         <tr><td><p>加强值守</p></td><td><p>应急局</p><p>水务局</p></td></tr></table>后",
        &["任务\t牵头单位", "加强值守\t应急局 水务局", "后"],
    );
    check(
        "<table><tr><td>甲<td><td>丙<tr><td><td>乙</table>",
        &["甲\t\t丙", "\t乙"],
    );
}

#[test]
fn spans_are_resolved_and_their_text_stands_once() {
    let table = "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr>\
                 <tr><td>丙</td><td>丁</td></tr></table>";
    check(table, &["甲\t乙", "丙\t丁"]);
    check_grid(table, &[&["甲", "乙", "乙"], &["甲", "丙", "丁"]]);
    check_grid(
        "<table><tr><td rowspan=0>甲<td rowspan=9 colspan=x>乙<tr><td>丙<td>丁</table>",
        &[&["甲", "乙"], &["丙", "乙", "丁"]],
    );
}

#[test]
fn a_layout_table_keeps_its_lines() {
    check(
        "<table><tr><td>导航</td><td><h1>题</h1><p>甲。</p><p>乙。</p></td></tr></table>",
        &["导航", "题", "甲。", "乙。"],
    );
    check(
        "<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td>\
         <td><p>丙</p><p>丁</p></td></tr></table>",
        &["甲\t乙", "丙", "丁"],
    );
    check(
        "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>",
        &["甲", "乙"],
    );
    let article: String = (0..30)
        .map(|_| "<p>各有关单位要加强组织领导，压实工作责任，确保任务落实到位。</p>")
        .collect();
    let page = read(&format!("<table><tr><td>栏目<td>{article}</table>"));
    assert_eq!((page.lines.len(), page.tables.len()), (31, 0));
}

#[test]
fn a_cell_over_the_whole_width_keeps_its_lines() {
    let table = "<table><tr><td colspan=2><p>附件1</p><p>分工表</p></td></tr>\
                 <tr><td>任务</td><td>单位</td></tr></table>";
    check(table, &["附件1", "分工表", "任务\t单位"]);
    let page = read(table);
    let tables: Vec<u32> = page.lines.iter().map(|line| line.hint.table).collect();
    assert_eq!(tables, [0, 0, 1]);
}

#[test]
fn hints_tell_headings_links_and_marks() {
    let page = read(
        "<div class=\"topNav\"><a href=\"/\">首页</a></div><h2>题</h2>\
         <div class=\"TRS_Editor\"><p>正文<a href=\"x\">链接</a></p></div>\
         <a name=\"锚\">锚</a>",
    );
    let hints: Vec<_> = page
        .lines
        .iter()
        .map(|line| line.hint)
        .map(|hint| (hint.heading, hint.links, hint.content, hint.site))
        .collect();
    assert_eq!(
        hints,
        [
            (0, 100, false, true),
            (2, 0, false, false),
            (0, 50, true, false),
            (0, 0, false, false)
        ]
    );
}

#[test]
fn comments_and_meta_elements_mark_content() {
    let page = read(
        "<p>甲</p><!--<$[信息内容]>begin--><p>乙</p><!--<$[信息内容]>end--><p>丙</p>\
         <meta name=\"ContentStart\"><p>丁</p><meta name=\"ContentEnd\"><p>戊</p>",
    );
    let content: Vec<bool> = page.lines.iter().map(|line| line.hint.content).collect();
    assert_eq!(content, [false, true, false, true, false]);
}

#[test]
fn a_name_of_several_words_is_read_word_by_word() {
    let words = |name: &'static str| -> Vec<&str> {
        name_words(name.as_bytes())
            .map(|word| std::str::from_utf8(word).unwrap())
            .collect()
    };
    assert_eq!(
        words("top-nav_2 footerBox"),
        ["top", "nav", "footer", "Box"]
    );
    assert_eq!(words("XXGKNav"), ["XXGKNav"]);
    assert_eq!(words(" 9 "), [""; 0]);
}

#[test]
fn broken_markup_is_read_as_it_stands() {
    check("</p></td></table>甲<p", &["甲"]);
    check("<td>甲<td>乙", &["甲", "乙"]);
    check(
        "<table>甲<tr>乙<td>丙<td>丁</table>",
        &["甲", "乙", "丙", "丁"],
    );
    check("<p><a href=x>甲<p>乙</b></div></a>", &["甲", "乙"]);
    check("<div><table><tr><td></div>甲</td><td>乙", &["甲\t乙"]);
    check("", &[]);
}

/// Work for the worst inputs stays in proportion to their size: counted in lines and text,
/// as the reader has no other loops. Times are the benches' concern.
#[test]
fn deep_and_wide_markup_is_read_in_one_pass() {
    const SIZE: usize = 200_000;
    let deep = "<ul><li>".repeat(SIZE / 8);
    assert_eq!(read(&deep).lines.len(), 0);
    let tables = "<table><tr><td>甲".repeat(SIZE / 20);
    assert_eq!(read(&tables).lines.len(), SIZE / 20);
    let unmatched = "<b>".repeat(SIZE / 8) + &"</i></div>".repeat(SIZE / 8);
    assert_eq!(read(&unmatched).lines.len(), 0);
    let attributes = format!("<p {}>甲", "a=1 ".repeat(SIZE));
    assert_eq!(read(&attributes).text, "甲");
    let spans = format!(
        "<table>{}</table>",
        "<tr><td colspan=1000 rowspan=60000>甲<td>乙".repeat(SIZE / 40)
    );
    assert_eq!(read(&spans).lines.len(), SIZE / 40);
}
