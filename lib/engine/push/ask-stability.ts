import { compareText } from '@/lib/base/compare-text';
import { agreedNotices, type Notice } from '@/lib/catalog/agreed-notices';
import type { Lineage } from '../lineage/lineage';
import { pathsFrom } from '../lineage/paths-from';
import type { ConsumerPlan, Requirement } from '../plan';
import { printSteps } from '../steps';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/**
 * How long before a breaking change it is said, which contracts alone ask for. A contract counts where both sides are
 * needed and one reads the other. Whoever owes a notice can keep it only when he is told as early himself, so the same
 * number of days is asked of everybody upstream of the provider; each of them is held to what it has agreed with those
 * who read it on the way.
 */
export function askStability(lineage: Lineage, { consumer, graph }: ConsumerDemand): AskedRow[] {
  const agreed = agreedNotices(lineage.snapshot.contracts);
  if (agreed.length === 0) return [];
  const toReaders = pathsFrom(graph.inputs, consumer.key);
  return agreed.flatMap((notice): AskedRow[] => {
    const path = toReaders.get(notice.reader);
    const toProvider = path && pathsFrom(graph.inputs, notice.reader, path).get(notice.provider);
    if (!toProvider || notice.reader === notice.provider) return [];
    const asked = pathsFrom(graph.inputs, notice.provider, toProvider);
    return [...asked].map(([product, steps]) => {
      const readers = [...asked.keys()].filter((reader) => graph.inputs.get(reader)?.includes(product));
      const told =
        product === notice.provider ? [notice.days] : readers.map((reader) => toldTo(agreed, reader, product));
      const { reader, provider, days } = notice;
      const contract = { consumer: reader, product: provider, noticeDays: days };
      return {
        consumer: consumer.key,
        product,
        target: null,
        kind: 'stability',
        rule: null,
        role: null,
        value: { noticeDays: days },
        judged: judgeNotice(days, told),
        because: [{ consumer: consumer.key, metric: null, contract, path: printSteps(steps) }],
      };
    });
  });
}

function toldTo(agreed: readonly Notice[], reader: string, provider: string): number | null {
  return agreed.find((notice) => notice.reader === reader && notice.provider === provider)?.days ?? null;
}

function judgeNotice(days: number, told: readonly (number | null)[]): Pick<Requirement, 'verdict' | 'supply'> {
  const known = told.filter((one) => one !== null);
  if (known.length < told.length) return { verdict: 'missing', supply: null };
  const least = Math.min(...known);
  return { verdict: least >= days ? 'met' : 'tighten', supply: { noticeDays: least } };
}

export function longerNotice(a: AskedRow['value'], b: AskedRow['value']): AskedRow['value'] {
  return noticeDaysOf(a) >= noticeDaysOf(b) ? a : b;
}

export function noticeDaysOf(value: AskedRow['value']): number {
  return value !== null && typeof value === 'object' ? Number(value.noticeDays ?? 0) : 0;
}

/** What this consumer has agreed with products of which it needs nothing: nobody is asked, and that is said. */
export function idleContracts({ snapshot }: Lineage, { consumer, graph }: ConsumerDemand): ConsumerPlan['issues'] {
  const idle = snapshot.contracts.filter(({ consumer: key, product }) => {
    return key === consumer.key && !graph.order.includes(product);
  });
  return [...new Set(idle.map(({ product }) => product))].sort(compareText).map((product) => {
    const name = snapshot.products.find(({ key }) => key === product)?.name ?? product;
    const words = `There is a contract with ${name}, and nothing is needed of it.`;
    return { code: 'contract-without-need', at: product, severity: 'warning' as const, words };
  });
}
