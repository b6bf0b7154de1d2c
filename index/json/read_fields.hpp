// Structs read from JSON objects by a table of their fields: a function each_field(value, field)
// beside the request or options type calls `field` with each key, its member and what may stand
// there. Nothing is guessed: a key that the table does not have, another type or a value out of
// range is a RequestError whose argument is the path of the key ("search.filters[2].value").
#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "index/json/strict_json.hpp"

namespace furat::json {

/// The words that stand for the values of an enumeration.
template <class Value, std::size_t Size>
using Names = std::array<std::pair<std::string_view, Value>, Size>;

/// Whole numbers that may stand there, both ends too.
struct Range {
  std::uint64_t least = 0, most = 0;
};

/// Marks a field that must be given.
struct Required {};
inline constexpr Required kRequired;

inline constexpr Range kAnyCount{0, std::numeric_limits<std::uint32_t>::max()};
inline constexpr std::size_t kLongestList = 1000;

/// What becomes of keys that the table does not have: those of a newer program, in a file that it
/// wrote, are passed over.
enum class UnknownKeys { refused, passed_over };

/// `Value` or `const Value`: one table serves readers and writers.
template <class Value, class Type>
concept Of = std::same_as<std::remove_const_t<Value>, Type>;

/// Does nothing: only to ask whether a type has a table.
struct AnyField {
  template <class... Arguments>
  void operator()(Arguments&&... /*unused*/) const {}
};

template <class Value>
concept HasFields = requires(Value& value, AnyField& field) {
  each_field(value, field);
};

/// The values of `json`, for the field at the path `where`.
[[nodiscard]] std::string text_of(const Json& json, const std::string& where);
[[nodiscard]] bool truth_of(const Json& json, const std::string& where);
[[nodiscard]] std::uint64_t number_of(const Json& json, const std::string& where, Range range);
[[nodiscard]] std::size_t place_among(const std::vector<std::string_view>& words, const Json& json,
                                      const std::string& where);
/// Calls `take` with each entry of `json`, a list of at most kLongestList, and with its path.
void each_entry(const Json& json, const std::string& where,
                const std::function<void(const Json&, const std::string&)>& take);

/// What `json` says of a `Value`, `path` being the path of its key; all else as it is by default.
template <HasFields Value>
[[nodiscard]] Value read_object(const Json& json, UnknownKeys unknown = UnknownKeys::refused,
                                const std::string& path = {});

/// Reads one object: the field function of each_field().
class FieldReader {
 public:
  /// Throws RequestError for what is no object. `json` must outlive the reader.
  FieldReader(const Json& json, std::string path, UnknownKeys unknown);

  template <class Value, class... Limits>
  void operator()(const char* key, Value& value, const Limits&... limits) {
    const auto* json = next(key);
    if (json != nullptr) read(*json, where(key), value, limits...);
  }
  template <class Value>
  void operator()(const char* key, Value& value, Required /*unused*/) {
    require(key);
    (*this)(key, value);
  }

  /// To be called after the last field: refuses what none of them was.
  void finish() const;

 private:
  /// What stands under the key; null if nothing does.
  const Json* next(const char* key);
  void require(const char* key) const;
  [[nodiscard]] std::string where(std::string_view key) const;

  static void read(const Json& json, const std::string& where, std::string& text) {
    text = text_of(json, where);
  }
  static void read(const Json& json, const std::string& where, bool& truth) {
    truth = truth_of(json, where);
  }
  static void read(const Json& json, const std::string& where, std::filesystem::path& path) {
    path = text_of(json, where);
  }
  template <class Number>
  requires std::is_unsigned_v<Number>
  static void read(const Json& json, const std::string& where, Number& number, Range range) {
    number = static_cast<Number>(number_of(json, where, range));
  }
  static void read(const Json& json, const std::string& where, std::chrono::milliseconds& time,
                   Range range) {
    time = std::chrono::milliseconds(number_of(json, where, range));
  }
  template <class Value, std::size_t Size>
  static void read(const Json& json, const std::string& where, Value& value,
                   const Names<Value, Size>& names) {
    std::vector<std::string_view> words;
    for (const auto& [word, named] : names) words.push_back(word);
    value = names[place_among(words, json, where)].second;
  }
  template <class Value, class... Limits>
  void read(const Json& json, const std::string& where, std::optional<Value>& value,
            const Limits&... limits) const {
    value.reset();
    if (!json.is_null()) read(json, where, value.emplace(), limits...);
  }
  static void read(const Json& json, const std::string& where, std::set<std::string>& texts) {
    texts.clear();
    each_entry(json, where, [&](const Json& entry, const std::string& path) {
      texts.insert(text_of(entry, path));
    });
  }
  template <class Value>
  void read(const Json& json, const std::string& where, std::vector<Value>& values) const {
    values.clear();
    each_entry(json, where, [&](const Json& entry, const std::string& path) {
      read(entry, path, values.emplace_back());
    });
  }
  template <HasFields Value>
  void read(const Json& json, const std::string& where, Value& value) const {
    value = read_object<Value>(json, unknown_, where);
  }

  const Json& json_;
  std::string path_;
  UnknownKeys unknown_;
  std::vector<std::string> keys_;
};

template <HasFields Value>
Value read_object(const Json& json, UnknownKeys unknown, const std::string& path) {
  Value value;
  FieldReader reader(json, path, unknown);
  each_field(value, reader);
  reader.finish();
  return value;
}

}  // namespace furat::json
