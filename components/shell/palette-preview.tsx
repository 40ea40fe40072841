type Props = {
  kind: string;
  name: string;
  /** What it holds, as a person says it: "a number, in BRL". */
  holds?: string | null;
  sentence?: string | null;
  from?: string | null;
};

/** What a name in the palette stands for: the same few lines for whatever it is. */
export function PalettePreview({ kind, name, holds, sentence, from }: Props) {
  return (
    <div className="space-y-2">
      <div>
        <p className="text-fg-2 text-xs">{kind}</p>
        <p className="break-words font-medium">{name}</p>
        {holds && <p className="text-fg-2 text-xs">{holds}</p>}
      </div>
      {sentence && <p className="line-clamp-6 text-pretty">{sentence}</p>}
      {from && <p className="text-fg-2 text-xs">{from}</p>}
    </div>
  );
}
