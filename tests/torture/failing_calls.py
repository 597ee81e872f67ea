#!/usr/bin/env python3
"""Every call to the system fails once, or for ever: does everything end with a sentence?

Runs a first build, an update, a roll-back and a search over a few small reports, and makes the n-th
malloc, open, read, write, fsync, rename, unlink, mmap, fork, send, recv, wait, poll ... of each
fail (failing_calls.c). After every such run:

- the program has ended in time, by itself, and said why where it failed;
- `ofindex --check` finds the index sound, and a search gives the answer of before the run or that
  of after it;
- one more run without faults succeeds, gives the answer that is right, and leaves nothing behind
  that a run of its own would not have.

Without --sample every n is tried, until a run passes; this takes hours. Prints one line a failure
and a table; exit status 1 if anything failed. `--seed` repeats a sample.
"""
import argparse
import collections
import mmap
import os
import pathlib
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIMIT = 90  # seconds for one run

# What is made to fail: the call, how, and for ever as well as once.
ENOSPC, EINTR = "28", "4"
FAULTS = [
    ("malloc", "error", ""), ("open", "error", ""), ("read", "error", ""), ("read", "short", ""),
    ("read", "zero", ""), ("write", "error", ""), ("write", "error", ENOSPC),
    ("write", "short", ""), ("write", "zero", ""), ("fsync", "error", ""), ("rename", "error", ""),
    ("unlink", "error", ""), ("mmap", "error", ""), ("fork", "error", ""), ("send", "error", ""),
    ("send", "short", ""), ("send", "zero", ""), ("recv", "error", ""), ("recv", "short", ""),
    ("recv", "zero", ""), ("wait", "error", ""), ("poll", "error", ""), ("poll", "zero", ""),
    ("mkdir", "error", ""), ("flock", "error", EINTR), ("flock", "error", "37"),
    ("close", "error", ""),
]
SCENARIOS = ("build", "update", "rollback", "search")
STATUSES = {"build": (0, 1, 3, 75), "update": (0, 1, 3, 75), "rollback": (0, 3, 75),
            "search": (0, 3)}
# A call that may never succeed again leaves nobody able to say anything on standard error.
MAY_BE_SILENT = {("write", True)}


def undated(answer):
    """Without the moments at which reports were indexed, and what the clock drew."""
    return re.sub(rb'"indexed":"[^"]*"', b'"indexed":""', answer)


class Place:
    """Reports and an index in the states that the scenarios start from, made once."""

    def __init__(self, folder, bindir):
        self.folder, self.bindir = folder, bindir
        self.docs = folder / "docs"
        self.states = {"before": folder / "docs-before", "after": folder / "docs-after"}
        for name, docs in self.states.items():
            docs.mkdir()
            for number in range(4):  # of which most stay
                self.write(docs / f"stays-{number}.txt", f"Report of Stayshire {number}",
                           f"Children are helped early, {number} times out of four.")
            self.write(docs / "changes.txt", "Report of Changeshire",
                       f"Children wait {'long' if name == 'before' else 'less'}.")
        self.write(self.states["before"] / "goes.txt", "Report of Goneshire", "Children go missing.")
        self.write(self.states["after"] / "comes.md", "Report of Newshire", "Children come home.")
        self.template = folder / "template"
        self.make_template()
        self.expected, self.names = {}, set()
        for name in ("before", "after"):
            shutil.copytree(self.template, folder / "ix")
            self.index(name)
            self.expected[name] = self.search()
            self.names |= self.listing()
            shutil.rmtree(folder / "ix")
        shutil.copytree(self.template, folder / "ix")
        assert self.run("ofindex", "--rollback")[0] == 0
        self.index("after")
        self.names |= self.listing()
        shutil.rmtree(folder / "ix")
        assert self.expected["before"] != self.expected["after"]

    @staticmethod
    def write(path, title, sentence):
        path.write_text(f"{title}\n\nInspection of children's social care services\n\n"
                        f"1. {sentence} Leaders know what to do next and do it well.\n\n"
                        f"2. Social workers visit families at home and listen to them.\n")

    def make_template(self):
        """Two generations: the first has one report more."""
        extra = self.states["before"] / "first.txt"
        self.write(extra, "Report of Firstshire", "Children were there first.")
        self.index("before")
        self.first = self.search()
        extra.unlink()
        self.index("before")
        (self.folder / "ix").rename(self.template)

    def listing(self):
        """What lies in the index folder and in TMPDIR, numbers aside."""
        names = [str(p.relative_to(self.folder / "ix")) for p in (self.folder / "ix").rglob("*")]
        names += [f"TMPDIR/{p.name}" for p in self.tmp.iterdir()]
        return {re.sub(r"\d+", "N", name) for name in names}

    @property
    def tmp(self):
        folder = self.folder / "tmp"
        folder.mkdir(exist_ok=True)
        return folder

    def environment(self, faults):
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TMPDIR": str(self.tmp),
                "HOME": str(self.folder), **faults}

    def run(self, program, *arguments, faults=None):
        command = [str(self.bindir / program), "--db", str(self.folder / "ix"), *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, env=self.environment(faults or {}),
                                   start_new_session=True)
        try:
            out, err = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return None, b"", b""
        return process.returncode, out, err

    def put(self, state):
        """The folder of reports as it is before or after; its path."""
        shutil.rmtree(self.docs, ignore_errors=True)
        shutil.copytree(self.states[state], self.docs)
        return str(self.docs)

    def index(self, state):
        status, _, err = self.run("ofindex", "-q", "--jobs", "1", self.put(state))
        assert status == 0, err
        return status

    def search(self):
        status, out, err = self.run("ofsearch", "--format", "jsonl", "children")
        return undated(out) if status == 0 else err


