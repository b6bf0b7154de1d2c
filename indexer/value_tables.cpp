#include "indexer/value_tables.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/names/name_parts.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"
#include "index/actor_parents.hpp"
#include "index/metadata.hpp"
#include "index/place_positions.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"
#include "indexer/seen_names.hpp"
#include "indexer/succession.hpp"

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

using Rows = std::set<std::uint32_t>;

/// The rows whose ids stand in the terms of a prefix, and all rows above these. The terms are few
/// beside the rows of a gazetteer; ids are short enough to stand in them whole (faults_of).
template <class Tree>
Rows rows_in_terms(const Xapian::Database& database, std::string_view prefix, const Tree& tree) {
  Rows rows;
  const std::string begin(prefix);
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    const auto text = *term;
    const auto row = tree.find(std::string_view(text).substr(prefix.size()));
    if (!row || !rows.insert(*row).second) continue;
    for (const auto above : tree.ancestors(*row)) rows.insert(above);
  }
  return rows;
}

/// The actors that passages count for, in their years, and where these stand in the tree.
Rows actor_rows(const Xapian::Database& database, const analysis::ActorLexicon& actors) {
  Rows rows;
  const std::string begin(index::prefix::kActor);
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    const auto text = *term;
    for (auto row = actors.find(std::string_view(text).substr(begin.size()));
         row && rows.insert(*row).second;)
      row = actors.last_parent(*row);
  }
  return rows;
}

/// Gathers what the tables should hold, by metadata key.
class ValueTables {
 public:
  ValueTables(const Annotator& annotator, const ValueNumbers& numbers)
      : annotator_(annotator), numbers_(numbers) {}

  void gather(const Xapian::Database& database, const ArchiveValues& archive) {
    const auto& gazetteer = annotator_.gazetteer();
    place_rows_ = rows_in_terms(database, index::prefix::kMention, gazetteer);
    for (const auto row : place_rows_) {
      add_place(row);
      add_place_names(row);
      add_namesake(row);
    }
    // What no passage names has no names here: nothing could be found by them.
    for (const auto row : rows_in_terms(database, index::prefix::kCandidate, gazetteer))
      if (place_rows_.count(row) == 0) add_place(row);
    gather_actors(database);
    gather_found(database, archive.found);
    for (const auto& [source, number] : archive.sources)
      if (database.term_exists(index::bounded_term(index::prefix::kSource, source)))
        add_source(number, source);
    if (!actor_parents_.empty())
      entries_[std::string(index::key::kActorParents)] = encode(actor_parents_);
    if (!positions_.empty()) entries_[std::string(index::key::kPositions)] = encode(positions_);
    for (auto& [key, ordinals] : names_) {
      index::make_set(ordinals);
      entries_[key] = index::pack_set(ordinals);
    }
    for (const auto& [key, names] : spelled_names()) entries_[key] = encode(names);
  }

  /// Those that are named have names; their candidates and lines of succession only records.
  void gather_actors(const Xapian::Database& database) {
    const auto& actors = annotator_.actors();
    const auto named = actor_rows(database, actors);
    for (const auto row : named) {
      add_actor(row);
      add_actor_names(row);
      for (const auto& name : seen_names(database, actors.actors()[row].id))
        add_name(Dimension::actor, numbers_.actor(row), name.spelling, false);
    }
    auto others = rows_in_terms(database, index::prefix::kCandidate, actors);
    others.merge(in_succession_with(named, actors));
    others.merge(in_succession_with(others, actors));
    for (const auto row : others)
      if (named.count(row) == 0) add_actor(row);
  }

  /// Actors of the archive alone. Their names are what the passages call them.
  void gather_found(const Xapian::Database& database, const FoundValues& found) {
    for (const auto& [id, value] : found) {
      if (!database.term_exists(index::bounded_term(index::prefix::kMention, id))) continue;
      const auto ordinal = numbers_.found(value.number);
      const auto names = seen_names(database, id);
      const auto& actor = value.actor;
      index::ValueRecord record{
          Dimension::actor, id, usual_name(actor, names), actor.kind, {}, {}, {}, actor.country};
      record.discovered = true;
      if (actor.parent) record.parent = numbers_.actor(*actor.parent);
      add_value(ordinal, record);
      add_name(Dimension::actor, ordinal, record.name, false);
      for (const auto& name : names) {
        if (actor.kind == "person") names_of_persons_.insert(name.spelling);
        add_name(Dimension::actor, ordinal, name.spelling,
                 name.spelling.find(' ') != std::string::npos);
      }
    }
  }

