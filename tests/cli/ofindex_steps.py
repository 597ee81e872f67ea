#!/usr/bin/env python3
"""An index that was brought up to date step by step answers as one built from nothing.

Draws steps (files added, changed, removed, renamed, copied, broken; another number of shards; only
one of two folders visited), and after each compares the answers of both indexes to many questions.
The seed is printed; the same seed draws the same steps.

usage: ofindex_steps.py BINDIR [STEPS [SEED]]
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORDS = """children leaders managers carers plans visits records reviews homes schools fostering
    supervision caseloads thresholds referrals assessments partners police health adoption""".split()
QUERIES = ["children", '"private fostering"', "social workers NEAR/5 children", "child*", "leaders",
           "supervision caseloads", "care leavers -adoption", "fostering OR adoption"]
LISTS = [["--sort", "newest"], ["--sort", "authority"], ["--facets", "all", "children"]]


class Steps:
    def __init__(self, bindir, seed, scratch):
        self.bindir, self.draw, self.scratch = bindir, random.Random(seed), scratch
        self.index = scratch / "index"
        self.folders = [scratch / "one", scratch / "two"]
        for folder in self.folders:
            folder.mkdir()
        self.samples = sorted(p for p in (ROOT / "corpus").iterdir()
                              if p.suffix in (".txt", ".md", ".html", ".docx", ".pdf")
                              and p.name != "README.md")
        self.shards = 1
        self.number = 0

    def files(self):
        return sorted(p for folder in self.folders for p in folder.rglob("*") if p.is_file())

    def new_name(self):
        self.number += 1
        folder = self.draw.choice(self.folders)
        if self.draw.random() < 0.3:
            folder = folder / "below"
            folder.mkdir(exist_ok=True)
        return folder / f"{self.draw.choice('abcxyz')}{self.number}"

    def letter(self):
        lines = [f"{n}. " + " ".join(self.draw.choice(WORDS) for _ in range(30)) + "."
                 for n in range(1, self.draw.randint(2, 12))]
        return "\n\n".join([f"Inspection of {self.draw.choice(['Northmere', 'Eastvale'])} "
                            "children's services", *lines]) + "\n"

    def add(self):
        if self.draw.random() < 0.5:
            sample = self.draw.choice(self.samples)
            shutil.copyfile(sample, self.new_name().with_suffix(sample.suffix))
        else:
            self.new_name().with_suffix(".txt").write_text(self.letter())

    def one(self):
        return self.draw.choice(self.files())

    def change(self):
        texts = [p for p in self.files() if p.suffix in (".txt", ".md")]
        if texts:
            self.draw.choice(texts).write_text(self.letter())

    def remove(self):
        if len(self.files()) > 8:
            self.one().unlink()

    def rename(self):
        file = self.one()
        file.rename(self.new_name().with_suffix(file.suffix))

    def copy(self):
        file = self.one()
        shutil.copyfile(file, self.new_name().with_suffix(file.suffix))

    def replace(self):
        source, target = self.draw.sample(self.files(), 2)
        shutil.copyfile(source, target)

    def break_one(self):
        self.one().write_bytes(b"")

    def reshard(self):
        self.shards = self.draw.randint(1, 3)

    def run(self, program, index, *arguments):
        done = subprocess.run([self.bindir / program, "--db", index, *arguments], check=False,
                              capture_output=True, text=True, timeout=600,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})
        if done.returncode not in (0, 1):
            raise AssertionError(f"{program} {arguments}: {done.returncode} {done.stderr}")
        return done.stdout

    def build(self, index, *roots):
        self.run("ofindex", index, "--quiet", "--allow-shrink", "--shards", str(self.shards), *roots)

    def answers(self, index):
        def clean(value):
            if isinstance(value, dict):
                return {k: clean(v) for k, v in value.items() if k not in ("indexed", "took_ms")}
            return [clean(v) for v in value] if isinstance(value, list) else value

        found = {}
        for query in [[q] for q in QUERIES] + LISTS:
            out = self.run("ofsearch", index, "--format", "json", "--limit", "100", "--passages",
                           "3", *query)
            found[" ".join(query)] = clean(json.loads(out))
        for result in found["--sort newest"]["results"]:
            report = result["report"]["id"]
            for option in ("--show", "--similar"):
                out = self.run("ofsearch", index, "--format", "json", option, report)
                found[f"{option} {report}"] = clean(json.loads(out))
        return found

    def step(self):
        kinds = [self.add, self.add, self.change, self.remove, self.rename, self.copy,
                 self.replace, self.break_one, self.reshard]
        done = []
        for _ in range(self.draw.randint(1, 3)):
            kind = self.draw.choice(kinds)
            kind()
            done.append(kind.__name__)
        way = self.draw.choice([[], self.folders, [self.folders[0]]])
        if len(way) == 1:  # what is new in the other folder comes with the next run
            self.build(self.index, *way)
            way = []
        self.build(self.index, *way)
        return done

    def compare(self):
        fresh = self.scratch / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        self.build(fresh, *self.folders)
        worn, new = self.answers(self.index), self.answers(fresh)
        self.run("ofindex", self.index, "--check")
        for question in new:
            if worn.get(question) != new[question]:
                raise AssertionError(f"{question}:\n{json.dumps(worn.get(question))}\n"
                                     f"{json.dumps(new[question])}")
        return len(new)


def main():
    bindir = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    print(f"seed {seed}")
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="ofsearch-steps-"))
    try:
        steps = Steps(bindir, seed, scratch)
        for _ in range(12):
            steps.add()
        steps.build(steps.index, *steps.folders)
        asked = 0
        for n in range(count):
            done = steps.step()
            asked += steps.compare()
            print(f"step {n + 1}: {', '.join(done)}: {len(steps.files())} files, alike", flush=True)
        print(f"{count} steps, {asked} answers, 0 differences")
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
