import type { Metadata } from 'next';
import { ProductScreen } from '@/components/catalog/product-screen';

export const metadata: Metadata = { title: 'Catalog' };

export default async function ProductPage({ params }: PageProps<'/catalog/[product]'>) {
  const { product } = await params;
  return <ProductScreen productKey={product} />;
}
