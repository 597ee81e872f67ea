#!/usr/bin/env python3
"""The programs are built so that a flaw in them is hard to use.

    check_hardening.py BINDIR

Each is placed at random (PIE), binds its symbols at the start and then writes no table of them
(-z now, -z relro), has no stack that runs as code, and looks at its stack on the way out of
functions. Prints what is not so; exit status 1 if anything is not.
"""
import pathlib
import subprocess
import sys

PROGRAMS = ["offetch", "ofindex", "ofsearch", "ofserve"]
WANTED = {
    "is placed at random": lambda text: "Type:" in text and "DYN (" in text,
    "binds at the start": lambda text: "BIND_NOW" in text or "Flags: NOW" in text,
    "has tables that are read only": lambda text: "GNU_RELRO" in text,
    "has a stack without code": lambda text: not any(
        "GNU_STACK" in line and "RWE" in line for line in text.splitlines()),
    "guards its stack": lambda text: "__stack_chk_fail" in text,
}


def main():
    faults = []
    for program in PROGRAMS:
        path = pathlib.Path(sys.argv[1]) / program
        text = subprocess.run(["readelf", "--wide", "-h", "-d", "-l", "--dyn-syms", path], check=True,
                              capture_output=True, text=True).stdout
        faults += [f"not so: {program} {what}" for what, holds in WANTED.items() if not holds(text)]
    print("\n".join(faults) or f"{len(PROGRAMS)} programs are as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
