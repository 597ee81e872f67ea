"""An ofserve of its own for a test: over an index of corpus/, on a free port of this machine, ended
with the test."""
import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# So many times slower are the programs of a build with sanitizers.
SLOWER = int(os.environ.get("OFSEARCH_TEST_SLOWER", "1"))
LIMIT = 60 * SLOWER  # seconds that anything may take


class Server:
    def __init__(self, process, port, base=""):
        self.process, self.port, self.base = process, port, base

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{self.base}{path}"

    def get(self, path, headers=None, method="GET"):
        """Status, headers and body."""
        request = urllib.request.Request(self.url(path), headers=headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=LIMIT) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def json(self, path):
        status, _, body = self.get(path)
        return status, json.loads(body)

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT)

    def raw(self, data, wait=LIMIT):
        """What comes back for these very bytes until the server closes or is silent for `wait`."""
        with self.connect() as connection:
            connection.settimeout(wait)
            answer = b""
            with contextlib.suppress(TimeoutError, ConnectionError):
                connection.sendall(data)
            with contextlib.suppress(TimeoutError, ConnectionError):
                while piece := connection.recv(65536):
                    answer += piece
            return answer

    def descriptors(self):
        return len(list(pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def resident_kb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])


def build_index(bindir, folder, documents=ROOT / "corpus"):
    subprocess.run([bindir / "ofindex", "--quiet", "--db", folder, documents], check=True,
                   timeout=600)


@contextlib.contextmanager
def serving(bindir, index, *options, base=""):
    command = [bindir / "ofserve", "--db", index, "--listen", "127.0.0.1:0", *options]
    if SLOWER > 1:
        command += ["--time-limit", str(2 * SLOWER)]
    if base:
        command += ["--base-path", base]
    # In a confined process the leak sanitizer, which stops all threads at the end, only fails.
    asan = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "ASAN_OPTIONS": asan})
    try:
        line = process.stderr.readline()
        port = re.search(r":(\d+)/", line)
        if not port:
            raise RuntimeError(f"ofserve did not start: {line}{process.stderr.read()}")
        yield Server(process, int(port[1]), base)
    finally:
        process.terminate()
        try:
            process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stderr.close()


@contextlib.contextmanager
def sample_index(bindir):
    with tempfile.TemporaryDirectory(prefix="ofserve-") as folder:
        index = pathlib.Path(folder) / "index"
        build_index(bindir, index)
        yield index
