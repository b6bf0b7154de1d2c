// What the C interfaces of both libraries share: statuses, errors, cancellation, strings, versions.
// furat/furat.h searches, furat/furat_indexer.h makes indexes; docs/c-interface.md has examples.
//
// Texts are UTF-8 and end with NUL; paths are the system's own bytes. Texts that go in are only
// read during the call. Where a function gives something by a pointer to a pointer, that is NULL
// after any failure, and else belongs to the caller, to be freed by the function said here. All
// ..._free() and
// ..._close() functions take NULL and do nothing. No C++ exception ever comes out.
#pragma once

#include "furat/export.hpp"

#ifdef __cplusplus
extern "C" {
#endif

/// Raised when a function or the meaning of a value of this interface changes or goes; what only
/// comes new does not raise it. furat_c_abi() says that of the library which runs.
#define FURAT_C_ABI 1

/// What became of a call. The numbers stay as they are; there may be more of them.
typedef enum furat_status {
  FURAT_OK = 0,
  FURAT_NULL_ARGUMENT = 1,      ///< a pointer that must not be NULL
  FURAT_BAD_REQUEST = 2,        ///< a request that cannot be answered as it was put
  FURAT_DEADLINE_EXCEEDED = 3,  ///< its "timeout_ms" is over
  FURAT_CANCELLED = 4,          ///< by furat_cancellation_cancel(), or a callback asked to end
  FURAT_OUT_OF_MEMORY = 5,
  FURAT_FAILED = 6,  ///< anything else: an unreadable lexicon, an error inside the library
  // An index that cannot be used, or a disk that does not play along:
  FURAT_INDEX_NOT_FOUND = 10,
  FURAT_INDEX_OLDER = 11,    ///< made by an older version, with a schema that is not read any more
  FURAT_INDEX_NEWER = 12,    ///< made by a newer version
  FURAT_INDEX_DAMAGED = 13,  ///< does not pass its checks
  FURAT_INDEX_LOCKED = 14,   ///< another writer is at work
  FURAT_DISK_FULL = 15,
  FURAT_READ_ONLY = 16,
  FURAT_PERMISSION_DENIED = 17,
  FURAT_IO_ERROR = 18  ///< any other failure to read or write
} furat_status;

/// "ok", "bad_request", "index_not_found", ...; "unknown" for a number that is none. Not to be
/// freed.
FURAT_EXPORT const char* furat_status_name(furat_status status);

/// Why a call failed. Every function that can fail takes a pointer to one, which may be NULL if
/// nobody wants to know; it is set to NULL by success, and by FURAT_OUT_OF_MEMORY if there is no
/// memory even for that.
typedef struct furat_error furat_error;

/// The texts are of the error and live as long as it.
FURAT_EXPORT furat_status furat_error_status(const furat_error* error);
/// A whole sentence.
FURAT_EXPORT const char* furat_error_message(const furat_error* error);
/// One JSON object: "kind" (the name of the status) and "message"; of FURAT_BAD_REQUEST also
/// "argument" (the path of the key, or what a filter names: "search.limit", "query", "place"),
/// "text" (what was given), "column" (the byte in it where the fault begins, from 0) and
/// "suggestions"; where a file is at fault "path". ASCII only.
FURAT_EXPORT const char* furat_error_json(const furat_error* error);
FURAT_EXPORT void furat_error_free(furat_error* error);

/// Ends requests from outside. One may be given to any number of calls, one after the other or at
/// the same time, and is cancelled for good. It must live until they have returned.
typedef struct furat_cancellation furat_cancellation;

/// NULL if there is no memory.
FURAT_EXPORT furat_cancellation* furat_cancellation_new(void);
/// From any thread, any number of times: calls that have got it end with FURAT_CANCELLED, those
/// that get it later too. Nothing is published by an indexing run that was cancelled.
FURAT_EXPORT void furat_cancellation_cancel(furat_cancellation* cancellation);
FURAT_EXPORT void furat_cancellation_free(furat_cancellation* cancellation);

/// Frees a text that a function gave.
FURAT_EXPORT void furat_string_free(char* text);

/// Of the library which runs: "0.1.0", and FURAT_C_ABI as it was when it was built.
FURAT_EXPORT const char* furat_version(void);
FURAT_EXPORT int furat_c_abi(void);

#ifdef __cplusplus
}
#endif
