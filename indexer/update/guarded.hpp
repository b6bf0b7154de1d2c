// What the disk and Xapian throw, as the errors of the public library.
#pragma once

#include <xapian.h>

#include <filesystem>

#include "index/files.hpp"
#include "index/xapian_errors.hpp"

namespace furat::indexer {

template <class Action>
auto guarded(const std::filesystem::path& index, Action action) {
  try {
    return action();
  } catch (const Xapian::Error& error) {
    throw index::as_index_error(error, index);
  } catch (const std::filesystem::filesystem_error& error) {
    throw IndexError(index::kind_of_failure(error.code()), index.string(), error.what());
  }
}

}  // namespace furat::indexer
