import { Comments } from '@/components/comments/comments';
import { Panel } from '@/components/ui/panel';

/** What people say about a product: questions its description does not answer yet. */
export function CommentsPanel({ productKey }: { productKey: string }) {
  return (
    <Panel title="Comments">
      <Comments key={productKey} subject={`product:${productKey}`} empty="Nobody has asked anything here yet." />
    </Panel>
  );
}
