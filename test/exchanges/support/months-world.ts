import fc from 'fast-check';
import type { Row } from './deposits.js';
import type { Emitters, Somebody } from './emitters.js';
import { openSlots } from './open-slots.js';
import type { Drawn, ToldFlow } from './told-flows.js';

export const MONTHS = ['2026-11', '2026-12'] as const;
/** Numbers of a world: five files, each up to three times. */
const NUMBERS = 15;

/** A file of a month as its emitter sent it, in the order of its software. */
export interface MonthFile {
  readonly nature: 'I' | 'R' | 'C' | 'A';
  readonly period: string;
  /** From 1. */
  readonly number: number;
  readonly rows: readonly { readonly who: number; readonly drawn: Drawn; readonly more: Row }[];
}

interface Wish {
  readonly kind: 'photo' | 'C' | 'A';
  readonly period: (typeof MONTHS)[number];
  readonly rows: readonly {
    readonly who: number;
    readonly choice: number;
    readonly day: number;
    readonly isCorrection: boolean;
  }[];
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('photo', 'photo', 'C', 'C', 'A'),
  period: fc.constantFrom(...MONTHS),
  rows: fc.uniqueArray(
    fc.record({
      who: fc.nat(1),
      choice: fc.nat(6),
      day: fc.integer({ min: 25, max: 30 }),
      isCorrection: fc.boolean(),
    }),
    { selector: ({ who }) => who, minLength: 1, maxLength: 2 },
  ),
});

/** Up to five files that are all taken when they come in their order, over two months. */
export const monthHistory: fc.Arbitrary<readonly MonthFile[]> = fc
  .array(wish, { minLength: 2, maxLength: 5 })
  .map(filesOf)
  .filter((files) => files.length >= 2);

/** The same files in any order, some of them twice. */
export function anyOrder(files: readonly MonthFile[]): fc.Arbitrary<readonly MonthFile[]> {
  return fc.subarray([...files], { maxLength: 2 }).chain((more) => {
    const all = [...files, ...more];
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });
}

function filesOf(wishes: readonly Wish[]): readonly MonthFile[] {
  const stated = new Set<string>();
  const files: MonthFile[] = [];
  for (const { kind, period, rows } of wishes) {
    const isStated = stated.has(period);
    if (kind === 'A' && !isStated) continue;
    const nature = kind === 'photo' ? (isStated ? 'R' : 'I') : kind;
    if (nature === 'A') stated.delete(period);
    else stated.add(period);
    files.push({
      nature,
      period,
      number: files.length + 1,
      rows:
        nature === 'A'
          ? []
          : rows.map(({ who, choice, day, isCorrection }) => {
              const isOfBefore = isCorrection && period === MONTHS[1];
              const of = isOfBefore ? MONTHS[0] : period;
              return {
                who,
                drawn: { period, of, choice, day },
                more: isOfBefore ? CORRECTION : {},
              };
            }),
    });
  }
  return files;
}

const CORRECTION: Row = { type_ligne: 'CORRECTION', periode_rattachement: MONTHS[0] };

/** Two people, empty slots, and who tells of them. */
export class MonthsWorld<Person extends Somebody> {
  private constructor(
    private readonly partners: Emitters,
    private readonly told: ToldFlow<Person>,
    private readonly people: readonly Person[],
    private readonly first: number,
  ) {}

  static async begin<Person extends Somebody>(
    partners: Emitters,
    told: ToldFlow<Person>,
  ): Promise<MonthsWorld<Person>> {
    const { flow, emitter } = told;
    await partners.emptySlots();
    await openSlots(partners, MONTHS, { [flow]: emitter });
    const people = await told.people(partners);
    const first = partners.next(flow, emitter);
    for (let used = 0; used < NUMBERS; used += 1) partners.next(flow, emitter);
    return new MonthsWorld(partners, told, people, first);
  }

  /** Files in this order; what another one has to precede is sent again at the end. */
  async deliver(files: readonly MonthFile[]): Promise<void> {
    let waiting: MonthFile[] = [];
    for (const file of files) if (await this.isEarly(file)) waiting.push(file);
    while (waiting.length > 0) {
      const again = waiting.toSorted((one, other) => one.number - other.number);
      waiting = [];
      for (const file of again) if (await this.isEarly(file)) waiting.push(file);
      if (waiting.length === again.length) return;
    }
  }

  private async isEarly({ nature, period, number, rows }: MonthFile): Promise<boolean> {
    const { flow, emitter } = this.told;
    const agent = await this.partners.service.as(emitter);
    const told = rows.map(({ who, drawn, more }) =>
      this.told.row(this.people[who]!, { ...this.told.cells(drawn), ...more }),
    );
    const { status, body, name } = await this.partners.deposit(agent, flow, emitter, {
      nature,
      period,
      sequence: this.first + number,
      rows: told,
      confirmations: [{ code: 'CONTENU_DEJA_RECU' }, { code: 'DERIVE_VOLUME' }],
    });
    if (status === 202) {
      await this.partners.report(agent, String(body.id));
      return false;
    }
    const codes = (body.errors as { code: string }[]).map(({ code }) => code);
    if (codes.includes('PERIODE_DEJA_DEPOSEE')) return true;
    if (!codes.includes('DOUBLON_ANCIEN')) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return false;
  }

  /** All that counts of what was told of each of them. */
  async present(): Promise<readonly unknown[]> {
    const seen = [];
    for (const one of this.people) seen.push(await this.told.present(this.partners, one));
    return seen;
  }
}
