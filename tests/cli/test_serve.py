"""furat-search serve: the HTTP API answers as the command line does, and nothing else gets through."""
import http.client
import json
import os
import re
import signal
import socket
import threading
import unittest
import urllib.parse

import json_schema
from serving import ServedSampleTest, Server, status_of
from support import CliTest, SampleIndexTest, run

PASSAGE = "mayadin-taken.txt#1"


def quoted(text):
    return urllib.parse.quote(text, safe="")


def as_options(parameters, positional=("q",)):
    """The command line that asks what these parameters ask."""
    flags = ("plain", "unique", "explain", "ancestors", "copies")
    options = [f"--{name}" if name in flags else f"--{name}={value}"
               for name, value in parameters if name not in positional and (name not in flags or value == "true")]
    words = [value for wanted in positional for name, value in parameters if name == wanted and value]
    return options, words


class AnswersTest(ServedSampleTest):
    def assert_same(self, path, parameters, *command):
        """The API's answer is, byte for byte, what the command prints."""
        reply = self.server.get(path, *parameters)
        outcome = self.sample_search(*command)
        self.assertIn(outcome.code, (0, 1), outcome.messages)
        self.assertEqual(reply.status, 200, reply.body)
        self.assertEqual(reply.body.decode(), outcome.text)

    def test_a_search_is_that_of_the_command_line(self):
        for parameters in (
                [], [("q", "siege of Deir ez-Zor"), ("facets", "place,actor,date")],
                [("q", "ISIS"), ("place", "Raqqa"), ("place", "Palmyra"), ("not-actor", "SDF"), ("limit", "3")],
                [("q", "who captured Mayadin?"), ("explain", "true")], [("q", "دير الزور"), ("offset", "2")],
                [("q", "a AND ("), ("plain", "true")], [("date", "2017"), ("date-mode", "within"), ("unique", "true")],
                [("q", "bridge"), ("group", "article"), ("sort", "date"), ("match", "any"), ("spelling", "exact")],
                [("near", "Raqqa"), ("within", "50km"), ("facets", "place"), ("facet-limit", "0")],
                [("bbox", "34,38,37,41"), ("place-roles", "all"), ("related", "always"), ("q", "army")],
                [("reported-by", "2017-10"), ("published", "2017"), ("source", "none"), ("timeout", "3s")],
                [("date", "last week"), ("now", "2017-10-20"), ("kind", "rebels"), ("sort", "published")]):
            options, words = as_options(parameters)
            for form in ("json", "jsonl", "csv", "tsv", "markdown", "geojson"):
                with self.subTest(parameters=parameters, format=form):
                    self.assert_same("/api/search", [*parameters, ("format", form)],
                                     *options, "--format", form, "--", *words)

    def test_all_hits_can_be_had_as_a_table(self):
        self.assert_same("/api/search", [("limit", "all"), ("format", "csv")], "--limit", "all", "--format", "csv")
        reply = self.server.get("/api/search", ("limit", "1"), ("format", "csv"))
        self.assertGreater(int(reply.headers["Furat-Total-Hits"]), 1)

    def test_every_other_route_is_its_command(self):
        name = quoted(PASSAGE)
        for path, parameters, command in (
                ("/api/facets", [("dimension", "place"), ("text", "zor"), ("q", "army"), ("limit", "all")],
                 ["facet", "--limit", "all", "--query", "army", "place", "zor"]),
                ("/api/facets", [("dimension", "actor"), ("order", "name")], ["facet", "--order", "name", "actor"]),
                ("/api/timeline", [("q", "siege"), ("by", "month"), ("clock", "published")],
                 ["timeline", "--by", "month", "--clock", "published", "siege"]),
                ("/api/pivot", [("rows", "place"), ("columns", "year"), ("count", "articles"), ("ancestors", "true"),
                                ("row-limit", "5"), ("column-limit", "0")],
                 ["pivot", "--rows", "place", "--columns", "year", "--count", "articles", "--ancestors",
                  "--row-limit", "5", "--column-limit", "0"]),
                ("/api/actors", [("name", "Nusra"), ("spellings", "3")], ["actors", "--spellings", "3", "Nusra"]),
                ("/api/actors", [("q", "siege"), ("neighbours", "0"), ("limit", "4")],
                 ["actors", "--query", "siege", "--neighbours", "0", "--limit", "4"]),
                ("/api/places", [("name", "Deir ez-Zor")], ["places", "Deir ez-Zor"]),
                ("/api/suggest", [("prefix", "may"), ("limit", "3")], ["suggest", "--limit", "3", "may"]),
                ("/api/suggest", [("prefix", "ra"), ("dimension", "place")], ["suggest", "--dimension", "place", "ra"]),
                (f"/api/passages/{name}", [("context", "2"), ("q", "army"), ("spelling", "exact")],
                 ["show", "--context", "2", "--query", "army", "--spelling", "exact", PASSAGE]),
                (f"/api/passages/{name}/why", [], ["why", PASSAGE]),
                (f"/api/passages/{name}/similar", [("copies", "true"), ("limit", "3"), ("facets", "place")],
                 ["similar", "--copies", "--limit", "3", "--facets", "place", PASSAGE]),
                (f"/api/articles/{quoted(PASSAGE[:-2])}", [("q", "Mosul")],
                 ["show", "--article", "--query", "Mosul", PASSAGE])):
            with self.subTest(path=path, parameters=parameters):
                self.assert_same(path, parameters, *command, "--format", "json")

    def test_tables_of_counts_are_those_of_the_command_line(self):
        for path, parameters, form, command in (
                ("/api/timeline", [("q", "siege")], "csv", ["timeline", "siege"]),
                ("/api/pivot", [("rows", "actor"), ("columns", "place")], "csv",
                 ["pivot", "--rows", "actor", "--columns", "place"]),
                ("/api/places", [], "csv", ["places"]),
                ("/api/facets", [("dimension", "place")], "csv", ["facet", "place"]),
                ("/api/facets", [("dimension", "place")], "tsv", ["facet", "place"])):
            self.assert_same(path, [*parameters, ("format", form)], *command, "--format", form)

    def test_a_request_in_json_is_that_of_the_parameters(self):
        for path, request, parameters in (
                ("/api/search", {"query": "siege", "limit": 3, "filters": [{"dimension": "place", "value": "Raqqa"}],
                                 "facets": ["place"]},
                 [("q", "siege"), ("limit", "3"), ("place", "Raqqa"), ("facets", "place")]),
                ("/api/timeline", {"search": {"query": "siege"}, "by": "month"}, [("q", "siege"), ("by", "month")]),
                ("/api/pivot", {"rows": "place", "columns": "year"}, [("rows", "place"), ("columns", "year")]),
                ("/api/facets", {"dimension": "place", "text": "zor"}, [("dimension", "place"), ("text", "zor")]),
                ("/api/actors", {"name": "Nusra"}, [("name", "Nusra")]), ("/api/places", {"limit": 2}, [("limit", "2")]),
                ("/api/suggest", {"prefix": "may"}, [("prefix", "may")])):
            reply = self.post(path, json.dumps(request))
            self.assertEqual(reply.status, 200, reply.body)
            self.assertEqual(reply.body, self.server.get(path, *parameters).body)
            self.assertNotIn("ETag", reply.headers)
        table = self.post("/api/search?format=csv", '{"query": "siege"}')
        self.assertEqual(table.body, self.server.get("/api/search", ("q", "siege"), ("format", "csv")).body)

    def post(self, target, body, kind="application/json"):
        return self.server.request("POST", target, {"Content-Type": kind}, body.encode())

    def test_a_request_in_json_is_taken_strictly(self):
        for body, argument in (("", "request"), ("[]", "request"), ('{"query": "a"', "request"), ('{"limt": 1}', "limt"),
                               ('{"limit": "1"}', "limit"), ('{"limit": 20000}', "limit"), ("[" * 500, "request"),
                               ('{"timeout_ms": 60000}', "timeout"), ('{"query": "siege ("}', "query")):
            self.assertEqual(self.error(self.post("/api/search", body), 400)["argument"], argument, body)
        self.assertEqual(self.error(self.post("/api/search?q=siege", "{}"), 400)["argument"], "q")
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx"):
            self.error(self.post("/api/search", "{}", kind), 415)
        self.assertEqual(self.post("/api/index", "{}").headers["Allow"], "GET, HEAD")

    def test_the_index_tells_what_it_is(self):
        found = json.loads(self.server.get("/api/index").body)
        status = dict(line.split(maxsplit=1) for line in
                      run("furat-index", "status", "--index", self.sample, cwd=self.folder).text.splitlines())
        self.assertEqual(str(found["passages"]), status["passages"])
        self.assertEqual(str(found["articles"]), status["articles"])
        self.assertEqual(found["generation"], json.loads(self.server.get("/api/search").body)["generation"])

    def test_what_is_wrong_with_a_request_is_said(self):
        for parameters, argument, text in (
                ([("dat", "2017")], "dat", "2017"), ([("date", "2017-13-45")], "date", "2017-13-45"),
                ([("limit", "-1")], "limit", "-1"), ([("limit", "1" + 30 * "0")], "limit", "1" + 30 * "0"),
                ([("limit", "1"), ("limit", "2")], "limit", "2"), ([("sort", "age")], "sort", "age"),
                ([("unique", "yes")], "unique", "yes"), ([("format", "xml")], "format", "xml"),
                ([("format", "csv"), ("format", "csv")], "format", "csv"), ([("timeout", "1h")], "timeout", "1h"),
                ([("timeout", "1min")], "timeout", "1min"), ([("limit", "10001")], "limit", "10001"),
                ([("place", "Atlantis")], "place", "Atlantis"), ([("q", "siege (")], "query", "siege (")):
            with self.subTest(parameters):
                error = self.error(self.server.get("/api/search", *parameters), 400)
                self.assertEqual((error["code"], error["argument"], error["text"]), ("bad_request", argument, text))
        error = self.error(self.server.get("/api/search", ("date", "2017-13-45")), 400)
        self.assertIn("2017-10-05", error["suggestions"])
        self.assertEqual(self.error(self.server.get("/api/pivot", ("rows", "place")), 400)["argument"], "columns")
        self.assertEqual(self.error(self.server.get("/api/suggest"), 400)["argument"], "prefix")

    def test_what_is_not_there_is_404(self):
        for path in ("/api", "/api/", "/api/searchx", "/api/search/", "/api/passages/none%231", "/index.htm", "//",
                     "/api/passages/a/b/c", "/api/passages/", "/api/articles/nothing", "/favicon.ico"):
            with self.subTest(path):
                self.assertEqual(self.error(self.server.get(path), 404)["code"], "not_found")

    def test_only_reading_is_allowed(self):
        for method in ("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"):
            reply = self.server.request(method, "/api/search")
            self.assertEqual(self.error(reply, 405)["code"], "method_not_allowed")
            self.assertIn("GET", reply.headers["Allow"])
        self.assertEqual(self.server.request("POST", "/").headers["Allow"], "GET, HEAD")

    def test_a_head_has_the_fields_of_the_answer_and_no_body(self):
        for path in ("/", "/api/search?q=siege", "/healthz", "/nothing"):
            whole, head = self.server.get(path), self.server.request("HEAD", path)
            self.assertEqual(head.body, b"")
            for field in ("Content-Length", "Content-Type", "ETag", "Content-Security-Policy"):
                self.assertEqual(head.headers[field], whole.headers[field], (path, field))

    def test_what_was_had_is_not_sent_again(self):
        for path in ("/", "/api/search?q=siege", "/api/suggest?prefix=a"):
            first = self.server.get(path)
            self.assertEqual(first.headers["Cache-Control"], "no-cache")
            again = self.server.get(path, If_None_Match=first.headers["ETag"])
            self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, b"", first.headers["ETag"]))
            self.assertEqual(self.server.get(path, If_None_Match='"other"').body, first.body)
        self.assertNotIn("ETag", self.server.get("/api/search?limit=x").headers)

    def test_what_is_named_by_its_contents_may_be_kept_for_ever(self):
        names = re.findall(r'(?:src|href)="(/[\w-]+\.\w+)"', self.server.get("/").body.decode())
        hashed = [name for name in names if re.search(r"-[A-Z2-7]{8}\.(js|css)$", name)]
        self.assertTrue({".js", ".css"} <= {os.path.splitext(name)[1] for name in hashed}, names)
        self.assertNotEqual(hashed, names)
        for name in names:
            expected = "max-age=31536000, immutable" if name in hashed else "no-cache"
            first = self.server.get(name)
            again = self.server.get(name, If_None_Match=first.headers["ETag"])
            self.assertEqual((first.status, again.status), (200, 304), name)
            for reply in (first, again):
                self.assertEqual(reply.headers.get_all("Cache-Control"), [expected], name)
        self.assertEqual(self.server.get("/app.js").status, 404)

    def test_every_answer_forbids_what_the_page_does_not_need(self):
        for path in ("/", "/api/search", "/api/nothing", "/healthz", "/metrics"):
            headers = self.server.get(path).headers
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["Cross-Origin-Resource-Policy"], "same-origin")
            self.assertEqual(headers["Cross-Origin-Opener-Policy"], "same-origin")
            self.assertIn("script-src 'self'", headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", headers["Content-Security-Policy"])
            self.assertFalse([name for name in headers if name.startswith("Access-Control")])

    def test_the_page_is_built_in(self):
        page = self.server.get("/")
        self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertIn(b"<!doctype html>", page.body.lower())
        self.assertEqual(self.server.get("/?q=siege&place=Raqqa").body, page.body)

    def test_health_and_metrics(self):
        self.assertEqual(self.server.get("/healthz").body, b"ok\n")
        self.server.get("/api/search")
        text = self.server.get("/metrics").body.decode()
        self.assertRegex(text, r'furat_http_requests_total\{route="/api/search",status="200"\} [1-9]')
        self.assertRegex(text, r'furat_http_request_duration_seconds_bucket\{route="/api/search",le="\+Inf"\} [1-9]')
        self.assertRegex(text, r"furat_index_passages [1-9]")
        for line in text.splitlines():
            self.assertRegex(line, r"^(# (HELP|TYPE) \w+ .+|\w+(\{\w+=\"[^\"]*\"(,\w+=\"[^\"]*\")*\})? [-+.e\d]+)$")

    def test_requests_of_one_connection_are_answered_in_turn(self):
        one = b"GET /api/suggest?prefix=a HTTP/1.1\r\nHost: localhost\r\n\r\n"
        last = one.replace(b"Host", b"Connection: close\r\nHost")
        replies = self.server.raw(4 * one + last, shut=False)
        self.assertEqual(replies.count(b"HTTP/1.1 200 OK\r\n"), 5)

    def test_an_old_client_is_answered_and_left(self):
        self.assertEqual(status_of(self.server.raw(b"GET /healthz HTTP/1.0\r\n\r\n", shut=False)), 200)


class OpenApiTest(ServedSampleTest):
    def test_real_answers_are_as_described(self):
        document = json.loads(self.server.get("/api/openapi.json").body)
        self.assertEqual(document, self.sample_search("serve", "--openapi").json)
        asked = {"/api/facets": "dimension=place", "/api/pivot": "rows=place&columns=year", "/api/suggest": "prefix=a",
                 "/api/search": "q=siege&facets=place,actor,date&explain=true"}
        for path, methods in document["paths"].items():
            identity = PASSAGE if "passages" in path else PASSAGE[:-2]
            target = path.replace("{id}", quoted(identity)) + "?" + asked.get(path, "")
            described = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            reply = self.server.get(target)
            self.assertEqual(reply.status, 200, (target, reply.body))
            faults = list(json_schema.violations(json.loads(reply.body), described, document))
            self.assertEqual(faults, [], path)

    def test_errors_are_as_described_and_every_parameter_is_taken(self):
        document = json.loads(self.server.get("/api/openapi.json").body)
        schema = {"$ref": "#/components/schemas/error"}
        for path, methods in document["paths"].items():
            target = path.replace("{id}", quoted(PASSAGE if "passages" in path else PASSAGE[:-2]))
            for parameter in methods["get"]["parameters"]:
                if parameter["in"] != "query":
                    continue
                reply = self.server.get(target, (parameter["name"], "\x01"))
                body = json.loads(reply.body)
                if reply.status != 200:
                    self.assertEqual(list(json_schema.violations(body, schema, document)), [])
                    self.assertNotIn("there is no parameter", body["error"]["message"])
            reply = self.server.get(target, ("surely-not", "1"))
            self.assertIn("there is no parameter 'surely-not'", json.loads(reply.body)["error"]["message"])


class AccessTest(SampleIndexTest):
    def serve(self, *options):
        server = Server(self.sample, *options, cwd=self.folder)
        self.addCleanup(server.__exit__)
        return server

    def test_who_has_no_token_gets_the_page_alone(self):
        token = self.file("token", "correct-horse-battery\n")
        os.chmod(token, 0o600)
        server = self.serve("--token-file", token)
        for path in ("/", "/healthz"):
            self.assertEqual(server.get(path).status, 200)
        for path in ("/api/search", "/api/index", "/api/openapi.json", "/metrics", "/api/nothing"):
            for given in (None, "Bearer wrong", "Bearer correct-horse-batter", "Bearer correct-horse-battery1",
                          "Basic correct-horse-battery", "correct-horse-battery"):
                reply = server.request("GET", path, {"Authorization": given} if given else {})
                self.assertEqual((reply.status, reply.headers["WWW-Authenticate"]), (401, "Bearer"), (path, given))
        self.assertEqual(server.get("/api/search", Authorization="Bearer correct-horse-battery").status, 200)

    def test_a_token_that_others_can_read_is_refused(self):
        token = self.file("token", "correct-horse-battery\n")
        os.chmod(token, 0o644)
        arguments = ("serve", "--index", self.sample, "--listen", "127.0.0.1:0", "--token-file")
        self.assert_fails(self.search(*arguments, token), 2, "others may read")
        short = self.file("short", "secret\n")
        os.chmod(short, 0o600)
        self.assert_fails(self.search(*arguments, short), 2, "16 visible")
        self.assert_fails(self.search(*arguments, "missing"), 2, "missing")

    def test_other_machines_are_let_in_only_if_that_is_said(self):
        for address in ("0.0.0.0:0", "[::]:0", "192.0.2.1:80"):
            self.assert_fails(self.search("serve", "--index", self.sample, "--listen", address), 2, "--allow-remote")
        for address in ("localhost", "example.org:80", "127.0.0.1:99999", "127.0.0.1:", ":80", "[127.0.0.1]:1"):
            self.assert_fails(self.search("serve", "--index", self.sample, "--listen", address), 2, "no address")

    def test_a_name_that_is_not_its_own_is_refused(self):
        server = self.serve("--public-name", "Archive.Example")
        for host, status in (("localhost", 200), ("LOCALHOST:1", 200), ("127.0.0.1", 200), ("[::1]:8080", 200),
                             ("archive.example:443", 200), ("evil.example", 421), ("127.0.0.1.evil.example", 421),
                             ("localhost.evil.example", 421), ("192.168.0.1", 421), ("evil.example@localhost", 421)):
            self.assertEqual(server.get("/healthz", Host=host).status, status, host)
            self.assertEqual(server.get("/", Host=host).status, status, host)

    def test_a_port_in_use_is_said(self):
        server = self.serve()
        self.assert_fails(self.search("serve", "--index", self.sample, "--listen", f"127.0.0.1:{server.port}"), 2,
                          "cannot listen")

    def test_the_access_log_is_a_line_a_request_and_steers_no_terminal(self):
        server = self.serve("--access-log")
        server.get("/api/search?q=siege")
        server.raw(b"GET /api/search?q=\xc2\x9b31m\xe2\x80\xae HTTP/1.1\r\nHost: localhost\r\n\r\n")
        server.raw(b"nonsense\x1b[31m\r\n\r\n")
        code, log = server.stopped()
        self.assertEqual(code, 0)
        lines = log.splitlines()
        self.assertEqual(len(lines), 3, log)
        self.assertRegex(lines[0], r"^127\.0\.0\.1 GET /api/search\?q=siege 200 \d+ bytes [\d.]+ ms$")
        for sign in ("\x1b", "\x9b", "\u202e"):
            self.assertNotIn(sign, log)

    def test_signals_end_it_with_success(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            server = self.serve()
            idle = socket.create_connection(("127.0.0.1", server.port))
            self.assertEqual(server.stopped(number)[0], 0)
            idle.close()

    def test_what_was_asked_before_the_end_is_answered(self):
        server = self.serve()
        clients = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=60) for _ in range(4)]
        for client in clients:
            client.request("GET", "/healthz")
            client.getresponse().read()
        for client in clients:
            client.request("GET", "/api/search?limit=all&facets=place,actor,date&facet-limit=0")
        code, _ = server.stopped()
        self.assertEqual(code, 0)
        for client in clients:
            reply = client.getresponse()
            self.assertGreater(len(json.loads(reply.read())["hits"]), 100)
            client.close()


