import { Ellipsis, Plus } from 'lucide-react';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { IconButton } from '@/components/ui/icon-button';
import { NavItem } from './nav-item';
import { NavSection } from './nav-section';
import { useShellDialogs } from './shell-dialogs';
import type { useMyProducts } from './use-my-products';

type Props = { mine: ReturnType<typeof useMyProducts> };

/** Models are opened in the studio, what others build on in the catalog. */
export function MyProducts({ mine: { models, offered, hasMore } }: Props) {
  const { openNewModel } = useShellDialogs();
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
      {hasMore && (
        <ul className="mt-px">
          <NavItem href="/home" icon={Ellipsis} label="All of them" isPlace={false} />
        </ul>
      )}
    </>
  );
}
