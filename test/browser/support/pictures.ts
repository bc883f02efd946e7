import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Where the pictures of the guides lie. */
export const IMAGES = path.join(process.cwd(), 'docs/images');

/** Wide enough for a table, small enough for a guide. */
export const GUIDE_WINDOW = { viewport: { width: 1000, height: 800 } };

/**
 * Takes a picture of a guide. It is written only when asked for (UPDATE_DOCS=yes): browsers draw a
 * little differently from day to day.
 * @throws Error when the guide's picture was never written
 */
export async function takePicture(page: Page, file: string): Promise<void> {
  const bytes = await page.screenshot();
  const target = path.join(IMAGES, file);
  if (process.env['UPDATE_DOCS'] === 'yes') writeFileSync(target, bytes);
  if (!existsSync(target)) throw new Error(`${file} is missing: UPDATE_DOCS=yes writes it`);
}
