#include "index/verify.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>

#include "furat/errors.hpp"
#include "index/actor_kinds.hpp"
#include "index/actor_parents.hpp"
#include "index/check_files.hpp"
#include "index/date_nodes.hpp"
#include "index/facet_columns.hpp"
#include "index/generation.hpp"
#include "index/metadata.hpp"
#include "index/metadata_digest.hpp"
#include "index/passage_dates.hpp"
#include "index/passage_record.hpp"
#include "index/passages_database.hpp"
#include "index/place_positions.hpp"
#include "index/place_roles.hpp"
#include "index/recount.hpp"
#include "index/tables.hpp"
#include "index/term_counts.hpp"
#include "index/varint.hpp"
#include "index/xapian_check.hpp"
#include "index/xapian_errors.hpp"

namespace furat::index {
namespace {

/// More faults than these say no more.
constexpr std::size_t kMaxFaults = 50;

/// The packed slot has just these numbers, which ascend.
template <class Numbers>
bool slot_has(const Xapian::Document& document, Slot slot, const Numbers& numbers) {
  const auto packed = unpack_set(document.get_value(slot));
  return packed && std::equal(packed->begin(), packed->end(), numbers.begin(), numbers.end());
}

/// One pass over all documents, then over all terms, of one generation.
class Verifier {
 public:
  Verifier(const OpenGeneration& generation, std::vector<std::string>& faults)
      : generation_(generation),
        faults_(faults),
        database_(open_passages(generation.path(), generation.completion())) {}

  void run() {
    if (metadata_at(database_, key::kMetadataDigest) != metadata_digest(database_))
      fault("the metadata is not what was written");
    check_tables();
    for (auto id = database_.postlist_begin(""); id != database_.postlist_end(""); ++id)
      check_document(*id);
    check_counts();
    expected_.compare(database_, [this](const std::string& sentence) { fault(sentence); });
    check_files(generation_.path(), article_numbers_,
                [this](const std::string& sentence) { fault(sentence); });
    check_columns();  // the last: what the slots do not give ends it
  }

 private:
  void fault(const std::string& sentence) {
    if (faults_.size() < kMaxFaults) faults_.push_back(sentence);
  }

  void check_tables() {
    if (metadata_at(database_, key::kSchema) != std::to_string(kSchemaVersion))
      fault("the schema version in the database is not " + std::to_string(kSchemaVersion));
    const auto counts = decode_counts(metadata_at(database_, key::kCounts));
    if (!counts || *counts != generation_.completion().counts)
      fault("the counts in the database differ from the completion record");
    read_articles();
    read_values();
    check_spelled_names();
  }

  void check_spelled_names() {
    for_each_key(database_, key::kSkeletons, [&](const std::string& entry) {
      const auto names = decode_spelled_names(database_.get_metadata(entry));
      if (!names) return fault("names that are spelled alike cannot be read");
      for (const auto& name : *names)
        for (const auto* ordinals : {&name.ordinals, &name.expanded})
          for (const auto ordinal : *ordinals)
            if (values_.find(key::value(ordinal)) == values_.end())
              fault("the name " + name.name + " is that of a value that is not in the table");
    });
  }

  void read_articles() {
    for_each_key(database_, key::kArticles, [&](const std::string& entry) {
      const auto record = decode_article_record(database_.get_metadata(entry));
      if (!record)
        fault("an article record cannot be read");
      else
        articles_.emplace(entry, *record);
      article_numbers_.insert(key::number_in(entry));
    });
  }

  void read_values() {
    for_each_key(database_, key::kValues, [&](const std::string& entry) {
      const auto record = decode_value_record(database_.get_metadata(entry));
      if (!record) return fault("a facet value record cannot be read");
      values_.emplace(entry, *record);
      add_position(*record, positions_);
      const auto id_key = key::value_id(record->dimension, record->id);
      if (database_.get_metadata(id_key).empty())
        fault("facet value " + record->id + " has no entry by id");
    });
    for (const auto& [key, value] : values_) {
      for (const auto& other : {value.parent, value.successor})
        if (other && values_.find(key::value(*other)) == values_.end())
          fault("facet value " + value.id + " leads to one that is not in the table");
      if (lies_in_itself(value, values_)) fault("facet value " + value.id + " lies in itself");
    }
    if (metadata_at(database_, key::kPositions) != encode(positions_))
      fault("the table of positions is not what the facet values say");
    read_actor_parents();
  }

