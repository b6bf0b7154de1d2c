// What is taken for an HTTP request, and what is not: heads, targets, hosts, tokens.
#include "searcher/http/access.hpp"
#include "searcher/http/request_head.hpp"
#include "searcher/http/target.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace furat::http;

/// The status by which a head is refused; 0 if it is not.
int refusal_of(const std::string& lines) {
  const auto checked = checked_head(lines, HeadLimits());
  const auto* refusal = std::get_if<Refusal>(&checked);
  return refusal == nullptr ? 0 : refusal->status;
}

Head head_of(const std::string& lines) { return std::get<Head>(checked_head(lines, HeadLimits())); }

const std::string kGet = "GET /api/search HTTP/1.1\r\nHost: localhost\r\n";

}  // namespace

TEST_CASE("only the fields that are used reach the HTTP library") {
  const auto head =
      head_of(kGet +
              "Range: bytes=0-0,1-1\r\nAccept-Encoding: br\r\nIf-None-Match:  \"a\" \r\n"
              "X-Forwarded-For: 1.2.3.4\r\n");
  CHECK(head.text == "GET /api/search HTTP/1.1\r\nhost: localhost\r\nif-none-match: \"a\"\r\n\r\n");
  CHECK(head.target == "/api/search");
  CHECK(head.keep_alive);
  CHECK(head.body == 0);
}

TEST_CASE("a connection is kept as the client says") {
  CHECK_FALSE(head_of(kGet + "Connection: Close\r\n").keep_alive);
  CHECK_FALSE(head_of("GET / HTTP/1.0\r\n").keep_alive);
  CHECK(head_of("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n").keep_alive);
}

TEST_CASE("a head that two readers could read in two ways is refused") {
  const auto [line, status] = GENERATE(table<std::string, int>({
      {"Content-Length: 1\r\nContent-Length: 2\r\n", 400},
      {"Content-Length: +1\r\n", 400},
      {"Content-Length: 0x10\r\n", 400},
      {"Content-Length: \r\n", 400},
      {"Content-Length: 99999999999999999999999\r\n", 413},
      {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 411},
      {"Transfer-Encoding : chunked\r\n", 400},
      {" folded: 1\r\n", 400},
      {"no colon\r\n", 400},
      {": no name\r\n", 400},
      {"Host: other\r\n", 400},
      {"X: a\rContent-Length: 5\r\n", 400},
      {"Content-Encoding: gzip\r\n", 415},
      {"Expect: the unexpected\r\n", 417},
  }));
  CAPTURE(line);
  CHECK(refusal_of(kGet + line) == status);
}

TEST_CASE("a request line has three parts, and no body is larger than it may be") {
  CHECK(refusal_of("GET /\r\nHost: a\r\n") == 400);
  CHECK(refusal_of("GET / a HTTP/1.1\r\nHost: a\r\n") == 400);
  CHECK(refusal_of("PUT / HTTP/1.1\r\nHost: a\r\n") == 405);
  CHECK(refusal_of("GET / HTTP/1.2\r\nHost: a\r\n") == 505);
  CHECK(refusal_of("GET /\x01 HTTP/1.1\r\nHost: a\r\n") == 400);
  CHECK(refusal_of("GET / HTTP/1.1\r\n") == 400);
  CHECK(refusal_of("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n") == 414);
  CHECK(refusal_of(kGet + "Content-Length: 262144\r\n") == 0);
  CHECK(refusal_of(kGet + "Content-Length: 262145\r\n") == 413);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "X: 1\r\n";
  CHECK(refusal_of(kGet + many) == 431);
}

TEST_CASE("a target is taken apart before it is decoded") {
  const auto target = parsed_target("/api/passages/a%2Fb%231/why?q=a+b%2B%26&place=&x");
  REQUIRE(target);
  CHECK(target->path == std::vector<std::string>{"api", "passages", "a/b#1", "why"});
  CHECK(target->parameters == Parameters{{"q", "a b+&"}, {"place", ""}, {"x", ""}});
  CHECK(parsed_target("/")->path == std::vector<std::string>{""});
  CHECK(parsed_target("/?a=1")->path == std::vector<std::string>{""});
  CHECK(parsed_target("/a+b")->path == std::vector<std::string>{"a+b"});
}

TEST_CASE("what is no target is none") {
  const auto* const text =
      GENERATE("", "a", "http://a/", "*", "/%", "/%4", "/%4g", "/%00", "/?a=%zz", "/%-1", "/?%=1");
  CAPTURE(text);
  CHECK_FALSE(parsed_target(text));
}

TEST_CASE("a server answers to its own names alone") {
  const AllowedHosts local(parsed_listen_address("127.0.0.1:8080"), {"Archive.example"});
  for (const auto* host :
       {"localhost", "LocalHost:80", "127.0.0.1:8080", "127.1.2.3", "[::1]", "archive.EXAMPLE:443"})
    CHECK(local.allows(host));
  for (const auto* host : {"", "evil.example", "127.0.0.1.evil.example", "127.evil.example",
                           "10.0.0.1", "[::2]", "[", "archive.example.evil.example"})
    CHECK_FALSE(local.allows(host));
  const AllowedHosts all(parsed_listen_address("0.0.0.0:80"), {});
  CHECK(all.allows("10.0.0.1"));
  CHECK(all.allows("[2001:db8::1]:80"));
  CHECK_FALSE(all.allows("evil.example"));
}

TEST_CASE("a token is the whole token") {
  CHECK(bears_token("Bearer correct-horse", "correct-horse"));
  CHECK(bears_token("bearer correct-horse", "correct-horse"));
  for (const auto* given :
       {"", "Bearer", "Bearer ", "correct-horse", "Bearer correct-hors", "Bearer correct-horse1",
        "Bearer  correct-horse", "Basic correct-horse"})
    CHECK_FALSE(bears_token(given, "correct-horse"));
}