class Trial:
    """One scenario with one fault."""

    def __init__(self, place, scenario, call, how, number, at, forever, who):
        self.place, self.scenario = place, scenario
        self.call, self.how, self.at, self.forever = call, how, at, forever
        self.counter = place.folder / "counter"
        self.faults = {
            "LD_PRELOAD": str(place.bindir / "failing_calls.so"), "FAIL_CALL": call,
            "FAIL_HOW": how, "FAIL_AT": str(at), "FAIL_COUNTER": str(self.counter)}
        if number:
            self.faults["FAIL_ERRNO"] = number
        if forever:
            self.faults["FAIL_FOREVER"] = "1"
        if who:
            self.faults["FAIL_WHO"] = who

    def name(self):
        shown = [f"{k}={v}" for k, v in self.faults.items()
                 if k not in ("LD_PRELOAD", "FAIL_COUNTER")]
        return f"{self.scenario}: {' '.join(shown)}"

    def prepare(self):
        index = self.place.folder / "ix"
        shutil.rmtree(index, ignore_errors=True)
        shutil.rmtree(self.place.tmp, ignore_errors=True)
        if self.scenario != "build":
            shutil.copytree(self.place.template, index, symlinks=True)
        self.counter.write_bytes(bytes(4096))

    def calls(self):
        with open(self.counter, "r+b") as file, mmap.mmap(file.fileno(), 4096) as memory:
            return struct.unpack_from("l", memory)[0]

    def run(self):
        """What is wrong, a sentence each."""
        self.prepare()
        place = self.place
        place.put("before" if self.scenario == "build" else "after")
        arguments = {
            "build": ("ofindex", "-q", "--jobs", "1", str(place.docs)),
            "update": ("ofindex", "-q", "--jobs", "1", str(place.docs)),
            "rollback": ("ofindex", "--rollback"),
            "search": ("ofsearch", "--format", "jsonl", "children")}[self.scenario]
        status, out, err = place.run(*arguments, faults=self.faults)
        yield from self.judge_run(status, out, err)
        if self.scenario != "search":
            yield from self.judge_index()

    def judge_run(self, status, out, err):
        if status is None:
            yield f"no end in {LIMIT} s"
        elif status == 127 and b"shared librar" in err:
            return  # the loader, before the program
        elif status < 0:
            yield f"ended by signal {-status}: {err[-200:]}"
        elif status not in STATUSES[self.scenario]:
            yield f"exit status {status}: {err[-200:]}"
        elif status != 0 and not err and (self.call, self.forever) not in MAY_BE_SILENT:
            yield f"exit status {status} without a sentence"
        if self.scenario == "search" and status == 0 and undated(out) != self.place.expected["before"]:
            yield "exit status 0 with another answer"

    def judge_index(self):
        place = self.place
        old = {"build": [], "update": [place.expected["before"]],
               "rollback": [place.expected["before"]]}[self.scenario]
        new = {"build": place.expected["before"], "update": place.expected["after"],
               "rollback": place.first}[self.scenario]
        stub = place.folder / "ix" / "XAPIANDB"
        if stub.exists() or self.scenario != "build":
            status, _, err = place.run("ofindex", "--check")
            if status != 0:
                yield f"--check says {status}: {err[-200:]}"
            answer = place.search()
            if answer not in [*old, new]:
                yield f"an answer of neither state: {answer[-200:]}"
        status, _, err = place.run("ofindex", "-q", "--jobs", "1", str(place.docs))
        if status != 0:
            yield f"the run after it says {status}: {err[-200:]}"
        elif place.search() != place.expected["before" if self.scenario == "build" else "after"]:
            yield "another answer after the run after it"
        left = place.listing() - place.names
        if left:
            yield f"left behind: {' '.join(sorted(left)[:4])}"


