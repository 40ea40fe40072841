import { type Draw, pickAny } from './draw';
import type { Json } from './minimise';

type Fields = { [key: string]: Json };

/** The file with one entity of each consumer coming from nowhere: a wish, with everything that is stated of it. */
export function unbound(draw: Draw, file: Json): Json {
  const consumers = listIn(file, 'products').filter(({ key }) => String(key).startsWith('cdp-'));
  const wishes = consumers.flatMap(({ key, model }) => {
    const wish = pickAny(draw, listIn(model, 'entities').filter(isReadByNone(listIn(model, 'entities'))));
    return wish ? [`${String(key)}.${String(wish.key)}`] : [];
  });
  return mapList(file, 'products', (product) => ({
    ...product,
    model: mapList(product.model ?? {}, 'entities', (entity) =>
      wishes.includes(`${String(product.key)}.${String(entity.key)}`) ? wishOf(entity) : entity,
    ),
  }));
}

/** What other entities of the model are made from stays bound, because they name it by an alias. */
function isReadByNone(entities: readonly Fields[]): (entity: Fields) => boolean {
  const read = JSON.stringify(entities.map(({ from = null, joins = null }) => [from, joins]));
  return ({ key }) => !read.includes(`.${String(key)}"`) && !read.includes(`"${String(key)}"`);
}

function wishOf({ from: _, joins: __, where: ___, groupBy: ____, ...entity }: Fields): Fields {
  return mapList(entity, 'attributes', ({ expression: _____, ...attribute }) => attribute);
}

function listIn(value: Json | undefined, name: string): Fields[] {
  const list = isFields(value) ? value[name] : undefined;
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function mapList(value: Json, name: string, change: (item: Fields) => Json): Fields {
  if (!isFields(value)) return {};
  return name in value ? { ...value, [name]: listIn(value, name).map(change) } : value;
}

function isFields(value: Json | undefined): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
