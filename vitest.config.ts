import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test-fixtures/github-server/test/**/*.test.ts'],
    // Far more than any needs: the same machine can be four times slower in another hour.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Vitest leaves one processor alone; tests that wait for processes of their own make room enough.
    maxWorkers: availableParallelism(),
  },
});
