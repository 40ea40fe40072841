import type { Denial } from '@/lib/auth/can';
import type { FileProblem } from '@/lib/catalog/file-problem';
import type { AskAction } from '@/lib/reviews/ask-action';
import type { MoveProblem } from '@/lib/reviews/ask-move';
import type { CounterProblem } from '@/lib/reviews/counter-value';
import type { DescribedIssue } from './describe-issues';
import type { Preview } from './make-preview';
import type { NamedChange } from './named-change';
import type { CannotProvide } from './provide-refusal';

/** Every expected no of the services, with the facts a caller needs to go on. */
export type Refusal =
  | {
      code: 'not-found';
      what: 'product' | 'ask' | 'person' | 'team' | 'domain' | 'version' | 'record' | 'comment' | 'subject' | 'table';
      key: string;
    }
  | { code: 'forbidden'; because: Denial }
  /** `changes`: everything saved since the revision the caller knew. */
  | { code: 'stale-draft'; revision: number; changes: NamedChange[] }
  | { code: 'stale-ask'; ask: string; version: number; last: { by: string; at: string; action: AskAction } | null }
  | { code: 'edit-refused'; ids: string[] }
  | { code: 'plan-changed'; preview: Preview }
  | { code: 'not-publishable'; issues: DescribedIssue[] }
  | { code: 'lineage-loop'; loop: string[] }
  | { code: 'nothing-to-decide' }
  | { code: 'lines-not-open'; ids: string[] }
  /** Less than the builds on the way leave at best: it can be countered, not accepted. */
  | { code: 'cannot-be-kept'; ids: string[] }
  | MoveProblem
  | { code: 'cannot-provide'; because: CannotProvide }
  | { code: 'stale-product'; version: number; by: string | null }
  | { code: 'stale-organisation'; what: 'team' | 'person' | 'prices'; version: number }
  | { code: 'key-taken'; what: 'product' | 'team' | 'person'; key: string }
  | { code: 'nothing-published'; product: string }
  /** Minutes: a build that runs this seldom cannot keep what is promised. */
  | { code: 'promise-not-kept'; promised: number; oldest: number }
  /** `consumer`: the name of who has a contract about the port that would be gone. */
  | { code: 'port-agreed'; port: string; consumer: string }
  | { code: 'draft-unchanged'; product: string }
  | { code: 'counter-refused'; line: string; problem: CounterProblem }
  | { code: 'delegate-refused'; name: string; isAsking: boolean }
  | { code: 'file-refused'; problems: FileProblem[] }
  | { code: 'thread-full'; max: number }
  | { code: 'workspace-in-use'; name: string; products: string[] };
