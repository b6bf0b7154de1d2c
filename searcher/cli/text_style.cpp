#include "searcher/cli/text_style.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <array>

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

/// A terminal on another host must not open a file of its own that is called the same.
std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

}  // namespace

std::string bold(std::string_view text, const TextStyle& style) {
  return style.colour ? fmt::format("\x1B[1m{}\x1B[22m", text) : std::string(text);
}

std::string linked(std::string_view text, std::string_view target, const TextStyle& style) {
  if (!style.hyperlinks || target.empty()) return std::string(text);
  return fmt::format("\x1B]8;;{}\x1B\\{}\x1B]8;;\x1B\\", target, text);
}

std::string web_target(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") ? percent_encoded(url, "")
                                                                   : std::string();
}

std::string file_target(const Hit& hit, const TextStyle& style) {
  const auto path = style.path_of_file ? style.path_of_file(hit.article.file) : std::string();
  if (!path.starts_with('/')) return {};
  const auto place = hit.page > 0 ? fmt::format("page={}", hit.page) : fmt::format("L{}", hit.line);
  return fmt::format("file://{}{}#{}", percent_encoded(host_name(), "%?#/"),
                     percent_encoded(path, "%?#"), place);
}

}  // namespace furat::cli
