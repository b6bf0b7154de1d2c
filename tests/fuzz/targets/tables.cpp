// Any bytes as one of the records of an index besides those of passages; the first byte chooses
// which. What can be decoded is the same when it is encoded and decoded again.
#include "index/tables.hpp"
#include "index/actor_parents.hpp"
#include "index/file_table.hpp"
#include "index/generation.hpp"
#include "index/place_positions.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

template <class Decode>
void check_round_trip(Decode decode, std::string_view bytes) {
  const auto record = decode(bytes);
  if (!record) return;
  require(decode(index::encode(*record)) == record, "a record is what it was stored as");
}

void check_file_table(std::string_view content) {
  // With the checksum that belongs to the bytes.
  std::string bytes = "FURATFIL\4" + std::string(content);
  bytes += index::hex(index::stable_hash(bytes));
  check_round_trip(index::decode_file_table, bytes);
}

void check_positions(std::string_view bytes) {
  const auto places = index::decode_place_positions(bytes);
  if (!places) return;
  index::PlacePositions positions;
  for (const auto& place : *places) positions[place.id] = place.position;
  require(positions.size() == places->size(), "each place is there once");
  require(index::decode_place_positions(index::encode(positions)) == places,
          "positions are what they were stored as");
}

void check_set(std::string_view bytes) {
  const auto set = index::unpack_set(bytes);
  if (!set) return;
  for (std::size_t i = 1; i < set->size(); ++i) require((*set)[i - 1] < (*set)[i], "a set ascends");
  require(index::unpack_set(index::pack_set(*set)) == set, "a set is what it was stored as");
}

void check_parents(std::string_view bytes) {
  const auto parents = index::decode_actor_parents(bytes);
  if (!parents) return;
  require(index::decode_actor_parents(index::encode(*parents)) == parents,
          "parents are what they were stored as");
  for (const auto& [actor, links] : *parents) {
    std::set<std::uint32_t> named;
    index::add_with_parents(actor, *parents, {{2015, 2017}}, named);
    index::add_with_parents(actor, *parents, {}, named);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto record = input.choice(9);
  const auto bytes = input.rest();
  switch (record) {
    case 0:
      check_round_trip(index::decode_article_record, bytes);
      break;
    case 1:
      check_round_trip(index::decode_value_record, bytes);
      break;
    case 2:
      check_round_trip(index::decode_counts, bytes);
      break;
    case 3:
      check_round_trip(index::decode_spelled_names, bytes);
      break;
    case 4:
      check_round_trip(index::decode_completion, bytes);
      break;
    case 5:
      check_file_table(bytes);
      break;
    case 6:
      check_positions(bytes);
      break;
    case 7:
      check_parents(bytes);
      break;
    default:
      check_set(bytes);
      break;
  }
  return 0;
}
