#include "indexer/readers/mail/mail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "analysis/text/ascii.hpp"
#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/file_ending.hpp"
#include "indexer/readers/html/html.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/mail/list_notices.hpp"
#include "indexer/readers/mail/mail_body.hpp"
#include "indexer/readers/mail/mbox.hpp"
#include "indexer/readers/mail/message_shape.hpp"
#include "indexer/readers/mail/mime_message.hpp"
#include "indexer/readers/plain_text.hpp"
#include "indexer/readers/record_values.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

using namespace std::string_view_literals;

constexpr std::size_t kLargestMessage = std::size_t{256} << 20;
constexpr std::size_t kLargestHeader = std::size_t{256} << 10;
constexpr std::size_t kMostParts = 2000;
constexpr std::size_t kDeepestNesting = 32;
constexpr std::size_t kMostGroups = 500;  // 100,000 overflowed the stack

constexpr std::array kMailFields = {"from"sv,       "date"sv,        "subject"sv,
                                    "to"sv,         "received"sv,    "mime-version"sv,
                                    "message-id"sv, "return-path"sv, "delivered-to"sv};

/// How many different fields of mail the header at the begin has; `head` may end inside.
std::size_t count_mail_fields(std::string_view head) {
  std::set<std::string> seen;
  bool first = true;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    head.remove_prefix(std::min(end + 1, head.size()));
    const bool continued = !first && (line.starts_with(' ') || line.starts_with('\t'));
    first = false;
    if (continued) continue;
    if (!is_header_field(line)) break;
    const std::string name = lower_ascii(line.substr(0, line.find(':')));
    if (std::find(kMailFields.begin(), kMailFields.end(), name) != kMailFields.end())
      seen.insert(name);
  }
  return seen.size();
}

/// "Re: Fwd: AW: The pier" is about the pier.
std::string without_reply_marks(std::string_view subject) {
  constexpr std::array kMarks = {"re"sv, "fw"sv, "fwd"sv, "aw"sv, "wg"sv};
  while (true) {
    const std::size_t colon = subject.find(':');
    if (colon == std::string_view::npos || colon > 8) break;
    std::string mark = lower_ascii(subject.substr(0, colon));
    mark = mark.substr(0, mark.find_first_of("[( "));  // "Re[2]"
    if (std::find(kMarks.begin(), kMarks.end(), mark) == kMarks.end()) break;
    subject.remove_prefix(colon + 1);
    subject.remove_prefix(std::min(subject.find_first_not_of(' '), subject.size()));
  }
  return std::string(subject);
}

/// "Harbour News <news.x.test>" is called Harbour News, "<news.x.test>" has no name.
std::string name_of_list(std::string_view list_id) {
  const std::size_t open = std::min(list_id.find('<'), list_id.size());
  std::string_view name = list_id.substr(0, open);
  name.remove_prefix(std::min(name.find_first_not_of(" \""), name.size()));
  name = name.substr(0, name.find_last_not_of(" \"") + 1);
  return std::string(name);
}

std::string address_of_list(std::string_view list_id) {
  const std::size_t open = list_id.find('<');
  if (open == std::string_view::npos) return {};
  return std::string(list_id.substr(open + 1, list_id.find('>', open) - open - 1));
}

std::string domain_of(std::string_view address) {
  const std::size_t at = address.rfind('@');
  return at == std::string_view::npos ? std::string() : std::string(address.substr(at + 1));
}

