# Sourced by the other scripts: installs what is missing and builds what is stale, and says so.
# A stamp holds what was installed (runtime or full) and for which lock file; a full install serves both.

holdfast_root() { cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd; }

require_node() {
  if ! command -v node >/dev/null; then
    echo "holdfast needs Node.js 20.20 or newer: https://nodejs.org" >&2
    exit 1
  fi
  node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    if (major < 20 || (major === 20 && minor < 20)) {
      console.error(`holdfast needs Node.js 20.20 or newer; this is ${process.versions.node}`);
      process.exit(1);
    }'
}

# install_packages runtime|full
install_packages() {
  local wanted="$1" stamp="node_modules/.holdfast-install" lock
  # What a plain `npm install` put there is not taken away again.
  if [ "$wanted" = runtime ] && [ -d node_modules/typescript ]; then wanted=full; fi
  lock="$(cksum package-lock.json package.json | cksum)"
  if [ -f "$stamp" ]; then
    local have; have="$(cat "$stamp")"
    if [ "$have" = "full $lock" ] || [ "$have" = "$wanted $lock" ]; then return; fi
  fi
  echo "installing packages ($wanted) …" >&2
  if [ "$wanted" = runtime ]; then
    npm ci --omit=dev --no-fund --no-audit >&2
  else
    npm ci --no-fund --no-audit >&2
  fi
  echo "$wanted $lock" > "$stamp"
}

# Builds when a source is newer than the bundle.
build_when_stale() {
  if [ -f dist/holdfast.js ] && [ -z "$(find src models labs scripts/build.mjs package-lock.json \
      -newer dist/holdfast.js -not -name '*.md' -print -quit)" ]; then
    return
  fi
  echo "building …" >&2
  node scripts/build.mjs >&2
}
