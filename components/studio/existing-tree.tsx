'use client';

import { Boxes, Table2 } from 'lucide-react';
import { useState } from 'react';
import { FieldIcon } from '@/components/canvas/field-icon';
import { hueOf } from '@/components/canvas/origins-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import type { ExistingEntity } from '@/lib/api/what-exists';
import { countOf } from '@/lib/base/count-of';
import type { RecordId } from '@/lib/model/records';
import { boundAs } from './bound-as';
import { ExistingRow } from './existing-row';
import type { ExistingProductTree } from './offered-from-tree';

type Props = { tree: readonly ExistingProductTree[]; onBring: (ref: string) => void };
type Bound = ReadonlyMap<string, RecordId>;
const selectBound = (state: EditorState): Bound => boundAs(state.document);

/** Aggregates first: they are nearest to a decision. */
const RANK = { aggregate: 0, source: 1, consumer: 2 } as const;

/** Product, entity, field; products a model uses already stand open, and for one that uses none yet the first. */
export function ExistingTree({ tree, onBring }: Props) {
  const bound = useEditorValue(selectBound);
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const toggle = (key: string, isOpen: boolean) => setToggled((now) => new Map(now).set(key, !isOpen));
  const products = [...tree].sort(
    (a, b) => RANK[a.product.alignment] - RANK[b.product.alignment] || a.product.name.localeCompare(b.product.name),
  );
  return (
    <div role="tree" aria-label="What exists">
      {products.map(({ product, entities }, at) => {
        const isUsed = entities.some(({ ref }) => bound.has(ref));
        const isOpen = toggled.get(product.key) ?? (isUsed || (bound.size === 0 && at === 0));
        return (
          <div key={product.key}>
            <ExistingRow
              level={1}
              label={product.name}
              note={product.owner?.name ?? 'no owner'}
              start={
                <Boxes
                  className="size-3.5 shrink-0"
                  strokeWidth={1.75}
                  style={{ color: hueOf(product.alignment) }}
                  aria-hidden="true"
                />
              }
              bringRef={null}
              isThere={false}
              isOpen={isOpen}
              onToggle={() => toggle(product.key, isOpen)}
            />
            {isOpen &&
              entities.map((entity) => (
                <EntityRows
                  key={entity.ref}
                  entity={entity}
                  bound={bound}
                  isOpen={toggled.get(entity.ref) ?? false}
                  onToggle={toggle}
                  onBring={onBring}
                />
              ))}
          </div>
        );
      })}
    </div>
  );
}

type EntityProps = {
  entity: ExistingEntity;
  bound: Bound;
  isOpen: boolean;
  onToggle: (key: string, isOpen: boolean) => void;
  onBring: (ref: string) => void;
};

function EntityRows({ entity, bound, isOpen, onToggle, onBring }: EntityProps) {
  return (
    <>
      <ExistingRow
        level={2}
        label={entity.label}
        note={countOf(entity.attributes.length, 'field')}
        title={entity.description ?? undefined}
        start={<Table2 className="size-3.5 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />}
        bringRef={entity.ref}
        isThere={bound.has(entity.ref)}
        isOpen={isOpen}
        onToggle={() => onToggle(entity.ref, isOpen)}
        onBring={onBring}
      />
      {isOpen &&
        entity.attributes.map((attribute) => {
          const ref = `${entity.ref}.${attribute.name}`;
          return (
            <ExistingRow
              key={ref}
              level={3}
              label={attribute.label}
              note={attribute.unit ?? undefined}
              title={attribute.description ?? undefined}
              start={<FieldIcon role={attribute.role} isKey={entity.grain.includes(attribute.name)} />}
              bringRef={ref}
              isThere={bound.has(ref)}
              isOpen={null}
              onBring={onBring}
            />
          );
        })}
    </>
  );
}
