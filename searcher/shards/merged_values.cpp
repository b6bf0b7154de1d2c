#include "searcher/shards/merged_values.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "index/damaged.hpp"
#include "index/metadata.hpp"
#include "index/place_positions.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"

namespace furat {
namespace {

namespace key = index::key;

[[noreturn]] void throw_damaged_tables(const ShardValues& shard) {
  index::throw_damaged(shard.place, "its tables cannot be read");
}

/// A value as one shard numbers it.
struct NumberedValue {
  std::uint32_t ordinal;
  std::size_t shard;
  index::ValueRecord record;
};

/// By number, then shard: in the same order whatever the order of the shards' entries.
std::vector<NumberedValue> values_of(const std::vector<ShardValues>& shards) {
  std::vector<NumberedValue> values;
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    const auto& metadata = shards[shard].metadata;
    for (auto entry = metadata.lower_bound(key::kValues);
         entry != metadata.end() && entry->first.starts_with(key::kValues); ++entry) {
      auto record = index::decode_value_record(entry->second);
      if (!record) throw_damaged_tables(shards[shard]);
      values.push_back({key::number_in(entry->first), shard, std::move(*record)});
    }
  }
  std::sort(values.begin(), values.end(), [](const NumberedValue& a, const NumberedValue& b) {
    return std::tie(a.ordinal, a.shard) < std::tie(b.ordinal, b.shard);
  });
  return values;
}

class Merger {
 public:
  explicit Merger(const std::vector<ShardValues>& shards) : shards_(shards) {
    merged_.ordinals.resize(shards.size());
    number_values();
    for (std::size_t shard = 0; shard < shards.size(); ++shard) add_names(shard);
    write_names();
    add_positions();
  }

  MergedValues take() { return std::move(merged_); }

 private:
  void number_values() {
    auto values = values_of(shards_);
    std::unordered_map<std::string, std::uint32_t> known;  // by dimension and id
    std::vector<const NumberedValue*> first;
    for (const auto& value : values) {
      const auto& record = value.record;
      const auto next = static_cast<std::uint32_t>(first.size() + 1);
      const auto [found, is_new] =
          known.emplace(key::value_id(record.dimension, "") + record.id, next);
      if (is_new) first.push_back(&value);
      auto& ordinals = merged_.ordinals[value.shard];
      if (ordinals.size() <= value.ordinal) ordinals.resize(std::size_t{value.ordinal} + 1);
      ordinals[value.ordinal] = found->second;
    }
    for (std::size_t i = 0; i < first.size(); ++i)
      add_value(static_cast<std::uint32_t>(i + 1), first[i]->shard, first[i]->record);
  }

  void add_value(std::uint32_t ordinal, std::size_t shard, index::ValueRecord record) {
    if (record.parent) record.parent = whole_number(shard, *record.parent);
    if (record.successor) record.successor = whole_number(shard, *record.successor);
    std::string number;
    index::append_varint(number, ordinal);
    merged_.metadata[key::value_id(record.dimension, record.id)] = std::move(number);
    merged_.metadata[key::value(ordinal)] = index::encode(record);
  }

  [[nodiscard]] std::uint32_t whole_number(std::size_t shard, std::uint32_t ordinal) const {
    const auto found = renumbered(merged_.ordinals[shard], ordinal);
    if (!found) throw_damaged_tables(shards_[shard]);
    return *found;
  }

  void renumber(std::size_t shard, std::vector<std::uint32_t>& ordinals) const {
    for (auto& ordinal : ordinals) ordinal = whole_number(shard, ordinal);
    index::make_set(ordinals);
  }

  void add_names(std::size_t shard) {
    for (const auto& [entry, bytes] : shards_[shard].metadata) {
      if (entry.starts_with(key::kNames) || entry.starts_with(key::kExpansions)) {
        auto ordinals = index::unpack_set(bytes);
        if (!ordinals) throw_damaged_tables(shards_[shard]);
        renumber(shard, *ordinals);
        auto& all = sets_[entry];
        all.insert(all.end(), ordinals->begin(), ordinals->end());
      } else if (entry.starts_with(key::kSkeletons)) {
        auto names = index::decode_spelled_names(bytes);
        if (!names) throw_damaged_tables(shards_[shard]);
        for (auto& name : *names) add_spelled(shard, std::move(name), spelled_[entry]);
      } else if (!index::is_of_values(entry)) {
        merged_.metadata.emplace(entry, bytes);  // facts of the whole index: the first shard's
      }
    }
  }

  using SpelledByName = std::map<std::string, index::SpelledName>;

  void add_spelled(std::size_t shard, index::SpelledName name, SpelledByName& names) const {
    renumber(shard, name.ordinals);
    renumber(shard, name.expanded);
    const auto [known, is_new] = names.try_emplace(name.name, name);
    if (is_new) return;
    const auto add = [](std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& more) {
      all.insert(all.end(), more.begin(), more.end());
      index::make_set(all);
    };
    add(known->second.ordinals, name.ordinals);
    add(known->second.expanded, name.expanded);
  }

  void write_names() {
    for (auto& [entry, ordinals] : sets_) {
      index::make_set(ordinals);
      merged_.metadata[entry] = index::pack_set(ordinals);
    }
    for (auto& [entry, by_name] : spelled_) {
      std::vector<index::SpelledName> names;
      for (auto& [name, spelled] : by_name) names.push_back(std::move(spelled));
      merged_.metadata[entry] = index::encode(names);
    }
  }

  void add_positions() {
    index::PlacePositions all;
    for (const auto& shard : shards_) {
      const auto entry = shard.metadata.find(key::kPositions);
      if (entry == shard.metadata.end()) continue;
      const auto positions = index::decode_place_positions(entry->second);
      if (!positions) throw_damaged_tables(shard);
      for (const auto& place : *positions) all.emplace(place.id, place.position);
    }
    merged_.metadata[std::string(key::kPositions)] = index::encode(all);
  }

  const std::vector<ShardValues>& shards_;
  MergedValues merged_;
  std::map<std::string, std::vector<std::uint32_t>> sets_;  ///< of names, by key
  std::map<std::string, SpelledByName> spelled_;            ///< by skeleton key
};

}  // namespace

MergedValues merge_values(const std::vector<ShardValues>& shards) { return Merger(shards).take(); }

}  // namespace furat
