#!/usr/bin/env python3
"""What the manual and the README show is what the golden cases show.

- Every command under EXAMPLES of searcher/ofsearch-query.7.md begins the cmd of a case.
- Every block ```console of README.md that begins with "$ ofsearch" is a case: its cmd, then its out.
Prints what is not so; exit status 1 if anything is not.
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def cases():
    return {(path.parent / "cmd").read_text(encoding="utf-8").strip():
            (path.parent / "out").read_text(encoding="utf-8") for path in HERE.glob("*/out")}


def manual_examples():
    text = (ROOT / "searcher/ofsearch-query.7.md").read_text(encoding="utf-8")
    return re.findall(r"^ {4}(ofsearch .*)$", text.split("# EXAMPLES")[1], re.M)


def readme_blocks():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```console\n\$ (ofsearch .*)\n((?:.*\n)*?)```$", text, re.M)


def main():
    known, bad = cases(), []
    for command in manual_examples():
        if not any(cmd.startswith(command) for cmd in known):
            bad.append(f"ofsearch-query.7.md: no case runs: {command}")
    for command, output in readme_blocks():
        if command not in known:
            bad.append(f"README.md: no case runs: {command}")
        elif known[command].rstrip("\n") != output.rstrip("\n"):
            bad.append(f"README.md: the output of the case is another now: {command}")
    if not manual_examples() or not readme_blocks():
        bad.append("no examples found")
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
