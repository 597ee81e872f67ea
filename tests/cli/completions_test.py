#!/usr/bin/env python3
"""The completions of ofsearch: bash, zsh and fish give the same answers to the same questions. A
shell that is not installed is left out.

usage: completions_test.py BINDIR [unittest arguments]
"""
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

BIN = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ROOT / "searcher" / "completion"
LIMIT = 120  # seconds

GRADES = ["adequate", "good", "inadequate", "outstanding", "requires-improvement", "ri"]

# What is typed behind "ofsearch ", and the words that may stand for its last word.
QUESTIONS = [
    ("--standing-grade ", GRADES),
    ("--standing-grade no", []),
    ("--grade leaders:o", ["leaders:outstanding"]),
    ("--grade=leaders:ina", ["leaders:inadequate"]),
    ("--grade good,ina", ["good,inadequate"]),
    ("--grade lea", ["leaders:"]),
    ("--judgement lea", ["leaders:"]),
    ("--judgement=leaders:in", ["leaders:inadequate"]),
    ("--judgement leaders:", [f"leaders:{grade}" for grade in GRADES]),
    ("--authority nor", ["Northmere"]),
    ("--authority northmere,wr", ["northmere,Wrenshire"]),
    ("--authority region-of:north", ["region-of:Northmere"]),
    ("--authority kind-of:m", ["kind-of:metropolitan"]),
    ("--history north", ["Northmere"]),
    ("--compare nor", ["Northmere"]),
    ("--compare Northmere wr", ["Wrenshire"]),
    ("--compare=Northmere wr", ["Wrenshire"]),
    ("--limit a", ["all"]),
    ("-n a", ["all"]),
    ("--passages ", ["all"]),
    ("--facets year,gr", ["year,grade"]),
    ("--facets al", ["all"]),
    ("--matrix auth", ["authority,"]),
    ("--matrix authority,gr", ["authority,grade"]),
    ("--type ilacs-s", ["ilacs-short", "ilacs-standard"]),
    ("--region ea", ["East-Midlands", "East-of-England"]),
    ("--new-since la", ["last-run"]),
    ("--trend q", ["quarter"]),
    ("--comp", ["--compare"]),
    ("care k", []),
]


def bash_words(line):
    """A line as bash parts it: at spaces, "=" and ":"."""
    words = []
    for word in line.split(" "):
        words += [part for part in re.split(r"([=:])", word) if part] or [""]
    return words


class Completions(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="completions-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.environment = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(cls.folder), "TERM": "xterm",
                           "LC_ALL": "C.UTF-8", "OFSEARCH_DB": str(cls.folder / "index")}
        subprocess.run([BIN / "ofindex", "--quiet", ROOT / "corpus"], env=cls.environment,
                       stdin=subprocess.DEVNULL, timeout=LIMIT, check=True)

    def check(self, shell, answers_of):
        if shutil.which(shell) is None:
            self.skipTest(f"{shell} is not installed")
        for typed, wanted in QUESTIONS:
            with self.subTest(shell=shell, typed=typed):
                found = {re.sub(r"^--[a-z-]+=(?=.)|(?<=[a-z])=$", "", word)
                         for word in answers_of(typed)}
                self.assertEqual(sorted(found), sorted(wanted))

    def run_shell(self, *command):
        done = subprocess.run(command, env=self.environment, cwd=self.folder, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT,
                              check=True)
        return [line for line in done.stdout.splitlines() if line]

    def test_bash(self):
        def answers(typed):
            words = bash_words("ofsearch " + typed)
            current = "" if words[-1] in "=:" else words[-1]
            before = typed.split(" ")[-1]
            before = before[:len(before) - len(current)]
            script = (f"source {FILES}/ofsearch.bash; COMP_WORDS=({shlex.join(words)}); "
                      f"COMP_CWORD={len(words) - 1}; _ofsearch ofsearch {shlex.quote(current)} "
                      f"{shlex.quote(words[-2])}; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
            return [(before + word).replace("\\", "")
                    for word in self.run_shell("bash", "--norc", "-c", script)]
        self.check("bash", answers)

    def test_bash_in_quotes(self):
        """What is offered closes into one word again, also where a name has an apostrophe."""
        if shutil.which("bash") is None:
            self.skipTest("bash is not installed")
        for quote, offered in (("'", "Siobhan O'\\''Connor"), ('"', "Siobhan O'Connor"),
                               ("", "Siobhan\\ O\\'Connor")):
            script = (f"source {FILES}/ofsearch.bash; ofsearch() {{ echo \"Siobhan O'Connor\"; }}; "
                      f"COMP_WORDS=(ofsearch --inspector {shlex.quote(quote + 'Sio')}); COMP_CWORD=2; "
                      "_ofsearch ofsearch Sio --inspector; printf '%s\\n' \"${COMPREPLY[@]}\"")
            self.assertEqual(self.run_shell("bash", "--norc", "-c", script), [offered])
            self.assertEqual(shlex.split(quote + offered + quote), ["Siobhan O'Connor"])

    def test_fish(self):
        def answers(typed):
            script = f"source {FILES}/ofsearch.fish; complete -C 'ofsearch {typed}'"
            return [line.split("\t")[0].replace("\\", "")
                    for line in self.run_shell("fish", "--no-config", "-c", script)]
        self.check("fish", answers)

    def test_zsh(self):
        """One TAB in an interactive shell, whose matches are written down."""
        functions = self.folder / "zsh"
        functions.mkdir()
        shutil.copy(FILES / "ofsearch.zsh", functions / "_ofsearch")
        (self.folder / "rc").write_text(f"""
            fpath=({functions} $fpath); autoload -Uz compinit; compinit -u -D; PS1=; PS2=
            compadd() {{
              if [[ ${{@[1,(i)(-|--)]}} != *-(O|A|D)\\ * ]]; then
                local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >> {self.folder}/hits
              fi
              builtin compadd "$@"
            }}
            press() {{ zle complete-word; print -r -- "$BUFFER" > {self.folder}/buffer; }}
            zle -N press; bindkey '^I' press; : > {self.folder}/ready
            """)

        def wait_for(terminal, name):
            end = time.monotonic() + LIMIT
            while not (self.folder / name).exists() or not (self.folder / name).stat().st_size:
                self.assertLess(time.monotonic(), end, f"zsh wrote no {name}")
                if select.select([terminal], [], [], 0.05)[0]:
                    os.read(terminal, 65536)
                if name == "ready" and (self.folder / name).exists():
                    return

        def answers(typed):
            for name in ("hits", "buffer", "ready"):
                (self.folder / name).unlink(missing_ok=True)
            child, terminal = pty.fork()
            if child == 0:
                os.chdir(self.folder)
                os.execvpe("zsh", ["zsh", "-f", "-i"], self.environment)
            try:
                os.write(terminal, f"source {self.folder}/rc\n".encode())
                wait_for(terminal, "ready")
                time.sleep(0.2)  # until it reads what is typed
                os.write(terminal, f"ofsearch {typed}\t".encode())
                wait_for(terminal, "buffer")
            finally:
                os.close(terminal)
                os.waitpid(child, 0)
            hits = self.folder / "hits"
            return [line for line in hits.read_text().splitlines() if line] if hits.exists() else []
        self.check("zsh", answers)


if __name__ == "__main__":
    unittest.main()
