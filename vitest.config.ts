import { defineConfig } from 'vitest/config';

const alias = { '@': import.meta.dirname };
const store = [
  'lib/db/**/*.test.ts',
  'lib/**/*.store.test.ts',
  'tests/**/*.store.test.ts',
  'scripts/store/**/*.test.ts',
];

/** Two projects: `unit` needs nothing but Node; `store` runs one embedded PostgreSQL for all its files. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
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
