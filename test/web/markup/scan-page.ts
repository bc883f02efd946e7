/** An element as a browser would make it, with the decoded values of its attributes. */
export interface ScannedElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a page is made of. */
export interface ScannedPage {
  readonly elements: readonly ScannedElement[];
  /** Decoded, between two tags. */
  readonly texts: readonly string[];
}

const START = /<([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9:-]*(?:="[^"]*")?)*)\s*\/?>/y;
const ATTRIBUTE = /([a-z][a-z0-9:-]*)(?:="([^"]*)")?/g;
const END = /<\/([a-z][a-z0-9]*)>/y;
const DOCTYPE = /<!doctype html>/y;
/** Content that browsers do not read as markup, up to its end tag. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/**
 * Reads a page as the HTML standard reads the one way of writing that this service has: lower case,
 * quoted attributes, five entities, no comment.
 * @throws Error at the first thing written in any other way: it was born from a value.
 */
export function scanPage(html: string): ScannedPage {
  const elements: ScannedElement[] = [];
  const texts: string[] = [];
  let at = 0;
  const tag = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(html);
    if (found) at += found[0].length;
    return found;
  };
  const textUpTo = (end: number): void => {
    if (end > at) texts.push(decoded(html.slice(at, end)));
    at = end;
  };
  while (at < html.length) {
    const next = html.indexOf('<', at);
    textUpTo(next < 0 ? html.length : next);
    if (at === html.length || tag(END) || tag(DOCTYPE)) continue;
    const start = tag(START);
    if (!start) throw new Error(`no markup of ours: ${html.slice(at, at + 80)}`);
    const [, name = '', written = ''] = start;
    elements.push({ name, attributes: attributesOf(written) });
    if (RAW.has(name)) textUpTo(html.toLowerCase().indexOf(`</${name}`, at));
  }
  return { elements, texts };
}

function attributesOf(written: string): Map<string, string> {
  const pairs = [...written.matchAll(ATTRIBUTE)].map(
    ([, name = '', value = '']) => [name, decoded(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) {
    throw new Error(`an attribute is there twice: ${written}`);
  }
  return new Map(pairs);
}

function decoded(text: string): string {
  return text.replaceAll(/&([^;]{0,8});?/g, (whole, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`no entity of ours: ${whole}`);
    return character;
  });
}
