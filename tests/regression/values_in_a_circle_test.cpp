// A damaged index, in which values lie in each other or as deep as there are values, gave lists
// without end or lost those values without a word.
#include <xapian.h>

#include <algorithm>

#include "furat/errors.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/check_damaged.hpp"
#include "tests/support/index_database.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;

namespace {

/// An index whose values other hands have written.
class DamagedIndex {
 public:
  [[nodiscard]] Searcher searcher() const { return index_.searcher(); }
  [[nodiscard]] std::filesystem::path path() const { return index_.path(); }

  [[nodiscard]] std::uint32_t ordinal_of(index::Dimension dimension, const std::string& id) const {
    const auto database = opened();
    const auto bytes = database.get_metadata(index::key::value_id(dimension, id));
    REQUIRE(!bytes.empty());
    return index::ByteReader(bytes).varint32();
  }

  template <class Change>
  void change(std::uint32_t ordinal, Change change) {
    auto database = opened();
    auto record = *index::decode_value_record(database.get_metadata(index::key::value(ordinal)));
    change(record);
    database.set_metadata(index::key::value(ordinal), index::encode(record));
    database.commit();
  }

  using Link = std::optional<std::uint32_t> index::ValueRecord::*;

  /// Puts `length` values of our own behind one, each linked to the next.
  void put_chain(std::uint32_t ordinal, Link link, std::uint32_t length) {
    constexpr std::uint32_t kFirst = 20'000'000;
    auto database = opened();
    auto record = *index::decode_value_record(database.get_metadata(index::key::value(ordinal)));
    record.*link = kFirst;
    database.set_metadata(index::key::value(ordinal), index::encode(record));
    for (std::uint32_t i = 0; i < length; ++i) {
      record.id = record.name = "value-" + std::to_string(i);
      record.parent = record.successor = std::nullopt;
      if (i + 1 < length) record.*link = kFirst + i + 1;
      database.set_metadata(index::key::value(kFirst + i), index::encode(record));
    }
    database.commit();
  }

 private:
  [[nodiscard]] Xapian::WritableDatabase opened() const {
    return test::writable_database_of(path());
  }

  test::TemporaryIndex index_{std::vector<test::TestArticle>{
      {"a.txt", "The Syrian army took Mayadin and Raqqa on 5 May 2017.", "2017-05-06", "News"}}};
};

template <class Ask>
void check_said_damaged(Ask ask) {
  CHECK(test::check_damaged(ask).find("damaged") != std::string::npos);
}

void check_places_are_refused(const DamagedIndex& index) {
  const auto searcher = index.searcher();
  SearchRequest request;
  request.facets = {"place"};
  request.facet_limit = 0;
  check_said_damaged([&] { (void)searcher.search(request); });
  check_said_damaged([&] { (void)searcher.facet_values({{}, "place", "raqqa"}); });
  check_said_damaged([&] { (void)searcher.values({{}, "place", "Raqqa"}); });
  request.facets = {"actor", "date"};
  CHECK(searcher.search(request).total_passages == 1);
}

}  // namespace

TEST_CASE("places that lie in each other are a damaged index, not a list without end") {
  DamagedIndex index;
  const auto raqqa = index.ordinal_of(index::Dimension::place, "sy-raqqa");
  const auto mayadin = index.ordinal_of(index::Dimension::place, "sy-mayadin");
  index.change(raqqa, [&](auto& record) { record.parent = mayadin; });
  index.change(mayadin, [&](auto& record) { record.parent = raqqa; });
  check_places_are_refused(index);
  const auto faults = verify_index(index.path());
  const auto names = [&](const std::string& sentence) {
    return std::find(faults.begin(), faults.end(), sentence) != faults.end();
  };
  CHECK(names("facet value sy-raqqa lies in itself"));
}

TEST_CASE("a place that lies in itself is a damaged index") {
  DamagedIndex index;
  const auto raqqa = index.ordinal_of(index::Dimension::place, "sy-raqqa");
  index.change(raqqa, [&](auto& record) { record.parent = raqqa; });
  check_places_are_refused(index);
}

TEST_CASE("a place as deep as no map is a damaged index") {
  DamagedIndex index;
  index.put_chain(index.ordinal_of(index::Dimension::place, "sy-raqqa"),
                  &index::ValueRecord::parent, 50'000);
  const auto searcher = index.searcher();
  check_said_damaged([&] { (void)searcher.values({{}, "place", "Raqqa"}); });
  // A facet leaves out what is above a value and counts no passage.
  CHECK_FALSE(searcher.facet_values({{}, "place", "raqqa"}).values.empty());
}

TEST_CASE("an actor that was renamed into itself is listed once, one without a last name refused") {
  DamagedIndex index;
  const auto army = index.ordinal_of(index::Dimension::actor, "syrian-arab-army");
  index.change(army, [&](auto& record) { record.successor = army; });
  CHECK(index.searcher().values({{}, "actor", "Syrian Arab Army"}).values.size() == 1);
  index.put_chain(army, &index::ValueRecord::successor, 50'000);
  const auto searcher = index.searcher();
  check_said_damaged([&] { (void)searcher.values({{}, "actor", "Syrian Arab Army"}); });
}
