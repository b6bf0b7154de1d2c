#include "indexer/readers/office/docx_reader.hpp"

#include "indexer/readers/office/docx_text.hpp"
#include "indexer/readers/office/office_article.hpp"
#include "indexer/readers/office/xml_stream.hpp"
#include "indexer/readers/office/zip_members.hpp"

namespace furat::indexer {
namespace {

using namespace office;
using namespace std::string_view_literals;

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// The name of the part that is the document: word/document.xml but for a few programs.
std::string document_part(ZipMembers& members) {
  const std::string usual = "word/document.xml";
  if (members.holds(usual)) return usual;
  const auto relations = members.read("_rels/.rels");
  if (!relations) return {};
  XmlStream xml(*relations);
  for (auto event = xml.next(); event != XmlStream::Event::finished; event = xml.next()) {
    if (event != XmlStream::Event::start || xml.name() != "Relationship") continue;
    if (!xml.attribute("Type").value_or("").ends_with("/officeDocument")) continue;
    auto part = xml.attribute("Target").value_or("");
    if (part.starts_with('/')) part.erase(0, 1);
    return members.holds(part) ? part : std::string();
  }
  return {};
}

void skip_compound_file(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  constexpr std::string_view kEncrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  skip(file,
       bytes.find(kEncrypted) != std::string_view::npos
           ? "The document is encrypted and needs a password."
           : "The document is in the format of Word before 2007, which cannot be read.",
       sink);
}

}  // namespace

bool accepts_docx(std::string_view file_name, std::string_view head) {
  const bool named = has_ending(file_name, ".docx") || has_ending(file_name, ".docm");
  if (head.starts_with(kCompoundFile)) return named || has_ending(file_name, ".doc");
  return is_zip(head) && (named || head_holds_member(head, "word/"));
}

void read_docx(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  if (bytes.starts_with(kCompoundFile)) return skip_compound_file(file, bytes, sink);
  ZipMembers members(bytes);
  if (!members.fault().empty()) return skip(file, members.fault(), sink);
  const auto part = document_part(members);
  if (part.empty()) return skip(file, "The zip archive holds no Word document.", sink);
  const auto content = members.read(part);
  if (!content) return skip(file, members.fault(), sink);

  const auto folder = part.substr(0, part.rfind('/') + 1);
  const auto styles = docx_styles(members.read(folder + "styles.xml").value_or(""));
  OfficeDocument document;
  document.fault = add_docx_text(*content, styles, document.body, document.shown_title);
  for (const auto* notes : {"footnotes.xml", "endnotes.xml"}) {
    const auto text = members.read(folder + notes);
    if (text && document.fault.empty())
      document.fault = add_docx_text(*text, styles, document.body, document.shown_title);
  }
  for (const auto* properties : {"docProps/core.xml", "docProps/custom.xml"})
    add_properties(members.read(properties).value_or(""), document.properties);
  pass_on(std::move(document), file, sink);
}

}  // namespace furat::indexer
