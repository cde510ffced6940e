# shellcheck shell=bash disable=SC2034
# Installs what is missing, and says what and why. Nothing is installed outside the repository but by the system's package manager.

# check | Debian package | why. A check is a command, or a file below /usr or the like.
build_needs='
em++ | emscripten | compiles the core to WebAssembly
cmake | cmake | describes the build
ninja | ninja-build | runs the build
include/eigen3/Eigen/Core | libeigen3-dev | linear algebra of the core
node | nodejs | runs the tools of the site
npm | npm | installs the packages of the site'
test_needs='
g++ | g++ | compiles the core natively
include/catch2 | catch2 | test framework of the core
clang-format | clang-format | keeps the C++ in one style
shellcheck | shellcheck | finds mistakes in shell scripts
share/fonts/opentype/noto/NotoSansCJK-Regular.ttc | fonts-noto-cjk | Korean text in the browser tests'
format_needs='
clang-format | clang-format | keeps the C++ in one style
node | nodejs | runs the tools of the site
npm | npm | installs the packages of the site'

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; elif have sudo; then sudo "$@"; else fail "This needs root: $*"; fi
}

present() {
  if [[ $1 != */* ]]; then have "$1"; else [[ -e /usr/$1 || -e /usr/local/$1 || -e /opt/homebrew/$1 ]]; fi
}

# need LIST: installs the packages of a list above whose check fails.
need() {
  local check package why packages=()
  while IFS='|' read -r check package why; do
    read -r check <<<"$check"
    read -r package <<<"$package"
    if [[ ! $check ]] || present "$check"; then continue; fi
    ((${#packages[@]})) || say 'Missing on this machine:'
    echo "    $package –$why"
    packages+=("$package")
  done <<<"$1"
  ((${#packages[@]})) || return 0
  have apt-get || fail "Install these (named as on Debian) with your system's package manager, then run this again."
  say "Installing with apt: ${packages[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -q && apt-get install -q -y --no-install-recommends "$@"' apt "${packages[@]}" </dev/null
}

# outdated FOLDER LOCK: npm writes .package-lock.json last, so it is older than the lock file just when that has changed since, or when an
# installation broke off.
outdated() { [[ ! $1/node_modules/.package-lock.json -nt $2 ]]; }

# lacks_a_package FOLDER: whether something that its package.json names is not there.
lacks_a_package() {
  local name
  while read -r name; do
    [[ -e $1/node_modules/$name ]] || return 0
  done < <(sed -n '/ependencies": {/,/}/s/^    "\([^"]*\)": .*/\1/p' "$1/package.json")
  return 1
}

# Astro needs Node 22.12; tools and tests in TypeScript run by Node itself from 22.18 on.
use_node() {
  local pinned=build/tools/node
  if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 18) ? 0 : 1)'; then
    if outdated $pinned tools/node/package-lock.json; then
      say "Node $(node --version) is older than 22.18: fetching a newer one into $pinned"
      mkdir -p $pinned
      cp tools/node/package*.json $pinned
      (cd $pinned && npm ci --no-audit --no-fund)
    fi
    export PATH=$PWD/$pinned/node_modules/node/bin:$PATH
  fi
}

# Not `npm ci`, which refuses a lock file that leaves out optional packages for other kinds of machines.
use_packages() {
  use_node
  if outdated web web/package-lock.json || lacks_a_package web; then
    say 'Installing the packages of the site'
    (cd web && npm install --no-save --no-audit --no-fund)
  fi
  # Tests and tools outside web/ find the packages there too.
  [[ -e node_modules ]] || ln -s web/node_modules node_modules
  export PATH=$PWD/web/node_modules/.bin:$PATH
}

# use_engines: the other browsers that `./dev test engines` drives, exported where they are.
use_engines() {
  need 'firefox-esr | firefox-esr | opens the lessons in Firefox
    WebKitWebDriver | webkit2gtk-driver | opens the lessons in WebKit
    xvfb-run | xvfb | is the screen that WebKit wants
    xauth | xauth | lets WebKit onto it'
  FIREFOX=$(command -v firefox-esr)
  MINIBROWSER=$(compgen -G '/usr/lib/*/webkit2gtk-4.*/MiniBrowser' | tail -1)
  export FIREFOX MINIBROWSER
}

# The listings want a Python with NumPy and SymPy; the system's own comes first, since others on PATH seldom have them.
use_python() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import numpy, sympy' 2>/dev/null; then
      export PYTHON=$python
      return
    fi
  done
  need '- | python3-numpy | runs the listings of the lessons
    - | python3-sympy | runs the listings of the lessons'
  export PYTHON=/usr/bin/python3
}

# The Chromium of the machine; where there is none, Debian's.
use_browser() {
  local name
  for name in chromium chromium-browser google-chrome; do
    CHROMIUM=${CHROMIUM:-$(command -v $name || true)}
  done
  if [[ ! $CHROMIUM ]]; then
    need 'chromium | chromium | runs the browser tests'
    CHROMIUM=$(command -v chromium)
  fi
  export CHROMIUM
}
