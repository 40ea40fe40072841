'use client';

import { Badge } from '@/components/ui/badge';
import { IconTile } from '@/components/ui/icon-tile';
import { Mono } from '@/components/ui/mono';
import { TextLink } from '@/components/ui/text-link';
import type { ProductPage } from '@/lib/api/product-page';
import { alignmentIcons } from './alignment-icon';
import { alignmentWords } from './alignment-words';
import { HealthChip } from './health-chip';
import { OwnerName } from './owner-name';
import { StatusBadge } from './status-badge';

export function ProductHeader({ product }: { product: ProductPage }) {
  const { alignment, description, domain, owner, version, hasDraft, status } = product;
  return (
    <header className="flex gap-4">
      <IconTile icon={alignmentIcons[alignment]} color={`var(--${alignment})`} size="lg" className="mt-0.5" />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-semibold text-2xl tracking-[-0.02em]">{product.name}</h2>
          <StatusBadge status={status} />
          {version !== null && <Mono className="text-sm">v{version}</Mono>}
          {hasDraft && <Badge tone="accent">changed since</Badge>}
          <HealthChip
            product={product}
            isShort={product.askedAgainstPromised.some(({ verdict }) => verdict !== 'met')}
          />
        </div>
        <p className="mt-1 text-fg-2 text-sm">
          {[alignmentWords[alignment], ...(domain ? [domain.name] : [])].join(' · ')} · owned by{' '}
          {owner ? (
            <TextLink href={`/teams#${owner.key}`} className="font-medium text-fg">
              {owner.name}
            </TextLink>
          ) : (
            <OwnerName owner={null} className="font-medium" />
          )}
        </p>
        {description && <p className="mt-2 max-w-[68ch] text-pretty text-base text-fg-2">{description}</p>}
      </div>
    </header>
  );
}
