# What every command starts with: how to speak, and where things are. Commands run in the root of the repository.
set -euo pipefail
export ASTRO_TELEMETRY_DISABLED=1

say() { printf '\033[1m▸ %s\033[0m\n' "$*"; }
fail() {
  printf '✗ %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null; }

source tools/setup.sh
