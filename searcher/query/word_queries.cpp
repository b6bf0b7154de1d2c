#include "searcher/query/word_queries.hpp"

#include "analysis/text/tokenizer.hpp"
#include "index/schema.hpp"
#include "searcher/ranking/bm25.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

TextPattern words_pattern(Stems stems) {
  TextPattern pattern;
  pattern.stems = std::move(stems);
  return pattern;
}

std::string joined_fold(const std::string& text) {
  std::string joined;
  const auto tokens = analysis::tokenize(text);
  for (const auto& token : tokens.tokens()) joined += tokens.folded(token);
  return joined;
}

std::string exact_term(const std::string& form) {
  return std::string(index::prefix::kExact) + form;
}

}  // namespace

Query combined(Query::op op, const std::vector<Query>& parts) {
  if (parts.size() == 1) return parts.front();
  return {op, parts.begin(), parts.end()};
}

Query no_passage() { return Query(exact_term("")); }

Query side_by_side(const Stems& stems) {
  if (stems.size() == 1) return Query(stems.front());
  return {Query::OP_PHRASE, stems.begin(), stems.end(),
          static_cast<Xapian::termcount>(stems.size())};
}

Query in_title_only(const Stems& stems) {
  std::vector<Query> terms;
  for (const auto& stem : stems) terms.emplace_back(std::string(index::prefix::kTitle) + stem);
  return combined(Query::OP_AND, terms);
}

Query in_title(const Stems& stems) {
  return {Query::OP_SCALE_WEIGHT, in_title_only(stems), bm25::kTitleWeight};
}

Query as_words(const Stems& stems) {
  std::vector<Query> words;
  for (const auto& stem : stems) words.emplace_back(Query::OP_OR, Query(stem), in_title({stem}));
  return combined(Query::OP_AND, words);
}

TextPattern pattern_of_beginning(const std::string& text) {
  TextPattern pattern;
  pattern.kind = TextPattern::Kind::prefix;
  pattern.word = analysis::tokenize(text).folded(0);
  return pattern;
}

TextPattern pattern_of_fitting(const WildcardPattern& wildcard) {
  TextPattern pattern;
  pattern.kind = TextPattern::Kind::wildcard;
  pattern.wildcard = wildcard;
  return pattern;
}

Stems WordQueries::stems_of(const std::string& text) const {
  Stems stems;
  const auto tokens = analysis::tokenize(text);
  for (const auto& token : tokens.tokens())
    stems.emplace_back(analyzer_.stem(tokens.folded(token)));
  return stems;
}

bool WordQueries::has_joined(const std::string& word) const {
  return view_.term_exists(std::string(index::prefix::kJoined) + word);
}

Query WordQueries::written_anyhow(const std::string& text) const {
  const auto stems = stems_of(text);
  const auto joined = joined_fold(text);
  std::vector<Query> ways{side_by_side(stems)};
  if (stems.size() > 1) ways.emplace_back(std::string(analyzer_.stem(joined)));
  if (has_joined(joined)) ways.emplace_back(std::string(index::prefix::kJoined) + joined);
  return combined(Query::OP_SYNONYM, ways);
}

TextPattern WordQueries::pattern_of_word(const std::string& text) const {
  TextPattern ways;
  ways.kind = TextPattern::Kind::any_of;
  const auto joined = joined_fold(text);
  ways.children.push_back(words_pattern(stems_of(text)));
  if (ways.children.front().stems.size() > 1)
    ways.children.push_back(words_pattern({std::string(analyzer_.stem(joined))}));
  if (has_joined(joined)) {
    ways.children.emplace_back();
    ways.children.back().kind = TextPattern::Kind::joined;
    ways.children.back().word = joined;
  }
  if (ways.children.size() > 1) return ways;
  TextPattern only = std::move(ways.children.front());
  return only;
}

TextPattern WordQueries::pattern_of_exact(const std::string& text) const {
  TextPattern pattern = words_pattern(stems_of(text));
  const auto tokens = analysis::tokenize(text);
  for (const auto& token : tokens.tokens()) pattern.forms.emplace_back(tokens.folded(token));
  return pattern;
}

std::optional<Stems> WordQueries::forms_besides(const TextPattern& exact) const {
  Stems all;
  for (std::size_t i = 0; i < exact.stems.size(); ++i) {
    const auto others = other_forms(exact.forms[i], exact.stems[i], view_, analyzer_);
    if (!others) return std::nullopt;
    all.insert(all.end(), others->begin(), others->end());
  }
  return all;
}

// A term says that a passage has a form somewhere, not where. So passages in which another form of
// one of the words stands as well are read; in the rest the stems can only be these forms.
Query WordQueries::exact(const std::string& text) const {
  const auto pattern = pattern_of_exact(text);
  Query query = side_by_side(pattern.stems);
  for (std::size_t i = 0; i < pattern.stems.size(); ++i)
    if (pattern.forms[i] != pattern.stems[i])
      query = Query(Query::OP_FILTER, query, Query(exact_term(pattern.forms[i])));
  // One word with a term of its own: the term says it all.
  if (pattern.stems.size() == 1 && pattern.forms != pattern.stems) return query;
  const auto others = forms_besides(pattern);
  if (!others) return verifier_.verified(query, pattern);
  if (others->empty()) return query;
  const Query doubtful(Query::OP_OR, others->begin(), others->end());
  const Query certain(Query::OP_AND_NOT, query, doubtful);
  if (pattern.stems.size() == 1)  // beside another form it has a term, too
    return {Query::OP_OR, certain,
            Query(Query::OP_FILTER, query, Query(exact_term(pattern.forms.front())))};
  return {Query::OP_OR, certain,
          verifier_.verified(Query(Query::OP_FILTER, query, doubtful), pattern)};
}

Query WordQueries::title_phrase(const std::string& text) const {
  const auto stems = stems_of(text);
  const auto words = in_title_only(stems);
  if (stems.size() == 1) return words;
  return verifier_.verified(words, words_pattern(stems), PassageVerifier::In::title_or_heading);
}

Query WordQueries::fitting(const WildcardPattern& wildcard, const FittingWords& words) const {
  if (words.terms.empty()) return no_passage();
  std::vector<Query> forms;
  std::vector<Query> stems;
  for (const auto& term : words.terms)
    (term.starts_with(index::prefix::kExact) ? forms : stems).emplace_back(term);
  std::vector<Query> ways;
  if (!forms.empty()) ways.push_back(combined(Query::OP_SYNONYM, forms));
  if (!stems.empty())
    ways.push_back(
        verifier_.verified(combined(Query::OP_SYNONYM, stems), pattern_of_fitting(wildcard)));
  return combined(Query::OP_OR, ways);
}

}  // namespace furat
