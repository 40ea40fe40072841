import { readdirSync } from 'node:fs';
import path from 'node:path';
import { API_ROOT } from '@/lib/api/routes';

const FOLDER = path.resolve('app', API_ROOT.slice(1));

export type RouteFile = {
  /** `/products/{key}/draft` */
  path: string;
  pattern: RegExp;
  load(): Promise<Record<string, unknown>>;
};

/** Every route file under the API, as an address with its parameters in braces. */
export const ROUTE_FILES: readonly RouteFile[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => {
    const address = `/${path.dirname(file)}`.replaceAll('[', '{').replaceAll(']', '}');
    return {
      path: address,
      pattern: new RegExp(`^${address.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
      load: () => import(path.join(FOLDER, file)),
    };
  })
  .sort((a, b) => (a.path < b.path ? -1 : 1));
