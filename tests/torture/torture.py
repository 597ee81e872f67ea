#!/usr/bin/env python3
"""Whether ofindex keeps its promise when the night goes wrong.

Builds an index over and over from reports that keep changing, and meanwhile kills it, fills its
disk, breaks its disk, takes away its right to write, edits the reports under its hands, and
searches without pause. After every blow the index must be whole (`ofindex --check`), hold the
reports of before the run or those of after it and nothing else, and remember since when it has had
each of them. Prints figures; exit status 1 if anything was lost.

A run is repeated by its --seed, as far as the machine's timing allows.
"""
import argparse
import collections
import contextlib
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
QUERY = "children"  # every sample report has it
SUFFIXES = (".pdf", ".md", ".txt", ".html")
SEARCHERS = ("keep", "open", "keep", "open")
LIMIT = 120  # seconds that any one run may take

# What one round does of each.
ROUND = {"kill": 20, "disk_full": 8, "disk_error": 8, "document_error": 3, "read_only": 2,
         "edited_meanwhile": 2, "publish": 5}
SHORT = {"kill": 8, "disk_full": 5, "disk_error": 5, "document_error": 1, "read_only": 1,
         "edited_meanwhile": 1, "publish": 5}
FULL = 10  # rounds that make 200 kills and 50 publishes

FIGURES = ("builds", "kills", "runs on a full disk", "runs with a disk error",
           "runs with an unreadable document", "runs on a read-only disk",
           "of these refused", "runs under an editor", "publishes", "rollbacks", "searches",
           "failed searches", "damaged or missing indexes", "lost reports", "lost dates",
           "other surprises")
