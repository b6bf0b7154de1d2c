// Reads the data files of the lexicon. The only file of the analysis that sees the TOML parser.
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kPlacesFile = "places.toml";
constexpr std::string_view kActorsFile = "actors.toml";

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

[[noreturn]] void fail_at(std::string_view file, const toml::source_region& where,
                          const std::string& problem) {
  throw LexiconError(std::string(file) + ':' + std::to_string(where.begin.line) + ": " + problem);
}

/// One [[place]] or [[actor]] of a file: typed access to its keys, refusing the unknown ones.
class Row {
 public:
  Row(std::string_view file, std::string_view noun, std::size_t number, const toml::table& table)
      : file_(file), table_(table), label_(std::string(noun) + ' ' + std::to_string(number)) {
    if (const auto* id = table.get_as<std::string>("id"))
      label_ += " (" + in_quotes(id->get()) + ')';
  }

  Row(std::string_view file, const toml::table& table, std::string label)
      : file_(file), table_(table), label_(std::move(label)) {}

  void allow_only(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : table_)
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
        fail(key.source(), "unknown key " + in_quotes(key.str()));
  }

  [[nodiscard]] std::string required_text(std::string_view key) const {
    auto value = text(key);
    if (value.empty()) fail(table_.source(), "key " + in_quotes(key) + " is missing or empty");
    return value;
  }

  [[nodiscard]] std::string text(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    if (value == nullptr) fail_type(*node, key, "a string");
    return value->get();
  }

  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
    std::vector<std::string> result;
    const auto* node = table_.get(key);
    if (node == nullptr) return result;
    const auto* list = node->as_array();
    if (list == nullptr) fail_type(*node, key, "a list of strings");
    for (const auto& element : *list) {
      const auto* value = element.as_string();
      if (value == nullptr || value->get().empty()) fail_type(element, key, "a list of strings");
      result.push_back(value->get());
    }
    return result;
  }

  [[nodiscard]] std::optional<double> degrees(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_number()) fail_type(*node, key, "a number");
    return node->value<double>();
  }

  /// The tables of a list, each as a row that is named like this one.
  [[nodiscard]] std::vector<Row> rows(std::string_view key) const {
    std::vector<Row> result;
    const auto* node = table_.get(key);
    if (node == nullptr) return result;
    const auto* list = node->as_array();
    if (list == nullptr) fail_type(*node, key, "a list of tables");
    for (const auto& element : *list) {
      if (!element.is_table()) fail_type(element, key, "a list of tables");
      result.emplace_back(file_, *element.as_table(), label_ + ", " + std::string(key));
    }
    return result;
  }

  void allow_one_of(std::string_view key, std::string_view other) const {
    if (table_.contains(key) && table_.contains(other))
      fail(table_.source(), "has both " + in_quotes(key) + " and " + in_quotes(other));
  }

  template <class Integer>
  [[nodiscard]] std::optional<Integer> integer(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->is_integer() ? node->value<Integer>() : std::nullopt;
    if (!value) fail_type(*node, key, "a whole number");
    return value;
  }

  [[nodiscard]] bool flag(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return false;
    if (!node->is_boolean()) fail_type(*node, key, "true or false");
    return node->value_or(false);
  }

  /// The row as a whole cannot be used.
  [[noreturn]] void refuse(const std::string& problem) const { fail(table_.source(), problem); }

 private:
  [[noreturn]] void fail(const toml::source_region& where, const std::string& problem) const {
    fail_at(file_, where, label_ + ": " + problem);
  }
  [[noreturn]] void fail_type(const toml::node& node, std::string_view key,
                              std::string_view wanted) const {
    fail(node.source(), "key " + in_quotes(key) + " must be " + std::string(wanted));
  }

  std::string_view file_;
  const toml::table& table_;
  std::string label_;
};

