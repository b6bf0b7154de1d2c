#include "searcher/shards/cluster_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <string_view>
#include <utility>

#include "furat/errors.hpp"
#include "searcher/shards/shard_agreement.hpp"

namespace furat {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};
/// Of all shards, and of those that answer while one does not: what comes back is not merged anew.
constexpr std::size_t kMostMerged = 2;
/// A server that breaks off twice within this time is left alone for a while.
constexpr std::chrono::seconds kBetweenBreaks{1};

std::filesystem::path place_of(const Cluster& cluster) {
  std::vector<std::string> names;
  for (const auto& shard : cluster.shards) names.push_back(shard.name);
  return fmt::to_string(fmt::join(names, ", "));
}

}  // namespace

ClusterSource::ClusterSource(Cluster cluster)
    : cluster_(std::move(cluster)), place_(place_of(cluster_)) {
  for (const auto& shard : cluster_.shards) {
    ShardState state;
    state.name = shard.name;
    for (const auto& address : shard.addresses) {
      state.addresses.emplace_back(address);
      is_remote_ = is_remote_ || state.addresses.back().is_remote();
    }
    if (state.addresses.empty())
      throw RequestError("the shard '" + shard.name + "' has no address", "index", shard.name);
    shards_.push_back(std::move(state));
  }
  if (shards_.empty()) throw RequestError("there are no shards", "index", "");
}

bool ClusterSource::is_newest(const SharedGeneration& generation) {
  // Who comes while another one looks need not wait: a second sooner or later is as good.
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock.owns_lock()) return true;
  // Given, but not in use yet: who asked the one before again and again would soon give up.
  if (given_.get() != &generation) return false;
  const auto now = Clock::now();
  if (!outdated_ && now - looked_ >= kBetweenLooks) look();
  for (const auto& shard : shards_) outdated_ = outdated_ || (shard.is_down && now >= shard.retry);
  return !outdated_;
}

template <class Do>
void ClusterSource::for_all(const std::vector<ShardState*>& shards, Do what) const {
  std::vector<std::future<void>> running;
  for (auto* shard : shards)
    if (is_remote_ && shard != shards.back())
      running.push_back(std::async(std::launch::async, [shard, &what] { what(*shard); }));
    else
      what(*shard);
  for (auto& each : running) each.get();
}

void ClusterSource::look() {
  looked_ = Clock::now();
  std::vector<ShardState*> up;
  for (auto& shard : shards_)
    if (!shard.is_down) up.push_back(&shard);
  std::atomic<bool> changed = false;
  for_all(up, [&](ShardState& shard) {
    if (!has_changed(shard)) return;
    shard.contents = nullptr;
    changed = true;
  });
  outdated_ = outdated_ || changed;
}

bool ClusterSource::has_changed(const ShardState& shard) const {
  try {
    return !shard.contents || !shard.contents->is_newest(cluster_);
  } catch (const Xapian::Error&) {
    return true;  // open() tells what it is
  } catch (const IndexError&) {
    return true;
  }
}

/// What a try costs says how soon the next one may come: a server that refuses is asked often, one
/// that keeps its client waiting seldom.
void ClusterSource::put_down(ShardState& shard, const std::string& fault,
                             Clock::duration tried_for) {
  constexpr std::chrono::milliseconds kShortest{250}, kLongest{30'000};
  shard.is_down = true;
  shard.fault = fault;
  shard.retry = Clock::now() + std::clamp<Clock::duration>(10 * tried_for, kShortest, kLongest);
}

void ClusterSource::load(ShardState& shard) const {
  const auto begun = Clock::now();
  std::vector<std::string> faults;
  for (std::size_t tried = 0; tried < shard.addresses.size(); ++tried) {
    const auto at = (shard.at + tried) % shard.addresses.size();
    const auto& address = shard.addresses[at];
    try {
      // What is known of a shard that was down may still be so.
      const bool is_known = tried == 0 && shard.contents && shard.contents->is_newest(cluster_);
      if (!is_known) shard.contents = load_shard(address, cluster_);
      shard.at = at;
      shard.is_down = false;
      return;
    } catch (const Xapian::Error& error) {
      faults.push_back(address.text() + ": " + error.get_msg());
    } catch (const IndexError& error) {
      faults.emplace_back(error.what());
    }
  }
  put_down(shard, fmt::to_string(fmt::join(faults, "; ")), Clock::now() - begun);
}

std::shared_ptr<SharedGeneration> ClusterSource::open() {
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  std::vector<ShardState*> to_load;
  for (auto& shard : shards_)
    if (shard.is_down ? now >= shard.retry : !shard.contents) to_load.push_back(&shard);
  for_all(to_load, [this](ShardState& shard) { load(shard); });
  ClusterTables::Shards contents;
  auto gaps = take_together(contents);
  std::vector<bool> present;
  for (const auto& shard : contents) present.push_back(shard != nullptr);
  tables_ = tables_of(std::move(contents));
  outdated_ = false;
  looked_ = Clock::now();
  if (is_given(present)) return given_;
  breaks_.reset();
  given_ =
      std::make_shared<ClusterGeneration>(cluster_, tables_, std::move(present), std::move(gaps));
  return given_;
}

ShardGaps ClusterSource::take_together(ClusterTables::Shards& contents) const {
  std::vector<NamedShard> named;
  for (const auto& shard : shards_) {
    // Not what one that is down held before: an answer without it is the same whoever saw it once.
    contents.push_back(shard.is_down ? nullptr : shard.contents);
    named.push_back({shard.name, contents.back().get()});
  }
  const auto agreement = agreement_of(named);
  ShardGaps gaps;
  std::vector<std::string> faults;
  const auto note = [&](const std::string& what) {
    gaps.notes.push_back(what + "; hits and counts are of the others");
  };
  const auto leave_out = [&](const std::string& shard, const std::string& fault) {
    faults.push_back(fault.starts_with(shard) ? fault : shard + ": " + fault);
    gaps.missing.push_back(shard);
  };
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    const auto& name = shards_[i].name;
    if (shards_[i].is_down) {
      leave_out(name, shards_[i].fault);
      note("the shard " + name + " does not answer (" + shards_[i].fault + ")");
    } else if (const auto& conflict = agreement.conflicts[i]; !conflict.empty()) {
      leave_out(name, conflict);
      note("the shard " + name + " is left out, because it " + conflict);
      contents[i] = nullptr;
    } else if (agreement.is_stale[i]) {
      gaps.stale.push_back(name);
      gaps.notes.push_back("the shard " + name +
                           " is older than others: what changed in it since then is not seen");
    }
  }
  for (const auto& [shard, other, articles] : agreement.counted_twice)
    gaps.notes.push_back(fmt::format("{} articles of the shard {} are in {}, too: they count twice",
                                     articles, shards_[shard].name, shards_[other].name));
  const bool none = gaps.missing.size() == shards_.size();
  for (const auto& [source, of, numbers] : agreement.unnamed) {
    for (const auto number : numbers)
      leave_out(fmt::format("shard {} of {} of {}", number, of, source), "is not named");
    note(fmt::format("of the {} shards of {} these are not named: {}", of, source,
                     fmt::join(numbers, ", ")));
  }
  if (none || (cluster_.strict && !faults.empty()))
    throw IndexError(IndexError::Kind::unreachable, fmt::to_string(fmt::join(gaps.missing, ", ")),
                     (none ? "no shard answers: " : "a shard is missing: ") +
                         fmt::to_string(fmt::join(faults, "; ")));
  return gaps;
}

