#!/usr/bin/env bash
# measure the core against its peers, and the sizes
#
#   ./dev bench [ROUNDS] [MILLISECONDS]
#
# Speeds of the native build, the module under Node and in Chromium, and JavaScript peers, as ratios in one run; sizes of the module and
# of what a first view loads. Prints two tables and leaves build/bench.json. Keep the machine quiet meanwhile.
source tools/lib.sh
source tools/build.sh

need "$build_needs$test_needs"
use_packages
use_browser
build_wasm
build_cmake bench
build_site
node tests/bench/run.ts "$@"
