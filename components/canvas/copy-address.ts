import { toast } from 'sonner';

/** To the clipboard; where that is closed to pages, the address is shown to be copied by hand. */
export function copyAddress(href: string, what: string): Promise<unknown> {
  return navigator.clipboard.writeText(href).then(
    () => toast.success('Link copied', { description: what }),
    () => toast.error('The link could not be copied', { description: href }),
  );
}
