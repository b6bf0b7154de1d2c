// What each rule of the recognizers says, in words: for those who ask why.
#pragma once

#include <string_view>

namespace furat::analysis {

/// One plain sentence about the rule of a mention ("place.cue"); empty for a name that is no rule.
[[nodiscard]] std::string_view sentence_of_rule(std::string_view rule);

}  // namespace furat::analysis
