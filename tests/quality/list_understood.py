#!/usr/bin/env python3
"""Prints, as a table, what ofsearch makes of questions: filters, concepts, what each was taken for.

usage: list_understood.py OFSEARCH INDEX QUESTIONS.tsv...
"""
import json
import subprocess
import sys


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    print("| typed | understood | asked for | taken for |\n|---|---|---|---|")
    for path in sys.argv[3:]:
        for line in open(path, encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 4 or fields[0] == "id":
                continue
            command = [sys.argv[1], "--db", sys.argv[2], "--format", "json", "--facets", "none", "-n", "1", "--"]
            done = subprocess.run([*command, fields[1]], capture_output=True, text=True, check=False)
            found = json.loads(done.stdout)
            filters = "; ".join(
                f"{'not ' if u.get('excluded') else ''}{u['field']} {u['value']} [{u['words']}]"
                for u in found["understood"]
            )
            filters = filters or "-"
            concepts = "; ".join(
                c["words"] + ("" if c["required"] else " (given up)") for c in found["total"].get("concepts", [])
            )
            meant = [part for part in found["interpreted"].split("; ")[1:] if " also as: " in part]
            shown = "; ".join(
                part.split(" also as: ")[0] + ": " + ", ".join(part.split(" also as: ")[1].split(", ")[:4])
                for part in meant
            )
            print(f"| {fields[1]} | {filters} | {concepts} | {shown or '-'} |")


main()
