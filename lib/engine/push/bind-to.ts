import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { bindAttribute } from '@/lib/model/edits/bind-attribute';
import { offeredEntity } from '@/lib/model/edits/offered-entity';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, attributesIn, indexModel } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';
import { isAssignable } from '@/lib/sql/types';
import type { PlanChange } from '../plan';

type Bind = NonNullable<PlanChange['bind']>[number];

/**
 * A model with a wish bound to what another product offers. A whole entity takes its origin and, by name, every
 * attribute that still comes from nowhere; one attribute takes the named one. What cannot be bound without inventing a
 * join, or would lose something on the way, stays as it is.
 */
export function bindTo(snapshot: WorkspaceSnapshot, model: ModelDocument, bind: Bind): ModelDocument {
  const entity = indexModel(model).entityByName.get(bind.entity);
  if (!entity) return model;
  const source = bind.attribute === null ? bind.to : bind.to.slice(0, bind.to.lastIndexOf('.'));
  const provider = snapshot.products.find(({ key }) => key === ownerIn(source));
  const offered = provider && offeredEntity(provider.key, provider.model, nameIn(source));
  if (!offered) return model;
  const wishes =
    bind.attribute === null
      ? attributesIn(model, entity.id).map(({ name }) => [name, name] as const)
      : [[bind.attribute, bind.to.slice(bind.to.lastIndexOf('.') + 1)] as const];
  return wishes.reduce((made, [wish, name]) => {
    const attribute = attributeNamesIn(made, entity.id).get(wish);
    const found = offered.attributes.find((one) => one.name === name);
    if (!attribute || attribute.expression !== null || !found || !isAssignable(found.type, attribute.type)) return made;
    return bindAttribute(made, { id: attribute.id, ref: source, offered: found });
  }, model);
}
