#include "indexer/passage_document.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "index/passage_dates.hpp"
#include "index/place_roles.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"
#include "indexer/actor_hierarchy.hpp"
#include "indexer/mention_terms.hpp"
#include "indexer/unknown_names.hpp"

namespace furat::indexer {
namespace {

using analysis::Gap;
using index::Dimension;

/// "ez-Zor", "al-Bab": the first half of a name that is also written in one word.
constexpr std::size_t kMaxJoinedHalf = 3;

bool is_joined_name(const analysis::TokenizedText& tokens, std::size_t i) {
  if (i == 0 || tokens[i].gap != Gap::hyphen) return false;
  const auto& first = tokens[i - 1];
  return first.folded_size <= kMaxJoinedHalf && !first.has_digit && !tokens[i].has_digit;
}

static_assert(index::MentionRecord::kGranularities ==
              static_cast<std::uint8_t>(analysis::Granularity::reference) + 1);
static_assert(index::date_flag::kOpenStart == analysis::kOpenStart);
static_assert(index::date_flag::kOpenEnd == analysis::kOpenEnd);
static_assert(index::date_flag::kYearUnknown == analysis::kYearUnknown);
static_assert(index::date_flag::kBeginsRange == analysis::kBeginsRange);

std::int32_t day_number(std::chrono::sys_days day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

void add_set(Xapian::Document& document, index::Slot slot, std::vector<std::uint32_t> numbers) {
  index::make_set(numbers);
  if (!numbers.empty()) document.add_value(slot, index::pack_set(numbers));
}

void add_without(Xapian::Document& document, Dimension dimension) {
  document.add_boolean_term(std::string(index::prefix::kWithout) +
                            std::string(index::info(dimension).name));
}

std::int32_t hundredths(double score) {
  constexpr double kMost = 1e6;
  return static_cast<std::int32_t>(std::lround(std::clamp(score, -kMost, kMost) * 100));
}

index::MentionRecord record_of(const analysis::PlaceMention& mention, const ValueNumbers& numbers) {
  index::MentionRecord record;
  record.kind = index::MentionKind::place;
  record.begin = mention.span.begin;
  record.end = mention.span.end;
  record.value = numbers.place(mention.place);
  record.role = static_cast<std::uint8_t>(mention.role);
  record.score = hundredths(mention.score);
  for (const auto& [place, score] : mention.rejected)
    if (record.rejected.size() < index::MentionRecord::kMostRejected)
      record.rejected.push_back({numbers.place(place), hundredths(score)});
  record.rule = mention.rule;
  return record;
}

index::MentionRecord record_of(const analysis::ActorMention& mention,
                               const AnnotatedArticle& article, const ValueNumbers& numbers) {
  index::MentionRecord record;
  record.kind = index::MentionKind::actor;
  record.begin = mention.span.begin;
  record.end = mention.span.end;
  record.value = numbers.actor(article, mention.actor);
  record.before_name = mention.name.begin - mention.span.begin;
  record.behind_name = mention.span.end - mention.name.end;
  record.score = mention.rejected.empty() ? 0 : hundredths(mention.score);
  for (const auto& [actor, score] : mention.rejected)
    if (record.rejected.size() < index::MentionRecord::kMostRejected)
      record.rejected.push_back({numbers.actor(actor), hundredths(score)});
  record.rule = mention.rule;
  return record;
}

std::optional<std::chrono::sys_days> first_day(const index::PassageRecord& record) {
  std::optional<std::int32_t> first;
  for (const auto& mention : record.mentions)
    if (mention.first_day && (!first || *mention.first_day < *first)) first = mention.first_day;
  if (!first) return std::nullopt;
  return std::chrono::sys_days{std::chrono::days{*first}};
}

}  // namespace

bool is_calendar_date(const analysis::DateMention& mention) {
  return mention.first || mention.last || (mention.flags & analysis::kYearUnknown) != 0;
}

index::MentionRecord record_of(const analysis::DateMention& mention) {
  index::MentionRecord record;
  record.kind = index::MentionKind::date;
  record.begin = mention.span.begin;
  record.end = mention.span.end;
  record.granularity = static_cast<std::uint8_t>(mention.granularity);
  record.flags = mention.flags;
  record.timex = mention.value;
  if (mention.first) record.first_day = day_number(*mention.first);
  if (mention.last) record.last_day = day_number(*mention.last);
  record.rule = mention.rule;
  return record;
}

index::PassageRecord passage_record(const AnnotatedArticle& article, std::size_t i,
                                    std::uint32_t article_number, const ValueNumbers& numbers) {
  const auto& annotated = article.annotated[i];
  const auto& passage = *annotated.passage;
  index::PassageRecord record;
  record.article = article_number;
  record.number = static_cast<std::uint32_t>(i + 1);
  record.page = passage.page;
  record.heading_size = passage.heading_size;
  record.heading = passage.heading;
  record.text = passage.text;
  for (const auto& run : passage.map.runs())
    record.source.push_back({run.derived_size, run.source_begin, run.source_size});
  record.line = passage.line;
  for (const auto& mention : annotated.places)
    record.mentions.push_back(record_of(mention, numbers));
  for (const auto& mention : annotated.actors)
    record.mentions.push_back(record_of(mention, article, numbers));
  for (const auto& mention : annotated.dates)
    if (is_calendar_date(mention)) record.mentions.push_back(record_of(mention));
  std::stable_sort(record.mentions.begin(), record.mentions.end(),
                   [](const auto& a, const auto& b) {
                     return std::pair(a.begin, a.kind) < std::pair(b.begin, b.kind);
                   });
  return record;
}

Xapian::Document PassageDocumentBuilder::build(const AnnotatedArticle& article, std::size_t i,
                                               std::uint32_t number) {
  Xapian::Document document;
  const auto& annotated = article.annotated[i];
  add_text(document, annotated);
  add_title(document, article.article.title, annotated.passage->heading);
  for (const auto& id : article.named_in_title)
    document.add_term(index::bounded_term(index::prefix::kTitleMention, id));
  for (const auto& term : name_terms(annotated)) document.add_boolean_term(term);
  add_places(document, annotated);
  add_place_roles(document, annotated);
  add_actor_candidates(document, annotated, annotator_);
  add_kinds(document, article, i, annotator_);
  add_spellings(document, article, i, annotator_);
  const auto record = passage_record(article, i, number, numbers_);
  const auto dates = index::dates_of(record.mentions, article.article.published);
  add_actors(document, article, i, index::years_of(dates, article.article.published));
  add_dates(document, record, dates);
  add_article(document, article, number);
  if (!annotated.fingerprint.empty())
    document.add_value(index::kSlotFingerprint, annotated.fingerprint);
  if (i == 0 && !article.fingerprint.empty())
    document.add_value(index::kSlotArticleFingerprint, article.fingerprint);
  document.add_value(index::kSlotOrder,
                     index::order_key(article.article.id, static_cast<std::uint32_t>(i + 1)));
  document.set_data(encode(record));
  return document;
}

void PassageDocumentBuilder::add_text(Xapian::Document& document, const AnnotatedPassage& passage) {
  const auto& tokens = passage.tokens;
  std::string joined;
  std::string exact(index::prefix::kExact);
  const auto add_exact = [&](std::string_view form) {
    exact.resize(index::prefix::kExact.size());
    document.add_boolean_term(exact += form);
  };
  std::set<std::string> stems_as_written;
  std::set<std::string> stems_of_others;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto folded = tokens.folded(i);
    const std::string stem(analyzer_.stem(folded));
    const auto position = static_cast<Xapian::termpos>(i + 1);
    document.add_posting(stem, position);
    if (stem != folded) {
      add_exact(folded);
      stems_of_others.insert(stem);
    } else {
      stems_as_written.insert(stem);
    }
    if (is_joined_name(tokens, i)) {
      joined = index::prefix::kJoined;
      joined += tokens.folded(i - 1);
      joined += folded;
      document.add_term(joined);
    }
  }
  // A word that is its own stem has a term only where the stem could be another word's: "dam"
  // beside "dams".
  for (const auto& stem : stems_as_written)
    if (stems_of_others.count(stem) != 0) add_exact(stem);
}

void PassageDocumentBuilder::add_title(Xapian::Document& document, const std::string& title,
                                       const std::string& heading) {
  std::set<std::string> stems;
  for (const auto* text : {&title, &heading}) {
    const auto tokens = analysis::tokenize(*text);
    for (std::size_t i = 0; i < std::min(tokens.size(), kMaxTitleTokens); ++i)
      stems.insert(std::string(index::prefix::kTitle) +
                   std::string(analyzer_.stem(tokens.folded(i))));
  }
  for (const auto& stem : stems) document.add_term(stem);
}

void PassageDocumentBuilder::add_places(Xapian::Document& document,
                                        const AnnotatedPassage& passage) {
  const auto& gazetteer = annotator_.gazetteer();
  std::set<std::uint32_t> rows;
  for (const auto& mention : passage.places) {
    add_candidates(document, mention);
    const auto id = gazetteer.id(mention.place);
    document.add_term(index::bounded_term(index::prefix::kMention, id));
    document.add_boolean_term(index::named_term(static_cast<std::uint8_t>(mention.role), id));
    if (mention.role != analysis::PlaceRole::at) continue;
    rows.insert(mention.place);
    for (const auto above : gazetteer.ancestors(mention.place)) rows.insert(above);
  }
  std::vector<std::uint32_t> numbers;
  for (const auto row : rows) {
    numbers.push_back(numbers_.place(row));
    document.add_boolean_term(index::bounded_term(index::prefix::kPlace, gazetteer.id(row)));
  }
  if (numbers.empty()) add_without(document, Dimension::place);
  add_set(document, index::kSlotPlaces, std::move(numbers));
}

/// So that the value tables hold what `why` names: no facet counts these.
void PassageDocumentBuilder::add_candidates(Xapian::Document& document,
                                            const analysis::PlaceMention& mention) {
  const auto& gazetteer = annotator_.gazetteer();
  const auto count = std::min(mention.rejected.size(), index::MentionRecord::kMostRejected);
  for (std::size_t i = 0; i < count; ++i)
    document.add_boolean_term(
        index::bounded_term(index::prefix::kCandidate, gazetteer.id(mention.rejected[i].place)));
}

void PassageDocumentBuilder::add_place_roles(Xapian::Document& document,
                                             const AnnotatedPassage& passage) {
  const auto& gazetteer = annotator_.gazetteer();
  std::vector<std::uint32_t> codes;
  for (const auto& mention : passage.places) {
    if (mention.role == analysis::PlaceRole::at) continue;
    const auto role = static_cast<std::uint8_t>(mention.role);
    document.add_boolean_term(index::role_term(role));
    const auto add = [&](std::uint32_t row) {
      document.add_boolean_term(index::role_term(role, gazetteer.id(row)));
      codes.push_back(index::code_of(numbers_.place(row), role));
    };
    add(mention.place);
    for (const auto above : gazetteer.ancestors(mention.place)) add(above);
  }
  add_set(document, index::kSlotPlaceRoles, std::move(codes));
}

void PassageDocumentBuilder::add_actors(Xapian::Document& document, const AnnotatedArticle& article,
                                        std::size_t i, const std::vector<index::YearRange>& years) {
  const auto actors = annotator_.actors_of(article);
  std::set<std::uint32_t> named;
  for (const auto& mention : article.annotated[i].actors) {
    document.add_term(index::bounded_term(index::prefix::kMention, actors.id(mention.actor)));
    named.insert(mention.actor);
    for (const auto above : ancestors_in(actors, mention.actor, years)) named.insert(above);
  }
  std::vector<std::uint32_t> numbers;
  for (const auto actor : named) {
    numbers.push_back(numbers_.actor(article, actor));
    document.add_boolean_term(index::bounded_term(index::prefix::kActor, actors.id(actor)));
  }
  if (numbers.empty()) add_without(document, Dimension::actor);
  add_set(document, index::kSlotActors, std::move(numbers));
}

void PassageDocumentBuilder::add_dates(Xapian::Document& document,
                                       const index::PassageRecord& record,
                                       const std::vector<index::PassageDate>& dates) {
  for (const auto& term : index::terms_of(dates)) document.add_boolean_term(term);
  if (dates.empty()) add_without(document, Dimension::date);
  add_set(document, index::kSlotDates, index::cover_entries(dates));
  add_set(document, index::kSlotDateScopes, index::scope_entries(dates));
  if (const auto first = first_day(record))
    document.add_value(index::kSlotFirstDay, index::sort_key(*first));
}

void PassageDocumentBuilder::add_article(Xapian::Document& document,
                                         const AnnotatedArticle& annotated, std::uint32_t number) {
  const auto& article = annotated.article;
  std::string written_number;
  index::append_varint(written_number, number);
  document.add_value(index::kSlotArticle, written_number);
  document.add_boolean_term(index::bounded_term(index::prefix::kArticle, article.id));
  if (annotated.source_number) {
    add_set(document, index::kSlotSource, {numbers_.source(*annotated.source_number)});
    document.add_boolean_term(index::bounded_term(index::prefix::kSource, article.source));
  } else {
    add_without(document, Dimension::source);
  }
  if (!article.published) return add_without(document, Dimension::published);
  document.add_value(index::kSlotPublished, index::sort_key(*article.published));
  const std::string prefix(index::prefix::kPublished);
  std::optional node(index::DateNode{index::DateLevel::day, day_number(*article.published)});
  for (; node; node = index::parent(*node)) document.add_boolean_term(prefix + index::name(*node));
}

}  // namespace furat::indexer
