import type { Route } from 'next';
import Link from 'next/link';

export type CrumbStep = { label: string; href?: Route };

export function Crumb({ step }: { step: CrumbStep }) {
  if (!step.href) return <span className="block truncate text-fg-3 text-sm">{step.label}</span>;
  return (
    <Link href={step.href} className="block truncate rounded-xs text-fg-3 text-sm hover:text-fg">
      {step.label}
    </Link>
  );
}