  void read_actor_parents() {
    const auto dated = decode_actor_parents(metadata_at(database_, key::kActorParents));
    if (!dated) return fault("the table of the actors' parents cannot be read");
    actor_parents_ = *dated;
    for (const auto& [key, record] : values_)
      if (record.dimension == Dimension::actor && record.parent)
        actor_parents_.try_emplace(key::number_in(key), 1, DatedParent{.parent = *record.parent});
  }

  void check_document(Xapian::docid id) {
    const auto document = database_.get_document(id);
    const auto where = "passage " + std::to_string(id);
    const auto record = decode_passage_record(document.get_data());
    if (!record) return fault(where + ": its record cannot be read");
    if (document.termlist_count() == 0) fault(where + ": its list of terms is missing");
    check_article(where, document, *record);
    check_mentions(where, *record);
    check_places(where, document, *record);
    check_actors(where, document, *record);
    check_place_roles(where, document, *record);
    check_kinds(where, document, *record);
    for (const auto& term : spelling_terms_of(*record, values_)) expected_.add(term);
    count_slot(where, document, Dimension::place);
    count_slot(where, document, Dimension::actor);
    count_slot(where, document, Dimension::source);
    check_dates(where, document, *record);
    ++passages_;
  }

  void check_article(const std::string& where, const Xapian::Document& document,
                     const PassageRecord& record) {
    if (article_in(document.get_value(kSlotArticle)) != record.article)
      fault(where + ": slot and record name two articles");
    const auto article = articles_.find(key::article(record.article));
    if (article == articles_.end()) return fault(where + ": its article is not in the table");
    ++passages_of_[article->first];
    if (document.get_value(kSlotOrder) != order_key(article->second.id, record.number))
      fault(where + ": its place in the order is another one than its article and number say");
    const auto term = bounded_term(prefix::kArticle, article->second.id);
    expected_.add(term);
    if (record.number == 0 || record.number > article->second.passages)
      fault(where + ": number " + std::to_string(record.number) + " is not in its article");
    check_sort_keys(where, document, record, article->second);
  }

  /// The slots by which hits are put in order.
  void check_sort_keys(const std::string& where, const Xapian::Document& document,
                       const PassageRecord& record, const ArticleRecord& article) {
    std::optional<std::int32_t> first_day;
    for (const auto& mention : record.mentions)
      if (mention.first_day && (!first_day || *mention.first_day < *first_day))
        first_day = mention.first_day;
    const auto key_of = [](std::optional<std::int32_t> day) {
      return day ? sort_key(std::chrono::sys_days{std::chrono::days{*day}}) : std::string();
    };
    if (document.get_value(kSlotOrder) != order_key(article.id, record.number) ||
        document.get_value(kSlotFirstDay) != key_of(first_day) ||
        document.get_value(kSlotPublished) != key_of(article.published))
      fault(where + ": a slot that it is sorted by is not what its record says");
  }

  void check_mentions(const std::string& where, const PassageRecord& record) {
    for (const auto& mention : record.mentions) {
      if (mention.kind != MentionKind::date &&
          values_.find(key::value(mention.value)) == values_.end())
        fault(where + ": a mention of a value that is not in the table");
      for (const auto& rejected : mention.rejected)
        if (values_.find(key::value(rejected.value)) == values_.end())
          fault(where + ": a rejected candidate that is not in the table");
      const auto range = file_range(record, mention.begin, mention.end);
      if (range.begin >= range.end) fault(where + ": a mention that maps to no bytes of the file");
    }
  }

