#!/usr/bin/env python3
"""measure.py NAME FIGURES.tsv COMMAND...: runs a command and appends what it cost to FIGURES.tsv:

    NAME.wall       seconds
    NAME.cpu        seconds of all its processes, user and system
    NAME.peak_mb    most memory of all its processes together at one moment, shared pages counted
                    once (PSS), looked at 5 times a second, in the first second more often
    NAME.largest_mb most memory of any one process (RSS)
    NAME.load       of the machine just before

Exits with the command's status.
"""
import os
import subprocess
import sys
import threading
import time

LONGEST_WAIT = 0.2  # seconds between two looks
PAGE = os.sysconf("SC_PAGE_SIZE")


def read(path):
    try:
        with open(path, encoding="ascii") as file:
            return file.read()
    except OSError:
        return ""  # the process is gone


def tree(pid):
    """The process and all that come from it."""
    pids = [pid]
    for parent in pids:
        for task in os.listdir(f"/proc/{parent}/task") if os.path.isdir(f"/proc/{parent}/task") else ():
            pids += [int(child) for child in read(f"/proc/{parent}/task/{task}/children").split()]
    return pids


def memory(pid):
    for line in read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    statm = read(f"/proc/{pid}/statm").split()
    return int(statm[1]) * PAGE if statm else 0


class Watcher(threading.Thread):
    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.over = pid, 0, threading.Event()

    def run(self):
        start = time.monotonic()
        while not self.over.is_set():
            try:
                self.peak = max(self.peak, sum(map(memory, tree(self.pid))))
            except (OSError, ValueError):
                pass  # a process ended while it was looked at
            self.over.wait(min(LONGEST_WAIT, 0.01 + (time.monotonic() - start) / 20))


def main():
    name, figures, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    load = os.getloadavg()[0]
    start = time.monotonic()
    process = subprocess.Popen(command)
    watcher = Watcher(process.pid)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    watcher.over.set()
    watcher.join()
    rows = {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak_mb": watcher.peak / 2**20,
            "largest_mb": usage.ru_maxrss / 1024, "load": load}
    with open(figures, "a", encoding="utf-8") as file:
        file.writelines(f"{name}.{row}\t{value:.3f}\n" for row, value in rows.items())
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
