#include "indexer/readers/html/page_title.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "analysis/text/fold.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostWordsOfName = 6;
constexpr int kMostParts = 4;

constexpr std::array kSeparators{" | "sv, " - "sv, " – "sv, " — "sv, " :: "sv, " » "sv,
                                 " · "sv, " • "sv, " « "sv, " ~ "sv, " / "sv};

std::string without_spaces(std::string folded) {
  folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
  return folded;
}

/// "DER SPIEGEL" names the site "spiegel", and "ZEIT ONLINE" the site "Zeit Online | News".
bool is_site_name(std::string_view part, std::span<const std::string> site_names) {
  const std::string folded = analysis::fold_name(part);
  if (folded.empty()) return true;
  if (static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) >= kMostWordsOfName) {
    return false;
  }
  const std::string joined = without_spaces(folded);
  return std::any_of(site_names.begin(), site_names.end(), [&joined](const std::string& name) {
    constexpr std::size_t kTellingSize = 4;
    const std::string site = without_spaces(analysis::fold_name(name));
    if (site.empty()) return false;
    if (joined == site) return true;
    return (site.size() >= kTellingSize && joined.find(site) != std::string::npos) ||
           (joined.size() >= kTellingSize && site.find(joined) != std::string::npos);
  });
}

struct Cut {
  std::string_view before, behind;
};

/// The text around the last separator, or the first one.
Cut cut_at(std::string_view title, bool last) {
  std::size_t best = std::string_view::npos;
  std::size_t size = 0;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = last ? title.rfind(separator) : title.find(separator);
    if (at == std::string_view::npos) continue;
    if (best == std::string_view::npos || (last ? at > best : at < best)) {
      best = at;
      size = separator.size();
    }
  }
  if (best == std::string_view::npos) return {};
  return {title.substr(0, best), title.substr(best + size)};
}

}  // namespace

std::string without_site_name(std::string_view title, std::span<const std::string> site_names,
                              std::string_view headline) {
  const std::string folded_headline = analysis::fold_name(headline);
  const auto is_headline = [&folded_headline](std::string_view part) {
    return !folded_headline.empty() && analysis::fold_name(part) == folded_headline;
  };
  for (int parts = 0; parts < kMostParts; ++parts) {
    const Cut at_end = cut_at(title, true);
    const Cut at_begin = cut_at(title, false);
    if (!at_end.before.empty() &&
        (is_headline(at_end.before) || is_site_name(at_end.behind, site_names))) {
      title = at_end.before;
    } else if (!at_begin.behind.empty() &&
               (is_headline(at_begin.behind) || is_site_name(at_begin.before, site_names))) {
      title = at_begin.behind;
    } else {
      break;
    }
  }
  // "Name of the Blog: Title"; a colon alone says little, so the headline must agree.
  if (const std::size_t colon = title.find(": ");
      colon != std::string_view::npos && is_headline(title.substr(colon + 2))) {
    title.remove_prefix(colon + 2);
  }
  return std::string(title);
}

std::string page_title(std::span<const std::string> titles, std::span<const std::string> site_names,
                       std::string_view headline) {
  std::string fallback;
  for (const std::string& title : titles) {
    if (title.empty()) continue;
    std::string cut = without_site_name(title, site_names, headline);
    if (fallback.empty()) fallback = cut;
    if (!is_site_name(cut, site_names)) return cut;
  }
  return fallback;
}

}  // namespace furat::indexer
