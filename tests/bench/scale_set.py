#!/usr/bin/env python3
"""Draws a large set of reports for the benchmarks: the sentences of given reports, recombined.

    ofindex --inspect --passages --format jsonl REPORTS... > sentences.jsonl
    scale_set.py --from sentences.jsonl --passages 100000 --seed 1 OUT

--from takes what `ofindex --inspect --passages --format jsonl` prints ("-": standard input). Equal
arguments give equal sets. Written are

    OUT/reports/*.txt    reports in the form of real ones, for ofindex
    OUT/passages.jsonl   the same passages one a line, for other engines: id, report, authority,
                         year, visit_type, grade (as the facets of ofsearch print them), text

ofindex takes every report apart into just these passages and facets; the test "the scale set is
read as it was drawn" holds it to that. Each report opens with one passage that says what and when
was inspected, and the judgements; the others are numbered paragraphs of 60 to 200 words.

Authorities are drawn from common/data/authorities.tsv, of those that existed at the time; kinds of
inspection, years and grades with about the frequencies of the real ones.
"""
import argparse
import bisect
import calendar
import csv
import datetime
import itertools
import json
import pathlib
import random
import re
import sys

AUTHORITIES = pathlib.Path(__file__).parents[2] / "common/data/authorities.tsv"

FEWEST, MOST = 20, 110  # passages of a report
SHORTEST, LONGEST = 60, 200  # words of a numbered passage
LONGEST_BYTES = 1450  # ofindex divides paragraphs of more than 1500

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
IN_CARE = "The experiences and progress of children in care"
CARE_LEAVERS = "The experiences and progress of care leavers"
BOTH = "The experiences and progress of children in care and care leavers"
OVERALL = "Overall effectiveness"
ILACS_2018 = (LEADERS, HELP, BOTH, OVERALL)
ILACS_2023 = (LEADERS, HELP, IN_CARE, CARE_LEAVERS, OVERALL)
ILACS_TITLE = "Inspection of {} local authority children’s services"
PRINTED = {"requires improvement": "Requires improvement to be good"}


class Kind:
    """One kind of inspection: how often, when, how long, with which grades, and how it is written."""

    def __init__(self, weight, years, days, grades, title, opening=None, rows=()):
        self.weight, self.days = weight, days
        self.title, self.opening, self.rows = title, opening, rows
        self.years = Draw(years)
        self.grades = Draw(grades)


class Draw:
    """Draws the keys of a table as often as its weights say."""

    def __init__(self, weights):
        self.values = list(weights)
        self.sums = list(itertools.accumulate(weights.values()))

    def __call__(self, rng):
        return self.values[bisect.bisect(self.sums, rng.random() * self.sums[-1])]


def years(first, *weights):
    return {first + i: weight for i, weight in enumerate(weights)}


NO_GRADE = {"none": 1}
VISIT = ("This letter summarises the findings of a {visit} to {name} children’s services that took "
         "place on {dates}. {inspector} and others of Ofsted spoke to social workers, carers and children, and read case "
         "records.")
KINDS = {
    "ilacs-standard": Kind(
        22, years(2018, 16, 25, 4, 6, 28, 30, 28, 26), 12,
        {"outstanding": 9, "good": 40, "requires improvement": 34, "inadequate": 17}, ILACS_TITLE,
        rows={2018: ILACS_2018, 2023: ILACS_2023}),
    "ilacs-short": Kind(
        14, years(2018, 10, 18, 3, 5, 20, 22, 22, 20), 5,
        {"outstanding": 38, "good": 50, "requires improvement": 12}, ILACS_TITLE,
        rows={2018: ILACS_2018, 2023: ILACS_2023}),
    "sif": Kind(
        22, years(2013, 4, 34, 36, 38, 34), 24,
        {"outstanding": 2, "good": 32, "requires improvement": 44, "inadequate": 22},
        "{}\n\nInspection of services for children in need of help and protection, children looked "
        "after and care leavers",
        rows={2013: ("Children who need help and protection",
                     "Children looked after and achieving permanence",
                     "Leadership, management and governance", OVERALL)}),
    "focused-visit": Kind(
        18, years(2018, 30, 34, 12, 34, 30, 30, 28, 26, 12), 2, NO_GRADE,
        "Focused visit to {} children’s services", opening=VISIT),
    "monitoring-visit": Kind(
        14, years(2016, 14, 22, 24, 24, 8, 18, 20, 18, 16, 12, 6), 2, NO_GRADE,
        "Monitoring visit to {} children’s services", opening=VISIT),
    "jtai": Kind(5, years(2016, 8, 8, 8, 8, 2, 4, 6, 8, 8, 6), 5, NO_GRADE,
                 "Joint targeted area inspection of {}"),
    "area-send": Kind(6, years(2023, 20, 24, 24, 10), 5, NO_GRADE,
                      "Area SEND inspection of {} Local Area Partnership"),
    "child-protection": Kind(
        3, years(2012, 20, 12), 10, {"good": 24, "adequate": 52, "inadequate": 24},
        "Inspection of {} local authority arrangements for the protection of children",
        rows={2012: (OVERALL, "The effectiveness of the help and protection provided to children, "
                              "young people, families and carers", "The quality of practice",
                     "Leadership and governance")}),
}

