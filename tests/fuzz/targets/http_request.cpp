// Any bytes as what a client sends over a connection: each request is read, checked, routed and
// answered over the small index, without a socket. An odd first byte: the server wants a token.
#include <cstdio>
#include <stdexcept>

#include "searcher/formats/json_parts.hpp"
#include "searcher/http/request_head.hpp"
#include "searcher/http/service.hpp"
#include "tests/fuzz/invariants.hpp"
#include "tests/fuzz/small_archive.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

constexpr std::size_t kMostRequests = 4;
constexpr const char* kToken = "a-token-of-sixteen";

const http::Service& service(bool wants_token) {
  static const Searcher searcher = small_index().searcher();
  static const auto made = [](const char* token) {
    http::AnswerLimits limits;
    limits.request = std::chrono::milliseconds(1000);
    return http::Service(
        searcher, limits, {{"127.0.0.1", 8080, false}, {"archive.example"}}, token,
        [] { return std::string("metrics\n"); },
        [](const std::string& what) { std::fprintf(stderr, "%s\n", what.c_str()); });
  };
  static const http::Service open = made(""), closed = made(kToken);
  return wants_token ? closed : open;
}

/// What the HTTP library is given: it and others must read it in one way.
void check_head(const http::Head& head, const http::HeadLimits& limits) {
  require(head.body <= limits.body, "a body is no larger than it may be");
  require(head.text.ends_with("\r\n\r\n"), "a head ends in an empty line");
  for (const auto line :
       pieces_of(std::string_view(head.text).substr(0, head.text.size() - 2), '\n'))
    require(line.empty() || line.find_first_of(std::string_view("\r\0", 2)) == line.size() - 1,
            "a line of a head ends once");
  const auto again =
      http::checked_head(std::string_view(head.text).substr(0, head.text.size() - 2), limits);
  const auto* same = std::get_if<http::Head>(&again);
  require(same != nullptr && same->text == head.text && same->target == head.target &&
              same->body == head.body,
          "a head that was checked is read as it was written");
}

/// The field of a head of our writing; empty if it has none.
std::string field(std::string_view head, std::string_view name) {
  for (auto line : pieces_of(head, '\n')) {
    if (!line.starts_with(name) || !line.substr(name.size()).starts_with(": ")) continue;
    line.remove_prefix(name.size() + 2);
    return std::string(line.substr(0, line.size() - 1));
  }
  return {};
}

http::Request request_of(const http::Head& head, std::string_view body) {
  http::Request request;
  request.method = head.text.substr(0, head.text.find(' '));
  request.target = head.target;
  request.host = field(head.text, "host");
  request.authorization = field(head.text, "authorization");
  request.if_none_match = field(head.text, "if-none-match");
  request.content_type = field(head.text, "content-type");
  request.body = body;
  return request;
}

void check_answer(const http::Answer& answer) {
  require(answer.status >= 200 && answer.status < 600, "an answer has a status");
  require(answer.status != 500, "over a sound index every request has an answer");
  require(answer.content_type.empty() == (answer.status == 304), "a body has a type");
  require_clean(answer.content_type, "");
  for (const auto& [name, value] : answer.headers) {
    require_clean(name, "");
    require_clean(value, "");
  }
  require_clean(answer.body, "\n\r\t");
  if (answer.content_type.starts_with("application/json;"))
    require(formats::Json::accept(answer.body), "what is said to be JSON is JSON");
}

/// What is left for the next request; empty if the connection ends.
std::string_view behind_request(std::string_view bytes, const http::Service& asked) {
  const http::HeadLimits limits;
  const auto end = http::head_end(bytes, 0).value_or(http::HeadEnd{bytes.size(), bytes.size()});
  if (end.next > limits.head) return {};
  const auto checked = http::checked_head(bytes.substr(0, end.text), limits);
  if (const auto* refusal = std::get_if<http::Refusal>(&checked)) {
    require(refusal->status >= 400 && !refusal->message.empty(), "a refusal says why");
    return {};
  }
  const auto& head = std::get<http::Head>(checked);
  check_head(head, limits);
  bytes.remove_prefix(end.next);
  const auto body = bytes.substr(0, head.body);
  check_answer(asked.answer(request_of(head, body)));
  return head.keep_alive ? bytes.substr(body.size()) : std::string_view();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto& asked = service(input.choice(2) == 1);
  auto rest = input.rest();
  for (std::size_t i = 0; i < kMostRequests && !rest.empty(); ++i) {
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
    rest = behind_request(rest, asked);
  }
  return 0;
}
