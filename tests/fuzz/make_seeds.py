#!/usr/bin/env python3
"""Writes what the fuzz targets begin with, a folder a target: from the sample archive, the lexicon and the documents.

usage: make_seeds.py SOURCE_DIR OUTPUT_DIR
"""
import pathlib
import random
import re
import shutil
import struct
import sys
import zipfile

LARGEST = 60_000  # bytes: fuzzers take no larger input
DOCX_PARTS = ("word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml", "docProps/custom.xml")
ODT_PARTS = ("content.xml", "styles.xml", "meta.xml")
WRITTEN_DATES = """4 October 2017
Oct. 4th, 2017
4. Oktober 2017
٤ تشرين الأول ٢٠١٧
2017-10-04T09:30:00+03:00
04.10.2017
2017年10月4日
Wed Oct 4 09:30:00 UTC 2017
20171004T093000Z
1507104000
Posted Nov 18, 8:19 PM
DAMASCUS, Oct. 4, 2017 (SANA) — The army
Two Rivers Wire, 20 November 2017
http://example.org/2017/oct/04/title-20171004
articles/title-2017_10_04.pdf"""
SEARCHES = [
    b"\x00q=Mayadin army\nplace=Syria\nfacet=place\nfacet=actor\nfacet=date\nfacet=source\nfacet=published\nfacet=kind",
    b"\x00q=\"took Mayadin\" OR (oil NEAR/3 field)\nunique=1\ngroup=1\nsort=1\nexplain=1",
    b"\x00q=Deir Ezzor\ndate=2017-10..2017-11\ndate-mode=1\n-source=Two Rivers Wire\nsort=2\nlimit=3\noffset=1",
    b"\x00q=who took mayadin?\nreported-by=2017-10-31\nnow=2017-11-05\ndate=last week\nrelated=1",
    b"\x00near=Mayadin\nwithin=80km\nbbox=30,35,38,45\nrole=all\nfacet=place\nfacet-limit=0",
    b"\x00q=mayaddin offensiv\nexact=1\nmatch=1\nplain=1\nno-totals=1\nsnippet=40",
    b"\x01q=Syria\ndate=2017", b"\x02kind=rebels\npublished=2017", b"\x03rows=place-kind\ncolumns=published-day",
    b"\x04rows=actor\ntext=Islamic State", b"\x05text=deir e", b"\x06rows=place\ntext=der\nq=army",
    "\x07text=c.txt#2\nq=الجسر".encode(), b"\x08text=a.txt#1\nfacet=date",
]


REQUESTS = [
    b'\x00{"query": "army", "filters": [{"dimension": "place", "value": "Mayadin", "exclude": true}], "limit": 3}',
    b'\x00{"match": "any", "sort": "date", "near": "Mayadin", "within": "80km", "place_roles": ["all"], "timeout_ms": 900}',
    b'\x01{"search": {"query": "army"}, "by": "month"}', b'\x02{"rows": "place", "columns": "year", "row_limit": 4}',
    b'\x03{"dimension": "place", "name": "deir"}', b'\x04{"dimension": "actor", "order": "name"}',
    b'\x05{"prefix": "dei"}', b'\x06{"passage": "a.txt#1", "context": 2, "article": true}',
    b'\x07{"passage": "a.txt#1", "copies": true}', b'\x08{"passage": "a.txt#1"}',
]

GETS = (
    "search?q=Mayadin+army&place=Syria&facets=place,actor,date&facet-limit=0&explain=true&limit=5&format=geojson",
    "search?q=%22took+Mayadin%22&unique=true&group=article&sort=date&date=2017-10..2017-11&date-mode=within&format=csv",
    "search?near=Mayadin&within=80km&bbox=30,35,38,45&place-roles=all&kind=rebels&not-source=Two+Rivers+Wire&format=jsonl",
    "search?q=who+took+mayadin%3F&now=2017-11-05&reported-by=2017-10-31&related=always&match=any&format=markdown&timeout=900ms",
    "facets?dimension=place&text=der&order=name&limit=all&format=tsv", "timeline?by=month&clock=published&format=csv",
    "pivot?rows=place&columns=month&count=articles&row-limit=4&column-limit=0&ancestors=true", "actors?name=Islamic+State",
    "places?limit=3&spellings=0&neighbours=2&format=csv", "suggest?prefix=dei&dimension=place&limit=4",
    "passages/a.txt%231?context=1&q=army&spelling=exact", "passages/b.txt%231/why", "passages/a.txt%231/similar?copies=true",
    "articles/c.txt?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1", "index", "openapi.json")


