#include "searcher/view/generation_view.hpp"

#include <algorithm>
#include <map>

#include "index/varint.hpp"
#include "searcher/facets/facet_tables.hpp"
#include "searcher/matching/matching_passages.hpp"
#include "searcher/view/edit_distance.hpp"

namespace furat {

using index::Dimension;

namespace {

const Deadline kNoDeadline;

}  // namespace

GenerationView::GenerationView(std::shared_ptr<SharedGeneration> generation)
    : generation_(std::move(generation)),
      connection_(generation_->connect()),
      database_(connection_.all),
      deadline_(&kNoDeadline),
      facet_scratch_(std::make_unique<FacetScratch>()) {}

GenerationView::~GenerationView() = default;

void GenerationView::throw_damaged(const std::string& what) const {
  generation_->throw_damaged(what);
}

void GenerationView::clear_deadline() {
  deadline_ = &kNoDeadline;
  verified_.clear();
}

std::string_view GenerationView::file_digest(std::uint32_t article) const {
  return generation_->file_digest(article);
}

std::vector<Xapian::termpos> GenerationView::positions(const std::string& stem,
                                                       Xapian::docid passage) const {
  if (!is_one_local_database()) return generation_->word_positions().of(stem, passage, database_);
  return {database_.positionlist_begin(passage, stem), database_.positionlist_end(passage, stem)};
}

Xapian::termcount GenerationView::length(Xapian::docid passage) const {
  return is_one_local_database() ? database_.get_doclength(passage)
                                 : generation_->word_positions().length(passage, database_);
}

PassageSet GenerationView::matches(const Xapian::Query& query) const {
  if (is_one_local_database()) return matching_passages(database_, query, sets(), *deadline_);
  const ShardPostings postings(database_, columns(), verified_, generation_->term_frequencies(),
                               *deadline_);
  return matching_passages(postings, query, sets(), *deadline_);
}

std::shared_ptr<PatternAnswers> GenerationView::pattern_answers(const std::string& key) const {
  auto& cache = generation_->pattern_answers();
  if (auto known = cache.find(key)) return known;
  return cache.insert(key, std::make_shared<PatternAnswers>(columns().last_document()));
}

SharedGeneration::Renamed GenerationView::read_renamed() const {
  SharedGeneration::Renamed renamed;
  const auto prefix = index::key::value_id(index::Dimension::actor, "");
  each_key(prefix, [&](const std::string& key) {
    const auto bytes = metadata(key);
    index::ByteReader reader(bytes);
    const auto actor = reader.varint32();
    if (reader.failed()) return true;
    if (const auto next = value(actor).successor) renamed[*next].push_back(actor);
    return true;
  });
  for (auto& [successor, actors] : renamed) std::sort(actors.begin(), actors.end());
  return renamed;
}

const std::vector<std::uint32_t>& GenerationView::renamed_into(std::uint32_t ordinal) const {
  static const std::vector<std::uint32_t> kNone;
  const auto& renamed = generation_->renamed([this] { return read_renamed(); });
  const auto found = renamed.find(ordinal);
  return found == renamed.end() ? kNone : found->second;
}

const index::ValueRecord& GenerationView::value(std::uint32_t ordinal) const {
  if (const auto known = values_.find(ordinal); known != values_.end()) return known->second;
  const auto record = index::decode_value_record(metadata(index::key::value(ordinal)));
  if (!record) throw_damaged("facet value " + std::to_string(ordinal) + " cannot be read");
  return values_.emplace(ordinal, *record).first->second;
}

index::ArticleRecord GenerationView::article(std::uint32_t number) const {
  auto record = index::decode_article_record(generation_->article(connection_, number));
  if (!record) throw_damaged("article " + std::to_string(number) + " cannot be read");
  return std::move(*record);
}

index::PassageRecord GenerationView::passage(Xapian::docid id) const {
  auto record = index::decode_passage_record(database_.get_document(id).get_data());
  if (!record) throw_damaged("passage " + std::to_string(id) + " cannot be read");
  generation_->renumber(id, *record);
  return std::move(*record);
}

std::optional<std::uint32_t> GenerationView::value_with_id(Dimension dimension,
                                                           std::string_view id) const {
  const auto bytes = metadata(index::key::value_id(dimension, id));
  if (bytes.empty()) return std::nullopt;
  index::ByteReader reader(bytes);
  const auto ordinal = reader.varint32();
  if (reader.failed() || value(ordinal).id != id) return std::nullopt;
  return ordinal;
}

std::vector<std::uint32_t> GenerationView::numbers_at(const std::string& key) const {
  const auto bytes = metadata(key);
  auto numbers = index::unpack_set(bytes);
  if (!numbers) throw_damaged("a name entry cannot be read");
  return std::move(*numbers);
}

std::vector<std::uint32_t> GenerationView::values_named(Dimension dimension,
                                                        std::string_view folded) const {
  return numbers_at(index::key::value_name(dimension, folded));
}

std::vector<std::uint32_t> GenerationView::expansion_of(std::string_view folded) const {
  return numbers_at(index::key::expansion(folded));
}

std::vector<index::SpelledName> GenerationView::names_with_skeleton(
    std::string_view skeleton) const {
  deadline_->check();
  auto names = index::decode_spelled_names(metadata(index::key::skeleton(skeleton)));
  if (!names) throw_damaged("a name entry cannot be read");
  return std::move(*names);
}

std::vector<std::string> GenerationView::terms_behind(const std::string& prefix,
                                                      std::size_t most) const {
  deadline_->check();
  std::vector<std::string> names;
  for (auto term = database_.allterms_begin(prefix);
       names.size() < most && term != database_.allterms_end(prefix); ++term)
    names.push_back((*term).substr(prefix.size()));
  return names;
}

std::vector<std::string> GenerationView::spellings_with_skeleton(std::string_view skeleton,
                                                                 std::size_t most) const {
  return terms_behind(index::name_terms(skeleton), most);
}

std::vector<std::string> GenerationView::names_with_part(std::string_view key,
                                                         std::size_t most) const {
  return terms_behind(index::name_part_terms(key), most);
}

std::vector<std::string> GenerationView::similar_names(Dimension dimension, std::string_view folded,
                                                       std::size_t most) const {
  const auto limit = std::max<std::size_t>(1, folded.size() / 3);
  const auto prefix = index::key::name_prefix(dimension);
  std::multimap<std::size_t, std::string> ranked;
  PacedCheck in_time(*deadline_);
  each_key(prefix, [&](const std::string& key) {
    in_time.step();
    const auto distance = edit_distance(folded, std::string_view(key).substr(prefix.size()), limit);
    if (distance <= limit) ranked.emplace(distance, key);
    return true;
  });
  std::vector<std::string> names;
  for (const auto& [distance, key] : ranked) {
    for (const auto ordinal : numbers_at(key)) {
      const auto& name = value(ordinal).name;
      if (names.size() < most && std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
    }
  }
  return names;
}

}  // namespace furat
