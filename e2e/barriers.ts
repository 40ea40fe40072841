import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Whom what is on the screen shuts out, in both themes: everything is looked at in the theme the page is in, colours once
 * more in the other, which has nothing else of its own. The page stays in the other. `within` looks at one open thing only.
 */
export async function expectNoBarrier(page: Page, what: string, within?: string): Promise<void> {
  const found: string[] = [];
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'));
  const themes = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  for (const [at, theme] of themes.entries()) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveClass(theme === 'dark' ? /\bdark\b/ : /^((?!\bdark\b).)*$/);
    await settle(page);
    // One page is looked at, without frames: the older way needs no second page to add things up. What passes is not
    // brought over: on a canvas that is most of the time this takes.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    if (within) axe.include(within);
    const { violations } = await (at === 0 ? axe.withTags(RULES) : axe.withRules(['color-contrast'])).analyze();
    for (const { id, nodes } of violations)
      found.push(`${what}, ${theme}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  }
  expect.soft(found).toEqual([]);
}

/** Colours on their way from one theme to the other are neither's; one may set out only when another has arrived. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const passing = () =>
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity);
    await nextFrame();
    for (let running = passing(); running.length > 0; running = passing()) {
      await Promise.allSettled(running.map(({ finished }) => finished));
      await nextFrame();
    }
  });
}

/** What a page says in its console and asks of other machines, from now on. */
export function complaintsOf(page: Page, baseURL: string | undefined): string[] {
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) complaints.push(`asked of ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}
