#!/usr/bin/env bash
# run every test, or those named
#
#   ./dev test [SUITE [WORD]...]...     browser dh-tangent   core descent_test wasm
#   ./dev test --changed [BASE]         what the change since BASE (the last commit) can affect; says what it leaves out
#
#   check     the rules of ./dev check
#   tools     tests of the scripts behind ./dev and of the bench
#   core      the tests of the core, natively with AddressSanitizer and UBSan, and as WebAssembly under Node
#   wasm      the module and its typed facade, under Node
#   listings  the Python listings of the lessons, against the output kept beside them
#   browser   the built site, served under /downhill/ as GitHub Pages does, in Chromium (build/site/ is then the one for /downhill/)
#   engines   the same site in Firefox and WebKit, against Chromium: only when asked for, as the weekly workflow does
#
# A word is part of the path of a file of tests or of the name of a test, for the browser also the tag of a figure. Suites run side by
# side, as many as the processors allow; what each printed is kept in build/test/. Closes with one line that adds them all up.
source tools/lib.sh

need "$build_needs$test_needs"
use_packages
if [[ $# == 0 || " $* " == *" listings "* || $1 == --changed ]]; then use_python; fi
if [[ " $* " == *" engines "* ]]; then use_engines; fi
if [[ $# == 0 || " $* " == *" browser "* || " $* " == *" engines "* || $1 == --changed ]]; then use_browser; fi
# Catch2 2 is one header, compiled along; Debian's Catch2 3 is a library for the host, which nothing for WebAssembly can link.
if ! present include/catch2/catch.hpp; then
  say 'core-as-wasm is left out: it needs Catch2 2'
  export IMPOSSIBLE_SUITES=core-as-wasm
fi
exec node tools/test/run.ts "$@"
