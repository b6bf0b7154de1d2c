#include "indexer/readers/html/clutter.hpp"

#include "indexer/readers/html/element_kind.hpp"

namespace furat::indexer {
namespace {

// The share of the text around it that clutter cannot have.
constexpr double kMostOfText = 0.5;
// Letters of running text among buttons and tags.
constexpr std::uint64_t kMostOfControl = 200;
// Comments and footers can, where the article is short.
constexpr double kMostOfFrame = 0.9;
// What holds the headline and this share of the text is the article with all around it.
constexpr double kShareWithHeadline = 0.1;
// What holds this share of the text, most of it in an element called the article's body, too.
constexpr double kShareWithBody = 0.3;

/// A word within a sentence may have a class of any name; a whole block may not.
bool is_within_line(const PageOutline& page, NodeId id) {
  const std::size_t block = page.first_block(id);
  if (element_kind(page.tree().node(id).tag) != ElementKind::in_line) return false;
  if (block >= page.blocks().size()) return true;
  const TextBlock& text = page.blocks()[block];
  return text.first < id || text.last >= page.tree().node(id).past;
}

bool is_clutter(const PageOutline& page, NodeId id, double text_within, NodeId headline,
                ClutterRule rule) {
  const NameEvidence evidence = page.evidence(id);
  if (evidence == NameEvidence::none || evidence == NameEvidence::body) return false;
  const bool weak = evidence == NameEvidence::clutter || evidence == NameEvidence::control;
  if (weak && rule != ClutterRule::all_names) return false;
  if (evidence == NameEvidence::control && page.mass_within(id) > kMostOfControl) return false;
  const double share = static_cast<double>(page.mass_within(id)) / text_within;
  if (headline != kNoNode && page.tree().is_within(headline, id) && share >= kShareWithHeadline)
    return false;
  if (share >= kShareWithBody && page.body_mass_within(id) * 2 > page.mass_within(id)) return false;
  return share < (weak ? kMostOfText : kMostOfFrame);
}

}  // namespace

std::vector<bool> clutter_blocks(const PageOutline& page, NodeId within, NodeId headline,
                                 ClutterRule rule) {
  std::vector<bool> clutter(page.blocks().size());
  if (rule == ClutterRule::none) return clutter;
  const double text_within = static_cast<double>(page.mass_within(within)) + 1.0;
  const NodeId past = page.tree().node(within).past;
  for (NodeId id = within + 1; id < past;) {
    if (!is_clutter(page, id, text_within, headline, rule) || is_within_line(page, id)) {
      ++id;
      continue;
    }
    for (std::size_t block = page.first_block(id); block < page.past_block(id); ++block)
      clutter[block] = true;
    id = page.tree().node(id).past;
  }
  return clutter;
}

}  // namespace furat::indexer
