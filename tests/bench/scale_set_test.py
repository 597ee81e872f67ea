#!/usr/bin/env python3
"""scale_set_test.py OFINDEX REPORTS [PASSAGES]: draws a set from the reports and checks that ofindex
reads its facets and passages exactly as they were drawn, and that equal seeds draw equal sets."""
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

FACETS = ("authority", "year", "visit_type", "grade")
GENERATOR = pathlib.Path(__file__).parent / "scale_set.py"


def inspect(ofindex, folder):
    run = subprocess.run([ofindex, "--inspect", "--passages", "--format", "jsonl", folder],
                         stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"ofindex --inspect {folder} failed")
    return run.stdout


def draw(sentences, passages, out):
    subprocess.run([sys.executable, GENERATOR, "--from", "-", "--passages", str(passages), "--seed", "3", out],
                   input=sentences, stdout=subprocess.DEVNULL, check=True)


def drawn_reports(path):
    reports = collections.defaultdict(lambda: [None, []])
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        report = reports[row["report"]]
        report[0] = {name: row[name] for name in FACETS}
        report[1].append(row["text"])
    return reports


def differences(drawn, read):
    """Sentences that say where a report was read otherwise than drawn."""
    facets, texts = drawn
    for name in FACETS:
        if str(read[name]) != facets[name]:
            yield f"{name} {read[name]} instead of {facets[name]}"
    found = [passage["text"] for passage in read["passage_list"]]
    if len(found) != len(texts):
        yield f"{len(found)} passages instead of {len(texts)}"
    for n, (got, wanted) in enumerate(zip(found, texts), 1):
        if got != wanted:
            yield f"passage {n} is\n    {got!r} instead of\n    {wanted!r}"
            return


def digest(folder):
    sums = hashlib.sha256()
    for path in sorted(folder.rglob("*.*")):
        sums.update(path.name.encode() + path.read_bytes())
    return sums.hexdigest()


def main():
    ofindex, source, passages = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 500
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        first, second = pathlib.Path(folder, "a"), pathlib.Path(folder, "b")
        sentences = inspect(ofindex, source)
        draw(sentences, passages, first)
        draw(sentences, passages, second)
        if digest(first) != digest(second):
            sys.exit("two sets of one seed differ")
        drawn = drawn_reports(first / "passages.jsonl")
        assert sum(len(texts) for _, texts in drawn.values()) == passages
        for line in inspect(ofindex, first / "reports").splitlines():
            read = json.loads(line)
            for difference in differences(drawn.pop(read["path"]), read):
                print(f"{read['path']}: {difference}")
                failures += 1
    for name in drawn:
        print(f"{name}: not read")
    sys.exit(1 if failures or drawn else 0)


if __name__ == "__main__":
    main()
