// The loop of the small process that forks one child for each file to be read.
#pragma once

#include "indexer/readers/isolation/descriptor.hpp"

namespace furat::indexer {

/// Answers requests (see read_request.hpp) that come over `control` until its other end is closed:
/// forks a child for each, ends those that take too long or that nobody waits for any more, and
/// says how each ended. For a process that was just forked and has one thread. Does not return.
[[noreturn]] void run_reader_server(Descriptor control);

}  // namespace furat::indexer
