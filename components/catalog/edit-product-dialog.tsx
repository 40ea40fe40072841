'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { toast } from 'sonner';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LoadingRows } from '@/components/ui/loading-rows';
import { useDebounced } from '@/components/ui/use-debounced';
import type { ProductPage } from '@/lib/api/product-page';
import { joinWords } from '@/lib/base/join-words';
import { changeProductMutation, productEffectQuery } from '@/lib/client/product-changes';
import { queryKeys } from '@/lib/client/query-keys';
import { EffectList } from './effect-list';
import { ProductFields } from './product-fields';
import { formOf, readForm } from './product-form';

const TYPING_MS = 300;
type Props = { product: ProductPage; isOpen: boolean; onClose: () => void };

/** Changes what a product promises and how it is made; what that does to whom stands beside it before it is saved. */
export function EditProductDialog({ product, isOpen, onClose }: Props) {
  const client = useQueryClient();
  const id = useId();
  const [form, setForm] = useState(() => formOf(product));
  const { change, errors } = readForm(form, product);
  const asked = useDebounced(change, TYPING_MS);
  const effect = useQuery({ ...productEffectQuery(product.key, asked), enabled: asked !== null });
  const save = useMutation({
    ...changeProductMutation(product.key),
    onSuccess: ({ effects }) => {
      for (const queryKey of [queryKeys.products, queryKeys.inbox, queryKeys.asks, queryKeys.lineage, queryKeys.events])
        void client.invalidateQueries({ queryKey });
      const broken = effects.filter(({ breaks }) => breaks).map(({ consumer }) => consumer.name);
      toast.success(`${form.name} is changed`, {
        description:
          broken.length === 0 ? 'Nobody loses anything.' : `${joinWords(broken)} asks again for what it needs.`,
      });
      onClose();
    },
  });
  const isShown = JSON.stringify(asked) === JSON.stringify(change) && effect.isSuccess && !effect.isFetching;
  const breaks = effect.data?.effects.some((one) => one.breaks) ?? false;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      title={`Edit ${product.name}`}
      description="What it does to others is shown before anything is saved."
      size="xl"
      isBare
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={id}
            variant={breaks ? 'danger' : 'primary'}
            busy={save.isPending}
            disabled={change === null || !isShown}
          >
            {breaks ? 'Save all the same' : 'Save'}
          </Button>
        </>
      }
    >
      <div className="grid h-[58vh] grid-cols-[minmax(0,1fr)_minmax(300px,38%)] grid-rows-[minmax(0,1fr)] overflow-hidden">
        <form
          id={id}
          className="min-h-0 space-y-4 overflow-y-auto p-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (change !== null && isShown) save.mutate({ ...change, rowVersion: product.rowVersion });
          }}
        >
          <ProductFields product={product} form={form} errors={errors} onChange={setForm} />
        </form>
        <section aria-label="Who notices" aria-live="polite" className="min-h-0 overflow-y-auto border-l bg-canvas p-4">
          <h3 className="mb-2 font-medium text-fg-2 text-xs">Who notices</h3>
          {save.isError && (
            <Banner tone="bad" className="mb-2">
              {save.error.message}
            </Banner>
          )}
          {effect.isError && <Banner tone="bad">{effect.error.message}</Banner>}
          {change === null && (
            <p className="text-fg-2 text-sm">
              {Object.keys(errors).length > 0
                ? 'Something on the left cannot be kept or read.'
                : 'Nothing is changed yet.'}
            </p>
          )}
          {change !== null && !effect.isError && !isShown && <LoadingRows label="Planning again" rows={3} />}
          {change !== null && isShown && effect.data && (
            <>
              {effect.data.effects.length === 0 && (
                <p className="text-sm">
                  {effect.data.reliedOnBy.length === 0
                    ? 'Nobody relies on it.'
                    : `${joinWords(effect.data.reliedOnBy.map(({ name }) => name))} rely on it and lose nothing.`}
                </p>
              )}
              <EffectList effects={effect.data.effects} />
            </>
          )}
        </section>
      </div>
    </Dialog>
  );
}
