#!/usr/bin/env bash
# let a fuzzer look for a formula that breaks the core
#
#   ./dev fuzz [SECONDS]     60 unless told; what it finds is kept in build/fuzz/corpus/, an input that breaks something in build/fuzz/
source tools/lib.sh
source tools/build.sh

need "$build_needs"
need 'clang++ | clang | compiles for the fuzzer'
compgen -G "$(clang++ -print-resource-dir)/lib/linux/libclang_rt.fuzzer-*" >/dev/null || need '- | libclang-rt-dev | the fuzzer itself'
build_cmake fuzz
mkdir -p build/fuzz/corpus
build/fuzz/fuzz_formula -max_total_time="${1:-60}" -max_len=2100 -timeout=5 -artifact_prefix=build/fuzz/ build/fuzz/corpus tests/fuzz/corpus
