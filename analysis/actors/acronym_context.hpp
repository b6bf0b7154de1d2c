// What the finders of acronym definitions share about a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/actors/acronym_definitions.hpp"
#include "analysis/actors/long_forms.hpp"
#include "analysis/actors/short_forms.hpp"
#include "analysis/actors/token_breaks.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// One text, its marks and the definitions found so far.
class AcronymContext {
 public:
  explicit AcronymContext(const TokenizedText& text) : text_(text), breaks_(text) {}

  [[nodiscard]] const TokenizedText& text() const { return text_; }
  [[nodiscard]] const TokenBreaks& breaks() const { return breaks_; }

  /// Tokens [first, past_end) as a short form, with what the text tells of its use.
  [[nodiscard]] std::optional<ShortForm> form(std::size_t first, std::size_t past_end);
  /// The short form that ends with token `past_end` - 1, parts joined by hyphens included.
  [[nodiscard]] std::optional<ShortForm> form_before(std::size_t past_end);

  [[nodiscard]] std::optional<LongForm> long_before(std::size_t past_end, const ShortForm& form,
                                                    LetterMatch least) const {
    return long_form_before(text_, breaks_, past_end, form, least);
  }
  [[nodiscard]] std::optional<LongForm> exactly(std::size_t first, std::size_t past_end,
                                                const ShortForm& form, LetterMatch least) const {
    return long_form_of(text_, breaks_, first, past_end, form, least);
  }

  /// True if `found` holds a long form, which is then kept.
  bool keep(const std::optional<LongForm>& found, const ShortForm& form);

  /// The definitions kept, in order of the text, one a short form: the first one kept.
  [[nodiscard]] std::vector<AcronymDefinition> take();

 private:
  [[nodiscard]] bool used_again(std::string_view folded);

  const TokenizedText& text_;
  TokenBreaks breaks_;
  std::vector<AcronymDefinition> definitions_;
  /// Of words in capitals; counted when first asked for.
  std::optional<std::unordered_map<std::string_view, std::size_t>> uses_;
};

}  // namespace furat::analysis
