// The part of the full check (verify.hpp) that looks at the table of files and the digests beside
// it, which updates and hits go by.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>

namespace furat::index {

/// Tells what is wrong with them. `articles`: the numbers of all articles of the index. Throws
/// IndexError io.
void check_files(const std::filesystem::path& generation, const std::set<std::uint32_t>& articles,
                 const std::function<void(const std::string&)>& fault);

}  // namespace furat::index
