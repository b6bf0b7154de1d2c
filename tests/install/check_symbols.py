#!/usr/bin/env python3
"""Compares what a shared library of ours exports with the checked list beside this file.

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


def exported(library):
    command = ["nm", "-D", "--defined-only", "-C", "--without-symbol-versions", "--format=posix", library]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    symbols = {re.sub(r" [A-Za-z] [0-9a-f]*(?: [0-9a-f]*)?$", "", line) for line in names.splitlines()}
    return sorted(name for name in symbols if not re.fullmatch(r"FURAT_[0-9.]+", name))


def faults(symbols, listed):
    for symbol in symbols:
        if not OURS.match(symbol):
            yield f"exported, but none of the public interface: {symbol}"
        elif FOREIGN.search(symbol):
            yield f"exported, and shows a type of another library: {symbol}"
    yield from (f"exported, but not listed: {symbol}" for symbol in symbols if symbol not in listed)
    yield from (f"listed, but not exported: {symbol}" for symbol in listed if symbol not in symbols)


def main():
    library, path = sys.argv[1], pathlib.Path(sys.argv[2])
    symbols = exported(library)
    if sys.argv[3:] == ["--renew"]:
        path.write_text("\n".join(symbols) + "\n", encoding="utf-8")
    found = list(faults(symbols, path.read_text(encoding="utf-8").splitlines()))
    print("\n".join(found) if found else f"{len(symbols)} symbols, as listed")
    return 1 if found or not symbols else 0


if __name__ == "__main__":
    sys.exit(main())
