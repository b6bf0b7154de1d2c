// Where Xapian's exceptions become ours. Not for public headers.
#pragma once

#include <xapian.h>

#include <filesystem>

#include "furat/errors.hpp"

namespace furat::index {

/// The IndexError that tells what `error` means for the index at `path`.
[[nodiscard]] IndexError as_index_error(const Xapian::Error& error,
                                        const std::filesystem::path& path);

}  // namespace furat::index
