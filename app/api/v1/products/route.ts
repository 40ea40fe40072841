import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { createProduct } from '@/lib/services/create-product';
import { listProducts } from '@/lib/services/list-products';

const PRODUCTS_PER_PAGE = 100;

export const GET = serve(routes.products, async (world, { query }) => {
  const { q = null, alignment = null, domain = null, owner = null, cursor = null, limit = PRODUCTS_PER_PAGE } = query;
  return answer(await listProducts(world, { q, alignment, domain, owner, cursor, limit }));
});

export const POST = serve(routes.createProduct, async (world, { body }) => answer(await createProduct(world, body)));
