"""A session of ofserve with one failing call, for failing_calls.py."""
import contextlib
import http.client
import re
import select
import shutil
import signal
import subprocess
import time
from urllib.parse import quote

from failing_place import LIMIT, QUERY, undated

ANSWER = 20  # seconds for one answer; where a call fails for ever, there may be none:
FOREVER = 1
REQUESTS = ("/healthz", f"/api/search?q={quote(QUERY)}", f"/search?q={quote(QUERY)}",
            "/search.csv?q=%22listen%20to%20them%22", "/")


def untimed(body):
    body = re.sub(rb"This page was made on [^<]*", b"", body)
    return re.sub(rb'"took_ms":[0-9.]+', b'"took_ms":0', undated(body))


class Session:
    """One ofserve over the index of `place`, with faults or without."""

    def __init__(self, place, faults):
        command = [str(place.bindir / "ofserve"), "--db", str(place.folder / "ix"),
                   "--listen", "127.0.0.1:0", "--threads", "1",
                   # Faults are judged, and not how slow counting their places is.
                   "--time-limit", str(ANSWER)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                        stdin=subprocess.DEVNULL, env=place.environment(faults))
        self.said = b""
        # A server that cannot write cannot say it.
        self.port = self.wait_for_port(ANSWER if faults.get("FAIL_CALL") == "write" else LIMIT)

    def wait_for_port(self, seconds):
        """The port, or None if the server ended or never said one."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.process.stderr], [], [], 1)[0]:
                piece = self.process.stderr.read1(4096)
                if not piece:
                    return None
                self.said += piece
            if found := re.search(rb"answers at http://[^/]*:(\d+)/", self.said):
                return int(found[1])
        return None

    def get(self, path, seconds=ANSWER):
        """Status and body; 0 if the connection ended without an answer, None if nothing came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, untimed(answer.read())
        except TimeoutError:
            return None, b""
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()

    def lives(self):
        return self.process.poll() is None

    def ends(self):
        """Whether it ends of itself, as it is about to if its standard error is closed."""
        try:
            self.process.wait(timeout=ANSWER)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self, seconds=LIMIT):
        """The exit status after SIGTERM, which may have to be said twice: the first one is lost
        where the pipe by which it comes cannot be read. None if it had to be killed."""
        for wait in (min(seconds, 10), seconds):
            if self.lives():
                self.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=wait)
                break
        status = self.process.poll()
        if status is None:
            self.process.kill()
        self.said += self.process.communicate()[1]
        return status


def right_answers(place):
    """What a server without faults says to each of REQUESTS."""
    shutil.copytree(place.template, place.folder / "ix", symlinks=True)
    session = Session(place, {})
    answers = {path: session.get(path) for path in REQUESTS}
    assert {status for status, _ in answers.values()} == {200}, answers
    assert session.end() == 0, session.said
    shutil.rmtree(place.folder / "ix")
    return answers


def judge_session(place, faults, right, forever, calls):
    """What is wrong with a session under faults, a sentence each. `calls` are those so far."""
    session = Session(place, faults)
    if session.port is not None:
        for path in REQUESTS:
            yield from judge_answer(session, path, right, forever)
        # What failed once has no consequences: the same again is right.
        if not forever and calls() >= int(faults["FAIL_AT"]):
            for path in REQUESTS:
                answer = session.get(path)
                # A server that is ending closes its door before its process is gone.
                if answer != right[path] and not (answer[0] == 0 and session.ends()):
                    yield f"{path}: {answer[0]} after the fault was over: {answer[1][-200:]}"
    elif faults["FAIL_CALL"] != "write" and not session.ends():
        yield f"no sentence about where it answers in {LIMIT} s"
    lived = session.lives() and session.port is not None
    # A signal comes by a pipe, so that none reaches it any more.
    deaf = forever and faults["FAIL_CALL"] in ("read", "write")
    status = session.end(2 if deaf else LIMIT)
    if status is None and deaf:
        return
    if status is None:
        yield f"no end in {LIMIT} s after SIGTERM"
    elif status == 127 and b"shared librar" in session.said:
        return
    elif status not in (0, 3) and not (lived and status == -signal.SIGTERM):
        yield f"exit status {status}: {session.said[-200:]}"
    elif status == 3 and b"ofserve: " not in session.said.replace(b"ofserve: answers at", b""):
        yield "exit status 3 without a sentence"


def judge_answer(session, path, right, forever):
    status, body = session.get(path, FOREVER if forever else ANSWER)
    if status is None and forever:
        return  # a connection that is never accepted, say
    if status is None:
        yield f"{path}: no answer in {ANSWER} s"
    elif status == 200 and (status, body) != right[path]:
        yield f"{path}: another answer: {body[-200:]}"
    elif status not in (0, 200, 500, 503):
        yield f"{path}: status {status}"
