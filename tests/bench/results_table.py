#!/usr/bin/env python3
"""results_table.py FIGURES.tsv: the figures that scripts/bench has gathered, as Markdown: one table of
ratios, ours to others', and tables of the figures behind them."""
import re
import sys

ENGINES = {"ofsearch": "ofsearch", "words": "ofsearch, no thesaurus", "xapian": "plain Xapian",
           "lucene": "Lucene 4.10", "fts5": "SQLite FTS5"}
CELLS = {"plain": "no facets", "facets": "4 facets", "grade": "4 facets, one grade",
         "multi": "4 facets, two grades"}


class Figures:
    """What was written last under each name; a value that is no number says why there is none."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.values = dict(line.rstrip("\n").split("\t", 1) for line in lines)

    def number(self, name):
        try:
            return float(self.values[name])
        except (KeyError, ValueError):
            return None

    def shown(self, name, unit=""):
        number = self.number(name)
        if number is None:
            return self.values.get(name, "not measured")
        return f"{brief(number)}{' ' + unit if unit else ''}"

    def sizes(self):
        """Numbers of passages at which our index was built, smallest first."""
        found = (re.fullmatch(r"build\.ofsearch\.(\d+)\.wall", name) for name in self.values)
        return sorted(int(match[1]) for match in found if match)


def brief(number):
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]) + "\n"


# ---- Ratios --------------------------------------------------------------------------------------


def ratio_rows(figures):
    """Goal, what, our figure, the other's, the unit, the ratio wanted at most (None: no goal)."""
    largest = figures.sizes()[-1] if figures.sizes() else 0
    smallest = figures.sizes()[0] if figures.sizes() else 0
    built, timed = "build.{}." + str(largest), "time.{}." + str(largest) + ".{}.p50"
    ours = {cell: timed.format("ofsearch", cell) for cell in CELLS}
    yield 1, "first index of the reports, to omindex", "reports.ofindex.wall", "reports.omindex.wall", "s", 0.2
    yield 1, "the same, to Recoll", "reports.ofindex.wall", "reports.recoll.wall", "s", None
    yield 2, "text to an index, two cores, to plain Xapian", "text.ofsearch2.wall", "text.xapian.wall", "s", 1 / 3
    yield 2, "text to an index, one core, to plain Xapian", "text.ofsearch1.wall", "text.xapian.wall", "s", 1 / 1.6
    for engine, wanted in (("lucene", 1), ("xapian", None), ("fts5", None)):
        yield (2, f"{largest} passages built, to {ENGINES[engine]}", built.format("ofsearch") + ".wall",
               built.format(engine) + ".wall", "s", wanted)
    yield 3, "4 facets, to the same without", ours["facets"], ours["plain"], "ms", 2.4
    for engine in ("words", "lucene", "xapian", "fts5"):
        yield (3, f"the same of {ENGINES[engine]}", timed.format(engine, "facets"), timed.format(engine, "plain"),
               "ms", None)
    for engine, wanted in (("lucene", 1), ("xapian", None), ("fts5", None)):
        yield 3, f"4 facets, to {ENGINES[engine]}", ours["facets"], timed.format(engine, "facets"), "ms", wanted
        yield 3, f"no facets, to {ENGINES[engine]}", ours["plain"], timed.format(engine, "plain"), "ms", None
    yield 3, "one grade, to 4 facets alone", ours["grade"], ours["facets"], "ms", 1
    yield 3, "two grades, to 4 facets alone", ours["multi"], ours["facets"], "ms", 1
    for cell, what in (("grade", "one grade"), ("multi", "two grades")):
        yield 3, f"{what}, to {ENGINES['lucene']}", ours[cell], timed.format("lucene", cell), "ms", 1
    yield 4, "whole process, to omega's CGI", "process.ofsearch.p50", "process.omega.p50", "ms", 1
    yield 4, "whole process, to quest", "process.ofsearch.p50", "process.quest.p50", "ms", 3
    yield 5, "index, to its text", built.format("ofsearch") + ".index_mb", f"set.{largest}.text_mb", "MB", 2.5
    if largest != smallest:
        yield (7, f"time a passage at {largest}, to {smallest}", f"growth.{largest}.us_per_passage",
               f"growth.{smallest}.us_per_passage", "µs", 1.2)


def limit_rows(figures):
    """Goals that are no ratio: what, figure, unit, most."""
    yield 1, "run with nothing to do", "reports.ofindex-again.wall", "s", 0.25
    yield 1, "peak memory, the reports", "reports.ofindex.peak_mb", "MB", 300
    for size in figures.sizes():
        yield 1, f"peak memory, {size} passages", f"build.ofsearch.{size}.peak_mb", "MB", 300


