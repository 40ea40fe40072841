import { serveFile } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { ok } from '@/lib/base/result';
import { writeBuildSheet } from '@/lib/reviews/write-build-sheet';
import { openBuildSheet } from '@/lib/services/open-build-sheet';

export const GET = serveFile(routes.buildSheetFile, async (world, { params }) => {
  const sheet = await openBuildSheet(world, { product: params.key });
  if (!sheet.ok) return sheet;
  const { product, kind } = sheet.value;
  return ok({ name: `${product.key}-${kind}.md`, type: 'text/markdown', text: writeBuildSheet(sheet.value) });
});
