#include "searcher/cli/line_editor.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace furat::cli {
namespace {

bool is_dumb() {
  const char* terminal = std::getenv("TERM");
  return terminal == nullptr || *terminal == '\0' || std::string_view(terminal) == "dumb";
}

/// Loaded only here: a search must not wait for a library that it does not use. Both have the same
/// functions.
void* editing_library() {
  for (const char* name : {"libreadline.so.8", "libedit.so.2"})
    if (void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
  return nullptr;
}

}  // namespace

LineEditor::LineEditor() : prompts_(::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1) {
  if (!prompts_ || is_dumb()) return;
  void* library = editing_library();
  if (library == nullptr) return;
  read_line_ = reinterpret_cast<ReadLine>(::dlsym(library, "readline"));
  add_history_ = reinterpret_cast<AddHistory>(::dlsym(library, "add_history"));
  // Else readline sets $COLUMNS to what it was first, and lines would not follow the window.
  if (auto* changes_environment = static_cast<int*>(::dlsym(library, "rl_change_environment")))
    *changes_environment = 0;
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
  if (read_line_ != nullptr) {
    char* typed = read_line_(prompt.c_str());
    if (typed == nullptr) return std::nullopt;
    std::string line(typed);
    std::free(typed);
    if (!line.empty() && add_history_ != nullptr) add_history_(line.c_str());
    return line;
  }
  if (prompts_) {
    std::fputs(prompt.c_str(), stdout);
    std::fflush(stdout);
  }
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace furat::cli
