"""A running `furat-search serve` for tests, and a client that may send what it likes."""
import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import urllib.parse

from support import TIME_LIMIT, SampleIndexTest, clean_environment, program
from serve_process import start_serving  # behind support, which knows its folder

JSON = "application/json; charset=utf-8"


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


class Server:
    """Serves an index on a free port until it is left."""

    def __init__(self, index, *options, cwd):
        self.process, self.port = start_serving(
            [program("furat-search"), "serve", "--index", os.fspath(index), *options],
            cwd=cwd, env=clean_environment(), stderr=subprocess.PIPE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(TIME_LIMIT)
        self.process.stdout.close()
        self.process.stderr.close()

    def stopped(self, by=signal.SIGTERM):
        """The exit code and standard error after a signal."""
        self.process.send_signal(by)
        code = self.process.wait(TIME_LIMIT)
        return code, self.process.stderr.read().decode()

    def request(self, method, target, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIME_LIMIT)
        with contextlib.closing(connection):
            connection.request(method, target, body=body, headers=headers or {})
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())

    def get(self, path, *parameters, **headers):
        """`parameters` are pairs; `headers` have their hyphens as underscores."""
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        return self.request("GET", path + query, {name.replace("_", "-"): text for name, text in headers.items()})

    def raw(self, request, shut=True, wait=TIME_LIMIT):
        """All that comes back to these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as client:
            received = b""
            with contextlib.suppress(ConnectionError):
                client.sendall(request)
                if shut:
                    client.shutdown(socket.SHUT_WR)
                while part := client.recv(65536):
                    received += part
            return received

    def descriptors(self):
        return descriptors(self.process.pid)

    def resident_kilobytes(self):
        return resident_kilobytes(self.process.pid)


def descriptors(process):
    return len(os.listdir(f"/proc/{process}/fd"))


def resident_kilobytes(process):
    with open(f"/proc/{process}/status", encoding="ascii") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1])


def status_of(reply):
    """The status of the first answer in raw bytes; 0 for none."""
    match = re.match(rb"HTTP/1\.1 (\d{3}) ", reply)
    return int(match[1]) if match else 0


class ServedSampleTest(SampleIndexTest):
    """Tests that ask one server, which serves the sample archive."""
    options = ()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.sample, *cls.options, cwd=cls.shared)
        cls.addClassCleanup(cls.server.__exit__)

    def error(self, reply, status):
        """The error of a reply, which must have this status and be what all errors are."""
        self.assertEqual(reply.status, status, reply.body)
        self.assertEqual(reply.headers["Content-Type"], JSON)
        self.assertIn("default-src 'none'", reply.headers["Content-Security-Policy"])
        return json.loads(reply.body)["error"]
