'use client';

import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { Mono } from '@/components/ui/mono';
import type { ProductPage, ProductPageModel } from '@/lib/api/product-page';
import { countOf } from '@/lib/base/count-of';
import { grainWords } from '@/lib/catalog/words';
import { ModelAttribute } from './model-attribute';

type Props = {
  product: ProductPage;
  entity: ProductPageModel['entities'][number];
  isPhysical: boolean;
  isOpenFirst: boolean;
  /** A link from outside names `product.entity` or `product.entity.attribute`. */
  hash: string;
};

export function ModelEntity({ product, entity, isPhysical, isOpenFirst, hash }: Props) {
  const reference = `${product.key}.${entity.key}`;
  const isNamed = hash === reference || hash.startsWith(`${reference}.`);
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNamed) return;
    setIsOpen(true);
    section.current?.scrollIntoView({ block: 'start' });
  }, [isNamed]);
  const labels = new Map(entity.attributes.map((attribute) => [attribute.key, attribute.label]));
  const grain = isPhysical
    ? grainWords(entity.grain, 'field')
    : grainWords(
        entity.grain.map((key) => labels.get(key) ?? key),
        'plain',
      );
  return (
    <Collapsible.Root ref={section} open={isOpen} onOpenChange={setIsOpen} className="scroll-mt-4 border-t">
      <Collapsible.Trigger className="group -outline-offset-2 flex h-10 w-full items-center gap-2 px-4 text-left transition-colors duration-120 hover:bg-hover">
        <ChevronRight
          className="size-3.5 shrink-0 text-fg-3 transition-transform duration-120 group-data-[state=open]:rotate-90"
          aria-hidden="true"
        />
        <span className="font-medium text-base">{entity.label}</span>
        {isPhysical && <Mono className="text-xs">{entity.key}</Mono>}
        <span className="truncate text-fg-2 text-xs">
          {entity.grain.length === 0 ? 'rows not told apart yet' : grain}
        </span>
        <span className="ml-auto text-fg-2 text-xs tabular-nums">{countOf(entity.attributes.length, 'field')}</span>
      </Collapsible.Trigger>
      <Collapsible.Content>
        {entity.description && <p className="px-4 pb-2 pl-[38px] text-fg-2 text-sm">{entity.description}</p>}
        <ul className="pb-2">
          {entity.attributes.map((attribute) => (
            <ModelAttribute
              key={attribute.id}
              attribute={attribute}
              isKey={entity.grain.includes(attribute.key)}
              isPhysical={isPhysical}
              isNamed={hash === `${reference}.${attribute.key}`}
              isAskedFor={product.alignment !== 'consumer'}
            />
          ))}
        </ul>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
