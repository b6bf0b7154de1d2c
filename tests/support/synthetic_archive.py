"""A larger archive made from corpus/articles: always the same bytes for the same arguments.

Each article is a new mix of paragraphs of the sample articles, so that words, names and dates keep their real
frequencies while no two articles are the same.
"""
import pathlib
import random
import re

PARAGRAPHS_PER_ARTICLE = 6


def paragraphs_of(articles):
    """Paragraphs of at least 80 characters of the UTF-8 text files in the folder `articles`, in a fixed order."""
    found = []
    for path in sorted(pathlib.Path(articles).glob("*.txt")):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
            if len(paragraph.strip()) >= 80:
                found.append(paragraph.strip("\n"))
    if not found:
        raise FileNotFoundError(f"no sample articles in {articles}")
    return found


def make_archive(folder, articles, count, seed=1):
    """Writes `count` text files and a metadata.tsv into `folder`; returns the bytes of text written."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paragraphs = paragraphs_of(articles)
    chance = random.Random(seed)
    size = 0
    rows = ["file\ttitle\tpublished\tsource\turl"]
    for number in range(count):
        name = f"synthetic-{number:05d}.txt"
        chosen = (paragraphs[chance.randrange(len(paragraphs))] for _ in range(PARAGRAPHS_PER_ARTICLE))
        text = f"Synthetic report {number}\n\n" + "\n\n".join(chosen) + "\n"
        size += (folder / name).write_bytes(text.encode())
        day = f"{2014 + number % 6}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        rows.append(f"{name}\tSynthetic report {number}\t{day}\tSource {number % 7}\t")
    (folder / "metadata.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return size
