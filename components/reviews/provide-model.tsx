import { Mono } from '@/components/ui/mono';
import type { ProvideOptions } from '@/lib/api/provide';

/** The entity the wish will stand in, as it is today: what it is made from and what it holds. */
export function ProvideModel({ options }: { options: ProvideOptions }) {
  const { entity, wish, product } = options;
  return (
    <section aria-label={`${entity.label} in ${product.name}`} className="rounded-md border bg-surface text-xs">
      <h5 className="border-b px-3 py-2 font-semibold text-sm">{entity.label}</h5>
      <ul className="border-b px-3 py-2 text-fg-2">
        {entity.inputs.map(({ alias, ref, on }) => (
          <li key={alias} className="break-words">
            <Mono className="text-fg-3">{alias}</Mono> <Mono>{ref}</Mono>
            {on !== null && <Mono className="block pl-4 text-fg-3">on {on}</Mono>}
          </li>
        ))}
        {entity.inputs.length === 0 && <li>Comes from nowhere yet.</li>}
      </ul>
      <ul className="max-h-64 overflow-y-auto py-1">
        <li className="flex gap-2 bg-accent-soft px-3 py-1 font-medium">
          <span className="min-w-0 flex-1 truncate">{wish.label}</span>
          <span className="text-fg-2">{wish.type}</span>
        </li>
        {entity.attributes.map(({ name, label, type }) => (
          <li key={name} className="flex gap-2 px-3 py-1">
            <span className="min-w-0 flex-1 truncate">{label}</span>
            <span className="text-fg-3">{type}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