def http_requests():
    """As clients send them; and what does not stop at one request, a head or a target."""
    head = b" HTTP/1.1\r\nHost: localhost\r\n"
    seeds = {f"get-{number:02}": b"\0GET /api/" + target.encode() + head + b"\r\n" for number, target in enumerate(GETS)}
    routes = ("search", "search", "timeline", "pivot", "facets", "actors", "suggest")
    for number, (route, request) in enumerate(zip(routes, REQUESTS)):
        fields = f"Content-Type: application/json\r\nContent-Length: {len(request) - 1}\r\n\r\n"
        seeds[f"post-{number}"] = b"\0POST /api/" + route.encode() + head + fields.encode() + request[1:]
    token = b"Authorization: Bearer a-token-of-sixteen\r\n"
    return seeds | {
        "page": b"\0GET /" + head + b"\r\n", "health": b"\1HEAD /healthz HTTP/1.0\n\n", "metrics": b"\1GET /metrics" + head + token + b"\r\n",
        "two": b"\0GET /api/index" + head + b"If-None-Match: *\r\nConnection: keep-alive\r\n\r\nGET /api/search?limit=1" + head + b"\r\n",
        "other-host": b"\0GET /api/index HTTP/1.1\r\nHost: [::1]:8080\r\nExpect: 100-continue\r\nX: y\r\n\r\n",
        "refused": b"\0GET /api/search?q=(((&limit=x&place=%zz HTTP/1.1\r\nHost: archive.example\r\nTransfer-Encoding: chunked\r\n\r\n"}


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def signed(number):
    return varint(2 * number if number >= 0 else -2 * number - 1)


def text(value):
    data = value.encode()
    return varint(len(data)) + data


def passage_record():
    """The content of index/passage_record.cpp behind its checksum."""
    words = "Bridge\nThe army took Mayadin on 14 October 2017."
    place = varint(16) + varint(7) + b"\0" + varint(0) + varint(9) + b"\0" + signed(250) + varint(1) + varint(3) + signed(-4)
    actor = varint(0) + varint(5) + b"\1" + varint(1) + varint(7) + varint(3) + varint(1) + varint(0) + signed(5) + varint(8) + signed(2)
    date = varint(10) + varint(15) + b"\2" + varint(2) + b"\0\0\3" + signed(17453) + signed(0) + text("2017-10-14")
    mentions = varint(3) + text("place.name") + text("actor.name") + text("date.day") + varint(3) + actor + place + date
    return (varint(1) + varint(2) + varint(3) + varint(4) + varint(6) + text("") + text(words) +
            varint(2) + varint(7) + signed(0) + signed(0) + varint(len(words) - 7) + signed(20) + signed(3) + mentions)


def completion(source):
    """Of the version that is read: of another no more than the version is looked at."""
    version = re.search(r"kSchemaVersion = (\d+);", (source / "index/schema.hpp").read_text())[1]
    return f"furat-generation {version}\narticles 1\npassages 2\nvalues 3\ndigest {0:016x}\nuuid 0\nend\n".encode()


def tables(source):
    files = (text("") + varint(0) + varint(1) + text("g.tsv") + varint(1) + text("../a") + text("a") + b"\1" + varint(1) +
             varint(0) + text("x.txt") + b"\0\0" + varint(90) + signed(5) + varint(7) + text("0" * 32) + varint(8) +
             varint(2) + varint(1) + varint(2) + text(""))
    return {"file_table": b"\5" + files, "positions": b"\6" + text("a") + signed(35_000_000) + signed(40_000_000),
            "parents": b"\7" + varint(1) + varint(5) + varint(2) + varint(6) + b"\3" + signed(2012) + signed(2016) + varint(7) + b"\0",
            "set": b"\x08" + varint(5) + varint(1) + varint(300),
            "spelled": b"\3" + varint(1) + text("Omar") + varint(1) + varint(3) + varint(1) + varint(4),
            "completion": b"\4" + completion(source)}


def pdf_pages():
    """Two columns of words on two pages, seven bytes a word: see targets/pdf_layout.cpp."""
    words = [struct.pack(">BHHBB", 0x80, column + word * 1_700, 8_000 + line * 700, (line * 5 + word) % 32, 40)
             for column in (8_000, 20_000) for line in range(20) for word in range(6)]
    return (bytes([len(words)]) + b"".join(words)) * 2


def parts_of(archive, names):
    with zipfile.ZipFile(archive) as opened:
        held = set(opened.namelist())
        return b"\0".join(opened.read(name) if name in held else b"" for name in names)


