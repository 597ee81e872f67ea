#!/usr/bin/env python3
"""Includes point one way: main -> options, pipeline or search -> stages -> common.

Checks every .h and .cc that git knows or would add:
- a quoted include is written from the root and names a file of the project (or one that the build
  makes of it: x.h of x.h.in);
- a directory includes only what MAY_INCLUDE allows (indexer and searcher never each other);
- LAYERS is obeyed: includes of folders point one way;
- a library from outside is included only where OUTSIDE allows it;
- a .cc includes its own header first, a header says #pragma once, and no includes form a circle.
Prints one line a violation; exit status 1 if there is any.
"""
import re
import subprocess
import sys
from pathlib import PurePosixPath as Path

MAY_INCLUDE = {
    "common": {"common"},
    "fetcher": {"common", "fetcher"},
    "indexer": {"common", "indexer"},
    "searcher": {"common", "searcher"},
    "tests": {"common", "fetcher", "indexer", "searcher", "tests"},
}

# A folder includes itself and those that are named here; the linker holds the same layers.
LAYERS = {
    "common/text": (),
    "common/system": ("common/text",),
    "common/workers": ("common/text", "common/system"),
    "common/report": ("common/text", "common/system"),
    "common/field": ("common/text", "common/system", "common/report"),
    "common/index": ("common/text", "common/system", "common/report", "common/field"),
    "fetcher/site": ("common/text", "common/system", "common/report", "common/field"),
    "fetcher": ("fetcher/site", "common/text", "common/system", "common/report", "common/field"),
    "indexer/readers": ("common/",),
    "indexer/readers/packed": ("common/", "indexer/readers"),
    "indexer/readers/docx": ("common/", "indexer/readers", "indexer/readers/packed"),
    "indexer/readers/html": ("common/", "indexer/readers"),
    "indexer/readers/pdf": ("common/", "indexer/readers"),
    "indexer/document": ("common/",),
    "indexer/metadata/view": ("common/",),
    "indexer/metadata/names": ("common/", "indexer/metadata/view"),
    "indexer/metadata/grades": ("common/", "indexer/metadata/view"),
    "indexer/metadata": ("common/", "indexer/readers", "indexer/metadata/"),
    "indexer/workers": ("common/", "indexer/readers", "indexer/document", "indexer/metadata",
                        "indexer/metadata/grades"),
    "indexer/generation": ("common/", "indexer/write", "indexer/workers"),
    "indexer/run": ("common/", "indexer/generation", "indexer/write", "indexer/workers", "indexer/metadata",
                    "indexer/metadata/grades", "indexer/readers"),
    "searcher/query": ("common/", "searcher"),
    "searcher/understand": ("common/", "searcher", "searcher/query", "searcher/opened"),
    "searcher/plan": ("common/", "searcher", "searcher/query"),
    "searcher/opened": ("common/", "searcher", "searcher/query", "searcher/plan"),
    "searcher/ranking": ("common/", "searcher", "searcher/query", "searcher/plan", "searcher/opened"),
    "searcher/match": ("common/", "searcher", "searcher/query", "searcher/understand", "searcher/plan",
                       "searcher/opened", "searcher/ranking", "searcher/present"),
    "searcher/present": ("common/", "searcher"),
    "searcher/drawing": ("common/",),
    "searcher/web/server": ("common/", "searcher", "searcher/drawing"),
    "searcher/web/parts": ("common/", "searcher", "searcher/query", "searcher/present", "searcher/opened",
                           "searcher/evidence", "searcher/web/server"),
    "searcher/web/pages": ("common/", "searcher", "searcher/present", "searcher/opened", "searcher/evidence",
                           "searcher/drawing", "searcher/web/server", "searcher/web/parts"),
    "searcher/web": ("searcher/web/", "common/", "searcher", "searcher/present", "searcher/opened", "searcher/evidence",
                     "searcher/drawing"),
    "searcher/evidence": ("common/", "searcher"),
    "searcher/command_line": ("common/", "searcher", "searcher/present", "searcher/evidence"),
}

