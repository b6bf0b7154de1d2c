// What is said between the three processes of an isolated read: who asks, who forks, who reads.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/reader.hpp"

namespace furat::indexer {

/// Sent to the forking process with three descriptors: a memory file with the bytes of the file and
/// then its name, the pipe for the output, and the socket for the outcome. All three processes are
/// copies of one, so the address of a function means the same in each.
struct ReadRequest {
  decltype(Reader::read) read = nullptr;
  decltype(Reader::warm_up) warm_up = nullptr;
  std::uint64_t bytes_size = 0;
  std::uint64_t name_size = 0;
  std::uint64_t memory = 0;        ///< bytes, see IsolationLimits
  std::uint64_t milliseconds = 0;  ///< see IsolationLimits
};

/// How the child that read ended. Sent back once it is gone.
struct ReadOutcome {
  enum class Kind : std::uint8_t { exited, killed, out_of_time, out_of_memory, not_started };
  Kind kind = Kind::exited;
  int detail = 0;  ///< exit status, signal or errno
};

/// Exit status of a child that could not get the memory it asked for. Above those that programs use
/// for themselves, below those of shells.
inline constexpr int kExitOutOfMemory = 91;

}  // namespace furat::indexer
