// Name expansion: runs of query words that are a known name, in any spelling the index knows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/query_ast.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Consecutive children [first, first + count) of a sequence that name something.
struct NameRun {
  std::size_t first = 0, count = 0;
  std::string text;                     ///< as typed, words joined by spaces
  std::vector<std::uint32_t> ordinals;  ///< places and actors it may stand for
};

/// The leftmost-longest runs of plain words among `children` that are names of the index. A single
/// word of at most two letters or a stop word counts only if typed in capitals ("US", "IS").
[[nodiscard]] std::vector<NameRun> name_runs(const std::vector<QueryNode>& children,
                                             const GenerationView& view);

}  // namespace furat
