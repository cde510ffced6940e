#!/usr/bin/env bash
# lay out the C++ and TypeScript as ./dev check wants it
#
#   ./dev format [FILE]...     without names, every file
source tools/lib.sh
need "$format_needs"
use_packages

if (($#)); then files=("$@"); else mapfile -t files < <(git ls-files --cached --others --exclude-standard --deduplicate); fi
cpp=() rest=()
for file in "${files[@]}"; do
  [[ -f $file ]] || continue
  case $file in
    *.cpp | *.hpp) cpp+=("$file") ;;
    *package-lock.json) ;;
    *.ts | *.mjs | *.js | *.css | *.json) rest+=("$file") ;;
  esac
done
((${#cpp[@]} == 0)) || clang-format -i "${cpp[@]}"
((${#rest[@]} == 0)) || prettier --write --log-level warn "${rest[@]}"
