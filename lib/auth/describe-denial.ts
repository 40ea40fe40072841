import { unreachable } from '@/lib/base/unreachable';
import type { Denial } from './can';

/** The sentence for a no, in the words of the person who meant to act. */
export function describeDenial(denial: Denial): string {
  switch (denial) {
    case 'not-signed-in':
      return 'Nobody is signed in.';
    case 'elsewhere':
      return 'There is no such thing in this workspace.';
    case 'not-in-demo':
      return 'Only the demonstration lets you choose who you are.';
    case 'not-your-team':
      return 'Only the team that owns this product may do that.';
    case 'not-your-role':
      return 'Your role does not include that.';
    case 'no-owner':
      return 'Nobody owns this product yet, so nobody can answer for it. Give it an owner first.';
    case 'not-asking-team':
      return 'Only the team that asks may answer.';
    case 'own-counter':
      return 'You made this offer yourself: somebody else of the asking team agrees to it.';
    case 'own-ask':
      return 'You sent this ask yourself: somebody else of the owning team decides on it.';
    case 'not-a-consumer':
      return 'Only a product that serves a decision sends its needs upstream.';
    case 'sent-instead':
      return 'A product that serves a decision is sent upstream, which publishes it.';
    case 'unknown':
      return 'That is not allowed.';
    default:
      return unreachable(denial);
  }
}
