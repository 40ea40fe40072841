import { Alignment } from '../snapshot';
import { alignmentOfKey } from './alignment-of-key';
import { type Asking, askEach, askOne, reportRepeat, startAsking } from './asking';
import { type Cursor, child, cursorAt, findingAt, itemsOf, textOf } from './cursor';
import { collectColumns, collectNames } from './file-names';
import { findLoops } from './find-loops';
import { findModelProblems } from './find-model-problems';
import type { Finding } from './finding';
import type { TreeNode } from './tree';

/**
 * What stands twice, and what refers to nothing. It reads the tree and not the parsed file, so that a wrong shape in one
 * place hides no wrong name in another. Expressions are not looked into: what is wrong in one is an issue of its model.
 */
export function findNameProblems(tree: TreeNode): Finding[] {
  const findings: Finding[] = [];
  const file = cursorAt(tree);
  const asking = startAsking(collectNames(file, findings), findings);
  const { names } = asking;
  for (const team of itemsOf(child(file, 'teams'))) askOne(asking, child(team, 'domain'), 'domain', names.domains);
  for (const source of itemsOf(child(file, 'sources'))) checkSource(asking, source);
  for (const policy of itemsOf(child(file, 'policies'))) checkPolicy(asking, policy);
  for (const product of itemsOf(child(file, 'products'))) checkProduct(asking, product);
  checkContracts(asking, child(file, 'contracts'), child(file, 'products'));
  findings.push(...findLoops(file));
  return findings;
}

function checkSource(asking: Asking, source: Cursor): void {
  for (const table of itemsOf(child(source, 'tables'))) {
    askEach(asking, child(table, 'key'), 'column', collectColumns(table, []));
  }
}

const ALIGNMENTS: ReadonlySet<string> = new Set(Alignment.options);

function checkPolicy(asking: Asking, policy: Cursor): void {
  const applies = child(policy, 'applies');
  askEach(asking, child(applies, 'domain'), 'domain', asking.names.domains);
  askEach(asking, child(applies, 'product'), 'product', asking.names.products);
  for (const rule of itemsOf(child(policy, 'requires'))) {
    askOne(asking, child(rule, 'alignment'), 'alignment', ALIGNMENTS);
    askOne(asking, child(rule, 'domain'), 'domain', asking.names.domains);
    askOne(asking, child(rule, 'product'), 'product', asking.names.products);
  }
}

/** Two parties have one contract about one port. */
function checkContracts(asking: Asking, contracts: Cursor, products: Cursor): void {
  const seen = new Set<string>();
  const ports = new Map(itemsOf(products).map((one) => [textOf(child(one, 'key')), keysIn(child(one, 'ports'))]));
  for (const contract of itemsOf(contracts)) {
    const [consumer, provider, port] = ['consumer', 'product', 'port'].map((key) => textOf(child(contract, key)));
    askOne(asking, child(contract, 'consumer'), 'product', asking.names.products);
    askOne(asking, child(contract, 'product'), 'product', asking.names.products);
    const known = typeof provider === 'string' ? ports.get(provider) : undefined;
    if (known) askOne(asking, child(contract, 'port'), 'port', known);
    if (typeof consumer !== 'string' || typeof provider !== 'string') continue;
    const name = `${consumer} × ${provider}${typeof port === 'string' ? `.${port}` : ''}`;
    reportRepeat(asking, contract, { what: 'contract', name, seen });
  }
}

function keysIn(list: Cursor): ReadonlySet<string> {
  return new Set(itemsOf(list).flatMap((item) => textOf(child(item, 'key')) ?? []));
}

function checkProduct(asking: Asking, product: Cursor): void {
  const key = textOf(child(product, 'key'));
  askOne(asking, child(product, 'domain'), 'domain', asking.names.domains);
  askOne(asking, child(product, 'owner'), 'team', asking.names.teams);
  askOne(asking, child(child(product, 'useCase'), 'owner'), 'team', asking.names.teams);
  if (key !== null && child(product, 'alignment').node === null && alignmentOfKey(key) === null) {
    const expected = 'source, aggregate or consumer, because the key begins with none of src-, agg- and cdp-';
    asking.findings.push(findingAt(product, { code: 'missing-key', key: 'alignment', expected }));
  }
  findModelProblems(asking, child(product, 'model'));
}
