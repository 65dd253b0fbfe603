"""Looks at report pages in headless Chromium.

    cargo test --test report            writes the pages and runs this over them
    python3 tests/browser/report.py DIR looks at DIR/NAME.html, each with its NAME.json

Needs Python and Chromium (Debian: chromium, fonts-noto-cjk); the variable CHROMIUM names
another browser. Leaves screenshots beside the pages. Exit status 77: there is no browser.
"""

import json
import pathlib
import sys

import chromium

DESKTOP, PHONE, SMALL_PHONE = (1280, 900), (390, 844), (360, 740)

MARKS = """[...document.querySelectorAll('article')].map(article => {
  const marks = {};
  for (const anchor of article.querySelectorAll('.text .a')) {
    const letter = anchor.id.replace(/^d[0-9]+-/, '')[0];
    marks[letter] = (marks[letter] || 0) + 1;
  }
  const text = article.querySelector('.text').textContent;
  const named = new Set([...article.querySelectorAll('[data-s]')]
    .flatMap(mark => mark.dataset.s.split(' ')));
  const anchored = new Set([...article.querySelectorAll('.text .a')]
    .map(anchor => anchor.id.replace(/^d[0-9]+-/, '')));
  const strangers = [...named].filter(name => !anchored.has(name));
  return {marks, text, strangers};
})"""

# Whatever handler a document could have brought in is called.
PROVOKE = """(() => {
  const kinds = ['mouseover', 'mouseenter', 'click', 'focus', 'toggle', 'error', 'load'];
  for (const element of document.querySelectorAll('body *')) {
    if (element.tagName === 'INPUT' || element.tagName === 'SUMMARY') continue;
    for (const kind of kinds) element.dispatchEvent(new Event(kind, {bubbles: true}));
  }
  const foreign = 'script,iframe,img,object,embed,link,base,form,button,template';
  return document.querySelectorAll(foreign).length
    + document.querySelectorAll('meta[http-equiv="refresh"]').length;
})()"""

OPEN_ALL = "document.querySelectorAll('details.document').forEach(d => d.open = true)"

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def check(name, wanted, got):
    assert got == wanted, f"{name}: wanted {wanted!r}, got {got!r}"


def control(browser, folder):
    """Asserts that a page which does run and fetch something is noticed."""
    page = folder / "control.htm"
    page.write_text('<!doctype html><p onclick="alert(1)">x</p><img src="x.png">')
    browser.open(page.as_uri())
    browser.evaluate(PROVOKE)
    check("control: dialogs", 1, len(browser.seen("Page.javascriptDialogOpening")))
    check("control: requests", 2, len(browser.seen("Network.requestWillBeSent")))


def look(browser, page, expected):
    """Loads a page and compares what it shows with what it should."""
    name = page.stem
    browser.size(*DESKTOP)
    browser.open(page.as_uri())
    browser.evaluate(OPEN_ALL)
    check(f"{name}: foreign elements", 0, browser.evaluate(PROVOKE))
    shown = browser.evaluate(MARKS)
    check(f"{name}: documents", len(expected), len(shown))
    for number, (want, got) in enumerate(zip(expected, shown), 1):
        here = f"{name}, document {number}"
        marks = {letter: count for letter, count in want["marks"].items() if count}
        check(f"{here}: marks", marks, got["marks"])
        check(f"{here}: text", want["text"], got["text"])
        check(f"{here}: segments without a mark", [], got["strangers"])
    for size in (DESKTOP, PHONE, SMALL_PHONE):
        browser.size(*size)
        check(f"{name}: overflow at {size[0]} px", 0, browser.evaluate(OVERFLOW))
    quiet(browser, name)
    marks = sum(sum(document["marks"].values()) for document in expected)
    print(f"{name}: {len(expected)} documents, {marks} marks, 0 requests, 0 dialogs")


def quiet(browser, name):
    """Asserts that the page asked for nothing, ran nothing and broke no policy."""
    requests = [event["request"]["url"] for event in browser.seen("Network.requestWillBeSent")]
    check(f"{name}: requests", 1, len(requests))
    check(f"{name}: dialogs", [], browser.seen("Page.javascriptDialogOpening"))
    check(f"{name}: exceptions", [], browser.seen("Runtime.exceptionThrown"))
    check(f"{name}: console", [], browser.seen("Runtime.consoleAPICalled"))
    log = [event["entry"]["text"] for event in browser.seen("Log.entryAdded")]
    check(f"{name}: complaints", [], log)


def works(browser, page):
    """Asserts that links open what is folded up and boxes hide highlights, without scripts."""
    browser.size(*DESKTOP)
    browser.open(page.as_uri())
    # The style sheet is the one that the policy allows.
    check("style", "15px", browser.evaluate("getComputedStyle(document.body).fontSize"))
    folded = "document.querySelector('#d3').closest('details').open"
    check("folded", False, browser.evaluate(folded))
    browser.evaluate("document.querySelector('a[href=\"#d3\"]').click()")
    browser.evaluate("new Promise(done => setTimeout(done, 300))")
    check("opened by its link", True, browser.evaluate(folded))
    colour = "getComputedStyle(document.querySelector('#d3-text mark.r')).backgroundColor"
    clear = "rgba(0, 0, 0, 0)"
    check("highlight", False, browser.evaluate(colour) == clear)
    browser.evaluate("document.querySelector('#d3-on-r').click()")
    check("highlight taken off", clear, browser.evaluate(colour))
    browser.evaluate("document.querySelector('#d3-on-r').click()")
    pdf = browser.call("Page.printToPDF")["data"]
    # Every document is printed, folded up or not.
    assert len(pdf) > 300_000, f"printed only {len(pdf)} characters"


def shoot(browser, page):
    """Saves what a reader sees, for a person to look at. Side by side, the first and the
    last of them are examples/report.png."""
    views = {
        "desktop": (DESKTOP, "light", "d3-text", 560),
        "desktop-index": (DESKTOP, "light", "index", 0),
        "desktop-dark": (DESKTOP, "dark", "d3-matrix", 0),
        "phone-text": (PHONE, "dark", "d3-t5", -100),
        "phone": ((390, 900), "light", "d1-targets", 0),
    }
    for name, (size, scheme, place, by) in views.items():
        browser.size(*size, scheme=scheme)
        browser.evaluate(OPEN_ALL)
        browser.evaluate(f"document.getElementById('{place}').scrollIntoView()")
        browser.evaluate(f"scrollBy(0, {by})")
        browser.screenshot(page.with_name(f"{page.stem}-{name}.png"))


def main():
    path = chromium.find()
    if not path:
        print("no Chromium here (Debian: apt-get install chromium)", file=sys.stderr)
        return 77
    folder = pathlib.Path(sys.argv[1]).resolve()
    with chromium.Browser(path) as browser:
        control(browser, folder)
        for page in sorted(folder.glob("*.html")):
            expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
            look(browser, page, expected)
            if page.stem == "corpus":
                works(browser, page)
                shoot(browser, page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
