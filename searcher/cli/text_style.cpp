#include "searcher/cli/text_style.hpp"

#include <fmt/format.h>

namespace furat::cli {
namespace {

/// Whatever could end the escape sequence it is put into is percent-encoded.
std::string percent_encoded(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : text) {
    if (c > 0x20 && c < 0x7F && also.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

std::string bold(std::string_view text, const TextStyle& style) {
  return style.colour ? fmt::format("\x1B[1m{}\x1B[22m", text) : std::string(text);
}

std::string linked(std::string_view text, std::string_view target, const TextStyle& style) {
  if (!style.hyperlinks || target.empty()) return std::string(text);
  return fmt::format("\x1B]8;;{}\x1B\\{}\x1B]8;;\x1B\\", target, text);
}

std::string link_target(std::string_view url, std::string_view file) {
  if (url.starts_with("http://") || url.starts_with("https://")) return percent_encoded(url, "");
  if (file.starts_with('/')) return "file://" + percent_encoded(file, "%?#");
  return {};
}

}  // namespace furat::cli
