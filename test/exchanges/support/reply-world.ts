import fc from 'fast-check';
import { ML, UNIT, type Emitters } from './emitters.js';
import { leavers, type Leaver } from './leavers.js';
import { openSlots } from './open-slots.js';
import type { Row } from './deposits.js';

export const MONTHS = ['2026-11', '2026-12'] as const;
/** Numbers of a world: five files, each up to three times. */
const NUMBERS = 15;

/** A PEC file as its emitter sent it, in the order of its software. */
export interface ReplyFile {
  readonly nature: 'I' | 'R' | 'C' | 'A';
  readonly period: string;
  /** From 1. */
  readonly number: number;
  readonly rows: readonly { readonly who: number; readonly cells: Row }[];
}

interface Wish {
  readonly kind: 'photo' | 'C' | 'A';
  readonly period: (typeof MONTHS)[number];
  readonly rows: readonly {
    readonly who: number;
    readonly code: string;
    readonly day: number;
    readonly isCorrection: boolean;
  }[];
}

const CODES = [
  'CONTACTE_SANS_RETOUR',
  'CONTACTE_SANS_RETOUR',
  'COORDONNEES_INCORRECTES',
  'INJOIGNABLE_APRES_RELANCES',
  'HORS_TERRITOIRE',
  'RDV_PRIS',
  'NE_SOUHAITE_PAS',
] as const;

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('photo', 'photo', 'C', 'C', 'A'),
  period: fc.constantFrom(...MONTHS),
  rows: fc.uniqueArray(
    fc.record({
      who: fc.nat(1),
      code: fc.constantFrom(...CODES),
      day: fc.integer({ min: 25, max: 30 }),
      isCorrection: fc.boolean(),
    }),
    { selector: ({ who }) => who, minLength: 1, maxLength: 2 },
  ),
});

/** Up to five files that are all taken when they come in their order, over two months. */
export const replyHistory: fc.Arbitrary<readonly ReplyFile[]> = fc
  .array(wish, { minLength: 2, maxLength: 5 })
  .map(filesOf)
  .filter((files) => files.length >= 2);

/** The same files in any order, some of them twice. */
export function anyOrder(files: readonly ReplyFile[]): fc.Arbitrary<readonly ReplyFile[]> {
  return fc.subarray([...files], { maxLength: 2 }).chain((more) => {
    const all = [...files, ...more];
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });
}

function filesOf(wishes: readonly Wish[]): readonly ReplyFile[] {
  const stated = new Set<string>();
  const files: ReplyFile[] = [];
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
          : rows.map(({ who, code, day, isCorrection }) => ({
              who,
              cells: {
                date_contact: `${period}-${day}`,
                code_prise_en_charge: code,
                ...(isCorrection && period === MONTHS[1] ? CORRECTION : {}),
              },
            })),
    });
  }
  return files;
}

const CORRECTION: Row = { type_ligne: 'CORRECTION', periode_rattachement: MONTHS[0] };

/** Two people who left, empty slots, and the mission locale that tells of them. */
export class ReplyWorld {
  private constructor(
    private readonly partners: Emitters,
    private readonly people: readonly Leaver[],
    private readonly first: number,
  ) {}

  static async begin(partners: Emitters): Promise<ReplyWorld> {
    await partners.emptySlots();
    await openSlots(partners, MONTHS, { PEC: ML });
    const people = await leavers(partners, 2);
    const first = partners.next('PEC', ML);
    for (let used = 0; used < NUMBERS; used += 1) partners.next('PEC', ML);
    return new ReplyWorld(partners, people, first);
  }

  /** Files in this order; what another one has to precede is sent again at the end. */
  async deliver(files: readonly ReplyFile[]): Promise<void> {
    let waiting: ReplyFile[] = [];
    for (const file of files) if (await this.isEarly(file)) waiting.push(file);
    while (waiting.length > 0) {
      const again = waiting.toSorted((one, other) => one.number - other.number);
      waiting = [];
      for (const file of again) if (await this.isEarly(file)) waiting.push(file);
      if (waiting.length === again.length) return;
    }
  }

  private async isEarly({ nature, period, number, rows }: ReplyFile): Promise<boolean> {
    const agent = await this.partners.service.as(ML);
    const told = rows.map(({ who, cells }) => this.people[who]?.replied(cells) ?? cells);
    const { status, body, name } = await this.partners.deposit(agent, 'PEC', ML, {
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

  /** All that counts of the returns, as the mission locale and the unit read them. */
  async present(): Promise<readonly unknown[]> {
    const seen = [];
    for (const one of this.people) {
      for (const [role, code] of [
        ['ml-adviser', ML],
        ['recruiter', UNIT],
      ] as const) {
        const { state, stateOn, attempts, answer, next, escalation } = await one.seenBy(
          this.partners,
          role,
          code,
        );
        seen.push({ state, stateOn, attempts, answer, next, escalation });
      }
    }
    return seen;
  }
}
