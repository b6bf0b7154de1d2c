// The facet columns of several shards as one, their documents numbered as Xapian numbers those of
// databases that are searched as one (index::Interleaving).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/facet_columns.hpp"
#include "index/slot_streams.hpp"
#include "searcher/shards/merged_values.hpp"

namespace furat {

struct ShardColumns {
  std::string place;                   ///< folder or address, for messages
  const index::FacetColumns* columns;  ///< nullptr: a shard that is not there
  const index::SlotStreams* slots;
  const Renumbering* ordinals;  ///< of values
  const Renumbering* articles;  ///< as number_articles() gives them, which needs none
};

/// For each shard the numbers of its articles in the whole, from 1: in the order of their numbers
/// in the shards. Throws IndexError damaged, and what the slots throw.
[[nodiscard]] std::vector<Renumbering> number_articles(const std::vector<ShardColumns>& shards);

/// The slots of all; nullptr stands for a shard that is not there.
class SlotsOfShards {
 public:
  explicit SlotsOfShards(const std::vector<const index::SlotStreams*>& shards);
  [[nodiscard]] const index::SlotStreams& all() const { return *all_; }

 private:
  std::unique_ptr<index::SlotStreams> none_, all_;
};

/// `slots` are those of all shards; stories are those of all together. Throws IndexError damaged,
/// and what the slots throw.
[[nodiscard]] index::FacetColumns merge_columns(const std::vector<ShardColumns>& shards,
                                                const index::SlotStreams& slots);

}  // namespace furat
