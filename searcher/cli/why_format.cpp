#include "searcher/cli/why_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/text/printable.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::sanitized;

namespace {

constexpr std::size_t kIndent = 2;

std::string labelled(const std::string& name, const std::string& id) {
  return name == id ? sanitized(id) : fmt::format("{} ({})", sanitized(name), sanitized(id));
}

/// "place al-Mayadin (sy-mayadin), role at, score 3.20"
std::string meaning_of(const MentionInfo& mention) {
  auto line = fmt::format("{} {}", mention.dimension, labelled(mention.name, mention.id));
  if (!mention.role.empty()) line += ", role " + sanitized(mention.role);
  const bool is_that_day = mention.first == mention.id && mention.last == mention.id;
  if (!is_that_day && (!mention.first.empty() || !mention.last.empty()))
    line += fmt::format(", {}..{}", mention.first, mention.last);
  if (!mention.flags.empty()) line += fmt::format(", {}", fmt::join(mention.flags, ", "));
  if (mention.score) line += fmt::format(", score {:.2f}", *mention.score);
  return line;
}

std::string rejected_of(const MentionInfo& mention) {
  std::string line;
  for (const auto& candidate : mention.candidates) {
    if (candidate.chosen) continue;
    line += line.empty() ? "rejected: " : "; ";
    line +=
        fmt::format("{}, score {:.2f}", labelled(candidate.name, candidate.id), candidate.score);
  }
  return line;
}

void append_mention(std::string& out, const MentionInfo& mention, const TextStyle& style) {
  out += '\n';
  append_lines(out,
               fmt::format("\"{}\" bytes {}-{}", sanitized(mention.text), mention.bytes.begin,
                           mention.bytes.end),
               0, style);
  append_lines(out, meaning_of(mention), kIndent, style);
  append_lines(out, fmt::format("{}: {}", sanitized(mention.rule), sanitized(mention.reason)),
               kIndent, style);
  if (const auto rejected = rejected_of(mention); !rejected.empty())
    append_lines(out, rejected, kIndent, style);
}

}  // namespace

std::string format_why_text(const Hit& passage, const TextStyle& style) {
  std::string out;
  append_lines(out,
               fmt::format("{} {}", sanitized(passage.passage), sanitized(passage.article.title)),
               0, style);
  append_lines(out,
               fmt::format("{}:{} · bytes {}-{}", sanitized(passage.article.file), passage.line,
                           passage.bytes.begin, passage.bytes.end),
               kIndent, style);
  if (passage.mentions.empty()) out += "\nNo such mention.\n";
  for (const auto& mention : passage.mentions) append_mention(out, mention, style);
  return out;
}

}  // namespace furat::cli
