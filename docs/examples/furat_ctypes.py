"""Furat from Python, through its C interface: no compiler and no package besides the shared library.

    with Searcher("archive/.furat") as searcher:
        for hit in searcher.search(query="Mayadin", limit=3)["hits"]:
            print(hit["passage"], hit["snippet"]["text"])

Requests are the keywords of docs/json-schema/*-request.schema.json, answers what `furat-search --format json`
prints, as dictionaries. One Searcher may be used from many threads: Python's lock is not held meanwhile.

The library is found as other libraries are, or in the folder that FURAT_LIBRARIES names.
"""
import ctypes
import functools
import json
import os

C_ABI = 1  # of furat/furat_base.h, which this file was written for

_HitCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)
_ProgressCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, *[ctypes.c_uint64] * 4)


class FuratError(Exception):
    """A call that failed. `kind` is the name of the status ("bad_request", "index_not_found", ...); `details` has what
    is known besides: of a bad request "argument", "text", "column" and "suggestions"."""

    def __init__(self, kind, message, details):
        super().__init__(message)
        self.kind, self.details = kind, details


class Cancelled(FuratError):
    """The call was ended by its Cancellation."""


class DeadlineExceeded(FuratError):
    """The answer took longer than the request's "timeout_ms"."""


_ERRORS = {"cancelled": Cancelled, "deadline_exceeded": DeadlineExceeded}


class _Library:
    """One of the two shared libraries: its functions with their types, and what they have in common."""

    def __init__(self, name, functions):
        self._c = ctypes.CDLL(os.path.join(os.environ.get("FURAT_LIBRARIES", ""), f"lib{name}.so"))
        pointer, text, void = ctypes.c_void_p, ctypes.c_char_p, None
        common = {"furat_c_abi": (ctypes.c_int,), "furat_version": (text,), "furat_string_free": (void, pointer),
                  "furat_error_json": (text, pointer), "furat_error_free": (void, pointer),
                  "furat_cancellation_new": (pointer,), "furat_cancellation_cancel": (void, pointer),
                  "furat_cancellation_free": (void, pointer)}
        for function, (result, *arguments) in (common | functions).items():
            getattr(self._c, function).restype = result
            getattr(self._c, function).argtypes = arguments
        if self._c.furat_c_abi() != C_ABI:
            raise ImportError(f"lib{name} has another C interface than this module knows")

    def __getattr__(self, function):
        return getattr(self._c, function)

    def call(self, function, *arguments):
        """Calls what returns a status and takes a furat_error** last; raises if it failed."""
        error = ctypes.c_void_p()
        if getattr(self._c, function)(*arguments, ctypes.byref(error)) == 0:
            return
        details = json.loads(self._c.furat_error_json(error) or b"{}")
        self._c.furat_error_free(error)
        kind = details.pop("kind", "out_of_memory")
        raise _ERRORS.get(kind, FuratError)(kind, details.pop("message", kind), details)

    def text_of(self, function, *arguments):
        """Calls what gives a text by a char** before its furat_error**."""
        text = ctypes.c_void_p()
        self.call(function, *arguments, ctypes.byref(text))
        try:
            return ctypes.string_at(text).decode("utf-8")
        finally:
            self._c.furat_string_free(text)


@functools.cache
def _searching():
    status, pointer, text = ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p
    functions = {f"furat_{name}": (status, pointer, text, pointer, pointer, pointer) for name in Searcher.REQUESTS}
    return _Library("furat_searcher", functions | {
        "furat_searcher_open": (status, text, pointer, pointer),
        "furat_searcher_open_cluster": (status, text, pointer, pointer), "furat_searcher_close": (None, pointer),
        "furat_info": (status, pointer, pointer, pointer),
        "furat_each_hit": (status, pointer, text, pointer, _HitCallback, pointer, pointer)})


@functools.cache
def _indexing():
    status, pointer, text = ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p
    run = (status, text, _ProgressCallback, pointer, pointer, pointer, pointer)
    return _Library("furat_indexer", {
        "furat_index_build": run, "furat_index_update": run,
        "furat_index_status": (status, text, pointer, pointer), "furat_index_verify": (status, text, pointer, pointer)})


def _json(value):
    return json.dumps(value).encode("utf-8")


