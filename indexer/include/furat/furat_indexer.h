// Making and keeping indexes from C, and from all that can call C: options and reports as JSON.
//
// Options are JSON objects with the fields of the C++ structs of furat/indexing.hpp and
// furat/updating.hpp, each under its own name; docs/c-interface.md lists them. They are read as
// strictly as requests are: FURAT_BAD_REQUEST names the key.
//
// Threads: calls for different indexes may run at the same time; of two writers of one index the
// second gets FURAT_INDEX_LOCKED, or waits. PDF and office files are read in child processes: the
// first call of a process that reads files forks.
#pragma once

#include <stdint.h>

#include "furat/export.hpp"
#include "furat/furat_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Called now and then from the thread that called, with what was done so far; `bytes_total` may
/// grow. Anything but 0 ends the run: FURAT_CANCELLED, nothing published.
typedef int (*furat_progress_callback)(void* context, uint64_t articles, uint64_t passages,
                                       uint64_t bytes_done, uint64_t bytes_total);

// Each gives a report, to be freed by furat_string_free(). `cancellation`, `progress` and `context`
// may be NULL.

/// As furat-index build: {"index": "a/.furat", "archive": {"inputs": ["a"]}}. An article that was
/// skipped is no failure but one of the "problems" of the report; if not a single one could be
/// read, "generation" is null and the index is as it was.
FURAT_EXPORT furat_status furat_index_build(const char* options, furat_progress_callback progress,
                                            void* context, const furat_cancellation* cancellation,
                                            char** report, furat_error** error);
/// As furat-index update: {"index": "a/.furat"}. "generation" is null if nothing changed.
FURAT_EXPORT furat_status furat_index_update(const char* options, furat_progress_callback progress,
                                             void* context, const furat_cancellation* cancellation,
                                             char** report, furat_error** error);
/// What furat-index status tells: {"index": "a/.furat"}.
FURAT_EXPORT furat_status furat_index_status(const char* options, char** report,
                                             furat_error** error);
/// As furat-index verify: {"index": "a/.furat", "counts": true}. The report has the "faults", a
/// sentence each, none if the index is sound: FURAT_OK says that the check was made. "recounted"
/// is null without "counts" and where there are other faults.
FURAT_EXPORT furat_status furat_index_verify(const char* options, char** report,
                                             furat_error** error);

#ifdef __cplusplus
}
#endif
