#!/usr/bin/env python3
"""Adding one document never makes a query find fewer of the others, and moves no word's weight by
more than its share of the documents: not even a document whose words are broken at line ends.

usage: one_more.py BINDIR [ROUNDS [SEED]]"""
import json
import math
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUERIES = 40


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{command}: {done.stderr}")
    return done.stdout


def most_moved(idf, passages):
    """How far one more passage moves the idf of a word: ln(1 + (N - f + 0.5) / (f + 0.5))."""
    halves = (passages + 1) / math.exp(idf)  # f + 0.5
    return math.log((halves + 1) / halves) + 0.05


def moved_too_far(old, new, passages):
    """The terms whose weight moved by more than one passage moves it. A free word that weighs a share
    of a term of the field beside it (WordPlans::balance()) moves as that term does."""
    far = [term for term in old
           if abs(old[term] - new.get(term, 0)) > most_moved(old[term], passages)]

    def keeps_its_share(term):
        return any(abs(old[term] / old[other] - new.get(term, 0) / new[other]) < 0.01
                   for other in old if other not in far and new.get(other) and old[other])

    return [term for term in far if not keeps_its_share(term)]


class Index:
    def __init__(self, bindir, folder, path):
        self.bindir, self.path = bindir, path
        run([bindir / "ofindex", "--quiet", "--db", path, folder])

    def answer(self, query):
        found = json.loads(run([self.bindir / "ofsearch", "--db", self.path, "--format", "json", "-n",
                                "1000", "--match", "all", "--facets", "none", "--", query]))
        return {hit["report"]["sha256"] for hit in found["results"] if not hit.get("some")}

    def weights(self, query):
        text = run([self.bindir / "ofsearch", "--db", self.path, "-n", "1", "--facets", "none",
                    "--explain", "--width", "200", "--", query])
        return {m[1]: float(m[2]) for m in re.finditer(r"^term (.*): idf ([\d.]+)", text, re.M)}

    def passages(self):
        return json.loads(run([self.bindir / "ofsearch", "--db", self.path, "--format", "json", "-n", "0",
                               "--", "-qqqq"]))["total"]["passages"]

    def texts(self):
        lines = run([self.bindir / "ofsearch", "--db", self.path, "--format", "jsonl", "-n", "100",
                     "--passages", "50", "--facets", "none", "--match", "any", "--", "children the of"])
        return [passage["text"] for line in lines.splitlines()
                for passage in json.loads(line)["passages"]]


def broken_document(words):
    broken = []
    for word in words:
        at = random.randint(2, max(2, len(word) - 2))
        broken.append(random.choice([f"{word[:at]}-{word[at:]}", f"{word[:at]}\u2010{word[at:]}", word]))
    return "1. " + " ".join(broken) + ".\n"


def queries(texts):
    for _ in range(QUERIES):
        words = re.findall(r"[A-Za-z]+", random.choice(texts))
        if len(words) < 4:
            continue
        at = random.randint(0, len(words) - 4)
        two = words[at:at + 2]
        yield random.choice([two[0], " ".join(two), '"' + " ".join(words[at:at + 3]) + '"',
                             f"{two[0]} NEAR/5 {two[1]}", f"{two[0]} AND {two[1]}"])


def main():
    bindir = pathlib.Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    random.seed(seed)
    tried = failed = 0
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        shutil.copytree(ROOT / "corpus", work / "documents")
        before = Index(bindir, work / "documents", work / "before")
        texts = before.texts()
        passages = before.passages()
        for number in range(rounds):
            words = [word for text in random.sample(texts, 8)
                     for word in re.findall(r"[a-z]{5,}", text.lower())]
            (work / "documents/one-more.txt").write_text(broken_document(words), encoding="utf-8")
            after = Index(bindir, work / "documents", work / f"after{number}")
            asked = list(queries(texts)) + random.sample(words, min(20, len(words)))
            for query in asked:
                tried += 1
                lost = before.answer(query) - after.answer(query)
                old, new = before.weights(query), after.weights(query)
                moved = moved_too_far(old, new, passages)
                if lost or moved:
                    failed += 1
                    print(f"failed: {query}: lost {len(lost)} reports; weights moved: {moved}")
    print(f"one document more, seed {seed}: {tried - failed} passed, {failed} failed")
    return 1 if failed or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
