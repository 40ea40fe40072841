import { countOf } from '@/lib/base/count-of';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { unreachable } from '@/lib/base/unreachable';
import type { RequirementKind, RequirementValue } from '@/lib/engine/plan';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { valuesOf } from './counter-value';
import type { Alternative, Consequence, ConsumerAfter, CounterQuestion } from './find-consequence';

const NAMED_MAX = 3;

/** "24 h instead of 6 h: Repeat rate becomes 27 h old; it breaks what 2 consumers were promised." */
export function describeConsequence({ asked, value, names }: CounterQuestion, { consumers }: Consequence): string {
  const head = `${amount(asked.kind, value)} instead of ${amount(asked.kind, asked.value)}`;
  if (consumers.length === 0) return `${head}: nobody would notice.`;
  const broken = consumers.filter(isBroken).map(({ consumer }) => names.product(consumer));
  const touched = consumers.map((after) => whatBecomes(asked.kind, value, after, names)).filter((one) => one !== null);
  const ends =
    broken.length === 0
      ? 'every stated need still holds'
      : `it breaks what ${broken.length === 1 ? broken.join('') : countOf(broken.length, 'consumer')} ${broken.length === 1 ? 'was' : 'were'} promised`;
  return `${head}: ${[...touched, ends].join('; ')}.`;
}

export function isBroken({ needs, policies, missing }: ConsumerAfter): boolean {
  return needs.some((need) => need.isBroken) || policies.length > 0 || missing.length > 0;
}

function whatBecomes(
  kind: RequirementKind,
  value: RequirementValue,
  after: ConsumerAfter,
  names: PlanNames,
): string | null {
  const named = after.metrics.map(({ name }) => names.metric(after.consumer, name));
  const some = named.slice(0, NAMED_MAX);
  const who = joinWords(named.length > NAMED_MAX ? [...some, `${named.length - NAMED_MAX} more`] : some);
  const isOne = named.length === 1;
  const [oldest] = after.metrics;
  if (!oldest) return null;
  switch (kind) {
    case 'freshness': {
      const isSame = after.metrics.every(({ ageMinutes }) => ageMinutes === oldest.ageMinutes);
      if (oldest.ageMinutes === null) return null;
      return `${who} ${isOne ? 'becomes' : 'become'} ${isSame ? '' : 'up to '}${describeMinutes(oldest.ageMinutes)} old`;
    }
    case 'history':
      return `${who} ${isOne ? 'reaches' : 'reach'} back ${amount(kind, value)} at most`;
    case 'completeness':
      return `${who} may miss more`;
    case 'availability':
      return `${who} cannot be had as often`;
    case 'deadline':
      return `${who} ${isOne ? 'comes' : 'come'} later`;
    case 'validity':
      return `${who} no longer ${isOne ? 'sees' : 'see'} ${joinWords(after.missing)}`;
    default:
      return null;
  }
}

/** A stated need in a line of its own: "freshness: 24 h stated, becomes 27 h". */
export function describeNeedAfter(
  { asked }: CounterQuestion,
  { name, stated, after }: ConsumerAfter['needs'][number],
): string {
  if (stated === null || after === null) return `${name} no longer holds`;
  const becomes = asked.kind === 'completeness' ? 'may come to' : 'becomes';
  return `${name}: ${amount(asked.kind, stated)} stated, ${becomes} ${amount(asked.kind, after)}`;
}

/** What could be done instead, as one sentence. */
export function describeAlternative(alternative: Alternative, names: PlanNames): string {
  const who = names.product(alternative.consumer);
  switch (alternative.kind) {
    case 'schedule': {
      const runs = alternative.schedules.map(
        ({ product, everyMinutes, takesMinutes }) =>
          `${names.product(product)} every ${describeMinutes(everyMinutes)}, ${describeMinutes(takesMinutes)} each`,
      );
      return `Run ${joinWords(runs)}: then this is enough for ${who}.`;
    }
    case 'slack':
      return `The others on the way promise more than is asked: ${who} still comes to ${describeShare(alternative.reaches)}.`;
    case 'state-less':
      return `${who} asks for at most ${describeMinutes(alternative.minutes)} instead.`;
    default:
      return unreachable(alternative);
  }
}

function amount(kind: RequirementKind, value: RequirementValue): string {
  if (typeof value === 'number') {
    if (kind === 'freshness') return describeMinutes(value);
    if (kind === 'history') return countOf(value, 'day');
    return kind === 'availability' || kind === 'completeness' ? describeShare(value) : String(value);
  }
  if (typeof value === 'string') return value === 'all' ? 'all of it' : value;
  return joinWords(valuesOf(value) ?? []);
}
