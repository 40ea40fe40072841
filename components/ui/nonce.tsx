'use client';

import { setNonce } from 'get-nonce';
import { createContext, type ReactNode, useContext, useState } from 'react';

const Nonce = createContext<string | undefined>(undefined);

/** The document's nonce, for the few components that write a style element. */
export const useNonce = () => useContext(Nonce);

/**
 * The first nonce is the document's; a later render of the layout brings another, which is not valid here. The scroll
 * lock of dialogs reads it through get-nonce.
 */
export function NonceProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [first] = useState(() => {
    if (typeof window !== 'undefined' && nonce) setNonce(nonce);
    return nonce;
  });
  return <Nonce value={first}>{children}</Nonce>;
}
