#!/usr/bin/env python3
"""Tables that people edit (*.tsv) are in order, and so is the truth about the sample corpus.

A table is UTF-8 with Unix line ends, has a header line and at most the header's number of columns in
every line (empty ones at its end may be left out), no line twice, and no space at either end of a cell. Lines that open with # are comments.
tests/data/corpus-expected.tsv has one row for every file of corpus/, and none for another. Every topic of
common/data/topics.txt is explained in docs/topics.md, and no other. The tests that RELIABILITY.md names
are there: files, functions, classes, and words of the names of test cases.
Prints one line a complaint; exit status 1 if there is any.
"""
import pathlib
import re
import subprocess
import sys

EXPECTED = "tests/data/corpus-expected.tsv"
GUARANTEES = "RELIABILITY.md"
TOPICS, TOPICS_EXPLAINED = "common/data/topics.txt", "docs/topics.md"


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


def check_topics():
    def names_in(path, pattern):
        with open(path, encoding="utf-8") as file:
            return set(re.findall(pattern, file.read(), re.MULTILINE))
    listed = names_in(TOPICS, "^([a-z][a-z-]*):")
    explained = names_in(TOPICS_EXPLAINED, "^\\| `([a-z-]+)` \\|")
    return [f"{TOPICS_EXPLAINED}: the topic {name} of {TOPICS} is not there" for name in sorted(listed - explained)] + \
        [f"{TOPICS_EXPLAINED}: {name} is no topic of {TOPICS}" for name in sorted(explained - listed)]


def check_corpus():
    samples = {path.removeprefix("corpus/") for path in tracked("corpus/*")}
    truth = {cells[0] for _, cells in list(rows_of(EXPECTED))[1:]}
    return ([f"{EXPECTED}: no row for corpus/{name}" for name in sorted(samples - truth)]
            + [f"{EXPECTED}: there is no corpus/{name}" for name in sorted(truth - samples)])


def is_file(name):
    """`name` below the project or tests/unit/, with * for any letters, or a fuzz target."""
    return any(next(pathlib.Path(folder).glob(pattern), None)
               for folder, pattern in ((".", name), ("tests/unit", name),
                                       ("tests/fuzz", f"{name}.cc")))


def check_guarantees():
    tests = "".join(pathlib.Path(path).read_text("utf-8", "replace") for path in tracked("tests/*")
                    if path.endswith((".cc", ".py", ".mjs")))
    tests = re.sub(r'"\s*\n\s*"', "", tests)  # names that are written on two lines
    complaints = []
    for number, line in enumerate(pathlib.Path(GUARANTEES).read_text("utf-8").split("\n"), 1):
        cell = line.split("|")[-2] if line.startswith("|") else ""
        for name in re.findall(r"`([^`]+)`", cell):
            known = (f"def {name}(" in tests if name.startswith("test_") else
                     f"class {name}(" in tests if name.isalpha() and name[0].isupper() else
                     is_file(name.split()[0]))
            if not known:
                complaints.append(f"{GUARANTEES}:{number}: there is no {name}")
        complaints += [f"{GUARANTEES}:{number}: no test is named {name}"
                       for name in re.findall(r'"([^"]+)"', cell) if name not in tests]
    return complaints


def main():
    complaints = [c for path in tracked("*.tsv") for c in check_table(path)]
    complaints += check_corpus() + check_topics() + check_guarantees()
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
