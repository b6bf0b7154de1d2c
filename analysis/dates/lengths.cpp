// Counted units: "two days later", "more than two years ago", "the past three weeks", "six months".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

struct Quantity {
  int count = 0;
  bool indefinite = false;
  bool article = false;     ///< "a week": no number
  bool and_a_half = false;  ///< "three and a half years"
  bool bare = false;        ///< "weeks": nothing before the unit
};

/// "twenty-four": tens with a unit behind a hyphen.
bool is_compound(const Cursor& at) {
  const Lexeme &tens = at.peek(), &ones = at.peek(1);
  return tens.digits == 0 && tens.value >= 20 && tens.value % 10 == 0 && ones.digits == 0 &&
         ones.kind == Kind::number && ones.link == Link::dash && ones.value >= 1 && ones.value <= 9;
}

/// Half of "2.5" or "2-1/2": what stands next to such a mark is no number of units.
bool is_decimal(const Lexeme& number) {
  return number.digits > 0 && number.tight &&
         (number.link == Link::dot || number.link == Link::slash);
}

std::optional<Quantity> take_number(Cursor& at) {
  const Lexeme number = at.peek();
  if (is_decimal(number) || number.money) return std::nullopt;
  if (is_compound(at)) {
    const int count = number.value + at.peek(1).value;
    at.advance();
    at.advance();
    return Quantity{.count = count};
  }
  if (!at.take_hyphened(Kind::number)) return std::nullopt;
  if (number.value != kIndefinite) return Quantity{.count = number.value};
  at.take(Word::of);  // "a couple of"
  return Quantity{.count = 1, .indefinite = true};
}

/// "and a half", "-and-a-half"
bool take_and_a_half(Cursor& at) {
  for (std::size_t k = 0; k < 3; ++k) {
    const Lexeme& word = at.peek(k);
    const Word expected = k == 0 ? Word::and_ : k == 1 ? Word::a : Word::half;
    const bool joined = word.link == Link::space || (word.link == Link::dash && word.tight);
    if (word.word != expected || !joined) return false;
  }
  for (std::size_t k = 0; k < 3; ++k) at.advance();
  return true;
}

/// "half a year", "half-century"
std::optional<Quantity> take_half(Cursor& at) {
  Cursor ahead = at;
  if (!ahead.take(Word::half)) return std::nullopt;
  const bool article = ahead.take(Word::a);
  if (!article && ahead.peek().link != Link::dash) return std::nullopt;
  if (ahead.peek().kind != Kind::unit) return std::nullopt;
  at = ahead;
  return Quantity{.count = 0, .and_a_half = true};
}

bool is_plural_unit(const Lexeme& word) { return word.kind == Kind::unit && word.plural; }

std::optional<Quantity> take_quantity(Cursor& at) {
  const bool another = at.take(Word::another);
  const bool article = !another && at.take(Word::a);
  // of "a six-month siege" the article belongs to the siege
  if (article && at.peek().kind == Kind::number && at.peek(1).link == Link::dash)
    return std::nullopt;
  if (auto half = take_half(at)) return half;
  if (auto number = take_number(at)) {
    number->and_a_half = !number->indefinite && take_and_a_half(at);
    return number;
  }
  if (article) return Quantity{.count = 1, .article = true};
  if (another) return Quantity{.count = 1};
  if (!is_plural_unit(at.peek()) || at.peek().capital || !at.spaced()) return std::nullopt;
  return Quantity{.count = 1, .indefinite = true, .bare = true};
}

/// "more than", "at least", "nearly" before a number: what it says of a length, and of a time so
/// long ago.
struct Bound {
  std::uint8_t flags = 0;
  std::string_view of_length = {}, of_time = {};
};

constexpr Bound kMoreThan{kOpenStart, "MORE_THAN", "BEFORE"},
    kAtLeast{kOpenStart, "EQUAL_OR_MORE", "ON_OR_BEFORE"},
    kAtMost{kApproximate, "EQUAL_OR_LESS", "ON_OR_AFTER"},
    kLessThan{kApproximate, "LESS_THAN", "AFTER"}, kNearly{kApproximate, "LESS_THAN", "AFTER"};

/// "at least", "at most"
std::optional<Bound> take_at_least(Cursor& at) {
  Cursor ahead = at;
  if (!ahead.take(Word::at)) return std::nullopt;
  const bool least = ahead.take(Word::least);
  if (!least && !ahead.take(Word::most)) return std::nullopt;
  at = ahead;
  return least ? kAtLeast : kAtMost;
}

/// "more than", "less than", "under"; "more" alone is no bound
std::optional<Bound> take_more_than(Cursor& at) {
  Cursor ahead = at;
  const bool more = ahead.take(Word::more);
  if (!more && !ahead.take(Word::less)) return std::nullopt;
  const bool than = ahead.take(Word::than);
  if (more && !than) return std::nullopt;
  at = ahead;
  return more ? kMoreThan : kLessThan;
}

