import { routes } from '@/lib/api/routes';
import { request } from './request';

/** Up to which event I have looked: at one thing, or at everything. */
export function markRead(seq: number, thing?: string): Promise<void> {
  return request(routes.markRead, { body: thing === undefined ? { seq } : { seq, thing } });
}
