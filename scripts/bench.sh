#!/usr/bin/env bash
# One benchmark by name, or the list of them: npm run bench -- kms
set -euo pipefail
source "$(dirname "$0")/setup.sh"
cd "$(holdfast_root)"
require_node
install_packages full
build_when_stale
if [ $# -eq 0 ]; then
  echo 'benchmarks:'; for file in bench/*.ts; do echo "  npm run bench -- $(basename "$file" .ts)"; done
  exit 0
fi
name="$1"; shift
npx esbuild "bench/$name.ts" --bundle --platform=node --format=esm --target=node20 \
  --packages=external --outfile="dist/bench/$name.js" --log-level=warning
exec node "dist/bench/$name.js" "$@"
