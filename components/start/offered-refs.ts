import type { WhatExists } from '@/lib/api/what-exists';

/** Everything that is offered, as bindings name it: `product.entity` and `product.entity.field`. */
export function offeredRefs(tree: WhatExists['tree']): ReadonlySet<string> {
  return new Set(
    tree.flatMap(({ entities }) =>
      entities.flatMap(({ ref, attributes }) => [ref, ...attributes.map(({ name }) => `${ref}.${name}`)]),
    ),
  );
}
