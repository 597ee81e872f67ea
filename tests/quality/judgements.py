"""What the scripts that score answers share: questions, judgements of reports, and the program."""
import collections
import json
import subprocess
import sys


def rows(path):
    """The rows of a table without its header and comments: lists of at least three fields."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 3 and fields[0] != "id" and not line.startswith("#"):
                yield fields


def questions(path):
    """(id, query, kind): kind is a letter, or "-" in a table that has no kinds."""
    for fields in rows(path):
        yield fields[0], fields[1], fields[2] if len(fields[2]) == 1 else "-"


def grades(paths):
    """By id, the grade of each report by its file name; `paths` of tables, parted by commas."""
    by_id = collections.defaultdict(dict)
    for path in paths.split(","):
        for fields in rows(path):
            by_id[fields[0]][fields[1].split("/")[-1]] = int(fields[2])
    return by_id


def answers(ofsearch, index, query, options):
    """The program's answer in JSON."""
    command = [ofsearch, "--db", index, "--format", "json", "--facets", "none", *options, "--", query]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def files(found):
    """The file names of the reports found, best first."""
    return [hit["report"]["path"].split("/")[-1] for hit in found["results"]]
