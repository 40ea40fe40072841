import { UserRoundX } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import type { ProductPage } from '@/lib/api/product-page';

export function OwnerlessNotice({ product }: { product: ProductPage }) {
  return (
    <Banner tone="warn" icon={UserRoundX} className="mt-5">
      <span className="font-medium">Nobody owns {product.name}.</span> Nothing can be agreed about it until a team
      answers for it.
      {product.reliedOnBy === 0
        ? ' Nobody asks anything of it either: it can stay where it is.'
        : ` ${product.reliedOnBy === 1 ? 'One consumer relies' : `${product.reliedOnBy} consumers rely`} on it all the same.`}
    </Banner>
  );
}
