#include "index/damaged.hpp"

#include <xapian.h>

#include "furat/errors.hpp"

namespace furat::index {

void throw_damaged(const std::string& index, const std::string& what) {
  throw IndexError(IndexError::Kind::damaged, index, "the index " + index + " is damaged: " + what);
}

void throw_damaged(const std::string& what) {
  throw Xapian::DatabaseCorruptError("the index is damaged: " + what);
}

}  // namespace furat::index
