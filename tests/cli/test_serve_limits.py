"""furat-search serve: too much of anything, and clients that are slow or read nothing."""
import json
import socket
import time
import unittest

from serving import ServedSampleTest, status_of


class LimitsTest(ServedSampleTest):
    options = ("--max-connections", "6", "--client-timeout", "1s", "--max-hits", "20", "--max-body", "1000")

    def test_too_much_of_anything_is_refused(self):
        get = b"GET %b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%b\r\n"
        for request, status in (
                (get % (b"/" + 9000 * b"a", b""), 414), (b"G" * 40000, 414), (b"GET / HTTP/1.1\r\n" + 50000 * b"x", 431),
                (get % (b"/", b"".join(b"X-%d: 1\r\n" % i for i in range(200))), 431),
                (get % (b"/", b"X: " + 40000 * b"x" + b"\r\n"), 431),
                (get % (b"/", b"Content-Length: 1001\r\n"), 413),
                (get % (b"/", b"Content-Length: 99999999999999999999999\r\n"), 413),
                (get % (b"/", b"Content-Length: -1\r\n"), 400), (get % (b"/", b"Content-Length: 1, 1\r\n"), 400),
                (get % (b"/", b"Content-Length: 1\r\nContent-Length: 1\r\n"), 400),
                (get % (b"/", b"Transfer-Encoding: chunked\r\n"), 411),
                (get % (b"/", b"Content-Encoding: gzip\r\nContent-Length: 0\r\n"), 415),
                (get % (b"/", b"Host: localhost\r\n"), 400), (get % (b"/", b" folded: 1\r\n"), 400),
                (get % (b"/", b"Bad Name: 1\r\n"), 400), (get % (b"/", b"X: a\0b\r\n"), 400),
                (get % (b"/", b"Expect: miracles\r\n"), 417), (b"GET / HTTP/1.1\r\n\r\n", 400),
                (b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505), (b"nonsense\r\n\r\n", 400),
                (get % (b"http://localhost/", b""), 400),
                (get % (b"/%zz", b""), 400), (get % (b"/%00", b""), 400), (get % (b"/%2", b""), 400)):
            with self.subTest(request[:80]):
                self.assertEqual(status_of(self.server.raw(request, shut=False)), status)

    def test_no_path_leads_to_a_file(self):
        for path in (b"/../../../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"/..%2f..%2fetc%2fpasswd", b"//etc/passwd",
                     b"/api/../../etc/passwd", b"/app.js/../../../etc/passwd", b"/api/articles/..%2f..%2fetc%2fpasswd",
                     b"/api/passages/%2Fetc%2Fpasswd%231", b"/\\..\\..\\etc\\passwd", b"/.", b"/..", b"/CMakeLists.txt"):
            reply = self.server.raw(b"GET %b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % path)
            self.assertIn(status_of(reply), (400, 404), path)
            self.assertNotIn(b"root:", reply)

    def test_a_range_or_a_compressed_answer_is_not_given(self):
        reply = self.server.get("/api/search", Range="bytes=" + ",".join(["0-0"] * 1500), Accept_Encoding="br, gzip")
        self.assertEqual(reply.status, 200)
        self.assertNotIn("Content-Encoding", reply.headers)
        json.loads(reply.body)

    def test_a_slow_client_is_not_waited_for(self):
        with socket.create_connection(("127.0.0.1", self.server.port)) as client:
            begin = time.monotonic()
            client.settimeout(0.05)
            received = b""
            for byte in b"GET /api/search?q=" + 400 * b"a":
                try:
                    client.sendall(bytes([byte]))
                    received = client.recv(4096)
                    break
                except TimeoutError:
                    pass
                except ConnectionError:
                    break
        self.assertLess(time.monotonic() - begin, 10)
        self.assertEqual(status_of(received), 408)

    def test_a_client_that_does_not_read_holds_no_thread(self):
        clients = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(6)]
        for client in clients:
            client.sendall(200 * b"GET /api/search?limit=20 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        deadline = time.monotonic() + 60
        while self.server.raw(b"GET /healthz HTTP/1.0\r\n\r\n")[9:12] != b"200":
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.1)
        for client in clients:
            client.close()

    def test_more_connections_than_allowed_are_told_so(self):
        waiting = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(6)]
        self.assertIn(b"Retry-After:", self.reply_with(503))
        for client in waiting:
            client.close()
        self.reply_with(200)

    def reply_with(self, status):
        """Asks until the server has noticed what others did."""
        deadline = time.monotonic() + 30
        while status_of(reply := self.server.raw(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) != status:
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.1)
        return reply

    def test_all_hits_are_no_more_than_the_server_gives(self):
        reply = self.server.get("/api/search", ("limit", "all"), ("format", "csv"))
        self.assertEqual(len(json.loads(self.server.get("/api/search?limit=all").body)["hits"]), 20)
        self.assertGreater(int(reply.headers["Furat-Total-Hits"]), 20)
        self.assertEqual(self.error(self.server.get("/api/search?limit=21"), 400)["argument"], "limit")

    def test_a_search_that_may_take_no_time_is_given_up(self):
        error = self.error(self.server.get("/api/search", ("q", "siege"), ("timeout", "0ms")), 504)
        self.assertEqual(error["code"], "deadline_exceeded")


if __name__ == "__main__":
    unittest.main()
