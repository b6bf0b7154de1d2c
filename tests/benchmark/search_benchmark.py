"""Searches in one process beside the bare Xapian API on the same database: 40 queries each of five kinds over an archive of
dealt sentences (redealt_archive.py)."""
import collections
import json
import random
import re
import subprocess
import urllib.parse

import redealt_archive

QUERIES_OF_A_KIND = 40
PASSES = 6
STOP = set("""a an and are as at be by for from had has have he his in is it its more most no not of on one or other said she
that the their them they this to two was we were when where which who will with would after before but into near over than
then there up down off out about also all some any our own how what did do does been being""".split())

# Bar, the way that is measured, what it is measured against and how many times as long it may take.
BARS = (("best 10", "furat best 10", "floor best 10", 1.1),
        ("counts of three dimensions", "furat counts", "floor best 10 and counts", 0.2),
        ("best 10 and counts", "furat best 10 and counts", "floor best 10 and counts", 0.2))


def words_of(sentence):
    return [word.lower() for word in re.findall(r"[A-Za-z]{3,}", sentence)]


def make_queries(path, articles, places, seed=7):
    """Writes kind, words and place of each query, one a line."""
    chance = random.Random(seed)
    sentences = [words_of(sentence) for sentence in redealt_archive.sentences_of(articles)]
    frequency = collections.Counter(word for words in sentences for word in set(words) if word not in STOP)
    frequent = [word for word, _ in frequency.most_common(400)]
    pairs = collections.Counter(pair for words in sentences for pair in set(zip(words, words[1:]))
                                if not STOP & set(pair))
    phrases = [" ".join(pair) for pair, _ in pairs.most_common(120)]

    def some(low, high):
        while True:
            known = [word for word in dict.fromkeys(chance.choice(sentences)) if frequency[word] >= 2]
            if len(known) >= low:
                return " ".join(chance.sample(known, chance.randint(low, min(high, len(known)))))

    rows = [("term", word, "") for word in chance.sample(frequent, QUERIES_OF_A_KIND)]
    rows += [("or", some(2, 4), "") for _ in range(QUERIES_OF_A_KIND)]
    rows += [("and", some(2, 3), "") for _ in range(QUERIES_OF_A_KIND)]
    rows += [("phrase", phrase, "") for phrase in chance.sample(phrases, QUERIES_OF_A_KIND)]
    rows += [("place", some(2, 3), chance.choice(places)) for _ in range(QUERIES_OF_A_KIND)]
    chance.shuffle(rows)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def read_queries(path):
    """(kind, words, place) of each."""
    return [(line.split("\t") + ["", ""])[:3] for line in path.read_text(encoding="utf-8").splitlines()]


def target(query, parameters):
    """The address at which `furat-search serve` answers one."""
    kind, words, place = query
    asked = [("q", f'"{words}"' if kind == "phrase" else words)]
    asked += [("match", "any")] if kind in ("or", "place") else []
    asked += [("place", place)] if place else []
    return "/api/search?" + urllib.parse.urlencode([*asked, *parameters])


def frequent_places(binaries, index):
    """Ids of the thirty most frequent places."""
    done = subprocess.run([str(binaries / "furat-search"), "--index", str(index), "--limit", "0", "--format", "json",
                           "--facets", "place", "--facet-limit", "30"], capture_output=True, check=True)
    return [value["id"] for value in json.loads(done.stdout)["facets"]["place"]["values"]]


def measure(binaries, folder, index, articles):
    queries = folder / "queries.tsv"
    make_queries(queries, articles, frequent_places(binaries, index))
    command = [str(binaries / "furat-search-cost"), str(index), str(queries), str(PASSES)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def print_measured(report):
    print(f"searches in one process over {report['passages']} passages, microseconds: mean, median, 90th percentile, "
          "mean of the first pass")
    for way, row in report.items():
        if isinstance(row, dict):
            print(f"  {way:<28}" + "".join(f"{row[key]:10.0f}" for key in ("mean", "median", "p90", "first")))
    for name, way, base, bar in BARS:
        ratio = report[way]["mean"] / report[base]["mean"]
        print(f"  {name}: {ratio:.2f} of the floor (bar {bar})")
    snippets = report["furat best 10 and snippets"]["mean"] - report["furat best 10"]["mean"]
    print(f"  ten snippets: {snippets:.0f} us, {snippets / report['floor snippets']['mean']:.2f} of MSet::snippet (bar 0.5)")
