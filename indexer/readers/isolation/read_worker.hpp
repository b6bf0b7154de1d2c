// What the child process does that reads one file.
#pragma once

#include "indexer/readers/isolation/descriptor.hpp"
#include "indexer/readers/isolation/read_request.hpp"

namespace furat::indexer {

/// Limits this process, which was just forked for it, reads the file and writes a stream (see
/// read_stream.hpp) to `output`. Does not return.
[[noreturn]] void run_read_worker(const ReadRequest& request, Descriptor file, Descriptor output);

}  // namespace furat::indexer
