// Lines above a text that only state metadata: "Source: Field Notes", "By Jane Doe", "URL: ...".
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace furat::indexer {

/// What such lines state; empty where they do not.
struct HeaderFields {
  std::string title, source, author, url;
  std::optional<std::chrono::sys_days> published;
};

/// Goes through the lines of a text from the top on, ten at most, until the text begins. A line
/// counts only if it says nothing but a label that is known and a value that fits it; "By" needs a
/// name after it and a line above. The first line of a field counts; a second one is text.
class HeaderLines {
 public:
  explicit HeaderLines(std::string_view known_title) : known_title_(known_title) {}

  /// True if `line`, the next one of the text, is metadata and should be left out. `below` is the
  /// line directly below it, empty if a blank line or nothing follows.
  bool take(std::string_view line, std::string_view below);

  /// The next line is no text, but is left out by another rule (a date line, navigation).
  void pass() { ++count_; }

  /// The next piece of text is none, and cannot be: a heading, a quote, a paragraph of lines.
  void pass_other(std::string_view text);

  /// No line below can be one.
  [[nodiscard]] bool is_over() const;

  [[nodiscard]] const HeaderFields& found() const { return found_; }

 private:
  enum class Answer { taken, kept, none };
  Answer take_labelled(std::string_view label, std::string_view value, bool below_photo);
  static Answer set(std::string& field, std::string_view value, bool fits);
  Answer take_byline(std::string_view line, std::string_view below);

  std::string_view known_title_;
  HeaderFields found_;
  std::size_t count_ = 0;
  std::size_t others_ = 0;    // lines so far that are no metadata
  bool below_photo_ = false;  // the line above is about a picture
  bool text_begun_ = false;
};

}  // namespace furat::indexer