SECTIONS = ("What is working well", HELP, IN_CARE, CARE_LEAVERS, LEADERS)
FIRST_NAMES = ("Anna", "Colin", "Denise", "Farah", "Graham", "Ioan", "Kemi", "Maureen", "Peter", "Ruth")
LAST_NAMES = ("Allbright", "Bexton", "Carrow", "Dunmere", "Eversley", "Fallow", "Garston", "Hythe")


# ---- Sentences -----------------------------------------------------------------------------------

# What would change a report's facets, or where its passages begin and end, wherever it stood.
UNWANTED_STARTS = re.compile(
    r"(?i)this letter|dear |inspection date|the office for standards|ofsted (regulates|inspects|produces)"
    r"|if you would like a copy|you may (reuse|copy)|this (publication|document|report) (is|may be) "
    r"|crown|store street|piccadilly|care inspections|the care quality commission \(cqc\) is the"
    r"|the local authority was given the opportunity|all inspection judgements|any complaints")
UNWANTED = re.compile(r"[\t\n\r\f©@•▪■●|*_`#]|https?:|www\.|Crown copyright")
JUDGED = re.compile(r"(?i)judge?ment|hildren[’']s services|board|lscb|overall effectiveness|quality of practice")
GRADE = re.compile(r"(?i)inadequate|improvement|outstanding|good|adequate")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")


def usable(sentence):
    if not 6 <= sentence.count(" ") + 1 <= 60 or not sentence[0].isupper() or sentence[-1] != ".":
        return False
    if UNWANTED.search(sentence) or UNWANTED_STARTS.match(sentence):
        return False
    return not (JUDGED.search(sentence) and GRADE.search(sentence))


def read_sentences(lines):
    """(words, bytes, text) of each sentence, each wording once, in the order of the reports."""
    texts = {}
    for line in lines:
        for passage in json.loads(line).get("passage_list") or ():
            for sentence in SENTENCE_END.split(passage["text"]):
                if sentence and usable(sentence):
                    texts.setdefault(sentence)
    return [(s.count(" ") + 1, len(s.encode()), s) for s in texts]


def draw_passage(rng, sentences):
    wanted = rng.randint(SHORTEST, LONGEST - 20)
    words = size = 0
    parts = []
    while words < wanted:
        more_words, more_bytes, text = sentences[int(rng.random() * len(sentences))]
        if words + more_words > LONGEST or size + more_bytes > LONGEST_BYTES:
            if words >= SHORTEST:
                break
            words = size = 0
            parts.clear()
            continue
        parts.append(text)
        words += more_words
        size += more_bytes + 1
    return " ".join(parts)


# ---- Authorities ---------------------------------------------------------------------------------


class Authorities:
    """Those of the table, the larger ones drawn oftener, each within its time."""

    def __init__(self, rng):
        with open(AUTHORITIES, encoding="utf-8") as file:
            rows = csv.DictReader((line for line in file if line.strip() and line[0] != "#"),
                                  delimiter="\t", quoting=csv.QUOTE_NONE)
            self.rows = [(row["name"], row["from"] or "", row["to"] or "") for row in rows]
        rng.shuffle(self.rows)
        self.draw = Draw({row: 1 / (rank + 20) for rank, row in enumerate(self.rows)})

    def __call__(self, rng, start, end):
        while True:
            name, first, last = self.draw(rng)
            if first <= start.isoformat() and (not last or end.isoformat() <= last):
                return name


# ---- Reports -------------------------------------------------------------------------------------


def draw_dates(rng, kind, year):
    """First and last day on site: from a Monday within the year's first ten months."""
    start = datetime.date(year, rng.randint(1, 10), rng.randint(1, 28))
    if kind is KINDS["sif"] and year == 2013:
        start = datetime.date(year, rng.randint(10, 11), rng.randint(1, 28))  # the framework's first
    start -= datetime.timedelta(days=start.weekday())
    if start.year < year:
        start += datetime.timedelta(days=7)
    return start, start + datetime.timedelta(days=kind.days - 1)


