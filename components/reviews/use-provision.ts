import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '@/components/ui/use-debounced';
import type { AskPage } from '@/lib/api/asks';
import type { ProvideFrom, ProvideInput, ProvideOptions } from '@/lib/api/provide';
import { provideOptionsQuery } from '@/lib/client/provide';
import { useSaveProvision } from './use-save-provision';

const TYPING_MS = 250;
type Collapse = Extract<ProvideFrom, { ref: string }>['collapse'];
type Keys = { own: string; other: string }[];

/** The origin as it is being chosen: an input's value with its join, or an expression. */
export type Choice =
  | { kind: 'value'; input: ProvideInput; name: string; type: 'inner' | 'left'; keys: Keys; collapse: Collapse }
  | { kind: 'expression'; text: string }
  | { kind: 'wish'; input: ProvideInput | null; keys: Keys };
export type Provision = ReturnType<typeof useProvision>;

/** The choice, what it would do, and saving it; the preview follows the choice. */
export function useProvision(ask: AskPage, target: string, onProvided: () => void) {
  const [q, setQ] = useState('');
  const [choice, setChoice] = useState<Choice | null>(null);
  const options = useQuery(provideOptionsQuery(ask.key, target, useDebounced(q, TYPING_MS)));
  const saving = useSaveProvision({
    ask,
    target,
    from: choice === null ? null : toFrom(choice, options.data),
    told: (version) =>
      choice?.kind === 'wish'
        ? `${choice.input?.from ?? 'Whoever feeds it'} is asked for it now`
        : `${ask.product.name} provides it now, version ${version}`,
    onProvided,
  });
  return {
    ...saving,
    options,
    q,
    setQ,
    choice,
    setChoice,
    choose: (input: ProvideInput, name: string) => setChoice(startFrom(input, name, options.data)),
  };
}

function startFrom(input: ProvideInput, name: string, options: ProvideOptions | undefined): Choice {
  const needsCollapse = input.multiplies || options?.entity.isGrouped;
  return { kind: 'value', input, name, type: 'left', keys: input.keys, collapse: needsCollapse ? 'max' : null };
}

/** True when these keys do not tell one row of the input from another. */
export function doesMultiply({ input, keys }: Extract<Choice, { kind: 'value' }>, isNew: boolean): boolean {
  return !isNew && !input.isRead && !input.grain.every((name) => keys.some(({ other }) => other === name));
}

/** What the entity is made from already is asked as it is; anything else is told by its keys. */
export function wishNeedsKeys({ input }: Extract<Choice, { kind: 'wish' }>, { entity }: ProvideOptions): boolean {
  return !entity.isNew && input !== null && entity.inputs[0]?.ref !== input.ref;
}

function toFrom(choice: Choice, options: ProvideOptions | undefined): ProvideFrom | null {
  if (choice.kind === 'expression') {
    const expression = choice.text.trim();
    return expression === '' ? null : { expression };
  }
  const isNew = options?.entity.isNew ?? false;
  const complete = choice.keys.filter(({ own, other }) => own !== '' && other !== '');
  if (choice.kind === 'wish') {
    const needsKeys = options !== undefined && wishNeedsKeys(choice, options);
    if (choice.input === null || (needsKeys && complete.length === 0)) return null;
    return { wish: choice.input.ref, keys: needsKeys ? complete : [] };
  }
  const { input, name, type, collapse } = choice;
  const needsCollapse = doesMultiply(choice, isNew) || (options?.entity.isGrouped ?? false);
  const join = input.isRead || isNew ? null : { type, keys: complete };
  return { ref: input.ref, name, join, collapse: needsCollapse ? collapse : null };
}
