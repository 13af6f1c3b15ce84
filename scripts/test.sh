#!/usr/bin/env bash
# The whole suite, from any state of the clone. Arguments go to the test runner.
set -euo pipefail
source "$(dirname "$0")/setup.sh"
cd "$(holdfast_root)"
require_node
install_packages full
build_when_stale
exec npx vitest run "$@"