class NewGenerationTest(CliTest):
    def test_a_new_generation_is_picked_up_without_a_failed_request(self):
        self.file("articles/a1.txt", "The bridge of Raqqa was bombed on 3 May 2017.\n")
        self.build("articles")
        with Server(self.folder / ".furat", cwd=self.folder) as server:
            first = server.get("/api/search?q=bridge")
            replies, stop = [], threading.Event()

            def ask():
                while not stop.is_set():
                    replies.append(server.get("/api/search?q=bridge"))
            asking = threading.Thread(target=ask)
            asking.start()
            for number in range(2, 6):
                self.file(f"articles/a{number}.txt", f"A bridge of Raqqa was bombed on {number} June 2017.\n")
                self.assertEqual(self.index("update", "--index", ".furat", "articles").code, 0)
            last = server.get("/api/search?q=bridge")
            stop.set()
            asking.join()
            self.assertEqual({reply.status for reply in replies}, {200})
            self.assertEqual(json.loads(last.body)["total_passages"], 5)
            bodies = {}
            for reply in [first, *replies, last]:
                tag = reply.headers["ETag"]
                self.assertIsNotNone(tag)
                self.assertEqual(bodies.setdefault(tag, reply.body), reply.body)
            self.assertNotEqual(first.headers["ETag"], last.headers["ETag"])
            self.assertEqual(server.get("/api/search?q=bridge", If_None_Match=first.headers["ETag"]).status, 200)

    def test_without_its_index_it_says_so_and_tells_no_path(self):
        self.file("articles/a1.txt", "The bridge of Raqqa was bombed on 3 May 2017.\n")
        self.build("articles")
        with Server(self.folder / ".furat", cwd=self.folder) as server:
            os.rename(self.folder / ".furat", self.folder / "gone")
            self.assertEqual(server.get("/healthz").status, 503)
            reply = server.get("/api/search?q=bridge")
            self.assertEqual(reply.status, 500)
            self.assertNotIn(str(self.folder).encode(), reply.body)
            os.rename(self.folder / "gone", self.folder / ".furat")
            self.assertEqual(server.get("/healthz").status, 200)
            self.assertEqual(server.get("/api/search?q=bridge").status, 200)


if __name__ == "__main__":
    unittest.main()
