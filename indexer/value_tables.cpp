#include "indexer/value_tables.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

using index::Dimension;

/// The fold of a name, and the same without a leading Arabic article.
std::vector<std::string> folds_of(const std::string& name) {
  std::vector<std::string> folds{analysis::fold_name(name)};
  const auto space = folds.front().find(' ');
  if (space != std::string::npos && analysis::is_article(folds.front().substr(0, space)))
    folds.push_back(folds.front().substr(space + 1));
  if (folds.front().empty()) folds.clear();
  return folds;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Rows of the lexicon.
using Rows = std::set<std::uint32_t>;

/// The rows whose ids the passages of a database mention, and all rows above these.
template <class Entries, class Ancestors>
Rows mentioned_rows(const Xapian::Database& database, const Entries& entries,
                    const Ancestors& ancestors) {
  Rows rows;
  for (std::uint32_t row = 0; row < entries.size(); ++row) {
    if (!database.term_exists(index::bounded_term(index::prefix::kMention, entries[row].id)))
      continue;
    rows.insert(row);
    for (const auto above : ancestors(row)) rows.insert(above);
  }
  return rows;
}

/// Gathers what the tables should hold, by metadata key.
class ValueTables {
 public:
  ValueTables(const Annotator& annotator, const ValueNumbers& numbers)
      : annotator_(annotator), numbers_(numbers) {}

  void gather(const Xapian::Database& database, const SourceNumbers& sources) {
    const auto& gazetteer = annotator_.gazetteer();
    const auto& actors = annotator_.actors();
    place_rows_ = mentioned_rows(database, gazetteer.places(),
                                 [&](std::uint32_t row) { return gazetteer.ancestors(row); });
    for (const auto row : place_rows_) {
      add_place(row);
      add_namesake(row);
    }
    for (const auto row : mentioned_rows(database, actors.actors(),
                                         [&](std::uint32_t row) { return actors.ancestors(row); }))
      add_actor(row);
    for (const auto& [source, number] : sources)
      if (database.term_exists(index::bounded_term(index::prefix::kSource, source)))
        add_source(number, source);
    for (auto& [key, ordinals] : names_) {
      index::make_set(ordinals);
      entries_[key] = index::pack_set(ordinals);
    }
    for (const auto& [key, names] : spelled_names()) entries_[key] = encode(names);
  }

  [[nodiscard]] const std::map<std::string, std::string>& entries() const { return entries_; }
  [[nodiscard]] std::uint32_t values() const { return values_; }

 private:
  void add_value(std::uint32_t ordinal, const index::ValueRecord& record) {
    entries_[index::key::value(ordinal)] = encode(record);
    std::string number;
    index::append_varint(number, ordinal);
    entries_[index::key::value_id(record.dimension, record.id)] = number;
    ++values_;
  }

  /// `expandable`: a run of query words of this name also finds its other names.
  void add_name(Dimension dimension, std::uint32_t ordinal, const std::string& name,
                bool expandable) {
    for (const auto& fold : folds_of(name))
      names_[index::key::value_name(dimension, fold)].push_back(ordinal);
    if (dimension != Dimension::source) spelled_[name].ordinals.push_back(ordinal);
    if (expandable) add_expansions(ordinal, name);
  }

  void add_place(std::uint32_t row) {
    const auto& gazetteer = annotator_.gazetteer();
    const auto& place = gazetteer.places()[row];
    index::ValueRecord record{Dimension::place,
                              place.id,
                              place.name,
                              place.kind,
                              {},
                              place.latitude,
                              place.longitude,
                              std::string(gazetteer.country(row))};
    if (const auto above = gazetteer.ancestors(row); !above.empty())
      record.parent = numbers_.place(above.front());
    const auto ordinal = numbers_.place(row);
    add_value(ordinal, record);
    add_name(Dimension::place, ordinal, place.name, !holds(place.needs_cue, place.name));
    for (const auto& alias : place.aliases)
      add_name(Dimension::place, ordinal, alias, !holds(place.needs_cue, alias));
    for (const auto& alias : place.arabic) add_name(Dimension::place, ordinal, alias, true);
  }

  /// "Deir ez-Zor" in a query also means the governorate that is named after the town, so that
  /// "Deir ez-Zor province" is found under every spelling of the town's name.
  void add_namesake(std::uint32_t row) {
    const auto& gazetteer = annotator_.gazetteer();
    const auto& place = gazetteer.places()[row];
    for (const auto above : gazetteer.ancestors(row)) {
      const auto& namesake = gazetteer.places()[above];
      if (!analysis::fold_name(namesake.name).starts_with(analysis::fold_name(place.name) + " "))
        continue;
      if (place_rows_.count(above) == 0) return;
      add_expansions(numbers_.place(above), place.name);
      for (const auto& alias : place.aliases)
        if (!holds(place.needs_cue, alias)) add_expansions(numbers_.place(above), alias);
      for (const auto& alias : place.arabic) add_expansions(numbers_.place(above), alias);
      return;
    }
  }

  void add_expansions(std::uint32_t ordinal, const std::string& name) {
    for (const auto& fold : folds_of(name)) names_[index::key::expansion(fold)].push_back(ordinal);
    spelled_[name].expanded.push_back(ordinal);
  }

  void add_actor(std::uint32_t row) {
    const auto& lexicon = annotator_.actors();
    const auto& actor = lexicon.actors()[row];
    index::ValueRecord record{Dimension::actor, actor.id, actor.name, actor.kind, {}, {}, {},
                              actor.country};
    if (const auto above = lexicon.ancestors(row); !above.empty())
      record.parent = numbers_.actor(above.front());
    const auto ordinal = numbers_.actor(row);
    add_value(ordinal, record);
    add_name(Dimension::actor, ordinal, actor.name, !holds(actor.needs_country, actor.name));
    for (const auto& alias : actor.aliases)
      add_name(Dimension::actor, ordinal, alias, !holds(actor.needs_country, alias));
    for (const auto& alias : actor.arabic) add_name(Dimension::actor, ordinal, alias, true);
  }

  void add_source(std::uint32_t number, const std::string& source) {
    const auto ordinal = numbers_.source(number);
    add_value(ordinal, {Dimension::source, source, source, "source", {}, {}, {}, {}});
    add_name(Dimension::source, ordinal, source, false);
  }

  /// The names under each of their skeleton keys, in byte order.
  std::map<std::string, std::vector<index::SpelledName>> spelled_names() {
    std::map<std::string, std::vector<index::SpelledName>> by_key;
    for (auto& [name, spelled] : spelled_) {
      spelled.name = name;
      index::make_set(spelled.ordinals);
      index::make_set(spelled.expanded);
      for (const auto& skeleton : analysis::transliteration_keys(name).skeletons)
        by_key[index::key::skeleton(skeleton)].push_back(spelled);
    }
    return by_key;
  }

  const Annotator& annotator_;
  const ValueNumbers& numbers_;
  Rows place_rows_;
  std::map<std::string, std::vector<std::uint32_t>> names_;
  std::map<std::string, index::SpelledName> spelled_;  // by name
  std::map<std::string, std::string> entries_;
  std::uint32_t values_ = 0;
};

/// The kinds of entry that the tables are made of, by the prefix of their keys.
constexpr std::array<const char*, 5> kTables{"v:", "i:", "n:", "x:", "k:"};

}  // namespace