MUST_BE_ZERO = FIGURES[-5:]


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Corpus:
    """Reports that change. Those in stable/ do not."""

    def __init__(self, folder, count, chance):
        self.folder, self.chance, self.edits = folder, chance, 0
        self.samples = sorted(p for p in (ROOT / "corpus").iterdir() if p.suffix in SUFFIXES)
        (folder / "stable").mkdir(parents=True)
        for i in range(count):
            sample = self.samples[i % len(self.samples)]
            self.write(folder / ("stable" if i % 3 == 0 else "") / f"{i:03}-{sample.name}", sample)

    def version(self, sample):
        """The sample as another edition of itself."""
        self.edits += 1
        note = f"edition {self.edits}"
        comment = {".pdf": f"\n% {note}\n", ".html": f"\n<p>{note}</p>\n"}
        return sample.read_bytes() + comment.get(sample.suffix, f"\n\n{note}\n").encode()

    def write(self, path, sample):
        path.write_bytes(self.version(sample))

    def loose(self):
        return sorted(p for p in self.folder.iterdir() if p.is_file())

    def sample_of(self, path):
        return next(s for s in self.samples if path.name.endswith(s.name))

    def mutate(self):
        """A few changes, an addition, at times a removal and a move."""
        for path in self.chance.sample(self.loose(), 3):
            self.write(path, self.sample_of(path))
        sample = self.chance.choice(self.samples)
        self.write(self.folder / f"new{self.edits}-{sample.name}", sample)
        files = self.loose()
        if len(files) > 20:
            self.chance.choice(files).unlink()
        if self.chance.random() < 0.5:
            path = self.chance.choice(self.loose())
            path.rename(path.with_name(f"moved{self.edits}-{self.sample_of(path).name}"))

    def edit_roughly(self):
        """One change as people and programs make them: in place, in two halves, by rename."""
        path = self.chance.choice(self.loose())
        content = self.version(self.sample_of(path))
        way = self.chance.randrange(4)
        if way == 0:
            path.write_bytes(content)
        elif way == 1:
            with open(path, "wb", buffering=0) as file:
                file.write(content[: len(content) // 2])
                time.sleep(0.01)
                file.write(content[len(content) // 2:])
        elif way == 2:
            other = path.with_suffix(".part")
            other.write_bytes(content)
            other.rename(path)
        else:
            path.unlink()
            time.sleep(0.002)
            path.write_bytes(content)

    def state(self, under=""):
        folder = self.folder / under
        return {str(p.relative_to(self.folder)): sha256(p)
                for p in folder.rglob("*") if p.is_file()}


class Torture:
    def __init__(self, options, scratch):
        self.options, self.scratch = options, scratch
        self.chance = random.Random(options.seed)
        self.corpus = Corpus(scratch / "reports", options.documents, self.chance)
        self.index = scratch / "index"
        self.figures = collections.Counter()
        self.usual = {}  # seconds that a run takes, by what kind of run it is
        self.dates = {}  # content (SHA-256) to date of entry, as last seen

    # ---- Running the programs ------------------------------------------------------------------

    def environment(self, faults):
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        if faults:
            environment["LD_PRELOAD"] = str(self.options.shim)
            environment.update({f"FAULT_{name}": str(value) for name, value in faults.items()})
        return environment

    def start(self, *arguments, **faults):
        command = [self.options.bindir / "ofindex", "--quiet", "--jobs", "2", "--db", self.index,
                   *arguments]
        return subprocess.Popen(command, env=self.environment(faults), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                errors="backslashreplace", start_new_session=True)

    def finish(self, process, what, allowed):
        """Waits; the exit status and what was said. A status not in `allowed` is a surprise."""
        try:
            out, err = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            self.problem("other surprises", f"{what}: no end within {LIMIT} s")
            return -1, ""
        if process.returncode not in allowed:
            self.problem("other surprises",
                         f"{what}: exit status {process.returncode}: {(out + err).strip()}")
        if process.returncode == 3 and not err:
            self.problem("other surprises", f"{what}: it failed and said nothing")
        return process.returncode, err

    def build(self, what, *arguments, allowed=(0,), **faults):
        self.figures["builds"] += 1
        process = self.start(*arguments, self.corpus.folder, **faults)
        return self.finish(process, what, allowed)

    def problem(self, figure, text, count=1):
        self.figures[figure] += count
        print(f"PROBLEM {text}", file=sys.stderr, flush=True)

    # ---- What is in the index ------------------------------------------------------------------

    def generation(self):
        return self.index / (self.index / "XAPIANDB").read_text().split()[1].rsplit("/", 1)[0]

    def entries(self):
        """The readable files of the manifest, by path, with the date of their report."""
        lines = (self.generation() / "manifest.jsonl").read_text().splitlines()[1:-1]
        entries = [json.loads(line) for line in lines]
        dates = {e["sha256"]: e["indexed"] for e in entries if "file" not in e}
        return {e["path"]: {**e, "indexed": dates[e["sha256"]]}
                for e in entries if "file" in e and "error" not in e}

    def state(self):
        return {path: entry["sha256"] for path, entry in self.entries().items()}

    def verify(self, what, *allowed):
        """The index is whole, and its reports are those of one of the `allowed` states."""
        if not (self.index / "XAPIANDB").exists():
            self.problem("damaged or missing indexes", f"{what}: there is no index")
            return
        status, err = self.finish(self.start("--check"), f"{what}: --check", (0, 1, 2, 3))
        if status != 0:
            self.problem("damaged or missing indexes", f"{what}: {err.strip()}")
            return
        entries = self.entries()
        state = {path: entry["sha256"] for path, entry in entries.items()}
        if state not in allowed:
            lost = min((set(good.items()) - set(state.items()) for good in allowed), key=len)
            self.problem("lost reports", f"{what}: not as before and not as after: {sorted(lost)}",
                         max(len(lost), 1))
        self.verify_dates(what, entries)

    def verify_dates(self, what, entries):
        # The day goes with the content: another report under an old name enters anew.
        dates = {entry["sha256"]: entry["indexed"] for entry in entries.values()}
        lost = [path for path, entry in entries.items()
                if self.dates.get(entry["sha256"], entry["indexed"]) != entry["indexed"]]
        if lost:
            self.problem("lost dates", f"{what}: entered anew: {lost}", len(lost))
        self.dates = dates

    def change_corpus(self):
        """Some changes; what the index has before them and what it should have then.

        Where many runs in a row have failed, a clean one comes first: with half of its reports
        gone the next would refuse, and rightly."""
        before = self.state()
        if 4 * len(before.keys() - self.corpus.state().keys()) > len(before):
            self.build("clean run")
            before = self.state()
        self.corpus.mutate()
        return before, self.corpus.state()

    # ---- The blows -----------------------------------------------------------------------------

    def first_build(self):
        self.build("the first build")
        self.verify("the first build", self.corpus.state())

    def kill(self):
        """Runs until one was killed; a run may end before the blow comes."""
        while not self.run_to_kill():
            pass

    def run_to_kill(self):
        before, after = self.change_corpus()
        kind = "rebuild" if self.chance.random() < 0.3 else "update"
        arguments = ["--rebuild"] if kind == "rebuild" else []
        self.figures["builds"] += 1
        start = time.monotonic()
        process = self.start(*arguments, self.corpus.folder)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(self.chance.uniform(0, 1.2 * self.usual.get(kind, 0.5)))
        killed = process.poll() is None
        if killed:
            self.figures["kills"] += 1
            if self.chance.random() < 0.5:
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        else:
            self.finish(process, kind, (0,))
            self.usual[kind] = time.monotonic() - start
        self.verify(f"kill -9 during {kind}", *([before, after] if killed else [after]))
        return killed

    def strike(self, figure, what, statuses, **faults):
        """A run under faults, after some changes: what it says it did is what it did."""
        before, after = self.change_corpus()
        self.figures[figure] += 1
        arguments = ["--rebuild"] if self.chance.random() < 0.2 else []
        status, _ = self.build(what, *arguments, allowed=statuses, UNDER=self.index, **faults)
        self.figures["of these refused"] += status == 3
        self.verify(what, after if status == 0 else before)
        left = [p.name for p in (self.index / "generations").glob("building-*")]
        if left and "READ_ONLY" not in faults:
            self.problem("other surprises", f"{what}: it left {left}")

    def disk_full(self):
        size = sum(p.stat().st_size for p in self.index.rglob("*") if p.is_file())
        after = int(2 ** self.chance.uniform(0, size.bit_length()))
        self.strike("runs on a full disk", f"full after {after} bytes", (0, 3), FULL_AFTER=after)

    def disk_error(self):
        at = int(2 ** self.chance.uniform(0, 11))
        self.strike("runs with a disk error", f"I/O error at call {at}", (0, 3), EIO_AT=at)

    def read_only(self):
        self.strike("runs on a read-only disk", "read-only disk", (3,), READ_ONLY=1)

    def document_error(self):
        self.build("clean run")
        before = self.state()
        path = self.chance.choice(self.corpus.loose())
        name = path.name
        self.corpus.write(path, self.corpus.sample_of(path))
        self.figures["runs with an unreadable document"] += 1
        what = f"I/O error on {name}"
        # A confined worker may not be asked which file a descriptor is of.
        _, err = self.build(what, "--no-sandbox", allowed=(1,), DOCUMENT=path.stat().st_ino)
        if name not in err:
            self.problem("other surprises", f"{what}: it is not named: {err.strip()}")
        self.verify(what, before)
        self.build("clean run")
        self.verify(f"after {what}", self.corpus.state())

    def edited_meanwhile(self):
        stop = threading.Event()

        def edit():
            while not stop.is_set():
                self.corpus.edit_roughly()

        editor = threading.Thread(target=edit)
        editor.start()
        try:
            for _ in range(3):
                self.figures["runs under an editor"] += 1
                self.build("run under an editor", allowed=(0, 1))
                state = self.state()
                lost = set(self.corpus.state("stable").items()) - set(state.items())
                if lost:
                    self.problem("lost reports", f"run under an editor: {sorted(lost)}", len(lost))
        finally:
            stop.set()
            editor.join()
        self.dates = {}  # a file that was away for a moment is new when it comes back
        self.build("after the editor")
        self.verify("after the editor", self.corpus.state())

    def publish(self):
        self.corpus.mutate()
        self.figures["publishes"] += 1
        self.build("publish", "--keep", str(self.chance.randint(1, 3)))
        self.verify("publish", self.corpus.state())
        if self.chance.random() < 0.2:
            status, _ = self.finish(self.start("--rollback"), "--rollback", (0, 3))
            if status == 0:  # 3: there is no earlier generation after --keep 1
                self.figures["rollbacks"] += 1
                self.dates = {}

    # ---- Searching meanwhile -------------------------------------------------------------------

    @contextlib.contextmanager
    def searchers(self):
        """Searches without pause while the body runs."""
        least = len(self.corpus.state("stable"))
        processes = [
            subprocess.Popen([self.options.bindir / "search_without_pause", self.index, QUERY, way],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            for way in SEARCHERS]
        try:
            yield
        finally:
            for process in processes:
                out, _ = process.communicate(timeout=LIMIT)
                self.count_searches(json.loads(out) if out else None, least)

    def count_searches(self, tally, least):
        if tally is None:
            self.problem("failed searches", "a searcher died")
            return
        self.figures["searches"] += tally["searches"]
        if tally["failed"]:
            self.problem("failed searches", f"a search failed: {tally['first_error']}",
                         tally["failed"])
        elif tally["fewest"] < least:
            self.problem("failed searches", f"a search found {tally['fewest']} of {least} reports")

    # ---- All of it -----------------------------------------------------------------------------

    def round(self, amounts):
        for blow, count in amounts.items():
            if blow == "publish":
                self.build("clean run")
            with self.searchers() if blow == "publish" else contextlib.nullcontext():
                for _ in range(count):
                    getattr(self, blow)()

    def answers(self, index):
        out = subprocess.run([self.options.bindir / "ofsearch", "--db", index, "--format", "jsonl",
                              "--limit", "500", QUERY], capture_output=True, text=True, check=True,
                             timeout=LIMIT).stdout
        results = [json.loads(line) for line in out.splitlines()]
        for result in results:
            result["report"].pop("indexed", None)
        return results

    def compare_with_rebuild(self):
        """After all that, the index gives what one built afresh gives."""
        self.build("the last build")
        self.verify("the last build", self.corpus.state())
        worn, self.index = self.index, self.scratch / "fresh"
        self.build("build afresh")
        if self.answers(worn) != self.answers(self.index):
            self.problem("lost reports", "the index differs from one built afresh")

    def run(self):
        self.first_build()
        rounds, start = 0, time.monotonic()
        while True:
            self.round(SHORT if self.options.short else ROUND)
            rounds += 1
            minutes = (time.monotonic() - start) / 60
            if self.options.short or minutes > (self.options.minutes or 0) and (
                    self.options.minutes is not None or rounds == FULL):
                break
        self.compare_with_rebuild()
        for figure in FIGURES:
            print(f"{self.figures[figure]:8} {figure}")
        return 1 if any(self.figures[figure] for figure in MUST_BE_ZERO) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bindir", type=pathlib.Path, default=ROOT / "build/dev/bin",
                        help="folder of ofindex, ofsearch and search_without_pause")
    parser.add_argument("--shim", type=pathlib.Path, help="default: BINDIR/faulty_disk.so")
    parser.add_argument("--minutes", type=float, metavar="N",
                        help=f"rounds for so long (default: {FULL} rounds)")
    parser.add_argument("--short", action="store_true", help="one small round")
    parser.add_argument("--documents", type=int, default=36, metavar="N")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    options.bindir = options.bindir.resolve()
    options.shim = options.shim or options.bindir / "faulty_disk.so"
    print(f"torture: --seed {options.seed}", flush=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="ofsearch-torture-"))
    try:
        status = Torture(options, scratch).run()
    except BaseException:
        print(f"torture: what there is lies in {scratch}", file=sys.stderr)
        raise
    if status == 0:
        shutil.rmtree(scratch)
    else:
        print(f"torture: what there is lies in {scratch}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
