// Writes JSON as it is made, without a tree of it: a search with ten hits has some 1,500 values,
// and to make a tree of them takes longer than to write them.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace furat::formats {

/// The bytes are those of analysis::printable_json(json.dump(indent)) of nlohmann's JSON: control
/// characters are \u escapes. Bytes that are no UTF-8 become U+FFFD.
class JsonWriter {
 public:
  using Json = nlohmann::ordered_json;

  /// `indent` below 0: all in one line.
  explicit JsonWriter(int indent) : indent_(indent) {}

  void put(std::string_view text);
  template <std::same_as<Json> Tree>  // nothing else becomes one
  void put(const Tree& json) {
    put_tree(json);
  }
  void put(double number) { out_ += Json(number).dump(); }
  void put(bool truth) { out_ += truth ? "true" : "false"; }
  void put(std::nullptr_t /*none*/) { out_ += "null"; }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void put(Number number) {
    char digits[24];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
  void put(const std::optional<double>& number) { number ? put(*number) : put(nullptr); }

  /// `members` calls field() and its like.
  template <class Members>
  void object(Members members) {
    open('{');
    members();
    close('}');
  }
  /// `put_entry` puts one value for each entry.
  template <class Entries, class PutEntry>
  void array(const Entries& entries, PutEntry put_entry) {
    open('[');
    for (const auto& entry : entries) {
      separate();
      put_entry(entry);
    }
    close(']');
  }

  template <class Value>
  void field(std::string_view key, const Value& value) {
    this->key(key);
    put(value);
  }
  /// null for what is not known or not there.
  void field_or_null(std::string_view key, std::string_view text) {
    this->key(key);
    text.empty() ? put(nullptr) : put(text);
  }
  /// `put_value` puts one.
  template <class PutValue>
  void value_field(std::string_view key, PutValue put_value) {
    this->key(key);
    put_value();
  }
  template <class Entries, class PutEntry>
  void array_field(std::string_view key, const Entries& entries, PutEntry put_entry) {
    this->key(key);
    array(entries, put_entry);
  }
  /// All members of an object.
  void fields_of(const Json& object);

  /// All that was put, and a line end.
  [[nodiscard]] std::string line_of_text() && { return std::move(out_ += '\n'); }

 private:
  void put_tree(const Json& json);
  void key(std::string_view key);
  void separate();
  void line();
  void open(char bracket);
  void close(char bracket);
  void append_escape(char byte);
  [[nodiscard]] std::size_t put_character(std::string_view text);

  int indent_;
  std::size_t depth_ = 0;
  bool empty_ = true;  ///< nothing was put since the last bracket
  std::string out_;
};

}  // namespace furat::formats