  void check_places(const std::string& where, const Xapian::Document& document,
                    const PassageRecord& record) {
    std::set<std::uint32_t> named, mentioned;
    for (const auto& mention : record.mentions) {
      if (mention.kind != MentionKind::place) continue;
      mentioned.insert(mention.value);
      if (mention.role == kRoleAt) add_with_parents(mention.value, named);
    }
    check_values(where, document, Dimension::place, named, mentioned);
  }

  /// Who stands above an actor depends on the years that the passage speaks of.
  void check_actors(const std::string& where, const Xapian::Document& document,
                    const PassageRecord& record) {
    const auto published = day_of_sort_key(document.get_value(kSlotPublished));
    const auto years = years_of(dates_of(record.mentions, published), published);
    std::set<std::uint32_t> named, mentioned;
    for (const auto& mention : record.mentions) {
      if (mention.kind != MentionKind::actor) continue;
      mentioned.insert(mention.value);
      index::add_with_parents(mention.value, actor_parents_, years, named);
    }
    check_values(where, document, Dimension::actor, named, mentioned);
  }

  /// The slot of a dimension holds what the record's mentions name, and all that stands above it.
  void check_values(const std::string& where, const Xapian::Document& document, Dimension dimension,
                    const std::set<std::uint32_t>& named,
                    const std::set<std::uint32_t>& mentioned) {
    if (!slot_has(document, info(dimension).slot, named))
      fault(where + ": its " + std::string(info(dimension).name) +
            " slot is not what its record names");
    for (const auto ordinal : mentioned)
      expect_term(ordinal, [](const auto& id) { return bounded_term(prefix::kMention, id); });
  }

  template <class TermOf>
  void expect_term(std::uint32_t ordinal, const TermOf& term_of) {
    const auto value = values_.find(key::value(ordinal));
    if (value != values_.end()) expected_.add(term_of(value->second.id));
  }

  /// The slot of the other roles likewise; counts their terms, and those of places named
  /// themselves.
  void check_place_roles(const std::string& where, const Xapian::Document& document,
                         const PassageRecord& record) {
    std::map<std::uint8_t, std::set<std::uint32_t>> named;
    std::set<std::pair<std::uint8_t, std::uint32_t>> themselves;
    std::set<std::uint32_t> rejected;
    for (const auto& mention : record.mentions) {
      for (const auto& candidate : mention.rejected) rejected.insert(candidate.value);
      if (mention.kind != MentionKind::place) continue;
      themselves.emplace(mention.role, mention.value);
      if (mention.role != kRoleAt) add_with_parents(mention.value, named[mention.role]);
    }
    for (const auto ordinal : rejected)
      expect_term(ordinal, [](const auto& id) { return bounded_term(prefix::kCandidate, id); });
    for (const auto& [role, ordinal] : themselves)
      expect_term(ordinal, [role = role](const auto& id) { return named_term(role, id); });
    std::set<std::uint32_t> codes;
    for (const auto& [role, ordinals] : named) {
      expected_.add(role_term(role));
      for (const auto ordinal : ordinals) {
        codes.insert(code_of(ordinal, role));
        expect_term(ordinal, [role = role](const auto& id) { return role_term(role, id); });
      }
    }
    if (!slot_has(document, kSlotPlaceRoles, codes))
      fault(where + ": its slot of places in other roles is not what its record names");
  }

  /// The slot of kinds holds those of the actors that the record names; counts their terms.
  void check_kinds(const std::string& where, const Xapian::Document& document,
                   const PassageRecord& record) {
    const auto kinds = kinds_named(record, values_);
    if (!slot_has(document, kSlotKinds, kinds))
      fault(where + ": its kind slot is not what its record names");
    if (kinds.empty()) expected_.add(std::string(prefix::kWithout) + "kind");
    for (const auto kind : kinds)
      expected_.add(std::string(prefix::kKind) + std::string(actor_kind(kind)->id));
  }

