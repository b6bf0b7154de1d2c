"""Shards on machines of their own, as far as that can be had on one: each stock xapian-tcpsrv in a network namespace behind
a pair of veth devices, whose links can be made silent or slow."""
import contextlib
import os
import shutil
import subprocess

from shard_servers import ShardServer

PORT = 7300
NEEDED = ("ip", "tc", "xapian-tcpsrv")


def command(*arguments, check=True):
    return subprocess.run(list(map(str, arguments)), capture_output=True, text=True, timeout=60, check=check)


def why_not():
    """Why such machines cannot be had here; None if they can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing:
        return "missing programs: " + ", ".join(missing) + " (scripts/install-dependencies --test)"
    try:
        with contextlib.closing(Machine(0)) as machine:
            machine.slow("1mbit")
            machine.silence()
    except subprocess.CalledProcessError as error:
        return f"{' '.join(error.cmd)}: {error.stderr.strip()}"
    return None


class Machine:
    """A network namespace that only this process knows, and the server in it."""

    def __init__(self, number):
        at = os.getpid() % 60 * 4 + number  # so that several tests may run at a time
        self.name, self.here, self.there = (f"furat{kind}{os.getpid()}-{number}"[:15] for kind in "nht")
        self.network = f"198.18.{at}."  # of those for benchmarks of networks, which nobody routes
        self.host, self.peer = self.network + "1", self.network + "2"
        self.server = ShardServer(self.peer, PORT, ("ip", "netns", "exec", self.name))
        command("ip", "netns", "add", self.name)
        try:
            command("ip", "link", "add", self.here, "type", "veth", "peer", "name", self.there)
            command("ip", "link", "set", self.there, "netns", self.name)
            command("ip", "address", "add", self.host + "/30", "dev", self.here)
            command("ip", "link", "set", self.here, "up")
            self.inside("ip", "address", "add", self.peer + "/30", "dev", self.there)
            self.inside("ip", "link", "set", "lo", "up")
            self.inside("ip", "link", "set", self.there, "up")
        except subprocess.CalledProcessError:
            self.close()
            raise

    def inside(self, *arguments, check=True):
        return command("ip", "netns", "exec", self.name, *arguments, check=check)

    @property
    def address(self):
        return self.server.address

    def serve(self, shard):
        self.server.start(shard / "served")

    def kill(self):
        self.server.kill()

    def silence(self):
        """Takes what comes and answers nothing, as if a cable were cut: no refusal, no end of a connection."""
        self.inside("ip", "route", "add", "blackhole", self.host + "/32")

    def slow(self, rate):
        """What it sends is sent at this rate, "64kbit", and waits meanwhile."""
        self.inside("tc", "qdisc", "replace", "dev", self.there, "root", "tbf", "rate", rate, "burst", "4kb", "limit", "8mb")

    def heal(self):
        self.inside("ip", "route", "del", "blackhole", self.host + "/32", check=False)
        self.inside("tc", "qdisc", "del", "dev", self.there, "root", check=False)

    def close(self):
        self.kill()
        command("ip", "link", "del", self.here, check=False)
        command("ip", "netns", "del", self.name, check=False)
