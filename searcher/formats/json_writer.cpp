#include "searcher/formats/json_writer.hpp"

#include <algorithm>
#include <cstdint>

#include "analysis/text/printable.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::formats {
namespace {

/// Most of every text.
constexpr bool goes_on_unchanged(char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

}  // namespace

void JsonWriter::put(std::string_view text) {
  out_ += '"';
  while (!text.empty()) {
    const auto* const run = std::find_if_not(text.begin(), text.end(), goes_on_unchanged);
    const auto size = static_cast<std::size_t>(run - text.begin());
    out_ += text.substr(0, size);
    text.remove_prefix(size);
    if (!text.empty()) text.remove_prefix(put_character(text));
  }
  out_ += '"';
}

void JsonWriter::put_tree(
    const Json& json) {  // NOLINT(misc-no-recursion): as deep as our own answers
  switch (json.type()) {
    case Json::value_t::object:
      return object([&] { fields_of(json); });
    case Json::value_t::array:
      return array(json.get_ref<const Json::array_t&>(), [this](const Json& entry) { put(entry); });
    case Json::value_t::string:
      return put(std::string_view(json.get_ref<const std::string&>()));
    case Json::value_t::number_integer:
      return put(json.get<std::int64_t>());
    case Json::value_t::number_unsigned:
      return put(json.get<std::uint64_t>());
    default:
      out_ += json.dump();
  }
}

void JsonWriter::fields_of(const Json& object) {  // NOLINT(misc-no-recursion)
  for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) field(key, value);
}

void JsonWriter::key(std::string_view key) {
  separate();
  put(key);
  out_ += indent_ < 0 ? ":" : ": ";
}

void JsonWriter::separate() {
  if (!empty_) out_ += ',';
  empty_ = false;
  line();
}

void JsonWriter::line() {
  if (indent_ < 0) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(indent_) * depth_, ' ');
}

void JsonWriter::open(char bracket) {
  out_ += bracket;
  ++depth_;
  empty_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!empty_) line();
  out_ += bracket;
  empty_ = false;
}

/// Puts what `text` begins with and says how many bytes that was.
std::size_t JsonWriter::put_character(std::string_view text) {
  const char first = text.front();
  if (first >= 0 && first < 0x7F) {
    append_escape(first);
    return 1;
  }
  std::size_t size = 0;
  const auto c = analysis::next_code_point(text, size);
  const auto character = text.substr(0, size);
  // DEL, and what begins the characters that are escapes: U+0080 to U+009F, U+2028 to U+202E, ...
  if (c == analysis::kReplacementCharacter)
    out_ += "\uFFFD";
  else if (first == '\x7F' || first == '\xC2' || first == '\xE2')
    out_ += analysis::printable_json(character);
  else
    out_ += character;
  return size;
}

/// Of quotes, backslashes and C0.
void JsonWriter::append_escape(char byte) {
  constexpr std::string_view kShort = "\b\t\n\f\r\"\\", kLetters = "btnfr\"\\";
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(byte);
  if (const auto at = kShort.find(byte); at != std::string_view::npos)
    out_.append({'\\', kLetters[at]});
  else
    out_.append("\\u00").append({kDigits[code / 16U], kDigits[code % 16U]});
}

}  // namespace furat::formats
