import { serveFile } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { ok } from '@/lib/base/result';
import { exportWorkspace } from '@/lib/services/export-workspace';

export const GET = serveFile(routes.workspaceFile, async (world, { query }) => {
  const file = await exportWorkspace(world, { isBackup: query.backup === 'true' });
  return file.ok ? ok({ ...file.value, type: 'application/yaml' }) : file;
});
