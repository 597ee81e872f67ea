#!/usr/bin/env python3
"""Tables that people edit (*.tsv) are in order, and so is the truth about the sample corpus.

A table is UTF-8 with Unix line ends, has a header line and at most the header's number of columns in
every line (empty ones at its end may be left out), no line twice, and no space at either end of a cell. Lines that open with # are comments.
tests/data/corpus-expected.tsv has one row for every file of corpus/, and none for another.
Prints one line a complaint; exit status 1 if there is any.
"""
import subprocess
import sys

EXPECTED = "tests/data/corpus-expected.tsv"


def tracked(pattern):
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return sorted(set(listed.split("\n")) - {""})


def rows_of(path):
    """(line number, cells) of every line that is no comment."""
    with open(path, encoding="utf-8", newline="") as file:
        for number, line in enumerate(file.read().split("\n"), 1):
            if line and not line.startswith("#"):
                yield number, line.split("\t")


def check_table(path):
    with open(path, "rb") as file:
        content = file.read()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"{path}: not UTF-8: {error}"]
    complaints = []
    if b"\r" in content:
        complaints.append(f"{path}: has carriage returns; lines end in a single line feed")
    if not content.endswith(b"\n"):
        complaints.append(f"{path}: the last line does not end")
    rows = list(rows_of(path))
    if not rows:
        return complaints + [f"{path}: empty"]
    width, seen = len(rows[0][1]), {}
    for number, cells in rows:
        if len(cells) > width:
            complaints.append(f"{path}:{number}: {len(cells)} columns, the header has {width}")
        if any(cell != cell.strip() for cell in cells):
            complaints.append(f"{path}:{number}: a cell begins or ends with a space")
        if tuple(cells) in seen:
            complaints.append(f"{path}:{number}: the same as line {seen[tuple(cells)]}")
        seen.setdefault(tuple(cells), number)
    return complaints


def check_corpus():
    samples = {path.removeprefix("corpus/") for path in tracked("corpus/*")}
    truth = {cells[0] for _, cells in list(rows_of(EXPECTED))[1:]}
    return ([f"{EXPECTED}: no row for corpus/{name}" for name in sorted(samples - truth)]
            + [f"{EXPECTED}: there is no corpus/{name}" for name in sorted(truth - samples)])


def main():
    complaints = [c for path in tracked("*.tsv") for c in check_table(path)] + check_corpus()
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
