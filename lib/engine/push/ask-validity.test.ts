import { describe, expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { Plan, Requirement } from '../plan';
import { explainRequirement } from './explain';
import { planNames } from './plan-names';
import { planPush } from './plan-push';
import { readValidity } from './validity-value';

/** A shop's orders, grouped per customer, and two consumers that state what the values must be. */
type Said = {
  shop?: object[];
  one?: object[];
  two?: object[];
  statusNulls?: number;
  distinct?: number;
  filter?: string;
  /** What the aggregate leaves out. */
  where?: string;
};

function workspace({
  shop = [],
  one = [],
  two = [],
  statusNulls = 0,
  distinct,
  filter = "status = 'delivered'",
  where,
}: Said) {
  const column = (name: string, type: string, more = {}) => ({ name, type, ...more });
  const attribute = (key: string, type: string, expression: string) => ({ key, type, expression });
  const consumer = (key: string, expectations: object[]) => ({
    key,
    owner: 'team',
    useCase: { decision: 'What to do' },
    model: {
      entities: [
        {
          key: 'order',
          grain: ['id'],
          from: { entity: 'agg-orders.order', as: 'o' },
          attributes: [
            attribute('id', 'string', 'o.id'),
            attribute('at', 'timestamp', 'o.at'),
            attribute('status', 'string', 'o.status'),
            attribute('amount', 'decimal', 'o.amount'),
            attribute('paid_at', 'timestamp', 'o.paid_at'),
          ],
        },
        {
          key: 'customer',
          grain: ['customer'],
          from: { entity: 'agg-orders.order', as: 'o' },
          groupBy: ['customer'],
          attributes: [attribute('customer', 'string', 'o.customer'), attribute('spent', 'decimal', 'sum(o.amount)')],
        },
      ],
      measures: [{ key: 'orders', entity: 'order', aggregation: 'count', filter }],
      metrics: [{ key: 'delivered', kind: 'simple', measure: 'orders', time: 'order.at' }],
      expectations,
    },
  });
  const file = {
    headwater: 1,
    workspace: { name: 'Shop' },
    teams: [{ key: 'team', name: 'Team' }],
    sources: [
      {
        key: 'db',
        tables: [
          {
            name: 'orders',
            rows: 100,
            bytes: 1000,
            key: ['id'],
            columns: [
              column('id', 'string', { distinct: 100 }),
              column('at', 'timestamp'),
              column('status', 'string', { nulls: statusNulls, ...(distinct === undefined ? {} : { distinct }) }),
              column('cents', 'integer'),
              column('paid_at', 'timestamp', { nulls: 3 }),
              column('customer', 'string', { nulls: 1 }),
            ],
          },
        ],
      },
    ],
    products: [
      {
        key: 'src-shop',
        owner: 'team',
        model: {
          entities: [
            {
              key: 'order',
              grain: ['id'],
              from: { table: 'db.orders', as: 't' },
              attributes: [
                attribute('id', 'string', 't.id'),
                attribute('at', 'timestamp', 't.at'),
                attribute('status', 'string', 't.status'),
                attribute('cents', 'integer', 't.cents'),
                attribute('paid_at', 'timestamp', 't.paid_at'),
                attribute('customer', 'string', 't.customer'),
              ],
            },
          ],
          expectations: shop,
        },
      },
      {
        key: 'agg-orders',
        owner: 'team',
        model: {
          entities: [
            {
              key: 'order',
              grain: ['id'],
              from: { entity: 'src-shop.order', as: 'o' },
              ...(where === undefined ? {} : { where }),
              attributes: [
                attribute('id', 'string', 'o.id'),
                attribute('at', 'timestamp', 'o.at'),
                attribute('status', 'string', 'o.status'),
                attribute('amount', 'decimal', 'o.cents / 100.0'),
                attribute('paid_at', 'timestamp', 'o.paid_at'),
                attribute('customer', 'string', 'o.customer'),
              ],
            },
          ],
        },
      },
      consumer('cdp-one', one),
      consumer('cdp-two', two),
    ],
  };
  const read = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
  return read.value;
}

function planned(said: Said, consumers = ['cdp-one']): Plan {
  const plan = planPush(workspace(said), consumers);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function asked(plan: Plan): Requirement[] {
  return plan.requirements.filter(
    ({ kind, because }) => kind === 'validity' && because.some(({ generated }) => !generated),
  );
}

function tell({ product, target, rule, value, verdict }: Requirement): string {
  const check = value !== null && typeof value === 'object' ? value.check : '';
  return `${product} ${target} ${rule}: ${check}, ${verdict}`;
}

describe('a stated rule about values', () => {
  test('is asked at the source, in its terms, and nowhere on the way', () => {
    const plan = planned({ one: [{ on: 'order.amount', rule: 'range', min: 0, max: 100 }] });
    expect(asked(plan).map(tell)).toEqual(['src-shop order.cents range: cents >= 0 and cents <= 10000, missing']);
    expect(plan.consumers[0]?.checks).toEqual([]);
    expect(plan.consumers[0]?.notPlanned).toEqual([]);
  });

  test('stays with the consumer where one row cannot tell, and says why', () => {
    const plan = planned({ one: [{ on: 'customer.spent', rule: 'range', max: 900 }] });
    expect(asked(plan)).toEqual([]);
    expect(plan.consumers[0]?.checks).toEqual([
      {
        on: 'customer.spent',
        rule: 'range',
        check: 'spent <= 900',
        strength: 'exact',
        why: 'the total of many rows cannot be checked on one',
      },
    ]);
  });

  test('is kept where the owner states it or something stricter, weaker where the owner allows more', () => {
    const verdicts = (values: string[]) =>
      asked(planned({ shop: [{ on: 'order.status', rule: 'in-set', values }], one: [IN_SET] })).map(
        ({ verdict }) => verdict,
      );
    expect(verdicts(['delivered'])).toEqual(['met']);
    expect(verdicts(['delivered', 'shipped', 'lost'])).toEqual(['tighten']);
    expect(verdicts(['lost'])).toEqual(['conflict']);
  });

  test('is held against what the inventory counted', () => {
    const verdict = (said: Said, rule: object) => asked(planned({ ...said, one: [rule] })).map((row) => row.verdict);
    const notNull = { on: 'order.status', rule: 'not-null' };
    expect(verdict({}, notNull)).toEqual(['met']);
    expect(verdict({ statusNulls: 4 }, notNull)).toEqual(['tighten']);
    expect(verdict({}, IN_SET)).toEqual(['missing']);
    expect(verdict({ distinct: 5 }, IN_SET)).toEqual(['tighten']);
  });

  test('of two consumers is what keeps both; sets that share nothing are a conflict', () => {
    const both = (two: object) => asked(planned({ one: [IN_SET], two: [two] }, ['cdp-one', 'cdp-two']));
    const [narrow] = both({ on: 'order.status', rule: 'in-set', values: ['delivered', 'lost'], enforcement: 'audit' });
    expect(narrow?.value).toEqual({ values: ['delivered'], check: "status in ('delivered')", enforcement: 'audit' });
    expect(narrow?.binding).toEqual(['cdp-one', 'cdp-two']);
    const [none] = both({ on: 'order.status', rule: 'in-set', values: ['lost'] });
    expect(none?.verdict).toBe('conflict');
    expect(none?.value).toMatchObject({ values: [], check: 'status is null' });
  });

  test('for most rows only keeps its share, and the owner who states the same keeps it', () => {
    const holds = { on: 'order', rule: 'holds', condition: 'paid_at >= at', min: 0.985 };
    const [row] = asked(planned({ shop: [{ ...holds, min: 0.99 }], one: [holds] }));
    expect(row).toMatchObject({
      product: 'src-shop',
      target: 'order',
      rule: 'holds: paid_at >= at',
      value: { condition: 'paid_at >= at', min: 0.985 },
      verdict: 'met',
      supply: { min: 0.99 },
      approximate: false,
    });
  });

  test('for some rows bears the condition in its name', () => {
    const [row] = asked(planned({ one: [{ on: 'order.paid_at', rule: 'not-null', when: "status = 'delivered'" }] }));
    expect(row && tell(row)).toBe(
      "src-shop order.paid_at not-null: status = 'delivered': status = 'delivered' is not true or paid_at is not null, missing",
    );
  });

  test('is told in both vocabularies', () => {
    const said: Said = { one: [{ on: 'order.status', rule: 'not-null' }] };
    const names = planNames(workspace(said));
    const [row] = asked(planned(said));
    if (!row) throw new Error('no row');
    expect(explainRequirement(row, names, 'field')).toMatch(/^order › status is not null/i);
    expect(explainRequirement(row, names, 'plain')).toMatch(/^order › status is always filled in/i);
  });
});

const IN_SET = { on: 'order.status', rule: 'in-set', values: ['delivered', 'shipped'] };

describe('what nobody has to state', () => {
  const generated = (said: Said) =>
    planned(said).requirements.filter(
      ({ kind, because }) => kind === 'validity' && because.every((one) => one.generated),
    );

  test('keys of what is needed are there, asked once at the source', () => {
    expect(generated({}).map(tell)).toContain('src-shop order.id not-null: id is not null, met');
  });

  test('a value that a metric filters by exists; a set without it is a conflict', () => {
    const verdict = (values: string[]) =>
      generated({ shop: [{ on: 'order.status', rule: 'in-set', values }] }).find(
        ({ rule }) => rule === 'in-set: includes',
      )?.verdict;
    expect(verdict(['delivered', 'shipped'])).toBe('met');
    expect(verdict(['Delivered'])).toBe('conflict');
  });

  test('one of two values is the same filter however it is spelled', () => {
    const includes = (filter: string) => generated({ filter }).find(({ rule }) => rule === 'in-set: includes')?.value;
    expect(includes("status = 'shipped' or status = 'delivered'")).toEqual(
      includes("status in ('delivered', 'shipped')"),
    );
    expect(includes("status in ('delivered', 'shipped')")).toMatchObject({ includes: ['delivered', 'shipped'] });
  });

  test('where rows are left out on the way, the value is asked for behind that too, and before it only as a warning', () => {
    const told = (said: Said) =>
      generated(said).flatMap(({ product, rule, placement, value }) =>
        rule === 'in-set: includes' ? [[product, placement?.strength, readValidity(value).check]] : [],
      );
    const check = `exists (select 1 from "order" where status in ('delivered'))`;
    expect(told({})).toEqual([['src-shop', 'exact', check]]);
    expect(told({ where: 'o.cents > 0' })).toEqual([
      ['agg-orders', 'exact', check],
      ['src-shop', 'necessary', check],
    ]);
  });

  test('what no metric uses gets no check', () => {
    expect(generated({}).some(({ target }) => target === 'order.customer')).toBe(false);
  });
});
