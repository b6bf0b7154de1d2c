#include "indexer/readers/mail/mail_body.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "indexer/passages/layout.hpp"
#include "indexer/passages/line.hpp"
#include "indexer/passages/paragraphs.hpp"
#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/html/name_evidence.hpp"
#include "indexer/readers/html/text_blocks.hpp"
#include "indexer/readers/mail/mail_lines.hpp"

namespace furat::indexer {
namespace {

// The tree of a page takes up to a hundred times as much.
constexpr std::size_t kLargestPage = std::size_t{16} << 20;

std::string joined(std::span<const MailLine> lines) {
  std::string text;
  for (const MailLine& line : lines) {
    text += line.text;
    text += '\n';
  }
  return text;
}

class BodyWriting {
 public:
  explicit BodyWriting(bool of_mbox) : of_mbox_(of_mbox) {}

  void add(const MailPart& part) {
    switch (part.kind) {
      case MailPart::Kind::forwarded:
        add_block(BlockKind::heading, part.text);
        break;
      case MailPart::Kind::html:
        add_page(part.text);
        break;
      case MailPart::Kind::plain:
        add_lines(mail_lines(part, of_mbox_));
        break;
    }
  }

  MailBody take() && { return std::move(body_); }

 private:
  void add_block(BlockKind kind, std::string_view text) {
    if (text.find_first_not_of(" \t\n") == std::string_view::npos) return;
    if (!body_.text.empty()) body_.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(body_.text.size());
    body_.text += text;
    body_.blocks.push_back({begin, static_cast<std::uint32_t>(body_.text.size()), kind});
  }

  void add_page(const std::string& html) {
    if (html.size() > kLargestPage) {
      body_.cut = true;
      return;
    }
    const HtmlTree tree = HtmlTree::parse(html);
    for (const TextBlock& block : text_blocks(tree, name_evidence(tree)))
      add_block(block.kind, block.text);
    body_.cut = body_.cut || tree.is_cut();
  }

  /// How lines are wrapped is seen from all of them, quotes too: a reply may be one line.
  void add_lines(const std::vector<MailLine>& mail_lines) {
    const std::string text = joined(mail_lines);
    const std::vector<Line> lines = text_lines(text);
    const Layout layout = detect_layout(text, lines);
    const std::vector<bool> quoted = quoted_of(lines, mail_lines);
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t past = i + 1;
      while (past < lines.size() && quoted[past] == quoted[i]) ++past;
      add_paragraphs(text, std::span(lines).subspan(i, past - i), layout, quoted[i]);
      i = past;
    }
  }

  static std::vector<bool> quoted_of(std::span<const Line> lines,
                                     std::span<const MailLine> mail_lines) {
    std::vector<bool> quoted;
    std::size_t of = 0;
    std::size_t end = 0;  // of mail_lines[of], with its line end
    for (const Line& line : lines) {
      while (end <= line.begin) end += mail_lines[of++].text.size() + 1;
      quoted.push_back(mail_lines[of - 1].quoted);
    }
    return quoted;
  }

  void add_paragraphs(std::string_view text, std::span<const Line> lines, const Layout& layout,
                      bool quoted) {
    for (const LineRange& range : paragraphs_of(text, lines, layout)) {
      const std::uint32_t begin = lines[range.first].begin;
      const std::uint32_t end = lines[range.past - 1].end;
      const BlockKind kind = quoted       ? BlockKind::quote
                             : range.item ? BlockKind::list_item
                                          : BlockKind::paragraph;
      add_block(kind, text.substr(begin, end - begin));
    }
  }

  bool of_mbox_;
  MailBody body_;
};

}  // namespace

MailBody mail_body(const MimeMessage& message, bool of_mbox) {
  if (message.parts.size() == 1 && message.parts[0].kind == MailPart::Kind::plain) {
    const std::vector<MailLine> lines = mail_lines(message.parts[0], of_mbox);
    const bool quotes =
        std::any_of(lines.begin(), lines.end(), [](const MailLine& line) { return line.quoted; });
    if (!quotes) return {joined(lines), {}, false};
  }
  BodyWriting writing(of_mbox);
  for (const MailPart& part : message.parts) writing.add(part);
  return std::move(writing).take();
}

}  // namespace furat::indexer
