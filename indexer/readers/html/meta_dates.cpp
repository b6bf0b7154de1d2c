#include "indexer/readers/html/meta_dates.hpp"

#include <algorithm>

namespace furat::indexer {
namespace {

// Best first.
constexpr std::string_view kPublishedNames =
    "article:published_time og:article:published_time article:published datepublished "
    "og:published_time og:datepublished published_time published_date publisheddate publish_date "
    "publish-date publishdate publish_time publishtime publication_date publication-date "
    "publicationdate pubdate pub_date pub-date dc.date.issued dcterms.issued dc:date:issued "
    "dcterms.date.issued parsely-pub-date sailthru.date cxenseparse:recs:publishtime "
    "cxenseparse:publishtime shareaholic:article_published_time bt:pubdate rnews:datepublished "
    "article_date_original originalpublicationdate article:published_date "
    "analyticsattributes.articledate citation_publication_date citation_online_date "
    "article.published date_published datepublication og:pubdate og:publish_date "
    "vr:published_time published displaydate";
constexpr std::string_view kCreatedNames =
    "date dc.date dc.date.created dcterms.date dcterms.created dc.created dcterms:created "
    "datecreated article.created article:created creation_date created article_created "
    "date.available og:release_date release_date article:post_date article:post_time uploaddate "
    "video:release_date timestamp datearticle article:date article_date dc:date og:date "
    "date_created";
constexpr std::string_view kModifiedNames =
    "article:modified_time og:article:modified_time article:modified og:updated_time datemodified "
    "dcterms.modified dc.date.modified dc.modified last-modified revised last_modified bt:moddate "
    "article:modified_date last-updated";

std::string_view names_of(MetaDateKind kind) {
  switch (kind) {
    case MetaDateKind::published:
      return kPublishedNames;
    case MetaDateKind::created:
      return kCreatedNames;
    case MetaDateKind::modified:
      break;
  }
  return kModifiedNames;
}

}  // namespace

std::optional<StatedDate> meta_date(const MetaElements& meta, MetaDateKind kind,
                                    DayMonthOrder order) {
  std::string_view names = names_of(kind);
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    const std::string_view name = names.substr(0, end);
    names.remove_prefix(std::min(end + 1, names.size()));
    for (const auto& [key, content] : meta.all()) {
      if (key != name) continue;
      const auto day = parse_written_date(content, order);
      if (day && is_plausible_day(*day)) return StatedDate{*day, content};
    }
  }
  return std::nullopt;
}

bool is_plausible_day(std::chrono::sys_days day) {
  const int year = static_cast<int>(std::chrono::year_month_day(day).year());
  return year >= 1990 && year <= 2035;
}

}  // namespace furat::indexer
