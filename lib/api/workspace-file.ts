import { z } from 'zod';

const TEXT_MAX = 2 * 1024 * 1024;

export const WorkspaceFileQuery = z.strictObject({
  /** With record ids and canvases, to bring the workspace back as it was. */
  backup: z.enum(['true', 'false']).optional(),
});
export type WorkspaceFileQuery = z.infer<typeof WorkspaceFileQuery>;

export const ImportWorkspace = z.strictObject({
  text: z.string().min(1).max(TEXT_MAX),
  /** The file's name, for the record only. */
  name: z.string().max(200).optional(),
});
export type ImportWorkspace = z.infer<typeof ImportWorkspace>;

export const WorkspaceImported = z.strictObject({
  workspace: z.string(),
  products: z.number().int(),
  sources: z.number().int(),
});
export type WorkspaceImported = z.infer<typeof WorkspaceImported>;
