'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { compareText } from '@/lib/base/compare-text';
import { meQuery } from '@/lib/client/me';
import { productsQuery } from '@/lib/client/products';
import { NavItem } from './nav-item';
import { NavSection } from './nav-section';

const SHOWN_MAX = 8;

/** What my teams answer for: models are opened in the studio, what others build on in the catalog. */
export function MyProducts() {
  const { data: me } = useQuery(meQuery());
  const lists = useQueries({
    queries: (me?.person.teams ?? []).map((team) => productsQuery({ owner: team.key, limit: SHOWN_MAX })),
  });
  const mine = lists
    .flatMap((list) => list.data?.products ?? [])
    .sort((a, b) => compareText(a.name, b.name))
    .slice(0, SHOWN_MAX);
  const models = mine.filter((product) => product.alignment === 'consumer');
  const offered = mine.filter((product) => product.alignment !== 'consumer');
  return (
    <>
      {models.length > 0 && (
        <NavSection title="Studio">
          {models.map(({ key, name, alignment }) => (
            <NavItem key={key} href={`/studio/${key}`} label={name} start={<AlignmentIcon alignment={alignment} />} />
          ))}
        </NavSection>
      )}
      {offered.length > 0 && (
        <NavSection title="My products">
          {offered.map(({ key, name, alignment }) => (
            <NavItem key={key} href={`/catalog/${key}`} label={name} start={<AlignmentIcon alignment={alignment} />} />
          ))}
        </NavSection>
      )}
    </>
  );
}
