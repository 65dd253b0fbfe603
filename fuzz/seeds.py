#!/usr/bin/env python3
"""Writes seeds and a dictionary for the fuzz targets: `fuzz/seeds.py [FILE...]`.

Seeds are pieces of the corpus (and of the files named), cut at line ends so that they stay
short; the dictionary is the lexicon's wording, a sample of the large tables.
"""

import hashlib
import json
import pathlib
import sys

FUZZ = pathlib.Path(__file__).resolve().parent
ROOT = FUZZ.parent
PIECE = 700
OF_EACH_TABLE = 60

LITERALS = (
    "一、|（一）|1.|(2)|①|第一章|第一条|一是|附件：|附件1|专栏1|表1|〔|〕|（|）|(|)|《|》|【|】|“|”|"
    "（责任单位：|（牵头单位：|责任部门：|到2025年|2025年底前|不低于|提高到|由|至|分别|90%|5个百分点|"
    "10-12|万亿元|每千人口|某政发〔2021〕3号|二〇二一年七月十二日|醫(yī)療|?；鸨O(jiān)|??|\ufffd|"
    "\u200b|\u3000|\ufeff|\u202e|\u2028|\x00|\r\n|<table>|<tr>|<td rowspan=2>|<th colspan=9>|</td>|</table>|"
    "<ul><li>|<script>|</script>|<style>|<!--|-->|&nbsp;|&#12290;|&#x110000;|&amp;|"
    '<meta charset="gb2312">|<meta name="ArticleTitle" content="|<title>|<br>|<p>|</p>|<div>|'
    '{"id":1,"text":"|"}|"base64":"|"text":"|\\ud800|\\n'
).split("|")


def words():
    """The literals, then some of each table of the lexicon."""
    yield from LITERALS
    for table in sorted((ROOT / "src/lexicon").glob("*.tsv")):
        rows = [
            line.split("\t")[0]
            for line in table.read_text("utf-8").splitlines()
            if line and not line.startswith("#")
        ]
        yield from rows[:: max(1, len(rows) // OF_EACH_TABLE)]


def pieces(data):
    """Stretches of whole lines of about the wanted size; a longer line is cut."""
    piece = b""
    for line in data.splitlines(keepends=True):
        while len(line) > 2 * PIECE:
            yield line[:PIECE]
            line = line[PIECE:]
        piece += line
        if len(piece) >= PIECE:
            yield piece
            piece = b""
    yield piece


def write(target, data):
    folder = FUZZ / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def main():
    (FUZZ / "corpus").mkdir(exist_ok=True)
    entries = dict.fromkeys(word for word in words() if word)
    with open(FUZZ / "corpus/dictionary", "w") as dictionary:
        for word in entries:
            escaped = "".join(f"\\x{byte:02x}" for byte in word.encode())
            dictionary.write(f'"{escaped}"\n')

    files = sorted(ROOT.glob("corpus/*/document.*")) + list(map(pathlib.Path, sys.argv[1:]))
    for file in files:
        for piece in pieces(file.read_bytes()):
            for target in ["read", "html", "normalize", "parse"]:
                write(target, piece)
            text = piece.decode("utf-8", "replace")
            record = json.dumps({"id": len(text), "text": text}, ensure_ascii=len(text) % 2 == 0)
            write("stream", record.encode() + b"\n")
            gbk = text.encode("gb18030", "replace")
            write("read", gbk)
    for index in range(200):
        write("words", hashlib.sha512(str(index).encode()).digest())


if __name__ == "__main__":
    main()
