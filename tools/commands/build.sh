#!/usr/bin/env bash
# build the module and the site
#
# Compiles the core to build/wasm/downhill.{mjs,wasm} and builds the static site into build/site/. What has not changed since the last
# time is not built again.
#
#   BASE_PATH=/some/path ./dev build     for a site that will be served under https://host/some/path/
#   ./dev build wasm                     the module alone
source tools/lib.sh
source tools/build.sh

need "$build_needs"
build_wasm
[[ ${1:-} == wasm ]] && exit
use_packages
build_site
