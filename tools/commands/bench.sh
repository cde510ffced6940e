#!/usr/bin/env bash
# measure the core against its peers, the sizes, and the pages
#
#   ./dev bench [ROUNDS] [MILLISECONDS]
#   ./dev bench pages [RUNS]
#   ./dev bench workers [ROUNDS] [SAMPLES]
#
# Speeds of the native build, the module under Node and in Chromium, and JavaScript peers, as ratios in one run; sizes of the module and
# of what a first view loads. Prints two tables and leaves build/bench.json. Keep the machine quiet meanwhile.
#
# pages: Lighthouse with its mobile preset on the home page and two lessons, and long tasks while the figures play.
# workers: Monte Carlo with one worker and with two.
source tools/lib.sh
source tools/build.sh

need "$build_needs$test_needs"
use_packages
use_browser
build_wasm
build_site
if [[ ${1:-} == pages || ${1:-} == workers ]]; then
  exec node "tests/bench/$1.ts" "${@:2}"
fi
build_cmake bench
node tests/bench/run.ts "$@"
