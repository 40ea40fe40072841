import { serveAnyone } from '@/app/api/serve';
import { describeApi } from '@/lib/api/openapi';
import { routes } from '@/lib/api/routes';
import { ok } from '@/lib/base/result';

const document = describeApi(routes);

export const GET = serveAnyone(routes.description, async () => ok({ body: document }));
