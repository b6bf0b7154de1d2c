// Counted units: "two days later", "more than two years ago", "the past three weeks", "six months".
#include "analysis/dates/cursor.hpp"
#include "analysis/dates/date_mention.hpp"
#include "analysis/dates/grammar.hpp"

namespace furat::analysis::dates {

namespace {

struct Quantity {
  int count = 0;
  bool indefinite = false;
  bool article = false;  ///< "a week": no number
};

/// "twenty-four": tens with a unit behind a hyphen.
bool is_compound(const Cursor& at) {
  const Lexeme &tens = at.peek(), &ones = at.peek(1);
  return tens.digits == 0 && tens.value >= 20 && tens.value % 10 == 0 && ones.digits == 0 &&
         ones.kind == Kind::number && ones.link == Link::dash && ones.value >= 1 && ones.value <= 9;
}

/// Half of "2.5": what stands next to a decimal point is no number of units.
bool is_decimal(const Lexeme& number) {
  return number.digits > 0 && number.tight && number.link == Link::dot;
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

std::optional<Quantity> take_quantity(Cursor& at) {
  const bool article = at.take(Word::a);
  if (auto number = take_number(at)) return number;
  if (!article) return std::nullopt;
  return Quantity{.count = 1, .article = true};
}

/// "at least", "at most"
std::optional<std::uint8_t> take_at_least(Cursor& at) {
  Cursor ahead = at;
  if (!ahead.take(Word::at)) return std::nullopt;
  const bool least = ahead.take(Word::least);
  if (!least && !ahead.take(Word::most)) return std::nullopt;
  at = ahead;
  return least ? kOpenStart : kApproximate;
}

/// "more than", "less than", "under"; "more" alone is no bound
std::optional<std::uint8_t> take_more_than(Cursor& at) {
  Cursor ahead = at;
  const bool more = ahead.take(Word::more);
  if (!more && !ahead.take(Word::less)) return std::nullopt;
  const bool than = ahead.take(Word::than);
  if (more && !than) return std::nullopt;
  at = ahead;
  return more ? kOpenStart : kApproximate;
}

/// "more than", "at least", "nearly" before the number: the flags that they give to "... ago".
std::uint8_t take_bound(Cursor& at) {
  if (at.take(Word::over)) return kOpenStart;
  if (at.take_any({Word::only, Word::by})) return 0;
  if (at.take(Word::nearly)) return kApproximate;
  if (const auto least = take_at_least(at)) return *least;
  return take_more_than(at).value_or(0);
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

/// "at 1930 hours"
bool is_clock_time(const Lexemes& lexemes, std::size_t begin, const Lexeme& unit) {
  return unit.value == static_cast<int>(Unit::hour) && lexemes[begin].digits == 4;
}

/// "a day" is a length after "for" and its like; "10 dollars a day" is none.
bool allows_article(const Lexemes& lexemes, std::size_t begin) {
  return is_one_of(lexemes.before(begin).word, {Word::for_, Word::in, Word::after, Word::during,
                                                Word::of, Word::about, Word::by, Word::before});
}

void mark_shift(Expression& out, const Quantity& quantity, const Tail& tail) {
  out.form = Form::shift;
  out.reference = tail.reference;
  out.count = tail.sign * quantity.count;
  out.rule = tail.reference == Reference::text ? "relative.units-later" : "relative.units-ago";
  if (quantity.indefinite) out.value = tail.sign < 0 ? "PAST_REF" : "FUTURE_REF";
}

void mark_length(Expression& out, const Quantity& quantity, const Lead& lead, bool elapsed) {
  out.count = lead.past ? -quantity.count : quantity.count;
  out.form = elapsed ? Form::elapsed : Form::duration;
  if (!elapsed) out.count = quantity.count;
  out.reference = elapsed ? Reference::publication : Reference::none;
  out.rule = elapsed ? "relative.elapsed" : "duration";
}

}  // namespace

std::optional<Expression> counted_unit_at(const Lexemes& lexemes, std::size_t i) {
  Cursor at(lexemes, i);
  const Lead lead = take_lead(at);
  const bool led = lead.past || lead.future || lead.other;
  const std::uint8_t bound = take_bound(at);
  const bool bounded = at.position() > i && !led;
  const auto quantity = take_quantity(at);
  if (!quantity || (led && quantity->article)) return std::nullopt;
  skip_more(at);
  const Lexeme unit = at.peek();
  if (!at.take_hyphened(Kind::unit) || is_age(lexemes, i, at)) return std::nullopt;
  if (is_clock_time(lexemes, i, unit)) return std::nullopt;
  const Tail tail = led ? Tail{} : take_tail(at);
  const bool shifted = tail.reference != Reference::none;
  if (quantity->article && !shifted && !bounded && !allows_article(lexemes, i)) return std::nullopt;
  const bool fraction = unit.value == static_cast<int>(Unit::quarter) && !led && !shifted;
  if (fraction) return std::nullopt;  // three quarters of something
  const bool elapsed = (lead.past || lead.future) && at.peek().word != Word::of;
  Expression out = expression_over(lexemes, i, at.position(), {});
  out.count_unit = static_cast<Unit>(unit.value);
  out.indefinite = quantity->indefinite;
  if (shifted)
    mark_shift(out, *quantity, tail);
  else
    mark_length(out, *quantity, lead, elapsed);
  const bool past = shifted && tail.sign < 0;
  out.flags = past || bound == kApproximate ? bound : std::uint8_t{0};
  return out;
}

}  // namespace furat::analysis::dates
