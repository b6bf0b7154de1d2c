#include "indexer/timeml/timeml_document.hpp"

#include <fmt/format.h>

#include <array>

#include "analysis/dates/timex_values.hpp"
#include "analysis/text/printable.hpp"
#include "indexer/timeml/timex3.hpp"

namespace furat::indexer {
namespace {

using analysis::printable_xml;

constexpr std::string_view kOpening =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
)";

std::string_view name_of(analysis::TimexType type) {
  constexpr std::array<std::string_view, 4> kNames{"DATE", "TIME", "DURATION", "SET"};
  return kNames.at(static_cast<std::size_t>(type));
}

std::string opening_tag(const Timex3& tag) {
  auto out = fmt::format(R"(<TIMEX3 tid="t{}" type="{}" value="{}")", tag.tid, name_of(tag.type),
                         printable_xml(tag.value));
  if (!tag.mod.empty()) out += fmt::format(R"( mod="{}")", tag.mod);
  if (!tag.quant.empty()) out += fmt::format(R"( quant="{}")", tag.quant);
  out += fmt::format(R"( temporalFunction="{}")", tag.temporal_function);
  if (tag.anchor) out += fmt::format(R"( anchorTimeID="t{}")", *tag.anchor);
  if (tag.begin_point) out += fmt::format(R"( beginPoint="t{}")", *tag.begin_point);
  if (tag.end_point) out += fmt::format(R"( endPoint="t{}")", *tag.end_point);
  return out;
}

std::string tagged(std::string_view text, const std::vector<Timex3>& tags) {
  std::string out;
  std::size_t written = 0;
  for (const auto& tag : tags) {
    out += printable_xml(text.substr(written, tag.span.begin - written));
    out += opening_tag(tag);
    if (tag.span.begin == tag.span.end)
      out += "/>";
    else
      out += fmt::format(">{}</TIMEX3>", printable_xml(tag.span.of(text)));
    written = tag.span.end;
  }
  return out + printable_xml(text.substr(written));
}

/// Its day is not known without `published`; then there is nothing to show for it either.
std::string creation_time(const std::optional<std::chrono::sys_days>& published) {
  const auto day = published ? analysis::dates::iso_day(*published) : std::string();
  return fmt::format(
      R"(<TIMEX3 tid="t0" type="DATE" value="{}" temporalFunction="false" functionInDocument="CREATION_TIME">{}</TIMEX3>)",
      published ? day : "XXXX-XX-XX", day);
}

}  // namespace

std::string timeml_document(const TimemlArticle& article) {
  std::string out(kOpening);
  out += fmt::format("\n<DOCID>{}</DOCID>\n\n<DCT>{}</DCT>\n\n<TITLE>{}</TITLE>\n\n<TEXT>",
                     printable_xml(article.id), creation_time(article.published),
                     printable_xml(article.title));
  Timex3Series series(article.published);
  std::string_view divider;
  for (const auto& passage : article.passages) {
    out += divider;
    out += tagged(passage.text, series.of_passage(passage.text, passage.dates));
    divider = "\n\n";
  }
  return out + "</TEXT>\n\n</TimeML>\n";
}

}  // namespace furat::indexer
