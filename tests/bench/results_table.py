#!/usr/bin/env python3
"""results_table.py FIGURES.tsv: the figures that scripts/bench has gathered, as Markdown: one table of
the budgets, and tables of the figures behind them."""
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


# ---- Budgets -------------------------------------------------------------------------------------


def budgets(figures):
    """What, our figure, what it is compared with (None: nothing), the unit, the most allowed."""
    size = figures.sizes()[-1] if figures.sizes() else 0
    build, query = f"build.{{}}.{size}", f"time.{{}}.{size}.facets.{{}}"
    ours = query.format("ofsearch", "p50")
    yield "first index of the reports, to omindex", "reports.ofindex.wall", "reports.omindex.wall", "s", 0.12
    yield "the same, to Recoll", "reports.ofindex.wall", "reports.recoll.wall", "s", 0.3
    yield (f"{size} passages built, to plain Xapian", build.format("ofsearch") + ".wall",
           build.format("xapian") + ".wall", "s", 0.6)
    yield "the same, most memory of all processes", build.format("ofsearch") + ".peak_mb", None, "MB", 500
    yield "index, to its text", build.format("ofsearch") + ".index_mb", f"set.{size}.text_mb", "MB", 3.6
    yield "one warm search with 4 facets, median", ours, None, "ms", 20
    yield "the same, 95 of 100", query.format("ofsearch", "p95"), None, "ms", 80
    yield "the same, median to Lucene's", ours, query.format("lucene", "p50"), "ms", 1
    yield ("1 % of the reports changed: the run, to the first one", "nightly.ofindex.wall",
           build.format("ofsearch") + ".wall", "s", 0.1)
    yield "ofsearch as a process, to quest", "process.ofsearch.p50", "process.quest.p50", "ms", 3
    yield "the same, to omega's CGI", "process.ofsearch.p50", "process.omega.p50", "ms", None


def verdict(value, wanted):
    if value is None or wanted is None:
        return ""
    return "met" if value <= wanted else "NOT MET"


def budget_table(figures):
    rows = []
    for what, our, their, unit, most in budgets(figures):
        value, other = figures.number(our), figures.number(their) if their else None
        if their:
            value = value / other if value is not None and other else None
        rows.append((what, figures.shown(our, unit), figures.shown(their, unit) if their else "",
                     f"{value:.2f}" if their and value is not None else "",
                     f"≤ {most:g}{'' if their else ' ' + unit}" if most else "", verdict(value, most)))
    return table(("budget", "ofsearch", "other", "ratio", "allowed", ""), rows)


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
    names += [("nightly.ofindex", f"{figures.shown('nightly.reports')} of {figures.shown('nightly.all')} reports changed")]
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


def checks(figures):
    rows = [(name.split(".", 1)[1], value) for name, value in figures.values.items() if name.startswith("check.")]
    return table(("searcher, passages", "check"), rows) if rows else ""


def main():
    figures = Figures(sys.argv[1])
    sections = (("Budgets", budget_table), ("Checks", checks), ("Costs of building", costs), ("Queries", latencies))
    for title, make in sections:
        if body := make(figures):
            print(f"## {title}\n\n{body}")


if __name__ == "__main__":
    main()
