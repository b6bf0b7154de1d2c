// The body of an article out of the parts of a message.
#pragma once

#include <string>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/readers/mail/mime_message.hpp"

namespace furat::indexer {

struct MailBody {
  std::string text;
  std::vector<BodyBlock> blocks;  ///< empty where one plain text without quotes is all: the
                                  ///< splitter finds its structure
  bool cut = false;               ///< a part was too large
};

[[nodiscard]] MailBody mail_body(const MimeMessage& message, bool of_mbox);

}  // namespace furat::indexer
