#!/usr/bin/env python3
"""Checks searchers before scripts/bench times them, by counting in another way: it reads every passage.

    check_answers.py expect PASSAGES.jsonl QUERIES.tsv OUT
        Writes OUT/queries.tsv, the plain words of each query, and OUT/expected.json, what they and
        a filter by grade must find: passages and reports, and the counts of the four facets.
    check_answers.py counts OUT ANSWERS --of passages|reports --rules NAME [--fewer SHARE] [--grade VALUE]...
        Compares a searcher's answers (query_tool.h) with that; NAME is one of RULES below. Exit status 1 where they differ.
        Of each count, a SHARE may be missing (default 0).
    check_answers.py top ANSWERS EXHAUSTIVE [--least SHARE]
        Compares the best ten with those of the same searcher scoring every match. Prints the share
        of them that is the same; exit status 1 below SHARE (default 1). Among equal scores any
        order will do.

Plain words are those that every searcher looks up by their stems alone: letters only, no word that
some searcher skips or takes for a sign of what is asked ("not", "lack"), no irregular form ("written"),
for which ofsearch finds "wrote" too, no short form that the texts define, no word or pair that the texts also write as a compound with a hyphen.
"""
import argparse
import collections
import itertools
import json
import math
import pathlib
import re
import sys

from figures import read_queries

FACETS = ("authority", "year", "visit_type", "grade")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# By Unicode's rules for words (UAX 29) misprints such as "visits.Timeliness" are one.
UAX29_WORD = re.compile(r"[^\W_]+(?:(?<=[^\W\d_])[.:'‘’](?=[^\W\d_])[^\W_]+)*")
COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑–][^\W_]+)+")
SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z&]+?)s?\)")
# What is a word and what its stem, by searcher.
RULES = {"xapian": ("english", WORD), "fts5": ("porter", WORD), "lucene": ("porter", UAX29_WORD)}
FAMILIES = pathlib.Path(__file__).resolve().parents[2] / "common/words/word_families.cc"
IRREGULAR = set(" ".join(re.findall(r'^    "([a-z ]+)",$', FAMILIES.read_text(encoding="utf-8"), re.M)).split())
SHORTEST = 4  # letters; the shorter words of the language are those that are skipped
SKIPPED = set(
    "about after against also although among been before being between both could does down during each "
    "from further have having here into just lack lacking more most much must never once only other over "
    "same should some such than that their them then there these they this those through under until "
    "very were what when where which while will with within without would your".split())


def words_of(text, word_rule):
    for word in word_rule.findall(text.lower()):
        word = word.replace("’", "'")
        yield word[:-2] if word.endswith("'s") else word


class Texts:
    """All passages, read once: which have which of the stems asked for, and what words to avoid."""

    def __init__(self, path, words):
        import xapian  # python3-xapian; its stemmers, nothing of its index

        self.stemmers = {name: xapian.Stem(stemmer) for name, (stemmer, _) in RULES.items()}
        self.wanted = {name: {self.stem(name, word) for word in words} for name in RULES}
        self.known = {}  # text between two spaces -> the wanted (rule, stem) pairs it has
        self.having = collections.defaultdict(bytearray)
        self.avoided = set()
        self.reports, self.report_of = [], []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                self.add(json.loads(line))
        for marks in self.having.values():
            marks.extend(bytes(len(self.report_of) - len(marks)))

    def stem(self, rule, word):
        return self.stemmers[rule](word).decode()

    def add(self, row):
        if not self.reports or self.reports[-1]["report"] != row["report"]:
            self.reports.append({name: row[name] for name in ("report",) + FACETS})
        for key in {key for piece in set(row["text"].split()) for key in self.keys_of(piece)}:
            marks = self.having[key]
            marks.extend(bytes(len(self.report_of) - len(marks)))
            marks.append(1)
        self.report_of.append(len(self.reports) - 1)

    def keys_of(self, piece):
        if piece not in self.known:
            self.avoid_parts_of(piece)
            stems = {(name, self.stem(name, word)) for name, (_, word_rule) in RULES.items()
                     for word in words_of(piece, word_rule)}
            self.known[piece] = [(name, stem) for name, stem in stems if stem in self.wanted[name]]
        return self.known[piece]

    def avoid_parts_of(self, piece):
        self.avoided.update(re.sub("[^a-z0-9]", "", word.lower()) for word in COMPOUND.findall(piece))
        self.avoided.update(word.lower() for word in SHORT_FORM.findall(piece))

    def reports_with(self, rule, words):
        """How many passages of each report have any of the words."""
        size = len(self.report_of)
        any_word = 0
        for word in words:
            any_word |= int.from_bytes(self.having.get((rule, self.stem(rule, word)), b""), "little")
        marks = any_word.to_bytes(size, "little")
        return collections.Counter(itertools.compress(self.report_of, marks))


