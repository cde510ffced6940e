# shellcheck shell=bash
# Runs suites of tests one after the other, keeps what each printed, and lets tools/summary.ts add them up.

results=build/test

start_suites() {
  rm -rf $results
  mkdir -p $results
  suites=0
}

# suite NAME RUNNER COMMAND...: RUNNER says how the output is counted (tools/summary.ts). A failing suite does not stop the others.
suite() {
  local name=$1 runner=$2 status began=$SECONDS
  shift 2
  suites=$((suites + 1))
  local file
  file=$results/$(printf '%02d' $suites)-$name
  say "$name"
  set +e
  (set -e; "$@") 2>&1 </dev/null | tee "$file.log"
  status=${PIPESTATUS[0]}
  set -e
  echo "$runner $status $((SECONDS - began))" >"$file.result"
}

close_suites() {
  say 'Summary'
  node tools/summary.ts $results
}

core_natively() {
  build_cmake sanitize
  build/sanitize/downhill_tests
}

core_as_wasm() {
  build_cmake wasm-tests
  node build/wasm-tests/downhill_tests.cjs
}

# node_tests FOLDER...: the tests for Node's own runner among all *.test.ts; the others are Playwright's.
node_tests() {
  local files
  mapfile -t files < <(grep -rlE --include='*.test.ts' --exclude-dir=node_modules "from 'node:test'" "$@" | sort)
  node --test --test-reporter=spec "${files[@]}"
}

module_tests() {
  build_wasm
  build_cmake sanitize  # tests compare the module with the core compiled natively
  node_tests tests/wasm web
}

site_build() {
  build_wasm
  BASE_PATH=/downhill build_site
}

browser_tests() {
  [[ -f build/site.inputs ]] || fail 'There is no site to test.'
  playwright test --config web/playwright.config.ts
}
