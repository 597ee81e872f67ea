#!/usr/bin/env python3
"""How many slips of the keyboard are mended: terms of the field with a letter left out, added, changed
or swapped with the next, drawn at random.

usage: slips.py OFSEARCH INDEX [--runs N] [--seed N]
Prints the slips that were not mended, what was done of each, and a line of counts: mended (as the
word meant, or another form of it), offered as "did you mean", neither, and mended to another word.
"""
import argparse
import collections
import json
import random
import subprocess

TERMS = """private fostering;care leavers accommodation;social worker caseloads;child sexual exploitation;
return home interviews;management oversight;adoption support;special guardianship;domestic abuse;neglect;
supervision;thresholds;unaccompanied asylum seeking children;pathway plans;
virtual school;independent reviewing officers;strategy discussions;corporate parenting;advocacy;
assessments;placement stability;foster carer recruitment;disabled children;health assessments;mental health;
substance misuse;county lines;elective home education;permanence planning;kinship care;legal proceedings;
child protection conferences;workforce turnover;performance management;quality assurance;scrutiny;
participation""".replace("\n", "").split(";")
LETTERS = "aeiourstln"
SHORTEST = 6  # letters of a word that gets a slip


def slip(word, draw):
    at = draw.randrange(1, len(word) - 1)
    return draw.choice([
        word[:at] + word[at + 1:],
        word[:at - 1] + word[at] + word[at - 1] + word[at + 1:],
        word[:at] + draw.choice(LETTERS) + word[at:],
        word[:at] + draw.choice(LETTERS) + word[at + 1:],
    ])


def what_was_done(ofsearch, index, words, at, meant):
    answer = subprocess.run([ofsearch, " ".join(words), "--db", index, "--limit", "0", "--facets", "none",
                             "--format", "json"], capture_output=True, text=True, check=False)
    found = json.loads(answer.stdout)
    searched = {each["typed"]: each["searched"] for each in found["corrected"]}.get(words[at])
    if searched is None:
        return "offered" if found["suggestion"] else "neither"
    return "mended" if searched.rstrip("s") == meant.rstrip("s") else "other word"


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("ofsearch")
    parser.add_argument("index")
    parser.add_argument("--runs", type=int, default=150)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    draw = random.Random(options.seed)
    counts = collections.Counter()
    for _ in range(options.runs):
        words = draw.choice(TERMS).split()
        at = draw.choice([i for i, word in enumerate(words) if len(word) >= SHORTEST])
        meant = words[at]
        while words[at] == meant:
            words[at] = slip(meant, draw)
        done = what_was_done(options.ofsearch, options.index, words, at, meant)
        counts[done] += 1
        if done != "mended":
            print(f"{done}: {' '.join(words)}")
    print(", ".join(f"{name} {counts[name]}" for name in ("mended", "offered", "neither", "other word")))


if __name__ == "__main__":
    main()
