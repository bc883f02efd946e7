const NO_BREAK = '\u00A0';

/**
 * A telephone number as people read it: `06 92 00 51 19`, `+687 12 34 56`, in pairs that stay on one line.
 * Anything else is left as it is.
 */
export function phoneWords(phone: string | null): string | null {
  const [, country = '', local] = /^(\+\d{3})?((?:\d\d)+)$/.exec(phone ?? '') ?? [];
  if (local === undefined) return phone;
  return [country, ...(local.match(/\d\d/g) ?? [])].filter(Boolean).join(NO_BREAK);
}
