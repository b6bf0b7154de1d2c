// What of a text may be shown in a terminal: nothing read from an archive may steer it.
#pragma once

#include <string>
#include <string_view>

namespace furat::analysis {

/// How the code point `c`, written as `written`, is shown: line ends and tabs as a space; other
/// control characters (C0, C1, DEL), bidirectional embeddings, overrides and isolates, soft hyphens
/// and invisible tags not at all; U+FFFD for what is no UTF-8 (next_code_point() gives it); all
/// else as it is.
[[nodiscard]] std::string_view printable_form(std::string_view written, char32_t c);

/// The whole text so.
[[nodiscard]] std::string printable(std::string_view text);

/// A JSON document (valid UTF-8) with the characters that JSON allows as they are and a terminal
/// might obey written as \\u escapes: DEL, C1, bidirectional controls, line separators. Outside
/// ASCII a JSON document has nothing but the insides of strings, so that this can be done to the
/// finished text.
[[nodiscard]] std::string printable_json(std::string_view json);

/// A text as the content of an XML 1.0 element, or as an attribute without tabs and line ends:
/// `&<>"` as entities; what a terminal might obey (as above) and U+000D as character references;
/// U+FFFD for what XML does not allow (C0 controls but tab and line ends, U+FFFE, U+FFFF) and for
/// what is no UTF-8. All else as it is.
[[nodiscard]] std::string printable_xml(std::string_view text);

}  // namespace furat::analysis
