// Whether what a document states as its title or author is one, or what a program put there.
#pragma once

#include <string>
#include <string_view>

namespace furat::indexer {

/// The title property, or nothing if it is one that programs put there: a file name, "untitled",
/// "Microsoft Word - ...". `file` is the name of the file.
[[nodiscard]] std::string sane_title(std::string_view property, std::string_view file);

/// The author property, or nothing if it names a program or an account.
[[nodiscard]] std::string sane_author(std::string_view property);

}  // namespace furat::indexer
