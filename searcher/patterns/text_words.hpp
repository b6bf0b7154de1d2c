// The words of one text as patterns see them: folded, stemmed, in sentences, with mentions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "index/passage_record.hpp"

namespace furat {

/// Words [first, last] of a text, by their number.
struct WordRun {
  std::size_t first = 0, last = 0;
  friend auto operator<=>(const WordRun&, const WordRun&) = default;
};

/// Refers to the text and the analyzer, which must outlive it. What is asked for is made: stems and
/// sentences only if a pattern needs them.
class TextWords {
 public:
  TextWords(std::string_view text, analysis::TermAnalyzer& analyzer);
  /// The text of a passage: its heading is a sentence of its own, its mentions are known.
  TextWords(const index::PassageRecord& record, analysis::TermAnalyzer& analyzer);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return words_.folded(i); }
  [[nodiscard]] std::string_view stem(std::size_t i) const {
    if (stem_begins_.empty()) find_stems();
    return std::string_view(stems_).substr(stem_begins_[i], stem_begins_[i + 1] - stem_begins_[i]);
  }
  [[nodiscard]] bool behind_hyphen(std::size_t i) const {
    return words_[i].gap == analysis::Gap::hyphen;
  }
  /// Number of the sentence that a word stands in.
  [[nodiscard]] std::size_t sentence(std::size_t i) const;
  /// The mentions of places and actors whose names hold whole words.
  struct Mention {
    std::uint32_t value;
    WordRun words;
  };
  [[nodiscard]] const std::vector<Mention>& mentions() const { return mentions_; }
  [[nodiscard]] analysis::ByteSpan span(WordRun run) const {
    return {words_[run.first].span.begin, words_[run.last].span.end};
  }

 private:
  void find_stems() const;
  void find_sentences() const;

  std::string_view text_;
  std::uint32_t body_begin_ = 0;
  analysis::TermAnalyzer* analyzer_;
  analysis::TokenizedText words_;
  mutable std::string stems_;  ///< one after the other
  mutable std::vector<std::size_t> stem_begins_;
  std::vector<Mention> mentions_;
  mutable std::vector<std::size_t> sentences_;  ///< of each word
};

}  // namespace furat
