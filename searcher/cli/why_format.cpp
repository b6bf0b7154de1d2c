#include "searcher/cli/why_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "analysis/text/printable.hpp"
#include "searcher/cli/sanitize.hpp"
#include "searcher/cli/text_wrap.hpp"

namespace furat::cli {
namespace {

using Json = nlohmann::ordered_json;

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

Json text(std::string_view value) { return valid_utf8(value); }
Json text_or_null(std::string_view value) { return value.empty() ? Json(nullptr) : text(value); }

Json candidates_of(const MentionInfo& mention) {
  Json array = Json::array();
  for (const auto& candidate : mention.candidates)
    array.push_back({{"id", text(candidate.id)},
                     {"name", text(candidate.name)},
                     {"score", candidate.score},
                     {"chosen", candidate.chosen}});
  return array;
}

Json mention_object(const MentionInfo& mention) {
  return {{"type", text(mention.dimension)},
          {"text", text(mention.text)},
          {"start", mention.bytes.begin},
          {"end", mention.bytes.end},
          {"value", text(mention.id)},
          {"name", text(mention.name)},
          {"role", text_or_null(mention.role)},
          {"first", text_or_null(mention.first)},
          {"last", text_or_null(mention.last)},
          {"flags", mention.flags},
          {"rule", text(mention.rule)},
          {"reason", text_or_null(mention.reason)},
          {"score", mention.score ? Json(*mention.score) : Json(nullptr)},
          {"candidates", candidates_of(mention)}};
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

std::string format_why_json(const Hit& passage) {
  Json mentions = Json::array();
  for (const auto& mention : passage.mentions) mentions.push_back(mention_object(mention));
  const Json object = {{"passage", text(passage.passage)},
                       {"article", text(passage.article.id)},
                       {"title", text_or_null(passage.article.title)},
                       {"file", text(passage.article.file)},
                       {"line", passage.line},
                       {"start", passage.bytes.begin},
                       {"end", passage.bytes.end},
                       {"page", passage.page == 0 ? Json(nullptr) : Json(passage.page)},
                       {"text", text(passage.text)},
                       {"mentions", std::move(mentions)}};
  return analysis::printable_json(object.dump(2)) + '\n';
}

}  // namespace furat::cli