def verdict(value, wanted):
    if value is None or wanted is None:
        return ""
    return "met" if value <= wanted else "NOT MET"


def ratios(figures):
    rows = []
    for goal, what, our, their, unit, wanted in ratio_rows(figures):
        a, b = figures.number(our), figures.number(their)
        ratio = a / b if a is not None and b else None
        rows.append((goal, what, figures.shown(our, unit), figures.shown(their, unit),
                     f"{ratio:.2f}" if ratio is not None else "-",
                     f"≤ {wanted:.2f}" if wanted else "", verdict(ratio, wanted)))
    for goal, what, name, unit, most in limit_rows(figures):
        value = figures.number(name)
        rows.append((goal, what, figures.shown(name, unit), "", "", f"≤ {most:g} {unit}", verdict(value, most)))
    return table(("goal", "what", "ofsearch", "other", "ratio", "wanted", ""), sorted(rows, key=lambda row: row[0]))


# ---- The figures behind --------------------------------------------------------------------------


def cost_table(figures, names):
    columns = {"wall": "s", "cpu": "s", "peak_mb": "MB", "largest_mb": "MB", "index_mb": "MB", "load": ""}
    rows = [(shown, *(figures.shown(f"{name}.{column}", unit) for column, unit in columns.items()))
            for name, shown in names if f"{name}.wall" in figures.values]
    head = ("", "wall", "CPU", "peak memory", "largest process", "index", "load before")
    return table(head, rows) if rows else ""


def costs(figures):
    names = [("reports.ofindex", "reports: ofindex"), ("reports.omindex", "reports: omindex"),
             ("reports.recoll", "reports: Recoll"), ("reports.ofindex-again", "nothing to do: ofindex"),
             ("reports.omindex-again", "nothing to do: omindex"), ("reports.recoll-again", "nothing to do: Recoll")]
    text = figures.shown("text.text_mb", "MB of text")
    names += [("text.ofsearch1", f"{text}: ofindex --jobs 1"), ("text.ofsearch2", f"{text}: ofindex --jobs 2")]
    names += [(f"text.{engine}", f"{text}: {ENGINES[engine]}") for engine in ("xapian", "lucene", "fts5")]
    for size in figures.sizes():
        names += [(f"build.{engine}.{size}", f"{size} passages: {shown}") for engine, shown in ENGINES.items()]
    return cost_table(figures, names)


def latencies(figures):
    rows = []
    for size in figures.sizes():
        for engine, shown in ENGINES.items():
            for cell, what in CELLS.items():
                name = f"time.{engine}.{size}.{cell}"
                if f"{name}.p50" in figures.values:
                    parts = [figures.shown(f"{name}.{column}") for column in ("p50", "p95", "p99", "matches")]
                    rows.append((size, shown, what, *parts))
    head = ("passages", "engine", "top 10 with", "p50 ms", "p95 ms", "p99 ms", "matches")
    return table(head, rows) if rows else ""


def growth(figures):
    rows = [(size, *(figures.shown(f"growth.{size}.{column}") for column in
                     ("us_per_passage", "peak_mb", "index_per_text", "p50", "p95", "facets_p50", "facets_p95")))
            for size in figures.sizes() if f"growth.{size}.us_per_passage" in figures.values]
    head = ("passages", "µs a passage", "peak MB", "index to text", "p50 ms", "p95 ms", "4 facets p50", "p95")
    return table(head, rows) if rows else ""


def index_parts(figures):
    found = sorted(((float(value), name.split(".", 2)[1], name.split(".", 2)[2])
                    for name, value in figures.values.items() if name.startswith("share.")), reverse=True)
    rows = [(shard, part, f"{100 * share:.1f} %") for share, shard, part in found]
    return table(("shard", "table", "of the text"), rows) if rows else ""


def checks(figures):
    rows = [(name.split(".", 1)[1], value) for name, value in figures.values.items() if name.startswith("check.")]
    return table(("searcher, passages", "check"), rows) if rows else ""


def main():
    figures = Figures(sys.argv[1])
    sections = (("Ratios", ratios), ("Checks", checks), ("Costs of building", costs), ("Queries", latencies),
                ("Growth", growth), ("Parts of the index", index_parts))
    for title, make in sections:
        if body := make(figures):
            print(f"## {title}\n\n{body}")


if __name__ == "__main__":
    main()
