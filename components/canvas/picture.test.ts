import { expect, test } from 'vitest';
import { EMPTY_LAYOUT } from '@/components/editor/canvas-layout';
import { aModel, anEntityWith, aRelationship } from '@/lib/model/factories';
import { cardsOf } from './canvas-cards';
import { drawPicture, type PictureColors } from './picture';

const model = aModel(
  anEntityWith('order', { order_id: 'string', customer_id: 'string' }),
  anEntityWith('customer', { customer_id: 'string' }),
  aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', label: 'places <&> "pays"' }),
);
const colors: PictureColors = {
  canvas: '#fbfbfc',
  surface: '#ffffff',
  head: '#f8f8f9',
  line: '#e2e4e8',
  edge: '#9aa0a8',
  text: '#16181d',
  text2: '#4a4f57',
  text3: '#6b7078',
  key: '#a98a2a',
  accent: '#1a7fb5',
  areas: { grey: '#777777', blue: '#2266cc', green: '#228844', violet: '#7744cc', amber: '#aa7711', rose: '#cc3366' },
};
const layout = { ...EMPTY_LAYOUT, positions: { order: { x: 0, y: 0 }, customer: { x: 500, y: 80 } } };
const draw = (cards = cardsOf(model)) =>
  drawPicture({ document: model, cards, layout, unfolded: new Set(), colors, title: 'Orders' });

test('everything drawn is in the picture, with its words made safe for XML', () => {
  const svg = draw()?.svg ?? '';
  for (const words of ['Order', 'Customer', 'Order id', 'Customer id']) expect(svg).toContain(`>${words}</text>`);
  expect(svg).toContain('places &#60;&#38;&#62; &#34;pays&#34;');
  expect(svg).not.toMatch(/url\(|https?:(?!\/\/www\.w3\.org)|<style|<image/);
});

test('the picture has room for every card', () => {
  const picture = draw();
  expect(picture?.width).toBeGreaterThan(500 + 252);
  expect(picture?.svg).toContain(`width="${picture?.width}"`);
});

test('what is hidden is left out, and of nothing there is no picture', () => {
  const withoutCustomer = draw(cardsOf(model).filter(({ id }) => id !== 'customer'));
  expect(withoutCustomer?.svg).not.toContain('>Customer</text>');
  expect(withoutCustomer?.svg).not.toContain('pays');
  expect(draw([])).toBe(null);
});

test('areas lie behind what they hold, with their names, and the picture has room for them', () => {
  const picture = (isFolded: boolean) => {
    const areas = { one: { name: 'Sales & more', color: 'rose' as const, members: ['customer'], isFolded } };
    const given = { document: model, cards: cardsOf(model), unfolded: new Set<string>(), colors, title: 'Orders' };
    return drawPicture({ ...given, layout: { ...layout, areas } });
  };
  const framed = picture(false);
  const svg = framed?.svg ?? '';
  expect(svg).toContain('fill="#cc3366" font-weight="600">Sales &#38; more</text>');
  expect(svg.indexOf('Sales &#38; more')).toBeLessThan(svg.indexOf('>Customer</text>'));
  expect(framed?.width).toBe((draw()?.width ?? 0) + 20);
  const box = picture(true)?.svg ?? '';
  for (const words of ['Sales &#38; more', '1 entity', 'Order']) expect(box).toContain(`>${words}</text>`);
  expect(box).not.toContain('>Customer</text>');
  expect(box).toContain('places &#60;');
});
