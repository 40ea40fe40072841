'use client';

import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { useShortcut } from '@/components/ui/use-shortcut';
import { type CatalogFacets, hasFacets } from './catalog-facets';
import { useFacetOptions } from './use-facet-options';

type Props = { facets: CatalogFacets; onChange: (changes: Partial<CatalogFacets>) => void; onClear: () => void };

const ROLES = [
  { value: 'all', label: 'All' },
  { value: 'source', label: 'Sources' },
  { value: 'aggregate', label: 'Aggregates' },
  { value: 'consumer', label: 'Consumers' },
] as const;
const STATUSES = [
  { value: 'all', label: 'Every status' },
  { value: 'published', label: 'Published' },
  { value: 'draft', label: 'Draft' },
  { value: 'deprecated', label: 'Deprecated' },
] as const;

export function CatalogFilters({ facets, onChange, onClear }: Props) {
  const search = useRef<HTMLInputElement>(null);
  const { domains, owners } = useFacetOptions();
  useShortcut('/', () => search.current?.focus());
  return (
    <search className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b bg-bg px-3 py-2">
      <div className="w-60">
        <Input
          ref={search}
          icon={Search}
          type="search"
          aria-label="Search the catalog"
          placeholder="Search by word"
          value={facets.q}
          onChange={(event) => onChange({ q: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          end={facets.q === '' && <Kbd>/</Kbd>}
        />
      </div>
      <Segmented label="Role" value={facets.role} onChange={(role) => onChange({ role })} options={ROLES} />
      <Select
        label="Domain"
        look="bare"
        value={facets.domain}
        options={domains}
        onChange={(domain) => onChange({ domain })}
      />
      <Select
        label="Owner"
        look="bare"
        value={facets.owner}
        options={owners}
        onChange={(owner) => onChange({ owner })}
      />
      <Select
        label="Status"
        look="bare"
        value={facets.status}
        options={STATUSES}
        onChange={(status) => onChange({ status })}
      />
      {hasFacets(facets) && (
        <Button variant="ghost" size="sm" icon={X} onClick={onClear}>
          Clear
        </Button>
      )}
    </search>
  );
}
