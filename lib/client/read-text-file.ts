import { decodeText } from '@/lib/base/decode-text';

/** A file somebody chose or dropped, as text, whatever it was saved with. */
export async function readTextFile(file: Blob): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}
