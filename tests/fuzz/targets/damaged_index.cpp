// Any bytes as damage to an index, of which then everything is asked. Each question has an answer
// or a clear error; the last byte of 255 also has the index updated.
#include "furat/searcher.hpp"
#include "furat/updating.hpp"
#include "searcher/formats/json_format.hpp"
#include "tests/fuzz/damaged_copy.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

/// Whatever is asked may end with a sentence that says what is wrong.
template <class Question>
void ask(Question question) {
  try {
    question();
  } catch (const IndexError& error) {
    require(error.what()[0] != '\0', "an error has a message");
  } catch (const RequestError&) {
  }
}

void ask_passage(const Searcher& searcher, const std::string& key) {
  ask([&] { (void)searcher.passage({key}); });
  ask([&] { (void)searcher.show({.passage = key, .article = true, .query = "army"}); });
  ask([&] { (void)searcher.similar({key, {}, true}); });
}

void ask_everything(const std::filesystem::path& path) {
  const Searcher searcher(path);
  SearchRequest request;
  request.facets = {"place", "actor", "date", "published", "source", "kind"};
  request.facet_limit = 0;
  request.limit = 100;
  request.explain = true;
  request.place_roles = {"all"};
  for (const auto* query : {"", "army mayadin", "\"took Mayadin\"", "date:2017-10"}) {
    request.query = query;
    request.group = request.query.empty() ? GroupBy::passage : GroupBy::article;
    request.unique = !request.query.empty();
    ask([&] { (void)formats::format_json(searcher.search(request), request); });
  }
  ask([&] { (void)searcher.timeline({request, Clock::date, {}}); });
  ask([&] { (void)searcher.timeline({request, Clock::published, TimeUnit::day}); });
  ask([&] { (void)searcher.pivot({.search = request, .rows = "place", .columns = "month"}); });
  ask([&] { (void)searcher.pivot({.search = request, .rows = "actor", .columns = "kind"}); });
  ask([&] { (void)searcher.values({request, "actor", ""}); });
  ask([&] { (void)searcher.values({request, "place", "Mayadin"}); });
  ask([&] { (void)searcher.suggest({"ma", 10, {}}); });
  ask([&] { (void)searcher.facet_values({request, "place", "der"}); });
  request.filters = {{"place", "Syria", false}, {"date", "2017", false}};
  request.near = "Mayadin";
  request.within = "100km";
  ask([&] { (void)searcher.search(request); });
  for (const auto* key : {"a.txt#1", "a.txt#2", "b.txt#1", "c.txt#2", "d.txt#1"})
    ask_passage(searcher, key);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const DamagedCopy copy(input);
  ask([&] { ask_everything(copy.path()); });
  ask([&] { (void)verify_index(copy.path()); });
  ask([&] { (void)verify_counts(copy.path()); });
  ask([&] { (void)index_status(copy.path()); });
  if (size == 0 || data[size - 1] != 255) return 0;
  UpdateOptions update;
  update.index = copy.path();
  update.compare_contents = true;
  ask([&] { (void)update_index(update); });
  return 0;
}
