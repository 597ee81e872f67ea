#!/usr/bin/env python3
"""Every call to the system fails once, or for ever: does everything end with a sentence?

Runs a first build, an update, a roll-back, a search and a session of ofserve over a few small
reports, and makes the n-th malloc, open, read, write, fsync, rename, unlink, mmap, fork, send,
recv, wait, poll ... of each fail (failing_calls.c). After every such run:

- the program has ended in time, by itself, and said why where it failed;
- `ofindex --check` finds the index sound, and a search gives the answer of before the run or that
  of after it;
- one more run without faults succeeds, gives the answer that is right, and leaves nothing behind
  that a run of its own would not have;
- a server answers rightly or says that it cannot, and after one failed call goes on as before or
  ends with a sentence.

Without --sample every n is tried, until a run passes; of malloc, which is called some 100,000 times
a run, the first call from each place of the program (its eight innermost callers), or with --every
all of them. What a run leaves as another left it, byte for byte, is judged once. Prints one line a
failure and a table; exit status 1 if anything failed. `--seed` repeats a sample.
"""
import argparse
import collections
import functools
import itertools
import multiprocessing
import pathlib
import random
import shutil
import sys
import tempfile
import time

from failing_place import LIMIT, QUERY, Place, Shared, undated
from failing_session import judge_session, right_answers

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
    ("close", "error", ""), ("accept", "error", ""), ("socket", "error", ""),
    ("thread", "error", ""),
]
SCENARIOS = ("build", "update", "rollback", "search", "session")
# Those that start no child, and what no kernel does: to wait for events and for ever be refused.
ALONE = ("rollback", "search")
NEVER = {("session", "poll", True)}
STATUSES = {"build": (0, 1, 3, 75), "update": (0, 1, 3, 75), "rollback": (0, 3, 75),
            "search": (0, 3)}
# A call that may never succeed again leaves nobody able to say anything on standard error.
MAY_BE_SILENT = {("write", True)}


class Trial:
    """One scenario with one fault."""

    def __init__(self, place, scenario, call, how, number, at, forever, who, places=False):
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
        if places:
            self.faults["FAIL_PLACES"] = "1"

    @property
    def kind(self):
        return self.scenario, self.call

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
        Shared.create(self.counter)

    def calls(self):
        return Shared.calls_in(self.counter)

    def places(self):
        """The number of the first call from each place; after a run with FAIL_PLACES."""
        return Shared.first_in(self.counter)

    def run(self):
        """What is wrong, a sentence each."""
        self.prepare()
        place = self.place
        place.put("before" if self.scenario == "build" else "after")
        if self.scenario == "session":
            yield from judge_session(place, self.faults, place.right, self.forever, self.calls)
            return
        arguments = {
            "build": ("ofindex", "-q", "--jobs", "1", str(place.docs)),
            "update": ("ofindex", "-q", "--jobs", "1", str(place.docs)),
            "rollback": ("ofindex", "--rollback"),
            "search": ("ofsearch", "--format", "jsonl", QUERY)}[self.scenario]
        status, out, err = place.run(*arguments, faults=self.faults)
        yield from self.judge_run(status, out, err)
        if self.scenario != "search":
            yield from self.judge_index_once()

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
        if self.call == "malloc" and b"damaged" in err:
            yield f"what is whole is called damaged: {err[-200:]}"
        if self.scenario == "search" and status == 0 and undated(out) != self.place.expected["before"]:
            yield "exit status 0 with another answer"

    def judge_index_once(self):
        """As a state like this one was judged before, if one was: most runs that fail leave one of
        a few."""
        state = self.scenario, self.place.state()
        if state not in self.place.judged:
            self.place.judged[state] = list(self.judge_index())
        yield from self.place.judged[state]

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


def publish_what_was_lost(place, complain):
    """A disk that says yes and writes nothing: what was built is tried, and not published."""
    trial = Trial(place, "update", "write", "lost", "", 1, True, "")
    trial.faults["FAIL_NAME"] = ".glass"
    trial.prepare()
    status, _, err = place.run("ofindex", "-q", "--jobs", "1", place.put("after"),
                               faults=trial.faults)
    if status != 3 or not err:
        complain(trial.name(), f"exit status {status} though no block of the index was written")
    if place.search() != place.expected["before"]:
        complain(trial.name(), "the index before does not answer")


