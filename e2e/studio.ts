import { expect, type Locator, type Page } from '@playwright/test';
import { actAs } from './act-as';

/** The studio as a person finds it on the screen. */
export class Studio {
  readonly inspector: Locator;
  readonly saving: Locator;
  readonly problems: Locator;
  readonly toolbar: Locator;
  readonly strip: Locator;

  constructor(readonly page: Page) {
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.saving = page.getByRole('banner').getByRole('status');
    this.problems = page.getByRole('region', { name: 'Problems' });
    this.toolbar = page.getByRole('toolbar', { name: 'Canvas' });
    this.strip = page.getByRole('region', { name: 'What this asks of others' });
  }

  static async open(page: Page, { product, person }: { product: string; person: string }): Promise<Studio> {
    await actAs(page, person);
    const studio = new Studio(page);
    await page.goto(`/studio/${product}`);
    await studio.isOpen();
    return studio;
  }

  /** Drawn, and judged: the preview has been here. */
  async isOpen(): Promise<void> {
    await expect(this.page.getByRole('application')).toBeVisible();
    await expect(this.problems.getByRole('status')).toHaveText(/^(No|\d+) problem/);
  }

  card(name: string): Locator {
    return this.page.getByRole('application').getByRole('group', { name, exact: true });
  }

  /** Where a card is taken hold of. A field of it may be called the same; the title comes first. */
  title(name: string): Locator {
    return this.card(name).getByText(name, { exact: true }).first();
  }

  field(card: string, name: string): Locator {
    return this.card(card).getByRole('listitem').filter({ hasText: name });
  }

  async isSaved(): Promise<void> {
    await expect(this.saving).toHaveText(/^Saved/);
  }

  /** A new entity, named, with its fields, as one types it. */
  async addEntity(name: string, fields: readonly string[]): Promise<void> {
    await this.page.keyboard.press('n');
    await this.page.getByRole('textbox', { name: 'Name of the entity' }).fill(name);
    await this.page.keyboard.press('Enter');
    await this.typeFields(name, fields);
  }

  /** Into the name that is being typed, one field after the other; the empty one after the last is let go. */
  async typeFields(card: string, fields: readonly string[]): Promise<void> {
    const naming = this.page.getByRole('textbox', { name: 'Name of the field' });
    for (const field of fields) {
      await expect(naming).toHaveValue('');
      await naming.fill(field);
      await naming.press('Enter');
      await expect(this.field(card, field)).toBeVisible();
    }
    await naming.press('Escape');
    await expect(naming).toHaveCount(0);
  }

  /** Selects a card by its title and gives it another name in the inspector. */
  async rename(from: string, to: string): Promise<void> {
    await this.title(from).click();
    const name = this.inspector.getByRole('textbox', { name: /^Name: / });
    await expect(name).toHaveValue(from);
    await name.fill(to);
    await name.press('Enter');
    await expect(this.card(to)).toBeVisible();
  }

  /** Deletes a card; what takes more with it than its own fields is asked about first. */
  async delete(name: string, { takesMore = false } = {}): Promise<void> {
    await this.title(name).click();
    await expect(this.inspector.getByRole('textbox', { name: /^Name: / })).toHaveValue(name);
    await this.inspector.getByRole('button', { name: 'Delete', exact: true }).click();
    const sure = this.page.getByRole('dialog', { name: `Delete ${name}?` });
    if (takesMore) await sure.getByRole('button', { name: 'Delete' }).click();
    await expect(this.card(name)).toHaveCount(0);
  }

  async undo(): Promise<void> {
    await this.toolbar.getByRole('button', { name: /^Undo/ }).click();
  }
}
