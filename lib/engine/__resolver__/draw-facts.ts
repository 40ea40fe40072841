import { chance, type Draw, pick, pickAny, pickSome } from './draw';
import type { ValueType } from './draw-condition';

type Facts = Record<string, unknown>;

/** What is known of a column, by chance: counts, gaps, how delicate it is. Keys are mostly what keys should be. */
export function drawStatistics(draw: Draw, isKey: boolean): Facts {
  return {
    ...(chance(draw, 45) ? { nulls: isKey ? 0 : pick(draw, [0, 10, 1, 400]) } : {}),
    ...(chance(draw, 45) ? { distinct: isKey ? 1000 : pick(draw, [5, 1000, 40]) } : {}),
    ...(chance(draw, 6) ? { classification: drawClassification(draw) } : {}),
  };
}

export function drawClassification(draw: Draw): string {
  return pick(draw, ['personal', 'confidential', 'internal', 'public']);
}

export function drawPorts(draw: Draw): Facts[] {
  return pickSome(draw, PORTS, 25);
}

const PORTS: readonly Facts[] = [
  { key: 'table', mode: 'batch', format: 'parquet' },
  { key: 'events', mode: 'stream', format: 'avro' },
  { key: 'plain_events', mode: 'stream' },
  { key: 'door', mode: 'api', format: 'json' },
];

export function drawDelivery(draw: Draw, products: readonly string[]): Facts {
  const asked = pick(draw, [
    { mode: 'stream' },
    { mode: 'stream', format: 'avro' },
    { mode: 'batch', format: 'parquet' },
    { mode: 'api' },
  ]);
  const product = chance(draw, 20) ? pickAny(draw, products) : null;
  return { rule: 'delivery', ...asked, ...(product === null ? {} : { product }) };
}

/** A rule about the values of one attribute, of the type's own kind. */
export function drawValueRule(draw: Draw, type: ValueType): Facts {
  const isText = type === 'string';
  const isNumber = type === 'integer' || type === 'decimal';
  return pick<Facts>(draw, [
    { rule: 'completeness', of: 'values', min: pick(draw, [0.98, 0.999, 1]) },
    { rule: 'not-null' },
    ...(isText
      ? [
          { rule: 'in-set', values: pick(draw, [['x', 'y', 'z'], ['x'], ['q', 'x']]) },
          { rule: 'pattern', regex: '^[a-z]' },
        ]
      : []),
    ...(isNumber ? [{ rule: 'range', ...pick<Facts>(draw, [{ min: 0 }, { min: 1, max: 9 }, { max: 5 }]) }] : []),
  ]);
}

/** House rules of every kind but those about time and uptime, which have their own place. */
export function drawHouseRule(draw: Draw): Facts {
  return pick(draw, [
    { rule: 'completeness', min: 0.9 },
    { rule: 'completeness', of: 'values', min: 0.95 },
    { rule: 'volume', min: 10 },
    { rule: 'unique' },
    { rule: 'not-null' },
    { rule: 'range', min: 0 },
    { rule: 'pattern', regex: '^[a-z]' },
    { rule: 'in-set', values: ['x', 'y'] },
    { rule: 'history', days: 90 },
    { rule: 'history-max', days: 300 },
    { rule: 'deadline', at: '05:00' },
    { rule: 'owner' },
    { rule: 'mask' },
    { rule: 'stays-in', alignment: 'source' },
    { rule: 'currency' },
    { rule: 'delivery', mode: 'batch', format: 'parquet' },
  ]);
}
