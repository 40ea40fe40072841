import { expect, type Page } from '@playwright/test';

/** Makes this browser somebody's, as choosing from the list of people does. */
export async function actAs(page: Page, person: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await page.request.put('/api/v1/demo/session', { data: { person }, headers });
  expect(answer.status()).toBe(204);
}
