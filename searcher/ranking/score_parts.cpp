#include "searcher/ranking/score_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "index/schema.hpp"
#include "searcher/matching/set_source.hpp"
#include "searcher/ranking/bm25.hpp"
#include "searcher/ranking/proximity.hpp"
#include "searcher/ranking/shard_ranking.hpp"

namespace furat {
namespace {

using Query = Xapian::Query;

/// Less than this is not shown.
constexpr double kNothing = 0.005;

/// Terms of the query, each once, in its order.
std::vector<std::string> terms_of(const Query& query) {
  std::vector<std::string> terms;
  for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term)
    if (std::find(terms.begin(), terms.end(), *term) == terms.end()) terms.push_back(*term);
  return terms;
}

void put_largest_first(std::vector<ScorePart>& parts) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
}

/// What related words add, as one part that names the strongest.
ScorePart joined(std::vector<ScorePart> words) {
  constexpr std::size_t kNamed = 8;
  put_largest_first(words);
  ScorePart all{"related words: ", 0};
  for (std::size_t i = 0; i < words.size(); ++i) {
    all.score += words[i].score;
    if (i < kNamed) all.what += (i == 0 ? "" : ", ") + words[i].what;
  }
  if (words.size() > kNamed) all.what += fmt::format(" and {} more", words.size() - kNamed);
  return all;
}

/// Words of the text have no prefix, and prefixes begin with a capital.
bool is_word(const std::string& term) { return !term.empty() && (term[0] < 'A' || term[0] > 'Z'); }

}  // namespace

ScoreParts::ScoreParts(const GenerationView& view, const Query& query,
                       const std::vector<std::string>& stems, PartNames names,
                       std::vector<Xapian::docid> passages)
    : view_(view),
      names_(std::move(names)),
      passages_(std::move(passages)),
      set_(view.columns().last_document()) {
  for (const auto passage : passages_) set_.add(passage);
  add(query);
  add_nearness(stems);
}

/// Sums are taken apart; what scores as a whole is a part.
void ScoreParts::add(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) add(query.get_subquery(i));
      return;
    case Query::OP_AND_NOT:
      return add(query.get_subquery(0));
    case Query::OP_FILTER:
      // A constant weight stands for what it is filtered by.
      if (query.get_subquery(0).get_type() == Query::LEAF_POSTING_SOURCE) return add_part(query);
      return add(query.get_subquery(0));
    default:
      return add_part(query);
  }
}

/// Words found by feedback count as one part of a hit, however many they are.
std::optional<std::string> ScoreParts::related_word(const Query& query) const {
  const bool scaled = query.get_type() == Query::OP_SCALE_WEIGHT;
  const auto terms = terms_of(query);
  const auto word = std::find_if(terms.begin(), terms.end(), is_word);
  if (!scaled || word == terms.end() || names_.words.contains(*word)) return std::nullopt;
  const auto known = names_.related.find(*word);
  return known == names_.related.end() ? *word : known->second;
}

void ScoreParts::add_part(const Query& query) {
  const auto related = related_word(query);
  const auto words = related ? *related : described(query);
  for (const auto& [passage, score] : scored(query))
    if (score >= kNothing) (related ? related_ : parts_)[passage].push_back({words, score});
}

std::vector<RankedPassage> ScoreParts::scored(const Query& query) const {
  if (!view_.is_one_local_database()) {
    const SearchRequest by_relevance;
    const auto everything = view_.completion().counts.passages;
    auto ranked = best_of_shards(view_, query, {by_relevance, {}, 0, everything}, &set_);
    std::erase_if(ranked,
                  [&](const RankedPassage& found) { return !set_.contains(found.passage); });
    return ranked;
  }
  SetSource these(set_);
  Xapian::Enquire enquire(view_.database());  // their order does not matter
  enquire.set_query(Query(Query::OP_FILTER, query, Query(&these)));
  enquire.set_weighting_scheme(bm25::weighting_scheme());
  const auto count = static_cast<Xapian::doccount>(passages_.size());
  return passages_of(enquire.get_mset(0, count, count));
}

void ScoreParts::add_nearness(const std::vector<std::string>& stems) {
  const Proximity proximity(view_, stems);
  if (proximity.is_idle()) return;
  for (const auto passage : passages_)
    if (const double bonus = proximity.bonus(passage); bonus >= kNothing)
      parts_[passage].push_back({"words of the query beside each other", bonus});
}

std::string ScoreParts::described(const Query& query) const {
  const auto terms = terms_of(query);
  if (query.get_type() == Query::OP_FILTER) return "the time or place asked for";
  if (terms.empty()) return "every passage";
  if (query.get_type() == Query::OP_SCALE_WEIGHT) {
    const auto weighed = query.get_subquery(0);
    // What is in the title is a term alone; a word of the query that feedback raises is either.
    return described(weighed) +
           (weighed.get_type() == Query::OP_OR ? ", and the best passages have in common" : "");
  }
  if (query.get_type() == Query::OP_OR) return described(query.get_subquery(0));
  if (terms.size() == 1) return described(terms.front());
  // A name, a word with its other ways of writing, a phrase: the first term says which.
  const auto value = std::find_if(terms.begin(), terms.end(), [](const std::string& term) {
    return term.starts_with(index::prefix::kMention) ||
           term.starts_with(index::prefix::kTitleMention);
  });
  if (value != terms.end()) return described(*value);
  std::string words;
  for (const auto& term : terms)
    if (is_word(term)) {
      const auto word = names_.words.find(term);
      words += (words.empty() ? "" : " ") + (word == names_.words.end() ? term : word->second);
    }
  if (words.empty()) return described(terms.front());
  return query.get_type() == Query::OP_PHRASE ? "\"" + words + "\" side by side"
                                              : words + ", in any way of writing";
}

std::string ScoreParts::described(const std::string& term) const {
  const auto name_of = [this](const std::string& id) {
    for (const auto dimension : {index::Dimension::place, index::Dimension::actor})
      if (const auto ordinal = view_.value_with_id(dimension, id))
        return view_.value(*ordinal).name;
    return id;
  };
  if (term.starts_with(index::prefix::kMention))
    return name_of(term.substr(index::prefix::kMention.size())) + ", named in any spelling";
  if (term.starts_with(index::prefix::kTitleMention))
    return name_of(term.substr(index::prefix::kTitleMention.size())) + ", named in the title";
  const bool in_title = !is_word(term) && term.starts_with(index::prefix::kTitle);
  const auto stem = in_title ? term.substr(index::prefix::kTitle.size()) : term;
  const auto word = names_.words.find(stem);
  std::string text = word == names_.words.end() ? stem : word->second;
  if (in_title) return text + ", in the title or heading";
  return text + fmt::format(", which {} of {} passages have", view_.termfreq(term),
                            view_.database().get_doccount());
}

std::vector<ScorePart> ScoreParts::of(Xapian::docid passage, double score) const {
  const auto found = parts_.find(passage);
  auto parts = found == parts_.end() ? std::vector<ScorePart>{} : found->second;
  if (const auto related = related_.find(passage); related != related_.end())
    parts.push_back(joined(related->second));
  put_largest_first(parts);
  const double rest =
      std::accumulate(parts.begin(), parts.end(), score,
                      [](double sum, const ScorePart& part) { return sum - part.score; });
  if (rest <= -2 * kNothing)
    parts.push_back({"nearly the text of a hit above, hence behind the others", rest});
  return parts;
}

}  // namespace furat
