'use client';

import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useState } from 'react';
import { cn } from './cn';
import { controlStyle } from './control-style';
import { useFieldLink } from './field-context';
import { holdOthers } from './hold-others';
import { useNonce } from './nonce';
import { popStyle } from './pop-style';

export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  hint?: string;
  icon?: LucideIcon;
  isDisabled?: boolean;
};

type Props<Value extends string> = {
  /** The accessible name where no Field gives one. */
  label?: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  isDisabled?: boolean;
  /** `bare` drops the frame, for toolbars and rows. */
  look?: 'framed' | 'bare';
  className?: string | undefined;
};

/** What can be chosen is made when somebody comes near: a panel of these opens without their hundred rows. */
export function Select<Value extends string>({
  label,
  value,
  onChange,
  options,
  placeholder = 'Choose…',
  isDisabled = false,
  look = 'framed',
  className,
}: Props<Value>) {
  const nonce = useNonce();
  const link = useFieldLink();
  const [isNear, setNear] = useState(false);
  const chosenLabel = options.find((option) => option.value === value)?.label;
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Radix.Root value={value ?? ''} onValueChange={choose} disabled={isDisabled}>
      <Radix.Trigger
        {...link}
        aria-label={label}
        onFocus={() => setNear(true)}
        onPointerEnter={() => setNear(true)}
        className={cn(
          'flex h-7 items-center justify-between gap-1.5 px-2 text-left data-[placeholder]:text-fg-3',
          look === 'framed' ? controlStyle : 'rounded-md text-fg-2 text-sm hover:bg-hover hover:text-fg',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder}>{chosenLabel}</Radix.Value>
        </span>
        <Radix.Icon asChild>
          <ChevronDown className="size-3.5 shrink-0 text-fg-3" aria-hidden="true" />
        </Radix.Icon>
      </Radix.Trigger>
      {isNear && (
        <Radix.Portal>
          <Radix.Content
            ref={holdOthers}
            position="popper"
            sideOffset={4}
            collisionPadding={8}
            className={cn(
              popStyle,
              'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
            )}
          >
            <Radix.Viewport nonce={nonce}>
              {options.map(
                ({ value: optionValue, label: optionLabel, hint, icon: Icon, isDisabled: isOff = false }) => (
                  <Radix.Item
                    key={optionValue}
                    value={optionValue}
                    disabled={isOff}
                    className="flex min-h-7 select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-active"
                  >
                    {Icon && <Icon className="size-3.5 shrink-0 text-fg-3" aria-hidden="true" />}
                    <span className="min-w-0 flex-1">
                      <Radix.ItemText>{optionLabel}</Radix.ItemText>
                      {hint && <span className="block text-fg-2 text-xs">{hint}</span>}
                    </span>
                    <Radix.ItemIndicator>
                      <Check className="size-3.5 text-accent-text" aria-hidden="true" />
                    </Radix.ItemIndicator>
                  </Radix.Item>
                ),
              )}
            </Radix.Viewport>
          </Radix.Content>
        </Radix.Portal>
      )}
    </Radix.Root>
  );
}