  [[nodiscard]] index::Metadata take() { return std::move(entries_); }
  [[nodiscard]] std::uint32_t values() const { return values_; }

 private:
  void add_value(std::uint32_t ordinal, const index::ValueRecord& record) {
    entries_[index::key::value(ordinal)] = encode(record);
    std::string number;
    index::append_varint(number, ordinal);
    entries_[index::key::value_id(record.dimension, record.id)] = number;
    index::add_position(record, positions_);
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
    index::ValueRecord record{Dimension::place,
                              gazetteer.id(row),
                              std::string(gazetteer.name(row)),
                              std::string(gazetteer.kind(row)),
                              {},
                              {},
                              {},
                              std::string(gazetteer.country(row))};
    if (const auto position = gazetteer.position(row)) {
      record.latitude = position->latitude;
      record.longitude = position->longitude;
    }
    if (const auto above = gazetteer.ancestors(row); !above.empty())
      record.parent = numbers_.place(above.front());
    add_value(numbers_.place(row), record);
  }

  void add_place_names(std::uint32_t row) {
    const auto ordinal = numbers_.place(row);
    for (const auto& [name, expandable] : names_of_place(row))
      add_name(Dimension::place, ordinal, name, expandable);
  }

  struct Name {
    std::string name;
    bool expandable = true;
  };

  /// A lone English word in a query is a word, unless the lexicon says that it is a name.
  [[nodiscard]] std::vector<Name> names_of_place(std::uint32_t row) const {
    const auto& gazetteer = annotator_.gazetteer();
    std::vector<Name> names;
    if (const auto* place = gazetteer.entry(row)) {
      names.push_back({place->name, !holds(place->needs_cue, place->name)});
      for (const auto& alias : place->aliases)
        names.push_back({alias, !holds(place->needs_cue, alias)});
      for (const auto& alias : place->arabic) names.push_back({alias, true});
    } else {
      const std::string name(gazetteer.name(row));
      names.push_back({name, !analysis::is_english_word(analysis::fold_name(name))});
    }
    for (const auto name : gazetteer.world_names(row)) {
      if (is_name_of_seat(row, name)) continue;
      names.push_back({std::string(name), !analysis::is_english_word(analysis::fold_name(name))});
    }
    return names;
  }

  /// The world has "Deir ez-Zor" as a name of the governorate too. As a filter that is the town:
  /// else it would find more than the town's other spellings.
  [[nodiscard]] bool is_name_of_seat(std::uint32_t row, std::string_view name) const {
    const auto& gazetteer = annotator_.gazetteer();
    const auto level = gazetteer.level(row);
    return gazetteer.entry(row) != nullptr &&
           (level == analysis::PlaceLevel::division ||
            level == analysis::PlaceLevel::subdivision) &&
           analysis::fold_name(gazetteer.name(row)).starts_with(analysis::fold_name(name) + " ");
  }

