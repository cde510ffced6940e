# shellcheck shell=bash
# What every command starts with: how to speak, and where things are. Commands run in the root of the repository.
set -euo pipefail
export ASTRO_TELEMETRY_DISABLED=1

if [[ -t 1 ]]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi
say() { echo "$bold▸ $*$plain"; }
fail() {
  printf '✗ %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null; }

source tools/setup.sh
