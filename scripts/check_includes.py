#!/usr/bin/env python3
"""Includes point one way: main -> options, run or search -> stages -> common.

Checks every .h and .cc that git knows or would add:
- a quoted include is written from the root and names a file of the project (or one that the build
  makes of it: x.h of x.h.in);
- a directory includes only what MAY_INCLUDE allows (indexer and searcher never each other);
- LAYERS is obeyed: includes of folders point one way, and each folder of the programs has a row there;
- a library from outside is included only where OUTSIDE allows it;
- a .cc includes its own header first; a header begins with a comment that says what it holds, and
  says #pragma once; includes form no circle, neither of files nor of folders;
- a folder of the programs holds at most MOST_UNITS units (a unit: a header, its .cc, or both).
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

MOST_UNITS = 12

# Headers that do not say yet what they hold. No other joins them.
WITHOUT_COMMENT = {
    "searcher/understand/spelling/question_words.h",
    "searcher/understand/times/understanding_published.h",
}

# A folder includes itself and those that are named here. Some folders share a library, so the linker holds less of it.
LAYERS = {
    "common/text": (),
    "common/words": ("common/text",),
    "common/system": ("common/text",),
    "common/files": ("common/text", "common/system"),
    "common/process": ("common/text", "common/system", "common/files"),
    "common/terminal": ("common/text", "common/system"),
    "common/options": ("common/text", "common/system", "common/files", "common/terminal"),
    "common/workers": ("common/text", "common/system", "common/process"),
    "common/report": ("common/text", "common/words", "common/system"),
    "common/dates": ("common/text", "common/report"),
    "common/records": ("common/text", "common/report"),
    "common/field": ("common/text", "common/words", "common/system"),
    "common/field/authorities": ("common/text", "common/words", "common/system", "common/files", "common/options",
                                 "common/report", "common/dates"),
    "common/field/thesaurus": ("common/text", "common/words", "common/system", "common/files", "common/field"),
    "common/field/topics": ("common/text", "common/words", "common/system", "common/field"),
    "common/index": ("common/text", "common/words", "common/system", "common/files", "common/report",
                     "common/records", "common/field/"),
    "fetcher/site": ("common/",),
    "fetcher": ("common/", "fetcher/site"),
    "indexer/readers": ("common/",),
    "indexer/readers/tables": ("common/",),
    "indexer/readers/markup": ("common/", "indexer/readers"),
    "indexer/readers/text": ("common/", "indexer/readers", "indexer/readers/tables", "indexer/readers/markup"),
    "indexer/readers/rtf": ("common/", "indexer/readers", "indexer/readers/text"),
    "indexer/readers/packed": ("common/", "indexer/readers", "indexer/readers/tables", "indexer/readers/text"),
    "indexer/readers/docx": ("common/", "indexer/readers", "indexer/readers/tables", "indexer/readers/text",
                             "indexer/readers/packed"),
    "indexer/readers/html": ("common/", "indexer/readers", "indexer/readers/tables", "indexer/readers/text"),
    "indexer/readers/pdf": ("common/", "indexer/readers", "indexer/readers/tables"),
    "indexer/document/lines": ("common/",),
    "indexer/document/findings": ("common/",),
    "indexer/document": ("common/", "indexer/document/lines"),
    "indexer/metadata/view": ("common/",),
    "indexer/metadata/names": ("common/", "indexer/metadata/view"),
    "indexer/metadata/grades/words": ("common/", "indexer/metadata/view"),
    "indexer/metadata/grades/tables": ("common/", "indexer/metadata/view", "indexer/metadata/grades/words"),
    "indexer/metadata/grades/standing": ("common/", "indexer/metadata/view", "indexer/metadata/grades/words"),
    "indexer/metadata/grades/articles": ("common/", "indexer/metadata/view", "indexer/metadata/grades/words",
                                         "indexer/metadata/grades/tables"),
    "indexer/metadata/grades": ("common/", "indexer/metadata/view", "indexer/metadata/grades/"),
    "indexer/metadata": ("common/", "indexer/metadata/view", "indexer/metadata/names", "indexer/metadata/grades",
                         "indexer/metadata/grades/"),
    "indexer/metadata/corrections": ("common/", "indexer/readers", "indexer/metadata/grades"),
    "indexer/workers": ("common/", "indexer/readers", "indexer/document", "indexer/document/findings",
                        "indexer/metadata", "indexer/metadata/grades"),
    "indexer/write": ("common/",),
    "indexer/generation": ("common/", "indexer/write", "indexer/workers"),
    "indexer": ("common/", "indexer/"),
    "indexer/run": ("common/", "indexer/generation", "indexer/write", "indexer/workers", "indexer/metadata",
                    "indexer/metadata/corrections", "indexer/metadata/grades/standing", "indexer/readers"),
    "searcher/results": ("common/",),
    "searcher/extract": ("common/", "searcher/results"),
    "searcher/query": ("common/", "searcher/results"),
    "searcher/plan/clauses": ("common/",),
    "searcher/plan/direction": ("common/", "searcher/query", "searcher/plan/clauses"),
    "searcher/plan/lookup": ("common/", "searcher/query"),
    "searcher/plan": ("common/", "searcher/results", "searcher/query", "searcher/plan/clauses",
                      "searcher/plan/direction", "searcher/plan/lookup"),
    "searcher/plan/terms": ("common/", "searcher/results", "searcher/query", "searcher/plan", "searcher/plan/clauses",
                            "searcher/plan/direction",
                            "searcher/plan/lookup"),
    "searcher/opened": ("common/", "searcher/results", "searcher/query", "searcher/plan",
                        "searcher/plan/lookup"),
    "searcher/understand/words": ("common/", "searcher/results", "searcher/query"),
    "searcher/understand/times": ("common/", "searcher/understand/words"),
    "searcher/understand/names": ("common/", "searcher/understand/words"),
    "searcher/understand/grades": ("common/", "searcher/understand/words"),
    "searcher/understand/questions": ("common/", "searcher/query", "searcher/understand/words"),
    "searcher/understand": ("common/", "searcher/understand/words", "searcher/understand/times",
                            "searcher/understand/names", "searcher/understand/grades",
                            "searcher/understand/questions"),
    "searcher/understand/spelling": ("common/", "searcher/results", "searcher/query", "searcher/opened",
                                     "searcher/understand/words"),
    "searcher/ranking": ("common/", "searcher/results", "searcher/query", "searcher/plan", "searcher/opened"),
    "searcher/match": ("common/", "searcher/results", "searcher/query", "searcher/understand/spelling",
                       "searcher/plan", "searcher/plan/lookup",
                       "searcher/opened", "searcher/ranking", "searcher/extract"),
    "searcher": ("common/", "searcher/results", "searcher/query", "searcher/understand", "searcher/understand/",
                 "searcher/opened", "searcher/ranking", "searcher/match", "searcher/extract"),
    "searcher/present/workbook": ("common/",),
    "searcher/present/words": ("common/", "searcher/results"),
    "searcher/present": ("common/", "searcher/results", "searcher/extract", "searcher/present/"),
    "searcher/options": ("common/", "searcher/results", "searcher", "searcher/present"),
    "searcher/evidence": ("common/", "searcher/results", "searcher"),
    "searcher/command_line": ("common/", "searcher/results", "searcher", "searcher/extract", "searcher/present",
                              "searcher/present/words", "searcher/evidence", "searcher/options"),
    "searcher/drawing": ("common/",),
    "searcher/web/server": ("common/", "searcher", "searcher/drawing"),
    "searcher/web/parts/frame": ("common/", "searcher/results", "searcher/present", "searcher/present/words",
                                 "searcher/web/server"),
    "searcher/web/parts/query": ("common/", "searcher/results", "searcher/query", "searcher/opened", "searcher",
                                 "searcher/present", "searcher/present/words", "searcher/options",
                                 "searcher/web/server", "searcher/web/parts/frame"),
    "searcher/web/parts": ("common/", "searcher/results", "searcher", "searcher/web/server",
                           "searcher/web/parts/frame", "searcher/web/parts/query"),
    "searcher/web/pages": ("common/", "searcher/results", "searcher", "searcher/present", "searcher/present/words",
                           "searcher/evidence", "searcher/drawing", "searcher/web/server", "searcher/web/parts",
                           "searcher/web/parts/"),
    "searcher/web": ("common/", "searcher/results", "searcher", "searcher/present", "searcher/present/words",
                     "searcher/evidence", "searcher/web/"),
}

# Header -> the files (without their suffix) or directories that may include it.
OUTSIDE = {
    r"xapian\.h": ("common/index/", "common/words/stemmer", "indexer/write/", "indexer/generation/", "indexer/run/",
                   "searcher/query/", "searcher/understand/", "searcher/plan/", "searcher/opened/",
                   "searcher/ranking/", "searcher/match/", "searcher/search", "tests/"),
    r"(zstd|zdict)\.h": ("common/records/record_packer",),
    r"boost/program_options": ("common/options/cli", "common/options/configuration", "fetcher/options", "indexer/options",
                               "searcher/options/options", "searcher/options/option_checks", "searcher/web/options"),
    r"boost/(asio|beast)": ("searcher/web/server/session", "searcher/web/server/server"),
    r"kainjow/": ("searcher/web/parts/frame/template",),
    r"mupdf/": ("indexer/readers/", "searcher/drawing/page_picture", "tests/support/scanned_pdf"),
    r"seccomp\.h": ("common/process/sandbox",),
    r"curl/": ("fetcher/site/http", "fetcher/site/address"),
    r"gumbo\.h": ("fetcher/site/html_tree", "indexer/readers/"),
    r"zlib\.h": ("searcher/present/workbook/packed_text", "tests/unit/searcher/present/workbook/packed_text_test",
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


def folders_of(graph):
    """The same graph with each file's folder in its place."""
    folders = {}
    for path, included in graph.items():
        home = str(Path(path).parent)
        folders.setdefault(home, set()).update(
            other for other in (str(Path(name).parent) for name in included) if other != home)
    return folders


