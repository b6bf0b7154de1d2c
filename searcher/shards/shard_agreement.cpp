#include "searcher/shards/shard_agreement.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "searcher/shards/shared_articles.hpp"

namespace furat {
namespace {

const index::ShardRecord* record_of(const NamedShard& shard) {
  return shard.contents && shard.contents->record() ? &*shard.contents->record() : nullptr;
}

std::string title(const index::ShardRecord& record) {
  return fmt::format("shard {} of {} of {}", record.number, record.of, record.source);
}

class Agreement {
 public:
  explicit Agreement(const std::vector<NamedShard>& shards) : shards_(shards) {
    found_.conflicts.resize(shards.size());
    found_.is_stale.resize(shards.size());
  }

  ShardAgreement of_all() && {
    for (std::size_t i = 0; i < shards_.size(); ++i)
      if (const auto* record = standing(i)) {
        auto& newest = newest_.try_emplace(group_of(*record), record).first->second;
        if (record->round > newest->round) newest = record;
      }
    for (std::size_t i = 0; i < shards_.size(); ++i)
      if (const auto* record = standing(i)) take_place(i, *record);
    for (const auto& [group, places] : places_) compare(*newest_.at(group), places);
    if (have_other_origins()) compare_articles();
    for (const auto& [group, places] : places_) find_unnamed(*newest_.at(group), places);
    return std::move(found_);
  }

 private:
  /// By number of a shard, which of those named it is.
  using Places = std::map<std::uint32_t, std::size_t>;

  /// nullptr for one that is left out.
  [[nodiscard]] const index::ShardRecord* standing(std::size_t i) const {
    return found_.conflicts[i].empty() ? record_of(shards_[i]) : nullptr;
  }

  /// Two indexes that were made from one copy of an index share the name of their set.
  [[nodiscard]] static std::string group_of(const index::ShardRecord& record) {
    return record.set + ' ' + record.source;
  }

  void take_place(std::size_t i, const index::ShardRecord& record) {
    const auto& newest = *newest_.at(group_of(record));
    if (record.of != newest.of) {
      found_.conflicts[i] =
          fmt::format("is {}, which is in {} shards by now", title(record), newest.of);
      return;
    }
    const auto [place, is_free] = places_[group_of(record)].try_emplace(record.number, i);
    if (is_free) return;
    const bool is_later = record.round > record_of(shards_[place->second])->round;
    const auto left_out = is_later ? std::exchange(place->second, i) : i;
    found_.conflicts[left_out] =
        fmt::format("is {}, as {} is", title(record), shards_[place->second].name);
  }

  void compare(const index::ShardRecord& newest, const Places& places) {
    for (const auto& [number, i] : places)
      found_.is_stale[i] = shards_[i].contents->completion().digest != newest.digests[number - 1];
  }

  /// Shards of one index have no article in common.
  [[nodiscard]] bool have_other_origins() const {
    std::size_t origins = places_.size();
    for (const auto& shard : shards_)
      if (shard.contents != nullptr && record_of(shard) == nullptr) ++origins;
    return origins > 1;
  }

  void compare_articles() {
    const std::vector<std::uint64_t> none;
    std::vector<const std::vector<std::uint64_t>*> marks(shards_.size(), &none);
    for (std::size_t i = 0; i < shards_.size(); ++i)
      if (shards_[i].contents != nullptr && found_.conflicts[i].empty())
        marks[i] = &shards_[i].contents->article_marks();
    for (const auto& [inner, outer, articles, are_all] : shared_articles(marks))
      if (are_all)
        found_.conflicts[inner] = "has no article that is not in " + shards_[outer].name;
      else
        found_.counted_twice.push_back({inner, outer, articles});
  }

  void find_unnamed(const index::ShardRecord& newest, const Places& places) {
    if (places.size() < 2 || !are_all_there()) return;
    UnnamedShards unnamed{newest.source, newest.of, {}};
    for (std::uint32_t number = 1; number <= newest.of; ++number)
      if (!places.contains(number)) unnamed.numbers.push_back(number);
    if (!unnamed.numbers.empty()) found_.unnamed.push_back(std::move(unnamed));
  }

  [[nodiscard]] bool are_all_there() const {
    for (std::size_t i = 0; i < shards_.size(); ++i)
      if (!shards_[i].contents || !found_.conflicts[i].empty()) return false;
    return true;
  }

  const std::vector<NamedShard>& shards_;
  ShardAgreement found_;
  std::map<std::string, const index::ShardRecord*> newest_;  ///< by set
  std::map<std::string, Places> places_;                     ///< by set
};

}  // namespace

ShardAgreement agreement_of(const std::vector<NamedShard>& shards) {
  return Agreement(shards).of_all();
}

}  // namespace furat
