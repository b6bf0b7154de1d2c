// The lines of a plain text part: who speaks in them, and which of them are one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/mail/mime_message.hpp"

namespace furat::indexer {

struct MailLine {
  std::string text;     ///< without quote marks
  bool quoted = false;  ///< "> ...", "On ... wrote:", below "Original Message"
};

/// Flowed lines joined, quote marks taken off, the signature ("-- " up to the end or to a quote)
/// and the foot of a mailing list left out. `of_mbox`: ">From " is "From ".
[[nodiscard]] std::vector<MailLine> mail_lines(const MailPart& part, bool of_mbox);

}  // namespace furat::indexer