def large_folders(files):
    units = {}
    for file in files:
        if not file.startswith("tests/"):
            units.setdefault(str(Path(file).parent), set()).add(Path(file).name.split(".")[0])
    return [f"{folder}/ holds {len(names)} units; {MOST_UNITS} are enough for one folder"
            for folder, names in sorted(units.items()) if len(names) > MOST_UNITS]


def unknown_folders(files):
    folders = {str(Path(file).parent) for file in files if not file.startswith("tests/")}
    return [f"{folder}/ has no row in LAYERS of scripts/check_includes.py" for folder in sorted(folders - set(LAYERS))]


def check_file(path, files, graph):
    includes = list(includes_of(path))
    own = path[:-3] + ".h" if path.endswith(".cc") else None
    if own in files and (not includes or includes[0][2] != own):
        yield 1, f'its own header "{own}" must be its first include'
    if path.endswith(".h"):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if not re.search(r"^#pragma once$", text, re.MULTILINE):
            yield 1, "a header needs #pragma once"
        if text.startswith("// ") == (path in WITHOUT_COMMENT):
            yield 1, "a header begins with a comment that says what it holds (WITHOUT_COMMENT has those that do not yet)"
    for number, quoted, name in includes:
        if quoted:
            complaint = check_project_include(path, name, files)
            if complaint:
                yield number, complaint
            graph.setdefault(path, set()).add(name)
        elif not allowed_outside(str(Path(path).with_suffix("")), name):
            yield number, f"<{name}> is included only in the files that scripts/check_includes.py names"


def main():
    files, graph, complaints = source_files(), {}, []
    for path in [file for file in files if not file.endswith(".in")]:
        complaints += [f"{path}:{number}: {text}" for number, text in check_file(path, files, graph)]
    headers = {path: names for path, names in graph.items() if path.endswith(".h")}
    programs = {path: names for path, names in graph.items() if not path.startswith("tests/")}
    complaints += [f"circle of includes: {circle}"
                   for circle in circles(headers) + circles(folders_of(programs))]
    complaints += large_folders(files) + unknown_folders(files)
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
