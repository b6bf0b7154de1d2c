#include "indexer/readers/office/office_properties.hpp"

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"
#include "indexer/metadata/sidecar.hpp"
#include "indexer/readers/office/xml_stream.hpp"

namespace furat::indexer::office {
namespace {

using Event = XmlStream::Event;

bool states_publication(std::string name) {
  constexpr std::array<std::string_view, 8> kNames{
      "published",      "date published", "publication date",    "publish date",
      "published date", "published on",   "date of publication", "issue date"};
  for (char& c : name) c = analysis::lower_ascii(c);
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

/// The day of "2017-10-04" and of "2017-10-04T12:00:00Z".
std::optional<std::chrono::sys_days> day_of(std::string_view text) {
  constexpr std::size_t kDaySize = 10;
  if (text.size() > kDaySize && text[kDaySize] != 'T') return std::nullopt;
  return parse_iso_day(text.substr(0, kDaySize));
}

}  // namespace

void add_properties(std::string_view bytes, OfficeProperties& properties) {
  XmlStream xml(bytes);
  std::string last_editor;
  std::string first_author;
  for (auto event = xml.next(); event != Event::finished; event = xml.next()) {
    if (event != Event::start) continue;
    const std::string name(xml.name());
    if (name == "title") {
      properties.title = trimmed(xml.inner_text());
    } else if (name == "creator") {  // in an ODT the one who changed it last
      last_editor = trimmed(xml.inner_text());
    } else if (name == "initial-creator") {
      first_author = trimmed(xml.inner_text());
    } else if (name == "property" || name == "user-defined") {
      if (!states_publication(xml.attribute("name").value_or(""))) continue;
      if (const auto day = day_of(trimmed(xml.inner_text()))) properties.published = day;
    }
  }
  const auto& author = first_author.empty() ? last_editor : first_author;
  if (!author.empty()) properties.author = author;
}

}  // namespace furat::indexer::office
