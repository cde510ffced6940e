# shellcheck shell=bash
# What the suites of tools/test/suites.ts run. Words choose among the tests of a suite; without any all are run.

# A word of the command line as part of a regular expression that is found in any writing of it.
escaped() { printf '%s' "$1" | sed 's/[][\\.*^$+?(){}|/]/\\&/g'; }

core_natively() { core_tests build/sanitize/downhill_tests "$@"; }

core_as_wasm() {
  build_cmake wasm downhill_tests
  core_tests node build/wasm/downhill_tests.cjs "$@"
}

# core_tests PROGRAM... [WORD]...: a word is the name of a file of tests or part of a test's name.
core_tests() {
  local program=("$1") patterns=()
  if [[ $1 == node ]]; then
    program+=("$2")
    shift
  fi
  shift
  local word
  for word in "$@"; do
    word=$(basename "$word" .cpp)
    if compgen -G "tests/*/**/$word.cpp" >/dev/null; then patterns+=("[#$word]"); else patterns+=("*$word*"); fi
  done
  local IFS=,
  "${program[@]}" --filenames-as-tags ${patterns:+"${patterns[*]}"}
}

# node_tests FOLDER... -- [WORD]...: the tests for Node's own runner among all *.test.ts; the others are Playwright's. A word is part of
# the path of a file, or else of the name of a test.
node_tests() {
  local folders=() files word chosen=() names=()
  while [[ $# -gt 0 && $1 != -- ]]; do
    folders+=("$1")
    shift
  done
  shift || true
  mapfile -t files < <(grep -rlE --include='*.test.ts' --exclude-dir=node_modules "from 'node:test'" "${folders[@]}" | sort)
  for word in "$@"; do
    local file found=
    for file in "${files[@]}"; do
      if [[ $file == *"$word"* ]]; then chosen+=("$file") found=yes; fi
    done
    [[ $found ]] || names+=(--test-name-pattern="$(escaped "$word")")
  done
  if [[ ${#chosen[@]} == 0 ]]; then chosen=("${files[@]}"); fi
  node --test --test-reporter=spec "${names[@]}" "${chosen[@]}"
}

tool_tests() { node_tests tests/tools tests/bench -- "$@"; }
listing_tests() { node_tests tests/lessons -- "$@"; }
module_tests() { node_tests tests/wasm web -- "$@"; }

site_build() { BASE_PATH=/downhill build_site; }

# A word is part of the path of a file, of the name of a test or of a figure's tag.
browser_tests() {
  local words=() word
  for word in "$@"; do words+=("$(escaped "$word")"); done
  local IFS='|'
  playwright test --config web/playwright.config.ts ${words:+--grep "${words[*]}"}
}

# A word is part of the name of a test: an engine or a lesson.
engine_tests() { node_tests tests/engines -- "$@"; }
