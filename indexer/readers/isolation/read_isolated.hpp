// Reads one file in a child process with limits, so that a crash or a runaway in a parser costs
// that file and nothing else.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

struct IsolationLimits {
  std::chrono::milliseconds time{20'000};  ///< on the clock; of the processor, as much rounded up
  /// Bytes of address space beyond what the process has when it begins. Not held under a sanitizer,
  /// which needs terabytes for itself.
  std::uint64_t memory = std::uint64_t{1} << 30U;
  std::uint64_t output = std::uint64_t{256} << 20U;  ///< bytes of articles and problems, encoded
};

/// Does what `reader.read(file, bytes, sink)` does; the sink is called in this thread. A crash, too
/// much time, memory or output, or no child process to be had is one skipped problem, after the
/// articles that had come through whole. Any thread, several at once. Never throws for what the
/// file or the child does.
void read_isolated(const Reader& reader, std::string_view file, std::string_view bytes,
                   const ReadSink& sink, const IsolationLimits& limits = {});

/// Starts the small process that the children are forked from, if it does not run yet. Worth doing
/// early: what this process holds then, each child is a copy of; and a fork among threads may copy
/// a lock that one of them holds. read_isolated() does it too.
void prepare_isolation();

}  // namespace furat::indexer
