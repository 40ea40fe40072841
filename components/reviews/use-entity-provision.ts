import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '@/components/ui/use-debounced';
import type { AskPage } from '@/lib/api/asks';
import type { EntityInput } from '@/lib/api/provide';
import { entityOptionsQuery } from '@/lib/client/provide';
import { useSaveProvision } from './use-save-provision';

const TYPING_MS = 250;
/** A whole entity as it is being mapped: each wished field with its name at the input, null where that holds none. */
export type Mapping = { input: EntityInput; grain: string[]; fields: Record<string, string | null> };
export type EntityProviding = ReturnType<typeof useEntityProvision>;

/** From what a whole entity is made, field by field, what that would do, and saving it. */
export function useEntityProvision(ask: AskPage, target: string, onProvided: () => void) {
  const [q, setQ] = useState('');
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const options = useQuery(entityOptionsQuery(ask.key, target, useDebounced(q, TYPING_MS)));
  const from =
    mapping === null || mapping.grain.length === 0
      ? null
      : {
          entity: mapping.input.ref,
          grain: mapping.grain,
          fields: Object.entries(mapping.fields).map(([name, of]) => ({ name, from: of })),
        };
  const saving = useSaveProvision({
    ask,
    target,
    from,
    told: (version) => `${ask.product.name} provides ${options.data?.label ?? target} now, version ${version}`,
    onProvided,
  });
  return { ...saving, options, q, setQ, mapping, setMapping, choose: (input: EntityInput) => setMapping(start(input)) };
}

function start(input: EntityInput): Mapping {
  return {
    input,
    grain: [...input.grain],
    fields: Object.fromEntries(input.fits.map(({ field, name }) => [field, name])),
  };
}
