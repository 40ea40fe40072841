import { attributesIn, indexModel } from './model-index';
import { labelOfRecord } from './names';
import type { AttributeRecord, EntityRecord, ModelDocument, RelationshipRecord } from './records';
import { describeMetric } from './sentence';

/**
 * A model as a page to read: its metrics as sentences, then each entity with its fields and what it belongs to. For
 * people only; it cannot be read back. The same model gives the same page.
 */
export function writeMarkdown(document: ModelDocument, title: string): string {
  const { entity, metric } = indexModel(document).byKind;
  const metrics = metric.map(
    ({ id, definition }) =>
      `- **${plain(labelOfRecord(document, id))}**: ${plain(describeMetric(document, id))}${definition === null ? '' : ` ${plain(definition)}`}`,
  );
  const parts = [
    `# ${plain(title)}`,
    ...(metrics.length === 0 ? [] : ['## Metrics', metrics.join('\n')]),
    ...entity.map((one) => writeEntity(document, one)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeEntity(document: ModelDocument, entity: EntityRecord): string {
  const fields = attributesIn(document, entity.id);
  const keys = entity.grain.map((id) => plain(labelOfRecord(document, id)));
  const lines = indexModel(document).byKind.relationship.filter(
    ({ from, to }) => from.entityId === entity.id || to.entityId === entity.id,
  );
  const parts = [
    `## ${plain(labelOfRecord(document, entity.id))}`,
    ...(entity.description === null ? [] : [plain(entity.description)]),
    ...(keys.length === 0 ? [] : [`One row per ${keys.join(' and ')}.`]),
    ...(fields.length === 0 ? [] : [writeFields(document, fields)]),
    ...(lines.length === 0 ? [] : [lines.map((line) => writeLine(document, line)).join('\n')]),
  ];
  return parts.join('\n\n');
}

function writeFields(document: ModelDocument, fields: readonly AttributeRecord[]): string {
  const rows = fields.map(({ id, name, type, unit, classification, description }) => {
    const words = [type, unit ?? '', classification ?? '', description ?? ''].map(plain);
    return `| ${[plain(labelOfRecord(document, id)), `\`${name}\``, ...words].join(' | ')} |`;
  });
  return ['| Field | Name | Type | Unit | Who may see it | In words |', '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function writeLine(document: ModelDocument, { from, to, cardinality, label, role }: RelationshipRecord): string {
  const pairs = from.attributeIds.map((id, pair) => {
    const other = to.attributeIds[pair];
    return `${plain(labelOfRecord(document, id))} = ${other === undefined ? 'nothing' : plain(labelOfRecord(document, other))}`;
  });
  const words = label ?? role;
  const ends = `${plain(labelOfRecord(document, from.entityId))} to ${plain(labelOfRecord(document, to.entityId))}`;
  return `- ${ends}${words === null ? '' : ` (${plain(words)})`}: ${cardinality ?? 'not said how many'}, where ${pairs.join(' and ')}`;
}

/** What Markdown would take for a mark of its own. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\*_[\]<>|#]/g, (sign) => `\\${sign}`);
}
