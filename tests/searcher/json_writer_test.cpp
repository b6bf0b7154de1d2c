// What is written fast is what nlohmann's dump and printable_json() write.
#include "searcher/formats/json_writer.hpp"

#include <random>
#include <string>

#include "analysis/text/printable.hpp"
#include "searcher/formats/json_parts.hpp"
#include "tests/support/catch.hpp"

namespace furat::formats {
namespace {

std::string expected(const Json& json, int indent) {
  return analysis::printable_json(json.dump(indent)) + '\n';
}

std::string utf8(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0U | c >> 6), byte(0x80U | (c & 0x3FU))};
  if (c < 0x10000)
    return {byte(0xE0U | c >> 12), byte(0x80U | (c >> 6 & 0x3FU)), byte(0x80U | (c & 0x3FU))};
  return {byte(0xF0U | c >> 18), byte(0x80U | (c >> 12 & 0x3FU)), byte(0x80U | (c >> 6 & 0x3FU)),
          byte(0x80U | (c & 0x3FU))};
}

void check_written(const Json& json) {
  for (const int indent : {-1, 0, 2}) REQUIRE(written(json, indent) == expected(json, indent));
}

Json random_json(std::mt19937& chance, int depth) {  // NOLINT(misc-no-recursion)
  const auto kind = chance() % (depth == 0 ? 6 : 8);
  if (kind == 0) return nullptr;
  if (kind == 1) return chance() % 2 == 0;
  if (kind == 2) return static_cast<std::int64_t>(chance()) - (std::int64_t{1} << 31);
  if (kind == 3) return std::uint64_t{chance()} << 32;
  if (kind == 4) return static_cast<double>(chance()) / 1e4;
  if (kind == 5) return "a\"\\" + std::to_string(chance());
  auto json = kind == 6 ? Json::array() : Json::object();
  for (auto count = chance() % 4; count > 0; --count) {
    auto inner = random_json(chance, depth - 1);
    if (kind == 6)
      json.push_back(std::move(inner));
    else
      json["k\n" + std::to_string(count)] = std::move(inner);
  }
  return json;
}

}  // namespace

TEST_CASE("every character is written as before") {
  std::string all;
  for (char32_t c = 0; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const auto one = utf8(c);
    check_written("x" + one + "y");
    all += one;
  }
  check_written({{all, {all}}});
}

TEST_CASE("what is no UTF-8 is replaced") {
  for (const std::string bytes :
       {"a\xFF", "\xE2\x80", "\xC2", "x\xF0\x9F\x98", "\xED\xA0\x80", "\x80z"}) {
    JsonWriter out(-1);
    out.put(bytes);
    CHECK(std::move(out).line_of_text() == expected(json_text(bytes), -1));
  }
}

TEST_CASE("every value is written as before") {
  std::mt19937 chance(8);  // NOLINT(*-msc51-cpp): the same cases each time
  for (int i = 0; i < 2000; ++i) check_written(random_json(chance, 4));
  for (const double number : {0.0, -0.0, 0.1, 1e300, 5.0, 1.0 / 3})
    check_written({{"number", number}});
}

}  // namespace furat::formats
