"""What the tools of the bench share: the queries that they run and the percentiles that they print."""


def read_queries(path):
    """The [id, query] pairs of a TSV file; lines that begin with # are comments."""
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t")[:2] for line in lines if "\t" in line and line[0] != "#"]


def percentile(values, share):
    """The value below which `share` of the values lie, between neighbours by linear interpolation."""
    values = sorted(values)
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)
