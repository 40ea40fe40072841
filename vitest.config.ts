import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const alias = { '@': import.meta.dirname };
const store = [
  'lib/db/**/*.test.ts',
  'lib/**/*.store.test.ts',
  'tests/**/*.store.test.ts',
  'scripts/store/**/*.test.ts',
];

/**
 * Two projects: `unit` needs nothing but Node; `store` runs one embedded PostgreSQL for all its files. Files follow each
 * other in a process, since loading the app again for each took half of the time: what a file leaves behind, it cleans up.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    // Half a machine of two cores would stand idle otherwise: Vitest keeps one for itself.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          isolate: false,
          setupFiles: ['tests/property-seed.ts'],
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: store,
          // Generous: a test that is slow on a busy machine has not failed.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'store',
          isolate: false,
          setupFiles: ['tests/property-seed.ts'],
          include: store,
          globalSetup: ['tests/store-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
