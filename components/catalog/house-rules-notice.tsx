import { Gavel } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { Banner } from '@/components/ui/banner';
import type { ProductPage } from '@/lib/api/product-page';

export function HouseRulesNotice({ product }: { product: ProductPage }) {
  const { brokenHouseRules: broken } = product;
  return (
    <Banner tone="warn" icon={Gavel} className="mt-2">
      <p className="font-medium">
        {broken.length === 1 ? 'It breaks a house rule' : `It breaks ${broken.length} house rules`}, although nobody
        needs it.
      </p>
      {broken.map((words) => (
        <p key={words}>
          <Said>{words}</Said>
        </p>
      ))}
    </Banner>
  );
}
