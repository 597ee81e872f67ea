#!/usr/bin/env python3
"""Whether the tests notice when the source is changed for the worse.

Makes the changes of changes.tsv one at a time in a copy of the project, builds what each one
touches and runs the tests, the nearest and the quick ones first, until one fails. Prints a line a
change, with its line in the table: caught (by what), hangs (a test did not end; better than nothing,
but it should fail), does not build, or SURVIVES. Exit status 1 if any survives, or stands in the
table for text that is no longer there.
"""
import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TABLE = pathlib.Path(__file__).with_name("changes.tsv")
LIMIT = 900  # seconds for one group of tests
# Tests that are near to all files of a folder, beside those of the same folder.
NEAR = {
    "searcher/plan/": ["search_test", "robustness_test"],
    "searcher/match/": ["search_test", "robustness_test", "lying_index_test"],
    "searcher/query/": ["search_test", "robustness_test", "lying_index_test"],
    "searcher/ranking/": ["search_test", "lying_index_test"],
    "common/index/": ["lying_index_test", "robustness_test"],
    "common/files/csv": ["formatter_test"],
}


def read_table():
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        # A tab inside a string of the source is written as backslash t there, so never cut here.
        file, old, new = (cells + [""])[:3]
        yield number, file, old.replace("\\n ", "\n ").replace("\\n}", "\n}"), new.replace(
            "\\n ", "\n ").replace("\\n}", "\n}")


def stale(changes, root):
    for number, file, old, _ in changes:
        path = root / file
        count = path.read_text(encoding="utf-8").count(old) if path.exists() else 0
        if count != 1:
            yield f"changes.tsv:{number}: stands {count} times in {file}: {old}"


def copy_project(to):
    """The files that git knows or would add, those that are the same untouched."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        source, target = ROOT / name, to / name
        if not source.is_file():
            continue
        if target.exists() and target.read_bytes() == source.read_bytes():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
        os.utime(target)


def run(command, cwd, limit):
    """Exit status, or None if it does not end. What it said is in build/last.log."""
    (cwd / "build").mkdir(exist_ok=True)
    with open(cwd / "build/last.log", "wb") as log:
        # A shell lets its background jobs ignore SIGINT, which the tests send.
        process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    try:
        return process.wait(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def nearest(file):
    """The tests of a file, of its folder, and those that stand in NEAR."""
    folder = ROOT / "tests/unit" / pathlib.Path(file).parent
    near = [tests for start, tests in NEAR.items() if file.startswith(start)]
    return dict.fromkeys([pathlib.Path(file).stem + "_test",
                          *sorted(path.stem for path in folder.glob("*_test.cc")), *sum(near, [])])


class Copy:
    def __init__(self, folder):
        self.folder = folder
        self.bin = folder / "build/dev/bin"
        unit = [str(self.bin / "of_tests"), "--abort"]
        # What each group is, what it needs, and how it is run.
        self.groups = [
            ("nearest unit", ["of_tests"], [*unit, "--filenames-as-tags"]),
            ("unit", [], unit),
            ("command line", ["ofindex", "ofsearch", "failing_calls", "faulty_disk"],
             [sys.executable, "tests/cli/run.py", "--bindir", str(self.bin)]),
            ("runs", [], [sys.executable, "tests/cli/ofindex_runs.py", str(self.bin)]),
        ]

    def build(self, targets):
        return not targets or run(
            ["cmake", "--build", "--preset", "dev", "--target", *targets], self.folder, 7200) == 0

    def prepare(self):
        copy_project(self.folder)
        if not (self.folder / ".git").exists():  # tests ask git for the project's files
            subprocess.run("git init -q && git add -A", shell=True, cwd=self.folder, check=True)
        return run(["cmake", "--preset", "dev"], self.folder, 600) == 0

    def verdict(self, file):
        """Of the project as it stands, `file` being what was changed."""
        for name, targets, command in self.groups:
            if not self.build(targets):
                return "does not build"
            if "--filenames-as-tags" in command:  # all pass if there is none
                command = [*command, ",".join(f"[#{test}]" for test in nearest(file))]
            status = run(command, self.folder, LIMIT)
            if status:  # once more: some tests look at the clock, and machines are busy
                status = run(command, self.folder, LIMIT)
            if status is None:
                return f"hangs ({name})"
            if status != 0:
                return f"caught ({name})"
        return "SURVIVES"

    def try_change(self, file, old, new):
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            return self.verdict(file)
        finally:
            path.write_text(text, encoding="utf-8")


def lines(text):
    """The numbers of "12,40-44"."""
    ranges = [part.partition("-") for part in text.split(",")]
    return {n for first, _, last in ranges for n in range(int(first), int(last or first) + 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="only whether the table still fits")
    parser.add_argument("--only", metavar="TEXT", default="", help="changes whose file has TEXT")
    parser.add_argument("--from", dest="first", type=int, metavar="LINE", default=0,
                        help="only those from this line of the table on, to go on with a run")
    parser.add_argument("--lines", type=lines, metavar="LINES", default=None,
                        help="only those of these lines of the table: 12,40-44")
    parser.add_argument("--sample", type=int, metavar="N", help="N of them, drawn")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "build/mutation")
    arguments = parser.parse_args()
    changes = [c for c in read_table() if arguments.only in c[1] and c[0] >= arguments.first and
               (arguments.lines is None or c[0] in arguments.lines)]
    complaints = list(stale(changes, ROOT))
    print("\n".join(complaints), end="\n" if complaints else "")
    if arguments.check:
        print(f"{len(changes)} changes, {len(complaints)} stale")
        return 1 if complaints else 0
    gone = {complaint.split(":")[1] for complaint in complaints}
    changes = [c for c in changes if str(c[0]) not in gone]
    if arguments.sample:
        changes = random.Random(arguments.seed).sample(changes, min(arguments.sample, len(changes)))
    copy = Copy(arguments.folder)
    if not copy.prepare():
        sys.exit("the project as it is cannot be configured")
    if (verdict := copy.verdict("")) != "SURVIVES":
        sys.exit(f"the tests fail on the project as it is: {verdict}")
    survivors = 0
    for number, file, old, new in changes:
        start = time.monotonic()
        verdict = copy.try_change(file, old, new)
        survivors += verdict == "SURVIVES"
        shown = f"{old}  ->  {new or 'nothing'}".replace("\n", " ")
        seconds = time.monotonic() - start
        print(f"{number:4} {verdict:22} {seconds:4.0f} s  {file}: {shown}", flush=True)
    print(f"{len(changes)} changes, {survivors} survive")
    return 1 if survivors or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
