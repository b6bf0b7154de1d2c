// A name in Arabic script, by word, reduced to its letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace furat::analysis {

/// True if the name holds a letter of the Arabic block; it is then read as Arabic, Persian or
/// Kurdish, and Latin letters in it are left out.
[[nodiscard]] bool is_in_arabic_script(std::string_view name);

/// Words without vowel signs and tatweel, the forms of alef made one. Takes any bytes and looks at
/// the first kMaxNameLetters characters only.
[[nodiscard]] std::vector<std::u32string> arabic_spelling(std::string_view name);

/// The words without the article (and "wa-", "bi-" before it) and without words such as "city"; all
/// of them if nothing would be left.
[[nodiscard]] std::vector<std::u32string> core_words(const std::vector<std::u32string>& words);

/// The word without a leading article.
[[nodiscard]] std::u32string_view without_article(std::u32string_view word);

}  // namespace furat::analysis
