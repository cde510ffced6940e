# shellcheck shell=bash
# The steps of a build; each leaves alone what is up to date.

# clang is twice as fast as GCC with sanitizers; Debian keeps their run time in a package of its own.
sanitizing_compiler() {
  if have clang++ && clang++ -fsanitize=address,undefined -x c++ - -o /dev/null <<<'int main() {}' 2>/dev/null; then
    echo clang++
  else
    echo c++
  fi
}

# build_cmake PRESET [TARGET]: configures once (a build folder made for another compiler is thrown away) and compiles.
build_cmake() {
  local folder=build/$1 compiler cxx=
  compiler=$(command -v em++ c++ clang++ | tr '\n' ' ')
  if [[ $1 == sanitize ]]; then cxx=$(sanitizing_compiler); fi
  compiler+=$cxx
  if [[ ! -f $folder/build.ninja || $(cat "$folder/compiler" 2>/dev/null) != "$compiler" ]]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    ${cxx:+env CXX="$cxx"} cmake --preset "$1" >"$folder/configure.log" 2>&1 || { cat "$folder/configure.log"; return 1; }
    echo "$compiler" >"$folder/compiler"
  fi
  cmake --build --preset "$1" ${2:+--target "$2"}
}

build_wasm() {
  say 'Compiling the core to build/wasm/'
  build_cmake wasm
}

# A digest of everything a page is made of: its sources, the C++ shown in the lessons, the module, the path it is served under.
site_inputs() {
  {
    echo "address ${SITE:-} ${BASE_PATH:-/}"
    find web lessons src build/wasm/downhill.mjs build/wasm/downhill.wasm -name node_modules -prune -o -name .astro -prune -o -type f -print0 |
      sort -z | xargs -0 sha256sum
  } | sha256sum
}

build_site() {
  local stamp=build/site.inputs inputs
  inputs=$(site_inputs)
  if [[ -f build/site/index.html && $(cat $stamp 2>/dev/null) == "$inputs" ]]; then
    say 'The site in build/site/ is up to date'
    return
  fi
  say "Building the site into build/site/ (for ${BASE_PATH:-/})"
  rm -f $stamp
  (cd web && node --run build)
  echo "$inputs" >$stamp
}
