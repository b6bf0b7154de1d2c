#include "indexer/readers/html/element_kind.hpp"

#include <algorithm>
#include <array>

namespace furat::indexer {
namespace {

struct Row {
  std::string_view tag;
  ElementKind kind;
};

using enum ElementKind;

// In the order of their names.
constexpr std::array kElements = {
    Row{"address", block},
    Row{"applet", left_out},
    Row{"area", left_out},
    Row{"article", block},
    Row{"aside", block},
    Row{"audio", left_out},
    Row{"base", left_out},
    Row{"blockquote", quote},
    Row{"body", block},
    Row{"br", line_break},
    Row{"button", left_out},
    Row{"canvas", left_out},
    Row{"caption", block},
    Row{"center", block},
    Row{"col", left_out},
    Row{"colgroup", left_out},
    Row{"datalist", left_out},
    Row{"dd", list_item},
    Row{"details", block},
    Row{"dialog", left_out},
    Row{"dir", block},
    Row{"div", block},
    Row{"dl", block},
    Row{"dt", list_item},
    Row{"embed", left_out},
    Row{"fieldset", block},
    Row{"figcaption", left_out},
    Row{"figure", block},
    Row{"footer", block},
    Row{"form", block},
    Row{"frame", left_out},
    Row{"frameset", left_out},
    Row{"h1", heading},
    Row{"h2", heading},
    Row{"h3", heading},
    Row{"h4", heading},
    Row{"h5", heading},
    Row{"h6", heading},
    Row{"head", left_out},
    Row{"header", block},
    Row{"hgroup", block},
    Row{"hr", rule},
    Row{"html", block},
    Row{"iframe", left_out},
    Row{"img", left_out},
    Row{"input", left_out},
    Row{"legend", block},
    Row{"li", list_item},
    Row{"link", left_out},
    Row{"listing", block},
    Row{"main", block},
    Row{"map", left_out},
    Row{"math", left_out},
    Row{"menu", left_out},
    Row{"meta", left_out},
    Row{"meter", left_out},
    Row{"nav", left_out},
    Row{"noembed", left_out},
    Row{"noframes", left_out},
    Row{"noscript", left_out},
    Row{"object", left_out},
    Row{"ol", block},
    Row{"optgroup", left_out},
    Row{"option", left_out},
    Row{"p", block},
    Row{"param", left_out},
    Row{"picture", left_out},
    Row{"plaintext", block},
    Row{"pre", block},
    Row{"progress", left_out},
    Row{"rp", left_out},
    Row{"rt", left_out},
    Row{"script", left_out},
    Row{"section", block},
    Row{"select", left_out},
    Row{"source", left_out},
    Row{"style", left_out},
    Row{"summary", block},
    Row{"svg", left_out},
    Row{"table", table},
    Row{"tbody", table},
    Row{"td", cell},
    Row{"template", left_out},
    Row{"textarea", left_out},
    Row{"tfoot", table},
    Row{"th", cell},
    Row{"thead", table},
    Row{"title", left_out},
    Row{"tr", row},
    Row{"track", left_out},
    Row{"ul", block},
    Row{"video", left_out},
    Row{"xmp", block},
};

constexpr bool by_tag(const Row& a, const Row& b) { return a.tag < b.tag; }
static_assert(std::is_sorted(kElements.begin(), kElements.end(), by_tag));

}  // namespace

ElementKind element_kind(std::string_view tag) {
  const auto found =
      std::lower_bound(kElements.begin(), kElements.end(), Row{tag, in_line}, by_tag);
  return found != kElements.end() && found->tag == tag ? found->kind : in_line;
}

}  // namespace furat::indexer