class Cancellation:
    """Ends the calls that it is given to, from any thread, for good."""

    def __init__(self):
        self._library = _searching()
        self.pointer = self._library.furat_cancellation_new()
        if not self.pointer:
            raise MemoryError

    def cancel(self):
        self._library.furat_cancellation_cancel(self.pointer)

    def __del__(self):
        if getattr(self, "pointer", None):
            self._library.furat_cancellation_free(self.pointer)


def _pointer_of(cancellation):
    return None if cancellation is None else cancellation.pointer


class Searcher:
    """An open index, or those that a cluster.toml names. Close it when no other thread uses it any more, best by `with`."""

    REQUESTS = ("search", "facet_values", "timeline", "pivot", "values", "passage", "show", "similar", "suggest")

    def __init__(self, index):
        self._searcher = ctypes.c_void_p()
        self._library = _searching()
        path = os.fsencode(index)
        opener = "furat_searcher_open_cluster" if path.endswith(b".toml") else "furat_searcher_open"
        self._library.call(opener, path, ctypes.byref(self._searcher))

    def close(self):
        if self._searcher:
            self._library.furat_searcher_close(self._searcher)
            self._searcher = ctypes.c_void_p()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def answer_text(self, request_name, cancellation=None, **request):
        """The answer as the text that it comes as. `request_name` is one of REQUESTS."""
        return self._library.text_of(f"furat_{request_name}", self._searcher, _json(request),
                                     _pointer_of(cancellation))

    def _answer(self, request_name, cancellation, request):
        return json.loads(self.answer_text(request_name, cancellation, **request))

    def search(self, cancellation=None, **request):
        return self._answer("search", cancellation, request)

    def facet_values(self, dimension, cancellation=None, **request):
        return self._answer("facet_values", cancellation, request | {"dimension": dimension})

    def timeline(self, cancellation=None, **request):
        return self._answer("timeline", cancellation, request)

    def pivot(self, rows, columns, cancellation=None, **request):
        return self._answer("pivot", cancellation, request | {"rows": rows, "columns": columns})

    def values(self, dimension, cancellation=None, **request):
        return self._answer("values", cancellation, request | {"dimension": dimension})

    def passage(self, passage, cancellation=None):
        return self._answer("passage", cancellation, {"passage": passage})

    def show(self, passage, cancellation=None, **request):
        return self._answer("show", cancellation, request | {"passage": passage})

    def similar(self, passage, cancellation=None, **request):
        return self._answer("similar", cancellation, request | {"passage": passage})

    def suggest(self, prefix, cancellation=None, **request):
        return self._answer("suggest", cancellation, request | {"prefix": prefix})

    def info(self):
        return json.loads(self._library.text_of("furat_info", self._searcher))

    def each_hit(self, take, cancellation=None, **request):
        """Calls `take` with every hit, a dictionary. What it raises ends the search and is raised here."""
        raised = []

        def callback(_context, hit, size):
            try:
                take(json.loads(ctypes.string_at(hit, size)))
            except BaseException as error:  # nothing may be raised through C
                raised.append(error)
            return len(raised)

        try:
            self._library.call("furat_each_hit", self._searcher, _json(request), _pointer_of(cancellation),
                               _HitCallback(callback), None)
        except Cancelled:
            if raised:
                raise raised[0] from None
            raise


def build(index, inputs, progress=None, **options):
    """Builds an index of files and folders and returns the report. `progress` is called with articles, passages and
    bytes done, and bytes in all; what it raises ends the run, and nothing is published."""
    archive = {"inputs": [os.fspath(path) for path in inputs]} | options.pop("archive", {})
    return _run("furat_index_build", progress, {"index": os.fspath(index), "archive": archive} | options)


def update(index, progress=None, **options):
    """Brings an index in step with its files and returns the report."""
    return _run("furat_index_update", progress, {"index": os.fspath(index)} | options)


def status(index):
    return json.loads(_indexing().text_of("furat_index_status", _json({"index": os.fspath(index)})))


def verify(index, counts=False):
    return json.loads(_indexing().text_of("furat_index_verify", _json({"index": os.fspath(index), "counts": counts})))


def _run(function, progress, options):
    raised = []

    def callback(_context, *done):
        try:
            if progress is not None:
                progress(*done)
        except BaseException as error:
            raised.append(error)
        return len(raised)

    try:
        return json.loads(_indexing().text_of(function, _json(options), _ProgressCallback(callback), None, None))
    except Cancelled:
        if raised:
            raise raised[0] from None
        raise
