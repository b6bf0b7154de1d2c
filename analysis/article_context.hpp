// What a recognizer sees of an article: its passages in order, tokenized once, and its reference
// day.
#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

struct ArticleContext {
  std::span<const TokenizedText>
      passages;  ///< in reading order; the heading is part of its first passage's text
  std::optional<std::chrono::sys_days>
      published;  ///< reference day of relative expressions; none: never guessed
};

}  // namespace furat::analysis
