#include "indexer/merge.hpp"

#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <string>

#include "index/files.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

/// How many segments can be open at once: each takes a few of the descriptors we may have.
std::size_t most_open() {
  constexpr rlim_t kEach = 5;
  constexpr rlim_t kOthers = 100;
  constexpr rlim_t kMost = 1000;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < kOthers + 16 * kEach) return 16;
  return static_cast<std::size_t>(std::min((limit.rlim_cur - kOthers) / kEach, kMost));
}

void merge_once(const std::vector<fs::path>& segments, const fs::path& target) {
  std::uint64_t bytes = 0;
  for (const auto& segment : segments) bytes += index::bytes_below(segment);
  index::require_free_space(target.parent_path(), bytes);
  Xapian::Database all;
  for (const auto& segment : segments) all.add_database(Xapian::Database(segment.string()));
  // No DB_ flag here: DB_NO_SYNC is the same bit as DBCOMPACT_NO_RENUMBER.
  all.compact(target.string(), Xapian::Compactor::FULLER);
  all.close();
  for (const auto& segment : segments) fs::remove_all(segment);
}

}  // namespace

void merge_segments(std::vector<fs::path> segments, const fs::path& target) {
  const auto at_once = most_open();
  for (std::size_t round = 0; segments.size() > at_once; ++round) {
    std::vector<fs::path> merged;
    for (std::size_t i = 0; i < segments.size(); i += at_once) {
      const auto end = std::min(i + at_once, segments.size());
      const auto path =
          target.parent_path() / ("merge-" + std::to_string(round) + "-" + std::to_string(i));
      merge_once({segments.begin() + static_cast<std::ptrdiff_t>(i),
                  segments.begin() + static_cast<std::ptrdiff_t>(end)},
                 path);
      merged.push_back(path);
    }
    segments = std::move(merged);
  }
  merge_once(segments, target);
}

}  // namespace furat::indexer
