import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test-fixtures/github-server/test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves one processor alone; tests that wait for processes of their own make room enough.
    maxWorkers: availableParallelism(),
  },
});