# Header -> the files (without their suffix) or directories that may include it.
OUTSIDE = {
    r"xapian\.h": ("common/index/", "common/text/stemmer", "indexer/write/", "indexer/generation/", "indexer/run/",
                   "searcher/query/", "searcher/understand/", "searcher/plan/", "searcher/opened/",
                   "searcher/ranking/", "searcher/match/", "searcher/search", "tests/"),
    r"(zstd|zdict)\.h": ("common/report/record_packer",),
    r"boost/program_options": ("common/system/cli", "common/system/configuration", "fetcher/options", "indexer/options",
                               "searcher/options", "searcher/option_checks", "searcher/web/options"),
    r"boost/(asio|beast)": ("searcher/web/server/session", "searcher/web/server/server"),
    r"kainjow/": ("searcher/web/parts/template",),
    r"mupdf/": ("indexer/readers/", "searcher/drawing/page_picture", "tests/support/scanned_pdf"),
    r"seccomp\.h": ("common/system/sandbox",),
    r"curl/": ("fetcher/site/http", "fetcher/site/address"),
    r"gumbo\.h": ("fetcher/site/html_tree", "indexer/readers/"),
    r"zlib\.h": ("searcher/present/packed_text", "tests/unit/searcher/present/packed_text_test",
                 "searcher/web/server/compression", "tests/unit/searcher/web/server/compression_test"),
    r"zip\.h": ("indexer/readers/", "tests/support/"),
    r"pugixml\.hpp": ("indexer/readers/",),
    r"catch2/": ("tests/support/",),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def source_files():
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", 
               "*.h", "*.h.in", "*.cc"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return sorted(set(listed.split("\n")) - {""})


def includes_of(path):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            match = INCLUDE.match(line)
            if match:
                yield number, match[1] == '"', match[2]


def allowed_outside(stem, name):
    for pattern, places in OUTSIDE.items():
        if re.match(pattern, name):
            return any(stem.startswith(p) if p.endswith("/") else stem == p for p in places)
    return True


def check_project_include(path, name, files):
    if name not in files and name + ".in" not in files:
        return f'"{name}" is no file of the project, as written from the root'
    here, there = Path(path), Path(name)
    if here.parts[0] in MAY_INCLUDE and there.parts[0] not in MAY_INCLUDE[here.parts[0]]:
        return f"{here.parts[0]}/ must not include {there.parts[0]}/ ({name})"
    home, other = str(here.parent), str(there.parent)
    if home in LAYERS and other != home and not any(
            other == layer or (layer.endswith("/") and other.startswith(layer))
            for layer in LAYERS[home]):
        return f"{home}/ lies below {other}/, so must not include it"
    return None


def circles(graph):
    """Includes that lead back to a file still open in a depth-first walk."""
    done, found = set(), []

    def walk(file, trail):
        if file in trail:
            found.append(" -> ".join(trail[trail.index(file):] + [file]))
        elif file not in done:
            for included in sorted(graph.get(file, ())):
                walk(included, trail + [file])
            done.add(file)

    for file in sorted(graph):
        walk(file, [])
    return found


def check_file(path, files, graph):
    includes = list(includes_of(path))
    own = path[:-3] + ".h" if path.endswith(".cc") else None
    if own in files and (not includes or includes[0][2] != own):
        yield 1, f'its own header "{own}" must be its first include'
    if path.endswith(".h"):
        with open(path, encoding="utf-8") as file:
            if not re.search(r"^#pragma once$", file.read(), re.MULTILINE):
                yield 1, "a header needs #pragma once"
    for number, quoted, name in includes:
        if quoted:
            complaint = check_project_include(path, name, files)
            if complaint:
                yield number, complaint
            elif path.endswith(".h"):
                graph.setdefault(path, set()).add(name)
        elif not allowed_outside(str(Path(path).with_suffix("")), name):
            yield number, f"<{name}> is included only in the files that scripts/check_includes.py names"


def main():
    files, graph, complaints = source_files(), {}, []
    for path in [file for file in files if not file.endswith(".in")]:
        complaints += [f"{path}:{number}: {text}" for number, text in check_file(path, files, graph)]
    complaints += [f"circle of includes: {circle}" for circle in circles(graph)]
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
