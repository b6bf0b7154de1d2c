// What must be refused as damaged.
#pragma once

#include <string>

#include "furat/errors.hpp"
#include "tests/support/catch.hpp"

namespace furat::test {

/// `ask()` must end with IndexError damaged, whose message is given.
template <class Ask>
std::string check_damaged(Ask ask) {
  try {
    ask();
  } catch (const IndexError& error) {
    CHECK(error.kind() == IndexError::Kind::damaged);
    return error.what();
  }
  FAIL("answered");
  return {};
}

}  // namespace furat::test
