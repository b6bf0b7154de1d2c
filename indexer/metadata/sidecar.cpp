#include "indexer/metadata/sidecar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "analysis/text/ascii.hpp"
#include "analysis/text/printable.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/metadata/sidecar_formats.hpp"
#include "indexer/readers/record_values.hpp"

namespace furat::indexer {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw std::runtime_error(fmt::format("{}: a folder is no metadata file", path.string()));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error(
        fmt::format("{}: cannot be opened: {}", path.string(), std::strerror(errno)));
  }
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) {
    throw std::runtime_error(fmt::format("{}: cannot be read", path.string()));
  }
  return bytes;
}

/// "./a.txt" and "a.txt" are one file.
std::string file_key(std::string_view file) {
  return std::filesystem::path(file).lexically_normal().generic_string();
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

Sidecar read_sidecar(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  if (extension == ".toml") return read_toml_sidecar(path.string(), bytes_of(path));
  if (extension == ".tsv") return read_tsv_sidecar(path.string(), bytes_of(path));
  if (extension == ".csv") return read_csv_sidecar(path.string(), bytes_of(path));
  throw std::runtime_error(
      fmt::format("{}: a metadata file must end in .toml, .tsv or .csv", path.string()));
}

ArticleSidecar read_article_sidecar(const std::filesystem::path& path) {
  return read_toml_article_sidecar(path.string(), bytes_of(path));
}

void apply(const SidecarEntry& entry, Article& article) {
  if (!entry.title.empty()) article.title = entry.title;
  if (!entry.source.empty()) article.source = entry.source;
  if (!entry.url.empty()) article.url = entry.url;
  if (!entry.author.empty()) article.author = entry.author;
  if (entry.published) {
    article.published = entry.published;
    article.published_method = published_by::kSidecar;
  }
}

std::optional<std::chrono::sys_days> parse_iso_day(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != kShape.size()) return std::nullopt;
  const bool shaped = std::equal(text.begin(), text.end(), kShape.begin(), [](char c, char shape) {
    return shape == 'd' ? analysis::is_ascii_digit(c) : c == shape;
  });
  if (!shaped) return std::nullopt;
  const std::chrono::year_month_day day{
      std::chrono::year(number_of(text.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(number_of(text.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(number_of(text.substr(8, 2))))};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day);
}

void SidecarRows::problem(std::size_t line, std::string_view sentence) {
  sidecar_.problems.push_back(fmt::format("{}:{}: {}", name_, line, sentence));
}

// Outputs of one value a line must keep to it, whatever a quoted field or a TOML string holds.

bool SidecarRows::set(SidecarEntry& entry, std::string_view key, std::string_view value,
                      std::size_t line) {
  if (key == "title") {
    entry.title = one_line(value);
  } else if (key == "source") {
    entry.source = one_line(value);
  } else if (key == "url") {
    entry.url = one_line(value);
  } else if (key == "author") {
    entry.author = one_line(value);
  } else if (key == "published") {
    if (value.empty()) return true;
    entry.published = parse_iso_day(value);
    if (!entry.published) {
      problem(line,
              fmt::format("published {} is no day YYYY-MM-DD and is ignored.", quoted(value)));
    }
  } else {
    return false;
  }
  return true;
}

void SidecarRows::add(std::string_view file, SidecarEntry entry, std::size_t line) {
  if (file.empty()) {
    problem(line, "The row names no file and is ignored.");
    return;
  }
  if (!sidecar_.entries.emplace(file_key(file), std::move(entry)).second) {
    problem(line, fmt::format("{} has a row already; this one is ignored.", quoted(file)));
  }
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string out = "\"";
  const auto shown = analysis::whole_characters(text, kLongest);
  for (const char byte : analysis::printable(shown)) out += byte == '"' ? '\'' : byte;
  out += shown.size() < text.size() ? "...\"" : "\"";
  return out;
}

}  // namespace furat::indexer
