import type { Picture } from './picture';
import { saveFile } from './save-file';

const SCALE = 2;
/** What browsers still draw in one piece. */
const SIDE_MAX = 8_192;

/** The picture in pixels, twice as fine as the screen as long as it stays within what a browser can hold. */
export async function savePng(name: string, { svg, width, height }: Picture): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(SCALE, SIDE_MAX / Math.max(width, height));
    const surface = document.createElement('canvas');
    surface.width = Math.round(width * scale);
    surface.height = Math.round(height * scale);
    surface.getContext('2d')?.drawImage(image, 0, 0, surface.width, surface.height);
    const blob = await new Promise<Blob | null>((resolve) => surface.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('This browser has no room for a picture that large.');
    saveFile(name, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
