// The routes of the API: one table, by which requests are answered and OpenAPI is written.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "furat/searcher.hpp"
#include "searcher/http/message.hpp"
#include "searcher/http/parameters.hpp"

namespace furat::http {

struct AnswerLimits {
  std::size_t hits = 10'000;                ///< of one answer
  std::chrono::milliseconds request{5000};  ///< for one answer, waiting for its turn included
};

/// A request whose parameters were read.
struct Call {
  const Searcher& searcher;
  const AnswerLimits& limits;
  RequestOptions options;
  std::string format;
  std::optional<std::string> body{};  ///< a request as JSON instead of the options
  std::stop_token stop{};             ///< as in Request
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();

  /// Of what the server gives; at least 1 ms.
  [[nodiscard]] std::chrono::milliseconds time_left() const;
};

struct Route {
  std::string_view pattern;  ///< "/api/passages/{id}/why": `id` goes to RequestOptions::passage
  std::string_view summary;
  std::vector<const ParameterGroup*> parameters;
  std::vector<std::string_view> formats;  ///< the first is the default
  std::string_view schema;  ///< of JSON answers: a file of docs/json-schema, without ".schema.json"
  std::string_view request_schema;  ///< of the body of a POST; empty: there is none
  /// Throws what the library throws.
  Answer (*answer)(const Call& call);
};

/// Those that search, in the order of the documentation.
[[nodiscard]] std::span<const Route> routes();

/// "application/json; charset=utf-8" for "json".
[[nodiscard]] std::string_view content_type_of(std::string_view format);

/// The route that the segments of a path fit, and what stands for `{id}` in it.
struct RouteMatch {
  const Route* route = nullptr;
  std::string id;
};
[[nodiscard]] RouteMatch route_for(const std::vector<std::string>& path);

}  // namespace furat::http
