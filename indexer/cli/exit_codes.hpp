// Exit codes of furat-index; scripts rely on them (README.md): do not renumber.
#pragma once

#include "furat/errors.hpp"

namespace furat::cli {

enum ExitCode : int {
  kDone = 0,
  kError = 2,        ///< bad arguments or input; nothing was published
  kSomeSkipped = 3,  ///< done, but some articles were skipped, each named on stderr
  kNoIndex = 4,
  kOlderIndex = 5,  ///< made by an older version, with a schema this one does not read
  kDamaged = 6,     ///< the index does not pass its checks
  kLocked = 7,      ///< another program is writing to the index
  kDiskFull = 8,
  kNewerIndex = 9,  ///< made by a newer version
  kReadOnly = 10,   ///< the file system takes no changes
  kPermissionDenied = 11,
  kDiskError = 12,     ///< any other failure to read or write
  kInterrupted = 130,  ///< SIGINT: what was published before stands
};

[[nodiscard]] constexpr ExitCode exit_code_for(IndexError::Kind kind) {
  switch (kind) {
    case IndexError::Kind::not_found:
      return kNoIndex;
    case IndexError::Kind::older:
      return kOlderIndex;
    case IndexError::Kind::newer:
      return kNewerIndex;
    case IndexError::Kind::damaged:
      return kDamaged;
    case IndexError::Kind::locked:
      return kLocked;
    case IndexError::Kind::disk_full:
      return kDiskFull;
    case IndexError::Kind::read_only:
      return kReadOnly;
    case IndexError::Kind::permission_denied:
      return kPermissionDenied;
    case IndexError::Kind::unreachable:  // of shards: no index that is written
    case IndexError::Kind::io:
      return kDiskError;
  }
  return kError;
}

}  // namespace furat::cli
