import type { Scalar, TreePath } from './tree';

/** What is wrong with a file, as facts; `describe-finding` makes the sentence. `at` is an offset into the text. */
export type Finding = { readonly at: number; readonly path: TreePath } & FindingFacts;

export type FindingFacts =
  | { code: 'syntax'; reason: string }
  | { code: 'empty' }
  | { code: 'several-documents' }
  | { code: 'encoding'; found: 'nul' | 'byte-order-mark' | 'utf-16' | 'broken-character' }
  | { code: 'tabs' }
  | { code: 'too-large'; what: 'characters' | 'values' | 'depth' | 'aliases'; max: number }
  | { code: 'tag'; tag: string }
  | { code: 'alias'; name: string; found: 'nothing' | 'itself' }
  | { code: 'merge-key' }
  | { code: 'key-not-text' }
  | { code: 'forbidden-key'; key: string }
  | { code: 'duplicate-key'; key: string }
  | { code: 'unknown-key'; key: string; nearest: string | null; known: readonly string[] }
  | { code: 'missing-key'; key: string; expected: string }
  | { code: 'wrong-value'; found: Found; expected: string; nearest: string | null }
  | { code: 'duplicate-name'; what: string; name: string }
  | { code: 'unknown-reference'; what: string; name: string; nearest: string | null }
  | { code: 'malformed-reference'; name: string; expected: string }
  | { code: 'either-key'; keys: readonly string[]; found: 'none' | 'several' }
  | { code: 'ends-differ'; entities: readonly string[] }
  | { code: 'loop'; between: 'entities' | 'products'; names: readonly string[] };

export type Found = { kind: 'map' } | { kind: 'list'; length: number } | { kind: 'scalar'; value: Scalar };
