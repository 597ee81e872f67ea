"""One run of ofindex after another: a folder with a few reports, an index, and the programs."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent
BINDIR = pathlib.Path(os.environ.get("BINDIR", ROOT / "build/dev/bin")).resolve()
NOBODY = 65534
REPORTS = ["eastvale-2021-focused-visit.txt", "marlgate-2013-looked-after.md",
           "northmere-2022-ilacs.pdf", "northmere-2023-monitoring-visit.docx",
           "pellworth-2023-ilacs.html", "wrenshire-2015-sif.pdf"]
LETTER = "eastvale-2021-focused-visit.txt"
QUERIES = ["children", "social workers", '"child protection"', "care leavers", ""]


class Run(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ofsearch-runs-"))
        self.folder.chmod(0o755)
        self.reports = self.folder / "reports"
        self.reports.mkdir()
        for name in REPORTS:
            shutil.copyfile(ROOT / "corpus" / name, self.reports / name)
        self.index = self.folder / "index"

    def tearDown(self):
        subprocess.run(["chmod", "-R", "u+rwx", self.folder], check=True)
        shutil.rmtree(self.folder)

    def program_for(self, program, user):
        """The program where `user` may run it: the build may lie in a folder closed to others."""
        if user is None:
            return BINDIR / program
        copy = self.folder / program
        if not copy.exists():
            shutil.copy(BINDIR / program, copy)
        return copy

    def run_program(self, program, *arguments, user=None):
        done = subprocess.run([self.program_for(program, user), "--db", self.index, *arguments], timeout=120,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, user=user,
                              check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
        return done.returncode, done.stdout, done.stderr

    def build(self, *options, status=0, paths=None, user=None):
        """A run; what it wrote on standard error."""
        paths = [self.reports] if paths is None else paths
        code, out, err = self.run_program("ofindex", *options, *paths, user=user)
        self.assertEqual(code, status, err)
        self.assertEqual(out, "")
        return err

    def build_reporting(self, *options, status=0, paths=None):
        """A run; its run report, and what it wrote on standard error."""
        file = self.folder / "run.json"
        err = self.build("--run-report", file, *options, status=status, paths=paths)
        return json.loads(file.read_text()), err

    def search(self, *arguments, index=None):
        index = index or self.index
        done = subprocess.run([BINDIR / "ofsearch", "--db", index, "--format", "jsonl", "--limit",
                               "100", "--passages", "5", *arguments], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def reports_in_index(self):
        return {hit["report"]["path"]: hit["report"] for hit in self.search("--sort", "oldest")}

    def generation(self):
        stub = (self.index / "XAPIANDB").read_text().split()[1]
        return self.index / stub.rsplit("/", 1)[0]

    def edit(self, name, text="One more sentence about foster carers."):
        with open(self.reports / name, "a", encoding="utf-8") as file:
            file.write(f"\n\n{text}\n")

    def write_broken(self, name="broken.pdf", content=b"%PDF-1.4\nthis is none\n"):
        (self.reports / name).write_bytes(content)
        self.age(name)

    def age(self, *names):
        """Makes files an hour older: one just written is not trusted to be as it was read."""
        for name in names:
            hour_ago = (self.reports / name).stat().st_mtime_ns - 3600 * 10**9
            os.utime(self.reports / name, ns=(hour_ago, hour_ago))
