#include "analysis/names/name_alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace furat::analysis {
namespace {

using Kind = PartAgreement::Kind;

// The weight that agreeing parts must have together.
constexpr double kPartsLeftOut = 0.92;  // one name has all parts of the other, from its first on
constexpr double kFirstLeftOut = 1.1;   // ... but begins later: "Zia Agha" of "Ahmad Zia Agha"
constexpr double kBothLeaveOut = 1.2;   // each has parts that the other leaves out
constexpr double kContradiction = 1.7;  // behind what agrees, they have different parts
constexpr double kOnePartOnly = 0.9;    // of several: a rare name
// What it adds to that.
constexpr double kTurned = 0.35;  // the surname stands first in one
constexpr double kTurnedAtComma = 0.2;
constexpr double kTurnedOnly = 0.35;    // ... and all parts agree: "Omar Hassan" and "Hassan Omar"
constexpr double kAlikeInScript = 0.3;  // a part is only alike
constexpr double kAlikeAcross = 0.15;   // ... in another script, which writes no short vowels
constexpr double kMoreLeftOut = 0.15;   // each part beyond the first that one leaves out
constexpr double kApart = 0.3;          // both inside and behind two agreeing parts
// Of an indirect find this much of all that is enough.
constexpr double kThroughAnother = 0.5;
// How alike parts must be when few others agree.
constexpr double kSingleFloor = 0.93, kOneOfManyFloor = 0.85, kTurnedFloor = 0.88;
constexpr double kAlikeBesideOne = 0.7;
constexpr std::size_t kShortestSingle = 3;

using Agreements = std::array<std::array<PartAgreement, kMaxNameParts>, kMaxNameParts>;

struct Pair {
  std::size_t query, other;
  PartAgreement agreement;
};

/// The parts that agree, in order, the other name beginning at part `turn`.
std::vector<Pair> align(const Agreements& agreements, const PartWeights& weights, std::size_t n,
                        std::size_t m, std::size_t turn) {
  constexpr double kPosition = 0.1, kAlikeGain = 0.02;
  const auto at = [&](std::size_t i, std::size_t j) -> const PartAgreement& {
    return agreements[i][(j + turn) % m];
  };
  const auto gain = [&](std::size_t i, std::size_t j) {
    const auto& agreement = at(i, j);
    if (agreement.kind == Kind::different) return 0.0;
    return agreement.kind == Kind::same ? agreement.similarity * (kPosition + weights[i])
                                        : kAlikeGain;
  };
  std::array<std::array<double, kMaxNameParts + 1>, kMaxNameParts + 1> best{};
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;) {
      best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
      if (const auto g = gain(i, j); g > 0)
        best[i][j] = std::max(best[i][j], best[i + 1][j + 1] + g);
    }
  std::vector<Pair> pairs;
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    const auto g = gain(i, j);
    if (g > 0 && best[i][j] == best[i + 1][j + 1] + g)
      pairs.push_back({i, j, at(i, j)}), ++i, ++j;
    else if (best[i][j] == best[i + 1][j])
      ++i;
    else
      ++j;
  }
  return pairs;
}

/// What an alignment shows.
struct Alignment {
  std::vector<Pair> pairs;
  std::size_t query_parts = 0, other_parts = 0;
  /// Common words at the beginning, which say what it is: "Brigade", "Network".
  std::size_t query_opening = 0, other_opening = 0;
  bool only_common_left = false;  ///< ... and such words are all that they leave out
  std::size_t turn = 0;           ///< parts of the other name that were moved to its end
  bool comma = false;             ///< ... and a comma says so
  bool same_script = false;

