import { Comments } from '@/components/comments/comments';
import { Panel } from '@/components/ui/panel';

/** What both sides say to each other beside what they decide. */
export function AskComments({ askKey }: { askKey: string }) {
  return (
    <Panel title="Comments" className="mt-4">
      <Comments subject={`ask:${askKey}`} empty="Nobody has said anything beside the decisions." />
    </Panel>
  );
}
