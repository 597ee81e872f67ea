#!/usr/bin/env python3
"""process_times.py QUERIES.tsv FIGURES.tsv RUNS NAME=COMMAND...: whole processes, by hyperfine.

A COMMAND is a shell line in which {} stands for the query, quoted. For each query all commands run
RUNS times side by side in one call of hyperfine; written are, of the medians of the queries,
process.NAME.p50 and process.NAME.p95 in milliseconds. A command that fails or prints nothing for some
query is wrong, and nothing is timed for it.
"""
import json
import shlex
import statistics
import subprocess
import sys
import tempfile

from figures import percentile, read_queries


def answers(command):
    run = subprocess.run(command, shell=True, capture_output=True, check=False)
    return run.returncode in (0, 1) and len(run.stdout) > 0  # 1: nothing found, and said so


def time_side_by_side(commands, runs):
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(["hyperfine", "-N", "-i", "--warmup", "2", "--runs", str(runs), "--style", "none",
                        "--export-json", out.name, *commands], check=True, stderr=subprocess.DEVNULL)
        return [1000 * result["median"] for result in json.load(out)["results"]]


def main():
    figures, runs = sys.argv[2], int(sys.argv[3])
    queries = [query.strip() for _, query in read_queries(sys.argv[1])]
    commands = dict(argument.split("=", 1) for argument in sys.argv[4:])
    times = {}
    rows = []
    for name, command in commands.items():
        wrong = [query for query in queries if not answers(command.replace("{}", shlex.quote(query)))]
        if wrong:
            rows.append(f"process.{name}.p50\twrong: no answer to {len(wrong)} of {len(queries)} queries\n")
        else:
            times[name] = []
    for query in queries:
        lines = [commands[name].replace("{}", shlex.quote(query)) for name in times]
        for name, median in zip(times, time_side_by_side(lines, runs)):
            times[name].append(median)
    for name, medians in times.items():
        rows.append(f"process.{name}.p50\t{statistics.median(medians):.2f}\n")
        rows.append(f"process.{name}.p95\t{percentile(medians, 0.95):.2f}\n")
    with open(figures, "a", encoding="utf-8") as file:
        file.writelines(rows)


if __name__ == "__main__":
    main()
