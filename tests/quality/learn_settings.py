#!/usr/bin/env python3
"""Learns the settings of ranking from judged questions, and says what it brings on those held back.

usage: learn_settings.py RANK_QUERIES INDEX --learn QUESTIONS:QRELS... --hold QUESTIONS:QRELS... [--rounds N]

RANK_QUERIES  the program of that name (tests/quality/rank_queries.cc)
QUESTIONS     as for evaluate_questions.py; QRELS may be several tables, parted by commas
Coordinate ascent (Metzler and Croft 2007): each setting in turn is tried at some shares of its value,
and the best is kept; what is not judged is taken out of an answer before it is scored, since it was
mostly brought up by other settings. A change is kept if it brings more than 0.0005.
Prints a line a change, then nDCG@10 of each set before and after.
"""
import argparse
import math
import subprocess
import sys

import judgements

SETTINGS = {"k1": 1.2, "b": 0.4, "average_length": 90, "most_idf": 4.5, "coverage": 2.0,
            "proximity": 0.35, "pairs": 0.5, "free_share": 0.8, "expansion": 0.8,
            "expansion_beside_typed": 0.2, "further": 0.2, "table": 0.5, "in_brief": 0.9,
            "aging": 0.005, "direction_sentence": 0.7, "direction_weight": 0.4, "direction_pull": 0.6}
SHARES = (0.5, 0.75, 1.33, 2)
LEAST = 0.0005


def ndcg(files, grades):
    """Of the judged answers alone, the first ten."""
    judged = [grades[name] for name in files if name in grades][:10]
    best = sorted(grades.values(), reverse=True)[:10]
    gain = sum((2**grade - 1) / math.log2(i + 2) for i, grade in enumerate(judged))
    return gain / sum((2**grade - 1) / math.log2(i + 2) for i, grade in enumerate(best))


class Ranker:
    def __init__(self, program, index):
        self.program, self.index = program, index

    def score(self, one_set, settings):
        """nDCG@10 of each question of QUESTIONS:QRELS, in one list."""
        questions, qrels = one_set.split(":")
        given = [f"{name}={value:g}" for name, value in settings.items()]
        run = subprocess.run([self.program, self.index, questions, *given], check=True,
                             capture_output=True, text=True).stdout
        files = {}
        for line in run.splitlines():
            if not line.startswith("#"):
                name, _, path = line.split()[:3]
                files.setdefault(name, []).append(path.rsplit("/", 1)[-1])
        return [ndcg(files.get(name, []), grades)
                for name, grades in sorted(judgements.grades(qrels).items())
                if max(grades.values()) >= 2]

    def mean(self, sets, settings):
        scores = [score for one in sets for score in self.score(one, settings)]
        return sum(scores) / len(scores)


def learn(ranker, sets, rounds):
    settings = dict(SETTINGS)
    best = ranker.mean(sets, settings)
    for number in range(rounds):
        before = best
        for name in SETTINGS:
            for share in SHARES:
                tried = settings | {name: settings[name] * share}
                score = ranker.mean(sets, tried)
                if score > best + LEAST:
                    best, settings = score, tried
                    print(f"round {number + 1}: {name} {settings[name]:.4g}: {best:.4f}", flush=True)
        if best - before < LEAST:
            break
    return settings


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("index")
    parser.add_argument("--learn", nargs="+", required=True, metavar="QUESTIONS:QRELS")
    parser.add_argument("--hold", nargs="+", default=[], metavar="QUESTIONS:QRELS")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    ranker = Ranker(options.program, options.index)
    learned = learn(ranker, options.learn, options.rounds)
    print(" ".join(f"{name}={value:g}" for name, value in learned.items() if value != SETTINGS[name]))
    for one in options.learn + options.hold:
        before, after = ranker.mean([one], SETTINGS), ranker.mean([one], learned)
        print(f"{one.split(':')[0]}: {before:.4f} {after:.4f}")


if __name__ == "__main__":
    sys.exit(main())
