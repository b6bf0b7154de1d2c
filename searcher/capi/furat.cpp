// The functions of furat/furat.h: each reads its request, asks the searcher and writes the answer.
#include "furat/furat.h"

#include <string>

#include "furat/cluster.hpp"
#include "furat/searcher.hpp"
#include "index/capi/calls.hpp"
#include "searcher/formats/completions_json.hpp"
#include "searcher/formats/facet_values_data.hpp"
#include "searcher/formats/index_json.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/formats/pivot_data.hpp"
#include "searcher/formats/request_json.hpp"
#include "searcher/formats/shown_json.hpp"
#include "searcher/formats/timeline_data.hpp"
#include "searcher/formats/values_data.hpp"
#include "searcher/formats/why_json.hpp"

struct furat_searcher {
  explicit furat_searcher(const char* index) : searcher(index) {}
  explicit furat_searcher(const furat::Cluster& cluster) : searcher(cluster) {}
  const furat::Searcher searcher;
};

namespace {

using namespace furat;
using namespace furat::capi;
using namespace furat::formats;

template <class Request>
Request request_of(const char* text, const furat_cancellation* cancellation) {
  auto request = request_of_text<Request>(required_text(text, "request"));
  const auto stop = token_of(cancellation);
  if (stop.stop_requested()) throw Cancelled();
  if constexpr (requires { request.search.stop; })
    request.search.stop = stop;
  else if constexpr (requires { request.stop; })
    request.stop = stop;
  return request;
}

/// `answer_to` makes the answer's text from a Searcher and a request.
template <class Request, class AnswerTo>
furat_status call(const furat_searcher* searcher, const char* request,
                  const furat_cancellation* cancellation, char** answer, furat_error** error,
                  const AnswerTo& answer_to) {
  return answered(answer, error, [&] {
    const auto& open = required(searcher, "searcher").searcher;
    return answer_to(open, request_of<Request>(request, cancellation));
  });
}

}  // namespace

furat_status furat_searcher_open(const char* index, furat_searcher** searcher,
                                 furat_error** error) {
  return status_of(error, [&] {
    auto& opened = required(searcher, "searcher");
    opened = nullptr;
    opened = new furat_searcher(required_text(index, "index"));
  });
}

furat_status furat_searcher_open_cluster(const char* file, furat_searcher** searcher,
                                         furat_error** error) {
  return status_of(error, [&] {
    auto& opened = required(searcher, "searcher");
    opened = nullptr;
    opened = new furat_searcher(read_cluster(required_text(file, "file")));
  });
}

void furat_searcher_close(furat_searcher* searcher) { delete searcher; }

furat_status furat_search(const furat_searcher* searcher, const char* request,
                          const furat_cancellation* cancellation, char** answer,
                          furat_error** error) {
  return call<SearchRequest>(searcher, request, cancellation, answer, error,
                             [](const Searcher& open, const SearchRequest& asked) {
                               return format_json(open.search(asked), asked);
                             });
}

furat_status furat_facet_values(const furat_searcher* searcher, const char* request,
                                const furat_cancellation* cancellation, char** answer,
                                furat_error** error) {
  return call<FacetValuesRequest>(searcher, request, cancellation, answer, error,
                                  [](const Searcher& open, const FacetValuesRequest& asked) {
                                    return format_facet_values_json(open.facet_values(asked),
                                                                    asked);
                                  });
}

furat_status furat_timeline(const furat_searcher* searcher, const char* request,
                            const furat_cancellation* cancellation, char** answer,
                            furat_error** error) {
  return call<TimelineRequest>(searcher, request, cancellation, answer, error,
                               [](const Searcher& open, const TimelineRequest& asked) {
                                 return format_timeline_json(open.timeline(asked), asked);
                               });
}

furat_status furat_pivot(const furat_searcher* searcher, const char* request,
                         const furat_cancellation* cancellation, char** answer,
                         furat_error** error) {
  return call<PivotRequest>(searcher, request, cancellation, answer, error,
                            [](const Searcher& open, const PivotRequest& asked) {
                              return format_pivot_json(open.pivot(asked), asked);
                            });
}

furat_status furat_values(const furat_searcher* searcher, const char* request,
                          const furat_cancellation* cancellation, char** answer,
                          furat_error** error) {
  return call<ValuesRequest>(searcher, request, cancellation, answer, error,
                             [](const Searcher& open, const ValuesRequest& asked) {
                               return format_values_json(open.values(asked), asked);
                             });
}

furat_status furat_passage(const furat_searcher* searcher, const char* request,
                           const furat_cancellation* cancellation, char** answer,
                           furat_error** error) {
  return call<PassageRequest>(searcher, request, cancellation, answer, error,
                              [](const Searcher& open, const PassageRequest& asked) {
                                return format_why_json(open.passage(asked));
                              });
}

furat_status furat_show(const furat_searcher* searcher, const char* request,
                        const furat_cancellation* cancellation, char** answer,
                        furat_error** error) {
  return call<ShowRequest>(searcher, request, cancellation, answer, error,
                           [](const Searcher& open, const ShowRequest& asked) {
                             return format_shown_json(open.show(asked), asked);
                           });
}

furat_status furat_similar(const furat_searcher* searcher, const char* request,
                           const furat_cancellation* cancellation, char** answer,
                           furat_error** error) {
  return call<SimilarRequest>(searcher, request, cancellation, answer, error,
                              [](const Searcher& open, const SimilarRequest& asked) {
                                return format_json(open.similar(asked), asked.search);
                              });
}

furat_status furat_suggest(const furat_searcher* searcher, const char* request,
                           const furat_cancellation* cancellation, char** answer,
                           furat_error** error) {
  return call<SuggestRequest>(searcher, request, cancellation, answer, error,
                              [](const Searcher& open, const SuggestRequest& asked) {
                                return format_completions_json(open.suggest(asked), asked);
                              });
}

furat_status furat_info(const furat_searcher* searcher, char** answer, furat_error** error) {
  return answered(answer, error, [&] {
    return format_index_json(required(searcher, "searcher").searcher.info());
  });
}

furat_status furat_each_hit(const furat_searcher* searcher, const char* request,
                            const furat_cancellation* cancellation, furat_hit_callback callback,
                            void* context, furat_error** error) {
  return status_of(error, [&] {
    const auto& open = required(searcher, "searcher").searcher;
    const auto asked = request_of<SearchRequest>(request, cancellation);
    const auto& take = required(callback, "callback");
    open.for_each_hit(asked, [&](const Hit& hit, const HitProgress& /*unused*/) {
      auto line = format_hit_line(hit);
      line.pop_back();
      if (take(context, line.c_str(), line.size()) != 0) throw Cancelled();
      return true;
    });
  });
}
