#!/usr/bin/env bash
# hold the repository to its rules: architecture, format, types, translations and more
#
#   ./dev check [RULE]...     the rules are the files in tools/check/
source tools/lib.sh
need "$build_needs$test_needs"
use_packages
node tools/check.ts "$@"
