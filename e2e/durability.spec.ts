import { expect, test } from '@playwright/test';
import { OwnProduct } from './own-product';
import { Studio } from './studio';

/** What the page calls saved is on the disk: everything is killed at once, and it is there when it comes back. */
const NAMES = ['Opinion', 'Rating', 'Verdict'];

test('“Saved” outlives kill -9 of the server, its supervisor and the store', async ({ browser }) => {
  const own = await OwnProduct.start();
  try {
    let stands = 'Review';
    for (const name of NAMES) {
      const visit = await browser.newContext({ baseURL: own.url });
      const studio = await Studio.open(await visit.newPage(), { product: 'cdp-retention', person: 'ana' });
      await expect(studio.card(stands)).toBeVisible();
      await studio.rename(stands, name);
      await studio.isSaved();
      await own.kill();
      // Nothing that this browser kept may help.
      await visit.close();
      await own.start();
      stands = name;
    }
    const visit = await browser.newContext({ baseURL: own.url });
    const studio = await Studio.open(await visit.newPage(), { product: 'cdp-retention', person: 'ana' });
    await expect(studio.card(stands)).toBeVisible();
  } finally {
    await own.stop();
  }
});
