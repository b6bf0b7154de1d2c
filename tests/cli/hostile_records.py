"""Hostile mails and records: parts in parts, headers without end, quotes left open, rows of wrong lengths."""
import base64
import json

from hostile_inputs import EITHER, GOOD, READ, SKIPPED, Hostile

HEAD = "From: a@example.org\nDate: Mon, 18 Sep 2017 22:02:37 +0300\nSubject: {}\nMIME-Version: 1.0\n"
PLAIN = "Content-Type: text/plain; charset=utf-8\n"
TEXT = GOOD + "The word is xylophone.\n"


def mail(head, body, subject="A mail"):
    return (HEAD.format(subject) + head + "\n" + body).encode("utf-8", "surrogateescape")


def parts_in_parts(depth):
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return mail("", "").rstrip(b"\n") + b"\n" + (opening + PLAIN + "\n" + TEXT).encode()


def messages_in_messages(depth):
    inner = "Content-Type: message/rfc822\n\nSubject: inner\n" * depth
    return mail("", "").rstrip(b"\n") + b"\n" + (inner + PLAIN + "\n" + TEXT).encode()


def many_parts(count):
    parts = "".join("--b\nContent-Type: application/octet-stream\n\nx\n" for _ in range(count))
    return mail('Content-Type: multipart/mixed; boundary="b"\n', f"--b\n{PLAIN}\n{TEXT}\n{parts}--b--\n")


def record(**fields):
    return json.dumps({"id": "r", "text": TEXT} | fields) + "\n"


COLUMNS = "id,title,date,source,text\n"

INPUTS = [
    Hostile("ten-thousand-parts-deep.eml", lambda: parts_in_parts(10_000), EITHER),
    Hostile("messages-in-messages.eml", lambda: messages_in_messages(10_000), EITHER),
    Hostile("fifty-thousand-attachments.eml", lambda: many_parts(50_000), EITHER),
    Hostile("endless-subject.eml", lambda: mail(PLAIN, TEXT, "x" * 10_000_000), EITHER),
    Hostile("folded-subject.eml", lambda: mail(PLAIN, TEXT, "a\n " * 500_000), EITHER),
    Hostile("many-headers.eml", lambda: mail("X-A: b\n" * 200_000 + PLAIN, TEXT), EITHER),
    Hostile("broken-base64.eml", mail(PLAIN + "Content-Transfer-Encoding: base64\n", base64.b64encode(
        TEXT.encode()).decode()[:41] + "!!==?\x00=\n"), EITHER),
    Hostile("broken-quoted-printable.eml", mail(PLAIN + "Content-Transfer-Encoding: quoted-printable\n", TEXT +
                                                "=ZZ =1 ==\n=\n=FF=FE xylophone ="), READ, finds="xylophone"),
    Hostile("escapes-in-subject.eml", mail(PLAIN, TEXT, "=?utf-8?B?" + base64.b64encode(
        "\x1b[2J\x07\u202e owned\r\nBcc: x".encode()).decode() + "?="), READ, finds="xylophone",
            never=("\x1b", "\x07")),
    Hostile("boundary-of-nothing.eml", mail('Content-Type: multipart/mixed; boundary=""\n', "--\n" + TEXT + "----\n"),
            EITHER),
    Hostile("headers-alone.eml", mail(PLAIN, ""), SKIPPED),
    Hostile("program-attached.eml", mail('Content-Type: multipart/mixed; boundary="b"\n', f"--b\n{PLAIN}\n{TEXT}\n--b\n"
                                         "Content-Type: application/x-sh; name=\"../../run.sh\"\n\ncackle\n--b--\n"),
            READ, finds="xylophone", never=("cackle",)),
    Hostile("open-quote.csv", lambda: (COLUMNS + f"a,A,2017-01-02,s,\"{TEXT}\"\nb,B,2017-01-03,s,\"" +
                                       "never closed, and on it goes\n" * 190_000).encode(), EITHER),
    Hostile("ten-thousand-columns.csv", lambda: (
        COLUMNS.strip() + "".join(f",c{n}" for n in range(10_000)) + "\n" + "".join(
            f"a{row},A,2017-01-02,s,\"{TEXT.strip()}\"" + ",x" * 10_000 + "\n" for row in range(50))).encode(), READ,
            finds="xylophone"),
    Hostile("wrong-lengths.csv", (COLUMNS + f"good,A,2017-01-02,s,\"{TEXT}\"\nshort,B\nlong,C,2017-01-03,s,{'x' * 40},"
                                  "more,and,more\n,,,,\n").encode(), READ, finds="xylophone", says=r"wrong-lengths\.csv"),
    Hostile("nul.csv", (COLUMNS + f"a,A\0B,2017-01-02,s,\"{TEXT}\0\"\n\0\0\0\n").encode(), EITHER),
    Hostile("header-alone.csv", COLUMNS.encode(), EITHER),
    Hostile("no-text-column.csv", b"name,number\nHalabiyah,17\nMaadan,4\n", EITHER),
    Hostile("quotes-alone.csv", lambda: (COLUMNS + '"' * 3_000_001).encode(), EITHER),
    Hostile("formulas.csv", (COLUMNS + f"a,=cmd|'/c calc'!A0,2017-01-02,s,\"{TEXT}\"\n").encode(), READ,
            finds="xylophone"),
    Hostile("deep.jsonl", lambda: (record() + "[" * 500_000 + "\n" + '{"a":' * 200_000 + "\n").encode(), SKIPPED,
            finds="xylophone", says=r"deep\.jsonl:?\D+2\b"),
    Hostile("a-line-of-fifty-megabytes.jsonl", lambda: record(text="The bridge was held. " * 2_400_000 + TEXT).encode(),
            READ, finds="xylophone"),
    Hostile("surrogates.jsonl", b'{"id": "s", "title": "\\ud800\\udfff \\udc00", "text": "' + TEXT.strip().encode() +
            b' \\ud800 end \\u0000\\u001b[31m"}\n', EITHER, never=("\x1b",)),
    Hostile("one-id-twice.jsonl", (record(id="x") + record(id="x", text=GOOD + "marimba")).encode(), EITHER,
            finds="xylophone"),
    Hostile("broken-utf-8.jsonl", record().encode() + b'{"id": "u", "text": "\xff\xfe\xc0\xaf"}\n', EITHER,
            finds="xylophone"),
    Hostile("numbers.jsonl", (record() + '{"id": 1e999999999, "text": "a"}\n{"id": "n", "text": ' + "9" * 100_000 + "}\n").
            encode(), SKIPPED, finds="xylophone"),
]
