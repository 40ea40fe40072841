import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import type { ProductSummary } from '@/lib/api/products';
import { NavItem } from './nav-item';
import { NavSection } from './nav-section';

/** Models are opened in the studio, what others build on in the catalog. */
export function MyProducts({ products }: { products: readonly ProductSummary[] }) {
  const models = products.filter((product) => product.alignment === 'consumer');
  const offered = products.filter((product) => product.alignment !== 'consumer');
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
