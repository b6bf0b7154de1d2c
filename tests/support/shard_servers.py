"""Stock xapian-tcpsrv servers of shards, and what answers of several shards are compared by."""
import contextlib
import os
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


def comparable(answer, but=("generation",)):
    """Without what may differ at its top, and scores but for their last digits."""
    if isinstance(answer, float):
        return float(f"{answer:.9g}")
    if isinstance(answer, dict):
        return {key: comparable(value) for key, value in answer.items() if key not in but}
    return [comparable(value) for value in answer] if isinstance(answer, list) else answer


class ShardServer:
    """A server of one shard, on this machine or, started by a `prefix` of words, on another."""

    def __init__(self, host="127.0.0.1", port=None, prefix=()):
        self.host, self.port, self.prefix, self.process = host, port or free_port(), prefix, None

    @property
    def address(self):
        return f"tcp://{self.host}:{self.port}"

    def start(self, shard):
        """Waits until it listens."""
        self.process = subprocess.Popen(
            [*self.prefix, "xapian-tcpsrv", "--quiet", "--interface", self.host, "--port", str(self.port),
             os.fspath(shard / "served")], start_new_session=True, stderr=subprocess.DEVNULL)
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