PlaceEntry place_of(const Row& row) {
  row.allow_only({"id", "name", "kind", "parent", "lat", "lon", "aliases", "arabic", "iso",
                  "demonyms", "seat_of", "needs_cue", "geonameid", "admin"});
  return {.id = row.required_text("id"),
          .name = row.required_text("name"),
          .kind = row.required_text("kind"),
          .parent = row.text("parent"),
          .iso = row.text("iso"),
          .admin = row.text("admin"),
          .seat_of = row.text("seat_of"),
          .latitude = row.degrees("lat"),
          .longitude = row.degrees("lon"),
          .geonameid = row.integer<long>("geonameid"),
          .aliases = row.texts("aliases"),
          .arabic = row.texts("arabic"),
          .demonyms = row.texts("demonyms"),
          .needs_cue = row.texts("needs_cue")};
}

std::vector<ParentLink> parents_of(const Row& row) {
  row.allow_one_of("parent", "parents");
  std::vector<ParentLink> links;
  if (auto id = row.text("parent"); !id.empty()) links.push_back({.id = std::move(id)});
  for (const auto& link : row.rows("parents")) {
    link.allow_only({"id", "from", "to"});
    links.push_back({.id = link.required_text("id"),
                     .from_year = link.integer<int>("from"),
                     .to_year = link.integer<int>("to")});
  }
  return links;
}

ActorEntry actor_of(const Row& row) {
  row.allow_only({"id", "name", "kind", "country", "national", "parent", "parents", "from", "to",
                  "successor", "aliases", "arabic", "needs_country"});
  return {.id = row.required_text("id"),
          .name = row.required_text("name"),
          .kind = row.required_text("kind"),
          .country = row.text("country"),
          .national = row.text("national"),
          .parents = parents_of(row),
          .successor = row.text("successor"),
          .from_year = row.integer<int>("from"),
          .to_year = row.integer<int>("to"),
          .aliases = row.texts("aliases"),
          .arabic = row.texts("arabic"),
          .needs_country = row.texts("needs_country")};
}

toml::table parsed(std::string_view file, std::string_view contents) {
  try {
    return toml::parse(contents);
  } catch (const toml::parse_error& error) {
    fail_at(file, error.source(), std::string(error.description()));
  }
}

/// The rows of one list of a file, [[place]] or [[actor]].
std::vector<Row> rows_of(std::string_view file, const toml::table& document,
                         std::string_view noun) {
  std::vector<Row> result;
  const auto* list = document.get(noun);
  if (list == nullptr) return result;
  const auto* rows = list->as_array();
  if (rows == nullptr || !std::all_of(rows->begin(), rows->end(),
                                      [](const toml::node& row) { return row.is_table(); }))
    fail_at(file, list->source(),
            in_quotes(noun) + " must be a list of tables, [[" + std::string(noun) + "]]");
  result.reserve(rows->size());
  for (const auto& row : *rows) result.emplace_back(file, noun, result.size() + 1, *row.as_table());
  return result;
}

void allow_only_lists(std::string_view file, const toml::table& document,
                      std::initializer_list<std::string_view> nouns) {
  for (const auto& [key, value] : document)
    if (std::find(nouns.begin(), nouns.end(), key.str()) == nouns.end())
      fail_at(file, key.source(), "unknown key " + in_quotes(key.str()));
}

/// The rows of the one list that a file of a folder may hold, each turned into an entry.
template <class Entry>
std::vector<Entry> read_rows(std::string_view file, std::string_view contents,
                             std::string_view noun, Entry (*entry_of)(const Row&)) {
  const auto document = parsed(file, contents);
  allow_only_lists(file, document, {noun});
  std::vector<Entry> entries;
  for (const auto& row : rows_of(file, document, noun)) entries.push_back(entry_of(row));
  return entries;
}

void add_names(std::vector<std::string>& names, std::vector<std::string>&& more) {
  for (auto& name : more)
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
}

void extend(PlaceEntry& place, const Row& row) {
  row.allow_only({"id", "extends", "aliases", "arabic", "demonyms", "needs_cue"});
  add_names(place.aliases, row.texts("aliases"));
  add_names(place.arabic, row.texts("arabic"));
  add_names(place.demonyms, row.texts("demonyms"));
  add_names(place.needs_cue, row.texts("needs_cue"));
}

