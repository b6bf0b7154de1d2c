#include "indexer/merge.hpp"

#include <xapian.h>

#include <algorithm>
#include <string>

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

/// A few descriptors each: well below the usual limit of 1,024.
constexpr std::size_t kMaxOpen = 128;

void merge_once(const std::vector<fs::path>& segments, const fs::path& target) {
  Xapian::Database all;
  for (const auto& segment : segments) all.add_database(Xapian::Database(segment.string()));
  // No DB_ flag here: DB_NO_SYNC is the same bit as DBCOMPACT_NO_RENUMBER.
  all.compact(target.string(), Xapian::Compactor::FULLER);
  all.close();
  for (const auto& segment : segments) fs::remove_all(segment);
}

}  // namespace

void merge_segments(std::vector<fs::path> segments, const fs::path& target) {
  for (std::size_t round = 0; segments.size() > kMaxOpen; ++round) {
    std::vector<fs::path> merged;
    for (std::size_t i = 0; i < segments.size(); i += kMaxOpen) {
      const auto end = std::min(i + kMaxOpen, segments.size());
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
