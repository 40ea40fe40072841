import type { TreePath } from './tree';

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;
const KEY_SHOWN_MAX = 60;

/** A place as people write it: `products[3].model.entities[0].grain`. */
export function printPath(path: TreePath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!PLAIN_KEY.test(step) || step.length > KEY_SHOWN_MAX)
        return `[${JSON.stringify(step.slice(0, KEY_SHOWN_MAX))}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
