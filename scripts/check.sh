#!/usr/bin/env bash
# Everything a change must pass before it is committed: format, lint, types, dead code, tests.
set -euo pipefail
source "$(dirname "$0")/setup.sh"
cd "$(holdfast_root)"
require_node
install_packages full
step() { echo; echo "▸ $1"; shift; "$@"; }
step 'format'    npx biome format .
step 'lint'      npx oxlint --type-aware
step 'types'     npx tsc -p tsconfig.json
step 'dead code' npx knip
step 'tests'     bash scripts/test.sh
