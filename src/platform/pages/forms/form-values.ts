import type { TypedDate } from '../kit/fields.js';

/** What a form sent: every name once (the door refuses repetitions). */
export class FormValues {
  private readonly values: ReadonlyMap<string, string>;

  constructor(body: unknown) {
    const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    this.values = new Map(entries.map(([name, value]) => [name, String(value)]));
  }

  /** The text of a field without the spaces around it; empty when it was not sent. */
  text(name: string): string {
    return (this.values.get(name) ?? '').trim();
  }

  /** The same, `null` when empty: an optional field left blank. */
  optional(name: string): string | null {
    return this.text(name) || null;
  }

  /** The ticked boxes of a group. */
  ticked(name: string): string[] {
    const prefix = `${name}.`;
    return [...this.values.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  /** A date in its three fields, as typed. */
  typedDate(name: string): TypedDate {
    const part = (suffix: string) => this.text(`${name}-${suffix}`);
    return { day: part('jour'), month: part('mois'), year: part('annee') };
  }

  /** The same as `AAAA-MM-JJ`, not yet checked; `null` when nothing was typed. */
  date(name: string): string | null {
    const { day, month, year } = this.typedDate(name);
    if (`${day}${month}${year}` === '') return null;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
}
