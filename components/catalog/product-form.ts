import type { ProductChange } from '@/lib/api/product-changes';
import type { ProductPage } from '@/lib/api/product-page';
import { describeMinutes, parseMinutes } from '@/lib/base/duration';
import { oldestAtBest } from '@/lib/catalog/oldest-at-best';
import type { Build, Promises } from '@/lib/catalog/snapshot';

/** A product as it is typed: text where a person writes, so that half a number is a state and not an error. */
export type ProductForm = {
  name: string;
  description: string;
  owner: string | null;
  domain: string | null;
  isDeprecated: boolean;
  mode: Build['mode'];
  every: string;
  takes: string;
  freshness: string;
  deadline: string;
  availability: string;
  completeness: string;
  historyDays: string;
  ports: ProductPage['ports'];
  goodFor: string;
  notFor: string;
};
export type FormErrors = Partial<Record<keyof ProductForm, string>>;

export function formOf(product: ProductPage): ProductForm {
  const { build, promises } = product;
  const share = (value: number | undefined) => (value === undefined ? '' : String(Number((value * 100).toFixed(4))));
  return {
    name: product.name,
    description: product.description ?? '',
    owner: product.owner?.key ?? null,
    domain: product.domain?.key ?? null,
    isDeprecated: product.status === 'deprecated',
    mode: build.mode,
    every: build.mode === 'scheduled' ? describeMinutes(build.everyMinutes) : '',
    takes: build.mode === 'virtual' ? '' : describeMinutes(build.takesMinutes),
    freshness: promises.freshnessMinutes === undefined ? '' : describeMinutes(promises.freshnessMinutes),
    deadline: promises.deadline ?? '',
    availability: share(promises.availability),
    completeness: share(promises.completeness),
    historyDays: promises.historyDays === undefined ? '' : String(promises.historyDays),
    ports: product.ports,
    goodFor: product.goodFor ?? '',
    notFor: product.notFor ?? '',
  };
}

/** What the form changes of the product, or what in it cannot be read. Null where nothing is changed. */
export function readForm(
  form: ProductForm,
  product: ProductPage,
): { change: ProductChange | null; errors: FormErrors } {
  const errors: FormErrors = {};
  const build = readBuild(form, errors);
  const promises = readPromises(form, errors);
  const oldest = build === null ? null : oldestAtBest(build);
  if (oldest !== null && promises.freshnessMinutes !== undefined && promises.freshnessMinutes < oldest)
    errors.freshness = `Made like this it is up to ${describeMinutes(oldest)} old.`;
  if (form.name.trim() === '') errors.name = 'Give it a name.';
  if (Object.keys(errors).length > 0 || build === null) return { change: null, errors };
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const wanted = {
    name: form.name.trim(),
    description: text(form.description),
    domain: form.domain,
    build,
    promises,
    ports: form.ports,
    goodFor: text(form.goodFor),
    notFor: text(form.notFor),
  } satisfies ProductChange;
  const now = { ...product, domain: product.domain?.key ?? null };
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !isSame(value, Reflect.get(now, field))),
  );
  const isHanded = form.owner !== null && form.owner !== product.owner?.key;
  const wasDeprecated = product.status === 'deprecated';
  const change: ProductChange = {
    ...changed,
    ...(isHanded && form.owner !== null ? { owner: form.owner } : {}),
    ...(form.isDeprecated === wasDeprecated ? {} : { status: form.isDeprecated ? 'deprecated' : 'published' }),
  };
  return { change: Object.keys(change).length === 0 ? null : change, errors };
}

/** The least it can promise as it is made; null where it is made when asked, or cannot be read yet. */
export function promisableAge(form: ProductForm): string | null {
  const build = readBuild(form, {});
  const oldest = build && oldestAtBest(build);
  return oldest === null ? null : describeMinutes(oldest);
}

function isSame(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  return JSON.stringify(entries ? entries.sort(([a], [b]) => (a < b ? -1 : 1)) : value);
}

function readBuild(form: ProductForm, errors: FormErrors): Build | null {
  if (form.mode === 'virtual') return { mode: 'virtual' };
  const takesMinutes = minutes(form.takes, 'takes', errors);
  if (form.mode === 'streaming') return takesMinutes === null ? null : { mode: 'streaming', takesMinutes };
  const everyMinutes = minutes(form.every, 'every', errors);
  if (takesMinutes === null || everyMinutes === null) return null;
  return { mode: 'scheduled', everyMinutes, takesMinutes };
}

function minutes(text: string, field: 'every' | 'takes' | 'freshness', errors: FormErrors): number | null {
  const read = parseMinutes(text);
  if (read === null || read < 0) errors[field] = 'Such as 30 min, 6 h or 1 h 30.';
  return read;
}

function readPromises(form: ProductForm, errors: FormErrors): Promises {
  const promises: Promises = {};
  if (form.freshness.trim() !== '') {
    const read = minutes(form.freshness, 'freshness', errors);
    if (read !== null) promises.freshnessMinutes = read;
  }
  if (form.deadline.trim() !== '') {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(form.deadline.trim())) promises.deadline = form.deadline.trim();
    else errors.deadline = 'A time of day, such as 06:00.';
  }
  for (const field of ['availability', 'completeness'] as const) {
    if (form[field].trim() === '') continue;
    const percent = Number(form[field].replace(',', '.').replace('%', ''));
    if (Number.isFinite(percent) && percent >= 0 && percent <= 100)
      promises[field] = Number((percent / 100).toFixed(8));
    else errors[field] = 'Between 0 and 100 percent.';
  }
  if (form.historyDays.trim() !== '') {
    const days = Number(form.historyDays);
    if (Number.isInteger(days) && days >= 0) promises.historyDays = days;
    else errors.historyDays = 'A whole number of days.';
  }
  return promises;
}
