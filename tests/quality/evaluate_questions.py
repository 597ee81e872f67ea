#!/usr/bin/env python3
"""Scores answers to questions as people type them: nDCG@10, P@5 and the share of first results that
answer, by kind of question.

usage: evaluate_questions.py OFSEARCH INDEX QUESTIONS.tsv QRELS.tsv[,MORE.tsv...] [--per-query] [OPTION...]

QUESTIONS  id, query, kind (one letter), need; a header row may stand first
QRELS      id, file name of a report, grade 0 to 3 of its best passage; what is not judged counts 0
OPTION     handed to ofsearch (--literal: as if nothing were understood)
A question without any judged answer of grade 2 or 3 is left out.
"""
import collections
import math
import sys

import judgements


def score(files, grades):
    gain = sum((2 ** grades.get(f, 0) - 1) / math.log2(i + 2) for i, f in enumerate(files[:10]))
    best = sorted(grades.values(), reverse=True)[:10]
    ideal = sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(best))
    return {
        "ndcg@10": gain / ideal,
        "p@5": sum(grades.get(f, 0) >= 2 for f in files[:5]) / 5,
        "first": float(bool(files) and grades.get(files[0], 0) >= 2),
        "judged": sum(f in grades for f in files[:10]) / max(1, len(files[:10])),
    }


def main():
    arguments = [a for a in sys.argv[1:] if a != "--per-query"]
    if len(arguments) < 4:
        sys.exit(__doc__)
    ofsearch, index, questions, qrels = arguments[:4]
    grades = judgements.grades(qrels)
    by_kind = collections.defaultdict(list)
    for name, query, kind in judgements.questions(questions):
        if max(grades[name].values(), default=0) < 2:
            continue
        found = judgements.answers(ofsearch, index, query, arguments[4:])
        files = judgements.files(found)
        figures = score(files, grades[name])
        by_kind[kind].append(figures)
        by_kind["all"].append(figures)
        if "--per-query" in sys.argv:
            understood = "; ".join(f"{u['field']} {u['value']}" for u in found.get("understood", []))
            print(f"{name} {figures['ndcg@10']:.3f} {query} [{understood}]")
    for kind, figures in sorted(by_kind.items()):
        means = " ".join(f"{key}={sum(f[key] for f in figures) / len(figures):.3f}" for key in figures[0])
        print(f"{kind:4}{len(figures):3} {means}")


main()
