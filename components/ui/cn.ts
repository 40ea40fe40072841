import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins class names; of two utilities for one property the later wins, so a caller may override a component. */
export function cn(...classes: ClassValue[]): string {
  return twMerge(clsx(classes));
}
