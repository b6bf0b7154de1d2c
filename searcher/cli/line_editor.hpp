// Lines that somebody types: with editing and history where terminal and system have them.
#pragma once

#include <optional>
#include <string>

namespace furat::cli {

/// Reads standard input. GNU readline or libedit is loaded when a terminal that can move its cursor
/// is on both ends and one of them is installed; else lines are read as they come, and nothing but
/// them and the prompt (on a terminal) is ever written.
class LineEditor {
 public:
  LineEditor();

  /// The next line without its end; nullopt at the end of the input.
  [[nodiscard]] std::optional<std::string> read(const std::string& prompt);

 private:
  using ReadLine = char* (*)(const char*);
  using AddHistory = void (*)(const char*);
  ReadLine read_line_ = nullptr;
  AddHistory add_history_ = nullptr;
  bool prompts_ = false;
};

}  // namespace furat::cli