  [[nodiscard]] bool turned() const { return turn > 0; }
  /// Something agrees among what was moved, and among the rest.
  [[nodiscard]] bool is_real_turn() const {
    return pairs.front().other < other_parts - turn && pairs.back().other >= other_parts - turn;
  }
  [[nodiscard]] std::size_t alike() const {
    return static_cast<std::size_t>(std::count_if(
        pairs.begin(), pairs.end(), [](const Pair& p) { return p.agreement.kind == Kind::alike; }));
  }
  [[nodiscard]] double least() const {
    return std::min_element(pairs.begin(), pairs.end(),
                            [](const Pair& p, const Pair& q) {
                              return p.agreement.similarity < q.agreement.similarity;
                            })
        ->agreement.similarity;
  }
  [[nodiscard]] std::size_t query_left() const { return query_parts - pairs.size(); }
  [[nodiscard]] std::size_t other_left() const { return other_parts - pairs.size(); }
  [[nodiscard]] bool both_leave_out() const { return query_left() > 0 && other_left() > 0; }
  [[nodiscard]] bool query_begins_later() const { return pairs.front().query > query_opening; }
  [[nodiscard]] bool other_begins_later() const { return pairs.front().other > other_opening; }
  [[nodiscard]] bool begins_later() const { return query_begins_later() || other_begins_later(); }
  [[nodiscard]] bool both_begin_later() const {
    return query_begins_later() && other_begins_later();
  }
  /// Both have a part where the other has another one.
  [[nodiscard]] bool contradict() const {
    for (std::size_t k = 1; k < pairs.size(); ++k)
      if (pairs[k].query - pairs[k - 1].query > 1 && pairs[k].other - pairs[k - 1].other > 1)
        return true;
    return pairs.back().query + 1 < query_parts && pairs.back().other + 1 < other_parts;
  }
  /// Parts of the longer one stand between two agreeing parts and behind them.
  [[nodiscard]] bool apart() const {
    if (pairs.size() != 2 || both_leave_out() || begins_later()) return false;
    const bool between = pairs[1].query - pairs[0].query > 1 || pairs[1].other - pairs[0].other > 1;
    const bool behind = pairs[1].query + 1 < query_parts || pairs[1].other + 1 < other_parts;
    return between && behind;
  }
};

/// Sons bear their father's whole name behind their own: "Hassan Ali Omar" is not "Zayd Hassan Ali
/// Omar". Two parts may be a name cut short.
bool is_name_of_father(const Alignment& a) {
  return (a.query_begins_later() && a.other_left() == 0 && a.other_parts > 2) ||
         (a.other_begins_later() && a.query_left() == 0 && a.query_parts > 2);
}

/// A person may be called by the last part alone, but not by the first.
bool is_surname(const Alignment& a) {
  return a.pairs.back().query + 1 == a.query_parts && a.pairs.back().other + 1 == a.other_parts;
}

/// What tells against them whatever else agrees.
bool is_refused(const Alignment& a) {
  if (a.pairs.empty() || a.both_begin_later() || is_name_of_father(a)) return true;
  if (a.begins_later() && a.both_leave_out()) return true;
  if (a.turned() && !a.is_real_turn()) return true;
  const auto alike = a.alike();
  const auto same = a.pairs.size() - alike;
  if (same == 0 || (same == 1 && alike > 1)) return true;
  if (a.turned() && !a.comma && (alike > 0 || a.both_leave_out() || a.least() < kTurnedFloor))
    return true;
  if (a.pairs.size() == 1 && (a.both_leave_out() || !is_surname(a))) return true;
  // The first part must be nearly right, and any part beside which only one other agrees.
  const auto is_doubtful = [](const Pair& p) {
    return p.agreement.kind == Kind::alike && p.agreement.similarity < kAlikeBesideOne;
  };
  return same == 1 ? std::any_of(a.pairs.begin(), a.pairs.end(), is_doubtful)
                   : is_doubtful(a.pairs.front());
}

/// The weight that must agree.
double demand(const Alignment& a) {
  double sum = 0;
  if (a.pairs.size() == 1)
    sum = a.query_left() + a.other_left() > 0 ? kOnePartOnly : 0;
  else if (a.contradict() && !a.only_common_left)
    sum = kContradiction;
  else if (a.begins_later())
    sum = kFirstLeftOut;
  else if (a.both_leave_out() && !a.only_common_left)
    sum = kBothLeaveOut;
  else
    sum = a.query_left() + a.other_left() > 0 ? kPartsLeftOut : 0;
  if (a.turned()) sum += a.comma ? kTurnedAtComma : kTurned;
  if (a.turned() && !a.comma && a.query_left() + a.other_left() == 0) sum += kTurnedOnly;
  if (a.apart()) sum += kApart;
  if (const auto alike = a.alike(); alike > 0) {
    const bool first = a.pairs.front().agreement.kind == Kind::alike;
    sum += (a.same_script ? kAlikeInScript : kAlikeAcross) * static_cast<double>(alike + first);
  }
  const auto left = std::max(a.query_left(), a.other_left());
  return left > 1 ? sum + kMoreLeftOut * static_cast<double>(left - 1) : sum;
}

constexpr double kOfCommonApart = 0.5;

