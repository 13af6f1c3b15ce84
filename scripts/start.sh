#!/usr/bin/env bash
# Installs what running needs, builds when needed, then becomes the server, so that signals reach it.
set -euo pipefail
source "$(dirname "$0")/setup.sh"
cd "$(holdfast_root)"
require_node
install_packages runtime
build_when_stale
# Young objects get room: most of a call's are dead before it is collected.
exec node $(< scripts/node-flags) dist/holdfast.js up "$@"
