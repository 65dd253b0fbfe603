"""Loads what `gongwen export` writes with the programs that people use it in.

Run it with `tests/export_py/run`, which sets up the pinned versions. Usage:
check.py GONGWEN INPUT...
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TYPES_PANDAS = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def export(gongwen, out, inputs, *options):
    command = [gongwen, "export", "--quiet", "-o", str(out), *options, *inputs]
    subprocess.run(command, check=True)


def truth(path):
    """The documents as JSON, the standard that rows are counted against."""
    with open(path, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    tasks = [task for document in documents for task in document["tasks"]]
    counts = {
        "documents": len(documents),
        "tasks": len(tasks),
        "responsibilities": sum(
            len(statement["departments"])
            for task in tasks
            for statement in task["responsibilities"]
        ),
    }
    for name in ["sections", "targets", "citations", "members", "repairs"]:
        counts[name] = sum(len(document[name]) for document in documents)
    counts["removals"] = sum(len(document["removed"]) for document in documents)
    values = sum(
        target["value"] or 0 for document in documents for target in document["targets"]
    )
    return counts, values, documents


def resources(folder):
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {
        resource["name"]: {
            field["name"]: field["type"] for field in resource["schema"]["fields"]
        }
        for resource in package["resources"]
    }


def close_to(one, other):
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1)


def check_pandas(folder, counts, values):
    import pandas

    tables = {}
    for name, fields in resources(folder).items():
        types = {field: TYPES_PANDAS[kind] for field, kind in fields.items()}
        table = pandas.read_csv(folder / f"{name}.csv", dtype=types, keep_default_na=False,
                                na_values=[""])
        assert list(table.columns) == list(fields), name
        assert len(table) == counts.get(name, len(table)), name
        tables[name] = table
    assert close_to(tables["targets"]["value"].sum(), values)
    texts = tables["texts"].set_index("document_id")["text"]
    for row in tables["tasks"].itertuples():
        assert texts[row.document_id][row.start:row.end] == row.quote
    joined = tables["responsibilities"].merge(tables["tasks"], on="task_id", validate="m:1")
    assert len(joined) == counts["responsibilities"]


def check_pandas_excel(folder, counts):
    import pandas

    for name in ["documents", "targets", "responsibilities"]:
        data = (folder / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n"), name
        table = pandas.read_csv(folder / f"{name}.csv", encoding="utf-8-sig", dtype=str)
        assert len(table) == counts[name], name
        for column in table.columns:
            for cell in table[column].dropna():
                numeric = cell.lstrip("-").replace(".", "", 1).isdigit()
                assert numeric or cell[0] not in "=+-@\t\r", (name, column, cell)


def check_polars(folder, counts, values):
    import polars

    kinds = {"string": polars.String, "integer": polars.Int64, "number": polars.Float64,
             "boolean": polars.Boolean}
    for name, fields in resources(folder).items():
        schema = {field: kinds[kind] for field, kind in fields.items()}
        table = polars.read_csv(folder / f"{name}.csv", schema=schema)
        assert table.height == counts.get(name, table.height), name
        if name == "targets":
            assert close_to(table["value"].sum(), values)


def check_jsonl(folder, counts):
    import pandas

    for name, count in counts.items():
        table = pandas.read_json(folder / f"{name}.jsonl", lines=True, dtype=False)
        assert len(table) == count, name


def check_parquet(folder, counts, values, csv_folder):
    import pyarrow
    import pyarrow.parquet

    kinds = {"string": pyarrow.string(), "integer": pyarrow.int64(),
             "number": pyarrow.float64(), "boolean": pyarrow.bool_()}
    for name, fields in resources(csv_folder).items():
        table = pyarrow.parquet.read_table(folder / f"{name}.parquet")
        assert table.num_rows == counts.get(name, table.num_rows), name
        found = {field.name: field.type for field in table.schema}
        assert found == {field: kinds[kind] for field, kind in fields.items()}, name
        with open(csv_folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for column in table.column_names:
            if fields[column] == "string":
                cells = [cell or "" for cell in table[column].to_pylist()]
                assert cells == [row[column] for row in rows], (name, column)
    value = pyarrow.parquet.read_table(folder / "targets.parquet")["value"].to_pylist()
    assert close_to(sum(number or 0 for number in value), values)


def check_frictionless(folder):
    import frictionless

    csv.field_size_limit(sys.maxsize)
    frictionless.system.trusted = True
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]


def check_networks(folder, counts, documents):
    import networkx

    two_sided = networkx.read_graphml(folder / "department-task.graphml")
    departments = {node for node, side in two_sided.nodes("side") if side == "department"}
    assert networkx.bipartite.is_bipartite_node_set(two_sided, departments)
    assert not two_sided.is_directed() and not two_sided.is_multigraph()
    weight = sum(weight for _, _, weight in two_sided.edges(data="weight"))
    assert weight == counts["responsibilities"]
    assert {role for _, _, role in two_sided.edges(data="role")} <= {
        "lead", "responsible", "cooperating"}

    together = networkx.read_graphml(folder / "department.graphml")
    projected = networkx.bipartite.weighted_projected_graph(two_sided, departments)
    assert set(together.nodes) == departments
    assert {frozenset(edge) for edge in together.edges} == {
        frozenset(edge) for edge in projected.edges}
    for one, other, weight in together.edges(data="weight"):
        assert weight == projected[one][other]["weight"]

    citations = networkx.read_graphml(folder / "citation.graphml")
    assert citations.is_directed()
    read = sum(read for _, read in citations.nodes("read"))
    assert 0 < read <= counts["documents"]
    cited = sum(bool(document["citations"]) for document in documents)
    assert 0 < sum(degree > 0 for _, degree in citations.out_degree()) <= cited


def check_dot(folder):
    if shutil.which("dot") is None:
        return "no Graphviz here"
    for path in sorted(folder.glob("*.dot")):
        subprocess.run(["dot", "-Tcanon", "-o", "/dev/null", str(path)], check=True)


def check_label_studio(folder, counts):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((folder / "labeling_config.xml").read_text("utf-8"))
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_text("utf-8"))
    assert len(tasks) == counts["documents"]
    seen = 0
    for task in tasks:
        assert isinstance(task["data"]["text"], str)
        for prediction in task["predictions"]:
            errors = interface.validate_prediction(prediction, return_errors=True)
            assert not errors, errors[:3]
            ids = {item["id"] for item in prediction["result"] if "id" in item}
            for item in prediction["result"]:
                if item["type"] == "relation":
                    assert item["from_id"] in ids and item["to_id"] in ids
                elif item["type"] == "labels":
                    value = item["value"]
                    text = task["data"]["text"][value["start"]:value["end"]]
                    assert text == value["text"]
                    seen += 1
    assert seen > counts["tasks"]


def check_brat(folder, counts):
    seen = 0
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode()
        ids = set()
        for line in path.read_bytes().decode().splitlines():
            kind, fields = line[0], line.split("\t")
            if kind == "T":
                place = fields[1].split(" ", 1)[1]
                words = [text[int(start):int(end)] for start, end in
                         (pair.split(" ") for pair in place.split(";"))]
                assert " ".join(words) == fields[2], (path, line)
                ids.add(fields[0])
                seen += 1
            elif kind == "R":
                arguments = [argument.split(":")[1] for argument in fields[1].split()[1:]]
                assert set(arguments) <= ids, (path, line)
            elif kind in "A#":
                assert fields[1].split()[1] in ids, (path, line)
            else:
                raise AssertionError((path, line))
    assert seen > counts["tasks"]


def check_r(folder, counts):
    if shutil.which("Rscript") is None:
        return "no R here"
    script = """
      args <- commandArgs(TRUE)
      for (name in args[-1]) {
        table <- read.csv(file.path(args[1], paste0(name, ".csv")), encoding = "UTF-8",
                          na.strings = "")
        cat(name, nrow(table), "\\n")
        if (name == "targets") stopifnot(is.numeric(table$value))
      }
    """
    output = subprocess.run(["Rscript", "-e", script, str(folder), *counts], check=True,
                            capture_output=True, text=True).stdout
    found = dict(line.split() for line in output.splitlines())
    assert found == {name: str(count) for name, count in counts.items()}, found


def check_libreoffice(folder, counts):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return "no LibreOffice here"
    import pandas

    with tempfile.TemporaryDirectory() as out:
        for name in ["targets", "responsibilities"]:
            command = [program, "--headless", f"-env:UserInstallation=file://{out}/profile",
                       "--infilter=CSV:44,34,UTF8", "--convert-to", "xlsx", "--outdir", out,
                       str(folder / f"{name}.csv")]
            subprocess.run(command, check=True, capture_output=True)
            table = pandas.read_excel(Path(out) / f"{name}.xlsx")
            assert len(table) == counts[name], name
            numbers = [column for column in ("value", "position", "start") if column in table]
            assert all(table[column].dtype.kind in "fi" for column in numbers), table.dtypes
            assert set(table["document_id"].str.len()) == {17}, name


def programs(language):
    """The programs that the READMEs show in a language."""
    root = Path(__file__).resolve().parents[2]
    found = [
        program
        for page in ("README.md", "README.zh-CN.md")
        for program in re.findall(rf"^```{language}\n(.*?)^```$",
                                  (root / page).read_text("utf-8"), re.S | re.M)
    ]
    assert len(found) >= 2, language
    return found


def check_readme(gongwen, language, command):
    """The programs of the READMEs run over the tables of the corpus."""
    if shutil.which(command[0]) is None:
        return f"no {command[0]} here"
    corpus = Path(__file__).resolve().parents[2] / "corpus"
    with tempfile.TemporaryDirectory() as folder:
        export(gongwen, Path(folder) / "tables", [str(corpus)], "--format", "csv")
        for program in programs(language):
            run = subprocess.run([*command, program], cwd=folder, capture_output=True, text=True)
            assert run.returncode == 0, run.stderr[-500:]
            assert "县域内就诊率" in run.stdout, run.stdout


def check_schema(gongwen, documents):
    import jsonschema

    output = subprocess.run([gongwen, "schema"], check=True, capture_output=True).stdout
    schema = json.loads(output)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for document in documents:
        error = next(validator.iter_errors(document), None)
        assert error is None, (document["source"]["name"], error.json_path, error.message[:200])


def main():
    gongwen, *inputs = sys.argv[1:]
    gongwen = str(Path(gongwen).resolve())
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        # Read once; every export is made from the lines.
        lines = folder / "documents.jsonl"
        with open(lines, "wb") as out:
            subprocess.run([gongwen, "--quiet", *inputs], check=True, stdout=out)
        inputs = [str(lines)]
        counts, values, documents = truth(lines)
        for name, options in {
            "csv": ["--format", "csv"],
            "excel": ["--format", "csv", "--excel"],
            "jsonl": ["--format", "jsonl"],
            "graphml": ["--format", "graphml"],
            "dot": ["--format", "dot"],
            "labelstudio": ["--format", "labelstudio"],
            "brat": ["--format", "brat"],
        }.items():
            export(gongwen, folder / name, inputs, *options)
        help_text = subprocess.run([gongwen, "export", "--help"], capture_output=True).stdout
        parquet = b"parquet" in help_text.lower()
        if parquet:
            export(gongwen, folder / "parquet", inputs, "--format", "parquet")
        checks = {
            "pandas": lambda: check_pandas(folder / "csv", counts, values),
            "pandas, Excel's CSV": lambda: check_pandas_excel(folder / "excel", counts),
            "polars": lambda: check_polars(folder / "csv", counts, values),
            "pandas, JSON Lines": lambda: check_jsonl(folder / "jsonl", counts),
            "pyarrow": lambda: check_parquet(
                folder / "parquet", counts, values, folder / "csv"
            ) if parquet else "built without the feature parquet",
            "frictionless": lambda: check_frictionless(folder / "csv"),
            "networkx": lambda: check_networks(folder / "graphml", counts, documents),
            "Graphviz": lambda: check_dot(folder / "dot"),
            "Label Studio": lambda: check_label_studio(folder / "labelstudio", counts),
            "brat": lambda: check_brat(folder / "brat", counts),
            "R": lambda: check_r(folder / "csv", counts),
            "README in Python": lambda: check_readme(gongwen, "python", [sys.executable, "-c"]),
            "README in R": lambda: check_readme(gongwen, "r", ["Rscript", "-e"]),
            "LibreOffice": lambda: check_libreoffice(folder / "excel", counts),
            "jsonschema": lambda: check_schema(gongwen, documents),
        }
        for name, check in checks.items():
            try:
                skipped = check()
                print(f"{'skip' if skipped else 'ok':6}{name}{': ' + skipped if skipped else ''}")
            except Exception as error:  # every check is run, then the run fails
                failed = True
                print(f"FAILED {name}: {type(error).__name__}: {str(error)[:500]}")
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    sys.exit(failed)


main()
