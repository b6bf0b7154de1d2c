// The index schema: every term prefix, value slot and metadata key, known to both sides and checked
// on opening. What stands on disk: do not renumber. docs/index-format.md says the same in prose.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace furat::index {

/// Raised whenever an index written by older code could be misread by newer code or the reverse.
inline constexpr std::uint32_t kSchemaVersion = 6;

/// Term prefixes. Body terms have none: they are folded, hence never begin with a capital.
namespace prefix {
inline constexpr std::string_view kTitle = "S";  ///< title and heading stems
inline constexpr std::string_view kExact =
    "XE:";  ///< inflected forms as written, wdf 0, no positions
inline constexpr std::string_view kJoined =
    "XJ:";  ///< "ez-Zor" as one word, "ezzor": not what quotes find
inline constexpr std::string_view kPlace = "XP:";  ///< place id or an ancestor of it, wdf 0
inline constexpr std::string_view kPlaceRole =
    "XR:";  ///< role, then place id as kPlace: roles other than `at` (place_roles.hpp), wdf 0
inline constexpr std::string_view kNamedPlace =
    "XI:";  ///< role, then id of a place that was named itself (place_roles.hpp), wdf 0
inline constexpr std::string_view kActor = "XA:";  ///< actor id or an ancestor of it, wdf 0
inline constexpr std::string_view kKind =
    "XK:";  ///< kind (actor_kinds.hpp) of an actor that is named itself, wdf 0
inline constexpr std::string_view kSource = "XS:";  ///< source id, wdf 0
inline constexpr std::string_view kMention =
    "XM:";  ///< place or actor named itself, wdf = how often: ranks
inline constexpr std::string_view kCandidate =
    "XC:";  ///< place or actor that a name was thought to mean and does not, wdf 0
inline constexpr std::string_view kSpelling =
    "XV:";  ///< place or actor id and how it is written (seen_spellings.hpp), wdf 0
inline constexpr std::string_view kTitleMention = "XT:";  ///< place or actor named in the title
inline constexpr std::string_view kDateCover = "C:";      ///< node of a date's canonical cover
inline constexpr std::string_view kDateAncestor =
    "U:";  ///< ancestor-or-self of a cover node, but for days
inline constexpr std::string_view kDateInterval =
    "XD:";  ///< first and last day of a date (date_intervals.hpp), wdf 0
inline constexpr std::string_view kDateScope =
    "XDS:";  ///< node that a closed date lies in (date_intervals.hpp), wdf 0
inline constexpr std::string_view kPublished = "P:";  ///< publication day, month, year, decade ...
inline constexpr std::string_view kWithout =
    "XW:";  ///< dimension name: the passage has no value there
inline constexpr std::string_view kArticle = "XART:";  ///< article id, hashed where long
inline constexpr std::string_view kName =
    "XN:";  ///< see name_term(): how names that are no known value are spelled, wdf 0
}  // namespace prefix

/// Value slots.
enum Slot : std::uint32_t {
  kSlotArticle = 0,  ///< article number, varint
  kSlotPlaces = 1,   ///< packed ordinals of places and their ancestors
  kSlotActors = 2,   ///< packed ordinals of actors and their ancestors
  kSlotDates =
      3,  ///< packed date cover nodes (date_nodes.hpp), code * 2 + (1 if of an open interval)
  kSlotPublished = 4,    ///< publication day, sortable (sort_key)
  kSlotFingerprint = 5,  ///< of the passage's words, for near-duplicates
  kSlotSource = 6,       ///< packed ordinal of the source
  kSlotFirstDay = 7,     ///< first day spoken of, sortable (sort_key)
  kSlotOrder = 8,        ///< order_key(): decides between equal scores, whatever the document ids
  kSlotArticleFingerprint = 9,  ///< of the whole article's words, on its first passage
  kSlotPlaceRoles = 10,  ///< packed places in other roles than `at`, with ancestors (code_of)
  kSlotDateScopes = 11,  ///< packed smallest nodes that hold a whole date, entries as kSlotDates
  kSlotKinds = 12,  ///< packed numbers of the kinds of actors named themselves (actor_kinds.hpp)
};

inline constexpr Slot kLastSlot = kSlotKinds;

/// Facet dimensions, in the order they are shown. Stored: do not renumber.
enum class Dimension : std::uint8_t {
  place = 0,
  actor = 1,
  date = 2,
  source = 3,
  published = 4,
  kind = 5
};
inline constexpr std::size_t kDimensions = 6;

