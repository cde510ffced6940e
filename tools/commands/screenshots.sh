#!/usr/bin/env bash
# take the pictures of the README anew, into docs/
#
#   ./dev screenshots     builds the site first; look at the pictures before you commit them
source tools/lib.sh
source tools/build.sh

need "$build_needs"
need 'share/fonts/opentype/noto/NotoSansCJK-Regular.ttc | fonts-noto-cjk | Korean text in the pictures'
use_packages
use_browser
build_wasm
build_site
node tools/screenshots.ts
