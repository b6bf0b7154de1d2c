#include "indexer/readers/html/main_element.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/readers/html/element_kind.hpp"

namespace furat::indexer {
namespace {

/// Elements that may hold an article, unlike those that are a part of its text.
bool is_container(const HtmlNode& node) {
  const ElementKind kind = element_kind(node.tag);
  if (kind == ElementKind::cell || kind == ElementKind::in_line) return true;
  return kind == ElementKind::block && node.tag != "p" && node.tag != "ul" && node.tag != "ol" &&
         node.tag != "dl" && node.tag != "pre" && node.tag != "address";
}

// What an ancestor gets of the text, by its distance in containers.
constexpr std::array<double, 5> kShares = {1.0, 0.5, 0.25, 0.12, 0.06};

class Choosing {
 public:
  Choosing(const PageOutline& page, const std::vector<bool>& clutter, NodeId headline)
      : page_(page), clutter_(clutter), headline_(headline), scores_(page.tree().nodes().size()) {
    mass_before_.push_back(0);
    length_before_.push_back(0);
    links_before_.push_back(0);
    for (std::size_t i = 0; i < page.blocks().size(); ++i) {
      const TextBlock& block = page.blocks()[i];
      mass_before_.push_back(mass_before_.back() + (clutter[i] ? 0 : page.mass(i)));
      length_before_.push_back(length_before_.back() + (clutter[i] ? 0 : block.length));
      links_before_.push_back(links_before_.back() + (clutter[i] ? 0 : block.link_length));
    }
  }

  NodeId run() {
    for (std::size_t i = 0; i < page_.blocks().size(); ++i) {
      if (!clutter_[i]) credit(i);
    }
    NodeId best = 0;
    double best_score = 0;
    for (NodeId id = 0; id < scores_.size(); ++id) {
      const double score = scores_[id] * weight_of(id);
      if (score <= best_score) continue;
      best = id;
      best_score = score;
    }
    if (best_score <= 0) return 0;
    const NodeId main = grown(best);
    return is_one_of_many(main) ? common_element(main) : main;
  }

 private:
  [[nodiscard]] std::uint64_t range(const std::vector<std::uint64_t>& sums, NodeId id) const {
    return sums[page_.past_block(id)] - sums[page_.first_block(id)];
  }

  void credit(std::size_t block) {
    const auto mass = static_cast<double>(page_.mass(block));
    if (mass <= 0) return;
    std::size_t distance = 0;
    const auto nodes = page_.tree().nodes();
    for (NodeId id = page_.blocks()[block].element; id != kNoNode && distance < kShares.size();
         id = nodes[id].parent) {
      if (!is_container(nodes[id])) continue;
      scores_[id] += mass * kShares[distance];
      ++distance;
    }
  }

  /// The text of an article begins soon behind its headline.
  [[nodiscard]] double weight_of_place(NodeId id) const {
    if (headline_ == kNoNode || page_.tree().is_within(headline_, id)) return 1.0;
    if (id < headline_) return 0.6;
    const std::size_t from = page_.past_block(headline_);
    const auto between =
        static_cast<double>(mass_before_[page_.first_block(id)] - mass_before_[from]);
    const auto own = static_cast<double>(range(mass_before_, id)) + 1;
    return own / (own + between);
  }

  [[nodiscard]] double weight_of(NodeId id) const {
    const HtmlNode& node = page_.tree().node(id);
    double weight = 1.0;
    const NameEvidence evidence = page_.evidence(id);
    if (evidence == NameEvidence::body) weight *= 2.0;
    if (evidence == NameEvidence::clutter || evidence == NameEvidence::control) weight *= 0.4;
    if (evidence == NameEvidence::frame || evidence == NameEvidence::comments) weight *= 0.2;
    if (node.attribute("itemprop") == "articleBody") weight *= 1.5;
    if (node.tag == "article" || node.tag == "main") weight *= 1.2;
    const double place = weight_of_place(id);
    weight *= place;
    if (evidence == NameEvidence::body && headline_ != kNoNode && id > headline_ && place > 0.7)
      weight *= 2.0;
    const double length = static_cast<double>(range(length_before_, id)) + 1;
    return weight * (1.0 - static_cast<double>(range(links_before_, id)) / length);
  }

