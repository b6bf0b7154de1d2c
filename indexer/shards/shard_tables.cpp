#include "indexer/shards/shard_tables.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "index/damaged.hpp"
#include "index/metadata.hpp"
#include "index/place_positions.hpp"
#include "index/schema.hpp"
#include "index/served_tables.hpp"
#include "index/varint.hpp"
#include "indexer/reached_from.hpp"

namespace furat::indexer {
namespace {

using index::Dimension;
namespace key = index::key;
using index::for_each_key;
using index::throw_damaged;

/// Written for each database anew: what it counts, or the copy of its tables for others.
bool is_of_one_database(std::string_view entry) {
  return entry.starts_with(key::kArticles) || entry.starts_with(index::kServedPrefix) ||
         entry == key::kCounts || entry == key::kMetadataDigest;
}

/// Whether a passage of the shard counts for the value, by which it has names in the tables.
bool is_named(const Xapian::Database& shard, const index::ValueRecord& value) {
  const auto has = [&](std::string_view prefix) {
    return shard.term_exists(index::bounded_term(prefix, value.id));
  };
  if (value.dimension == Dimension::source) return has(index::prefix::kSource);
  const bool by_years = value.dimension == Dimension::actor && !value.discovered;
  return has(by_years ? index::prefix::kActor : index::prefix::kMention);
}

std::vector<std::uint32_t> common(const std::vector<std::uint32_t>& ordinals,
                                  const std::set<std::uint32_t>& named) {
  std::vector<std::uint32_t> kept;
  std::copy_if(ordinals.begin(), ordinals.end(), std::back_inserter(kept),
               [&](std::uint32_t ordinal) { return named.count(ordinal) != 0; });
  return kept;
}

/// The entries of names with the ordinals of `named` alone.
void add_names(const Xapian::Database& source, std::string_view prefix,
               const std::set<std::uint32_t>& named, index::Metadata& entries) {
  for_each_key(source, prefix, [&](const std::string& entry) {
    const auto ordinals = index::unpack_set(source.get_metadata(entry));
    if (!ordinals) throw_damaged("a table of names cannot be read");
    if (const auto kept = common(*ordinals, named); !kept.empty())
      entries[entry] = index::pack_set(kept);
  });
}

void add_spelled_names(const Xapian::Database& source, const std::set<std::uint32_t>& named,
                       index::Metadata& entries) {
  for_each_key(source, key::kSkeletons, [&](const std::string& entry) {
    auto names = index::decode_spelled_names(source.get_metadata(entry));
    if (!names) throw_damaged("names that are spelled alike cannot be read");
    std::erase_if(*names, [&](index::SpelledName& name) {
      name.ordinals = common(name.ordinals, named);
      name.expanded = common(name.expanded, named);
      return name.ordinals.empty() && name.expanded.empty();
    });
    if (!names->empty()) entries[entry] = encode(*names);
  });
}

}  // namespace

SourceTables::SourceTables(const Xapian::Database& source) {
  for_each_key(source, key::kValues, [&](const std::string& entry) {
    auto record = index::decode_value_record(source.get_metadata(entry));
    if (!record) throw_damaged("a facet value record cannot be read");
    values_.emplace(key::number_in(entry), std::move(*record));
  });
  auto parents = index::decode_actor_parents(index::metadata_at(source, key::kActorParents));
  if (!parents) throw_damaged("the table of the actors' parents cannot be read");
  parents_ = std::move(*parents);
  for (const auto& [ordinal, value] : values_) {
    if (value.parent) beside_[ordinal].push_back(*value.parent);
    if (!value.successor) continue;
    beside_[ordinal].push_back(*value.successor);
    beside_[*value.successor].push_back(ordinal);
  }
  // Parents in years that no passage speaks of need not be there.
  for (const auto& [ordinal, links] : parents_)
    for (const auto& link : links)
      if (values_.count(link.parent) != 0) beside_[ordinal].push_back(link.parent);
}

SourceTables::Ordinals SourceTables::named_in(const Xapian::Database& shard) const {
  Ordinals named;
  for (const auto& [ordinal, value] : values_) {
    if (!is_named(shard, value)) continue;
    named.insert(ordinal);
    if (value.discovered) continue;
    for (auto above = value.parent; above && named.insert(*above).second;) {
      const auto next = values_.find(*above);
      if (next == values_.end()) throw_damaged("a facet value leads to one that is not there");
      above = next->second.parent;
    }
  }
  return named;
}

/// Besides those named: what names were thought to mean, and all that one comes to from these.
SourceTables::Ordinals SourceTables::present_in(const Xapian::Database& shard,
                                                const Ordinals& named) const {
  auto present = named;
  for (const auto& [ordinal, value] : values_)
    if (value.dimension != Dimension::source &&
        shard.term_exists(index::bounded_term(index::prefix::kCandidate, value.id)))
      present.insert(ordinal);
  return reached_from(std::move(present), beside_);
}

void SourceTables::add_values(const Xapian::Database& source, const Ordinals& present,
                              index::Metadata& entries) const {
  index::PlacePositions positions;
  index::ActorParents parents;
  for (const auto ordinal : present) {
    const auto value = values_.find(ordinal);
    if (value == values_.end()) throw_damaged("a facet value leads to one that is not there");
    const auto& record = value->second;
    for (auto entry : {key::value(ordinal), key::value_id(record.dimension, record.id)}) {
      auto bytes = source.get_metadata(entry);
      entries[std::move(entry)] = std::move(bytes);
    }
    add_position(record, positions);
    if (const auto links = parents_.find(ordinal); links != parents_.end()) parents.insert(*links);
  }
  if (!positions.empty()) entries[std::string(key::kPositions)] = encode(positions);
  if (!parents.empty()) entries[std::string(key::kActorParents)] = encode(parents);
}

index::Metadata SourceTables::of_shard(const Xapian::Database& source,
                                       const Xapian::Database& shard) const {
  index::Metadata entries;
  for_each_key(source, "", [&](const std::string& entry) {
    if (!is_of_one_database(entry) && !index::is_of_values(entry))
      entries[entry] = source.get_metadata(entry);
  });
  const auto named = named_in(shard);
  add_values(source, present_in(shard, named), entries);
  add_names(source, key::kNames, named, entries);
  add_names(source, key::kExpansions, named, entries);
  add_spelled_names(source, named, entries);
  return entries;
}

bool has_entries(const Xapian::Database& database, const index::Metadata& entries) {
  std::size_t same = 0, others = 0;
  for_each_key(database, "", [&](const std::string& entry) {
    if (is_of_one_database(entry)) return;
    const auto wanted = entries.find(entry);
    const bool is_same = wanted != entries.end() && wanted->second == database.get_metadata(entry);
    ++(is_same ? same : others);
  });
  return others == 0 && same == entries.size();
}

void store_entries(Xapian::WritableDatabase& database, index::Metadata entries) {
  std::vector<std::string> standing;
  for_each_key(database, "", [&](const std::string& entry) {
    if (!is_of_one_database(entry)) standing.push_back(entry);
  });
  index::replace_entries(database, standing, std::move(entries));
}

}  // namespace furat::indexer
