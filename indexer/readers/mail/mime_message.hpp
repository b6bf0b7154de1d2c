// A message as values: GMime behind one function.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace furat::indexer {

/// A piece of text that a message carries, transfer encoding and charset undone.
struct MailPart {
  enum class Kind {
    plain,
    html,
    forwarded,  ///< the subject of a message inside; its parts follow
  };
  Kind kind = Kind::plain;
  std::string text;           ///< clean, valid UTF-8
  bool flowed = false;        ///< format=flowed, RFC 3676
  bool delete_space = false;  ///< delsp=yes
};

/// Header fields are decoded, on one line, empty where there are none.
struct MimeMessage {
  std::string subject, date;
  std::string from_name, from_address;  ///< of the first sender
  std::string list_id, list_archive, archived_at;
  std::string page_address;  ///< of a saved web page (MHTML), whose date is when it was saved
  bool saved_page = false;
  std::vector<MailPart> parts;  ///< in reading order: of alternatives the plainest that has text,
                                ///< forwarded messages behind the others, no attachments
  std::size_t replaced = 0;     ///< undecodable sequences that became U+FFFD
  bool cut = false;             ///< forwarded messages too deep inside were left out
};

/// Never throws for bad input: a part that cannot be decoded is empty. Any thread. `message` begins
/// with its header; see message_shape() for what must be refused before.
[[nodiscard]] MimeMessage parse_mime_message(std::string_view message);

}  // namespace furat::indexer
