import { Select, type SelectOption } from '@/components/ui/select';

type Props<Value extends string> = {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  isDisabled?: boolean;
};

/** A word of a sentence that can be chosen: it stands in the line and opens where it stands. */
export function InlineChoice<Value extends string>({
  placeholder = 'choose…',
  isDisabled = false,
  ...rest
}: Props<Value>) {
  return (
    <Select
      {...rest}
      placeholder={placeholder}
      isDisabled={isDisabled}
      look="framed"
      className="mx-0.5 inline-flex h-6 w-auto max-w-full align-middle font-medium"
    />
  );
}