  /// The text may go on in what stands beside the element.
  [[nodiscard]] NodeId grown(NodeId best) const {
    const auto nodes = page_.tree().nodes();
    NodeId grown = best;
    bool in_body = false;  // an element that is called the article's body was left
    for (NodeId id = best; nodes[id].tag != "body" && nodes[id].parent != kNoNode;) {
      in_body = in_body || page_.evidence(id) == NameEvidence::body;
      id = nodes[id].parent;
      if (in_body ? goes_on_alike(best, grown, id) : goes_on(grown, id)) grown = id;
    }
    return grown;
  }

  /// A page without a headline whose text stands in many places is a list of articles.
  [[nodiscard]] bool is_one_of_many(NodeId main) const {
    return headline_ == kNoNode && range(mass_before_, main) * 3 < mass_before_.back();
  }

  /// The element around `id` that holds most of the page's text.
  [[nodiscard]] NodeId common_element(NodeId id) const {
    while (id != 0 && range(mass_before_, id) * 10 < mass_before_.back() * 7)
      id = page_.tree().node(id).parent;
    return id;
  }

  [[nodiscard]] bool goes_on(NodeId part, NodeId whole) const {
    const double own = static_cast<double>(range(mass_before_, part));
    const double more = static_cast<double>(range(mass_before_, whole)) - own;
    const double length =
        static_cast<double>(range(length_before_, whole) - range(length_before_, part)) + 1;
    const double links =
        static_cast<double>(range(links_before_, whole) - range(links_before_, part));
    return more > 0.15 * own && links < 0.25 * length;
  }

  /// False where the headline stands outside of the article element that `id` is in: then each
  /// article element is only a part of the article.
  [[nodiscard]] bool are_articles_whole(NodeId id) const {
    NodeId article = headline_;
    while (article != kNoNode && page_.tree().node(article).tag != "article")
      article = page_.tree().node(article).parent;
    if (headline_ == kNoNode) return true;
    return article != kNoNode && page_.tree().is_within(id, article);
  }

  /// True if `whole` has more elements like `best`, which hold most of its further text, and
  /// no headline between them: an article that pictures cut into pieces, not several articles.
  [[nodiscard]] bool goes_on_alike(NodeId best, NodeId part, NodeId whole) const {
    const auto nodes = page_.tree().nodes();
    const std::string_view name = nodes[best].attribute("class");
    if (page_.evidence(best) != NameEvidence::body || !goes_on(part, whole)) return false;
    if (nodes[whole].tag == "body") return false;
    std::uint64_t alike = 0;
    const bool articles_count = are_articles_whole(best);
    bool headline_since = false;
    bool seen = false;
    for (NodeId id = whole + 1; id < nodes[whole].past;) {
      const bool same = nodes[id].tag == nodes[best].tag && nodes[id].attribute("class") == name;
      headline_since =
          headline_since || nodes[id].tag == "h1" || (articles_count && nodes[id].tag == "article");
      if (same && seen && headline_since) return false;
      if (same) {
        seen = true;
        headline_since = false;
        alike += range(mass_before_, id);
      }
      id = same ? nodes[id].past : id + 1;
    }
    const std::uint64_t own = range(mass_before_, part);
    return alike > own && (alike - own) * 10 >= (range(mass_before_, whole) - own) * 8;
  }

  const PageOutline& page_;
  const std::vector<bool>& clutter_;
  NodeId headline_;
  std::vector<double> scores_;
  std::vector<std::uint64_t> mass_before_;
  std::vector<std::uint64_t> length_before_;
  std::vector<std::uint64_t> links_before_;
};

}  // namespace

NodeId main_element(const PageOutline& page, const std::vector<bool>& clutter, NodeId headline) {
  return Choosing(page, clutter, headline).run();
}

}  // namespace furat::indexer
