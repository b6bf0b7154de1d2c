#include "index/varint.hpp"

#include <limits>

#include "tests/support/catch.hpp"

using namespace furat::index;

TEST_CASE("integers of every size come back") {
  const std::uint64_t number = GENERATE(0U, 1U, 127U, 128U, 300U, 65'535U, std::uint64_t{1} << 35U,
                                        std::numeric_limits<std::uint64_t>::max());
  std::string bytes;
  append_varint(bytes, number);
  ByteReader reader(bytes);
  CHECK(reader.varint() == number);
  CHECK(reader.at_end());
  CHECK_FALSE(reader.failed());
}

TEST_CASE("signed integers come back") {
  const std::int64_t number =
      GENERATE(std::int64_t{0}, -1, 1, -64, 64, -1'000'000,
               std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
  std::string bytes;
  append_signed(bytes, number);
  ByteReader reader(bytes);
  CHECK(reader.signed_varint() == number);
}

TEST_CASE("a truncated integer is a failure, not a number") {
  ByteReader reader("\xFF\xFF");
  CHECK(reader.varint() == 0);
  CHECK(reader.failed());
}

TEST_CASE("an integer that never ends is a failure") {
  const std::string endless(20, '\xFF');
  ByteReader reader(endless);
  (void)reader.varint();
  CHECK(reader.failed());
}

TEST_CASE("an integer of more than 64 bits is a failure, not its lower bits") {
  const std::string most = std::string(9, '\xFF') + '\x01';
  CHECK(ByteReader(most).varint() == std::numeric_limits<std::uint64_t>::max());
  const std::string beyond = std::string(9, '\xFF') + '\x02';
  ByteReader reader(beyond);
  CHECK(reader.varint() == 0);
  CHECK(reader.failed());
}

TEST_CASE("what is out of its range is a failure") {
  std::string bytes;
  append_signed(bytes, std::int64_t{1} << 31);
  ByteReader number(bytes);
  CHECK(number.signed_varint32() == 0);
  CHECK(number.failed());
  bytes.clear();
  append_signed(bytes, 4'000'000);
  CHECK(ByteReader(bytes).day() == 4'000'000);
  CHECK(ByteReader(bytes).day(400'000) == 4'400'000);
  ByteReader day(bytes);
  (void)day.day(400'001);
  CHECK(day.failed());
  ByteReader flag("\x02");
  CHECK_FALSE(flag.flag());
  CHECK(flag.failed());
}

TEST_CASE("a text longer than what is left is a failure") {
  std::string bytes;
  append_varint(bytes, 1'000'000);
  bytes += "abc";
  ByteReader reader(bytes);
  CHECK(reader.text().empty());
  CHECK(reader.failed());
}

TEST_CASE("a count larger than what is left is a failure, so that nobody reserves memory for it") {
  std::string bytes;
  append_varint(bytes, std::uint64_t{1} << 60U);
  ByteReader reader(bytes);
  CHECK(reader.count() == 0);
  CHECK(reader.failed());
}

TEST_CASE("sets are packed and come back") {
  std::vector<std::uint32_t> numbers{7, 3, 7, 0, 4'294'967'295U, 3};
  make_set(numbers);
  CHECK(numbers == std::vector<std::uint32_t>{0, 3, 7, 4'294'967'295U});
  CHECK(unpack_set(pack_set(numbers)) == numbers);
  CHECK(pack_set({}).empty());
  CHECK(unpack_set("") == std::vector<std::uint32_t>{});
}

TEST_CASE("bytes that are no set are refused") {
  std::string repeated;
  append_varint(repeated, 5);
  append_varint(repeated, 0);
  CHECK_FALSE(unpack_set(repeated));
  std::string beyond;
  append_varint(beyond, std::uint64_t{1} << 33U);
  CHECK_FALSE(unpack_set(beyond));
  CHECK_FALSE(unpack_set("\x80"));
}

TEST_CASE("a difference that leads around 2^64 makes no set: it would not ascend") {
  std::string around;
  append_varint(around, 5);
  append_varint(around, ~std::uint64_t{0});
  CHECK_FALSE(unpack_set(around));
}
