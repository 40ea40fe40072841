import { newRecordId } from '@/components/editor/new-record-id';
import { drawTables } from '@/lib/catalog/tables/draw-tables';
import type { PastedTable } from '@/lib/catalog/tables/pasted-table';
import type { PastedModel } from '@/lib/catalog/tables/read-pasted';
import { pasteRecords } from '@/lib/model/edits/paste-records';
import type { ModelDocument, RecordId } from '@/lib/model/records';

type Drawn = { document: ModelDocument; shownId: RecordId | null; entityIds: RecordId[] };

/** Tables somebody pasted, as entities; the first is shown. */
export function drawPastedTables(document: ModelDocument, tables: readonly PastedTable[]): Drawn {
  const drawn = drawTables(document, { tables, newId: newRecordId });
  return { document: drawn.document, shownId: drawn.entityIds[0] ?? null, entityIds: drawn.entityIds };
}

/** A model somebody pasted, as copies; its first entity is shown. */
export function drawPastedModel(document: ModelDocument, { records }: PastedModel): Drawn {
  const { document: pasted, copies } = pasteRecords(document, { records, newId: newRecordId });
  const entityIds = records.flatMap(({ kind, id }) => (kind === 'entity' ? (copies.get(id) ?? []) : []));
  return { document: pasted, shownId: entityIds[0] ?? null, entityIds };
}
