import type { Classification } from '@/lib/model/records';
import type { Demand } from '../demand/demand';
import { valueColumns } from '../demand/raw-columns';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

const ORDER: readonly Classification[] = ['public', 'internal', 'confidential', 'personal'];

export function strictestClass(
  a: Classification | null | undefined,
  b: Classification | null | undefined,
): Classification | null {
  if (a === null || a === undefined) return b ?? null;
  if (b === null || b === undefined) return a;
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/**
 * How what is needed is classified, by `product.entity.attribute`, carried forward from the tables: the strictest of what
 * an attribute says itself and of whatever its value is made from. Nothing said is null, and an entity is passed over where
 * neither it nor anything it reads says something.
 */
export function findClassifications(lineage: Lineage, demand: Demand): Map<string, Classification> {
  const found = new Map<string, Classification>();
  const said = new Set<string>();
  for (const ref of [...demand.order].reverse()) {
    const needed = demand.entities.get(ref);
    const inputs = needed?.entity?.derivation?.inputs ?? [];
    const isSaid = ({ kind, ref: input }: CompiledInput) =>
      kind === 'entity' ? said.has(input) : classifies(lineage.table(input)?.table.columns ?? NONE);
    const isOwn = needed?.entity ? classifies(attributesOf(needed.entity)) : false;
    if (!isOwn && !inputs.some(isSaid)) continue;
    said.add(ref);
    for (const name of needed?.attributes.keys() ?? []) {
      const tree = needed?.entity ? overInputs(needed.entity, name) : null;
      const behind = (tree === null ? [] : valueColumns(tree)).map(({ qualifier, name: column }) => {
        const input = inputs.find(({ alias }) => alias === qualifier);
        if (input?.kind === 'entity') return found.get(`${input.ref}.${column}`) ?? null;
        const table = input && lineage.table(input.ref)?.table;
        return table?.columns.find((candidate) => candidate.name === column)?.classification ?? null;
      });
      const own = needed?.entity?.attributes.get(name)?.record.classification ?? null;
      const strictest = [own, ...behind].reduce(strictestClass, null);
      if (strictest !== null) found.set(`${ref}.${name}`, strictest);
    }
  }
  return found;
}

type Classified = { classification: Classification | null };

const NONE: readonly Classified[] = [];
const answers = new WeakMap<readonly Classified[], boolean>();

/** Most tables and entities classify nothing; looked up once for each. */
function classifies(list: readonly Classified[]): boolean {
  const known = answers.get(list) ?? list.some(({ classification }) => classification !== null);
  answers.set(list, known);
  return known;
}

const lists = new WeakMap<CompiledEntity, readonly Classified[]>();

function attributesOf(entity: CompiledEntity): readonly Classified[] {
  const known = lists.get(entity) ?? [...entity.attributes.values()].map(({ record }) => record);
  lists.set(entity, known);
  return known;
}
