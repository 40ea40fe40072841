import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Lineage } from '../lineage/lineage';
import { pathsFrom } from '../lineage/paths-from';
import type { Requirement } from '../plan';
import { printSteps } from '../steps';
import { graphOf } from './ask-scope';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

type Delivery = Extract<ExpectationRule, { rule: 'delivery' }>;

/**
 * How data is handed over. Batch, API and SQL concern who delivers: the named product, else everybody the consumer reads
 * directly. Events must come as events all the way, so a stream is asked of every product upstream too; the format is
 * asked only of who delivers, because each product on the way may speak its own.
 */
export function askDeliveries(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { consumer } = consumerDemand;
  return indexModel(consumer.model).byKind.expectation.flatMap((expectation): AskedRow[] => {
    const { id, rule, origin } = expectation;
    const graph =
      rule.rule === 'delivery' && origin === 'stated' ? graphOf(lineage, consumerDemand, expectation) : null;
    if (rule.rule !== 'delivery' || !graph) return [];
    const paths = pathsFrom(graph.inputs, consumer.key);
    const named = rule.product !== undefined && paths.has(rule.product) ? [rule.product] : null;
    const deliver = named ?? graph.inputs.get(consumer.key) ?? [];
    const asked = rule.mode === 'stream' ? reachedFrom(graph.inputs, deliver) : deliver;
    const name = nameOfRecord(consumer.model, id);
    return asked.flatMap((product): AskedRow[] => {
      const path = paths.get(product);
      if (!path) return [];
      const because = [{ consumer: consumer.key, metric: null, expectation: name, path: printSteps(path) }];
      const value = deliver.includes(product) ? wantedOf(rule) : { mode: rule.mode };
      return [
        {
          consumer: consumer.key,
          product,
          target: null,
          kind: 'delivery',
          rule: rule.mode,
          role: null,
          value,
          because,
        },
      ];
    });
  });
}

export function wantedOf({ mode, format }: Delivery): { mode: string; format?: string } {
  return format === undefined ? { mode } : { mode, format };
}

function reachedFrom(inputs: ReadonlyMap<string, readonly string[]>, starts: readonly string[]): string[] {
  const found = new Set(starts);
  for (const product of found) for (const input of inputs.get(product) ?? []) found.add(input);
  return [...found];
}

/** Both formats are needed when two ask for different ones; no format is content with any. */
export function unionOfFormats(a: AskedRow['value'], b: AskedRow['value']): Record<string, unknown> {
  const formats = [...new Set([...formatsIn(a), ...formatsIn(b)])].sort();
  const [only] = formats;
  const { mode } = a !== null && typeof a === 'object' ? a : {};
  if (only === undefined) return { mode };
  return formats.length === 1 ? { mode, format: only } : { mode, formats };
}

export function formatsIn(value: AskedRow['value']): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value.formats)) return value.formats.map(String);
  return typeof value.format === 'string' ? [value.format] : [];
}

/**
 * A port of that mode, in every wanted format. A product that runs on a schedule makes batches, whatever its ports: events
 * cannot pass it, and that is a conflict; others without such a port could open one.
 */
export function judgeDelivery(lineage: Lineage, row: AskedRow): Pick<Requirement, 'verdict' | 'supply' | 'slack'> {
  const product = lineage.product(row.product)?.product;
  const ports = product?.ports ?? [];
  const fitting = ports.filter(({ mode }) => mode === row.rule);
  const offered = fitting.flatMap(({ format }) => format ?? []).sort();
  const supply = ports.length === 0 ? null : { modes: [...new Set(ports.map(({ mode }) => mode))].sort() };
  if (row.rule === 'stream' && product?.build.mode === 'scheduled') return { verdict: 'conflict', supply, slack: null };
  if (fitting.length > 0 && formatsIn(row.value).every((format) => offered.includes(format)))
    return {
      verdict: 'met',
      supply: { mode: row.rule, ...(offered.length > 0 ? { formats: offered } : {}) },
      slack: null,
    };
  return { verdict: ports.length === 0 ? 'missing' : 'tighten', supply, slack: null };
}
