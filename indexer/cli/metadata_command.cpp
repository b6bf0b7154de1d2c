#include "indexer/cli/metadata_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "analysis/text/printable.hpp"
#include "analysis/text/utf8.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/json_rows.hpp"
#include "indexer/cli/reporting.hpp"

namespace furat::cli {
namespace {

using analysis::printable;

constexpr std::size_t kColumns = 80;
constexpr std::size_t kIndent = 13;  // "  published  "

struct WideRange {
  char32_t first, last;
};

// Characters that take two columns. Marks that take none are counted as one: a line may only
// become too short.
constexpr std::array kWide = {
    WideRange{0x1100, 0x115F}, WideRange{0x2E80, 0xA4CF},   WideRange{0xAC00, 0xD7A3},
    WideRange{0xF900, 0xFAFF}, WideRange{0xFE30, 0xFE6F},   WideRange{0xFF00, 0xFF60},
    WideRange{0xFFE0, 0xFFE6}, WideRange{0x1F300, 0x1FAFF}, WideRange{0x20000, 0x3FFFD}};

std::size_t width_of(char32_t c) {
  const bool wide = std::any_of(kWide.begin(), kWide.end(), [c](const WideRange& range) {
    return c >= range.first && c <= range.last;
  });
  return wide ? 2 : 1;
}

/// Bytes of `text` that fit into a line, and to leave out behind them: cut at the last space, or
/// in a word that has a line for itself and is too long.
std::pair<std::size_t, std::size_t> line_of(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t last_space = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ') last_space = i;
    std::size_t next = i;
    width += width_of(analysis::next_code_point(text, next));
    if (width > columns) {
      if (text[i] == ' ') return {i, 1};
      return last_space > 0 ? std::pair(last_space, std::size_t{1}) : std::pair(i, std::size_t{0});
    }
    i = next;
  }
  return {text.size(), 0};
}

std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  while (true) {
    const auto [size, gap] = line_of(text, kColumns - indent);
    out += text.substr(0, size);
    out += '\n';
    text.remove_prefix(size + gap);
    if (text.empty()) return out;
    out.append(indent, ' ');
  }
}

std::string field(std::string_view name, const std::string& value) {
  const std::string shown = value.empty() ? "-" : printable(value);
  return fmt::format("  {:<{}}{}", name, kIndent - 2, wrapped(shown, kIndent));
}

}  // namespace

std::string metadata_block(const MetadataPreview& metadata) {
  std::string block = wrapped(printable(metadata.file), 2);
  if (metadata.article != metadata.file) block += field("id", metadata.article);
  block += field("title", metadata.title);
  block += field("published",
                 metadata.published.empty()
                     ? std::string()
                     : fmt::format("{} ({})", metadata.published, metadata.published_method));
  block += field("source", metadata.source);
  block += field("author", metadata.author);
  return block + field("url", metadata.url);
}

int run_metadata(const IndexOptions& options) {
  bool skipped = false;
  bool first = true;
  preview_metadata(
      options.archive,
      [&](const MetadataPreview& metadata) {
        if (options.jsonl)
          fmt::print("{}\n", json_row(metadata));
        else
          fmt::print("{}{}", first ? "" : "\n", metadata_block(metadata));
        first = false;
      },
      [&skipped](const ArticleProblem& problem) {
        skipped = skipped || problem.skipped;
        tell(problem);
      });
  return skipped ? kSomeSkipped : kDone;
}

}  // namespace furat::cli
