#!/usr/bin/env bash
# What Holdfast must survive, at length: npm run soak -- kills --times 200 --seed 7
set -euo pipefail
source "$(dirname "$0")/setup.sh"
cd "$(holdfast_root)"
require_node
install_packages full
build_when_stale
npx esbuild soak/main.ts --bundle --platform=node --format=esm --target=node20 \
  --packages=external --outfile=dist/soak/main.mjs --log-level=warning
exec node dist/soak/main.mjs "$@"
