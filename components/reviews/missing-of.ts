import type { AskPage } from '@/lib/api/asks';
import { isLive } from '@/lib/reviews/state-machine';

/** Something nobody has, to be provided in one act: a field, or an entity with this many fields. */
export type Missing = { target: string; fields: number };

/** An entity nobody has is one thing to provide, with all its fields; what lacks only fields is told field by field. */
export function missingOf({ lines }: AskPage): Missing[] {
  const open = lines.flatMap(({ kind, target, verdict, state }) =>
    verdict === 'missing' && isLive(state) && target !== null ? [{ kind, target }] : [],
  );
  const fields = open.filter(({ kind }) => kind === 'attribute');
  const whole = open.flatMap(({ kind, target }) => {
    const own = fields.filter((field) => field.target.startsWith(`${target}.`)).length;
    return kind === 'entity' && own > 0 ? [{ target, fields: own }] : [];
  });
  const rest = fields.filter((field) => !whole.some(({ target }) => field.target.startsWith(`${target}.`)));
  return [...whole, ...rest.map(({ target }) => ({ target, fields: 0 }))];
}