/// The first web address in angle brackets, or the whole value.
std::string address_in(std::string_view value) {
  while (!value.empty()) {
    const std::size_t open = value.find('<');
    const std::size_t begin = open == std::string_view::npos ? 0 : open + 1;
    const std::size_t end = std::min(value.find('>', begin), value.size());
    const std::string_view address = value.substr(begin, end - begin);
    if (is_web_address(address)) return std::string(address);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return {};
}

/// A clock that was never set says 1970 or 1980.
std::optional<std::chrono::sys_days> sent_day(std::string_view date) {
  constexpr std::chrono::sys_days kFirst = std::chrono::year(1981) / 1 / 1;
  const auto day = parse_written_date(date, DayMonthOrder::unknown);
  return day && *day >= kFirst ? day : std::nullopt;
}

void fill_metadata(Article& article, const MimeMessage& message) {
  article.title = without_reply_marks(message.subject);
  if (message.from_name != message.from_address) article.author = message.from_name;
  article.source = name_of_list(message.list_id);
  if (article.source.empty()) article.source = article.author;
  if (article.source.empty()) article.source = address_of_list(message.list_id);
  if (article.source.empty()) article.source = domain_of(message.from_address);
  article.url = address_in(message.archived_at);
  if (article.url.empty()) article.url = address_in(message.list_archive);
  article.published = sent_day(message.date);
  if (article.published) article.published_method = published_by::kMailHeader;
}

/// A sentence if a parser should not see the message.
std::string fault_of(std::string_view message) {
  if (message.size() > kLargestMessage)
    return fmt::format("The message is larger than {} MiB.", kLargestMessage >> 20);
  const MessageShape shape = message_shape(message);
  if (shape.largest_header > kLargestHeader)
    return fmt::format("A header of the message is larger than {} KiB.", kLargestHeader >> 10);
  if (shape.parts > kMostParts)
    return fmt::format("The message has more than {} parts.", kMostParts);
  if (shape.most_groups > kMostGroups)
    return "A field of addresses in the message is nested too deeply.";
  if (shape.depth > kDeepestNesting) return "The message is nested too deeply.";
  return {};
}

/// Reads the messages of one file.
class MailReading {
 public:
  MailReading(std::string_view file, const ReadSink& sink) : file_(file), sink_(sink) {}

  /// `id`: the article's, and where its problems are.
  void read(const MboxMessage& mail, const std::string& id) {
    if (const std::string fault = fault_of(mail.bytes); !fault.empty())
      return report(id, ReadProblem::Severity::skipped, fault);
    MimeMessage message = parse_mime_message(mail.bytes);
    if (message.saved_page) return read_page(message, id);
    MailBody body = mail_body(message, mail.of_mbox);
    drop_list_notices(body.text, body.blocks);
    if (!holds_text(body.text))
      return report(id, ReadProblem::Severity::skipped, "The message holds no text.");
    Warnings warnings;
    if (message.replaced > 0)
      warnings.add(fmt::format("{} undecodable {} replaced by U+FFFD.", message.replaced,
                               message.replaced == 1 ? "byte was" : "bytes were"));
    if (message.cut || body.cut)
      warnings.add("Parts that are too large, or too deep in the message, were left out.");
    if (!warnings.text().empty()) report(id, ReadProblem::Severity::warning, warnings.text());
    Article article;
    article.id = id;
    article.file = std::string(file_);
    article.body = std::move(body.text);
    article.blocks = std::move(body.blocks);
    article.extracted = true;
    article.map.append_identity(static_cast<std::uint32_t>(article.body.size()), 0);
    fill_metadata(article, message);
    sink_.article(std::move(article));
  }

 private:
  /// Its date says when it was saved, its sender by which program.
  void read_page(const MimeMessage& message, const std::string& id) {
    const auto page =
        std::find_if(message.parts.begin(), message.parts.end(),
                     [](const MailPart& part) { return part.kind == MailPart::Kind::html; });
    if (page == message.parts.end())
      return report(id, ReadProblem::Severity::skipped, "The saved page holds no text.");
    const ReadSink page_sink{[&](Article&& article) {
                               article.id = id;
                               if (article.url.empty() && is_web_address(message.page_address))
                                 article.url = message.page_address;
                               sink_.article(std::move(article));
                             },
                             sink_.problem};
    read_html(file_, page->text, page_sink);
  }

  void report(const std::string& where, ReadProblem::Severity severity,
              const std::string& message) {
    sink_.problem({severity, where, message});
  }

  std::string_view file_;
  const ReadSink& sink_;
};

}  // namespace

bool accepts_mail(std::string_view file_name, std::string_view head) {
  if (is_binary(head) || utf16_shape(head)) return false;
  return has_file_ending(file_name, ".eml") || count_mail_fields(mbox_messages(head)[0].bytes) >= 2;
}

void read_mail(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  const std::vector<MboxMessage> messages = mbox_messages(bytes);
  MailReading reading(file, sink);
  if (messages.size() == 1) {
    if (count_mail_fields(messages[0].bytes.substr(0, kLargestHeader)) == 0)
      return read_plain_text(file, bytes, sink);  // not a mail, whatever its name
    return reading.read(messages[0], std::string(file));
  }
  std::size_t number = 0;
  for (const MboxMessage& message : messages)
    reading.read(message, fmt::format("{}#{}", file, ++number));
}

}  // namespace furat::indexer
