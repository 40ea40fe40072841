import { z } from 'zod';

/** Everything a person may want to do. A route names one of these; what is not here cannot be allowed. */
export const Action = z.enum([
  'health.read',
  'description.read',
  'me.read',
  'people.read',
  'person.switch',
  'catalog.read',
  'draft.read',
  'draft.save',
  'plan.preview',
  'version.send',
  'ask.read',
  'ask.decide',
  'ask.delegate',
  'ask.answer',
  'ask.agree',
  'ask.provide',
  'model.publish',
  'product.create',
  'product.edit',
  'use-case.say',
  'team.manage',
  'event.read',
  'event.mark',
  'comment.read',
  'comment.write',
  'presence.tell',
  'workspace.export',
  'workspace.import',
]);
export type Action = z.infer<typeof Action>;
