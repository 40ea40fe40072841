import { countOf } from '@/lib/base/count-of';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Requirement, RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { describeAsk } from '@/lib/engine/push/describe-ask';
import { explainRequirement } from '@/lib/engine/push/explain';
import { type PlanNames, planNames } from '@/lib/engine/push/plan-names';
import type { Vocabulary } from '@/lib/model/vocabulary';
import { type DiffMark, findDiffMarks } from '@/lib/reviews/diff-marks';
import { type Effect, type EffectLine, findEffect, isUnchanged } from '@/lib/reviews/find-effect';
import { nameLosses } from './name-losses';
import type { PlanByConsumer } from './plan-each';
import { changesBetween } from './read-ask-changes';
import type { StoredPerson } from './store';

const NAMED_MAX = 4;

export type EffectSpeaker = {
  snapshot: WorkspaceSnapshot;
  people: readonly StoredPerson[];
  vocabulary: Vocabulary;
  /** The product that changes, if it is one: what it newly offers itself is asked of nobody. */
  changed: string | null;
};
export type DescribedEffect = ReturnType<typeof describeOne> & { marks: DiffMark[] };

/**
 * What a change upstream does, consumer by consumer and by name: which needs are no longer met and by how much, which
 * metrics stand on them, who is concerned, and what is newly asked of others. Consumers that would not notice are left
 * out.
 */
export function describeEffects(
  before: PlanByConsumer,
  after: PlanByConsumer,
  speaker: EffectSpeaker,
): DescribedEffect[] {
  const names = planNames(speaker.snapshot);
  return [...after].flatMap(([consumer, plan]) => {
    const was = before.get(consumer);
    const effect = was && withoutOwn(findEffect(was, plan), speaker.changed);
    if (!was || !effect || isUnchanged(effect)) return [];
    const marks = findDiffMarks(changesBetween(was.requirements, plan.requirements));
    return [{ ...describeOne(consumer, effect, names, speaker), marks }];
  });
}

function withoutOwn(effect: Effect, changed: string | null): Effect {
  return { ...effect, asked: effect.asked.filter(({ product, verdict }) => product !== changed || verdict !== 'met') };
}

function describeOne(consumer: string, effect: Effect, names: PlanNames, { people, vocabulary }: EffectSpeaker) {
  const owner = names.team(consumer);
  const metrics = metricsOf(consumer, effect.broken, names);
  const lost = nameLosses(consumer, effect.lost, names);
  return {
    consumer: { key: consumer, name: names.product(consumer) },
    owner,
    people: people.filter(({ teams }) => owner && teams.includes(owner.key)).map(({ key, name }) => ({ key, name })),
    breaks: effect.broken.length + effect.lost.length > 0,
    words: sentence(names.product(consumer), { ...effect, lost }, [...new Set([...metrics, ...lost])]),
    metrics,
    lost,
    broken: effect.broken.map((line) => describeLine(line, names, vocabulary)),
    mended: effect.mended.map((line) => describeLine(line, names, vocabulary)),
    asked: effect.asked.map((row) => ({
      product: { key: row.product, name: names.product(row.product) },
      team: names.team(row.product),
      target: row.target,
      verdict: row.verdict,
      words: explainRequirement(row, names, vocabulary),
    })),
    released: effect.released.length,
    age: effect.age,
    conflicts: effect.conflicts.map(({ words }) => words),
  };
}

function metricsOf(consumer: string, lines: readonly EffectLine[], names: PlanNames): string[] {
  const keys = lines.flatMap(({ now }) => now.because.flatMap(({ metric }) => metric ?? []));
  return [...new Set(keys)].map((key) => names.metric(consumer, key));
}

function describeLine({ was, now }: EffectLine, names: PlanNames, vocabulary: Vocabulary) {
  return {
    product: { key: now.product, name: names.product(now.product) },
    team: names.team(now.product),
    kind: now.kind,
    target: now.target,
    verdict: now.verdict,
    words: `${describeAsk(now, names, vocabulary)}: ${offered(was, now)}`,
  };
}

/** "needs 10 h 50, was 30 min, becomes 24 h": numbers where there are numbers. */
function offered(was: Requirement | null, now: Requirement): string {
  const before = was === null ? null : amount(now.kind, was.supply);
  const after = amount(now.kind, now.supply);
  if (before === null && after === null) return now.verdict === 'met' ? 'offered now' : 'nobody offers it any more';
  if (before === after)
    return `${after} is offered, ${now.verdict === 'met' ? 'which is enough now' : 'not enough any more'}`;
  return `${before === null ? 'not known before' : `was ${before}`}, becomes ${after ?? 'unknown'}`;
}

function amount(kind: RequirementKind, value: RequirementValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return null;
  if (kind === 'freshness') return describeMinutes(value);
  if (kind === 'history') return countOf(value, 'day');
  return kind === 'availability' || kind === 'completeness' ? describeShare(value) : String(value);
}

function sentence(consumer: string, effect: Effect, metrics: readonly string[]): string {
  const { broken, mended, asked, age, lost } = effect;
  const aged =
    age.before !== null && age.after !== null && age.before !== age.after
      ? [`becomes ${describeMinutes(age.after)} old instead of ${describeMinutes(age.before)}`]
      : [];
  const parts = [
    ...aged,
    ...(broken.length > 0 ? [`${countOf(broken.length, 'need')} no longer met`] : []),
    ...(lost.length > 0 ? [`${countOf(lost.length, 'thing')} can no longer be computed`] : []),
    ...(mended.length > 0 ? [`${countOf(mended.length, 'need')} met now`] : []),
    ...(asked.length > 0 ? [`needs ${countOf(asked.length, 'thing')} more of others`] : []),
  ];
  const shown = metrics.length > NAMED_MAX ? metrics.slice(0, NAMED_MAX - 1) : metrics;
  const others = metrics.length > shown.length ? [`${metrics.length - shown.length} more`] : [];
  const whom = metrics.length > 0 ? ` (${joinWords([...shown, ...others])})` : '';
  return parts.length === 0 ? `${consumer} needs less of others.` : `${consumer}: ${parts.join(', ')}${whom}.`;
}
