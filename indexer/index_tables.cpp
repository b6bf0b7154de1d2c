#include "indexer/index_tables.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "analysis/text/fold.hpp"
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

class TableWriter {
 public:
  TableWriter(const Annotator& annotator, const ValueNumbers& numbers,
              const std::filesystem::path& path)
      : annotator_(annotator),
        numbers_(numbers),
        database_(path.string(),
                  Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS) {}

  index::IndexCounts write(const TableContents& contents) {
    for (const auto& [number, record] : contents.articles)
      put(index::key::article(number), encode(record));
    place_rows_ = &contents.place_rows;
    for (const auto row : contents.place_rows) {
      add_place(row);
      add_namesake(row);
    }
    for (const auto row : contents.actor_rows) add_actor(row);
    for (std::uint32_t i = 0; i < contents.sources.size(); ++i) add_source(i, contents.sources[i]);
    write_names();
    const index::IndexCounts counts{static_cast<std::uint32_t>(contents.articles.size()),
                                    contents.passages, values_};
    put(std::string(index::key::kSchema), std::to_string(index::kSchemaVersion));
    put(std::string(index::key::kLexicon), annotator_.lexicon_version());
    put(std::string(index::key::kCounts), encode(counts));
    database_.commit();
    database_.close();
    return counts;
  }

 private:
  void put(const std::string& key, const std::string& value) { database_.set_metadata(key, value); }

  void add_value(std::uint32_t ordinal, const index::ValueRecord& record) {
    put(index::key::value(ordinal), encode(record));
    std::string number;
    index::append_varint(number, ordinal);
    put(index::key::value_id(record.dimension, record.id), number);
    ++values_;
  }

  /// `expandable`: a run of query words of this name also finds its other names.
  void add_name(Dimension dimension, std::uint32_t ordinal, const std::string& name,
                bool expandable) {
    for (const auto& fold : folds_of(name))
      names_[index::key::value_name(dimension, fold)].push_back(ordinal);
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
      if (place_rows_->count(above) == 0) return;
      add_expansions(numbers_.place(above), place.name);
      for (const auto& alias : place.aliases)
        if (!holds(place.needs_cue, alias)) add_expansions(numbers_.place(above), alias);
      for (const auto& alias : place.arabic) add_expansions(numbers_.place(above), alias);
      return;
    }
  }

  void add_expansions(std::uint32_t ordinal, const std::string& name) {
    for (const auto& fold : folds_of(name)) names_[index::key::expansion(fold)].push_back(ordinal);
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

  void write_names() {
    for (auto& [key, ordinals] : names_) {
      index::make_set(ordinals);
      put(key, index::pack_set(ordinals));
    }
  }

  const Annotator& annotator_;
  const ValueNumbers& numbers_;
  Xapian::WritableDatabase database_;
  std::map<std::string, std::vector<std::uint32_t>> names_;
  const std::set<std::uint32_t>* place_rows_ = nullptr;
  std::uint32_t values_ = 0;
};

}  // namespace

index::IndexCounts write_tables(const TableContents& contents, const Annotator& annotator,
                                const ValueNumbers& numbers, const std::filesystem::path& path) {
  return TableWriter(annotator, numbers, path).write(contents);
}

}  // namespace furat::indexer
