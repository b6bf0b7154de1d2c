// Exit codes of furat-index; scripts rely on them (README.md): do not renumber.
#pragma once

namespace furat::cli {

enum ExitCode : int {
  kDone = 0,
  kError = 2,        ///< nothing was published
  kSomeSkipped = 3,  ///< done, but some articles were skipped, each named on stderr
  kNoIndex = 4,
  kIncompatible = 5,   ///< the index was made by an older or newer version
  kDamaged = 6,        ///< the index does not pass its checks
  kLocked = 7,         ///< another program is writing to the index
  kDiskError = 8,      ///< disk full, permission denied, read error
  kInterrupted = 130,  ///< SIGINT: what was published before stands
};

}  // namespace furat::cli