Bound take_bound(Cursor& at) {
  if (at.take(Word::over)) return kMoreThan;
  if (at.take(Word::only)) return {};
  if (at.take(Word::nearly)) return kNearly;
  if (const auto least = take_at_least(at)) return *least;
  return take_more_than(at).value_or(Bound{});
}

/// "for hours", "took weeks", "years of": not "working hours".
bool stands_for_length(const Lexemes& lexemes, std::size_t unit) {
  const Lexeme& before = lexemes.before(unit);
  const Lexeme& next = lexemes[unit + 1];
  const bool of = next.word == Word::of && before.kind == Kind::other;
  const bool apart = next.link == Link::space && is_one_of(next.word, {Word::after, Word::before});
  return of || apart || before.past_form || before.word == Word::lasts ||
         is_one_of(before.word, {Word::for_, Word::in, Word::after, Word::over, Word::during,
                                 Word::of, Word::by, Word::before});
}

struct Lead {
  bool past = false, future = false;  ///< counts up to or from the reference day
  bool other = false;                 ///< "the first", "the following"
};

/// "the past", "the last", "the next" before a number of units.
Lead take_lead(Cursor& at) {
  Cursor ahead = at;
  if (!ahead.take(Word::the)) ahead.take(Word::this_);
  Lead lead;
  if (ahead.take_any({Word::past, Word::last}))
    lead.past = true;
  else if (ahead.take_any({Word::next, Word::coming}))
    lead.future = true;
  else if (ahead.take_any({Word::previous, Word::following, Word::closing, Word::same}))
    lead.other = true;
  else if (ahead.peek().kind == Kind::ordinal && ahead.peek().value == 1 && ahead.spaced())
    lead.other = true, ahead.advance();
  if (lead.past || lead.future || lead.other) at = ahead;
  return lead;
}

struct Tail {
  Reference reference = Reference::none;
  int sign = 0;
};

/// "ago", "later", "from now"; "before" and "after" only where nothing follows them.
Tail take_tail(Cursor& at) {
  if (at.take(Word::ago)) return {Reference::publication, -1};
  if (at.take(Word::earlier)) return {Reference::text, -1};
  if (at.take(Word::later)) return {Reference::text, 1};
  Cursor ahead = at;
  if (ahead.take(Word::from) && ahead.take(Word::now)) {
    at = ahead;
    return {Reference::publication, 1};
  }
  ahead = at;
  const bool before = ahead.take(Word::before);
  if (!before && !ahead.take(Word::after)) return {};
  if (ahead.peek().link == Link::space && ahead.peek().kind != Kind::end) return {};
  at = ahead;
  return {Reference::text, before ? -1 : 1};
}

/// "four more days", "20-plus months"
void skip_more(Cursor& at) {
  if (at.peek().word == Word::more && at.joined_by({Link::space, Link::dash})) at.advance();
}

/// "six-year-old", "aged 12 years"
bool is_age(const Lexemes& lexemes, std::size_t begin, const Cursor& at) {
  return at.peek().word == Word::old || lexemes.before(begin).word == Word::aged;
}

/// "the past years", "the coming weeks": how many is not told.
std::string_view unmeasured(const Lead& lead) {
  return lead.past ? "PAST_REF" : lead.future ? "FUTURE_REF" : std::string_view();
}

/// "at 1930 hours"
bool is_clock_time(const Lexemes& lexemes, std::size_t begin, const Lexeme& unit) {
  return unit.value == static_cast<int>(Unit::hour) && lexemes[begin].digits == 4;
}

/// "a day" and what is shorter is a length after "for" and its like only.
bool allows_article(const Lexemes& lexemes, std::size_t begin, const Lexeme& unit) {
  const Lexeme& next = lexemes[begin + 2];  // "a day after the raid"
  if (next.link == Link::space && is_one_of(next.word, {Word::after, Word::before})) return true;
  const auto kind = static_cast<Unit>(unit.value);
  if (lexemes.before(begin).word == Word::lasts || kind > Unit::weekend || kind == Unit::week)
    return true;
  return is_one_of(lexemes.before(begin).word, {Word::for_, Word::in, Word::after, Word::during,
                                                Word::of, Word::about, Word::by, Word::before});
}

/// "two hours and 48 minutes", "51 minutes 3 seconds": the lesser unit of the clock behind a
/// length.
void take_lesser(Cursor& at, Expression& out) {
  Cursor ahead = at;
  ahead.take(Word::and_);
  const auto count = take_number(ahead);
  const Lexeme unit = ahead.peek();
  const bool lesser = unit.kind == Kind::unit && unit.value < static_cast<int>(out.count_unit);
  if (!count || count->indefinite || out.count_unit > Unit::hour || !lesser ||
      !ahead.take(Kind::unit))
    return;
  out.lesser_count = count->count;
  out.lesser_unit = static_cast<Unit>(unit.value);
  out.end = ahead.position();
  at = ahead;
}

