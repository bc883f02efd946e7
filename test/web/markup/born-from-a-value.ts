import { payloadOf } from './payloads.js';
import { scanPage, type ScannedElement } from './scan-page.js';

/** Where a page of this service may lead or load from; the two that defend people's rights besides. */
const OWN_ADDRESS =
  /^(?:$|[?#]|\/(?!\/)|mailto:|tel:|https:\/\/(?:formulaire\.defenseurdesdroits|www\.cnil)\.fr\/)/;
const ADDRESSES = ['href', 'src', 'action', 'formaction'];
const NEVER = new Set(['iframe', 'object', 'embed', 'base', 'style', 'math', 'template', 'img']);
const MARK = /xss\d\d/g;

/** What of a page a stored value made, as sentences; nothing when values stayed values. */
export function bornFromAValue(html: string): string[] {
  let page;
  try {
    page = scanPage(html);
  } catch (error) {
    return [String(error)];
  }
  const values = page.elements.flatMap(({ attributes }) => [...attributes.values()]);
  return [
    ...page.elements.flatMap(faultsOf),
    ...[...page.texts, ...values].flatMap((text) => torn(text)),
  ];
}

/** The marks of the payloads that a page holds, as texts or as values of its fields. */
export function shownMarks(html: string): string[] {
  const { texts, elements } = scanPage(html);
  const values = elements.map(({ attributes }) => attributes.get('value') ?? '');
  return [...new Set([...texts, ...values].join(' ').match(MARK))];
}

function faultsOf({ name, attributes }: ScannedElement): string[] {
  const faults = NEVER.has(name) ? [`an element ${name}`] : [];
  if (name === 'script' && !attributes.get('src')?.startsWith('/actifs/')) {
    faults.push('a script that is not ours');
  }
  for (const [attribute, value] of attributes) {
    const isHandler = attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc';
    const isForeign = ADDRESSES.includes(attribute) && !OWN_ADDRESS.test(value);
    if (isHandler || isForeign || /xss\d\d/.test(attribute)) {
      faults.push(`${name} ${attribute}="${value}"`);
    }
    if (attribute === 'http-equiv') faults.push(`${name} ${attribute}`);
  }
  return faults;
}

/** A mark without the rest of its payload around it: the rest became something else. */
function torn(text: string): string[] {
  const marks = [...new Set(text.match(MARK))];
  if (marks.length === 0) return [];
  const wholes = [bare(text), bare(ofAddress(text))];
  return marks
    .filter((mark) => !wholes.some((whole) => whole.includes(bare(payloadOf(mark)))))
    .map((mark) => `${mark} is torn in: ${text.slice(0, 200)}`);
}

/** What is written in an address, as it was before it was written there. */
function ofAddress(text: string): string {
  if (!text.startsWith('/') && !text.startsWith('?')) return '';
  const { pathname, searchParams } = new URL(text, 'http://here');
  return [decodeURIComponent(pathname), ...searchParams.values()].join(' ');
}

/** Without what typography and capitals may change. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, '').replaceAll('’', "'");
}
