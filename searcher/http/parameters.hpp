// The parameters of the API: what they are called and mean, for reading requests and for OpenAPI.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/http/message.hpp"
#include "searcher/requests/request_options.hpp"

namespace furat::http {

using requests::RequestOptions;

struct Parameter {
  std::string_view name, meaning;
  /// Where it goes and what kind it is; lists may be given several times.
  std::variant<std::vector<std::string> RequestOptions::*, std::string RequestOptions::*,
               std::optional<std::string> RequestOptions::*, bool RequestOptions::*,
               std::size_t RequestOptions::*>
      target;
  std::vector<std::string_view> choices{};  ///< words that it may be
  std::optional<std::size_t> all{};         ///< the number that the word "all" stands for
  bool required = false;
};

using ParameterGroup = std::vector<Parameter>;

/// `limit=all` of hits; the cap of the server is looked at later.
inline constexpr std::size_t kAllHits = 1'000'000'000;

[[nodiscard]] const ParameterGroup& matching_parameters();  ///< which passages: q, place, date, ...
[[nodiscard]] const ParameterGroup& hit_parameters();       ///< unique, group, sort, limit, offset
[[nodiscard]] const ParameterGroup& facet_count_parameters();  ///< facets, facet-limit
[[nodiscard]] const ParameterGroup& explain_parameters();      ///< explain
[[nodiscard]] const ParameterGroup& timeline_parameters();     ///< by, clock
[[nodiscard]] const ParameterGroup& pivot_parameters();        ///< rows, columns, ...
[[nodiscard]] const ParameterGroup& values_parameters();       ///< of actors and places
[[nodiscard]] const ParameterGroup& facet_value_parameters();  ///< dimension, text, limit, order
[[nodiscard]] const ParameterGroup& suggest_parameters();      ///< prefix, dimension, limit
[[nodiscard]] const ParameterGroup& context_parameters();      ///< context
[[nodiscard]] const ParameterGroup& mark_parameters();         ///< q and spelling, of what is shown
[[nodiscard]] const ParameterGroup& similar_parameters();      ///< copies

/// What a request says. `format` is the first of `formats` unless it is named. Throws RequestError
/// for a parameter that there is not, that is there twice, missing, or no such value.
struct ReadParameters {
  RequestOptions options;
  std::string format;
};
[[nodiscard]] ReadParameters read_parameters(const Parameters& given,
                                             std::span<const ParameterGroup* const> groups,
                                             std::span<const std::string_view> formats);

}  // namespace furat::http