double judged(const Alignment& a, const NameParts& query, const PartWeights& weights,
              Evidence evidence) {
  if (is_refused(a)) return 0;
  const bool single = a.query_parts == 1 && a.other_parts == 1;
  if (single && a.pairs.front().agreement.similarity < kSingleFloor) return 0;
  double weight = 0;
  for (const auto& pair : a.pairs)
    // "State Textile Company" is not "State Sugar Company".
    if (pair.agreement.kind == Kind::same)
      weight += weights[pair.query] * pair.agreement.similarity *
                (a.both_leave_out() && !a.only_common_left && query.parts[pair.query].common
                     ? kOfCommonApart
                     : 1);
  const auto enough = demand(a) * (evidence == Evidence::direct ? 1.0 : kThroughAnother);
  return weight >= enough ? std::min(1.0, weight / (enough + 1)) : 0;
}

/// A part that stands for a whole name must be that part for certain.
bool may_stand_alone(const NamePart& a, const NamePart& b, double similarity) {
  return a.servant == b.servant && similarity >= kOneOfManyFloor &&
         a.sounds.front().sounds.size() >= kShortestSingle;
}

/// All words that are names agree, and are not one only: "Danish Navy" is not "Danish Police".
bool leaves_only_common(const Alignment& a, const NameParts& query, const NameParts& other) {
  const auto names = [](const NameParts& name) {
    return static_cast<std::size_t>(std::count_if(
        name.parts.begin(), name.parts.end(), [](const NamePart& part) { return !part.common; }));
  };
  std::size_t query_names = 0, other_names = 0;
  for (const auto& pair : a.pairs) {
    if (pair.agreement.kind != Kind::same) continue;
    query_names += query.parts[pair.query].common ? 0U : 1U;
    other_names += other.parts[(pair.other + a.turn) % a.other_parts].common ? 0U : 1U;
  }
  return query_names > 1 && query_names == names(query) && other_names == names(other);
}

std::size_t opening_words(const NameParts& name) {
  const auto& parts = name.parts;
  const auto uncommon =
      std::find_if(parts.begin(), parts.end(), [](const NamePart& part) { return !part.common; });
  return static_cast<std::size_t>(uncommon - parts.begin());
}

Agreements agreements_of(const NameParts& query, const NameParts& other) {
  Agreements agreements{};
  const bool alone = query.parts.size() == 1 || other.parts.size() == 1;
  for (std::size_t i = 0; i < query.parts.size(); ++i)
    for (std::size_t j = 0; j < other.parts.size(); ++j) {
      const auto agreement = compare(query.parts[i], other.parts[j]);
      if (!alone || (agreement.kind == Kind::same &&
                     may_stand_alone(query.parts[i], other.parts[j], agreement.similarity)))
        agreements[i][j] = agreement;
    }
  return agreements;
}

}  // namespace

double part_weight(const NamePart& part, std::size_t sharing, std::size_t passages) {
  constexpr double kOfInitial = 0.1, kOfCommon = 0.5, kLeast = 0.05;
  // In a small collection everything is rare.
  constexpr std::size_t kFewestPassages = 1000;
  const auto size = std::log(static_cast<double>(std::max(passages, kFewestPassages)));
  const auto rarity = 1 - std::log(static_cast<double>(std::max<std::size_t>(sharing, 1))) / size;
  return std::max(kLeast, rarity) * (part.initial ? kOfInitial : 1) * (part.common ? kOfCommon : 1);
}

double aligned_similarity(const NameParts& query, const PartWeights& weights,
                          const NameParts& other, Evidence evidence) {
  const auto n = query.parts.size(), m = other.parts.size();
  if (n == 0 || m == 0) return 0;
  const auto agreements = agreements_of(query, other);
  Alignment a;
  a.query_parts = n;
  a.other_parts = m;
  a.comma = query.before_comma > 0 || other.before_comma > 0;
  a.query_opening = opening_words(query);
  a.same_script =
      query.parts.front().sounds.front().arabic == other.parts.front().sounds.front().arabic;
  const std::array<std::size_t, 4> turns{0, other.before_comma > 0 ? other.before_comma : 1, m - 1,
                                         m - query.before_comma % m};
  double best = 0;
  for (std::size_t k = 0; k < turns.size(); ++k) {
    const auto turn = turns[k] % m;
    if (k > 0 && turn == 0) continue;
    a.turn = turn;
    a.other_opening = turn == 0 ? opening_words(other) : 0;
    a.pairs = align(agreements, weights, n, m, turn);
    a.only_common_left = leaves_only_common(a, query, other);
    best = std::max(best, judged(a, query, weights, evidence));
  }
  return best;
}

}  // namespace furat::analysis
