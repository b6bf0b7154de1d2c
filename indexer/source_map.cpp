#include "indexer/source_map.hpp"

#include <algorithm>

namespace furat::indexer {
namespace {

bool is_identity(const SourceMap::Run& run) { return run.derived_size == run.source_size; }

std::uint32_t derived_end(const SourceMap::Run& run) {
  return run.derived_begin + run.derived_size;
}

/// The run that holds derived byte `offset`; it exists.
std::size_t run_index(std::span<const SourceMap::Run> runs, std::uint32_t offset) {
  const auto after = std::upper_bound(
      runs.begin(), runs.end(), offset,
      [](std::uint32_t value, const SourceMap::Run& run) { return value < run.derived_begin; });
  return static_cast<std::size_t>(after - runs.begin()) - 1;
}

std::uint64_t source_begin_of(const SourceMap::Run& run, std::uint32_t offset) {
  return is_identity(run) ? run.source_begin + (offset - run.derived_begin) : run.source_begin;
}

std::uint64_t source_end_of(const SourceMap::Run& run, std::uint32_t end) {
  return is_identity(run) ? run.source_begin + (end - run.derived_begin)
                          : run.source_begin + run.source_size;
}

}  // namespace

void SourceMap::append(std::uint32_t derived_size, std::uint64_t source_begin,
                       std::uint64_t source_size) {
  if (derived_size == 0) return;
  const Run added{this->derived_size(), derived_size, source_begin, source_size};
  if (!runs_.empty()) {
    Run& last = runs_.back();
    const bool adjacent = last.source_begin + last.source_size == source_begin;
    if (adjacent && is_identity(last) && is_identity(added)) {
      last.derived_size += derived_size;
      last.source_size += source_size;
      return;
    }
  }
  runs_.push_back(added);
}

SourceSpan SourceMap::to_source(std::uint32_t begin, std::uint32_t end) const {
  if (runs_.empty()) return {};
  const std::uint32_t size = derived_size();
  begin = std::min(begin, size);
  end = std::clamp(end, begin, size);
  if (begin == size) {
    const std::uint64_t at = source_end_of(runs_.back(), size);
    return {at, at};
  }
  const std::uint64_t source_begin = source_begin_of(runs_[run_index(runs_, begin)], begin);
  if (begin == end) return {source_begin, source_begin};
  return {source_begin, source_end_of(runs_[run_index(runs_, end - 1)], end)};
}

std::uint32_t SourceMap::derived_size() const {
  return runs_.empty() ? 0 : derived_end(runs_.back());
}

void SourceMap::append_from(const SourceMap& outer, std::uint32_t begin, std::uint32_t end) {
  end = std::min(end, outer.derived_size());
  if (begin >= end) return;
  for (std::size_t i = run_index(outer.runs_, begin);
       i < outer.runs_.size() && outer.runs_[i].derived_begin < end; ++i) {
    const Run& run = outer.runs_[i];
    const std::uint32_t from = std::max(begin, run.derived_begin);
    const std::uint32_t to = std::min(end, derived_end(run));
    if (is_identity(run)) {
      append(to - from, source_begin_of(run, from), to - from);
    } else if (to - from != run.source_size) {
      append(to - from, run.source_begin, run.source_size);
    } else {
      // A part of a replacement that happens to be as long as its source must not become an
      // identity run: each byte of it still stands for the whole.
      for (std::uint32_t k = from; k < to; ++k) append(1, run.source_begin, run.source_size);
    }
  }
}

}  // namespace furat::indexer
