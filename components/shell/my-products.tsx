import { Plus } from 'lucide-react';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { IconButton } from '@/components/ui/icon-button';
import type { ProductSummary } from '@/lib/api/products';
import { NavItem } from './nav-item';
import { NavSection } from './nav-section';
import { useShellDialogs } from './shell-dialogs';

/** Models are opened in the studio, what others build on in the catalog. */
export function MyProducts({ products }: { products: readonly ProductSummary[] }) {
  const models = products.filter((product) => product.alignment === 'consumer');
  const { openNewModel } = useShellDialogs();
  const offered = products.filter((product) => product.alignment !== 'consumer');
  return (
    <>
      <NavSection
        title="Studio"
        aside={<IconButton icon={Plus} label="New model" size="sm" tooltipSide="right" onClick={openNewModel} />}
      >
        {models.map(({ key, name, alignment }) => (
          <NavItem key={key} href={`/studio/${key}`} label={name} start={<AlignmentIcon alignment={alignment} />} />
        ))}
      </NavSection>
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