def faults_of(arguments):
    for scenario in arguments.scenario or SCENARIOS:
        for call, how, number in FAULTS:
            if arguments.call and call not in arguments.call:
                continue
            for forever in (False, True):
                for who in ("main", "children"):
                    if who == "children" and scenario in ALONE or (scenario, call, forever) in NEVER:
                        continue
                    yield scenario, call, how, number, forever, who


class Crew:
    """Makes trials: here, or in `jobs` processes that have a place each."""
    place = None

    def __init__(self, folder, bindir, jobs):
        self.jobs, self.trials, self.wrong = jobs, collections.Counter(), 0
        self.settle(folder, bindir)
        self.pool = multiprocessing.Pool(jobs, Crew.settle, (folder, bindir)) if jobs > 1 else None

    @classmethod
    def settle(cls, folder, bindir):
        cls.place = Place(pathlib.Path(tempfile.mkdtemp(dir=folder)), bindir)
        cls.place.right = right_answers(cls.place)

    @classmethod
    def attempt(cls, fault):
        trial = Trial(cls.place, *fault)
        return trial, list(trial.run())

    @classmethod
    def attempt_elsewhere(cls, fault):
        trial, sentences = cls.attempt(fault)
        return trial.kind, trial.name(), sentences

    def complain(self, name, sentence):
        self.wrong += 1
        print(f"{name}\n    {sentence}", flush=True)

    def report(self, kind, name, sentences):
        self.trials[kind] += 1
        for sentence in sentences:
            self.complain(name, sentence)

    def one(self, *fault):
        trial, sentences = self.attempt(fault)
        self.report(trial.kind, trial.name(), sentences)
        return trial

    def each(self, faults):
        attempts = (self.pool.imap_unordered if self.pool else map)(self.attempt_elsewhere, faults)
        for attempt in attempts:
            self.report(*attempt)

    @functools.cache
    def numbers(self, scenario, call, how, who, every):
        """Which calls there are to fail: those of a run without faults, counted once."""
        places = call == "malloc" and not every
        trial = self.one(scenario, call, how, "", 0, False, who, places)
        return trial.places() if places else range(1, trial.calls() + 1)


def exhaust(fault, every, step, crew):
    """Every call, of malloc every `step`-th, and on until a run passes without having failed."""
    scenario, call, how, number, forever, who = fault
    known = crew.numbers(scenario, call, how, who, every)
    crew.each((scenario, call, how, number, at, forever, who)
              for at in known[::step if call == "malloc" else 1])
    if not known or call == "malloc":
        return
    at = known[-1]
    failed = True
    while failed:
        at += 1
        failed = crew.one(scenario, call, how, number, at, forever, who).calls() >= at


def sample(faults, every, seconds, seed, crew):
    """A drawn call of every kind of fault in turn, while there is time."""
    draw = random.Random(seed)

    def drawn():
        scenario, call, how, number, forever, who = draw.choice(faults)
        if known := crew.numbers(scenario, call, how, who, every):
            yield scenario, call, how, number, draw.choice(known), forever, who

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        crew.each([fault for _ in range(crew.jobs) for fault in drawn()])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bindir", type=pathlib.Path, required=True)
    parser.add_argument("--sample", type=int, metavar="SECONDS", help="draw for so long")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--step", type=int, default=1, help="try every STEP-th malloc only")
    parser.add_argument("--every", action="store_true", help="every malloc, not one from each place")
    parser.add_argument("--scenario", action="append", choices=SCENARIOS)
    parser.add_argument("--call", action="append", choices=sorted({f[0] for f in FAULTS}))
    parser.add_argument("--jobs", type=int, default=1, help="so many runs at a time")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="ofsearch-calls-") as folder:
        crew = Crew(folder, arguments.bindir.resolve(), arguments.jobs)
        faults = list(faults_of(arguments))
        print(f"seed {arguments.seed}", flush=True)
        publish_what_was_lost(crew.place, crew.complain)
        if arguments.sample:
            sample(faults, arguments.every, arguments.sample, arguments.seed, crew)
        else:
            for kind, those in itertools.groupby(faults, lambda fault: fault[:2]):
                for fault in those:
                    exhaust(fault, arguments.every, arguments.step, crew)
                print(f"{kind[0]}, {kind[1]}: {crew.trials[kind]} runs", flush=True)
    if arguments.sample:
        print(" ".join(f"{kind[0]}/{kind[1]}:{n}" for kind, n in sorted(crew.trials.items())))
    print(f"{sum(crew.trials.values())} runs with a fault, {crew.wrong} with something wrong")
    return 1 if crew.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
