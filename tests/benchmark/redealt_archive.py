"""An archive of any size out of the sentences of corpus/articles, dealt anew: always the same bytes for the same
arguments.

A paragraph is long enough to be a passage of its own, so that the number of passages is known. Words, names and dates keep
their frequencies, and no two passages are alike; the vocabulary does not grow with the archive as that of a real one does.
"""
import json
import pathlib
import random
import re

import synthetic_archive

PASSAGES_PER_ARTICLE = 5
WORDS_PER_PASSAGE = 125
FIRST_YEAR, YEARS = 2012, 8
SOURCES = 40


def sentences_of(articles):
    """Sentences of five to forty words, each once, in a fixed order. A longer one would make all passages that it is
    dealt to near-duplicates."""
    found = {}
    for paragraph in synthetic_archive.paragraphs_of(articles):
        for sentence in re.split(r"(?<=[.!?])\s+", " ".join(paragraph.split())):
            if 5 <= len(sentence.split()) <= 40:
                found[sentence] = None
    return list(found)


def passage(sentences, chance):
    dealt, words = [], 0
    while words < WORDS_PER_PASSAGE:
        dealt.append(chance.choice(sentences))
        words += len(dealt[-1].split())
    return " ".join(dealt)


def make_archive(path, articles, passages, seed=1):
    """Writes JSON lines of articles that have `passages` passages in all."""
    chance = random.Random(seed)
    sentences = sentences_of(articles)
    with open(path, "w", encoding="utf-8") as out:
        for first in range(0, passages, PASSAGES_PER_ARTICLE):
            number = first // PASSAGES_PER_ARTICLE
            count = min(PASSAGES_PER_ARTICLE, passages - first)
            day = f"{FIRST_YEAR + chance.randrange(YEARS)}-{1 + chance.randrange(12):02d}-{1 + chance.randrange(28):02d}"
            out.write(json.dumps({
                "id": f"dealt-{number:07d}", "title": " ".join(chance.choice(sentences).split()[:9]), "published": day,
                "source": f"Source {chance.randrange(SOURCES)}",
                "text": "\n\n".join(passage(sentences, chance) for _ in range(count))}, ensure_ascii=False) + "\n")
    return pathlib.Path(path).stat().st_size
