#include "indexer/timeml/timex3.hpp"

#include <algorithm>

#include "analysis/dates/timex_values.hpp"
#include "analysis/text/ascii.hpp"
#include "indexer/timeml/length_of_range.hpp"

namespace furat::indexer {
namespace {

using analysis::DateMention;
using analysis::Granularity;
using analysis::TimexType;

constexpr Tid kPublication = 0;

struct Ends {
  std::string_view first, last;
};

/// The two sides of "2017-09-03/2017-09-05".
std::optional<Ends> ends_of(std::string_view value) {
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return Ends{value.substr(0, slash), value.substr(slash + 1)};
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.size() > word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char ours, char theirs) { return ours == (theirs | 0x20); }) &&
         text[word.size()] == ' ';
}

/// As the text has it, where it has it.
std::string_view quantifier(std::string_view text, TimexType type) {
  if (type != TimexType::set) return {};
  if (begins_with_word(text, "every")) return "EVERY";
  return begins_with_word(text, "each") ? "EACH" : "";
}

/// "2017-09-03" of "2017-09-03T14:30"; empty for what is no day.
std::string_view day_in(std::string_view value) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  const auto is_like = [](char form, char c) {
    return form == 'd' ? analysis::is_ascii_digit(c) : c == form;
  };
  if (!std::equal(kForm.begin(), kForm.end(), value.begin(),
                  value.begin() + static_cast<std::ptrdiff_t>(std::min(kForm.size(), value.size())),
                  is_like))
    return {};
  return value.substr(0, kForm.size());
}

/// A night of a year that is not known is given as its day, which is no TIME.
TimexType type_for(const DateMention& mention) {
  const bool whole_day = mention.value.find('T') == std::string::npos;
  const bool reference = mention.value.ends_with("_REF");
  return mention.type == TimexType::time && whole_day && !reference ? TimexType::date
                                                                    : mention.type;
}

bool is_coarse_unit(Granularity granularity) {
  return granularity >= Granularity::week && granularity <= Granularity::century;
}

}  // namespace

std::string timex3_value(std::string_view value) {
  if (!value.starts_with("--")) return std::string(value);
  return "XXXX" + std::string(value.substr(1));
}

Timex3Series::Timex3Series(std::optional<std::chrono::sys_days> published)
    : published_(published ? analysis::dates::iso_day(*published) : "") {}

std::vector<Timex3> Timex3Series::of_passage(std::string_view text,
                                             std::span<const DateMention> mentions) {
  std::vector<Timex3> tags;
  std::size_t first_of_range = 0;
  const DateMention* range = nullptr;  // begins with the mention before
  std::uint32_t behind = 0;
  for (const auto& mention : mentions) {
    const auto& span = mention.span;
    if (span.begin < behind || span.end <= span.begin || span.end > text.size()) continue;
    behind = span.end;
    const auto begin = tags.size();
    tags.push_back(consuming(text, mention));
    append_ends(tags, mention);
    if (range) append_length(tags, first_of_range, begin, length_of_range(*range, mention));
    range = (mention.flags & analysis::kBeginsRange) != 0 ? &mention : nullptr;
    first_of_range = begin;
  }
  return tags;
}

Timex3 Timex3Series::consuming(std::string_view text, const DateMention& mention) {
  Timex3 tag{.tid = ++last_,
             .span = mention.span,
             .type = type_for(mention),
             .value = timex3_value(mention.value),
             .mod = mention.mod};
  tag.quant = quantifier(mention.span.of(text), mention.type);
  tag.temporal_function = !mention.anchor.empty();
  if (tag.temporal_function) tag.anchor = tag_of_day(mention.anchor);
  if (mention.type == TimexType::duration && tag.anchor == kPublication)
    join_to_publication(tag, mention);
  remember(tag, mention);
  return tag;
}

Timex3 Timex3Series::empty_behind(const Timex3& tag, TimexType type, std::string value) {
  return {.tid = ++last_,
          .span = {tag.span.end, tag.span.end},
          .type = type,
          .value = std::move(value)};
}

/// A value of two days becomes a length between two days of their own.
void Timex3Series::append_ends(std::vector<Timex3>& tags, const DateMention& mention) {
  const auto ends = ends_of(mention.value);
  if (!ends) return;
  Timex3 whole = tags.back();
  for (const auto side : {ends->first, ends->last}) {
    auto end = empty_behind(whole, TimexType::date, timex3_value(side));
    end.temporal_function = whole.temporal_function;
    end.anchor = whole.anchor;
    if (const auto day = day_in(end.value); !day.empty()) days_[std::string(day)] = end.tid;
    tags.push_back(std::move(end));
  }
  auto& length = tags[tags.size() - 3];
  length.type = TimexType::duration;
  length.value = length_between_days(ends->first, ends->last);
  length.begin_point = last_ - 1;
  length.end_point = last_;
}

/// From one tag to the other, or from and to their own ends.
void Timex3Series::append_length(std::vector<Timex3>& tags, std::size_t first, std::size_t last,
                                 std::string value) {
  auto length = empty_behind(tags[last], TimexType::duration, std::move(value));
  length.begin_point = tags[first].begin_point.value_or(tags[first].tid);
  length.end_point = tags[last].end_point.value_or(tags[last].tid);
  length.temporal_function = true;  // what it is follows from the two
  tags.push_back(std::move(length));
}

/// "the past two weeks" end, "the next two weeks" begin with the day of publication.
void Timex3Series::join_to_publication(Timex3& tag, const DateMention& mention) const {
  const auto is_published = [this](const auto& day) {
    return day && analysis::dates::iso_day(*day) == published_;
  };
  if (is_published(mention.last))
    tag.end_point = kPublication;
  else if (is_published(mention.first))
    tag.begin_point = kPublication;
}

std::optional<Tid> Timex3Series::tag_of_day(const std::string& day) const {
  if (day == published_) return kPublication;
  for (const auto* tags : {&days_, &begins_})
    if (const auto found = tags->find(day); found != tags->end()) return found->second;
  return std::nullopt;
}

void Timex3Series::remember(const Timex3& tag, const DateMention& mention) {
  if (mention.type != TimexType::date && mention.type != TimexType::time) return;
  if (const auto day = day_in(tag.value); !day.empty() && !ends_of(mention.value))
    days_[std::string(day)] = tag.tid;
  else if (mention.first && is_coarse_unit(mention.granularity))
    begins_[analysis::dates::iso_day(*mention.first)] = tag.tid;
}

}  // namespace furat::indexer
