// Any bytes as a request in JSON, of the kind that the first byte says: what is taken is written
// and read again as the same, what is not names its key.
#include "searcher/formats/request_json.hpp"
#include "furat/errors.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat;
using namespace furat::formats;
using namespace furat::fuzz;

template <class Request>
void check_request(std::string_view text) {
  try {
    const auto written = json_request(request_of_text<Request>(text));
    require(json_request(request_of_text<Request>(written.dump())) == written,
            "a request comes back as it was written");
  } catch (const RequestError& error) {
    require(!error.argument().empty(), "a fault names its argument");
    require(error.column() <= text.size(), "a fault lies within what was given");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr void (*kChecks[])(std::string_view) = {
      check_request<SearchRequest>,      check_request<TimelineRequest>,
      check_request<PivotRequest>,       check_request<ValuesRequest>,
      check_request<FacetValuesRequest>, check_request<SuggestRequest>,
      check_request<ShowRequest>,        check_request<SimilarRequest>,
      check_request<PassageRequest>};
  FuzzInput input(data, size);
  kChecks[input.choice(std::size(kChecks))](input.rest());
  return 0;
}
