// Searching from C, and from all that can call C: a searcher, requests and answers as JSON.
//
// Requests are JSON objects as docs/json-schema/*-request.schema.json say, answers are byte for
// byte what furat-search prints with --format json. "{}" is a request where nothing is required.
//
// Threads: one searcher answers the calls of any number of threads at the same time. Open and close
// are not for the same searcher as another call at the same time.
#pragma once

#include <stddef.h>

#include "furat/export.hpp"
#include "furat/furat_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/// An open index. Each request sees the newest generation that is complete when it begins.
typedef struct furat_searcher furat_searcher;

/// `index` is the folder of the index.
FURAT_EXPORT furat_status furat_searcher_open(const char* index, furat_searcher** searcher,
                                              furat_error** error);
/// Several as one: `file` is a cluster.toml, which names shards and their replicas
/// (docs/scale-out.md).
FURAT_EXPORT furat_status furat_searcher_open_cluster(const char* file, furat_searcher** searcher,
                                                      furat_error** error);
FURAT_EXPORT void furat_searcher_close(furat_searcher* searcher);

// Each gives an answer, to be freed by furat_string_free(). `cancellation` may be NULL. Request and
// answer are those of:

/// furat-search: search-request.schema.json, search-results.schema.json.
FURAT_EXPORT furat_status furat_search(const furat_searcher* searcher, const char* request,
                                       const furat_cancellation* cancellation, char** answer,
                                       furat_error** error);
/// furat-search facet: facet-values-request.schema.json, facet-values.schema.json.
FURAT_EXPORT furat_status furat_facet_values(const furat_searcher* searcher, const char* request,
                                             const furat_cancellation* cancellation, char** answer,
                                             furat_error** error);
/// furat-search timeline: timeline-request.schema.json, timeline.schema.json.
FURAT_EXPORT furat_status furat_timeline(const furat_searcher* searcher, const char* request,
                                         const furat_cancellation* cancellation, char** answer,
                                         furat_error** error);
/// furat-search pivot: pivot-request.schema.json, pivot.schema.json.
FURAT_EXPORT furat_status furat_pivot(const furat_searcher* searcher, const char* request,
                                      const furat_cancellation* cancellation, char** answer,
                                      furat_error** error);
/// furat-search actors, furat-search places: values-request.schema.json, values.schema.json.
FURAT_EXPORT furat_status furat_values(const furat_searcher* searcher, const char* request,
                                       const furat_cancellation* cancellation, char** answer,
                                       furat_error** error);
/// furat-search why: passage-request.schema.json; the answer is in docs/json-output.md.
FURAT_EXPORT furat_status furat_passage(const furat_searcher* searcher, const char* request,
                                        const furat_cancellation* cancellation, char** answer,
                                        furat_error** error);
/// furat-search show: show-request.schema.json, shown-passage.schema.json.
FURAT_EXPORT furat_status furat_show(const furat_searcher* searcher, const char* request,
                                     const furat_cancellation* cancellation, char** answer,
                                     furat_error** error);
/// furat-search similar: similar-request.schema.json, search-results.schema.json.
FURAT_EXPORT furat_status furat_similar(const furat_searcher* searcher, const char* request,
                                        const furat_cancellation* cancellation, char** answer,
                                        furat_error** error);
/// furat-search suggest: suggest-request.schema.json, completions.schema.json.
FURAT_EXPORT furat_status furat_suggest(const furat_searcher* searcher, const char* request,
                                        const furat_cancellation* cancellation, char** answer,
                                        furat_error** error);

/// What is open: {"schema_version", "version", "generation", "digest", "articles", "passages"}.
FURAT_EXPORT furat_status furat_info(const furat_searcher* searcher, char** answer,
                                     furat_error** error);

/// Called with each hit, one JSON object as a line of furat-search --format jsonl without its line
/// end, and its size in bytes. `hit` lives during the call alone. Anything but 0 ends the request.
typedef int (*furat_hit_callback)(void* context, const char* hit, size_t size);

/// All hits of a search from its "offset" on, in their order, without holding them all in memory:
/// "limit" says nothing here. `callback` is called from the calling thread, with `context`; it may
/// put requests to the same searcher, and must not throw or jump out. FURAT_CANCELLED if it ended
/// the request.
FURAT_EXPORT furat_status furat_each_hit(const furat_searcher* searcher, const char* request,
                                         const furat_cancellation* cancellation,
                                         furat_hit_callback callback, void* context,
                                         furat_error** error);

#ifdef __cplusplus
}
#endif
