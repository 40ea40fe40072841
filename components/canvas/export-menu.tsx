'use client';

import { useQuery } from '@tanstack/react-query';
import { Code, Download, FileText, Image as ImageIcon, Link2, Shapes } from 'lucide-react';
import { toast } from 'sonner';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { writeModelText } from '@/lib/catalog/model-text';
import { productQuery } from '@/lib/client/products';
import { writeMarkdown } from '@/lib/model/write-markdown';
import { useCanvasVerbs } from './canvas-verbs-context';
import { copyAddress } from './copy-address';
import { drawnCards } from './drawn-cards';
import { drawPicture } from './picture';
import { pictureColors } from './picture-colors';
import { saveFile } from './save-file';
import { savePng } from './save-png';

/** The model to take along: as a picture, as text, as a page, or as a link to what is in sight. */
export function ExportMenu() {
  const { editor, view, productKey } = useCanvasVerbs();
  const { data: product } = useQuery(productQuery(productKey));
  const name = product?.name ?? productKey;
  const picture = () => {
    const { document, layout } = editor.get();
    const { unfolded, detail } = view.get();
    const cards = drawnCards(document, { hidden: layout.hidden, detail });
    const drawn = drawPicture({ document, cards, layout, unfolded, colors: pictureColors(), title: name });
    if (!drawn) toast.info('There is nothing to draw yet');
    return drawn;
  };
  const saveSvg = () => {
    const drawn = picture();
    if (drawn) saveFile(`${productKey}.svg`, new Blob([drawn.svg], { type: 'image/svg+xml' }));
  };
  const asPng = () => {
    const drawn = picture();
    if (drawn)
      savePng(`${productKey}.png`, drawn).catch((error: unknown) =>
        toast.error('The picture could not be made', { description: error instanceof Error ? error.message : '' }),
      );
  };
  const saveYaml = () => {
    const written = writeModelText(editor.get().document);
    if (written.ok) saveFile(`${productKey}.yaml`, new Blob([written.value], { type: 'application/yaml' }));
    else toast.warning('This model cannot be written as text yet', { description: 'Names must be there and differ.' });
  };
  const savePage = () =>
    saveFile(`${productKey}.md`, new Blob([writeMarkdown(editor.get().document, name)], { type: 'text/markdown' }));
  const copyLink = () => copyAddress(window.location.href, 'It opens at this place, with what is selected.');
  const entries: MenuEntry[] = [
    { kind: 'item', key: 'link', label: 'Copy a link to this place', icon: Link2, onSelect: () => void copyLink() },
    { kind: 'line', key: 'line' },
    { kind: 'item', key: 'png', label: 'Picture (PNG)', icon: ImageIcon, onSelect: asPng },
    { kind: 'item', key: 'svg', label: 'Drawing (SVG)', icon: Shapes, onSelect: saveSvg },
    { kind: 'item', key: 'yaml', label: 'Text (YAML)', icon: Code, onSelect: saveYaml },
    { kind: 'item', key: 'markdown', label: 'Page to read (Markdown)', icon: FileText, onSelect: savePage },
  ];
  return <DropdownMenu side="top" entries={entries} trigger={<IconButton icon={Download} label="Take it along" />} />;
}
