#!/usr/bin/env python3
"""What an archive says of some words: the best passages, the places they name, and how many a year.

usage: search_ctypes.py INDEX WORD...      exit status 1 if nothing was found, 2 for an error
"""
import sys
from concurrent.futures import ThreadPoolExecutor

from furat_ctypes import FuratError, Searcher


def main():
    index, words = sys.argv[1], " ".join(sys.argv[2:])
    with Searcher(index) as searcher, ThreadPoolExecutor(2) as threads:
        found = threads.submit(searcher.search, query=words, limit=3, facets=["place"], facet_limit=5)
        years = threads.submit(searcher.timeline, search={"query": words}, by="year")
        found, years = found.result(), years.result()
    print(found["total_passages"], "passages of", found["total_articles"], "articles")
    for hit in found["hits"]:
        print(f"{hit['rank']}. {hit['passage']}: {hit['snippet']['text']}")
    for place in found["facets"]["place"]["values"]:
        print(f"{place['passages']:6} {place['name']}")
    for row in years["rows"]:
        if row["kind"] == "bucket":
            print(f"{row['passages']:6} {row['id']}")
    return 0 if found["hits"] else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except FuratError as error:
        print(f"{error} ({error.kind})", file=sys.stderr)
        sys.exit(2)
