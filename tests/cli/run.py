#!/usr/bin/env python3
"""Golden cases of the command line.

A case is a folder tests/cli/CASE/ with
  cmd      a shell script; ofsearch and ofindex are on PATH, $OFSEARCH_DB is an index of corpus/,
           $CORPUS the sample reports, and the working directory is an empty folder
  out      what it prints on standard output
  err      the same for standard error; absent where nothing is printed
  status   its exit status; absent where it is 0
  xfail    why the case is known to fail; the run breaks once it passes

What varies from run to run is masked (see MASKS). Exit status 1 if a case does not come out as
written.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
STREAMS = ("out", "err", "status")
LIMIT = 240  # seconds a case: some run thirty commands, on slow machines or in slow builds too

# Scores and times vary with the ranking and the machine; neither is what these cases are about.
MASKS = [
    (re.compile(r'"took_ms":[0-9.e+-]+'), '"took_ms":TIME'),
    (re.compile(r'"indexed":"[0-9TZ:-]+"'), '"indexed":"TIME"'),
    (re.compile(r'"score":[0-9.e+-]+'), '"score":SCORE'),
    (re.compile(r'"finding_score":[0-9.e+-]+'), '"finding_score":SCORE'),
    (re.compile(r"^(\d+),\d+\.\d{3},", re.M), r"\1,SCORE,"),
    (re.compile(r"\bidf [0-9.]+"), "idf NUMBER"),
    (re.compile(r"indexed since \d{4}-\d\d-\d\dT[0-9:]+Z"), "indexed since TIME"),
]


def masked(text, places):
    for path, name in places:
        text = text.replace(str(path), name)
    for pattern, replacement in MASKS:
        text = pattern.sub(replacement, text)
    return text


class Runner:
    def __init__(self, bindir, scratch):
        self.bindir = bindir
        self.scratch = scratch
        self.index = scratch / "index"

    def environment(self):
        keep = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS",
                                                    "UBSAN_OPTIONS") if name in os.environ}
        return {**keep, "PATH": f"{self.bindir}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "HOME": str(self.scratch / "home"), "TERM": "xterm-256color",
                "OFSEARCH_DB": str(self.index), "CORPUS": str(ROOT / "corpus")}

    def build_index(self):
        done = subprocess.run(["ofindex", str(ROOT / "corpus")], env=self.environment(),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600,
                              check=False, executable=str(self.bindir / "ofindex"))
        if done.returncode != 0:
            sys.exit(f"run.py: the index of corpus/ cannot be built:\n{done.stderr}")

    def run(self, case):
        """What the case gives: {"out": ..., "err": ..., "status": ...}."""
        work = pathlib.Path(tempfile.mkdtemp(dir=self.scratch))
        try:
            done = subprocess.run(["/bin/sh", str(case / "cmd")], cwd=work, env=self.environment(),
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT,
                                  check=False)
        except subprocess.TimeoutExpired:
            return {"out": "", "err": f"no answer within {LIMIT} s\n", "status": "timeout\n"}
        finally:
            shutil.rmtree(work, ignore_errors=True)
        places = [(work, "WORK"), (self.index, "INDEX"), (self.scratch, "SCRATCH"), (ROOT, "ROOT")]
        out, err = (masked(stream.decode("utf-8", "backslashreplace"), places)
                    for stream in (done.stdout, done.stderr))
        return {"out": out, "err": err, "status": f"{done.returncode}\n"}


def expected(case):
    found = {"out": "", "err": "", "status": "0\n"}
    for stream in STREAMS:
        path = case / stream
        if path.exists():
            found[stream] = path.read_bytes().decode("utf-8")
    return found


def update(case, actual):
    for stream in STREAMS:
        path = case / stream
        needed = stream == "out" or actual[stream] != {"err": "", "status": "0\n"}[stream]
        if needed:
            path.write_bytes(actual[stream].encode("utf-8"))
        else:
            path.unlink(missing_ok=True)


def differences(case, wanted, actual):
    for stream in STREAMS:
        yield from difflib.unified_diff(wanted[stream].splitlines(True),
                                        actual[stream].splitlines(True),
                                        f"{case.name}/{stream}", f"{case.name}/{stream} (now)")


def report(case, actual, rewrite):
    """Prints one line, and what differs; True if all is as it should be."""
    wanted = expected(case)
    same = wanted == actual
    reason = case / "xfail"
    if reason.exists():
        print(f"{'XPASS' if same else 'XFAIL'} {case.name}: {reason.read_text().strip()}")
        return not same
    if same:
        print(f"PASS {case.name}")
        return True
    if rewrite:
        update(case, actual)
        print(f"UPDATED {case.name}")
        return True
    print(f"FAIL {case.name}")
    for line in differences(case, wanted, actual):
        print(line if line.endswith("\n") else line + "\n\\ no line end\n", end="")
    return False


def has_terminals():
    """Can this system make a pseudo-terminal? A bare chroot without /dev/pts cannot."""
    try:
        ends = os.openpty()
    except OSError:
        return False
    for end in ends:
        os.close(end)
    return True


def needs_terminal(case):
    return (case / "cmd").read_text().find("script -q") >= 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help="names of cases; default: all")
    parser.add_argument("--bindir", type=pathlib.Path, default=ROOT / "build/dev/bin",
                        help="folder of ofsearch and ofindex")
    parser.add_argument("--update", action="store_true",
                        help="rewrite what differs; look at the changes before you commit them")
    options = parser.parse_args()
    names = options.cases or sorted(path.parent.name for path in HERE.glob("*/cmd"))
    cases = [HERE / name for name in names]
    for case in cases:
        if not (case / "cmd").exists():
            sys.exit(f"run.py: there is no case {case.name}")
    if not has_terminals():
        for case in filter(needs_terminal, cases):
            print(f"SKIP {case.name}: this system cannot make a pseudo-terminal")
        cases = [case for case in cases if not needs_terminal(case)]
    with tempfile.TemporaryDirectory(prefix="ofsearch-cli-") as folder:
        runner = Runner(options.bindir.resolve(), pathlib.Path(folder))
        runner.build_index()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(runner.run, cases))
    bad = sum(not report(case, actual, options.update) for case, actual in zip(cases, results))
    print(f"{len(cases)} cases, {bad} not as written")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
