#include "searcher/shards/cluster_source.hpp"

#include <algorithm>
#include <utility>

#include "furat/errors.hpp"

namespace furat {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};

std::filesystem::path place_of(const Cluster& cluster) {
  std::string names;
  for (const auto& shard : cluster.shards) names += (names.empty() ? "" : ", ") + shard.name;
  return names;
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

bool ClusterSource::is_newest(const SharedGeneration& /*the one that open() gave last*/) {
  // Who comes while another one looks need not wait: a second sooner or later is as good.
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock.owns_lock()) return true;
  if (!outdated_ && Clock::now() - looked_ >= kBetweenLooks) look();
  return !outdated_;
}

void ClusterSource::look() {
  looked_ = Clock::now();
  for (auto& shard : shards_) {
    if (shard.is_down) {
      outdated_ = outdated_ || looked_ >= shard.retry;
    } else if (has_changed(shard)) {
      shard.contents = nullptr;
      outdated_ = true;
    }
  }
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

void ClusterSource::put_down(ShardState& shard, const std::string& fault) const {
  shard.is_down = true;
  shard.fault = fault;
  shard.retry = Clock::now() + shard.pause;
  shard.pause = std::min(2 * shard.pause, kLongestPause);
}

void ClusterSource::load(ShardState& shard) const {
  std::string fault;
  for (std::size_t tried = 0; tried < shard.addresses.size(); ++tried) {
    const auto at = (shard.at + tried) % shard.addresses.size();
    const auto& address = shard.addresses[at];
    try {
      shard.contents = load_shard(address, cluster_);
      shard.at = at;
      shard.is_down = false;
      shard.pause = kPause;
      return;
    } catch (const Xapian::Error& error) {
      fault += (fault.empty() ? "" : "; ") + address.text() + ": " + error.get_msg();
    } catch (const IndexError& error) {
      fault += (fault.empty() ? "" : "; ") + std::string(error.what());
    }
  }
  put_down(shard, fault);
}

std::shared_ptr<SharedGeneration> ClusterSource::open() {
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  ClusterTables::Shards contents;
  std::vector<bool> present;
  std::string faults;
  for (auto& shard : shards_) {
    if (shard.is_down ? now >= shard.retry : !shard.contents) load(shard);
    // What a shard held that is down is kept: without it nothing need be merged anew.
    contents.push_back(shard.contents);
    present.push_back(!shard.is_down);
    if (shard.is_down) faults += (faults.empty() ? "" : "; ") + shard.name + ": " + shard.fault;
  }
  const bool none = std::find(present.begin(), present.end(), true) == present.end();
  if (none || (cluster_.strict && !faults.empty()))
    throw IndexError(IndexError::Kind::unreachable, place_.string(),
                     (none ? "no shard answers: " : "a shard does not answer: ") + faults);
  if (!tables_ || tables_->shards() != contents)
    tables_ = std::make_shared<const ClusterTables>(std::move(contents));
  outdated_ = false;
  looked_ = Clock::now();
  return std::make_shared<ClusterGeneration>(cluster_, tables_, std::move(present));
}

bool ClusterSource::failed(const SharedGeneration& /*generation*/,
                           const Xapian::NetworkError& error) {
  const std::lock_guard lock(mutex_);
  for (auto& shard : shards_) {
    const auto& address = shard.addresses[shard.at];
    const bool is_other_generation = error.get_context() == address.text();
    if (!is_other_generation && !address.is_source_of(error)) continue;
    if (is_other_generation || shard.addresses.size() > 1) {
      // Loaded anew: from the next address, if the server did not answer.
      shard.contents = nullptr;
      if (!is_other_generation) shard.at = (shard.at + 1) % shard.addresses.size();
    } else if (!shard.is_down) {
      put_down(shard, address.text() + ": " + error.get_msg());
    }
    outdated_ = true;
    return true;
  }
  return false;
}

}  // namespace furat
