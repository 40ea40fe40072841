import { redirect } from 'next/navigation';

/** The story opens in the retention model; whoever it is not for is one click from their own page. */
export default function HomePage() {
  redirect('/studio/cdp-retention');
}