def publish_what_was_lost(place, report):
    """A disk that says yes and writes nothing: what was built is tried, and not published."""
    trial = Trial(place, "update", "write", "lost", "", 1, True, "")
    trial.faults["FAIL_NAME"] = ".glass"
    trial.prepare()
    status, _, err = place.run("ofindex", "-q", "--jobs", "1", place.put("after"),
                               faults=trial.faults)
    if status != 3 or not err:
        report(trial, f"exit status {status} though no block of the index was written")
    if place.search() != place.expected["before"]:
        report(trial, "the index before does not answer")


def faults_of(arguments):
    for scenario in arguments.scenario or SCENARIOS:
        for call, how, number in FAULTS:
            if arguments.call and call not in arguments.call:
                continue
            for forever in (False, True):
                for who in ("main", "children"):
                    if who == "children" and scenario in ("rollback", "search"):
                        continue
                    yield scenario, call, how, number, forever, who


def exhaust(place, fault, step, report):
    """Every `step`-th n, until a run passes without having failed."""
    scenario, call, how, number, forever, who = fault
    at = 1
    while True:
        trial = Trial(place, scenario, call, how, number, at, forever, who)
        report(trial)
        if trial.calls() < at:
            return
        at += step


def sample(place, faults, seconds, seed, report):
    """A drawn n of every kind of fault in turn, while there is time."""
    draw = random.Random(seed)
    end = time.monotonic() + seconds
    counts = {}
    while time.monotonic() < end:
        fault = draw.choice(faults)
        scenario, call, how, number, forever, who = fault
        key = (scenario, call, who)
        if key not in counts:
            trial = Trial(place, scenario, call, how, number, 0, False, who)
            report(trial)
            counts[key] = trial.calls()
        if counts[key] > 0:
            at = draw.randint(1, counts[key])
            report(Trial(place, scenario, call, how, number, at, forever, who))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bindir", type=pathlib.Path, required=True)
    parser.add_argument("--sample", type=int, metavar="SECONDS", help="draw for so long")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--step", type=int, default=1, help="try every STEP-th malloc only")
    parser.add_argument("--scenario", action="append", choices=SCENARIOS)
    parser.add_argument("--call", action="append", choices=sorted({f[0] for f in FAULTS}))
    arguments = parser.parse_args()
    trials, wrong = collections.Counter(), []

    def complain(trial, sentence):
        wrong.append(sentence)
        print(f"{trial.name()}\n    {sentence}", flush=True)

    def report(trial):
        trials[trial.scenario, trial.call] += 1
        for sentence in trial.run():
            complain(trial, sentence)

    with tempfile.TemporaryDirectory(prefix="ofsearch-calls-") as folder:
        place = Place(pathlib.Path(folder), arguments.bindir.resolve())
        faults = list(faults_of(arguments))
        print(f"seed {arguments.seed}", flush=True)
        publish_what_was_lost(place, complain)
        if arguments.sample:
            sample(place, faults, arguments.sample, arguments.seed, report)
        else:
            for fault in faults:
                exhaust(place, fault, arguments.step if fault[1] == "malloc" else 1, report)
    print(" ".join(f"{scenario}/{call}:{n}" for (scenario, call), n in sorted(trials.items())))
    print(f"{sum(trials.values())} runs with a fault, {len(wrong)} with something wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
