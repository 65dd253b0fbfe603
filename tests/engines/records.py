"""Records that break pipelines: 20,000 lines, the same every time."""

import base64
import json
import random

PIECES = [
    "关于做好防汛工作的通知\n各区人民政府：\n一、加强值守。（市应急局牵头，各区人民政府配合）\n",
    "到2025年底前，县域内就诊率达到90%以上，床位数增加1.2万张。",
    "三、任务\n（一）推进改革。（责任单位：市教育局、市财政局）\n（二）完善机制。",
    "醫(yī)療衛(wèi)生改革，聯(lián)合會(huì)",
    "𠮷野家😀公司👨‍👩‍👧 e\u0301 \u202e反\u202c",
    "值守\u2028值守\u2029值守\u0085值守\u000b值守\u000c。",
    "=1+1\t@x\0\u0007\u001b[31m\ufeff",
    "<p>一、加强值守。</p><script>alert(1)</script>",
    "((((（（（（〔〔〔〔" * 20,
    "１２３４５％" * 30,
]

# Damaged bytes, which take long to repair: a few records have them.
DAMAGED = "動?jì)D女聯(lián)合會(huì)，海口??诤jP(guān)醫(yī)療"

IDS = [
    7, -0.0, 1e300, "x", "", "7", None, True, [], {}, [1, {"a": None}],
    "行\u2028分\u2029隔\u0085符", "a\nb\rc\td", "😀𠮷", "\\\"", "</script>",
]

# Lines that are no record of a document, all in UTF-8.
BROKEN = [
    "", " ", "\t", "\r", "{", "}", "[]", "[1]", "7", "null", "\"x\"", "nonsense", "{}", "{}{}",
    "{\"id\":1,}", "{\"id\":1,\"text\":}", "{'id':1}", "{\"id\":1 \"text\":\"x\"}",
    "{\"id\":1,\"text\":5}", "{\"id\":1,\"text\":null}", "{\"id\":1,\"text\":[\"x\"]}",
    "{\"id\":1,\"text\":\"\"}", "{\"id\":1,\"text\":\"  \"}", "{\"id\":1}",
    "{\"id\":1,\"text\":\"\\ud800\"}", "{\"id\":1,\"text\":\"\\x\"}", "{\"id\":1,\"text\":\"x",
    "{\"id\":01,\"text\":\"x\"}", "{\"id\":1e999,\"text\":\"一、值守。\"}",
    "{\"id\":12345678901234567890123,\"text\":\"一、值守。\"}",
    "{\"id\": 1,\r\"text\": \"一、值守。\"}\r", "\ufeff{\"id\":1,\"text\":\"一、值守。\"}",
    "{\"id\":1,\"id\":2,\"text\":\"一、值守。\"}", "{\"text\":\"一、值守。\"}",
    "{\"id\":1,\"base64\":\"?\"}", "{\"id\":1,\"base64\":5}", "{\"id\":1,\"base64\":\"JVBERi0xLjc=\"}",
    "{\"id\":\"行\u2028\u2029\u0085\",\"text\":\"一、值\u2028守\u0085。\"}",
    "{\"id\":" + "[" * 3000 + "]" * 3000 + ",\"text\":\"x\"}",
    "{\"id\":1,\"status\":\"ok\",\"document\":{}}", "x" * 100_000,
]

# Lines that are no UTF-8, for engines that hand on bytes.
BYTES = [
    b"\xff", b"\xc3", b"{\"id\":1,\"text\":\"\xff\"}", b"\xff\xfe{\x00}\x00", b"\x00",
    "{\"id\":1,\"text\":\"一、值守。\"}".encode("gbk"), b"{\"id\":\"\xed\xa0\x80\"}",
]


def records(count, with_bytes=False):
    """Lines without their breaks."""
    chance = random.Random(20_260_117)
    lines = []
    for number in range(count):
        kind = chance.random()
        if kind < 0.25:
            line = chance.choice(BROKEN).encode()
        elif kind < 0.28 and with_bytes:
            line = chance.choice(BYTES)
        else:
            line = document(chance, number).encode()
        lines.append(line)
    # One that is larger than any block or buffer.
    lines[count // 3] = json.dumps({"id": "large", "text": "一、加强值守。\n" * 200_000}).encode()
    return lines


def document(chance, number):
    text = "".join(chance.choices(PIECES, k=chance.randint(1, 4)))
    if chance.random() < 0.02:
        text += DAMAGED
    key = chance.choice(["text", "text", "text", "html", "base64"])
    if key == "base64":
        text = text.encode("gb18030").replace(b"\0", b"")
        text = base64.b64encode(text).decode()
    record = {"id": chance.choice([number, number, str(number), chance.choice(IDS)]), key: text}
    return json.dumps(record, ensure_ascii=chance.random() < 0.5)
