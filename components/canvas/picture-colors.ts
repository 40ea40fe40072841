import type { PictureColors, PlainColors } from './picture';

const TOKENS: { readonly [K in keyof PlainColors]: string } = {
  canvas: '--canvas',
  surface: '--surface',
  head: '--surface-2',
  line: '--line-2',
  edge: '--edge',
  text: '--text',
  text2: '--text-2',
  text3: '--text-3',
  key: '--key',
  accent: '--accent',
};

/** The colours of the theme in use, over the canvas where they let it through, as plain sRGB. */
export function pictureColors(): PictureColors {
  const style = getComputedStyle(document.documentElement);
  const surface = document.createElement('canvas');
  surface.width = 1;
  surface.height = 1;
  const context = surface.getContext('2d', { willReadFrequently: true });
  const plain = (token: string) => {
    if (!context) return '#808080';
    for (const name of [TOKENS.canvas, token]) {
      context.fillStyle = style.getPropertyValue(name);
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  return {
    canvas: plain(TOKENS.canvas),
    surface: plain(TOKENS.surface),
    head: plain(TOKENS.head),
    line: plain(TOKENS.line),
    edge: plain(TOKENS.edge),
    text: plain(TOKENS.text),
    text2: plain(TOKENS.text2),
    text3: plain(TOKENS.text3),
    key: plain(TOKENS.key),
    accent: plain(TOKENS.accent),
    areas: {
      grey: plain('--area-grey'),
      blue: plain('--area-blue'),
      green: plain('--area-green'),
      violet: plain('--area-violet'),
      amber: plain('--area-amber'),
      rose: plain('--area-rose'),
    },
  };
}
