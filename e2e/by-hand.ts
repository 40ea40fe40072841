import type { Locator, Page } from '@playwright/test';

/** Into the hand: the first pixels only tell a drag from a click. */
export async function take(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 5, y);
}

/** Where it is once it is at rest: the same in three frames, however long those take. */
export async function boxOf(locator: Locator) {
  await locator.evaluate(async (one) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const place = () => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height].join();
    };
    for (let before = '', same = 0; same < 2; await nextFrame()) {
      const now = place();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return box;
}

export async function middleOf(locator: Locator) {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}
