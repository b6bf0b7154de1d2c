// Tables of random values against brute force.
#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "searcher/pivot/pivot_table.hpp"
#include "tests/support/catch.hpp"

using namespace furat;

namespace {

/// Values that a test gives to passages.
class GivenAxis : public PivotAxis {
 public:
  std::map<Xapian::docid, std::vector<std::uint32_t>> values;
  bool time = false;

  std::span<const std::uint32_t> of(Xapian::docid passage) override { return values[passage]; }
  [[nodiscard]] PivotValue describe(std::uint32_t value) const override {
    return {std::to_string(value), "value " + std::to_string(value), {}};
  }
  // Every seventh is beyond the bounds of a filter, say.
  [[nodiscard]] bool may_be_shown(std::uint32_t value) const override { return value % 7 != 3; }
  [[nodiscard]] bool is_time() const override { return time; }
};

using Passages = std::vector<PassageOfArticle>;

GivenAxis random_axis(std::mt19937& random, const Passages& passages, std::uint32_t values) {
  GivenAxis axis;
  axis.time = random() % 2 == 0;
  for (const auto& [article, passage] : passages) {
    std::set<std::uint32_t> chosen;
    // Low numbers are frequent, some passages have none.
    for (auto count = random() % 5; count > 0; --count)
      chosen.insert(static_cast<std::uint32_t>(random() % (random() % values + 1)));
    axis.values[passage].assign(chosen.begin(), chosen.end());
  }
  return axis;
}

/// One line of a table: does a passage with these values belong to it?
using Line = std::function<bool(const std::vector<std::uint32_t>&)>;

struct Lines {
  std::vector<Line> shown;
  Line others, without, all;
};

Lines lines_for(const std::vector<PivotValue>& shown) {
  Lines lines;
  std::set<std::uint32_t> numbers;
  for (const auto& value : shown) {
    const auto number = static_cast<std::uint32_t>(std::stoul(value.id));
    numbers.insert(number);
    lines.shown.emplace_back([number](const auto& values) {
      return std::find(values.begin(), values.end(), number) != values.end();
    });
  }
  lines.others = [numbers](const auto& values) {
    return std::any_of(values.begin(), values.end(),
                       [&](std::uint32_t value) { return numbers.count(value) == 0; });
  };
  lines.without = [](const auto& values) { return values.empty(); };
  lines.all = [](const auto&) { return true; };
  return lines;
}

Counted brute(const Passages& passages, GivenAxis& rows, const Line& row, GivenAxis& columns,
              const Line& column) {
  Counted counted;
  std::set<std::uint32_t> articles;
  for (const auto& [article, passage] : passages) {
    if (!row(rows.values[passage]) || !column(columns.values[passage])) continue;
    ++counted.passages;
    articles.insert(article);
  }
  counted.articles = articles.size();
  return counted;
}

void check_values(const std::vector<PivotValue>& shown, const GivenAxis& axis, std::size_t limit) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const auto& [passage, values] : axis.values)
    for (const auto value : values) ++counts[value];
  std::erase_if(counts, [&](const auto& each) { return !axis.may_be_shown(each.first); });
  REQUIRE(shown.size() == (limit == 0 ? counts.size() : std::min(limit, counts.size())));
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const auto& value : shown) {
    const auto number = static_cast<std::uint32_t>(std::stoul(value.id));
    REQUIRE(counts.at(number) == value.total.passages);
    least = std::min(least, value.total.passages);
    counts.erase(number);
  }
  for (const auto& [number, count] : counts) REQUIRE(count <= least);  // none was passed over
  for (std::size_t i = 1; i < shown.size(); ++i) {
    if (axis.time)
      REQUIRE(std::stoul(shown[i - 1].id) < std::stoul(shown[i].id));
    else
      REQUIRE(shown[i - 1].total.passages >= shown[i].total.passages);
  }
}

}  // namespace

TEST_CASE("every cell, total and remainder of a random table is what brute force counts") {
  std::mt19937 random(1961);
  for (int round = 0; round < 40; ++round) {
    Passages passages;
    std::uint32_t article = 1;
    for (Xapian::docid passage = 1; passage <= 200; ++passage) {
      if (random() % 3 == 0) ++article;
      passages.push_back({article, passage});
    }
    auto rows = random_axis(random, passages, 1 + static_cast<std::uint32_t>(random() % 30));
    auto columns = random_axis(random, passages, 1 + static_cast<std::uint32_t>(random() % 12));
    PivotRequest request;
    request.row_limit = random() % 12;
    request.column_limit = random() % 6;
    const auto results = count_table(rows, columns, passages, request, Deadline());

    std::vector<PivotValue> row_values;
    for (const auto& row : results.rows) row_values.push_back(row.value);
    check_values(row_values, rows, request.row_limit);
    check_values(results.columns, columns, request.column_limit);
    const auto row_lines = lines_for(row_values);
    const auto column_lines = lines_for(results.columns);
    const auto check_row = [&](const PivotRow& row, const Line& line) {
      const auto count = [&](const Line& column) {
        return brute(passages, rows, line, columns, column);
      };
      std::vector<Counted> cells(results.columns.size());
      for (const auto& cell : row.cells) cells.at(cell.column) = cell.counted;
      for (std::size_t i = 0; i < cells.size(); ++i)
        REQUIRE(cells[i] == count(column_lines.shown[i]));
      REQUIRE(row.others == count(column_lines.others));
      REQUIRE(row.without == count(column_lines.without));
      REQUIRE(row.value.total == count(column_lines.all));
    };
    for (std::size_t i = 0; i < results.rows.size(); ++i)
      check_row(results.rows[i], row_lines.shown[i]);
    check_row(results.other_rows, row_lines.others);
    check_row(results.without_row, row_lines.without);
    check_row(results.all_passages, row_lines.all);
  }
}
