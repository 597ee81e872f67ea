#!/usr/bin/env python3
"""What the manual and the README show is what the golden cases show.

- Every command under EXAMPLES of searcher/ofsearch-query.7.md begins the cmd of a case.
- Every block ```console of README.md that begins with "$ ofsearch" is a case: its cmd, then its out.
Prints what is not so; exit status 1 if anything is not. With --update the blocks of README.md are
written anew from the cases.
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


README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ (ofsearch .*)\n((?:.*\n)*?)```$", re.M)


def update_readme(known):
    def renewed(match):
        output = known.get(match[1], match[2]).rstrip("\n")
        return f"```console\n$ {match[1]}\n{output}\n```"

    README.write_text(BLOCK.sub(renewed, README.read_text(encoding="utf-8")), encoding="utf-8")


def main():
    known, bad = cases(), []
    if sys.argv[1:] == ["--update"]:
        update_readme(known)
    blocks = BLOCK.findall(README.read_text(encoding="utf-8"))
    for command in manual_examples():
        if not any(cmd.startswith(command) for cmd in known):
            bad.append(f"ofsearch-query.7.md: no case runs: {command}")
    for command, output in blocks:
        if command not in known:
            bad.append(f"README.md: no case runs: {command}")
        elif known[command].rstrip("\n") != output.rstrip("\n"):
            bad.append(f"README.md: the case prints something else now (--update mends it): {command}")
    if not manual_examples() or not blocks:
        bad.append("no examples found")
    print("\n".join(bad), end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
