"""Runs the programs of docs/engines.md and compares what they write with one process.

Run it with `tests/engines/run`, which sets up the pinned versions. Usage:
engines.py GONGWEN [ENGINE...]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from records import records

COUNT = 20_000
ROOT = Path(__file__).resolve().parents[2]
SECTIONS = {"one": "One process", "parallel": "GNU parallel", "spark": "Spark",
            "ray": "Ray Data", "dask": "Dask"}

# Dies once, after some lines; every other time it is what it stands for.
DIES_ONCE = """#!/bin/sh
if mkdir "$DIED" 2>/dev/null; then
    gongwen stream --no-line-numbers | head -n 500
    kill -9 $$
fi
exec gongwen stream --no-line-numbers
"""

SPARK = """
import os, sys
from pyspark import SparkConf, SparkContext

out, check_code = sys.argv[1], sys.argv[2] == "checked"
spark = SparkContext(conf=SparkConf().setMaster("local[2,4]"))
with open("records.jsonl", encoding="utf-8", newline="\\n") as file:
    lines = [line.rstrip("\\n") for line in file]
converted = spark.parallelize(lines, 8).pipe(
    "./dies-once", env=dict(os.environ), checkCode=check_code)
with open(out, "w", encoding="utf-8", newline="\\n") as file:
    file.writelines(line + "\\n" for line in converted.collect())
"""


def blocks():
    """The program of each section: its language and its words."""
    page = (ROOT / "docs" / "engines.md").read_text("utf-8")
    found = {}
    for section in page.split("\n## ")[1:]:
        title = section.split("\n", 1)[0]
        block = re.search(r"^```(sh|python)\n(.*?)^```$", section, re.S | re.M)
        if block:
            found[title] = block.groups()
    return found


class Run:
    """A folder with records, and gongwen on the path."""

    def __init__(self, folder, gongwen):
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "bin" / "gongwen").symlink_to(Path(gongwen).resolve())
        path = [str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join(path),
            "PYSPARK_PYTHON": sys.executable,
            "SPARK_LOCAL_IP": "127.0.0.1",
            "JDK_JAVA_OPTIONS": "-XX:+IgnoreUnrecognizedVMOptions -XX:UseAVX=2",
            "RAY_USAGE_STATS_ENABLED": "0",
        }
        self.log = folder / "log.txt"

    def write(self, lines):
        (self.folder / "records.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
        return self.convert()

    def convert(self):
        """What one process makes of the records."""
        with open(self.folder / "records.jsonl", "rb") as given:
            command = ["gongwen", "stream", "--no-line-numbers"]
            run = subprocess.run(command, stdin=given, stdout=subprocess.PIPE, check=True,
                                 env=self.environment)
        return run.stdout

    def execute(self, command, **variables):
        with open(self.log, "wb") as log:
            run = subprocess.run(command, cwd=self.folder, stdout=log, stderr=log, timeout=900,
                                 env={**self.environment, **variables})
        if run.returncode:
            tail = self.log.read_text("utf-8", "replace")[-2000:]
            raise AssertionError(f"{command[0]} exited with {run.returncode}: {tail}")

    def check(self, name):
        """The verdict of `gongwen check`: exit status and words."""
        run = subprocess.run(["gongwen", "check", "records.jsonl", name], cwd=self.folder,
                             env=self.environment, capture_output=True, text=True)
        return run.returncode, run.stdout.strip()

    def compare(self, name, expected):
        found = (self.folder / name).read_bytes()
        status, verdict = self.check(name)
        assert status == 0, verdict
        assert found == expected, f"{name} differs from the output of one process"


def run_block(run, language, program, name, expected):
    out = re.search(r"\w+\.jsonl(?=\"|$)", program.replace("records.jsonl", ""), re.M)
    assert out, name
    if language == "sh":
        run.execute(["sh", "-ec", program])
    else:
        script = run.folder / f"{name}_page.py"
        script.write_text(program, "utf-8")
        run.execute([sys.executable, str(script)])
    run.compare(out.group(), expected)


def spark_with_a_killed_child(run, expected):
    died = run.folder / "died"
    run.execute([sys.executable, "dies.py", "killed.jsonl", "checked"], DIED=str(died))
    assert died.is_dir(), "no child was killed"
    run.compare("killed.jsonl", expected)


def spark_that_loses_rows(run):
    """The negative control: an engine that says it succeeded, and lost rows."""
    died = run.folder / "died-unseen"
    run.execute([sys.executable, "dies.py", "lost.jsonl", "unchecked"], DIED=str(died))
    left = (run.folder / "lost.jsonl").read_bytes().count(b"\n")
    assert left < COUNT, "no row was lost, so that this shows nothing"
    status, verdict = run.check("lost.jsonl")
    assert status == 1 and verdict.startswith("incomplete: 20000 lines in"), verdict
    print(f"      Spark without checkCode kept {left} of {COUNT} rows; check said: {verdict}")


def missing(name):
    """Why an engine cannot be run here; None when it can."""
    if name == "spark" and shutil.which("java") is None:
        return "no Java"
    if name == "parallel" and shutil.which("parallel") is None:
        return "no GNU parallel (Debian: apt-get install parallel)"
    return None


def main():
    gongwen, *names = sys.argv[1:]
    names = names or list(SECTIONS)
    found, failed = blocks(), []
    with tempfile.TemporaryDirectory(prefix="gongwen-engines-") as folder:
        run = Run(Path(folder), gongwen)
        (run.folder / "dies.py").write_text(SPARK, "utf-8")
        (run.folder / "dies-once").write_text(DIES_ONCE, "utf-8")
        (run.folder / "dies-once").chmod(0o755)
        expected = run.write(records(COUNT))
        good = expected.count(b'"status":"ok"')
        print(f"{COUNT} records, {good} of them documents")
        assert expected.count(b"\n") == COUNT and COUNT // 2 < good < COUNT

        def attempt(name, step):
            start = time.monotonic()
            try:
                step()
                print(f"ok    {name} ({time.monotonic() - start:.0f} s)", flush=True)
            except Exception as error:  # every engine is run, then the run fails
                failed.append(name)
                print(f"FAILED {name}: {type(error).__name__}: {str(error)[:3000]}", flush=True)

        for name in names:
            reason = missing(name)
            if reason:
                print(f"skip  {name}: {reason}", flush=True)
                continue
            language, program = found[SECTIONS[name]]
            attempt(name, lambda: run_block(run, language, program, name, expected))
            if name == "spark":
                attempt("spark, a child killed",
                        lambda: spark_with_a_killed_child(run, expected))
                attempt("spark, rows lost and found out", lambda: spark_that_loses_rows(run))
        if "parallel" in names and not missing("parallel"):
            in_bytes = run.write(records(COUNT, with_bytes=True))
            attempt("parallel, no UTF-8",
                    lambda: run_block(run, *found[SECTIONS["parallel"]], "parallel", in_bytes))
    sys.exit(bool(failed))


main()
