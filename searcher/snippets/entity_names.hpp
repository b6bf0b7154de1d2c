// Where a title or heading names the entities that were asked for: no mentions are stored of these.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/text/byte_span.hpp"
#include "analysis/text/tokenizer.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// For the titles of one search: remembers what was looked up. Not for several threads at once.
class EntityNames {
 public:
  /// `entities`: ordinals of values. Refers to the view.
  EntityNames(std::set<std::uint32_t> entities, const GenerationView& view)
      : entities_(std::move(entities)), view_(view) {}

  [[nodiscard]] bool has(std::uint32_t ordinal) const { return entities_.contains(ordinal); }

  /// The longest names, in any of their known spellings, from the left; ascending. Only the first
  /// words of a long text are read. Throws as GenerationView does.
  [[nodiscard]] std::vector<analysis::ByteSpan> spans_in(std::string_view text);

 private:
  [[nodiscard]] std::size_t words_of_name(const analysis::TokenizedText& tokens, std::size_t first,
                                          std::size_t end);
  [[nodiscard]] bool names_entity(const std::string& folded);

  std::set<std::uint32_t> entities_;
  const GenerationView& view_;
  std::unordered_map<std::string, bool> known_;  ///< by fold
};

}  // namespace furat
