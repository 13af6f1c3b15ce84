#!/usr/bin/env bash
# One benchmark by name, or the list of them: npm run bench -- kms
set -euo pipefail
source "$(dirname "$0")/setup.sh"
cd "$(holdfast_root)"
list() {
  echo 'benchmarks:'
  for file in bench/*.ts; do
    printf '  npm run bench -- %-10s %s\n' "$(basename "$file" .ts)" "$(sed -n '1s|^// *||p' "$file")"
  done
}
if [ $# -eq 0 ]; then list; exit 0; fi
name="$1"; shift
if [ ! -f "bench/$name.ts" ]; then echo "there is no benchmark '$name'" >&2; list >&2; exit 2; fi
require_node
install_packages full
build_when_stale
npx esbuild "bench/$name.ts" bench/servers/*.ts --bundle --platform=node --format=esm --target=node20 \
  --packages=external --outbase=bench --outdir=dist/bench --out-extension:.js=.mjs --log-level=warning
# The clients' advice about Node.js is for who installs them.
export AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true
exec node "dist/bench/$name.mjs" "$@"
