#!/usr/bin/env python3
"""What statements ask for, strengths, weaknesses or neither, against tests/quality/statements.tsv:
counts those that are right, that ask for the opposite, for neither, or for one where neither is asked.

usage: statements.py OFSEARCH INDEX [--list]     --list: prints those that are not right
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

TABLE = pathlib.Path(__file__).resolve().parent / "statements.tsv"


def asked(ofsearch, index, statement):
    command = [ofsearch, statement, "--db", index, "--limit", "0", "--facets", "none", "--explain", "--width", "200"]
    printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    understood = re.search(r"^understood: finding (\w+)", printed, re.M)
    if understood:
        return understood.group(1)
    direction = re.search(r"^direction: .* find a (\w+)", printed, re.M)
    return direction.group(1) if direction else "neither"


def main():
    arguments = [a for a in sys.argv[1:] if a != "--list"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    counts = collections.Counter()
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    for statement, asks in (line.split("\t") for line in lines[1:]):
        found = asked(*arguments, statement)
        verdict = ("right" if found == asks else "takes it for one" if asks == "neither" else
                   "neither" if found == "neither" else "opposite")
        counts[verdict] += 1
        if verdict != "right" and "--list" in sys.argv:
            print(f"{verdict}\t{asks}\t{statement}")
    print(json.dumps({"statements": sum(counts.values()), **counts}))


main()
