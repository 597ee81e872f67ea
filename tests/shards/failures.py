#!/usr/bin/env python3
"""A shard that is down, dies, is silent or serves something else: an error that names it, or with
--allow-partial an answer that says it is partial.

usage: failures.py BINDIR FOLDER

FOLDER: the sample reports. Prints what is not so; exit status 1 if anything is not.
"""
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import layouts

QUERY = ["children plans", "--facets", "all"]
PATIENCE = 12  # seconds a command may take with --shard-timeout 1


class Failures:
    def __init__(self, bindir, corpus, scratch):
        self.bindir, self.corpus, self.scratch = bindir, corpus, scratch
        self.index = scratch / "three"
        layouts.build_index(bindir, corpus, self.index, 3)
        self.folders = layouts.shard_folders(self.index)
        self.servers = [layouts.Server(folder) for folder in self.folders]
        self.ports = [server.port for server in self.servers]
        self.stub = scratch / "stub"
        self.bad = self.checked = 0

    def search(self, *arguments, ports=None):
        layouts.write_stub(self.stub, ports or self.ports)
        output = [] if "--format" in arguments else ["--format", "json"]
        return layouts.run(self.bindir, ["ofsearch", "--db", self.stub, "--shard-timeout", "1",
                                         *output, *arguments])

    def expect(self, what, holds, answer):
        self.checked += 1
        if holds and answer["seconds"] < PATIENCE:
            return
        self.bad += 1
        print(f"{what}: exit status {answer['status']} after {answer['seconds']:.1f} s\n"
              f"  standard error: {answer['err']}  standard output: {answer['out'][:300]}")

    def expect_error(self, what, port, answer, words=""):
        lines = answer["err"].splitlines()
        named = bool(lines) and f"127.0.0.1:{port}" in lines[0] and words in answer["err"]
        self.expect(f"{what}: an error that names the shard",
                    answer["status"] == 3 and named and not answer["out"] and len(lines) == 2, answer)

    def expect_partial(self, what, port, answer):
        """The same as what the others answer together."""
        others = self.search(*QUERY, ports=self.ports[:2])
        given, wanted = ({} if not a["out"] else json.loads(a["out"])
                         for a in (answer, others))
        told = given.pop("missing_shards", None) == [f"127.0.0.1:{port}"]
        told = told and given["total"].pop("exact") is False and wanted["total"].pop("exact", None)
        self.expect(f"{what}: with --allow-partial what the other shards answer, said to be partial",
                    answer["status"] == 0 and told and given == wanted and wanted["results"], answer)

    def with_third(self, port):
        return [*self.ports[:2], port]

    # ---- The cases ------------------------------------------------------------------------------

    def refused(self):
        port = layouts.free_port()
        self.expect_error("connection refused", port, self.search(*QUERY, ports=self.with_third(port)),
                          "--allow-partial")
        self.expect_partial("connection refused", port, self.search(
            *QUERY, "--allow-partial", ports=self.with_third(port)))
        lines = self.search(*QUERY, "--allow-partial", "--format", "csv",
                            ports=self.with_third(port))
        self.expect("a format without room for it: said on standard error",
                    lines["status"] == 0 and f"the shard 127.0.0.1:{port} is down" in lines["err"],
                    lines)
        lost = self.search("--show", "000000000000", "--allow-partial", ports=self.with_third(port))
        self.expect("--show of a report that may be in the shard that is down: said so",
                    lost["status"] == 1 and f"127.0.0.1:{port}" in lost["err"], lost)
        nobody = self.search(*QUERY, "--allow-partial", ports=[port])
        self.expect("no shard at all is an error, partial or not", nobody["status"] == 3, nobody)

    def dies(self, then):
        """Between any two requests of a search: after so many the server answers no more."""
        for limit in (0, 1, 2, 3, 4, 6, 9, 14):
            for allow in ([], ["--allow-partial"]):
                proxy = layouts.Proxy(self.ports[2], limit, then)
                answer = self.search(*QUERY, *allow, ports=self.with_third(proxy.port))
                proxy.stop()
                what = f"a server that does \"{then}\" after {limit} requests"
                if allow:
                    self.expect_partial(what, proxy.port, answer)
                else:
                    self.expect_error(what, proxy.port, answer)

    def comes_back(self):
        """A server closes connections that are idle for long, or is started again: that is no loss."""
        proxy = layouts.Proxy(self.ports[2], 5, "break")
        answer = self.search(*QUERY, ports=self.with_third(proxy.port))
        whole = self.search(*QUERY)
        proxy.stop()
        self.expect("a connection that breaks once: the whole answer",
                    answer["status"] == 0 and answer["out"] == whole["out"], answer)

    def what_no_stub_may_name(self):
        """An index that somebody hands on runs no program and opens nothing outside of its folder."""
        ran = self.scratch / "ran"
        program = self.scratch / "program"
        program.write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="utf-8")
        program.chmod(0o755)
        for line in (f"remote :{program} x", f"auto {self.folders[0]}", "auto ../elsewhere",
                     "auto XAPIANDB", "auto .", "auto"):
            folder = self.scratch / "hostile"
            folder.mkdir(exist_ok=True)
            (folder / "XAPIANDB").write_text(line + "\n", encoding="utf-8")
            for command in (["ofsearch", "--db", folder, *QUERY], ["ofindex", "--db", folder, "--stats"]):
                answer = layouts.run(self.bindir, command)
                self.expect(f"{line}: refused", answer["status"] == 3 and not ran.exists(), answer)

    def silent(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            self.expect_error("a server that never answers", port,
                              self.search(*QUERY, ports=self.with_third(port)))
            self.expect_partial("a server that never answers", port, self.search(
                *QUERY, "--allow-partial", ports=self.with_third(port)))

    def something_else(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            threading.Thread(target=greet, args=(listener,), daemon=True).start()
            self.expect_error("a server of another kind", port,
                              self.search(*QUERY, ports=self.with_third(port)))

    def other_databases(self):
        for what, pattern, replacement, words in (
                ("another schema version", rb"(ofsearch_schema_version.{0,8}?)[0-9]", rb"\g<1>0",
                 "schema version 0"),
                ("a database of another program", rb"ofsearch_schema_version",
                 b"otherwise_schema_versio", "was not written by ofindex")):
            folder = self.scratch / what.replace(" ", "-")
            shutil.copytree(self.folders[2], folder)
            table = (folder / "postlist.glass").read_bytes()
            changed, count = re.subn(pattern, replacement, table, flags=re.S)
            if count == 0:
                sys.exit("no schema version found in the database")
            (folder / "postlist.glass").write_bytes(changed)
            server = layouts.Server(folder)
            for allow in ([], ["--allow-partial"]):
                self.expect_error(what, server.port, self.search(
                    *QUERY, *allow, ports=self.with_third(server.port)), words)
            server.stop()

    def no_reader(self):
        """As with "| head": ended by the signal for that, without a word."""
        layouts.write_stub(self.stub, self.ports)
        with subprocess.Popen([pathlib.Path(self.bindir) / "ofsearch", "--db", self.stub, *QUERY],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.close()
            said = process.stderr.read().decode()
            status = process.wait(timeout=PATIENCE)
        self.expect("nobody reads the answer", status == -signal.SIGPIPE and not said,
                    {"status": status, "err": said, "out": "", "seconds": 0})

    def run(self):
        self.no_reader()
        self.refused()
        for then in ("close", "hang"):
            self.dies(then)
        self.comes_back()
        self.what_no_stub_may_name()
        self.silent()
        self.something_else()
        self.other_databases()


def greet(listener):
    while True:
        try:
            client, _ = listener.accept()
            client.sendall(b"SSH-2.0-OpenSSH_9.2p1\r\n" * 20)
            time.sleep(0.2)
            client.close()
        except OSError:
            return


def main():
    layouts.need_server()
    with tempfile.TemporaryDirectory(prefix="ofsearch-shards-") as folder:
        failures = Failures(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        started = time.monotonic()
        try:
            failures.run()
        finally:
            for server in failures.servers:
                server.stop()
        print(f"{failures.checked} checks, {failures.bad} failed, "
              f"{time.monotonic() - started:.0f} s")
    return 1 if failures.bad or not failures.checked else 0


if __name__ == "__main__":
    sys.exit(main())