def written(day, with_year=True):
    text = f"{day.day} {calendar.month_name[day.month]}"
    return f"{text} {day.year}" if with_year else text


def written_span(start, end):
    if (end - start).days == 1 and start.month == end.month:
        return f"{start.day} and {written(end)}"
    if start.month == end.month:
        return f"{start.day} to {written(end)}"
    return f"{written(start, False)} to {written(end)}"


def judgement_rows(rng, kind, year, grade):
    rows = kind.rows[max(first for first in kind.rows if first <= year)]
    return [f"{row}\t{printed(grade if row == OVERALL else kind.grades(rng))}" for row in rows]


def printed(grade):
    return PRINTED.get(grade, grade.capitalize())


class Report:
    def __init__(self, rng, number, authorities, draw_kind):
        self.name = f"r{number:06d}.txt"
        self.visit_type = draw_kind(rng)
        self.kind = KINDS[self.visit_type]
        self.year = self.kind.years(rng)
        self.start, self.end = draw_dates(rng, self.kind, self.year)
        self.authority = authorities(rng, self.start, self.end)
        self.grade = self.kind.grades(rng)
        self.title = self.kind.title.format(self.authority)
        self.opening = self._draw_opening(rng)

    def _draw_opening(self, rng):
        """The paragraphs under the title, which ofindex takes as one passage."""
        dates = written_span(self.start, self.end)
        inspector = f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"
        if self.kind.opening:
            visit = self.visit_type.replace("-", " ")
            return [self.kind.opening.format(visit=visit, name=self.authority, dates=dates, inspector=inspector)]
        lines = [f"Inspection dates: {dates}", f"Lead inspector: {inspector} HMI"]
        if self.kind.rows:
            rows = judgement_rows(rng, self.kind, self.year, self.grade)
            lines.append("\n".join(["Judgement\tGrade"] + rows))
        return lines

    def opening_text(self):
        text = " ".join(self.opening[:2])
        return "\n".join([text] + self.opening[2:])

    def text(self, passages):
        parts = [self.title] + self.opening
        for i, passage in enumerate(passages):
            section, rest = divmod(i * len(SECTIONS), len(passages))
            if rest < len(SECTIONS):
                parts.append(SECTIONS[section])
            parts.append(f"{i + 1}. {passage}")
        return "\n\n".join(parts) + "\n"

    def rows(self, passages):
        facets = json.dumps({"report": self.name, "authority": self.authority, "year": str(self.year),
                             "visit_type": self.visit_type, "grade": self.grade},
                            ensure_ascii=False)[1:-1]
        for n, text in enumerate([self.opening_text()] + passages, 1):
            quoted = json.dumps(text, ensure_ascii=False)
            yield f'{{"id": "{self.name[:-4]}-{n:03d}", {facets}, "text": {quoted}}}\n'


def report_sizes(rng, passages):
    """Passages of each report, the opening counted."""
    while passages > 0:
        size = rng.randint(FEWEST, MOST)
        if passages - size < FEWEST:
            size = passages
        yield size
        passages -= size


def write_set(rng, sentences, passages, out):
    reports = out / "reports"
    reports.mkdir(parents=True)
    authorities = Authorities(rng)
    draw_kind = Draw({name: kind.weight for name, kind in KINDS.items()})
    count = size = 0
    with open(out / "passages.jsonl", "w", encoding="utf-8", buffering=1 << 20) as rows:
        for count, length in enumerate(report_sizes(rng, passages), 1):
            report = Report(rng, count, authorities, draw_kind)
            texts = [draw_passage(rng, sentences) for _ in range(length - 1)]
            (reports / report.name).write_text(report.text(texts), encoding="utf-8")
            rows.writelines(report.rows(texts))
            size += sum(len(text.encode()) for text in texts) + len(report.opening_text().encode())
    return count, size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="source", required=True, help="passages as ofindex --inspect prints them")
    parser.add_argument("--passages", type=int, required=True, help="how many to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("out", type=pathlib.Path, help="folder to make")
    options = parser.parse_args()
    if options.out.exists():
        sys.exit(f"{options.out} is there already; remove it or name another folder")
    with open(0 if options.source == "-" else options.source, encoding="utf-8") as lines:
        sentences = read_sentences(lines)
    if len(sentences) < 50:
        sys.exit(f"{options.source}: {len(sentences)} usable sentences are too few; give more reports")
    count, size = write_set(random.Random(options.seed), sentences, options.passages, options.out)
    print(f"{options.passages} passages, {count} reports, {size / 1e6:.1f} MB of text, "
          f"from {len(sentences)} sentences")


if __name__ == "__main__":
    main()
