#!/usr/bin/env python3
"""No two types of one name: where a program links both, it takes the one for the other without a word.

Checks every .h and .cc that git knows or would add. A type in a namespace without a name is its file's own.
Prints one line a name that is defined twice; exit status 1 if there is any.
"""
import collections
import re
import subprocess
import sys

OPENS = re.compile(r"namespace ?([\w:]*) ?\{$")
CLOSES = re.compile(r"\}  // namespace\b")
DEFINES = re.compile(r"(?:template .*> )?(?:class|struct|union|enum(?: class)?) (\w+)(?: final)?(?: : [^:].*)? \{")


def types_in(text):
    """The types that `text` defines outside of others, with their namespaces."""
    spaces = []
    for line in text.splitlines():
        if opened := OPENS.match(line):
            spaces.append(opened[1])
        elif CLOSES.match(line) and spaces:
            spaces.pop()
        elif (defined := DEFINES.match(line)) and "" not in spaces:
            yield "::".join([*spaces, defined[1]])


def main():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.h", "*.cc"],
                            capture_output=True, text=True, check=True).stdout.splitlines()
    files = collections.defaultdict(list)
    for path in sorted(set(listed)):
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
        except FileNotFoundError:  # removed, and not yet committed
            continue
        for name in types_in(text):
            files[name].append(path)
    twice = {name: paths for name, paths in files.items() if len(paths) > 1}
    for name, paths in sorted(twice.items()):
        print(f"{name} is defined more than once: {', '.join(paths)}")
    return 1 if twice else 0


if __name__ == "__main__":
    sys.exit(main())
