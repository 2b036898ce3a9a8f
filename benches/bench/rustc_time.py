#!/usr/bin/env python3
"""A `RUSTC_WRAPPER`: runs rustc, and appends to `RUSTC_TIME_LOG` the package and the processor time that rustc took."""

import os
import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:]).returncode
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
# Cargo also queries rustc itself, without a package.
if package := os.environ.get("CARGO_PKG_NAME"):
    with open(os.environ["RUSTC_TIME_LOG"], "a") as log:
        log.write(f"{package} {usage.ru_utime + usage.ru_stime:.3f}\n")
sys.exit(status)
