import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What follows the trail comes a moment later, and later on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    // Each file would load the server and AWS's clients anew. Files share no state but through them.
    isolate: false,
    maxWorkers: 2,
    // The clients' advice about Node.js is for who installs them.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
