"""Reports that change, and which of them a query finds, for soak.py."""
import collections
import hashlib
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PICTURE = "eastvale-2026-ilacs.pdf"

# Words that no thesaurus has, and no stemmer changes.
WORDS = [a + b + "ox" for a in ("bram", "cald", "dorn", "felt", "grim", "holt")
         for b in ("ab", "ev", "id")]

Text = collections.namedtuple("Text", "edition words")


class Reports:
    """A folder of reports that change. `state()` says what is in each, by path."""

    def __init__(self, folder, count, chance):
        self.folder, self.chance, self.edition, self.texts = folder, chance, 0, {}
        folder.mkdir()
        for at in range(0, len(WORDS), 6):  # so that there always is a report with each word
            self.write(f"stays-{at}.txt", WORDS[at:at + 6])
        for number in range(count):
            self.write(f"place-{number}.txt", self.chance.sample(WORDS, 6))
        self.picture = self.write_picture()

    def write(self, name, words):
        self.edition += 1
        text = Text(self.edition, tuple(words))
        lines = [f"Report about {name.removesuffix('.txt')}", "",
                 "Inspection of children's social care services", ""]
        for number, at in enumerate(range(0, 6, 2), 1):
            lines += [f"{number}. In edition {text.edition} leaders speak of {text.words[at]} and "
                      f"then of {text.words[at + 1]}, and they know what to do next.", ""]
        (self.folder / name).write_text("\n".join(lines))
        self.texts[name] = text

    def write_picture(self):
        """The report whose pages are drawn, as another edition of itself; its id."""
        content = (ROOT / "corpus" / PICTURE).read_bytes() + f"\n% edition {self.edition}\n".encode()
        (self.folder / PICTURE).write_bytes(content)
        return hashlib.sha256(content).hexdigest()[:16]

    def change(self):
        """A few changes, an addition, and a removal where there are many."""
        names = [name for name in self.texts if name.startswith("place-")]
        for name in [*self.chance.sample(names, 3), f"place-new-{self.edition}.txt"]:
            self.write(name, self.chance.sample(WORDS, 6))
        if len(names) > 30:
            gone = self.chance.choice(names)
            (self.folder / gone).unlink()
            del self.texts[gone]
        self.picture = self.write_picture()

    def state(self):
        return dict(self.texts)


def right_paths(state, query):
    """The reports with a passage that `query` finds: a word, A AND B, A NOT B, or "A and then of B"."""
    words = query.replace('"', "").split()
    first, last, joint = words[0], words[-1], words[1] if len(words) > 1 else ""
    holds = {"": lambda passage: first in passage,
             "AND": lambda passage: first in passage and last in passage,
             "NOT": lambda passage: first in passage and last not in passage,
             "and": lambda passage: (first, last) == passage}[joint]
    return {path for path, text in state.items()
            if any(map(holds, zip(text.words[::2], text.words[1::2])))}


def draw_query(state, chance):
    """One that finds something in `state`, for all that is known."""
    text = state[chance.choice(list(state))]
    at = 2 * chance.randrange(3)
    first, second = text.words[at], text.words[at + 1]
    return chance.choice([first, f"{first} AND {second}", f"{first} NOT {second}",
                          f'"{first} and then of {second}"'])


def complaint(answer, state, query):
    """What is wrong with the answer, for a generation that holds `state`; empty if nothing is."""
    found = {r["report"]["path"]: r["passages"] for r in answer["results"]}
    right = right_paths(state, query)
    if set(found) != right or answer["total"]["reports"] != len(right):
        return f"{query}: {sorted(found)} and not {sorted(right)}"
    for path, passages in found.items():
        for passage in passages:
            if f"edition {state[path].edition} " not in passage["text"]:
                return f"{query}: {path} has a text of another edition: {passage['text']}"
    return ""
