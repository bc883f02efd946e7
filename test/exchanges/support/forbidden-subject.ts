import { ML, newPeople, UNIT, type Emitters, type Sent, type Somebody } from './emitters.js';

/** A command with all it needs at each door, when its state is the only thing against it. */
export interface Act {
  /** Last part of the address of the API; the command when absent. */
  readonly api?: string;
  readonly body: object;
  /** Last part of the address of its page; none when no page gives it. */
  readonly page?: string;
  /** Fields of its form besides those of every form. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Who gives it, when it is not the role of the subject. */
  readonly role?: readonly [string, string];
  /** States in which the record may not be shown to who gives it, who then finds nothing. */
  readonly unseenIn?: readonly string[];
}

/** A row of a file that a state forbids, and the codes it may be refused with. */
export interface ForbiddenRow {
  readonly flow: 'INC' | 'SOR' | 'CEU' | 'PEC' | 'CEM' | 'ORI' | 'SUI' | 'DIR';
  readonly row: Sent['rows'][number];
  readonly codes: readonly string[];
}

/** A record that began, and somebody it is about. */
export interface Begun {
  readonly one: Somebody;
  readonly id: string;
}

/** A record with a life-cycle, the table of it, and its three doors. */
export interface Subject {
  readonly name: string;
  readonly table: string;
  readonly role: readonly [string, string];
  readonly api: string;
  readonly pages: string;
  /** Every command of the table: each is an act below, or without a door. */
  readonly commands: readonly string[];
  /** Where each command may start, by the table itself. */
  readonly from: (command: string) => readonly string[];
  readonly acts: Readonly<Record<string, Act>>;
  /** Commands that nobody gives at a door, and what gives them instead. */
  readonly without: Readonly<Record<string, string>>;
  /** Fields of every form of its pages, the version apart. */
  readonly fields: Readonly<Record<string, string>>;
  /** Starts the record of somebody. */
  readonly begin: (partners: Emitters, way: number) => Promise<Begun>;
  /** What the other side does, which moves the record as well. */
  readonly moves?: readonly ((partners: Emitters, begun: Begun) => Promise<unknown>)[];
  /** True when an older row takes its place in what was said, and so is no refusal (exchange.md 7.e.2). */
  readonly isRetold?: boolean;
  readonly rows: (state: string, one: Somebody) => readonly ForbiddenRow[];
}

export const TRANSITION_INTERDITE = ['TRANSITION_INTERDITE'] as const;
export const AS_FILES_SAY = 'a file replaced, annulled or late retells the record';

/** The three fields of a date. */
export function on(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-jour`]: date, [`${name}-mois`]: month, [`${name}-annee`]: year };
}

const SELECTED = {
  code_suite: 'APTE_RETENU',
  date_incorporation_prevue: '2026-11-20',
  contingent: '2026-11',
};
const REFERRED = {
  date_orientation: '2026-10-10',
  date_information_jeune: '2026-10-09',
  accompagnement: 'CEJ',
  cej_date_debut: '2026-09-01',
  cej_date_fin_prevue: '2027-08-31',
};
const OF_DAY = { nature: 'S', period: '2026-11-18' } as const;

/** Somebody new whom the mission locale referred, by file. */
export async function sent(partners: Emitters): Promise<Somebody> {
  const [one] = newPeople(1);
  if (!one) throw new Error('one was asked for');
  await partners.send('ORI', ML, { ...OF_DAY, rows: [one.referred(REFERRED)] });
  return one;
}

/** The same, found fit and selected by the unit. */
export async function selected(partners: Emitters): Promise<Somebody> {
  const one = await sent(partners);
  await partners.send('SUI', UNIT, { ...OF_DAY, rows: [one.decided(SELECTED)] });
  return one;
}

/** Somebody whom the unit selected, and no mission locale referred. */
export async function selectedDirect(partners: Emitters): Promise<Somebody> {
  const [one] = newPeople(1);
  if (!one) throw new Error('one was asked for');
  const decided = {
    etat_candidature: 'DECIDEE',
    date_etat: '2026-11-17',
    date_suite: '2026-11-17',
  };
  const row = one.direct({ ...decided, ...SELECTED, niveau_evalue: 'NON_EVALUE' });
  await partners.send('SUI', UNIT, { ...OF_DAY, rows: [row] });
  return one;
}
