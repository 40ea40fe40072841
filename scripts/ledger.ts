/**
 * `npm run --silent ledger -- FILE.yaml [--consumer KEY] [--json]`: what the consumers of a workspace file need of its
 * sources, against copying everything; without a server or a database. Exit 0: a ledger; 2: the file is refused.
 */
import { printLedger } from '@/lib/engine/ledger/print-ledger';
import { toLedger } from '@/lib/engine/ledger/to-ledger';
import { runOnWorkspace } from './run-on-workspace';

process.exitCode = runOnWorkspace(
  { name: 'ledger', compute: toLedger, print: (ledger) => printLedger(ledger), exit: () => 0 },
  process.argv.slice(2),
);
