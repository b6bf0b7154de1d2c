"""Timing of whole processes, alternately, and facts about the machine."""
import datetime
import os
import pathlib
import platform
import statistics
import subprocess
import time


def run_once(command, output=False):
    """Wall time in milliseconds and resource usage of one process; its output is thrown away, unless asked for."""
    command = [os.fspath(part) for part in command]
    nowhere = os.open(os.devnull, os.O_RDWR)
    try:
        begin = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, nowhere, number) for number in ((0,) if output else (0, 1, 2))])
        _, status, usage = os.wait4(child, 0)
        elapsed = time.perf_counter() - begin
    finally:
        os.close(nowhere)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(command)} gave exit status {os.waitstatus_to_exitcode(status)}")
    return elapsed * 1000, usage


def alternate(commands, runs, warm_up=5):
    """Runs the commands in turn, A B A B ..., so that noise of the machine hits all alike: {name: [ms]}."""
    times = {name: [] for name in commands}
    for number in range(warm_up + runs):
        for name, command in commands.items():
            elapsed, _ = run_once(command)
            if number >= warm_up:
                times[name].append(elapsed)
    return times


def percentile(values, share):
    return sorted(values)[int(share * (len(values) - 1))]


def summary(times):
    return {"median_ms": round(statistics.median(times), 3), "min_ms": round(min(times), 3),
            "p90_ms": round(percentile(times, 0.9), 3), "raw_ms": [round(t, 3) for t in times]}


def size_of(folder):
    """Bytes of the files below it."""
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def first_line_with(path, word):
    try:
        with open(path, encoding="utf-8") as lines:
            return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(word)), None)
    except OSError:
        return None


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return None


def machine_facts():
    return {"date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            "processor": first_line_with("/proc/cpuinfo", "model name"), "cores": len(os.sched_getaffinity(0)),
            "memory": first_line_with("/proc/meminfo", "MemTotal"), "system": platform.platform(),
            "load_before": os.getloadavg(), "commit": output_of("git", "rev-parse", "--short", "HEAD") or None}
