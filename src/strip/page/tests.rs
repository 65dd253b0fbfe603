use crate::diagnostic::Diagnostics;
use crate::strip::Page;
use crate::{normalize, read, strip};

fn page(html: &str) -> Page {
    let source =
        read::read(html.as_bytes(), 1 << 20, None, &mut Diagnostics::default()).unwrap();
    let text = normalize::normalize(&source, false);
    strip::strip(&text, &source)
}

/// Checks the lines that stay and, by their rules, some of those that go.
#[track_caller]
fn check(html: &str, kept: &[&str], removed: &[(&str, &str)]) {
    let page = page(html);
    let lines: Vec<&str> = (0..page.lines.len())
        .map(|line| page.line(line))
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(lines, kept);
    for &(words, rule) in removed {
        let found = page.removed.iter().find(|removed| removed.text == words);
        assert_eq!(
            found.map(|found| found.rule.as_str()),
            Some(rule),
            "{words}"
        );
    }
}

fn site(page: &Page, field: &str) -> Vec<String> {
    page.site
        .iter()
        .filter(|statement| statement.field == field)
        .map(|statement| statement.value.clone())
        .collect()
}

const TEXT: &str = "<p>各区人民政府：</p>\
    <p>为做好防汛工作，切实保障人民群众生命财产安全，现就有关事项通知如下，请认真组织实施。</p>\
    <p>一、加强值守。各单位落实二十四小时值班制度。</p>\
    <p>二、及时报告。重要情况第一时间报送市防汛办。</p>\
    <p>某市人民政府</p><p>2023年6月1日</p><p>（此件公开发布）</p>";

const KEPT: [&str; 7] = [
    "各区人民政府：",
    "为做好防汛工作，切实保障人民群众生命财产安全，现就有关事项通知如下，请认真组织实施。",
    "一、加强值守。各单位落实二十四小时值班制度。",
    "二、及时报告。重要情况第一时间报送市防汛办。",
    "某市人民政府",
    "2023年6月1日",
    "（此件公开发布）",
];

const TITLE: &str = "某市人民政府关于做好防汛工作的通知";

fn with_title() -> Vec<&'static str> {
    [TITLE].into_iter().chain(KEPT).collect()
}

#[test]
fn a_marked_content_keeps_its_title_from_outside() {
    let html = format!(
        "<html><head><title>{TITLE}</title></head><body>\
         <div class=\"nav\"><a href=\"/\">首页</a><a href=\"/zw\">信息专栏</a></div>\
         <div>当前位置：<a href=\"/\">首页</a> &gt; <a href=\"/z\">通知</a></div>\
         <h1>{TITLE}</h1><div>发布日期：2023-06-05　浏览次数：-</div>\
         <div class=\"TRS_Editor\">{TEXT}</div>\
         <div>扫一扫在手机打开当前页</div>\
         <ul><li><a href=\"/1\">某市防汛应急预案解读</a></li></ul>\
         <div class=\"footer\"><p>主办：某市人民政府办公室</p><p>京ICP备0001号</p></div>"
    );
    check(
        &html,
        &with_title(),
        &[
            ("首页信息专栏", "strip/link-list"),
            ("扫一扫在手机打开当前页", "strip/controls"),
            ("某市防汛应急预案解读", "strip/link-list"),
            ("主办：某市人民政府办公室", "strip/navigation"),
            ("京ICP备0001号", "strip/site-footer"),
            ("发布日期：2023-06-05　浏览次数：-", "strip/metadata"),
        ],
    );
    assert_eq!(site(&page(&html), "date_published"), ["2023-06-05"]);
}

