#include "indexer/readers/office/docx_styles.hpp"

#include <optional>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/office/xml_stream.hpp"

namespace furat::indexer::office {
namespace {

using Event = XmlStream::Event;

/// One style as it stands in the file.
struct StyleEntry {
  std::string id, name, based_on;
  bool outline = false;
  std::optional<bool> numbered;
};

std::string lower_case(std::string text) {
  for (char& c : text) c = analysis::lower_ascii(c);
  return text;
}

/// Reads up to the end of the style.
StyleEntry read_style(XmlStream& xml) {
  StyleEntry style;
  style.id = xml.attribute("styleId").value_or("");
  for (std::size_t depth = 1; depth > 0;) {
    const auto event = xml.next();
    if (event == Event::finished) break;
    if (event == Event::end) --depth;
    if (event != Event::start) continue;
    ++depth;
    const auto value = xml.attribute("val").value_or("");
    if (xml.name() == "name") style.name = lower_case(value);
    if (xml.name() == "basedOn") style.based_on = value;
    // 0 to 8 are levels of headings, 9 is text.
    if (xml.name() == "outlineLvl") style.outline = value.size() == 1 && value < "9";
    if (xml.name() == "numId") style.numbered = value != "0";
  }
  return style;
}

/// What the style itself says; nothing if it leaves that to the one it is based on.
std::optional<ParagraphStyle> own_kind(const StyleEntry& style) {
  // Word writes these names in English, whatever its language.
  if (style.name == "title") return ParagraphStyle{BlockKind::heading, true};
  if (style.name.starts_with("heading ") || style.name == "subtitle" || style.outline)
    return ParagraphStyle{BlockKind::heading, false};
  if (style.name == "quote" || style.name == "intense quote")
    return ParagraphStyle{BlockKind::quote, false};
  if (style.numbered) {
    return ParagraphStyle{*style.numbered ? BlockKind::list_item : BlockKind::paragraph, false};
  }
  return std::nullopt;
}

}  // namespace

std::map<std::string, ParagraphStyle> docx_styles(std::string_view bytes) {
  std::map<std::string, StyleEntry> entries;
  XmlStream xml(bytes);
  for (auto event = xml.next(); event != Event::finished; event = xml.next()) {
    if (event != Event::start || xml.name() != "style") continue;
    auto style = read_style(xml);
    entries.insert_or_assign(style.id, std::move(style));
  }
  std::map<std::string, ParagraphStyle> styles;
  for (const auto& [id, entry] : entries) {
    constexpr int kLongestChain = 16;  // a chain may be a ring
    const auto* style = &entry;
    for (int step = 0; step < kLongestChain; ++step) {
      if (const auto kind = own_kind(*style)) {
        styles[id] = *kind;
        break;
      }
      const auto base = entries.find(style->based_on);
      if (base == entries.end()) break;
      style = &base->second;
    }
  }
  return styles;
}

}  // namespace furat::indexer::office
