#!/usr/bin/env python3
"""Compares what a shared library of ours exports and needs with the checked list beside this file.

usage: check_symbols.py LIBRARY LIST [--renew]      --renew writes the list anew: read the difference before you commit

A line that goes or changes breaks programs that were linked before: raise the version, see docs/embedding.md.
"""
import pathlib
import re
import subprocess
import sys

# Nothing else may be exported, whatever the list says.
OURS = re.compile(r"(?:(?:typeinfo|typeinfo name|vtable) for )?furat::(?!\w+::Impl)|furat_[a-z_]+$")
FOREIGN = re.compile(r"Xapian::|icu_\d+::|nlohmann::|fmt::")
# What a shared library may need besides the C++ run time.
NEEDED = {
    "searcher": {"libxapian", "libicuuc", "libnettle"},
    "indexer": {"libxapian", "libicuuc", "libicui18n", "libnettle", "libxml2", "libgmime", "libgobject", "libglib",
                "libmd4c", "libyaml-cpp", "libzip", "libpoppler-cpp", "libfmt", "libtomlplusplus"},
}
RUN_TIME = {"libstdc++", "libm", "libgcc_s", "libc", "ld-linux-x86-64", "ld-linux-aarch64"}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def exported(library):
    names = run("nm", "-D", "--defined-only", "-C", "--without-symbol-versions", "--format=posix", library)
    symbols = {re.sub(r" [A-Za-z] [0-9a-f]*(?: [0-9a-f]*)?$", "", line) for line in names.splitlines()}
    return sorted(name for name in symbols if not re.fullmatch(r"FURAT_[0-9.]+", name))


def needed(library):
    """Without versions: libgmime-3.0.so.0 is libgmime."""
    names = re.findall(r"\(NEEDED\).*\[(\S+?)\.so\b", run("readelf", "-d", library))
    return {re.sub(r"-[0-9.]+$", "", name) if name.startswith("lib") else name for name in names}


def faults(library, name, symbols, listed):
    for symbol in symbols:
        if not OURS.match(symbol):
            yield f"exported, but none of the public interface: {symbol}"
        elif FOREIGN.search(symbol):
            yield f"exported, and shows a type of another library: {symbol}"
    yield from (f"exported, but not listed: {symbol}" for symbol in symbols if symbol not in listed)
    yield from (f"listed, but not exported: {symbol}" for symbol in listed if symbol not in symbols)
    yield from (f"needs a library that is not allowed: {other}" for other in needed(library) - NEEDED[name] - RUN_TIME)


def main():
    library, path = sys.argv[1], pathlib.Path(sys.argv[2])
    name = path.stem.removeprefix("symbols_")
    symbols = exported(library)
    if sys.argv[3:] == ["--renew"]:
        path.write_text("\n".join(symbols) + "\n", encoding="utf-8")
    found = list(faults(library, name, symbols, path.read_text(encoding="utf-8").splitlines()))
    print("\n".join(found) if found else f"{len(symbols)} symbols, as listed")
    return 1 if found or not symbols else 0


if __name__ == "__main__":
    sys.exit(main())