std::shared_ptr<const ClusterTables> ClusterSource::tables_of(ClusterTables::Shards contents) {
  const auto is_outdated = [this](const std::shared_ptr<const ClusterTables>& tables) {
    for (std::size_t i = 0; i < shards_.size(); ++i)
      if (tables->shards()[i] && tables->shards()[i] != shards_[i].contents) return true;
    return false;
  };
  std::erase_if(merged_, is_outdated);
  const auto known = std::find_if(merged_.begin(), merged_.end(),
                                  [&](const auto& tables) { return tables->shards() == contents; });
  if (known != merged_.end()) {
    std::rotate(merged_.begin(), known, known + 1);
    return merged_.front();
  }
  auto tables = std::make_shared<const ClusterTables>(std::move(contents));
  merged_.insert(merged_.begin(), tables);
  if (merged_.size() > kMostMerged) merged_.pop_back();
  return tables;
}

/// Whether all is as it was given last, and no connection of it broke.
bool ClusterSource::is_given(const std::vector<bool>& present) const {
  if (!given_ || breaks_ || given_->tables() != tables_) return false;
  for (std::size_t i = 0; i < present.size(); ++i)
    if (given_->has(i) != present[i]) return false;
  return true;
}

bool ClusterSource::failed(const SharedGeneration& generation, const Xapian::NetworkError& error) {
  const std::lock_guard lock(mutex_);
  // Of one that was replaced, or will be: who asks anew finds out.
  if (given_.get() != &generation || breaks_.has_value()) return true;
  breaks_ = Clock::now();
  if (error.get_context().empty()) return ask_all_again(error);
  for (auto& shard : shards_) {
    const auto& address = shard.addresses[shard.at];
    const bool is_other_generation = error.get_context() == address.text();
    if (!is_other_generation && !address.is_source_of(error)) continue;
    if (is_other_generation || shard.addresses.size() > 1) {
      // Loaded anew: from the next address, if the server did not answer.
      shard.contents = nullptr;
      if (!is_other_generation) shard.at = (shard.at + 1) % shard.addresses.size();
    } else if (!shard.is_down) {
      const auto now = Clock::now();
      put_down(shard, address.text() + ": " + error.get_msg(), {});
      // A server that was started anew has ended its connections and takes others at once.
      const bool waited = std::string_view(error.get_type()) == "NetworkTimeoutError";
      if (waited)
        shard.retry = now + 10 * cluster_.timeout;
      else if (now - shard.broke_off > kBetweenBreaks)
        shard.retry = now;
      shard.broke_off = now;
    }
    outdated_ = true;
    return true;
  }
  return false;
}

bool ClusterSource::ask_all_again(const Xapian::NetworkError& error) {
  for (auto& shard : shards_) {
    if (shard.is_down || !shard.addresses[shard.at].is_remote()) continue;
    put_down(shard, shard.addresses[shard.at].text() + ": " + error.get_msg(), {});
    shard.retry = *breaks_;
  }
  return outdated_ = true;
}

}  // namespace furat
