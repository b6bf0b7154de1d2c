#!/usr/bin/env python3
"""Runs a program with its arguments and the name of a folder of its own, which is gone afterwards.

usage: in_a_folder.py PROGRAM ARGUMENT...      exit status of the program
"""
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory(prefix="furat-capi-") as folder:
    sys.exit(subprocess.run([*sys.argv[1:], folder], check=False).returncode)
