"""Reports and an index for failing_calls.py: what lies where, how the programs are run on it."""
import ctypes
import hashlib
import os
import re
import shutil
import struct
import subprocess

LIMIT = 90  # seconds for one run

# A word, and a phrase, which needs tables that a word does not.
QUERY = 'children OR "visit families at home"'


class Shared(ctypes.Structure):
    """The file that failing_calls.c counts in: its struct shared."""
    PLACES = 1 << 16
    _fields_ = [("calls", ctypes.c_long), ("places", ctypes.c_long),
                ("first", ctypes.c_int64 * PLACES), ("seen", ctypes.c_uint64 * PLACES)]

    @classmethod
    def create(cls, path):
        with open(path, "wb") as file:
            file.truncate(ctypes.sizeof(cls))

    @classmethod
    def calls_in(cls, path):
        with open(path, "rb") as file:
            return struct.unpack("l", file.read(8))[0]

    @classmethod
    def first_in(cls, path):
        shared = cls.from_buffer_copy(path.read_bytes())
        return sorted(shared.first[:shared.places])


def undated(answer):
    """Without the moments at which reports were indexed, and what the clock drew."""
    return re.sub(rb'"indexed":"[^"]*"', b'"indexed":""', answer)


class Place:
    """Reports and an index in the states that the scenarios start from, made once."""

    def __init__(self, folder, bindir):
        self.folder, self.bindir = folder, bindir
        self.docs = folder / "docs"
        self.states = {"before": folder / "docs-before", "after": folder / "docs-after"}
        for name, docs in self.states.items():
            docs.mkdir()
            for number in range(4):  # of which most stay
                self.write(docs / f"stays-{number}.txt", f"Report of Stayshire {number}",
                           f"Children are helped early, {number} times out of four.")
            self.write(docs / "changes.txt", "Report of Changeshire",
                       f"Children wait {'long' if name == 'before' else 'less'}.")
        self.write(self.states["before"] / "goes.txt", "Report of Goneshire", "Children go missing.")
        self.write(self.states["after"] / "comes.md", "Report of Newshire", "Children come home.")
        self.template = folder / "template"
        self.make_template()
        self.expected, self.names, self.judged = {}, set(), {}
        for name in ("before", "after"):
            shutil.copytree(self.template, folder / "ix")
            self.index(name)
            self.expected[name] = self.search()
            self.names |= self.listing()
            shutil.rmtree(folder / "ix")
        shutil.copytree(self.template, folder / "ix")
        assert self.run("ofindex", "--rollback")[0] == 0
        self.index("after")
        self.names |= self.listing()
        shutil.rmtree(folder / "ix")
        assert self.expected["before"] != self.expected["after"]
        assert b"visit families" in self.expected["before"]

    @staticmethod
    def write(path, title, sentence):
        path.write_text(f"{title}\n\nInspection of children's social care services\n\n"
                        f"1. {sentence} Leaders know what to do next and do it well.\n\n"
                        f"2. Social workers visit families at home and listen to them.\n")

    def make_template(self):
        """Two generations: the first has one report more."""
        extra = self.states["before"] / "first.txt"
        self.write(extra, "Report of Firstshire", "Children were there first.")
        self.index("before")
        self.first = self.search()
        extra.unlink()
        self.index("before")
        (self.folder / "ix").rename(self.template)

    def listing(self):
        """What lies in the index folder and in TMPDIR, numbers aside."""
        names = [str(p.relative_to(self.folder / "ix")) for p in (self.folder / "ix").rglob("*")]
        names += [f"TMPDIR/{p.name}" for p in self.tmp.iterdir()]
        return {re.sub(r"\d+", "N", name) for name in names}

    def state(self):
        """A hash of all that lies in the index folder and in TMPDIR. The lock holds the number of
        the process that had it last, which no two runs share."""
        state = hashlib.sha256()
        for folder in (self.folder / "ix", self.tmp):
            for path in sorted(folder.rglob("*")):
                folder_or_link = path.is_symlink() or path.is_dir()
                content = b"" if folder_or_link else path.read_bytes()
                if path.name == "lock":
                    content = re.sub(rb"\d+", b"N", content)
                target = os.readlink(path) if path.is_symlink() else ""
                state.update(repr((str(path.relative_to(folder)), path.lstat().st_mode, target,
                                   content)).encode())
        return state.digest()

    @property
    def tmp(self):
        folder = self.folder / "tmp"
        folder.mkdir(exist_ok=True)
        return folder

    def environment(self, faults):
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TMPDIR": str(self.tmp),
                "HOME": str(self.folder), **faults}

    def run(self, program, *arguments, faults=None):
        command = [str(self.bindir / program), "--db", str(self.folder / "ix"), *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, env=self.environment(faults or {}),
                                   start_new_session=True)
        try:
            out, err = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return None, b"", b""
        return process.returncode, out, err

    def put(self, state):
        """The folder of reports as it is before or after; its path."""
        shutil.rmtree(self.docs, ignore_errors=True)
        shutil.copytree(self.states[state], self.docs)
        return str(self.docs)

    def index(self, state):
        status, _, err = self.run("ofindex", "-q", "--jobs", "1", self.put(state))
        assert status == 0, err
        return status

    def search(self):
        status, out, err = self.run("ofsearch", "--format", "jsonl", QUERY)
        return undated(out) if status == 0 else err
