#!/usr/bin/env python3
"""One byte of an index is wrong, anywhere: is it known, and is no text or fact shown that is wrong?

Builds an index of the sample reports in two shards (or copies --db), then changes one byte of one
of its files at a time; often one by which a block of a table says that an entry lies outside of
the block, as Xapian believes it. After each change:

- every search, `--show` and `ofindex --check` ends by itself, not by a signal, in time;
- each passage that an answer shows is word by word what was written, and so is each fact of a
  report, each value of a facet and each row of a history; an answer that leaves something out, has
  another order or counts wrongly is counted, not a failure, if `--check` finds the damage;
- `ofindex --check` says that the index is damaged.

Prints a line a failure and the counts; exit status 1 if anything failed. `--seed` repeats a run.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Tables of Xapian (glass): the size of a block, and where in it the directory of its entries begins.
BLOCK, DIRECTORY = 16384, 11
DIRECTORIES = 0.4  # of the changes to tables
LIMIT = 180  # seconds for one program; its own limits are less, but machines are busy


class Index:
    def __init__(self, bindir, folder, db):
        self.bindir, self.path = bindir, folder / "ix"
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}
        if db:
            shutil.copytree(db, self.path, symlinks=True)
        else:
            status, _, err = self.run("ofindex", "-q", "--shards", "2", str(ROOT / "corpus"))
            assert status == 0, err
        shutil.rmtree(self.path / "cache", ignore_errors=True)  # is of the next run, and not searched
        self.files = [p for p in sorted(self.path.rglob("*"))
                      if p.is_file() and p.stat().st_size > 0 and p.name not in ("lock", "flintlock")]
        # What is asked, and what tells from an answer what in it was never written.
        everything = ["-n", "all", "--passages", "all", "--match", "any", "children"]
        of_good = ["--grade", "good", "--sort", "newest", "-n", "all"]
        self.texts, self.facts = {}, {}
        for report in self.everything([everything, of_good]):
            self.facts[report["id"]] = self.facts_of(report)
            for passage in report["passage_list"]:
                self.texts[report["id"], passage["n"]] = passage["text"]
        assert self.texts
        some = sorted(self.facts)[0]
        authority = next(f["authority"] for f in self.facts.values() if f["grade"] == "good")
        self.questions = [
            (everything, self.wrong_in),
            (["-n", "20", "--passages", "3", "--match", "any", "\"social workers\" plans vis*"],
             self.wrong_in),
            (of_good, self.wrong_in),
            (["--show", some], self.wrong_if_another),
            (["--similar", some], self.wrong_in),
            (["--history", authority], self.wrong_rows),
            (["--facets", "all", "--format", "json", "--", "children"], self.wrong_values),
        ]
        self.answers = [self.ask(question) for question, _ in self.questions]
        assert all(status == 0 for status, _ in self.answers), self.answers

    def run(self, program, *arguments):
        command = [str(self.bindir / program), "--db", str(self.path), *arguments]
        try:
            done = subprocess.run(command, capture_output=True, env=self.environment,
                                  stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)
        except subprocess.TimeoutExpired:
            return None, b"", b"no end"
        return done.returncode, done.stdout, done.stderr

    def ask(self, question):
        status, out, err = self.run("ofsearch", "--time-limit", "5", "--format", "jsonl", *question)
        return status, out if status in (0, 1) else err

    def everything(self, questions):
        for question in questions:
            for hit in self.hits(self.ask(question)[1]):
                status, out, err = self.run("ofsearch", "--format", "json", "--show",
                                            hit["report"]["id"])
                assert status == 0, err
                yield json.loads(out)

    @staticmethod
    def hits(out):
        return [json.loads(line) for line in out.decode().splitlines()]

    @staticmethod
    def facts_of(report):
        return {k: v for k, v in report.items() if k not in ("passages", "passage_list")}

    @staticmethod
    def wrong_if_another(out, right):
        if out:
            yield f"is not {right[:60]}"

    @staticmethod
    def wrong_rows(out, right):
        """What changed is said against the row before, which may be missing."""
        def rows(lines):
            return [{k: v for k, v in row.items() if k not in ("change", "changes")}
                    for row in Index.hits(lines)]
        known = rows(right)
        for row in rows(out):
            if row not in known:
                yield f"a row that was never written: {row}"

    @staticmethod
    def wrong_values(out, right):
        def values(answer):
            return {(field, value["value"]) for field, values in json.loads(answer)["facets"].items()
                    for value in values}
        for field, value in values(out) - values(right):
            yield f"{field} has the value {value!r}"

    def wrong_in(self, out, _):
        """Sentences about what an answer shows and was never written."""
        for hit in self.hits(out):
            report = hit["report"]
            known = self.facts.get(report["id"])
            if known is None:
                yield f"an unknown report {report['id']!r}"
                continue
            for name, value in self.facts_of(report).items():
                if name in known and known[name] != value:
                    yield f"{report['id']}: {name} is {value!r}, was {known[name]!r}"
            for passage in hit["passages"]:
                if self.texts.get((report["id"], passage["n"])) != passage["text"]:
                    yield f"{report['id']}: passage {passage['n']} has another text"


class Trial:
    @staticmethod
    def without_time(out):
        return re.sub(rb'"took_ms":[\d.]+', b"", out)

    def __init__(self, index, draw):
        self.index = index
        # Small files matter as much as large ones.
        self.file = draw.choice(index.files)
        self.before = self.file.read_bytes()
        entries = self.entries(draw) if draw.random() < DIRECTORIES else None
        if entries:
            self.at = draw.choice(entries)
            self.byte = draw.randrange(BLOCK >> 8, 256)
            return
        self.at = draw.randrange(len(self.before))
        self.byte = draw.choice([self.before[self.at] ^ 1 << draw.randrange(8),
                                 draw.choice([b for b in range(256) if b != self.before[self.at]])])

    def entries(self, draw):
        """Where the directory of a block of this table says where its entries lie: first bytes."""
        if self.file.suffix != ".glass" or len(self.before) < BLOCK:
            return None
        block = draw.randrange(len(self.before) // BLOCK) * BLOCK
        end = int.from_bytes(self.before[block + DIRECTORY - 2:block + DIRECTORY], "big")
        return range(block + DIRECTORY, block + min(end, BLOCK), 2)

    def name(self):
        return f"{self.file.relative_to(self.index.path)} byte {self.at}: {self.before[self.at]} -> {self.byte}"

    def run(self, counts):
        self.file.chmod(0o644)
        self.file.write_bytes(self.before[:self.at] + bytes([self.byte]) + self.before[self.at + 1:])
        try:
            yield from self.judge(counts)
        finally:
            self.file.write_bytes(self.before)

    def judge(self, counts):
        another = False
        for (question, wrong_in), right in zip(self.index.questions, self.index.answers):
            status, out = self.index.ask(question)
            counts["searches"] += 1
            if status is None or status < 0 or status not in (0, 1, 2, 3):
                yield f"{question}: status {status}: {out[-200:]}"
            elif status == 3:
                counts["refused"] += 1
                if not out:
                    yield f"{question}: refused without a sentence"
            elif status == 2:  # as if there were nothing by that name
                another = True
            elif (status, self.without_time(out)) != (right[0], self.without_time(right[1])):
                another = True
                for sentence in wrong_in(out, right[1]):
                    yield f"{question}: {sentence}"
        counts["other answers"] += another
        status, _, err = self.index.run("ofindex", "--check")
        if status is None or status < 0:
            yield f"--check: status {status}"
        elif status == 0:
            yield "--check finds nothing" + (", and an answer is another" if another else "")
        counts["known to --check"] += status == 3


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bindir", type=pathlib.Path, required=True)
    parser.add_argument("--db", type=pathlib.Path)
    parser.add_argument("--bytes", type=int, default=1000, help="how many are changed")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    counts, failures = collections.Counter(), 0
    print(f"seed {arguments.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="ofsearch-damage-") as folder:
        index = Index(arguments.bindir.resolve(), pathlib.Path(folder), arguments.db)
        for _ in range(arguments.bytes):
            trial = Trial(index, draw)
            counts["bytes"] += 1
            for sentence in trial.run(counts):
                failures += 1
                print(f"{trial.name()}\n    {sentence}", flush=True)
    print(", ".join(f"{n} {what}" for what, n in counts.items()) + f", {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
