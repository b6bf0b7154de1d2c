#include "index/json/read_fields.hpp"

#include <algorithm>

#include "furat/errors.hpp"

namespace furat::json {
namespace {

/// What was given, for the error: lists and objects are not repeated.
std::string given(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  return json.is_structured() ? json.type_name() : json.dump();
}

[[noreturn]] void refuse(const std::string& where, const std::string& demand, const Json& json,
                         std::vector<std::string> suggestions = {}) {
  throw RequestError("'" + where + "' must be " + demand, where, given(json), 0,
                     std::move(suggestions));
}

/// Those of the keys that begin most like the unknown one.
std::vector<std::string> keys_like(const std::string& unknown, std::vector<std::string> keys) {
  constexpr std::ptrdiff_t kMost = 3;
  const auto alike = [&unknown](const std::string& key) {
    return std::mismatch(key.begin(), key.end(), unknown.begin(), unknown.end()).first -
           key.begin();
  };
  std::erase_if(keys, [&](const std::string& key) { return alike(key) == 0; });
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const std::string& a, const std::string& b) { return alike(a) > alike(b); });
  if (keys.size() > kMost) keys.resize(kMost);
  return keys;
}

}  // namespace

std::string text_of(const Json& json, const std::string& where) {
  if (!json.is_string()) refuse(where, "a string", json);
  auto text = json.get<std::string>();
  if (text.find('\0') != std::string::npos) refuse(where, "a string without NUL characters", json);
  return text;
}

bool truth_of(const Json& json, const std::string& where) {
  if (!json.is_boolean()) refuse(where, "true or false", json);
  return json.get<bool>();
}

std::uint64_t number_of(const Json& json, const std::string& where, Range range) {
  // Numbers below zero are integers, but not unsigned ones.
  const auto number = json.is_number_unsigned() ? json.get<std::uint64_t>() : 0;
  if (!json.is_number_unsigned() || number < range.least || number > range.most)
    refuse(
        where,
        "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most),
        json);
  return number;
}

std::size_t place_among(const std::vector<std::string_view>& words, const Json& json,
                        const std::string& where) {
  const auto word = json.is_string() ? text_of(json, where) : std::string();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end() || !json.is_string()) {
    std::string demand = "one of";
    for (const auto& one : words)
      demand += (&one == &words.front() ? " '" : ", '") + std::string(one) + "'";
    refuse(where, demand, json, {words.begin(), words.end()});
  }
  return static_cast<std::size_t>(found - words.begin());
}

void each_entry(const Json& json, const std::string& where,
                const std::function<void(const Json&, const std::string&)>& take) {
  if (!json.is_array() || json.size() > kLongestList)
    refuse(where, "a list of at most " + std::to_string(kLongestList) + " entries", json);
  for (std::size_t i = 0; i < json.size(); ++i)
    take(json[i], where + "[" + std::to_string(i) + "]");
}

FieldReader::FieldReader(const Json& json, std::string path, UnknownKeys unknown)
    : json_(json), path_(std::move(path)), unknown_(unknown) {
  if (!json.is_object()) refuse(path_.empty() ? "request" : path_, "an object", json);
}

const Json* FieldReader::next(const char* key) {
  keys_.emplace_back(key);
  const auto found = json_.find(key);
  return found == json_.end() ? nullptr : &*found;
}

void FieldReader::require(const char* key) const {
  if (!json_.contains(key)) throw RequestError("'" + where(key) + "' is missing", where(key), "");
}

std::string FieldReader::where(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void FieldReader::finish() const {
  if (unknown_ == UnknownKeys::passed_over) return;
  for (const auto& [key, value] : json_.items())
    if (std::find(keys_.begin(), keys_.end(), key) == keys_.end())
      throw RequestError("'" + where(key) + "' is no key of this request", where(key), key, 0,
                         keys_like(key, keys_));
}

}  // namespace furat::json
