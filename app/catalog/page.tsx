import type { Metadata } from 'next';
import { CatalogScreen } from '@/components/catalog/catalog-screen';

export const metadata: Metadata = { title: 'Catalog' };

export default function CatalogPage() {
  return <CatalogScreen />;
}
