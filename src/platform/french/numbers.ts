const WHOLE = new Intl.NumberFormat('fr-FR');

/** `12 345`, with the narrow space of French numbers. */
export function frenchNumber(value: number): string {
  return WHOLE.format(value);
}

/** `0 fichier`, `1 fichier`, `2 fichiers`: French is singular below two. */
export function counted(value: number, one: string, many: string): string {
  return `${frenchNumber(value)}\u00A0${Math.abs(value) < 2 ? one : many}`;
}
