#include "indexer/readers/html/publication_date.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/metadata/date_in_url.hpp"
#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/html/meta_dates.hpp"
#include "indexer/readers/html/script_dates.hpp"
#include "indexer/readers/html/visible_dates.hpp"

namespace furat::indexer {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The hour of a time given in UTC ("T23:30:00Z", "T23:30:00+00:00"); -1 if it is not in UTC or the
/// text states no time.
int utc_hour(std::string_view text) {
  const bool utc = text.ends_with('Z') || text.ends_with("+00:00") || text.ends_with("+0000") ||
                   text.ends_with("GMT") || text.ends_with("UTC");
  const std::size_t colon = text.find(':');
  if (!utc || colon == std::string_view::npos || colon < 2) return -1;
  const char tens = text[colon - 2];
  const char ones = text[colon - 1];
  if (tens < '0' || tens > '2' || ones < '0' || ones > '9') return -1;
  if (text.substr(colon - 2).starts_with("00:00:00")) return -1;  // a day without a time
  return (tens - '0') * 10 + (ones - '0');
}

/// True if the clocks somewhere may have shown `local` at that hour of `day` in UTC.
bool may_be_local_day(sys_days day, int hour, sys_days local) {
  if (hour < 0) return false;
  if (local == day - days(1)) return hour < 10;
  return local == day + days(1) && hour >= 11;
}

/// With its country if the page states one anywhere.
std::string_view language_of(const HtmlTree& tree, const MetaElements& meta) {
  const HtmlNode& root = tree.node(0);
  const std::string_view names[] = {root.attribute("lang"), root.attribute("xml:lang"),
                                    meta.content({"og:locale"}),
                                    meta.content({"content-language", "language"})};
  std::string_view first;
  for (const std::string_view name : names) {
    if (first.empty()) first = name;
    if (name.size() >= 5 && name.substr(0, 2) == first.substr(0, 2)) return name;
  }
  return first;
}

// Of VisibleDate::score: enough to mend what machines are told by a time zone, and by some days.
constexpr int kGoodDate = 8;
constexpr int kSureDate = 11;

class Choosing {
 public:
  Choosing(const HtmlTree& tree, const MetaElements& meta, const JsonLdFacts& json_ld,
           NodeId headline)
      : meta_(meta),
        json_ld_(json_ld),
        url_day_(day_in_addresses()),
        script_day_(day_in_scripts(tree)) {
    VisibleDates visible = visible_dates(tree, headline, language_of(tree, meta));
    visible_ = std::move(visible.dates);
    order_ = visible.order;
  }

  std::optional<PublicationDate> chosen() const {
    if (const auto stated = stated_date()) return stated;
    if (url_day_) return PublicationDate{*url_day_, published_by::kUrl};
    if (const VisibleDate* shown = likeliest_visible()) return visible_date(*shown);
    if (const auto day = plausible_day(json_ld_.media_published)) {
      return PublicationDate{*day, published_by::kJsonLd};
    }
    if (const auto created = meta_date(meta_, MetaDateKind::created, order_)) {
      return PublicationDate{created->day, published_by::kMeta};
    }
    if (script_day_) return PublicationDate{*script_day_, published_by::kPageData};
    if (const auto modified = plausible_day(json_ld_.modified)) {
      return PublicationDate{*modified, published_by::kJsonLd};
    }
    if (const auto changed = meta_date(meta_, MetaDateKind::modified, order_)) {
      return PublicationDate{changed->day, published_by::kMeta};
    }
    return std::nullopt;
  }

 private:
  std::optional<sys_days> day_in_addresses() const {
    for (const std::string_view address :
         {meta_.link("canonical"), meta_.content({"og:url"}), meta_.content({"twitter:url"})}) {
      if (const auto day = date_in_url(address)) return day;
    }
    return day_in_other_versions();
  }

  /// Other languages, the short version for telephones, the feed of its comments: if they agree.
  std::optional<sys_days> day_in_other_versions() const {
    std::optional<sys_days> found;
    for (const auto& [rel, address] : meta_.links()) {
      if (rel != "alternate" && rel != "amphtml") continue;
      const auto day = date_in_url(address);
      if (!day) continue;
      if (found && *found != *day) return std::nullopt;
      found = day;
    }
    return found;
  }

  std::optional<sys_days> plausible_day(std::string_view text) const {
    const auto day = parse_written_date(text, order_);
    return day && is_plausible_day(*day) ? day : std::nullopt;
  }

  std::optional<PublicationDate> stated_date() const {
    const auto day = plausible_day(json_ld_.published);
    const auto date = meta_date(meta_, MetaDateKind::published, order_);
    if (day && !(date && is_shown(date->day) && !is_shown(*day))) {
      return mended(*day, json_ld_.published, published_by::kJsonLd);
    }
    if (date) return mended(date->day, date->text, published_by::kMeta);
    return std::nullopt;
  }

  bool is_shown(sys_days day) const {
    return std::any_of(visible_.begin(), visible_.end(), [day](const VisibleDate& date) {
      return date.day == day && date.score >= kSureDate;
    });
  }

  PublicationDate mended(sys_days day, std::string_view text, std::string_view method) const {
    const int hour = utc_hour(text);
    const VisibleDate* best = best_visible(false);
    const bool confirmed = best != nullptr && best->score >= kSureDate && best->day == day;
    if (confirmed) return {day, method};
    if (url_day_ && may_be_local_day(day, hour, *url_day_)) return {*url_day_, published_by::kUrl};
    if (best == nullptr || best->score < kGoodDate || best->day == day) return {day, method};
    // What the page tells its readers in its byline counts more than what it tells machines, unless
    // the two are so far apart that one of them is about something else.
    const bool corrects = !best->called_update && best->score >= kSureDate &&
                          std::chrono::abs(best->day - day) <= days(7);
    if (corrects || may_be_local_day(day, hour, best->day)) return visible_date(*best);
    return {day, method};
  }

  const VisibleDate* best_visible(bool modified) const {
    const VisibleDate* best = nullptr;
    for (const VisibleDate& date : visible_) {
      if (date.modified != modified || date.score < kLikelyDate) continue;
      if (best == nullptr || date.score > best->score) best = &date;
    }
    return best;
  }

  /// Of a page that shows one labelled date in its byline, "Updated", and others elsewhere, the
  /// labelled one is as near as one can get.
  const VisibleDate* likeliest_visible() const {
    constexpr int kSureOfPublished = 10;
    constexpr int kClearlyLikelier = 5;
    const VisibleDate* published = best_visible(false);
    const VisibleDate* modified = best_visible(true);
    if (published == nullptr || modified == nullptr) {
      return published != nullptr ? published : modified;
    }
    const bool take_modified = published->score < kSureOfPublished &&
                               modified->score >= published->score + kClearlyLikelier;
    return take_modified ? modified : published;
  }

  static PublicationDate visible_date(const VisibleDate& date) {
    return {date.day, date.time_element ? published_by::kTimeElement : published_by::kByline};
  }

  const MetaElements& meta_;
  const JsonLdFacts& json_ld_;
  DayMonthOrder order_ = DayMonthOrder::unknown;
  std::optional<sys_days> url_day_;
  std::optional<sys_days> script_day_;
  std::vector<VisibleDate> visible_;
};

}  // namespace

std::optional<PublicationDate> publication_date(const HtmlTree& tree, const MetaElements& meta,
                                                const JsonLdFacts& json_ld, NodeId headline) {
  return Choosing(tree, meta, json_ld, headline).chosen();
}

}  // namespace furat::indexer
