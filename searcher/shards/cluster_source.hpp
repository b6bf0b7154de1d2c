// The newest state of an archive of several shards: which of them answer, where, and in which
// generation.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "furat/cluster.hpp"
#include "searcher/shards/cluster_generation.hpp"
#include "searcher/view/generation_source.hpp"

namespace furat {

class ClusterSource final : public GenerationSource {
 public:
  /// Throws RequestError for addresses that are none.
  explicit ClusterSource(Cluster cluster);

  /// Asks the shards at most once a second whether they have another generation, or are back.
  [[nodiscard]] bool is_newest(const SharedGeneration& generation) override;
  /// Throws IndexError: unreachable if no shard answers or, where the cluster is strict, one does
  /// not; what a shard says that can be reached but not read.
  [[nodiscard]] std::shared_ptr<SharedGeneration> open() override;
  [[nodiscard]] bool failed(const SharedGeneration& generation,
                            const Xapian::NetworkError& error) override;
  [[nodiscard]] bool is_remote() const override { return is_remote_; }
  [[nodiscard]] const std::filesystem::path& place() const override { return place_; }

 private:
  using Clock = std::chrono::steady_clock;

  struct ShardState {
    std::string name;
    std::vector<ShardAddress> addresses;
    std::size_t at = 0;                             ///< in `addresses`: the one that is asked
    std::shared_ptr<const ShardContents> contents;  ///< nullptr: not loaded, or to be loaded anew
    bool is_down = false;
    std::string fault;              ///< why it is down
    Clock::time_point retry{};      ///< of one that is down
    Clock::time_point broke_off{};  ///< when a connection last ended in the middle of a request
  };

  static void put_down(ShardState& shard, const std::string& fault, Clock::duration tried_for);
  /// For each of these shards, at the same time where they are far away: none waits for the others.
  template <class Do>
  void for_all(const std::vector<ShardState*>& shards, Do what) const;
  void load(ShardState& shard) const;
  /// What may be counted together: the contents of each shard, nullptr for one that may not be, and
  /// what is to be said of it. Throws IndexError unreachable where that is too little.
  [[nodiscard]] ShardGaps take_together(ClusterTables::Shards& contents) const;
  [[nodiscard]] std::shared_ptr<const ClusterTables> tables_of(ClusterTables::Shards contents);
  [[nodiscard]] bool is_given(const std::vector<bool>& present) const;
  /// Xapian does not always say whose connection ended.
  bool ask_all_again(const Xapian::NetworkError& error);
  [[nodiscard]] bool has_changed(const ShardState& shard) const;
  void look();

  Cluster cluster_;
  std::filesystem::path place_;
  bool is_remote_ = false;
  std::mutex mutex_;  ///< of what follows
  std::vector<ShardState> shards_;
  std::shared_ptr<const ClusterTables> tables_;
  std::vector<std::shared_ptr<const ClusterTables>> merged_;  ///< the one that was used last first
  std::shared_ptr<ClusterGeneration> given_;                  ///< by open() last
  std::optional<Clock::time_point> breaks_;  ///< when a connection of that one first broke
  Clock::time_point looked_{};
  bool outdated_ = true;
};

}  // namespace furat
