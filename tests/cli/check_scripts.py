#!/usr/bin/env python3
"""CONTRIBUTING.md names every program of scripts/ that a person starts, and none that is not there.

Prints what is not so; exit status 1 if anything is not.
"""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What others start: scripts/check, the build, and a timer of the system where the programs are installed.
OF_OTHERS = {"check_data.py", "check_includes.py", "check_types.py", "render-manual", "ofsearch-nightly"}


def main():
    programs = {path.name for path in (ROOT / "scripts").iterdir() if path.is_file() and os.access(path, os.X_OK)}
    named = set(re.findall(r"scripts/([\w-]+)(?![\w./-]*[/.]\w)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    bad = [f"CONTRIBUTING.md does not name scripts/{name}" for name in sorted(programs - OF_OTHERS - named)]
    bad += [f"CONTRIBUTING.md names scripts/{name}, which is not there" for name in sorted(named - programs)]
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
