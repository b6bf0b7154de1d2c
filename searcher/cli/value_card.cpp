#include "searcher/cli/value_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "searcher/cli/display_width.hpp"
#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::counted;
using formats::MarkedText;
using formats::sanitized;

namespace {

constexpr std::size_t kIndent = 2;
/// Of a line of succession, so many groups that became one are told by name.
constexpr std::size_t kMostAtOneStep = 4;

/// "2012-2016", "2017-"; empty if neither year is known.
std::string years(const std::optional<std::int32_t>& from, const std::optional<std::int32_t>& to) {
  if (!from && !to) return {};
  return fmt::format("{}-{}", from ? fmt::format("{}", *from) : "",
                     to ? fmt::format("{}", *to) : "");
}

/// "rebels · SY · 2012-2016 · found in the archive, in no lexicon"
std::string facts_of(const ValueInfo& value) {
  std::vector<std::string> facts;
  if (!value.kind.empty()) facts.push_back(kind_words(value.kind));
  if (!value.country.empty()) facts.push_back(value.country);
  if (auto existed = years(value.from_year, value.to_year); !existed.empty())
    facts.push_back(std::move(existed));
  if (value.latitude && value.longitude)
    facts.push_back(fmt::format("{:.4f}, {:.4f}", *value.latitude, *value.longitude));
  if (value.discovered) facts.emplace_back("found in the archive, in no lexicon");
  return fmt::format("{}", fmt::join(facts, " · "));
}

std::string counts_of(const ValueInfo& value) {
  auto line = fmt::format("{} in {}", counted(value.counted.passages, "passage"),
                          counted(value.counted.articles, "article"));
  if (value.named != value.counted)
    line += fmt::format("; {} in {} {} it itself", value.named.passages, value.named.articles,
                        value.named.passages == 1 ? "names" : "name");
  return line;
}

std::string range(const std::string& first, const std::string& last) {
  return first == last ? first : first + " to " + last;
}

std::string path_of(const ValueInfo& value) {
  std::string line;
  for (const auto& above : value.path) line += (line.empty() ? "" : ", ") + above.name;
  return line;
}

std::string member(const SuccessionMember& member) {
  const auto existed = years(member.from_year, member.to_year);
  return fmt::format("{}{}, {}", member.name, existed.empty() ? "" : " (" + existed + ")",
                     counted(member.counted.passages, "passage"));
}

/// "A (2012-2016), 3 passages > B (2016-2017), 1 passage"; those of one step with a plus.
std::string succession_of(const ValueInfo& value) {
  std::string line;
  for (std::size_t i = 0; i < value.succession.size();) {
    const auto step = value.succession[i].step;
    std::size_t at_step = 0;
    if (!line.empty()) line += " > ";
    for (; i < value.succession.size() && value.succession[i].step == step; ++i)
      if (++at_step <= kMostAtOneStep)
        line += (at_step == 1 ? "" : " + ") + member(value.succession[i]);
    if (at_step > kMostAtOneStep) line += fmt::format(" + {} more", at_step - kMostAtOneStep);
  }
  return line;
}

void append_fact(std::string& out, std::string_view label, const std::string& text,
                 const TextStyle& style) {
  if (text.empty()) return;
  append_paragraph(
      out, {std::string(kIndent, ' ') + std::string(label), 2 * kIndent, {sanitized(text), {}}, {}},
      style);
}

/// The number first: a text that runs from right to left disturbs nothing behind it.
void append_counted_line(std::string& out, std::string_view number, std::size_t columns,
                         std::string_view text, const TextStyle& style) {
  const auto lead =
      spaces(2 * kIndent + columns - std::min(columns, number.size())) + std::string(number) + "  ";
  const auto used = display_width(lead);
  out += lead +
         cut_to_width(sanitized(text), style.width > used ? style.width - used : std::size_t{1}) +
         '\n';
}

void append_spellings(std::string& out, const ValueInfo& value, const TextStyle& style) {
  if (value.spellings.empty()) return;
  auto heading = fmt::format("spellings, by passages: {}", value.total_spellings);
  if (value.spellings.size() < value.total_spellings)
    heading = fmt::format("spellings, by passages: {} of {}", value.spellings.size(),
                          value.total_spellings);
  append_fact(out, "", heading, style);
  const auto columns = fmt::formatted_size("{}", value.spellings.front().passages);
  for (const auto& seen : value.spellings)
    append_counted_line(out, fmt::format("{}", seen.passages), columns, seen.text, style);
}

void append_neighbours(std::string& out, std::string_view what,
                       const std::vector<NeighbourValue>& neighbours, const TextStyle& style) {
  if (neighbours.empty()) return;
  append_fact(out, "",
              fmt::format("{} named together with it: passages, times as many as by chance", what),
              style);
  std::vector<std::string> numbers;
  std::size_t columns = 0;
  for (const auto& other : neighbours) {
    numbers.push_back(fmt::format("{:>4} {:>5.1f}", other.passages, other.lift));
    columns = std::max(columns, numbers.back().size());
  }
  for (std::size_t i = 0; i < neighbours.size(); ++i)
    append_counted_line(out, numbers[i], columns, neighbours[i].name, style);
}

}  // namespace

std::string kind_words(std::string_view kind) {
  std::string words(kind);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

void append_value_card(std::string& out, const ValueInfo& value, const TextStyle& style) {
  const auto name = sanitized(value.name);
  MarkedText title{name + " (" + sanitized(value.id) + ")", {}};
  title.marks.push_back({0, static_cast<std::uint32_t>(name.size())});
  out += '\n';
  append_paragraph(out, {"", kIndent, title, {}}, style);
  append_fact(out, "", facts_of(value), style);
  append_fact(out, "", counts_of(value), style);
  if (!value.first_date.empty())
    append_fact(out, "dates ", range(value.first_date, value.last_date), style);
  if (!value.first_published.empty())
    append_fact(out, "published ", range(value.first_published, value.last_published), style);
  append_fact(out, value.latitude ? "lies in " : "belongs to ", path_of(value), style);
  append_fact(out, "succession ", succession_of(value), style);
  append_spellings(out, value, style);
  append_neighbours(out, "actors", value.actors, style);
  append_neighbours(out, "places", value.places, style);
}

}  // namespace furat::cli
