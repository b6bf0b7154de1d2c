"""Stock xapian-tcpsrv servers of shards, files that name them, and what answers of several shards are compared by."""
import contextlib
import json
import math
import os
import pathlib
import signal
import socket
import subprocess
import time

# What an answer of some shards may say otherwise than an index of those.
PARTIAL = ("generation", "missing_shards", "stale_shards", "notes")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def differences(one, other, but=("generation",), path=""):
    """Where two answers differ: all must be equal, scores to a relative 1e-9. But what has one of these names at their top,
    and a generation anywhere, may differ."""
    if isinstance(one, float) and isinstance(other, float):
        return [] if math.isclose(one, other, rel_tol=1e-9) else [f"{path}: {one} {other}"]
    if isinstance(one, dict) and isinstance(other, dict):
        names = [name for name in one if name not in but]
        if set(names) == other.keys() - set(but):
            return [found for name in names for found in differences(one[name], other[name], path=f"{path}.{name}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [found for i, pair in enumerate(zip(one, other)) for found in differences(*pair, path=f"{path}[{i}]")]
    return [] if one == other and type(one) is type(other) else [f"{path}: {str(one)[:80]} {str(other)[:80]}"]


def cluster_file(path, addresses, **settings):
    """Writes a file that names shards, "part 0" and so on, by the addresses of each; gives its path."""
    text = "".join(f"{name} = {value}\n" for name, value in settings.items())
    for number, of_shard in enumerate(addresses):
        text += f'[[shard]]\nname = "part {number}"\naddresses = {json.dumps([str(address) for address in of_shard])}\n'
    pathlib.Path(path).write_text(text, encoding="utf-8")
    return path


class ShardServer:
    """A server of one database, on this machine or, started by a `prefix` of words, on another."""

    def __init__(self, host="127.0.0.1", port=None, prefix=()):
        self.host, self.port, self.prefix, self.process = host, port or free_port(), prefix, None

    @property
    def address(self):
        return f"tcp://{self.host}:{self.port}"

    def start(self, database):
        """Waits until it listens. Of a shard `served` is the database, whatever generation it has."""
        self.process = subprocess.Popen(
            [*self.prefix, "xapian-tcpsrv", "--quiet", "--interface", self.host, "--port", str(self.port),
             os.fspath(database)], start_new_session=True, stderr=subprocess.DEVNULL)
        for _ in range(400):
            with contextlib.suppress(OSError), socket.create_connection((self.host, self.port), 1):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise RuntimeError(f"xapian-tcpsrv does not listen on {self.address}")

    def kill(self):
        """With its connections, which are processes of its own: the port refuses from now on."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