void mark_shift(Expression& out, const Quantity& quantity, const Tail& tail) {
  out.form = Form::shift;
  out.reference = tail.reference;
  out.count = tail.sign * quantity.count;
  out.rule = tail.reference == Reference::text ? "relative.units-later" : "relative.units-ago";
  constexpr int kYearsOfDecade = 10, kYearsOfCentury = 100;
  const bool decades = out.count_unit == Unit::decade, centuries = out.count_unit == Unit::century;
  if (decades || centuries) {
    out.count *= decades ? kYearsOfDecade : kYearsOfCentury;
    out.count_unit = Unit::year;
  }
  constexpr int kMonthsOfYear = 12;
  if (out.and_a_half && out.count_unit == Unit::year) {  // "two and a half years ago"
    out.count = out.count * kMonthsOfYear + tail.sign * kMonthsOfYear / 2;
    out.count_unit = Unit::month;
  }
  if (quantity.indefinite) out.value = tail.sign < 0 ? "PAST_REF" : "FUTURE_REF";
}

void mark_length(Expression& out, const Quantity& quantity, const Lead& lead, bool elapsed) {
  out.count = lead.past ? -quantity.count : quantity.count;
  out.form = elapsed ? Form::elapsed : Form::duration;
  if (!elapsed) out.count = quantity.count;
  out.reference = elapsed ? Reference::publication : Reference::none;
  out.rule = elapsed ? "relative.elapsed" : "duration";
}

/// "the first week", "the third day": one of several, of which nothing tells when it was.
std::optional<Expression> numbered_unit_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const bool article = at.take(Word::the);
  const Lexeme number = at.peek();
  if (!article || !at.take(Kind::ordinal) || number.capital) return std::nullopt;
  const Lexeme unit = at.peek();
  const bool calendar = unit.kind == Kind::unit && unit.value >= static_cast<int>(Unit::day) &&
                        unit.value <= static_cast<int>(Unit::year);
  if (!calendar || unit.plural || !at.take(Kind::unit)) return std::nullopt;
  Expression out = expression_over(lexemes, i, at.position(), "duration");
  out.form = Form::duration;
  out.count = 1;
  out.count_unit = static_cast<Unit>(unit.value);
  return out;
}

std::optional<Expression> unmeasured_time(const Lexemes& lexemes, std::size_t i, const Cursor& at,
                                          const Lead& lead) {
  if (unmeasured(lead).empty() || at.peek().word == Word::of) return std::nullopt;
  Expression out = expression_over(lexemes, i, at.position(), "reference");
  out.form = Form::reference;
  out.value = unmeasured(lead);
  return out;
}

}  // namespace

std::optional<Expression> counted_unit_at(const Lexemes& lexemes, std::size_t i) {
  if (auto numbered = numbered_unit_at(lexemes, i)) return numbered;
  Cursor at(lexemes, i);
  const Lead lead = take_lead(at);
  const bool led = lead.past || lead.future || lead.other;
  const Bound bound = take_bound(at);
  const bool bounded = at.position() > i && !led;
  const auto quantity = take_quantity(at);
  if (!quantity || (led && quantity->article)) return std::nullopt;
  if (!quantity->bare) skip_more(at);
  const Lexeme unit = at.peek();
  if (!at.take_hyphened(Kind::unit) || is_age(lexemes, i, at)) return std::nullopt;
  if (is_clock_time(lexemes, i, unit)) return std::nullopt;
  const bool half_more = !quantity->bare && take_and_a_half(at);  // "a year and a half"
  const Tail tail = led ? Tail{} : take_tail(at);
  const bool shifted = tail.reference != Reference::none;
  if (quantity->article && !shifted && !bounded && !allows_article(lexemes, i, unit))
    return std::nullopt;
  if (quantity->bare && led) return unmeasured_time(lexemes, i, at, lead);
  if (quantity->bare && !shifted && !(stands_for_length(lexemes, i) && !bounded))
    return std::nullopt;
  const bool fraction = unit.value == static_cast<int>(Unit::quarter) && !led && !shifted;
  if (fraction) return std::nullopt;  // three quarters of something
  const bool elapsed = (lead.past || lead.future) && at.peek().word != Word::of;
  Expression out = expression_over(lexemes, i, at.position(), {});
  out.count_unit = static_cast<Unit>(unit.value);
  out.indefinite = quantity->indefinite;
  out.and_a_half = quantity->and_a_half || half_more;
  if (shifted)
    mark_shift(out, *quantity, tail);
  else
    mark_length(out, *quantity, lead, elapsed);
  if (!shifted && !led && !out.indefinite) {
    take_lesser(at, out);
    out.span.end = lexemes[out.end - 1].span.end;
  }
  const bool past = shifted && tail.sign < 0;
  out.flags = past || bound.flags == kApproximate ? bound.flags : std::uint8_t{0};
  out.mod = shifted ? bound.of_time : bound.of_length;
  return out;
}

}  // namespace furat::analysis::dates
