import { scanPage } from './scan-page.js';

/** A form of a page, with the values it would send. */
export interface PageForm {
  readonly method: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS = new Set(['input', 'select', 'textarea', 'button']);

/** The forms of a page that stand at an address. */
export function formsOf(html: string, address: string): PageForm[] {
  const forms: { method: string; action: string; fields: Record<string, string> }[] = [];
  for (const { name, attributes } of scanPage(html).elements) {
    if (name === 'form') {
      const method = (attributes.get('method') ?? 'get').toUpperCase();
      forms.push({ method, action: attributes.get('action') ?? address, fields: {} });
    }
    const form = forms.at(-1);
    const field = attributes.get('name');
    if (form && FIELDS.has(name) && field !== undefined) {
      form.fields[field] = attributes.get('value') ?? '';
    }
  }
  return forms;
}
