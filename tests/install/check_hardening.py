#!/usr/bin/env python3
"""Reads in built programs and shared libraries whether cmake/Hardening.cmake took effect.

usage: check_hardening.py FILE...    exit status 1 and a line per thing that a file lacks

What leaves a trace is looked for in the file itself, not in the flags of its build: a file that was linked of objects
without a flag, or a flag that a compiler ignored, is found.
"""
import re
import subprocess
import sys

ENDBR64 = bytes.fromhex("f30f1efa")
# sub $0x1000,%rsp; orq $0x0,(%rsp): a large frame is taken page by page, and each page is touched.
STACK_PROBE = bytes.fromhex("4881ec00100000" "48830c2400")
OUR_FUNCTION = re.compile(r"_ZNK?5furat|furat_[a-z_]+(?:@|$)|main$")


def readelf(path, *options):
    return subprocess.run(["readelf", "--wide", *options, path], check=True, capture_output=True, text=True).stdout


def code_sections(path):
    """(address, offset in the file, size) of the sections that hold machine code."""
    for line in readelf(path, "--section-headers").splitlines():
        field = re.match(r"\s*\[\s*\d+\]\s+\S+\s+PROGBITS\s+(\w+)\s+(\w+)\s+(\w+)\s+\w+\s+(\S+)", line)
        if field and "X" in field[4]:
            yield tuple(int(field[number], 16) for number in (1, 2, 3))


def our_functions(path):
    """Addresses of functions of ours that others can call."""
    for line in readelf(path, "--symbols").splitlines():
        field = line.split()
        if len(field) >= 8 and field[3] == "FUNC" and field[4] == "GLOBAL" and field[6] != "UND" and OUR_FUNCTION.match(field[7]):
            yield int(field[1], 16)


def machine_code_faults(path):
    """x86 only: no other processor has these."""
    data = open(path, "rb").read()
    sections = list(code_sections(path))
    starts = [offset + function - address for function in our_functions(path)
              for address, offset, size in sections if address <= function < address + size]
    if not starts:
        yield "no function of ours found"
    without = sum(data[start:start + 4] != ENDBR64 for start in starts)
    if without:
        yield f"{without} of {len(starts)} functions begin with no branch target (-fcf-protection)"
    if not any(STACK_PROBE in data[offset:offset + size] for _, offset, size in sections):
        yield "no large frame is taken page by page (-fstack-clash-protection)"


def faults(path):
    header, segments, dynamic = readelf(path, "--file-header"), readelf(path, "--segments"), readelf(path, "--dynamic")
    imports = {field[7].partition("@")[0] for line in readelf(path, "--dyn-syms").splitlines()
               if len(field := line.split()) >= 8 and field[6] == "UND"}
    if not re.search(r"Type:\s+DYN", header):
        yield "loaded at a fixed address (PIE)"
    elif ".so" not in path and not re.search(r"FLAGS_1.*\bPIE\b", dynamic):
        yield "no position-independent executable (PIE)"
    if "GNU_RELRO" not in segments:
        yield "tables of the loader stay writable (relro)"
    if not re.search(r"BIND_NOW|FLAGS_1.*\bNOW\b", dynamic):
        yield "functions are bound when first called, so their table stays writable (now)"
    stack = re.search(r"GNU_STACK(?:\s+0x\w+){5}\s+(\S+(?: \S)*)\s+0x", segments)
    if not stack or "E" in stack[1]:
        yield "the stack is executable (noexecstack)"
    if re.search(r"\(TEXTREL\)", dynamic):
        yield "its code is written to when it is loaded (text relocations)"
    if re.search(r"\((?:RPATH|RUNPATH)\)", dynamic):
        yield "names folders to load libraries from"
    if "__stack_chk_fail" not in imports:
        yield "no stack protector (-fstack-protector-strong)"
    if not any(re.fullmatch(r"__\w+_chk", name) for name in imports):
        yield "no checked function of the C library is called (_FORTIFY_SOURCE)"
    if "X86-64" in header:
        yield from machine_code_faults(path)


def main():
    if not sys.argv[1:]:
        sys.exit(__doc__)
    found = [f"{path}: {fault}" for path in sys.argv[1:] for fault in faults(path)]
    print("\n".join(found) if found else f"{len(sys.argv[1:])} files, all hardened")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
