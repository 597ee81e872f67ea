#!/usr/bin/env python3
"""Scores the set that a search counts as matching ("all matches": total, facets and the balance of
strengths and weaknesses count it) against judged reports: precision and recall, by kind of question.

usage: evaluate_matches.py OFSEARCH INDEX QUESTIONS.tsv QRELS.tsv[,MORE.tsv...] [--per-query] [OPTION...]

Relevant is a report of grade 2 or 3.
precision  of the counted reports that are judged, the share that is relevant
recall     of the relevant reports, the share that is counted
touching   of the counted reports that are judged, the share of grade 1 or more
judged     of the counted reports, the share that is judged
All are means over queries, with any relevant report; a query of whose counted reports none is judged has
no precision. Judged are reports that some ranking had among its first: the first three figures are of
those, and what nobody judged is left out.
"""
import collections
import sys

import judgements


def score(counted, grades):
    relevant = {f for f, grade in grades.items() if grade >= 2}
    judged = counted & grades.keys()
    return {
        "precision": len(counted & relevant) / len(judged) if judged else None,
        "recall": len(counted & relevant) / len(relevant),
        "touching": sum(grades[f] >= 1 for f in judged) / len(judged) if judged else None,
        "judged": len(judged) / len(counted) if counted else None,
        "counted": len(counted),
    }


def mean(figures):
    known = [f for f in figures if f is not None]
    return sum(known) / max(1, len(known))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--per-query"]
    if len(arguments) < 4:
        sys.exit(__doc__)
    ofsearch, index, questions, qrels = arguments[:4]
    options = ["--limit", "all", *arguments[4:]]
    grades = judgements.grades(qrels)
    by_kind = collections.defaultdict(list)
    for name, query, kind in judgements.questions(questions):
        if max(grades[name].values(), default=0) < 2:
            continue
        found = judgements.answers(ofsearch, index, query, options)
        figures = score(set(judgements.files(found)), grades[name])
        by_kind[kind].append(figures)
        by_kind["all"].append(figures)
        if "--per-query" in sys.argv:
            asked = "; ".join(f"{c['words']}{'' if c['required'] else '*'}" for c in found["total"]["concepts"])
            precision = "-" if figures["precision"] is None else f"{figures['precision']:.2f}"
            print(f"{name} {precision} {figures['recall']:.2f} {figures['counted']:3} {query} [{asked}]")
    for kind, figures in sorted(by_kind.items()):
        means = " ".join(f"{key}={mean([f[key] for f in figures]):.3f}" for key in figures[0])
        print(f"{kind:4}{len(figures):3} {means}")


main()
