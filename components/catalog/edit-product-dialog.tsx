'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { FormDialog } from '@/components/ui/form-dialog';
import { LoadingRows } from '@/components/ui/loading-rows';
import { useDebounced } from '@/components/ui/use-debounced';
import type { ProductPage } from '@/lib/api/product-page';
import { joinWords } from '@/lib/base/join-words';
import { changeProductMutation, productEffectQuery } from '@/lib/client/product-changes';
import { EffectList } from './effect-list';
import { ProductFields } from './product-fields';
import { formOf, readForm } from './product-form';
import { useTellEffects } from './use-tell-effects';

const TYPING_MS = 300;
type Props = { product: ProductPage; onClose: () => void };

/** Changes what a product promises and how it is made; what that does to whom stands beside it before it is saved. */
export function EditProductDialog({ product, onClose }: Props) {
  const tellEffects = useTellEffects();
  const [form, setForm] = useState(() => formOf(product));
  const { change, errors } = readForm(form, product);
  const asked = useDebounced(change, TYPING_MS);
  const effect = useQuery({ ...productEffectQuery(product.key, asked), enabled: asked !== null });
  const save = useMutation({
    ...changeProductMutation(product.key),
    onSuccess: ({ effects }) => {
      tellEffects(`${form.name} is changed`, effects);
      onClose();
    },
  });
  const isShown = JSON.stringify(asked) === JSON.stringify(change) && effect.isSuccess && !effect.isFetching;
  const breaks = effect.data?.effects.some((one) => one.breaks) ?? false;
  return (
    <FormDialog
      title={`Edit ${product.name}`}
      description="What it does to others is shown before anything is saved."
      size="xl"
      submit={{
        words: breaks ? 'Save all the same' : 'Save',
        isBusy: save.isPending,
        isDisabled: change === null || !isShown,
        isDanger: breaks,
      }}
      onSubmit={() => {
        if (change !== null && isShown) save.mutate({ ...change, rowVersion: product.rowVersion });
      }}
      onClose={onClose}
      aside={
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
      }
    >
      <ProductFields product={product} form={form} errors={errors} onChange={setForm} />
    </FormDialog>
  );
}
