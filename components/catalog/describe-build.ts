import { describeMinutes } from '@/lib/base/duration';
import type { Build } from '@/lib/catalog/snapshot';

/** How a product comes to be: "every 6 h, takes 40 min". */
export function describeBuild(build: Build): string {
  switch (build.mode) {
    case 'virtual':
      return 'computed when it is read';
    case 'scheduled':
      return `every ${describeMinutes(build.everyMinutes)}, takes ${describeMinutes(build.takesMinutes)}`;
    case 'streaming':
      return `streaming, ${describeMinutes(build.takesMinutes)} behind`;
  }
}