struct DimensionInfo {
  Dimension dimension;
  std::string_view name;    ///< in requests, formats and kWithout terms
  std::string_view prefix;  ///< of its terms; dates have two, see date_nodes.hpp
  Slot slot;
};
inline constexpr std::array<DimensionInfo, kDimensions> kDimensionTable{{
    {Dimension::place, "place", prefix::kPlace, kSlotPlaces},
    {Dimension::actor, "actor", prefix::kActor, kSlotActors},
    {Dimension::date, "date", prefix::kDateCover, kSlotDates},
    {Dimension::source, "source", prefix::kSource, kSlotSource},
    {Dimension::published, "published", prefix::kPublished, kSlotPublished},
    {Dimension::kind, "kind", prefix::kKind, kSlotKinds},
}};

[[nodiscard]] constexpr const DimensionInfo& info(Dimension dimension) {
  return kDimensionTable[static_cast<std::size_t>(dimension)];
}
[[nodiscard]] std::optional<Dimension> dimension_named(std::string_view name);
[[nodiscard]] std::vector<std::string> dimension_names();

/// What the facet columns hold of a passage besides its article: the dimensions in their order,
/// then the places in other roles and the scopes of dates.
inline constexpr std::size_t kPlaceRoleColumn = kDimensions;
inline constexpr std::size_t kDateScopeColumn = kDimensions + 1;
inline constexpr std::size_t kColumns = kDimensions + 2;

[[nodiscard]] constexpr Slot slot_of_column(std::size_t column) {
  if (column < kDimensions) return kDimensionTable[column].slot;
  return column == kPlaceRoleColumn ? kSlotPlaceRoles : kSlotDateScopes;
}

/// Metadata keys.
namespace key {
inline constexpr std::string_view kSchema = "schema";
inline constexpr std::string_view kLexicon = "lexicon";  ///< version of the lexicon
inline constexpr std::string_view kRules = "rules";      ///< kRulesVersion of rules_version.hpp
inline constexpr std::string_view kReading = "reading";  ///< kReadingVersion, likewise
inline constexpr std::string_view kCounts = "counts";    ///< IndexCounts
inline constexpr std::string_view kMetadataDigest =
    "metadata-digest";  ///< metadata_digest() of all other entries
inline constexpr std::string_view kPositions = "positions";         ///< place_positions.hpp
inline constexpr std::string_view kActorParents = "actor-parents";  ///< actor_parents.hpp
[[nodiscard]] std::string value(std::uint32_t ordinal);             ///< -> ValueRecord
[[nodiscard]] std::string value_id(Dimension dimension, std::string_view id);  ///< -> ordinal
[[nodiscard]] std::string value_name(Dimension dimension,
                                     std::string_view folded);  ///< -> packed ordinals
/// -> packed ordinals of the places and actors that a run of query words with this fold stands for
[[nodiscard]] std::string expansion(std::string_view folded);
/// -> SpelledName list: names of values by a key that their spellings share
[[nodiscard]] std::string skeleton(std::string_view skeleton);
[[nodiscard]] std::string name_prefix(
    Dimension dimension);                                 ///< of all value_name keys of a dimension
[[nodiscard]] std::string article(std::uint32_t number);  ///< -> ArticleRecord
/// The number in the key of a value or an article.
[[nodiscard]] std::uint32_t number_in(std::string_view key);
inline constexpr std::string_view kArticles = "a:";    ///< begins the keys of all articles
inline constexpr std::string_view kValues = "v:";      ///< likewise of all values
inline constexpr std::string_view kIds = "i:";         ///< likewise of all ids of values
inline constexpr std::string_view kNames = "n:";       ///< likewise of all names of values
inline constexpr std::string_view kExpansions = "x:";  ///< likewise of all expansions
inline constexpr std::string_view kSkeletons = "k:";   ///< likewise of all skeletons
}  // namespace key

/// `prefix` + `text` as a term, the text hashed where the term would exceed what Xapian can hold
/// (245 bytes).
[[nodiscard]] std::string bounded_term(std::string_view prefix, std::string_view text);

/// Begins all terms of names with this skeleton key (K3 of analysis/names): the spellings follow,
/// as the passages write them.
[[nodiscard]] std::string name_terms(std::string_view skeleton);

/// The same for names of several parts that have a part with this key.
[[nodiscard]] std::string name_part_terms(std::string_view key);

/// Sorts passages by article id, then number, in any index that holds them. Ids beyond 40 bytes are
/// sorted by these and a hash.
[[nodiscard]] std::string order_key(std::string_view article_id, std::uint32_t passage);

/// 64-bit FNV-1a of the bytes: stable on every machine.
[[nodiscard]] std::uint64_t stable_hash(std::string_view bytes);
[[nodiscard]] std::string hex(std::uint64_t number);

/// How much an index holds; stored and checked.
struct IndexCounts {
  std::uint32_t articles = 0;
  std::uint32_t passages = 0;
  std::uint32_t values = 0;
  friend bool operator==(const IndexCounts&, const IndexCounts&) = default;
};

}  // namespace furat::index
