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

/** Goes through the choices of the list or of the radio group that has the focus, as far as this one. */
export async function choose(page: Page, label: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if ((await chosenName(page)).startsWith(label)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the keyboard does not choose « ${label} »`);
}

/** Goes to a radio group by its first button, and ticks the one of this name. */
export async function tick(page: Page, first: string, label = first): Promise<void> {
  await tabTo(page, first);
  await page.keyboard.press('Space');
  await choose(page, label);
}

/** What the focus has chosen: of a list its option, of a radio group its label. */
async function chosenName(page: Page): Promise<string> {
  const option = page.locator(':focus option:checked');
  return (await option.count()) > 0 ? option.innerText() : focusedName(page);
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
