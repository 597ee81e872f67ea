"""What the tests of divided indexes share: servers, a counting proxy between, and one index in
several layouts.

Servers are stock xapian-tcpsrv; they and the proxies listen on the loopback only, and are ended by
their process ids.
"""
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import threading
import time

SKIPPED = 77
MASKS = [(re.compile(r'"took_ms":[0-9.e+-]+'), '"took_ms":0'),
         (re.compile(r'"indexed":"[0-9TZ:-]+"'), '"indexed":"TIME"')]


def need_server():
    if shutil.which("xapian-tcpsrv") is None:
        print("skipped: xapian-tcpsrv is not installed (package xapian-tools)")
        sys.exit(SKIPPED)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def shut(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


class Server:
    """One database served on the loopback."""

    def __init__(self, *databases):
        self.databases = [str(database) for database in databases]
        self.process = None
        for _ in range(5):  # another program may take the port meanwhile
            self.port = free_port()
            self.start()
            if self.wait_until_up():
                return
        sys.exit("xapian-tcpsrv does not start")

    def start(self):
        # pylint: disable-next=consider-using-with
        self.process = subprocess.Popen(
            ["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(self.port),
             *self.databases], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True)  # when ended, it ends all of its process group

    def wait_until_up(self):
        for _ in range(200):
            if self.process.poll() is not None:
                return False
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return True
            time.sleep(0.05)
        return False

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


class Proxy:
    """Passes bytes between ofsearch and a server and counts the round trips: how often something is
    sent after something was received. After `limit` of them it does what `then` says: "close" like
    a server that was ended, "break" this connection but take others, or "hang", so that nothing
    comes any more."""

    def __init__(self, port, limit=None, then="close"):
        self.port_behind, self.limit, self.then = port, limit, then
        self.turns = self.sent = self.received = self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.open = [self.listener]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                self.listener.close()
                return
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self.port_behind))
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.open += [client, server]
            state = {"answered": True, "over": False}
            for args in ((client, server, state, True), (server, client, state, False)):
                threading.Thread(target=self.pass_on, args=args, daemon=True).start()

    def pass_on(self, source, target, state, is_request):
        try:
            while data := source.recv(65536):
                if is_request:
                    if state["answered"]:
                        self.turns += 1
                        state["answered"] = False
                    self.sent += len(data)
                    state["over"] = self.limit is not None and self.turns > self.limit
                else:
                    state["answered"] = True
                    self.received += len(data)
                if state["over"] and self.then == "hang":
                    continue
                if state["over"]:
                    self.limit = None
                    if self.then == "close":
                        shut(self.listener)
                    break
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            shut(end)

    def reset(self):
        self.turns = self.sent = self.received = self.connections = 0

    def stop(self):
        for end in self.open:
            shut(end)
            end.close()


def run(bindir, arguments, limit=120):
    """Status, standard output and standard error of one command, as bytes that do not vary."""
    environment = {"PATH": f"{bindir}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   **{name: os.environ[name] for name in ("LD_LIBRARY_PATH", "ASAN_OPTIONS")
                      if name in os.environ}}
    started = time.monotonic()
    done = subprocess.run([str(pathlib.Path(bindir) / arguments[0]), *map(str, arguments[1:])],
                          env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=limit, check=False)
    output = done.stdout.decode("utf-8", "replace")
    for pattern, replacement in MASKS:
        output = pattern.sub(replacement, output)
    return {"status": done.returncode, "out": output, "err": done.stderr.decode("utf-8", "replace"),
            "seconds": time.monotonic() - started}


def build_index(bindir, folder, path, shards):
    done = run(bindir, ["ofindex", "--quiet", "--db", path, "--shards", shards,
                        folder], 1200)
    if done["status"] not in (0, 1):
        sys.exit(f"the index of {folder} cannot be built:\n{done['err']}")


def shard_folders(index):
    lines = (index / "XAPIANDB").read_text(encoding="utf-8").splitlines()
    return [index / line.split(" ", 1)[1] for line in lines]


def write_stub(path, ports):
    path.write_text("".join(f"remote 127.0.0.1:{port}\n" for port in ports), encoding="utf-8")
    return path
