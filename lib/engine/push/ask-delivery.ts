import { compareText } from '@/lib/base/compare-text';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Lineage } from '../lineage/lineage';
import { pathsFrom } from '../lineage/paths-from';
import type { ConsumerPlan, Requirement } from '../plan';
import { printSteps } from '../steps';
import { graphOf } from './ask-scope';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

type Delivery = Extract<ExpectationRule, { rule: 'delivery' }>;

/**
 * How data is handed over. Batch, API and SQL concern who delivers: the named product, else everybody the consumer reads
 * directly. Events must come as events all the way, so a stream is asked of every product upstream too; the format is
 * asked only of who delivers, because each product on the way may speak its own. A named product that is not read is an
 * issue of the consumer, and nobody is asked.
 */
export function askDeliveries(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { consumer } = consumerDemand;
  return indexModel(consumer.model).byKind.expectation.flatMap((expectation): AskedRow[] => {
    const { id, rule, origin } = expectation;
    const graph =
      rule.rule === 'delivery' && origin === 'stated' ? graphOf(lineage, consumerDemand, expectation) : null;
    if (rule.rule !== 'delivery' || !graph) return [];
    const paths = pathsFrom(graph.inputs, consumer.key);
    if (rule.product !== undefined && !paths.has(rule.product)) return [];
    const deliver = rule.product === undefined ? (graph.inputs.get(consumer.key) ?? []) : [rule.product];
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

/** Deliveries asked by name of a product that this need reads nothing of. */
export function strayDeliveries(lineage: Lineage, consumerDemand: ConsumerDemand): ConsumerPlan['issues'] {
  const { consumer } = consumerDemand;
  const found = indexModel(consumer.model).byKind.expectation.flatMap((expectation) => {
    const { id, rule, origin } = expectation;
    if (rule.rule !== 'delivery' || rule.product === undefined || origin !== 'stated') return [];
    const graph = graphOf(lineage, consumerDemand, expectation);
    if (graph && rule.product !== consumer.key && graph.inputs.has(rule.product)) return [];
    const name = lineage.product(rule.product)?.product.name ?? rule.product;
    const words = `“${nameOfRecord(consumer.model, id)}” is asked of ${name}, of which nothing is needed; so nobody is asked.`;
    return [{ code: 'delivery-without-need', at: rule.product, severity: 'warning' as const, words }];
  });
  return found.sort((a, b) => compareText(a.at, b.at) || compareText(a.words, b.words));
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
