// The one analyzer that both sides run: tokens to index terms.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Turns folded tokens into terms. Keeps a cache of stems, so use one per thread.
class TermAnalyzer {
 public:
  TermAnalyzer();
  ~TermAnalyzer();
  TermAnalyzer(TermAnalyzer&&) noexcept;
  TermAnalyzer& operator=(TermAnalyzer&&) noexcept;

  /// The term of a folded token: its Snowball English stem, or for Arabic its light stem (article
  /// and attached prepositions off). The view is valid until the next call.
  [[nodiscard]] std::string_view stem(std::string_view folded_token);

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

/// Function words that a query need not demand, English and Arabic ("the", "of", "من" ...).
[[nodiscard]] bool is_stop_word(std::string_view folded_token);

}  // namespace furat::analysis
