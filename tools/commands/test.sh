#!/usr/bin/env bash
# run every test, or the suites named
#
#   ./dev test [check|tools|core|wasm|listings|browser]...
#
#   check     the rules of ./dev check
#   tools     tests of the scripts behind ./dev and of the bench
#   core      the tests of the core, natively with AddressSanitizer and UBSan, then as WebAssembly under Node
#   wasm      the module and its typed facade, under Node
#   listings  the Python listings of the lessons, against the output kept beside them
#   browser   the built site, served under /downhill/ as GitHub Pages does, in Chromium (build/site/ is then the one for /downhill/)
#
# Closes with one line that adds them all up.
source tools/lib.sh
source tools/build.sh
source tools/test.sh

wanted=" ${*:-check tools core wasm listings browser} "
wants() { [[ $wanted == *" $1 "* ]]; }
for name in $wanted; do
  [[ $name =~ ^(check|tools|core|wasm|listings|browser)$ ]] || fail "There is no suite '$name'."
done

need "$build_needs$test_needs"
use_packages
if wants listings; then use_python; fi
if wants browser; then use_browser; fi

start_suites
if wants check; then suite check check node tools/check.ts; fi
if wants tools; then suite tools node node_tests tests/tools tests/bench; fi
if wants core; then
  suite core catch2 core_natively
  # Catch2 2 is one header, compiled along; Debian's Catch2 3 is a library for the host, which nothing for WebAssembly can link.
  if present include/catch2/catch.hpp; then
    suite core-as-wasm catch2 core_as_wasm
  else
    say 'core-as-wasm is left out: it needs Catch2 2'
  fi
fi
if wants wasm; then suite wasm node module_tests; fi
if wants listings; then suite listings node node_tests tests/lessons; fi
if wants browser; then
  suite site step site_build
  suite browser playwright browser_tests
fi
close_suites