#[test]
fn an_unmarked_content_is_found_by_its_shape() {
    let html = format!(
        "<div><a href=\"/\">首页</a></div><div><a href=\"/a\">机构职能</a></div>\
         <div>{TITLE}</div><div>2023-06-05 来源：某市应急局</div>\
         <div>【字体：大 中 小】</div><div>{TEXT}</div>\
         <div>【打印】【关闭】</div><div>相关新闻</div>\
         <div><a href=\"/1\">某市召开防汛会议</a></div>\
         <div>某市人民政府 版权所有</div><div>网站标识码：4400000001</div>"
    );
    check(
        &html,
        &with_title(),
        &[
            ("首页", "strip/controls"),
            ("机构职能", "strip/link-list"),
            ("相关新闻", "strip/outside-content"),
            ("网站标识码：4400000001", "strip/site-footer"),
        ],
    );
    assert_eq!(site(&page(&html), "date_published"), ["2023-06-05"]);
}

#[test]
fn a_mark_that_holds_little_is_not_believed() {
    let html = format!("<h1>{TITLE}</h1><p id=\"zoom\">-</p><div>{TEXT}</div>");
    let kept: Vec<&str> = [TITLE, "-"].into_iter().chain(KEPT).collect();
    let lines: Vec<_> = with_title();
    let page = page(&html);
    let found: Vec<&str> = (0..page.lines.len()).map(|line| page.line(line)).collect();
    let found: Vec<&str> = found.into_iter().filter(|line| !line.is_empty()).collect();
    assert!(found == kept || found == lines, "{found:?}");
}

#[test]
fn metadata_cells_feed_the_header_and_go() {
    let html = format!(
        "<table><tr><td>索 引 号：</td><td>000014349/2023-00001</td><td>主题分类：</td>\
         <td>应急</td></tr><tr><td>标　　题：</td><td colspan=3>{TITLE}</td></tr>\
         <tr><td>发文字号</td><td>某政发〔2023〕1号</td><td>发布日期</td>\
         <td>2023年06月05日</td></tr></table>\
         <table><tr><td><b>主 题 词：</b></td><td></td></tr></table>\
         <div id=\"UCAP-CONTENT\"><p>某市人民政府关于做好</p><p>防汛工作的通知</p>{TEXT}</div>"
    );
    let kept: Vec<&str> = ["某市人民政府关于做好", "防汛工作的通知"]
        .into_iter()
        .chain(KEPT)
        .collect();
    check(&html, &kept, &[("主 题 词：", "strip/metadata")]);
    let page = page(&html);
    assert_eq!(site(&page, "index_number"), ["000014349/2023-00001"]);
    assert_eq!(site(&page, "site_title"), [TITLE]);
    assert_eq!(site(&page, "document_number"), ["某政发〔2023〕1号"]);
    assert_eq!(site(&page, "date_published"), ["2023年06月05日"]);
}

#[test]
fn a_title_that_stands_twice_stays_once() {
    let html = format!(
        "<h1>（转载）{TITLE}</h1><div class=\"article-content\"><p>某政发〔2023〕1号</p>\
         <p>{TITLE}</p>{TEXT}</div>"
    );
    let kept: Vec<&str> = ["某政发〔2023〕1号"]
        .into_iter()
        .chain(with_title())
        .collect();
    let reprinted = format!("（转载）{TITLE}");
    check(&html, &kept, &[(&reprinted, "strip/duplicate-title")]);
}

#[test]
fn attachments_and_the_imprint_below_the_text_stay() {
    let html = format!(
        "<div class=\"article\"><h2>{TITLE}</h2>{TEXT}<p>公开方式：主动公开</p>\
         <p>某市人民政府办公室 2023年6月2日印发</p></div><div>相关附件</div>\
         <div><a href=\"1.doc\">附件1：任务分工表.doc</a></div>\
         <div><a href=\"/2\">某市召开防汛会议</a></div>"
    );
    let kept: Vec<&str> = with_title()
        .into_iter()
        .chain([
            "公开方式：主动公开",
            "某市人民政府办公室 2023年6月2日印发",
            "附件1：任务分工表.doc",
        ])
        .collect();
    check(&html, &kept, &[("相关附件", "strip/controls")]);
}

