// The encoding of a web page: what it declares against what its bytes are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace furat::indexer {

struct DecodedPage {
  std::string text;          ///< clean, valid UTF-8 as of decode(); no byte-order mark
  std::string encoding;      ///< "UTF-8", "windows-1256", ...
  std::size_t replaced = 0;  ///< undecodable sequences that became U+FFFD
};

/// By byte-order mark, else UTF-8 if the bytes are valid and not only ASCII (saved pages often
/// still declare what they were before), else by the encoding that the first 4 KiB declare, else as
/// decode() guesses. Never throws; linear time.
[[nodiscard]] DecodedPage decode_page(std::string_view bytes);

/// The encoding that a page declares in a meta element or an XML declaration: a name that ICU
/// knows, read as the web means it (ISO-8859-1 is windows-1252). Empty if there is none that is
/// known.
[[nodiscard]] std::string declared_charset(std::string_view head);

}  // namespace furat::indexer