  /// "Deir ez-Zor" in a query also means the governorate that is named after the town, so that
  /// "Deir ez-Zor province" is found under every spelling of the town's name.
  void add_namesake(std::uint32_t row) {
    const auto& gazetteer = annotator_.gazetteer();
    const auto folded = analysis::fold_name(gazetteer.name(row));
    for (const auto above : gazetteer.ancestors(row)) {
      if (!analysis::fold_name(gazetteer.name(above)).starts_with(folded + " ")) continue;
      if (place_rows_.count(above) == 0) return;
      for (const auto& [name, expandable] : names_of_place(row))
        if (expandable) add_expansions(numbers_.place(above), name);
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
    if (const auto above = lexicon.last_parent(row)) record.parent = numbers_.actor(*above);
    if (const auto next = lexicon.find(actor.successor)) record.successor = numbers_.actor(*next);
    record.from_year = actor.from_year;
    record.to_year = actor.to_year;
    const auto ordinal = numbers_.actor(row);
    if (lexicon.has_dated_parents(row)) add_parents(ordinal, actor);
    add_value(ordinal, record);
  }

  void add_actor_names(std::uint32_t row) {
    const auto& actor = annotator_.actors().actors()[row];
    const auto ordinal = numbers_.actor(row);
    if (actor.kind == "person") {
      names_of_persons_.insert(actor.name);
      for (const auto* names : {&actor.aliases, &actor.arabic})
        names_of_persons_.insert(names->begin(), names->end());
    }
    add_name(Dimension::actor, ordinal, actor.name, !holds(actor.needs_country, actor.name));
    for (const auto& alias : actor.aliases)
      add_name(Dimension::actor, ordinal, alias, !holds(actor.needs_country, alias));
    for (const auto& alias : actor.arabic) add_name(Dimension::actor, ordinal, alias, true);
  }

  void add_parents(std::uint32_t ordinal, const analysis::ActorEntry& actor) {
    auto& links = actor_parents_[ordinal];
    for (const auto& link : actor.parents)
      if (const auto row = annotator_.actors().find(link.id))
        links.push_back({numbers_.actor(*row), link.from_year, link.to_year});
  }

  void add_source(std::uint32_t number, const std::string& source) {
    const auto ordinal = numbers_.source(number);
    add_value(ordinal, {Dimension::source, source, source, "source", {}, {}, {}, {}});
    add_name(Dimension::source, ordinal, source, false);
  }

  /// The keys of a name, and for a person those of its parts, which may be all that is given.
  [[nodiscard]] std::set<std::string> keys_of(const std::string& name) const {
    std::set<std::string> keys;
    for (auto& key : analysis::transliteration_keys(name).skeletons) keys.insert(std::move(key));
    if (names_of_persons_.count(name) > 0)
      for (const auto& part : analysis::name_parts(name).parts)
        for (auto& key : analysis::part_keys(part)) keys.insert(std::move(key));
    return keys;
  }

  /// The names under each of their keys, in byte order.
  std::map<std::string, std::vector<index::SpelledName>> spelled_names() {
    std::map<std::string, std::vector<index::SpelledName>> by_key;
    for (auto& [name, spelled] : spelled_) {
      spelled.name = name;
      index::make_set(spelled.ordinals);
      index::make_set(spelled.expanded);
      for (const auto& key : keys_of(name)) by_key[index::key::skeleton(key)].push_back(spelled);
    }
    return by_key;
  }

  const Annotator& annotator_;
  const ValueNumbers& numbers_;
  Rows place_rows_;
  index::PlacePositions positions_;
  index::ActorParents actor_parents_;
  std::map<std::string, std::vector<std::uint32_t>> names_;
  std::map<std::string, index::SpelledName> spelled_;  // by name
  std::set<std::string> names_of_persons_;
  index::Metadata entries_;
  std::uint32_t values_ = 0;
};

}  // namespace

SourceNumbers source_numbers(const Xapian::Database& database, const ValueNumbers& numbers) {
  SourceNumbers sources;
  const std::string first_key = index::key::value(numbers.source(0));
  const std::string prefix(index::key::kValues);
  auto key = database.metadata_keys_begin(prefix);
  for (key.skip_to(first_key); key != database.metadata_keys_end(prefix); ++key) {
    const auto record = index::decode_value_record(database.get_metadata(*key));
    if (record && record->dimension == Dimension::source)
      sources.emplace(record->id, numbers.source_number(index::key::number_in(*key)));
  }
  return sources;
}

ArchiveValues archive_values(const Xapian::Database& database, const ValueNumbers& numbers) {
  return {source_numbers(database, numbers), found_values(database, numbers)};
}

std::uint32_t update_value_tables(Xapian::WritableDatabase& database, const Annotator& annotator,
                                  const ValueNumbers& numbers, const ArchiveValues& archive) {
  ValueTables tables(annotator, numbers);
  tables.gather(database, archive);
  std::vector<std::string> standing;
  for (const auto table : index::kValueTables)
    index::for_each_key(database, table, [&](const std::string& key) { standing.push_back(key); });
  index::replace_entries(database, standing, tables.take());
  return tables.values();
}

}  // namespace furat::indexer
