// Answers that say why there is no other: {"error": {...}}, and the fields that all answers have.
#pragma once

#include <string>

#include "furat/errors.hpp"
#include "searcher/http/message.hpp"

namespace furat::http {

inline constexpr const char* kJsonType = "application/json; charset=utf-8";

/// {"error": {"code": "not_found", "message": ...}}; a 503 says when to come again.
[[nodiscard]] Answer refused(int status, const std::string& message);

/// 400, or 404 for a passage or value in the path that there is not, with argument, text, column
/// and suggestions.
[[nodiscard]] Answer refused(const RequestError& error, int status = 400);

/// 503: no shard answers, or one does not that must: with --strict any, else one that may have the
/// passage asked for.
[[nodiscard]] Answer unreachable(const std::string& shards);

/// 405, with the methods that there are: "GET, HEAD".
[[nodiscard]] Answer not_allowed(const char* methods);

/// The fields of `answer`, and those that every answer has, whoever asks, where it has no other:
/// nothing but this page may use it.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> headers_of(const Answer& answer);

}  // namespace furat::http
