#include "searcher/patterns/text_words.hpp"

#include <algorithm>

#include "analysis/text/sentences.hpp"

namespace furat {

TextWords::TextWords(std::string_view text, analysis::TermAnalyzer& analyzer)
    : text_(text), analyzer_(&analyzer), words_(analysis::tokenize(text)) {}

TextWords::TextWords(const index::PassageRecord& record, analysis::TermAnalyzer& analyzer)
    : TextWords(record.text, analyzer) {
  body_begin_ = record.heading_size == 0 ? 0 : record.heading_size + 1;
  const auto tokens = words_.tokens();
  const auto word_ending_behind = [&](std::uint32_t at) {
    return static_cast<std::size_t>(
        std::partition_point(tokens.begin(), tokens.end(),
                             [at](const analysis::Token& token) { return token.span.end <= at; }) -
        tokens.begin());
  };
  for (const auto& mention : record.mentions) {
    if (mention.kind == index::MentionKind::date || mention.name_begin() >= mention.name_end())
      continue;
    const auto first = word_ending_behind(mention.name_begin());
    const auto last = word_ending_behind(mention.name_end() - 1);
    if (last < tokens.size()) mentions_.push_back({mention.value, {first, last}});
  }
}

std::size_t TextWords::sentence(std::size_t i) const {
  if (sentences_.empty()) find_sentences();
  return sentences_[i];
}

void TextWords::find_stems() const {
  stem_begins_.reserve(words_.size() + 1);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    stem_begins_.push_back(stems_.size());
    stems_ += analyzer_->stem(words_.folded(i));
  }
  stem_begins_.push_back(stems_.size());
}

void TextWords::find_sentences() const {
  std::vector<std::uint32_t> ends;
  for (const auto sentence : analysis::sentences(text_.substr(0, body_begin_)))
    ends.push_back(sentence.end);
  for (const auto sentence : analysis::sentences(text_.substr(body_begin_)))
    ends.push_back(sentence.end + body_begin_);
  std::size_t current = 0;
  for (const auto& word : words_.tokens()) {
    while (current < ends.size() && ends[current] <= word.span.begin) ++current;
    sentences_.push_back(current);
  }
}

}  // namespace furat
