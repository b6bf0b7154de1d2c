#include "indexer/readers/html/html_parser.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "indexer/readers/html/attribute_limit.hpp"

namespace furat::indexer {
namespace {

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// Gives the parser the next bytes of the rest of a page.
int read_piece(void* rest, char* piece, int size) {
  auto& view = *static_cast<std::string_view*>(rest);
  const std::size_t count = std::min(view.size(), static_cast<std::size_t>(size));
  view.copy(piece, count);
  view.remove_prefix(count);
  return static_cast<int>(count);
}

/// One run of the parser, from some place of the page to its end or to where it is too deep.
class ParserRun {
 public:
  ParserRun(std::size_t deepest, HtmlTreeBuilder& builder) : deepest_(deepest), builder_(builder) {}

  /// The bytes that were read: all of them, or up to the
  /// middle of the start tag that was too deep.
  std::size_t parse(std::string_view page);

 private:
  static ParserRun& self(void* context) {
    return *static_cast<ParserRun*>(static_cast<xmlParserCtxtPtr>(context)->_private);
  }
  static void on_start(void* context, const xmlChar* name, const xmlChar** attributes);
  static void on_end(void* context, const xmlChar* name);
  static void on_text(void* context, const xmlChar* text, int size);

  void stop(xmlParserCtxtPtr parser) {
    const long consumed = xmlByteConsumed(parser);
    stopped_at_ = consumed > 0 ? static_cast<std::size_t>(consumed) : 0;
    xmlStopParser(parser);
  }

  std::size_t deepest_;
  HtmlTreeBuilder& builder_;
  std::size_t stopped_at_ = std::string_view::npos;
};

void ParserRun::on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  ParserRun& run = self(context);
  if (run.stopped_at_ != std::string_view::npos) return;
  HtmlTreeBuilder::Attributes kept;
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    kept.emplace_back(view_of(attributes[0]), view_of(attributes[1]));
  }
  const std::string_view tag = view_of(name);
  run.builder_.start(tag, std::move(kept));
  // What a script holds is no markup, and only the parser that saw its start tag knows.
  const bool is_raw = tag == "script" || tag == "style";
  if (run.builder_.depth() >= run.deepest_ && !is_raw)
    run.stop(static_cast<xmlParserCtxtPtr>(context));
}

void ParserRun::on_end(void* context, const xmlChar* name) {
  ParserRun& run = self(context);
  if (run.stopped_at_ == std::string_view::npos) run.builder_.end(view_of(name));
}

void ParserRun::on_text(void* context, const xmlChar* text, int size) {
  ParserRun& run = self(context);
  if (run.stopped_at_ != std::string_view::npos) return;
  run.builder_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

std::size_t ParserRun::parse(std::string_view page) {
  const std::size_t size = page.size();
  const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                             &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSAXHandler events{};
  events.startElement = &on_start;
  events.endElement = &on_end;
  events.characters = &on_text;
  events.ignorableWhitespace = &on_text;
  events.cdataBlock = &on_text;
  *parser->sax = events;
  parser->_private = this;
  // Read piece by piece, so that a page that is begun anew many times is not copied each time.
  // (A static buffer would be simpler, but libxml2 2.9.14 reads freed memory behind one.)
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateIO(&read_piece, nullptr, &page, XML_CHAR_ENCODING_NONE);
  if (buffer == nullptr) throw std::bad_alloc();
  xmlParserInputPtr input = xmlNewIOInputStream(parser.get(), buffer, XML_CHAR_ENCODING_NONE);
  if (input == nullptr) {
    xmlFreeParserInputBuffer(buffer);
    throw std::bad_alloc();
  }
  inputPush(parser.get(), input);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  xmlFreeDoc(parser->myDoc);
  parser->myDoc = nullptr;
  return std::min(stopped_at_, size);
}

/// Sections of XML are text in pages too; libxml2 would leave their marks in it.
void blank_cdata_marks(std::string& page) {
  constexpr std::string_view kBegin = "<![CDATA[";
  constexpr std::string_view kEnd = "]]>";
  for (std::size_t at = page.find(kBegin); at != std::string::npos; at = page.find(kBegin, at)) {
    page.replace(at, kBegin.size(), kBegin.size(), ' ');
    const std::size_t end = page.find(kEnd, at);
    if (end == std::string::npos) return;
    page.replace(end, kEnd.size(), kEnd.size(), ' ');
  }
}

void initialize_once() {
  static const bool done = [] {
    xmlInitParser();
    return true;
  }();
  static_cast<void>(done);
}

}  // namespace

void parse_html(std::string_view utf8, std::size_t deepest, std::size_t most_attributes,
                HtmlTreeBuilder& builder) {
  initialize_once();
  std::string page(utf8);
  blank_cdata_marks(page);
  limit_attributes(page, most_attributes);
  std::string_view rest = page;
  while (!rest.empty()) {
    const std::size_t read = ParserRun(deepest, builder).parse(rest);
    if (read >= rest.size()) return;
    builder.back_to_body();
    rest.remove_prefix(std::min(rest.find('>', read), rest.size() - 1) + 1);
  }
}

}  // namespace furat::indexer