#[test]
fn tables_keep_their_places() {
    let html = format!(
        "<ul><li><a href=\"/\">首页</a></ul><div id=\"zoom\"><p>{TITLE}</p>{TEXT}\
         <table><tr><td>任务</td><td>单位</td></tr><tr><td>值守</td><td>应急局</td></tr>\
         </table></div>"
    );
    let page = page(&html);
    assert_eq!(page.tables.len(), 1);
    let mut rows: Vec<Vec<&str>> = Vec::new();
    page.tables[0].each_row(|_, cells| {
        rows.push(cells.iter().map(|cell| &page.text[cell.clone()]).collect());
    });
    assert_eq!(rows, [["任务", "单位"], ["值守", "应急局"]]);
    let in_table: Vec<&str> = (0..page.lines.len())
        .filter(|&line| page.lines[line].hint.table == 1)
        .map(|line| page.line(line))
        .collect();
    assert_eq!(in_table, ["任务\t单位", "值守\t应急局"]);
}

#[test]
fn a_page_of_links_loses_only_what_is_a_sites() {
    let page = page("<p><a href=1>某市召开会议</a></p><p><a href=2>首页</a></p>");
    assert_eq!(page.line(0), "某市召开会议");
    assert_eq!(page.removed.len(), 1);
}

#[test]
fn a_page_without_a_site_keeps_its_first_line() {
    let html = format!("<p>第二　我省对防汛工作的要求</p><p>·2016年9月</p>{TEXT}");
    let kept: Vec<&str> = ["第二　我省对防汛工作的要求", "·2016年9月"]
        .into_iter()
        .chain(KEPT)
        .collect();
    check(&html, &kept, &[]);
    let html = format!(
        "<div class=\"nav\"><a href=\"/\">首页</a></div><p>某市防汛</p><p>简讯</p>{TEXT}"
    );
    check(&html, &KEPT, &[("某市防汛", "strip/outside-content")]);
}

#[test]
fn bodies_that_issue_together_stand_above_the_title() {
    let issuers = ["某市财政局", "某 市 公 安 局", "某市住房和城乡建设委员会"];
    let about = "关于做好防汛工作的通知";
    let titled = |names: &[&str], head: &str| -> String {
        let names: String = names.iter().map(|name| format!("<p>{name}</p>")).collect();
        format!(
            "<ul><li><a href=\"/\">首页</a></li></ul>{head}{names}<p>{about}</p>{TEXT}"
        )
    };
    let kept: Vec<&str> = issuers.into_iter().chain([about]).chain(KEPT).collect();
    for head in [
        "",
        "<title>某市财政局 某市公安局关于做好防汛工作的通知</title>",
    ] {
        check(&titled(&issuers, head), &kept, &[]);
    }
}

#[test]
fn who_put_the_page_up_is_no_part_of_it() {
    let html = format!(
        "<ul><li><a href=\"/\">首页</a></li></ul><h1>{TITLE}</h1>{TEXT}<p>某市财政局</p>\
         <p>某市财政局发布</p><p>返回顶部</p>"
    );
    let kept: Vec<&str> = with_title().into_iter().chain(["某市财政局"]).collect();
    check(&html, &kept, &[("某市财政局发布", "strip/outside-content")]);
}

#[test]
fn a_bare_time_under_the_title_is_the_sites() {
    for (stamp, date) in [
        ("2017-10-13 11:32:55", "2017-10-13"),
        ("2017-10-13", "2017-10-13"),
        ("2017/10/13 11:32", "2017/10/13"),
        ("2017年10月13日 09:15", "2017年10月13日"),
        ("某市财政局 2017-10-13 11:32", "2017-10-13"),
    ] {
        let html = format!(
            "<ul><li><a href=\"/\">首页</a></li></ul><h1>{TITLE}</h1><p>{stamp}</p>\
             <div class=\"text\">{TEXT}</div>"
        );
        let page = page(&html);
        assert_eq!(site(&page, "date_published"), [date], "{stamp}");
        assert!(!page.text.contains(stamp), "{stamp}");
    }
    // Documents write their own day so.
    let html = format!("<h1>{TITLE}</h1><p>2017年10月13日</p>{TEXT}");
    assert!(page(&html).text.contains("2017年10月13日"));
}
