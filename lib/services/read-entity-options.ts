import { ok, type Result } from '@/lib/base/result';
import { findCandidates } from '@/lib/catalog/candidates';
import { describeCandidateReason } from '@/lib/catalog/describe-candidate';
import { mapFields } from '@/lib/catalog/map-fields';
import { wordsOfNaming } from '@/lib/catalog/naming';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { findTableCandidates } from '@/lib/catalog/table-candidates';
import { planNames } from '@/lib/engine/push/plan-names';
import { addAttribute } from '@/lib/model/edits/add-attribute';
import { addEntity } from '@/lib/model/edits/add-entity';
import type { Wish } from '@/lib/model/edits/provide-attribute';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { EntityRecord } from '@/lib/model/records';
import { findAskToProvide } from './find-ask-to-provide';
import { withModel } from './make-preview';
import { splitTarget, wishedEntity, wishOf } from './plan-provision';
import { describeInput, othersFor } from './read-provide-options';
import type { Refusal } from './refusal';
import type { StoredRequirement } from './store';
import type { World } from './world';

const CANDIDATES_MAX = 6;
export type EntityOptions = ReturnType<typeof describeOptions>;

/**
 * From what a whole entity could be made that nobody offers, best first and with reasons: each wished field with what it
 * is probably called there, and what identifies a row. `q` finds further inputs by name.
 */
export async function readEntityOptions(
  world: World,
  { ask, target, q }: { ask: string; target: string; q: string },
): Promise<Result<EntityOptions, Refusal>> {
  const found = await findAskToProvide(world, world.store, { ask, kind: 'entity', target });
  if (!found.ok) return found;
  const { snapshot, product, wanted } = found.value;
  const fields = wishedFields(snapshot, product, found.value.ask.rows);
  return ok(describeOptions({ snapshot, product, wish: wishedEntity(snapshot, wanted), fields, target, q }));
}

type Fields = { name: string; wish: Wish }[];

/** What is asked of the entity and not bound there, as whoever needs it drew it. */
function wishedFields(snapshot: WorkspaceSnapshot, product: Product, rows: readonly StoredRequirement[]): Fields {
  const model = indexModel(product.model);
  return rows.flatMap((row) => {
    if (row.kind !== 'attribute' || row.target === null || row.state === 'withdrawn') return [];
    const [entity, name] = splitTarget(row.target);
    const known = model.entityByName.get(entity);
    const held = known && attributesIn(product.model, known.id).find((one) => one.name === name);
    return held && held.expression !== null ? [] : [{ name, wish: wishOf(snapshot, row) }];
  });
}

type Options = {
  snapshot: WorkspaceSnapshot;
  product: Product;
  wish: Pick<EntityRecord, 'label' | 'description' | 'synonyms'>;
  fields: Fields;
  target: string;
  q: string;
};

function describeOptions({ snapshot, product, wish, fields, target, q }: Options) {
  const drawn = addEntity(product.model, { ...wish, id: 'wished-entity', name: target });
  const model = fields.reduce(
    (made, field, at) =>
      addAttribute(made, { ...field.wish, id: `wished-${at}`, entityId: 'wished-entity', name: field.name }),
    drawn,
  );
  const wished = attributesIn(model, 'wished-entity');
  const entity = indexModel(model).byKind.entity.find(({ id }) => id === 'wished-entity');
  if (!entity) throw new Error(`a wish could not be drawn: ${target}`);
  const meaningless = new Set(wordsOfNaming(entity));
  const tell = (ref: string, reasons: string[]) =>
    describeInput(snapshot, { ref, entity, own: [] }).map((input) => {
      const offered = input.attributes.map(({ name, label, type }) => ({ name, label, synonyms: [], type }));
      const mapped = mapFields(wished, offered, meaningless);
      return { ...input, reasons, fits: [...mapped].map(([field, name]) => ({ field, name })) };
    });
  const names = planNames(snapshot);
  const candidates =
    product.alignment === 'source'
      ? findTableCandidates(snapshot.sources, entity, wished).map(({ table, reasons }) => ({ ref: table, reasons }))
      : findCandidates(withModel(snapshot, product.key, model), { product: product.key, recordId: entity.id }).map(
          ({ ref, reasons }) => ({ ref, reasons }),
        );
  return {
    target,
    product: { key: product.key, name: product.name, alignment: product.alignment },
    label: wish.label ?? target,
    fields: fields.map(({ name, wish: { label, type, unit } }) => ({ name, label: label ?? name, type, unit })),
    candidates: candidates.slice(0, CANDIDATES_MAX).flatMap(({ ref, reasons }) =>
      tell(
        ref,
        reasons.map((reason) => describeCandidateReason(reason, names.product)),
      ),
    ),
    others: othersFor(snapshot, product, q).flatMap((ref) => tell(ref, [])),
  };
}
