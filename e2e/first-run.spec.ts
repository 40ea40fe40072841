import { expect, test } from '@playwright/test';

test('a fresh product answers that it can serve', async ({ request }) => {
  const answer = await request.get('/api/v1/health');
  expect(answer.status()).toBe(200);
});

test('the first page opens, and nothing is asked of any other machine', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) elsewhere.push(request.url());
  });
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('main')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  expect(elsewhere).toEqual([]);
});