  void add_with_parents(std::uint32_t ordinal, std::set<std::uint32_t>& named) const {
    for (std::optional next(ordinal); next && named.insert(*next).second;) {
      const auto value = values_.find(key::value(*next));
      next = value == values_.end() ? std::nullopt : value->second.parent;
    }
  }

  /// Counts what the terms of a dimension should be, from the packed slot and the value table.
  void count_slot(const std::string& where, const Xapian::Document& document, Dimension dimension) {
    const auto numbers = unpack_set(document.get_value(info(dimension).slot));
    if (!numbers) return fault(where + ": a packed slot cannot be read");
    if (numbers->empty())
      expected_.add(std::string(prefix::kWithout) + std::string(info(dimension).name));
    for (const auto number : *numbers) {
      const auto value = values_.find(key::value(number));
      if (value == values_.end() || value->second.dimension != dimension)
        fault(where + ": a packed slot names a value that is not in the table");
      else
        expected_.add(bounded_term(info(dimension).prefix, value->second.id));
    }
  }

  /// The slots of dates hold what the record's mentions say; counts the terms of dates.
  void check_dates(const std::string& where, const Xapian::Document& document,
                   const PassageRecord& record) {
    const auto published = day_of_sort_key(document.get_value(kSlotPublished));
    const auto dates = dates_of(record.mentions, published);
    if (document.get_value(kSlotDates) != pack_set(cover_entries(dates)) ||
        document.get_value(kSlotDateScopes) != pack_set(scope_entries(dates)))
      fault(where + ": a slot of dates is not what its record says");
    if (dates.empty()) expected_.add(std::string(prefix::kWithout) + "date");
    for (const auto& term : terms_of(dates)) expected_.add(term);
    if (!published) {
      expected_.add(std::string(prefix::kWithout) + "published");
      return;
    }
    std::optional node(
        DateNode{DateLevel::day, static_cast<std::int32_t>(published->time_since_epoch().count())});
    for (; node; node = parent(*node)) expected_.add(std::string(prefix::kPublished) + name(*node));
  }

  void check_counts() {
    const auto& counts = generation_.completion().counts;
    if (passages_ != 0 && !database_.has_positions())
      fault("the positions of the words are missing");
    if (passages_ != counts.passages)
      fault("the database holds another number of passages than the completion record says");
    if (articles_.size() != counts.articles)
      fault("the article table has another size than the completion record says");
    if (values_.size() != counts.values)
      fault("the value table has another size than the completion record says");
    for (const auto& [article, record] : articles_)
      if (passages_of_[article] != record.passages)
        fault("article " + record.id + " has another number of passages than its record says");
  }

  void check_columns() {
    const auto mapped = FacetColumns::open(database_, columns_path(generation_.path()));
    if (!mapped.is_mapped())
      return fault("the facet columns are missing or belong to another state");
    if (!mapped.equals(FacetColumns::from_slots(database_)))
      fault("the facet columns differ from the value slots");
  }

  const OpenGeneration& generation_;
  std::vector<std::string>& faults_;
  Xapian::Database database_;
  std::map<std::string, ArticleRecord> articles_;
  std::set<std::uint32_t> article_numbers_;
  ValuesByKey values_;
  PlacePositions positions_;
  ActorParents actor_parents_;  // of all actors that have any
  std::map<std::string, std::uint32_t> passages_of_;
  TermCounts expected_;
  std::uint32_t passages_ = 0;
};

}  // namespace

std::vector<std::string> faults_of(const std::filesystem::path& index) {
  std::vector<std::string> faults;
  const OpenGeneration generation(index);
  try {
    if (const auto found = xapian_faults(passages_path(generation.path()))) {
      // What its own check refuses is not read any further.
      faults.push_back("Xapian reports damage: " + *found);
      return faults;
    }
    Verifier(generation, faults).run();
  } catch (const Xapian::Error& error) {
    faults.emplace_back(as_index_error(error, generation.path()).what());
  } catch (const IndexError& error) {
    if (error.kind() != IndexError::Kind::damaged) throw;
    faults.emplace_back(error.what());
  }
  return faults;
}

}  // namespace furat::index
