// The day that a file's name states.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace furat::indexer {

/// The day in the last part of a path: "2017-10-04-title.txt", "20171004_title.txt",
/// "title-2017_10_04.pdf", "20171004T093000.txt". Years 1900 to 2099. None for versions
/// ("v2017-10-04", "1.2017.10.04"), digits of a longer number, numbers of documents
/// ("doc-20171004") and names with two days.
[[nodiscard]] std::optional<std::chrono::sys_days> date_in_file_name(std::string_view path);

}  // namespace furat::indexer