def plain_words(query, avoided):
    words = []
    for word in query.lower().split():
        pair = (words[-1] if words else "") + word
        if not word.isalpha() or not word.isascii() or len(word) < SHORTEST or word in words:
            continue
        if word not in SKIPPED | IRREGULAR and word not in avoided and pair not in avoided:
            words.append(word)
    return words


def counts(texts, found, grades):
    """Matches and facets; the facet of a grade that is asked for ignores that."""
    kept = {n for n in found if not grades or texts.reports[n]["grade"] in grades}
    out = {}
    for unit, weight in (("passages", lambda n: found[n]), ("reports", lambda n: 1)):
        facets = {}
        for name in FACETS:
            values = facets[name] = collections.Counter()
            for n in found if name == "grade" else kept:
                values[texts.reports[n][name]] += weight(n)
        out[unit] = {"matches": sum(weight(n) for n in kept), "facets": facets}
    return out


def expect(passages, queries, out, selections):
    queries = read_queries(queries)
    texts = Texts(passages, {word for _, query in queries for word in plain_words(query, ())})
    expected = {}
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "queries.tsv", "w", encoding="utf-8") as file:
        for name, query in queries:
            words = plain_words(query, texts.avoided)
            if not words:
                continue
            file.write(f"{name}\t{' '.join(words)}\n")
            for rule in RULES:
                found = texts.reports_with(rule, words)
                for grades in selections:
                    key = " ".join([name, rule, *grades])
                    expected[key] = counts(texts, found, grades)
    (out / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


def read_answers(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def differences(answer, wanted, fewer):
    missing = math.ceil(fewer * wanted["matches"])
    if not wanted["matches"] - missing <= answer["matches"] <= wanted["matches"]:
        yield f"{answer['matches']} matches, {wanted['matches']} by reading all"
    for name in FACETS:
        got = {value: count for value, count in answer["facets"].get(name, {}).items() if count > 0}
        for value in sorted(got.keys() | wanted["facets"][name].keys()):
            in_texts = wanted["facets"][name].get(value, 0)
            if not in_texts - missing <= got.get(value, 0) <= in_texts:
                yield (f"{name} {value}: {got.get(value, 0)} counted, "
                       f"{in_texts} by reading all")


def check_counts(options):
    expected = json.loads((options.out / "expected.json").read_text(encoding="utf-8"))
    wrong = 0
    answers = read_answers(options.answers)
    for answer in answers:
        key = " ".join([answer["id"], options.rules, *options.grade])
        found = list(differences(answer, expected[key][options.of], options.fewer))
        wrong += bool(found)
        for sentence in found[:3]:
            print(f"{answer['id']}: {sentence}")
    if wrong or not answers:
        print(f"{wrong} of {len(answers)} answers are wrong")
    return 1 if wrong or not answers else 0


def same(a, b):
    return abs(a - b) <= 1e-4 * max(abs(a), abs(b))


def agreement(answer, best):
    """How many of the ten are among the best, or score as high as the last of them."""
    ids = {name for name, _ in best}
    last = best[-1][1] if best else 0
    return sum(name in ids or same(score, last) for name, score in answer)


def check_top(options):
    pairs = list(zip(read_answers(options.answers), read_answers(options.exhaustive), strict=True))
    right = sum(agreement(a["top"], b["top"]) for a, b in pairs)
    wanted = sum(len(b["top"]) for _, b in pairs)
    share = right / wanted if wanted else 0
    print(f"{share:.3f}")
    return 0 if share >= options.least else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_subparsers(dest="mode", required=True)
    mode = modes.add_parser("expect")
    mode.add_argument("passages")
    mode.add_argument("queries")
    mode.add_argument("out", type=pathlib.Path)
    mode = modes.add_parser("counts")
    mode.add_argument("out", type=pathlib.Path)
    mode.add_argument("answers")
    mode.add_argument("--of", choices=("passages", "reports"), required=True)
    mode.add_argument("--rules", choices=RULES, required=True)
    mode.add_argument("--grade", action="append", default=[])
    mode.add_argument("--fewer", type=float, default=0)
    mode = modes.add_parser("top")
    mode.add_argument("answers")
    mode.add_argument("exhaustive")
    mode.add_argument("--least", type=float, default=1)
    options = parser.parse_args()
    if options.mode == "expect":
        expect(options.passages, options.queries, options.out, ([], ["inadequate"], ["inadequate", "good"]))
        return 0
    return check_counts(options) if options.mode == "counts" else check_top(options)


if __name__ == "__main__":
    sys.exit(main())
