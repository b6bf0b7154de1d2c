#include "analysis/dates/date_recognizer.hpp"

#include <algorithm>

#include "analysis/dates/grammar.hpp"
#include "analysis/dates/narrative_course.hpp"
#include "analysis/dates/resolver.hpp"
#include "analysis/dates/retold.hpp"
#include "analysis/dates/year_hints.hpp"
#include "analysis/dates/year_inference.hpp"

namespace furat::analysis {

namespace {

std::vector<dates::Expressions> expressions_of(const ArticleContext& article) {
  std::vector<dates::Lexemes> lexemes;
  std::vector<dates::Expressions> out;
  lexemes.reserve(article.passages.size());
  out.reserve(article.passages.size());
  bool all_dated = true;
  for (const TokenizedText& passage : article.passages) {
    lexemes.emplace_back(passage);
    out.push_back(dates::expressions_in(lexemes.back()));
    all_dated = all_dated && std::none_of(out.back().begin(), out.back().end(), dates::lacks_year);
  }
  if (all_dated) return out;  // no year to be found by what stands around
  for (std::size_t i = 0; i < out.size(); ++i)
    dates::mark_year_hints(lexemes[i], article.passages[i].text(), out[i]);
  dates::mark_course(out);
  return out;
}

std::vector<DateMention> mentions_in(const dates::Expressions& expressions,
                                     dates::Resolver& resolver) {
  std::vector<DateMention> out;
  resolver.begin_passage();
  for (std::size_t i = 0; i < expressions.size(); ++i)
    if (expressions[i].begins_range || expressions[i].before_next) {
      resolver.resolve_range(expressions[i], expressions[i + 1], out);
      ++i;
    } else if (auto mention = resolver.resolve(expressions[i])) {
      out.push_back(std::move(*mention));
    }
  return out;
}

}  // namespace

std::vector<std::vector<DateMention>> recognize_dates(const ArticleContext& article) {
  const auto passages = expressions_of(article);
  dates::Resolver resolver({.published = article.published,
                            .narrative = dates::is_narrative(passages),
                            .retelling = dates::retelling_of(passages, article.published),
                            .order = dates::day_order(passages)});
  std::vector<std::vector<DateMention>> out;
  out.reserve(passages.size());
  for (const dates::Expressions& passage : passages) out.push_back(mentions_in(passage, resolver));
  return out;
}

}  // namespace furat::analysis
