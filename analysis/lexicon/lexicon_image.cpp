#include "analysis/lexicon/lexicon_image.hpp"

#include <cstdint>
#include <cstring>
#include <type_traits>

namespace furat::analysis {
namespace {

constexpr std::uint32_t kMagic = 0x32584C46;  // "FLX2"

/// The fields of a row in the order of the bytes, for writing and for reading alike.
template <class Place, class Visit>
void visit_place(Place& place, Visit& visit) {
  visit(place.id);
  visit(place.name);
  visit(place.kind);
  visit(place.parent);
  visit(place.iso);
  visit(place.admin);
  visit(place.seat_of);
  visit(place.latitude);
  visit(place.longitude);
  visit(place.geonameid);
  visit(place.aliases);
  visit(place.arabic);
  visit(place.demonyms);
  visit(place.needs_cue);
}

template <class Actor, class Visit>
void visit_actor(Actor& actor, Visit& visit) {
  visit(actor.id);
  visit(actor.name);
  visit(actor.kind);
  visit(actor.country);
  visit(actor.national);
  visit(actor.parents);
  visit(actor.successor);
  visit(actor.from_year);
  visit(actor.to_year);
  visit(actor.aliases);
  visit(actor.arabic);
  visit(actor.needs_country);
}

template <class Link, class Visit>
void visit_link(Link& link, Visit& visit) {
  visit(link.id);
  visit(link.from_year);
  visit(link.to_year);
}

class Writer {
 public:
  void number(std::uint32_t value) { raw(value); }
  void operator()(const std::string& text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void operator()(const std::vector<std::string>& texts) {
    number(static_cast<std::uint32_t>(texts.size()));
    for (const auto& text : texts) (*this)(text);
  }
  void operator()(const std::vector<ParentLink>& links) {
    number(static_cast<std::uint32_t>(links.size()));
    for (const auto& link : links) visit_link(link, *this);
  }
  template <class Number>
  void operator()(const std::optional<Number>& value) {
    bytes_ += value ? '\1' : '\0';
    if (value) raw(*value);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <class Number>
  void raw(Number value) {
    static_assert(std::is_arithmetic_v<Number>);
    char buffer[sizeof value];
    std::memcpy(buffer, &value, sizeof value);
    bytes_.append(buffer, sizeof value);
  }

  std::string bytes_;
};

/// After the first fault everything is empty and failed() true.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    raw(value);
    return value;
  }
  /// Of things of at least `least` bytes each.
  std::uint32_t count(std::size_t least) {
    const auto value = number();
    if (value <= bytes_.size() / least) return value;
    fail();
    return 0;
  }
  void operator()(std::string& text) {
    const auto size = count(1);
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  void operator()(std::vector<std::string>& texts) {
    texts.resize(count(sizeof(std::uint32_t)));
    for (auto& text : texts) (*this)(text);
  }
  void operator()(std::vector<ParentLink>& links) {
    links.resize(count(sizeof(std::uint32_t) + 2));
    for (auto& link : links) visit_link(link, *this);
  }
  template <class Number>
  void operator()(std::optional<Number>& value) {
    char has_value = 0;
    raw(has_value);
    if (has_value != 0) raw(value.emplace());
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  template <class Number>
  void raw(Number& value) {
    if (bytes_.size() < sizeof value) return fail();
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }
  void fail() {
    failed_ = true;
    bytes_ = {};
  }

  std::string_view bytes_;
  bool failed_ = false;
};

constexpr std::size_t kLeastRow = 32;  // bytes; any bound will do that keeps a count sane

}  // namespace

std::string pack(const Lexicon& lexicon) {
  Writer writer;
  writer.number(kMagic);
  writer(lexicon.version);
  writer.number(static_cast<std::uint32_t>(lexicon.places.size()));
  for (const auto& place : lexicon.places) visit_place(place, writer);
  writer.number(static_cast<std::uint32_t>(lexicon.actors.size()));
  for (const auto& actor : lexicon.actors) visit_actor(actor, writer);
  return writer.take();
}

std::optional<Lexicon> unpack_lexicon(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number() != kMagic) return std::nullopt;
  Lexicon lexicon;
  reader(lexicon.version);
  lexicon.places.resize(reader.count(kLeastRow));
  for (auto& place : lexicon.places) visit_place(place, reader);
  lexicon.actors.resize(reader.count(kLeastRow));
  for (auto& actor : lexicon.actors) visit_actor(actor, reader);
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return lexicon;
}

}  // namespace furat::analysis
