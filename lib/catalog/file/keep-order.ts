import type { ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';

/**
 * The model with the `order` its records had: a text knows only which comes after which. What is new is placed between
 * its neighbours; where records changed places, their list is numbered anew.
 */
export function keepOrder(before: ModelDocument, model: ModelDocument): ModelDocument {
  const lists = new Map<string, ModelRecord[]>();
  for (const record of Object.values(model.records)) {
    const list = lists.get(listOf(record));
    if (list) list.push(record);
    else lists.set(listOf(record), [record]);
  }
  const orders = new Map<RecordId, number>();
  for (const list of lists.values()) {
    const sorted = [...list].sort((a, b) => a.order - b.order);
    const known = sorted.map(({ id }) => before.records[id]?.order ?? null);
    if (isAscending(known.filter((order) => order !== null))) placeBetween(sorted, known, orders);
  }
  const records = Object.values(model.records).map((record): [RecordId, ModelRecord] => [
    record.id,
    { ...record, order: orders.get(record.id) ?? record.order },
  ]);
  return { ...model, records: Object.fromEntries(records) };
}

function listOf(record: ModelRecord): string {
  return record.kind === 'attribute' ? `attribute ${record.entityId}` : record.kind;
}

function isAscending(orders: readonly number[]): boolean {
  return orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? order));
}

function placeBetween(
  sorted: readonly ModelRecord[],
  known: readonly (number | null)[],
  orders: Map<RecordId, number>,
): void {
  let last: number | null = null;
  for (const [index, { id }] of sorted.entries()) {
    const own = known[index] ?? null;
    if (own !== null) {
      orders.set(id, own);
      last = own;
      continue;
    }
    const next = known.slice(index).find((order) => order !== null) ?? null;
    const placed: number = next === null ? (last ?? -1) + 1 : last === null ? next - 1 : (last + next) / 2;
    orders.set(id, placed);
    last = placed;
  }
}
