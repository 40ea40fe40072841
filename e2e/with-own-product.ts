import { test } from '@playwright/test';
import { OwnProduct } from './own-product';

/**
 * Tests that change things get a product that nobody else drives: one per worker, which runs one test at a time. What a
 * test changes it puts back, or draws anew under a name of its own; a file that changes the story for good says `alone`
 * with its own name, and shares its product with no other file.
 */
export const withOwnProduct = test.extend<object, { own: OwnProduct; alone: string | null }>({
  alone: [null, { option: true, scope: 'worker' }],
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed
    async ({}, use) => {
      const own = await OwnProduct.start();
      await use(own);
      await own.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ own }, use) => use(own.url),
  actionTimeout: 60_000,
});
