// Words of one meaning in reports of war: what a search falls back to when no passage has the very
// words.
#pragma once

#include <span>
#include <string_view>

namespace furat::analysis {

/// Folded words that may stand for the one whose stem is given ("kill": dead, death, died, slain
/// ...), itself not included; empty where none are known. Ours, chosen for reports of armed
/// conflict; sorted; valid for ever.
[[nodiscard]] std::span<const std::string_view> synonyms_of(std::string_view stem);

}  // namespace furat::analysis
