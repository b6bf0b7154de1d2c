#include "searcher/spelling/query_correction.hpp"

#include <algorithm>
#include <set>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/text/tokenizer.hpp"
#include "searcher/spelling/near_words.hpp"

namespace furat {
namespace {

constexpr std::size_t kMostSuggestions = 3;
/// Each costs a walk over the terms; a query with more is not one of ours misspelled.
constexpr std::size_t kMostUnknown = 4;

/// A word of the query that no passage has.
struct UnknownWord {
  TextSpan span;  ///< of the query
  std::string folded;
  bool capital = false;
  std::vector<NearWord> near;
};

using Words = std::set<std::string, std::less<>>;

void add_words(const std::string& text, Words& words) {
  const auto tokens = analysis::tokenize(text);
  for (const auto& token : tokens.tokens()) words.emplace(tokens.folded(token));
}

/// Words that were read as names: the answer says which.
Words words_of_names(const std::vector<NameMatch>& matches) {
  Words words;
  for (const auto& match : matches) add_words(match.text, words);
  return words;
}

class Corrector {
 public:
  Corrector(const std::string& query, const std::vector<NameMatch>& matched_as,
            const GenerationView& view, analysis::TermAnalyzer& analyzer)
      : query_(query), names_(words_of_names(matched_as)), view_(view), analyzer_(analyzer) {}

  std::vector<QuerySuggestion> correct(const QueryNode& root) {
    gather(root);
    std::vector<QuerySuggestion> suggestions;
    for (std::size_t choice = 0; choice < kMostSuggestions; ++choice) {
      auto suggestion = with_choice(choice);
      if (suggestion.changes.empty()) break;
      if (suggestions.empty() || suggestion.query != suggestions.back().query)
        suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
  }

 private:
  void gather(const QueryNode& node) {
    if (node.excluded) return;
    const bool is_text = node.field == QueryField::any || node.field == QueryField::title;
    if (node.kind == QueryNode::Kind::word && is_text) gather_words(node);
    for (const auto& child : node.children) gather(child);
  }

  void gather_words(const QueryNode& node) {
    const auto begin = query_.find(node.text, node.span.begin);
    if (begin == std::string::npos) return;
    const auto tokens = analysis::tokenize(node.text);
    for (const auto& token : tokens.tokens()) {
      const std::string folded(tokens.folded(token));
      const bool acronym = token.all_upper && folded.size() <= 4;
      if (unknown_.size() >= kMostUnknown || token.has_digit || acronym ||
          names_.contains(folded) || analysis::is_english_word(folded) || is_known(folded))
        continue;
      UnknownWord word{{static_cast<std::uint32_t>(begin + token.span.begin),
                        static_cast<std::uint32_t>(begin + token.span.end)},
                       folded,
                       token.upper_initial,
                       near_words(folded, view_, analyzer_)};
      if (!word.near.empty()) unknown_.push_back(std::move(word));
    }
  }

  [[nodiscard]] bool is_known(const std::string& folded) const {
    const std::string stem(analyzer_.stem(folded));
    return analysis::is_stop_word(folded) || view_.term_exists(stem) ||
           view_.term_exists(std::string(index::prefix::kTitle) + stem) ||
           view_.term_exists(std::string(index::prefix::kJoined) + folded);
  }

  /// The query with the nearest words, or the next ones after these.
  [[nodiscard]] QuerySuggestion with_choice(std::size_t choice) const {
    QuerySuggestion suggestion;
    std::size_t at = 0;
    for (const auto& word : unknown_) {
      const auto& near = word.near[std::min(choice, word.near.size() - 1)];
      auto written = near.word;
      if (word.capital && written.front() >= 'a' && written.front() <= 'z')
        written.front() = static_cast<char>(written.front() - 'a' + 'A');
      suggestion.query += query_.substr(at, word.span.begin - at) + written;
      suggestion.changes.push_back({query_.substr(word.span.begin, word.span.end - word.span.begin),
                                    written, word.span, near.distance, near.passages});
      at = word.span.end;
    }
    suggestion.query += query_.substr(at);
    return suggestion;
  }

  const std::string& query_;
  Words names_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  std::vector<UnknownWord> unknown_;
};

}  // namespace

std::vector<QuerySuggestion> corrected_queries(const std::string& query, const QueryNode& root,
                                               const std::vector<NameMatch>& matched_as,
                                               const GenerationView& view,
                                               analysis::TermAnalyzer& analyzer) {
  return Corrector(query, matched_as, view, analyzer).correct(root);
}

}  // namespace furat
