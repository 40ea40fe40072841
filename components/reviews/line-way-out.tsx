import { Said } from '@/components/shell/said';
import { TextLink } from '@/components/ui/text-link';
import type { AskPageLine } from '@/lib/api/asks';

/** Why a line cannot be said yes to as things are built, and what would make it possible, with whose page to open. */
export function LineWayOut({ line: { wayOut, actions } }: { line: AskPageLine }) {
  if (!wayOut) return null;
  return (
    <div className="mt-2 max-w-[680px] border-bad border-l-2 pl-3 text-xs">
      <p className="font-medium text-bad">It cannot be kept as things are built, so nobody can accept it.</p>
      <p className="mt-1 text-fg">
        <Said>{wayOut.words}</Said>
      </p>
      {wayOut.repairs.map(({ words, products }) => (
        <p key={words} className="mt-1.5 text-fg-2">
          <Said>{words}</Said>{' '}
          {products.map(({ key, name }) => (
            <TextLink key={key} href={`/catalog/${key}`} className="mr-2 whitespace-nowrap">
              Open {name}
            </TextLink>
          ))}
        </p>
      ))}
      {actions.includes('counter') && <p className="mt-1.5 text-fg-2">Or offer what can be kept.</p>}
    </div>
  );
}
