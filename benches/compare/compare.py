"""Times gongwen and other tools on the same documents and prints a table.

Each tool does only its own step (convert characters, find numbers, take a page apart);
gongwen does the whole line from bytes to JSON. Tools run in this process, warmed up, as
often as fits into their time; gongwen in one process of its own that does the same. What
counts is processor time, so that other work of the machine does not show; gongwen's
includes the start of its process.
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import resource
import subprocess
import sys
import time
import warnings

warnings.filterwarnings("ignore")
ROOT = pathlib.Path(__file__).resolve().parents[2]


def cases():
    """Name, path of the bytes, text."""
    work = ROOT / "target" / "compare-documents"
    work.mkdir(parents=True, exist_ok=True)
    for name in ["cixi", "guangxi", "liaoning", "hainan", "tibet"]:
        path = ROOT / "corpus" / name / "document.txt"
        yield name, path, path.read_bytes().decode("utf-8-sig", "replace")
    text = (ROOT / "corpus/cixi/document.txt").read_text("utf-8-sig")
    page = "".join(f"<p style='text-indent: 2em'>{line}</p>\n" for line in text.splitlines())
    page = (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>通知</title></head><body>"
        "<div class='nav'><ul><li><a href='/'>首页</a></li></ul></div>"
        f"<div id='zoom' class='TRS_Editor'>{page}</div></body></html>"
    )
    path = work / "cixi.html"
    path.write_text(page, "utf-8")
    yield "cixi as a page", path, page


def timed(call, seconds):
    """Seconds a call takes, the mean over as many as fit."""
    call()
    start = time.process_time()
    passes = 0
    while passes < 1 or time.process_time() - start < seconds:
        call()
        passes += 1
    return (time.process_time() - start) / passes


def gongwen(binary, path, seconds, *stage):
    before = processor_time()
    out = subprocess.run(
        [binary, *stage, str(seconds), str(path)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    _, passes, _, _ = out.strip().split("\t")
    return (processor_time() - before) / (int(passes) + 1)


def processor_time():
    """Processor time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tools():
    """Name, what it does, a call on a text; a tool that is missing is left out."""
    import cn2an
    import ftfy
    import opencc
    import trafilatura

    t2s = opencc.OpenCC("t2s")
    yield "opencc t2s", "characters", t2s.convert
    yield "ftfy", "mojibake", ftfy.fix_text
    yield "cn2an", "numerals", lambda text: cn2an.transform(text, "cn2an")
    yield "trafilatura", "page to text", trafilatura.extract

    import jionlp

    def times(text):
        for line in text.splitlines():
            try:
                jionlp.ner.extract_time(line, time_base=time.time())
            except Exception:  # jionlp raises on some lines
                pass

    yield "jionlp times", "dates", times
    yield "jionlp money", "money", lambda text: [
        jionlp.ner.extract_money(line) for line in text.splitlines()
    ]

    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number

    def lines(recognize):
        def call(text):
            for line in text.splitlines():
                try:
                    recognize(line, "zh-cn")
                except Exception:
                    pass

        return call

    yield "recognizers number", "numbers", lines(recognize_number)
    yield "recognizers datetime", "dates", lines(recognize_datetime)


def processor():
    try:
        words = pathlib.Path("/proc/cpuinfo").read_text()
        return re.search(r"model name\s*: (.*)", words).group(1)
    except (OSError, AttributeError):
        return platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=float, default=2.0)
    arguments = parser.parse_args()
    load = os.getloadavg()[0]
    print(
        f"{datetime.date.today()}, {processor()}, {os.cpu_count()} cores, load {load:.1f} "
        f"at the start, Python {platform.python_version()}\n"
    )
    documents = [(name, path, text, path.stat().st_size) for name, path, text in cases()]
    print("| document | bytes | tool | does | docs/s | MB/s | gongwen is faster by |")
    print("|-|-|-|-|-|-|-|")
    ready = list(tools())
    for name, path, text, size in documents:
        own = gongwen(arguments.binary, path, arguments.seconds)
        row(name, size, "**gongwen**", "all, to JSON", own, own)
        for tool, does, call in ready:
            is_page = path.suffix == ".html"
            if is_page != (tool == "trafilatura"):
                continue
            row(name, size, tool, does, timed(lambda: call(text), arguments.seconds), own)
        sys.stdout.flush()
    conversion(arguments)


def conversion(arguments):
    """Conversion of characters beside gongwen's second stage, which also looks for damage
    and readings, and puts spaces and widths right."""
    import opencc

    t2s = opencc.OpenCC("t2s")
    work = ROOT / "target" / "compare-documents"
    traditional = work / "cixi-traditional.txt"
    simplified = (ROOT / "corpus/cixi/document.txt").read_text("utf-8-sig")
    traditional.write_text(opencc.OpenCC("s2t").convert(simplified), "utf-8")
    corpus = [ROOT / "corpus" / name / "document.txt" for name in ["hainan", "tibet"]]
    print("\n| converted | bytes | gongwen MB/s | opencc t2s MB/s | times |")
    print("|-|-|-|-|-|")
    for path in [traditional, *corpus]:
        text, size = path.read_text("utf-8-sig"), path.stat().st_size
        # What reading the bytes takes is no part of it.
        own = gongwen(arguments.binary, path, arguments.seconds, "normalize")
        own -= gongwen(arguments.binary, path, arguments.seconds, "read")
        other = timed(lambda: t2s.convert(text), arguments.seconds)
        name = path.stem if path.parent == work else path.parent.name
        rates = f"{size / own / 1e6:.1f} | {size / other / 1e6:.1f}"
        print(f"| {name} | {size} | {rates} | {other / own:.2f} × |")


def row(name, size, tool, does, taken, own):
    rate = size / taken / 1e6
    speed = f"{rate:.1f}" if rate >= 1 else f"{rate:.3f}"
    docs = f"{1 / taken:,.0f}" if taken < 0.1 else f"{1 / taken:.2f}"
    print(f"| {name} | {size} | {tool} | {does} | {docs} | {speed} | {taken / own:.2f} × |")


if __name__ == "__main__":
    main()
