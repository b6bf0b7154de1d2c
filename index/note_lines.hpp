// The small texts that an index notes beside its generations: lines of a name and a value, and a
// last one that says "end".
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

namespace furat::index {

/// Takes line after line; whatever is written otherwise is refused.
class NoteLines {
 public:
  explicit NoteLines(std::string_view text) : rest_(text) {}

  bool read(std::string_view name, std::string& value) {
    value = value_of(name);
    return !value.empty();
  }

  /// Digits only: no sign, no more than the type holds.
  template <class Number>
  bool read(std::string_view name, Number& number) {
    const auto digits = value_of(name);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size();
  }

  /// Nothing stands behind the last line.
  [[nodiscard]] bool end() const { return rest_ == "end\n"; }

 private:
  /// Of the next line, which is taken; empty if it is another.
  std::string_view value_of(std::string_view name) {
    const auto line = rest_.substr(0, rest_.find('\n'));
    const bool is_it = line.size() < rest_.size() && line.size() > name.size() &&
                       line.starts_with(name) && line[name.size()] == ' ';
    if (!is_it) return {};
    rest_.remove_prefix(line.size() + 1);
    return line.substr(name.size() + 1);
  }

  std::string_view rest_;
};

}  // namespace furat::index
