import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true, conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server', 'node'] } },
  test: {
    include: ['{app,components,lib,e2e}/**/*.test.{ts,tsx}', '*.test.ts'],
    environment: 'node',
    // Tests mostly wait: for a process, a database or a response that never comes.
    maxWorkers: 3,
    globalSetup: 'e2e/stack/postgres-for-vitest.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
