"""Processor time that running processes have used: a clock that other work on the machine does not change much."""
import os
import pathlib


def cpu_seconds(pid, with_ended_children=False):
    """Of one process; with its children that ended and were waited for, if so asked."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return sum(map(int, fields[11:15 if with_ended_children else 13])) / os.sysconf("SC_CLK_TCK")
