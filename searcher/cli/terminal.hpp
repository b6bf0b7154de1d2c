// What standard output can show: asked once, before a pager takes its place.
#pragma once

#include <cstddef>

namespace furat::cli {

struct Terminal {
  bool present = false;     ///< standard output is a terminal
  bool colours = false;     ///< it shows them, and the user has not declined (NO_COLOR)
  bool hyperlinks = false;  ///< it is known to show OSC 8 links
  bool isolates = false;    ///< bidirectional isolates take no column there
  std::size_t width = 80;   ///< columns: $COLUMNS, else of the terminal; 20 to 120, as long lines
                            ///< are hard to read
};

/// Asks the environment and standard output.
[[nodiscard]] Terminal terminal_on_stdout();

}  // namespace furat::cli
