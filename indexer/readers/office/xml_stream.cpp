#include "indexer/readers/office/xml_stream.hpp"

#include <libxml/xmlreader.h>

#include <limits>

namespace furat::indexer::office {
namespace {

constexpr std::size_t kProlog = 1024;
constexpr std::string_view kDamaged = "Its XML is damaged.";
constexpr std::string_view kDocumentType =
    "Its XML declares a document type, which office files never do.";

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

struct XmlStream::Reader {
  xmlTextReaderPtr reader = nullptr;
  ~Reader() {
    if (reader != nullptr) xmlFreeTextReader(reader);
  }
};

XmlStream::XmlStream(std::string_view bytes)
    : reader_(std::make_unique<Reader>()),
      declares_type_(bytes.substr(0, kProlog).find("<!DOCTYPE") != std::string_view::npos) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return;
  reader_->reader =
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

XmlStream::~XmlStream() = default;

XmlStream::Event XmlStream::fail(std::string fault) {
  fault_ = std::move(fault);
  return Event::finished;
}

XmlStream::Event XmlStream::next() {
  if (end_follows_) {
    end_follows_ = false;
    return Event::end;
  }
  if (!fault_.empty()) return Event::finished;
  auto* reader = reader_->reader;
  if (reader == nullptr) return fail("Its XML cannot be read.");
  for (;;) {
    const int read = xmlTextReaderRead(reader);
    // The parser reads ahead of what it tells of, and stops by itself where entities grow.
    if (read < 0) return fail(std::string(declares_type_ ? kDocumentType : kDamaged));
    if (read == 0) return Event::finished;
    switch (xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT:
        name_ = view_of(xmlTextReaderConstLocalName(reader));
        end_follows_ = xmlTextReaderIsEmptyElement(reader) == 1;
        return Event::start;
      case XML_READER_TYPE_END_ELEMENT:
        name_ = view_of(xmlTextReaderConstLocalName(reader));
        return Event::end;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        text_ = view_of(xmlTextReaderConstValue(reader));
        return Event::text;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
        return fail(std::string(kDocumentType));
      default:
        break;
    }
  }
}

std::string_view XmlStream::name_space() const {
  return view_of(xmlTextReaderConstNamespaceUri(reader_->reader));
}

std::optional<std::string> XmlStream::attribute(const char* local_name) const {
  auto* reader = reader_->reader;
  std::optional<std::string> value;
  while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
    if (view_of(xmlTextReaderConstLocalName(reader)) != local_name) continue;
    value = std::string(view_of(xmlTextReaderConstValue(reader)));
    break;
  }
  xmlTextReaderMoveToElement(reader);
  return value;
}

void XmlStream::skip() {
  std::size_t depth = 1;
  while (depth > 0) {
    const auto event = next();
    if (event == Event::finished) return;
    if (event == Event::start) ++depth;
    if (event == Event::end) --depth;
  }
}

std::string XmlStream::inner_text() {
  std::string inner;
  std::size_t depth = 1;
  while (depth > 0) {
    const auto event = next();
    if (event == Event::finished) break;
    if (event == Event::start) ++depth;
    if (event == Event::end) --depth;
    if (event == Event::text) inner += text();
  }
  return inner;
}

}  // namespace furat::indexer::office
