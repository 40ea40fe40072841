'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { ProductPage } from '@/lib/api/product-page';
import { teamsQuery } from '@/lib/client/teams';
import { type FormErrors, type ProductForm, promisableAge } from './product-form';

const MODES = [
  { value: 'virtual', label: 'When asked' },
  { value: 'scheduled', label: 'On a schedule' },
  { value: 'streaming', label: 'All the time' },
] as const;
const PORTS = [
  { value: 'batch', label: 'Files or tables' },
  { value: 'stream', label: 'Stream' },
  { value: 'api', label: 'API' },
  { value: 'sql', label: 'SQL' },
] as const;

type Props = {
  product: ProductPage;
  form: ProductForm;
  errors: FormErrors;
  onChange: (form: ProductForm) => void;
};
type TextKey = { [K in keyof ProductForm]: ProductForm[K] extends string ? K : never }[keyof ProductForm];

export function ProductFields({ product, form, errors, onChange }: Props) {
  const teams = useQuery(teamsQuery());
  const possible = promisableAge(form);
  const set = <K extends keyof ProductForm>(field: K, value: ProductForm[K]) => onChange({ ...form, [field]: value });
  const text = (field: Exclude<TextKey, 'mode'>, label: string, placeholder = '') => (
    <Field label={label} error={errors[field]}>
      <Input value={form[field]} placeholder={placeholder} onChange={(event) => set(field, event.target.value)} />
    </Field>
  );
  const long = (field: 'description' | 'goodFor' | 'notFor', label: string) => (
    <Field label={label}>
      <Textarea rows={2} value={form[field]} maxLength={4000} onChange={(event) => set(field, event.target.value)} />
    </Field>
  );
  return (
    <>
      <fieldset className="space-y-2">
        <legend className="mb-1 font-medium text-sm">How it is made</legend>
        <Segmented label="How it is made" value={form.mode} onChange={(mode) => set('mode', mode)} options={MODES} />
        <div className="grid grid-cols-2 gap-3">
          {form.mode === 'scheduled' && text('every', 'Runs every', '6 h')}
          {form.mode !== 'virtual' && text('takes', 'Takes', '30 min')}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-medium text-sm">What it promises</legend>
        <div className="grid grid-cols-2 gap-3">
          <div>
            {text('freshness', 'At most this old', 'nothing promised')}
            {errors.freshness && possible && (
              <Button size="sm" variant="ghost" className="mt-1" onClick={() => set('freshness', possible)}>
                Promise {possible}
              </Button>
            )}
          </div>
          {text('deadline', 'Ready by', 'nothing promised')}
          {text('availability', 'Available, percent', 'nothing promised')}
          {text('completeness', 'Complete, percent', 'nothing promised')}
          {text('historyDays', 'Days of history', 'nothing promised')}
        </div>
      </fieldset>
      <PortFields ports={form.ports} onChange={(ports) => set('ports', ports)} />
      <fieldset className="space-y-3">
        <legend className="mb-1 font-medium text-sm">What it is</legend>
        {text('name', 'Name')}
        {long('description', 'Description')}
        {long('goodFor', 'Good for')}
        {long('notFor', 'Not for')}
        <div className="grid grid-cols-2 gap-3">
          <Field
            label="Owner"
            hint={form.owner === product.owner?.key ? undefined : 'It is handed over when you save.'}
          >
            <Select
              value={form.owner}
              onChange={(owner) => set('owner', owner)}
              options={(teams.data?.teams ?? []).map(({ key, name }) => ({ value: key, label: name }))}
              placeholder="Nobody"
            />
          </Field>
          <Field label="Domain">
            <Select
              value={form.domain}
              onChange={(domain) => set('domain', domain)}
              options={(teams.data?.domains ?? []).map(({ key, name }) => ({ value: key, label: name }))}
              placeholder="None"
            />
          </Field>
        </div>
        {product.version !== null && (
          <Checkbox
            label="Deprecated: nobody new should rely on it"
            checked={form.isDeprecated}
            onChange={(isDeprecated) => set('isDeprecated', isDeprecated)}
          />
        )}
      </fieldset>
    </>
  );
}

function PortFields({
  ports,
  onChange,
}: {
  ports: ProductForm['ports'];
  onChange: (ports: ProductForm['ports']) => void;
}) {
  const taken = new Set(ports.map(({ key }) => key));
  const free = ['table', 'stream', 'api', 'sql', ...ports.map((_, at) => `port-${at + 1}`)].find(
    (key) => !taken.has(key),
  );
  const set = (at: number, port: ProductForm['ports'][number]) =>
    onChange(ports.map((one, index) => (index === at ? port : one)));
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">Ports</legend>
      <ul className="space-y-1.5">
        {ports.map((port, at) => (
          <li key={port.key} className="flex items-center gap-2">
            <span className="w-20 shrink-0 truncate text-fg-2 text-sm">{port.key}</span>
            <Select
              label={`What ${port.key} is`}
              value={port.mode}
              onChange={(mode) => set(at, { ...port, mode })}
              options={PORTS}
              className="w-40 shrink-0"
            />
            <Input
              aria-label={`Format of ${port.key}`}
              value={port.format ?? ''}
              placeholder="format"
              onChange={({ target }) => {
                const { format: _, ...rest } = port;
                set(at, target.value === '' ? rest : { ...rest, format: target.value });
              }}
            />
            <IconButton
              icon={X}
              label={`Remove ${port.key}`}
              size="sm"
              onClick={() => onChange(ports.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={Plus}
        size="sm"
        variant="ghost"
        className="mt-1"
        onClick={() => free && onChange([...ports, { key: free, mode: 'batch' }])}
      >
        Add a port
      </Button>
    </fieldset>
  );
}
