#!/usr/bin/env bash
# build the module and serve the site with live reload
#
# Prints the address. Saving a lesson or a script updates the page; saving a C++ file rebuilds the module and reloads the page. An error
# of the compiler shows on the page and here.
#
#   ./dev serve [--port 4321] [--host]     options go to Astro's server
source tools/lib.sh
source tools/build.sh

need "$build_needs"
use_packages
build_wasm || say 'The core does not compile: serving all the same, until it does.'
cd web && exec node --run dev -- "$@"
