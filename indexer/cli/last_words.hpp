// What furat-index says when a library leaves it no way to catch an error.
#pragma once

namespace furat::cli {

/// Makes a program that std::terminate ends tell why, with the exit code of the error.
/// Xapian 1.4 writes chunks of values in a destructor (`ValueUpdater` in glass_values.cc): if the
/// disk fills up just there, while a commit that failed is cleared up, its exception ends the
/// process. The published generation is whole then as ever.
void say_last_words_on_terminate();

}  // namespace furat::cli
