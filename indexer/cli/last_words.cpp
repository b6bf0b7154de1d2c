#include "indexer/cli/last_words.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "analysis/text/printable.hpp"
#include "index/xapian_errors.hpp"
#include "indexer/cli/exit_codes.hpp"

namespace furat::cli {
namespace {

[[noreturn]] void say_last_words() {
  try {
    if (const auto failure = std::current_exception()) std::rethrow_exception(failure);
  } catch (const Xapian::Error& error) {
    const auto told = index::as_index_error(error, "the index");
    fmt::print(stderr, "furat-index: {}; the published index stands as it was\n",
               analysis::printable(told.what()));
    std::fflush(stderr);
    ::_exit(exit_code_for(told.kind()));
  } catch (...) {
  }
  std::abort();
}

}  // namespace

void say_last_words_on_terminate() { std::set_terminate(say_last_words); }

}  // namespace furat::cli
