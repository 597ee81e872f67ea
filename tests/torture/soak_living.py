"""The processes that live through soak.py, and what they take of the machine."""
import collections
import contextlib
import http.client
import json
import os
import pathlib
import re
import subprocess
from urllib.parse import quote

LIMIT = 120  # seconds that any one thing may take


def children(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, task.read_text().split())
    return found


class Served:
    """The living ofserve."""
    name = "searches of ofserve"

    def __init__(self, bindir, index, environment):
        command = [bindir / "ofserve", "--db", index, "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        line = self.process.stderr.readline()
        self.port = int(re.search(r":(\d+)/", line)[1])
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)

    def get(self, path, connection=None):
        connection = connection or self.connection
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def ask(self, query):
        status, body = self.get(f"/api/search?limit=100&q={quote(query)}")
        return json.loads(body) if status == 200 else {"error": f"{status}: {body[-200:]}"}

    def draw(self, report):
        """On a connection of its own, for it may be called by another thread."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        with contextlib.closing(connection):
            return self.get(f"/reports/{report}/pages/1.png", connection)

    def drawers(self):
        """The processes that draw pages, below the one that starts them."""
        return [drawer for keeper in children(self.process.pid) for drawer in children(keeper)]

    def end(self):
        self.connection.close()
        self.process.terminate()
        _, err = self.process.communicate(timeout=LIMIT)
        # Where a drawing is killed, it may say so.
        fine = self.process.returncode == 0 and all(
            line.startswith("ofserve: ") for line in err.splitlines())
        return "" if fine else f"ofserve at its end: {self.process.returncode}: {err}"


class Kept:
    """The living Searcher."""
    name = "searches of a Searcher"

    def __init__(self, bindir, index, environment):
        self.process = subprocess.Popen([bindir / "search_as_asked", index], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, env=environment)

    def ask(self, query):
        self.process.stdin.write(query + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.communicate(timeout=LIMIT)
        return "" if self.process.returncode == 0 else f"the Searcher: {self.process.returncode}"


def measure(pid):
    """RSS and PSS in kB, and open descriptors, of a process and its children."""
    sums = collections.Counter()
    for member in [pid, *children(pid)]:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            rollup = pathlib.Path(f"/proc/{member}/smaps_rollup").read_text()
            for what in ("Rss", "Pss"):
                sums[what] += int(re.search(rf"{what}:\s+(\d+)", rollup)[1])
            sums["descriptors"] += len(os.listdir(f"/proc/{member}/fd"))
    return sums["Rss"], sums["Pss"], sums["descriptors"]
