#include "indexer/readers/office/odt_reader.hpp"

#include "indexer/readers/office/odt_text.hpp"
#include "indexer/readers/office/office_article.hpp"
#include "indexer/readers/office/xml_stream.hpp"
#include "indexer/readers/office/zip_members.hpp"

namespace furat::indexer {
namespace {

using namespace office;

/// An encrypted document has its parts encrypted one by one and says so here.
bool is_encrypted(ZipMembers& members) {
  const auto manifest = members.read("META-INF/manifest.xml");
  if (!manifest) return false;
  XmlStream xml(*manifest);
  for (auto event = xml.next(); event != XmlStream::Event::finished; event = xml.next())
    if (event == XmlStream::Event::start && xml.name() == "encryption-data") return true;
  return false;
}

}  // namespace

bool accepts_odt(std::string_view file_name, std::string_view head) {
  constexpr std::string_view kMember = "mimetype";
  constexpr std::string_view kType = "application/vnd.oasis.opendocument.text";
  constexpr std::size_t kNameAt = 30;
  if (!is_zip(head)) return false;
  if (head.size() > kNameAt && head.substr(kNameAt).starts_with(kMember)) {
    constexpr std::size_t kRoom = 64;  // for an extra field between name and content
    return head.substr(kNameAt, kMember.size() + kRoom + kType.size()).find(kType) !=
           std::string_view::npos;
  }
  return has_ending(file_name, ".odt");
}

void read_odt(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  ZipMembers members(bytes);
  if (!members.fault().empty()) return skip(file, members.fault(), sink);
  if (is_encrypted(members))
    return skip(file, "The document is encrypted and needs a password.", sink);
  const auto content = members.read("content.xml");
  if (!content)
    return skip(
        file,
        members.fault().empty() ? "The zip archive holds no OpenDocument text." : members.fault(),
        sink);
  OfficeDocument document;
  document.fault = add_odt_text(*content, document.body, document.shown_title);
  add_properties(members.read("meta.xml").value_or(""), document.properties);
  pass_on(std::move(document), file, sink);
}

}  // namespace furat::indexer