SourceNumbers source_numbers(const Xapian::Database& database, const ValueNumbers& numbers) {
  SourceNumbers sources;
  const std::string first_key = index::key::value(numbers.source(0));
  const std::string prefix = kTables.front();
  auto key = database.metadata_keys_begin(prefix);
  for (key.skip_to(first_key); key != database.metadata_keys_end(prefix); ++key) {
    const auto record = index::decode_value_record(database.get_metadata(*key));
    if (record && record->dimension == Dimension::source)
      sources.emplace(record->id, index::key::number_in(*key) - numbers.source(0));
  }
  return sources;
}

std::uint32_t update_value_tables(Xapian::WritableDatabase& database, const Annotator& annotator,
                                  const ValueNumbers& numbers, const SourceNumbers& sources) {
  ValueTables tables(annotator, numbers);
  tables.gather(database, sources);
  std::vector<std::string> outdated;
  std::map<std::string, std::string> missing = tables.entries();
  for (const std::string table : kTables) {
    for (auto key = database.metadata_keys_begin(table); key != database.metadata_keys_end(table);
         ++key) {
      const auto wanted = missing.find(*key);
      if (wanted == missing.end())
        outdated.push_back(*key);
      else if (wanted->second == database.get_metadata(*key))
        missing.erase(wanted);
    }
  }
  for (const auto& key : outdated) database.set_metadata(key, "");
  for (const auto& [key, value] : missing) database.set_metadata(key, value);
  return tables.values();
}

}  // namespace furat::indexer
