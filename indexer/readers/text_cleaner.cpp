#include "indexer/readers/text_cleaner.hpp"

#include "analysis/text/utf8.hpp"

namespace furat::indexer {
namespace {

bool is_line_separator(char32_t c) { return c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_control(char32_t c) {
  return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
}

bool is_plain_ascii(char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
}

/// Where the run of characters that need no change, beginning at `i`, ends.
std::size_t end_of_unchanged(std::string_view bytes, std::size_t i) {
  while (i < bytes.size()) {
    if (is_plain_ascii(bytes[i])) {
      ++i;
      continue;
    }
    std::size_t next = i;
    const char32_t c = analysis::next_code_point(bytes, next);
    const bool invalid = c == analysis::kReplacementCharacter && next - i == 1;
    if (invalid || is_control(c) || is_line_separator(c)) break;
    i = next;
  }
  return i;
}

}  // namespace

void append_utf8(char32_t c, std::string& out) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = analysis::kReplacementCharacter;
  const auto tail = [&out](char32_t bits) { out += static_cast<char>(0x80 | (bits & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(c);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(c >> 6);
    tail(c);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(c >> 12);
    tail(c >> 6);
    tail(c);
  }
}

void TextCleaner::append(std::string_view derived, std::uint64_t source, std::uint32_t size) {
  text_ += derived;
  map_.append(static_cast<std::uint32_t>(derived.size()), source, size);
}

void TextCleaner::flush_carriage_return() {
  if (carriage_return_size_ == 0) return;
  append("\n", carriage_return_at_, carriage_return_size_);
  carriage_return_size_ = 0;
}

void TextCleaner::put(char32_t c, std::uint64_t source, std::uint32_t size) {
  if (c == U'\n' && carriage_return_size_ != 0 &&
      carriage_return_at_ + carriage_return_size_ == source) {
    carriage_return_size_ += size;
    flush_carriage_return();
    return;
  }
  flush_carriage_return();
  if (c == U'\r') {
    carriage_return_at_ = source;
    carriage_return_size_ = size;
  } else if (is_line_separator(c)) {
    append("\n", source, size);
  } else if (is_control(c)) {
    ++controls_;
    append(" ", source, size);
  } else {
    std::string utf8;
    append_utf8(c, utf8);
    append(utf8, source, size);
  }
}

void TextCleaner::put_utf8(std::string_view bytes, std::uint64_t source) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    // A \n after a waiting \r must go through put(), which joins the two.
    const bool joins = carriage_return_size_ != 0 && bytes[i] == '\n';
    const std::size_t unchanged = joins ? i : end_of_unchanged(bytes, i);
    if (unchanged > i) {
      flush_carriage_return();
      append(bytes.substr(i, unchanged - i), source + i, static_cast<std::uint32_t>(unchanged - i));
      i = unchanged;
      continue;
    }
    std::size_t next = i;
    const char32_t c = analysis::next_code_point(bytes, next);
    if (c == analysis::kReplacementCharacter && next - i == 1) count_replaced();
    put(c, source + i, static_cast<std::uint32_t>(next - i));
    i = next;
  }
}

}  // namespace furat::indexer
