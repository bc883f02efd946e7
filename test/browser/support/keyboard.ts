import type { Page } from 'playwright-core';

/** As many steps as the longest page takes. */
const MOST_STEPS = 150;

/** Goes from field to field until the one of this name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedName(page)).startsWith(name)) return;
  }
  throw new Error(`the keyboard does not reach « ${name} »`);
}

/** Goes to a field and types. */
export async function typeIn(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Goes to a link or a button and presses it. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function focusedName(page: Page): Promise<string> {
  const focused = page.locator(':focus');
  if ((await focused.count()) === 0) return '';
  return focused.evaluate((element) => {
    const labels: unknown = Reflect.get(element, 'labels');
    const label: unknown = Reflect.get(Object(labels), '0');
    return String(Reflect.get(Object(label ?? element), 'innerText') ?? '').trim();
  });
}
