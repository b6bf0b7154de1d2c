// Where exceptions become values, for the public functions that throw none.
#pragma once

#include "furat/result.hpp"

namespace furat::index {

/// What the exception that is being handled says. Throws std::bad_alloc if there is no memory for
/// it.
[[nodiscard]] Error current_error();

/// What `make()` gives or what it throws.
template <class Make>
auto attempt(const Make& make) noexcept -> Result<decltype(make())> {
  try {
    try {
      return make();
    } catch (...) {
      return current_error();
    }
  } catch (...) {
    return Error{Error::Kind::out_of_memory, "out of memory"};  // short enough to need none
  }
}

}  // namespace furat::index