void extend(ActorEntry& actor, const Row& row) {
  row.allow_only({"id", "extends", "parent", "parents", "aliases", "arabic", "needs_country"});
  for (auto& link : parents_of(row))
    if (std::find(actor.parents.begin(), actor.parents.end(), link) == actor.parents.end())
      actor.parents.push_back(std::move(link));
  add_names(actor.aliases, row.texts("aliases"));
  add_names(actor.arabic, row.texts("arabic"));
  add_names(actor.needs_country, row.texts("needs_country"));
}

/// Adds rows to those of a lexicon, or what rows say to the rows that they extend.
template <class Entry>
void add_rows(std::vector<Entry>& entries, const std::vector<Row>& rows,
              Entry (*entry_of)(const Row&)) {
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < entries.size(); ++i) known.try_emplace(entries[i].id, i);
  for (const auto& row : rows) {
    const auto found = known.find(row.required_text("id"));
    if (row.flag("extends")) {
      if (found == known.end()) row.refuse("extends a row that is not in the lexicon");
      extend(entries[found->second], row);
    } else {
      if (found != known.end())
        row.refuse("is in the lexicon already; with extends = true it adds names to that row");
      entries.push_back(entry_of(row));
      known.try_emplace(entries.back().id, entries.size() - 1);
    }
  }
}

/// FNV-1a of 64 bits: stable over machines and versions, which std::hash is not.
class Digest {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    state_ = (state_ ^ 0xFFU) * 0x100000001b3;  // 0xFF is in no UTF-8 text: it parts the fields
  }
  [[nodiscard]] std::string hex() const {
    std::string digits(16, '0');
    for (std::size_t i = 0; i < digits.size(); ++i)
      digits[i] = "0123456789abcdef"[(state_ >> (60 - 4 * i)) & 0xF];
    return digits;
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325;
};

struct SourceFiles {
  std::optional<std::string> places, actors;
};

/// `folder`: what the files' names are said with in messages; empty or with a separator at its end.
Lexicon lexicon_of(const SourceFiles& files, const std::string& folder) {
  Lexicon lexicon;
  Digest digest;
  if (files.places) {
    digest.add(kPlacesFile);
    digest.add(*files.places);
    lexicon.places = read_rows(folder + std::string(kPlacesFile), *files.places, "place", place_of);
  }
  if (files.actors) {
    digest.add(kActorsFile);
    digest.add(*files.actors);
    lexicon.actors = read_rows(folder + std::string(kActorsFile), *files.actors, "actor", actor_of);
  }
  lexicon.version = digest.hex();
  return lexicon;
}

std::optional<std::string> contents_of(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  std::string contents{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw LexiconError(path.string() + ": cannot be read");
  return contents;
}

}  // namespace

Lexicon read_lexicon(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder))
    throw LexiconError(folder.string() + ": is no folder");
  auto places = contents_of(folder / kPlacesFile);
  auto actors = contents_of(folder / kActorsFile);
  if (!places && !actors)
    throw LexiconError(folder.string() + ": holds neither " + std::string(kPlacesFile) + " nor " +
                       std::string(kActorsFile));
  return lexicon_of({std::move(places), std::move(actors)}, (folder / "").string());
}

void add_lexicon_file(Lexicon& lexicon, const std::filesystem::path& file) {
  const auto contents = contents_of(file);
  const auto name = file.string();
  if (!contents) throw LexiconError(name + ": is not there");
  const auto document = parsed(name, *contents);
  allow_only_lists(name, document, {"place", "actor"});
  const auto places = rows_of(name, document, "place");
  if (!places.empty()) lexicon.place_names = {};  // these would lack the new ones
  add_rows(lexicon.places, places, place_of);
  add_rows(lexicon.actors, rows_of(name, document, "actor"), actor_of);
  Digest digest;
  digest.add(lexicon.version);
  digest.add(*contents);
  lexicon.version = digest.hex();
}

}  // namespace furat::analysis
