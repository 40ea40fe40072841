import { mutationOptions } from '@tanstack/react-query';
import { API_ROOT, routes } from '@/lib/api/routes';
import type { ImportWorkspace } from '@/lib/api/workspace-file';
import { request } from './request';

/** Where the browser downloads the workspace from. */
export const WORKSPACE_FILE_ADDRESS = `${API_ROOT}${routes.workspaceFile.path}`;

/** A refused file throws `ApiProblem` with code `file-refused`; its `problems` say line and column. */
export function importWorkspaceMutation() {
  return mutationOptions({
    mutationFn: ({
      idempotencyKey,
      signal,
      ...body
    }: ImportWorkspace & { idempotencyKey: string; signal: AbortSignal }) =>
      request(routes.importWorkspace, { body, idempotencyKey, signal }),
  });
}
