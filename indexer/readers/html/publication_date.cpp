#include "indexer/readers/html/publication_date.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/article.hpp"
#include "indexer/metadata/date_in_url.hpp"
#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/html/visible_dates.hpp"

namespace furat::indexer {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool is_plausible(sys_days day) {
  const int year = static_cast<int>(std::chrono::year_month_day(day).year());
  return year >= 1990 && year <= 2035;
}

std::optional<sys_days> day_of(std::string_view text, DayMonthOrder order) {
  const auto day = parse_written_date(text, order);
  return day && is_plausible(*day) ? day : std::nullopt;
}

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

constexpr std::array kPublishedNames =
    std::to_array<std::string_view>({"article:published_time",
                                     "og:article:published_time",
                                     "article:published",
                                     "datepublished",
                                     "og:published_time",
                                     "og:datepublished",
                                     "published_time",
                                     "published_date",
                                     "publisheddate",
                                     "publish_date",
                                     "publish-date",
                                     "publishdate",
                                     "publish_time",
                                     "publishtime",
                                     "publication_date",
                                     "publication-date",
                                     "publicationdate",
                                     "pubdate",
                                     "pub_date",
                                     "pub-date",
                                     "dc.date.issued",
                                     "dcterms.issued",
                                     "dc:date:issued",
                                     "dcterms.date.issued",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "cxenseparse:recs:publishtime",
                                     "cxenseparse:publishtime",
                                     "shareaholic:article_published_time",
                                     "bt:pubdate",
                                     "rnews:datepublished",
                                     "article_date_original",
                                     "originalpublicationdate",
                                     "article:published_date",
                                     "analyticsattributes.articledate",
                                     "citation_publication_date",
                                     "citation_online_date",
                                     "article.published",
                                     "date_published",
                                     "datepublication",
                                     "og:pubdate",
                                     "og:publish_date",
                                     "vr:published_time",
                                     "published",
                                     "displaydate",
                                     "nbn_publish_date",
                                     "news_publication_date"});
constexpr std::array kCreatedNames = std::to_array<std::string_view>({"date",
                                                                      "dc.date",
                                                                      "dc.date.created",
                                                                      "dcterms.date",
                                                                      "dcterms.created",
                                                                      "dc.created",
                                                                      "dcterms:created",
                                                                      "datecreated",
                                                                      "article.created",
                                                                      "article:created",
                                                                      "creation_date",
                                                                      "created",
                                                                      "article_created",
                                                                      "date.available",
                                                                      "og:release_date",
                                                                      "release_date",
                                                                      "article:post_date",
                                                                      "article:post_time",
                                                                      "uploaddate",
                                                                      "video:release_date",
                                                                      "timestamp",
                                                                      "datearticle",
                                                                      "article:date",
                                                                      "article_date",
                                                                      "dc:date",
                                                                      "og:date",
                                                                      "date_created"});
constexpr std::array kModifiedNames = std::to_array<std::string_view>(
    {"article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time",
     "datemodified", "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified",
     "revised", "last_modified", "bt:moddate", "article:modified_date", "last-updated"});

class Choosing {
 public:
  Choosing(const HtmlTree& tree, const MetaElements& meta, const JsonLdFacts& json_ld,
           NodeId headline)
      : meta_(meta), json_ld_(json_ld), order_(order_of(tree)), url_day_(day_in_addresses()) {
    visible_ = visible_dates(tree, headline, order_);
  }

  std::optional<PublicationDate> chosen() const {
    if (const auto stated = stated_date()) return stated;
    const VisibleDate* best = best_visible(false);
    if (url_day_) return PublicationDate{*url_day_, published_by::kUrl};
    if (best != nullptr) return visible_date(*best);
    if (const auto created = day_of(meta_.content(kCreatedNames), order_)) {
      return PublicationDate{*created, published_by::kMeta};
    }
    if (const VisibleDate* modified = best_visible(true)) return visible_date(*modified);
    if (const auto modified = day_of(json_ld_.modified, order_)) {
      return PublicationDate{*modified, published_by::kJsonLd};
    }
    if (const auto modified = day_of(meta_.content(kModifiedNames), order_)) {
      return PublicationDate{*modified, published_by::kMeta};
    }
    return std::nullopt;
  }

 private:
  /// What the page's language and its own dates say of 04/10/2017.
  static DayMonthOrder order_of(const HtmlTree& tree) {
    std::string_view language = tree.node(0).attribute("lang");
    if (language.empty()) language = tree.node(0).attribute("xml:lang");
    if (language.empty()) return DayMonthOrder::unknown;
    const bool english = language.starts_with("en") || language.starts_with("EN");
    if (!english) return DayMonthOrder::day_first;
    return language.size() >= 5 && (language.substr(3, 2) == "US" || language.substr(3, 2) == "us")
               ? DayMonthOrder::month_first
               : DayMonthOrder::unknown;
  }

  std::optional<sys_days> day_in_addresses() const {
    for (const std::string_view address :
         {meta_.link("canonical"), meta_.content({"og:url"}), meta_.content({"twitter:url"})}) {
      if (const auto day = date_in_url(address)) return day;
    }
    return std::nullopt;
  }

  std::optional<PublicationDate> stated_date() const {
    if (const auto day = day_of(json_ld_.published, order_)) {
      return mended(*day, json_ld_.published, published_by::kJsonLd);
    }
    const std::string_view content = meta_.content(kPublishedNames);
    if (const auto day = day_of(content, order_)) return mended(*day, content, published_by::kMeta);
    return std::nullopt;
  }

  PublicationDate mended(sys_days day, std::string_view text, std::string_view method) const {
    const int hour = utc_hour(text);
    if (url_day_ && may_be_local_day(day, hour, *url_day_)) return {*url_day_, published_by::kUrl};
    const VisibleDate* best = best_visible(false);
    if (best != nullptr && may_be_local_day(day, hour, best->day)) return visible_date(*best);
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

  static PublicationDate visible_date(const VisibleDate& date) {
    return {date.day, date.time_element ? published_by::kTimeElement : published_by::kByline};
  }

  const MetaElements& meta_;
  const JsonLdFacts& json_ld_;
  DayMonthOrder order_;
  std::optional<sys_days> url_day_;
  std::vector<VisibleDate> visible_;
};

}  // namespace

std::optional<PublicationDate> publication_date(const HtmlTree& tree, const MetaElements& meta,
                                                const JsonLdFacts& json_ld, NodeId headline) {
  return Choosing(tree, meta, json_ld, headline).chosen();
}

}  // namespace furat::indexer