def prefixed(prefixes, contents):
    return {f"{name}-{number}": bytes([prefix]) + data
            for name, data in contents.items() for number, prefix in enumerate(prefixes)}


def damages():
    """Any bytes will do: these choose among everything that can be damaged."""
    chance = random.Random(9)
    return {f"{number:03}": chance.randbytes(24) for number in range(60)} | {"update": chance.randbytes(12) + b"\xff"}


def files(folder, ending):
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*" + ending))}


def lines(content):
    return {f"{number:03}": line.encode() for number, line in enumerate(content.splitlines()) if line.strip()}


def queries(source):
    blocks = re.findall(r"```queries\n(.*?)```", (source / "docs/query-language.md").read_text(), re.S)
    return lines("\n".join(re.split(r"   +", line)[0] for block in blocks for line in block.splitlines()))


def name_pairs(source):
    rows = (source / "tests/data/name_keys.tsv").read_text().splitlines()
    names = [row.split("\t")[0] for row in rows if not row.startswith("#")]
    return {f"{number:04}": f"{a}\n{b}".encode() for number, (a, b) in enumerate(zip(names, names[1:])) if number % 4 == 0}


def seeds(source):
    articles, lexicon = source / "corpus/articles", source / "corpus/lexicon"
    texts = files(articles, ".txt")
    dump = b"\t".join([b"173811", b"Mayadin", b"Mayadin", "Meyadin,الميادين".encode(), b"35.0", b"40.4", b"P", b"PPL", b"SY",
                       b"", b"07", b"", b"", b"", b"44028", b"", b"200", b"Asia/Damascus", b"2017-10-04"]) + b"\n"
    configuration = re.findall(r"```toml\n(.*?)```", (source / "docs/configuration.md").read_text(), re.S)
    rows = {name: (lexicon / f"{name}.toml").read_bytes()[:6_000] for name in ("places", "actors")}
    sidecars = {"toml": b"\0" + (articles / "metadata.toml").read_bytes()[:6_000],
                "tsv": b"\1file\ttitle\tpublished\tsource\turl\na.txt\tA\t2017-10-04\tB\thttp://a.b/\n",
                "csv": b"\2file,title,published,author\n\"a.txt\",\"A \"\"b\"\"\",2017-10-04,C\n",
                "own": b"\3title = \"A\"\npublished = 2017-10-04\nsource = 'B'\n"}
    return {
        "article": texts, "words": texts, "dates": prefixed((0, 181), texts), "passages": prefixed((0, 1), texts),
        "html": files(articles, ".html"), "csv": files(articles, ".csv"), "jsonl": files(articles, ".jsonl"),
        "mail": files(articles, ".eml"), "markdown": files(articles, ".md"),
        "docx": {path.stem: parts_of(path, DOCX_PARTS) for path in articles.glob("*.docx")},
        "odt": {path.stem: parts_of(path, ODT_PARTS) for path in articles.glob("*.odt")},
        "names": name_pairs(source),
        "query": queries(source), "search": {f"{number:02}": request for number, request in enumerate(SEARCHES)},
        "request_json": {f"{number:02}": request for number, request in enumerate(REQUESTS)},
        "sidecar": sidecars, "settings": prefixed((0, 1), {"doc": "\n".join(configuration[:1]).encode()}),
        "lexicon": {**prefixed((0,), rows), "dump": b"\1" + dump * 3},
        "written_dates": prefixed((0, 1, 2), lines(WRITTEN_DATES)),
        "passage_record": {"whole": passage_record()}, "tables": tables(source),
        "duplicates": {"articles": b"\0" + bytes(range(128)) * 4, "passages": b"\1" + bytes(range(32)) * 9},
        "mapped_files": {"columns": b"\0" + bytes(300), "digests": b"\1FURATDG1" + struct.pack("=III", 0x01020304, 1, 2) + bytes(40)},
        "indexer_records": {"stream": b"\0\1" + varint(24) + text("a") * 2 + text("") * 5 + b"\0\0" + text("body") + varint(1) + varint(4) + varint(0) + varint(4) + varint(0) + varint(0) + b"\4\0"},
        "pdf_layout": {"columns": pdf_pages()}, "damaged_index": damages(),
        "http_request": http_requests(),
    }


def main():
    source, output = map(pathlib.Path, sys.argv[1:3])
    shutil.rmtree(output, ignore_errors=True)
    for target, inputs in seeds(source).items():
        folder = output / target
        folder.mkdir(parents=True)
        for name, data in inputs.items():
            (folder / name).write_bytes(data[:LARGEST])


if __name__ == "__main__":
    main()
