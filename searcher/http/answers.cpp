#include "searcher/http/answers.hpp"

#include <algorithm>

#include "searcher/formats/json_parts.hpp"

namespace furat::http {
namespace {

using formats::Json;
using formats::json_text;

/// The code of an error in JSON, and the phrase of a status line.
struct Status {
  int number;
  const char* code;
  const char* reason;
};

constexpr Status kStatuses[] = {
    {200, "", "OK"},
    {304, "", "Not Modified"},
    {400, "bad_request", "Bad Request"},
    {401, "unauthorized", "Unauthorized"},
    {404, "not_found", "Not Found"},
    {405, "method_not_allowed", "Method Not Allowed"},
    {408, "too_slow", "Request Timeout"},
    {411, "length_required", "Length Required"},
    {413, "too_large", "Content Too Large"},
    {414, "address_too_long", "URI Too Long"},
    {415, "unsupported_type", "Unsupported Media Type"},
    {417, "expectation_failed", "Expectation Failed"},
    {421, "foreign_host", "Misdirected Request"},
    {431, "header_too_large", "Request Header Fields Too Large"},
    {499, "client_left", "Client Closed Request"},
    {500, "internal_error", "Internal Server Error"},
    {503, "busy", "Service Unavailable"},
    {504, "deadline_exceeded", "Gateway Timeout"},
    {505, "version_not_supported", "HTTP Version Not Supported"},
};

const Status& status_of(int number) {
  for (const auto& status : kStatuses)
    if (status.number == number) return status;
  return kStatuses[2];
}

Answer error_answer(int status, Json&& error) {
  Answer answer{status, kJsonType, formats::written({{"error", std::move(error)}}, 2)};
  if (status == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (status == 503) answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

}  // namespace

std::string_view reason_of(int status) { return status_of(status).reason; }

Answer refused(int status, const std::string& message) {
  return error_answer(status, {{"code", status_of(status).code}, {"message", json_text(message)}});
}

Answer refused(const RequestError& error, int status) {
  return error_answer(status, {{"code", status_of(status).code},
                               {"message", json_text(error.what())},
                               {"argument", json_text(error.argument())},
                               {"text", json_text(error.text())},
                               {"column", error.column()},
                               {"suggestions", formats::json_texts(error.suggestions())}});
}

Answer unreachable(const std::string& shards) {
  return error_answer(503, {{"code", "shard_missing"},
                            {"message", json_text("no answer from the shard " + shards)}});
}

Answer not_allowed(const char* methods) {
  auto answer = refused(405, std::string("only ") + methods + " here");
  answer.headers.emplace_back("Allow", methods);
  return answer;
}

std::vector<std::pair<std::string, std::string>> headers_of(const Answer& answer) {
  static const std::vector<std::pair<std::string, std::string>> common{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
       "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cache-Control", "no-cache"},
      {"Accept-Ranges", "none"}};
  auto headers = answer.headers;
  for (const auto& field : common) {
    const auto named = [&](const auto& own) { return own.first == field.first; };
    if (std::none_of(answer.headers.begin(), answer.headers.end(), named)) headers.push_back(field);
  }
  return headers;
}

}  // namespace furat::http
