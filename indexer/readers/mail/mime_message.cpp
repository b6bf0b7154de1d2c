#include "indexer/readers/mail/mime_message.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <mutex>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/charset.hpp"
#include "indexer/readers/decode.hpp"
#include "indexer/readers/html/html_decode.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/record_values.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

constexpr int kDeepestForward = 4;
constexpr int kDeepestPart = 32;

struct Unref {
  template <class Object>
  void operator()(Object* object) const {
    g_object_unref(object);
  }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

struct FreeOptions {
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

std::string line_of(const char* value) { return value == nullptr ? "" : one_line(value); }

std::string header(GMimeMessage* message, const char* name) {
  return line_of(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

std::string parameter(GMimeObject* part, const char* name) {
  const char* value = g_mime_object_get_content_type_parameter(part, name);
  return value == nullptr ? "" : lower_ascii(value);
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
  GMimeContentType* const content = g_mime_object_get_content_type(part);
  return content != nullptr && g_mime_content_type_is_type(content, type, subtype) != 0;
}

bool is_attachment(GMimeObject* part) {
  const char* disposition = g_mime_object_get_disposition(part);
  return disposition != nullptr && lower_ascii(disposition) == "attachment";
}

/// The bytes of a part, transfer encoding undone.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return {};
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  if (bytes == nullptr || bytes->data == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// What is UTF-8 beyond ASCII is that, whatever it is declared to be; else the declared charset
/// counts if it is known.
std::string decoded(std::string_view bytes, std::string charset, std::size_t& replaced) {
  DecodedText guessed = decode(bytes);
  const bool surely_utf8 =
      guessed.encoding == "UTF-8" && guessed.replaced == 0 && !analysis::is_ascii(bytes);
  if (charset == "iso-8859-1" || charset == "latin1") charset = "windows-1252";  // as on the web
  const bool declared = !charset.empty() && charset != "us-ascii" && charset != "utf-8";
  if (declared && !surely_utf8) {
    DecodedText text;
    TextCleaner cleaner(text.text, text.map);
    if (put_by_charset(charset, bytes, 0, cleaner)) {
      cleaner.finish();
      replaced += cleaner.replaced();
      return std::move(text.text);
    }
  }
  replaced += guessed.replaced;
  return std::move(guessed.text);
}

/// Gathers the texts of a message from its tree of parts.
class PartGathering {
 public:
  explicit PartGathering(MimeMessage& result) : result_(result) {}

  void add_message(GMimeMessage* message, int forwards) {
    std::vector<GMimeMessage*> inside;
    if (GMimeObject* const body = g_mime_message_get_mime_part(message); body != nullptr)
      append(parts_of(body, 0, inside));
    for (GMimeMessage* const forwarded : inside) {
      if (forwards == kDeepestForward) {
        result_.cut = true;
        return;
      }
      result_.parts.push_back({MailPart::Kind::forwarded,
                               line_of(g_mime_message_get_subject(forwarded)), false, false});
      const std::size_t with_subject = result_.parts.size();
      add_message(forwarded, forwards + 1);
      if (result_.parts.size() == with_subject) result_.parts.pop_back();  // it has no text
    }
  }

 private:
  using Parts = std::vector<MailPart>;

  void append(Parts&& parts) {
    std::move(parts.begin(), parts.end(), std::back_inserter(result_.parts));
  }

  Parts parts_of(GMimeObject* object, int depth, std::vector<GMimeMessage*>& inside) {
    if (depth > kDeepestPart) {
      result_.cut = true;
      return {};
    }
    if (GMIME_IS_MULTIPART(object)) return parts_of_multipart(object, depth, inside);
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* const message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (message != nullptr) inside.push_back(message);
      return {};
    }
    const bool plain = is_type(object, "text", "plain");
    if (!GMIME_IS_PART(object) || (!plain && !is_type(object, "text", "html")) ||
        is_attachment(object))
      return {};
    MailPart part = text_part(GMIME_PART(object), plain);
    return holds_text(part.text) ? Parts{std::move(part)} : Parts{};
  }

  MailPart text_part(GMimePart* object, bool plain) {
    const std::string bytes = content_of(object);
    const std::string charset = parameter(GMIME_OBJECT(object), "charset");
    MailPart part;
    part.kind = plain ? MailPart::Kind::plain : MailPart::Kind::html;
    if (plain || !charset.empty()) {
      part.text = decoded(bytes, charset, result_.replaced);
    } else {
      DecodedPage page = decode_page(bytes);
      result_.replaced += page.replaced;
      part.text = std::move(page.text);
    }
    part.flowed = plain && parameter(GMIME_OBJECT(object), "format") == "flowed";
    part.delete_space = parameter(GMIME_OBJECT(object), "delsp") == "yes";
    return part;
  }

  Parts parts_of_multipart(GMimeObject* object, int depth, std::vector<GMimeMessage*>& inside) {
    auto* const multipart = GMIME_MULTIPART(object);
    const int count = g_mime_multipart_get_count(multipart);
    if (is_type(object, "multipart", "encrypted")) return {};
    if (is_type(object, "multipart", "alternative"))
      return best_alternative(multipart, count, depth, inside);
    // Of related parts the first is the text, the others are its pictures.
    const int wanted = is_type(object, "multipart", "related") ? std::min(count, 1) : count;
    Parts all;
    for (int i = 0; i < wanted; ++i) {
      Parts parts = parts_of(g_mime_multipart_get_part(multipart, i), depth + 1, inside);
      std::move(parts.begin(), parts.end(), std::back_inserter(all));
    }
    return all;
  }

  /// The first that has plain text, else the last that has any: they get richer to the end.
  Parts best_alternative(GMimeMultipart* multipart, int count, int depth,
                         std::vector<GMimeMessage*>& inside) {
    Parts best;
    for (int i = 0; i < count; ++i) {
      Parts parts = parts_of(g_mime_multipart_get_part(multipart, i), depth + 1, inside);
      if (parts.empty()) continue;
      best = std::move(parts);
      const bool plain = std::any_of(best.begin(), best.end(), [](const MailPart& part) {
        return part.kind == MailPart::Kind::plain;
      });
      if (plain) break;
    }
    return best;
  }

  MimeMessage& result_;
};

void read_sender(GMimeMessage* message, MimeMessage& result) {
  InternetAddressList* const from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return;
  InternetAddress* const first = internet_address_list_get_address(from, 0);
  result.from_name = line_of(internet_address_get_name(first));
  if (INTERNET_ADDRESS_IS_MAILBOX(first))
    result.from_address =
        line_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

}  // namespace

MimeMessage parse_mime_message(std::string_view bytes) {
  start_gmime();
  MimeMessage result;
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
  g_mime_parser_set_persist_stream(parser.get(), TRUE);
  const std::unique_ptr<GMimeParserOptions, FreeOptions> options(g_mime_parser_options_new());
  // Headers that are not encoded as they should be; without this the locale decides.
  std::array<const char*, 3> charsets{"utf-8", "windows-1252", nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options.get()));
  if (!message) return result;
  result.subject = line_of(g_mime_message_get_subject(message.get()));
  result.date = header(message.get(), "Date");
  result.list_id = header(message.get(), "List-Id");
  result.list_archive = header(message.get(), "List-Archive");
  result.archived_at = header(message.get(), "Archived-At");
  result.page_address = header(message.get(), "Snapshot-Content-Location");
  read_sender(message.get(), result);
  result.saved_page = !result.page_address.empty() || result.from_name.starts_with("Saved by ") ||
                      header(message.get(), "From").find("<Saved by ") != std::string::npos;
  PartGathering(result).add_message(message.get(), 0);
  return result;
}

}  // namespace furat::indexer
