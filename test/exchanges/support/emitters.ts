import type TestAgent from 'supertest/lib/agent.js';
import type { FlowCode } from '../../../src/exchanges/flows/index.js';
import { referralReference } from '../../../src/kernel/index.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { csvOf, deposit, depositOf, reportOf, type Row } from './deposits.js';
import { SetClock } from './set-clock.js';

export const UNIT = 'RSMA-RE';
export const ML = '97411S00';
export const PERIOD = '2026-11';

/** While the slot of November is open, at noon in La Réunion. */
export const OPEN = '2026-12-03T08:00:00.000Z';

/** A file to send: what is not said is a photo that completes the slot. */
export interface Sent {
  readonly nature?: 'I' | 'R' | 'C' | 'A' | 'N' | 'S';
  /** Production when absent. */
  readonly mode?: 'P' | 'T';
  readonly rows: readonly Row[];
  /** A number of its own rather than the next one. */
  readonly sequence?: number;
  /** The month of a photo, or the day of a notice. */
  readonly period?: string;
  /** What the emitter confirms beforehand. */
  readonly confirmations?: readonly { readonly code: string }[];
}

/** The report of a file and the lines it speaks of, as the emitter reads them. */
export interface Report {
  readonly id: string;
  readonly state: string;
  readonly code: number;
  readonly essai: boolean;
  readonly compteurs: Readonly<Record<string, number>>;
  /** `line code column precision`, sorted. */
  readonly said: readonly string[];
}

/** The service, and partners whose software deposits files one after the other. */
export class Emitters {
  private readonly sequences = new Map<string, number>();

  private constructor(
    readonly service: TestApplication,
    private readonly clock: SetClock,
  ) {}

  /** @param now where their clock stands; while the slot of November is open when absent */
  static async start(
    now = OPEN,
    options: Parameters<typeof startTestApplication>[0] = {},
  ): Promise<Emitters> {
    const clock = new SetClock(now);
    return new Emitters(await startTestApplication({ clock, ...options }), clock);
  }

  /** From now on their clock and that of the service stand there. */
  moveTo(now: string): void {
    this.clock.moveTo(now);
  }

  /** Deposits a file of `flow` for the software of `emitter`; refused ones are the test's mistake. */
  async send(flow: FlowCode, emitter: string, sent: Sent): Promise<Report> {
    return this.sendAs(await this.service.as(emitter), flow, emitter, sent);
  }

  /** The same, by whoever `agent` is. */
  async sendAs(agent: TestAgent, flow: FlowCode, emitter: string, sent: Sent): Promise<Report> {
    return this.report(agent, await this.registered(agent, flow, emitter, sent));
  }

  /** Deposits a file that the door takes. @returns its id */
  async registered(...file: Parameters<Emitters['deposit']>): Promise<string> {
    const { name, status, body } = await this.deposit(...file);
    if (status !== 202) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return String(body.id);
  }

  /** The codes a file is refused with at the door. */
  async refused(flow: FlowCode, emitter: string, sent: Sent): Promise<string[]> {
    const { body } = await this.deposit(await this.service.as(emitter), flow, emitter, sent);
    const errors = body.errors as { code: string }[];
    return errors.map(({ code }) => code);
  }

  /** Deposits a file, whatever becomes of it. */
  async deposit(
    agent: TestAgent,
    flow: FlowCode,
    emitter: string,
    {
      nature = 'C',
      mode = 'P',
      rows,
      period: given,
      confirmations = [],
      sequence = this.next(flow, emitter, mode),
    }: Sent,
  ) {
    const type = nature === 'S' ? 'EVENEMENT' : 'SITUATION';
    const numbered = rows.map((row, index) => ({
      identifiant_ligne: String(index + 1),
      type_ligne: type,
      ...row,
    }));
    const period = given ?? (nature === 'S' ? '2026-12-03' : PERIOD);
    const number = String(sequence).padStart(6, '0');
    const name = `${flow}_${mode}_${emitter}_${period}_${number}_${nature}_v1.csv`;
    const announced = { rows: numbered, emitter, generatedAt: OPEN, confirmations };
    const file = depositOf(name, csvOf(flow, numbered), announced);
    return { name, ...(await deposit(agent, file)) };
  }

  /** The report once there is one; the conservation of rows is checked on each (exchange.md 7.e.8). */
  async report(agent: TestAgent, id: string): Promise<Report> {
    const crm = await reportOf(agent, id);
    const { body } = await agent.get(`/api/v1/exchanges/${id}`).expect(200);
    const { lues, appliquees, inchangees, en_revue, perimees, rejetees } = crm.compteurs;
    expect(appliquees + inchangees + en_revue + perimees + rejetees).toBe(lues);
    const said = (crm.anomalies as Anomaly[]).map(({ ligne, code, colonne, precision }) =>
      [ligne ?? '*', code, colonne, precision].filter((part) => part !== null).join(' '),
    );
    const compteurs = crm.compteurs;
    const { code, essai } = crm;
    return { id, state: body.state, code, essai, compteurs, said: said.toSorted() };
  }

  /** The next number of an emitter and a flow. */
  next(flow: string, emitter: string, mode = 'P'): number {
    const counter = `${flow} ${mode} ${emitter}`;
    const sequence = (this.sequences.get(counter) ?? 0) + 1;
    this.sequences.set(counter, sequence);
    return sequence;
  }

  /** Forgets what was deposited, so that every slot is as new; numbers go on. */
  async emptySlots(): Promise<void> {
    await this.service.database.owner.query(
      `update app.exchange_file set period = '2020-01' where nature <> 'S';
       update app.exchange_slot set period = '2020-01-' || id where period not like '2020%'`,
    );
  }

  /** The present state of the slot of the period, as its emitter reads it. */
  async slotState(flow: string, emitter: string): Promise<string | undefined> {
    const agent = await this.service.as(emitter);
    const { body } = await agent.get('/api/v1/exchanges/expected').expect(200);
    const items = body.items as { flow: string; period: string | null; state: string }[];
    return items.find((item) => item.flow === flow && item.period === PERIOD)?.state;
  }

  /** How many rows each table with effects has. */
  async everything(): Promise<unknown[]> {
    const tables = ['candidacy', 'candidacy_transition', 'referral', 'referral_transition'];
    const others = ['young_person', 'medical_conclusion', 'identity_review'];
    // Slots that a file filled: the calendar opens others meanwhile, whenever it wakes.
    const filled = `app.exchange_slot where state in ('received', 'nil')`;
    const counted = [...tables, ...others].map((table) => `app.${table}`);
    return this.look(
      [...counted, filled]
        .map((rows, index) => `select ${index} as name, count(*)::int as rows from ${rows}`)
        .join(' union all '),
    );
  }

  /** The candidacy of a reference as the unit reads it in its list. */
  async candidacy(reference: string, unit = UNIT) {
    const list = `/api/v1/candidacies?reference=${reference}`;
    const { body } = await (await this.service.as(unit)).get(list).expect(200);
    return body.items[0];
  }

  /** The referral of a reference as a mission locale reads it in its list. */
  async referral(reference: string, ml = ML) {
    const list = `/api/v1/referrals?reference=${reference}`;
    const { body } = await (await this.service.as(ml)).get(list).expect(200);
    return body.items[0];
  }

  /** Rows of the database as their owner sees them. */
  async look<T>(sql: string, ...values: unknown[]): Promise<T[]> {
    return (await this.service.database.owner.query(sql, values)).rows as T[];
  }
}

interface Anomaly {
  readonly ligne: number | null;
  readonly code: string;
  readonly colonne: string | null;
  readonly precision: string | null;
}

const LETTERS = 'ABCDEFGHIJ';
let people = 0;

/** The cells of somebody new: the same in the files of both sides. */
export class Somebody {
  readonly number: number;
  readonly reference: string;
  readonly name: string;

  constructor(
    readonly over: Row = {},
    family = 'HOARAU',
  ) {
    people += 1;
    this.number = people;
    this.reference = referralReference(2026, String(people).padStart(8, '0'));
    this.name = `${family}${[...String(people)].map((digit) => LETTERS[Number(digit)]).join('')}`;
  }

  /** As the mission locale refers them. */
  referred(over: Row = {}): Row {
    return {
      reference_orientation: this.reference,
      code_structure: ML,
      identifiant_imilo: String(88_000_000 + this.number),
      code_unite: UNIT,
      nom_naissance: this.name,
      prenoms: 'Léa,Marie',
      sexe: 'F',
      date_naissance: '2005-03-11',
      code_insee_naissance: '97411',
      adresse_voie: '12 rue des Manguiers',
      code_postal: '97400',
      code_insee_residence: '97411',
      telephone: '0692000000',
      date_orientation: '2026-11-10',
      etat_orientation: 'TRANSMISE',
      type_volontariat: 'VS',
      niveau_diplome: 'INFRA3_VBIS',
      accompagnement: 'AUCUN',
      date_information_jeune: '2026-11-09',
      version_notice: '1',
      ...this.over,
      ...over,
    };
  }

  /** As the unit answers; under evaluation unless told. */
  answered(over: Row = {}): Row {
    return {
      reference_orientation: this.reference,
      numero_dossier_unite: this.fileNumber,
      code_structure: ML,
      code_unite: UNIT,
      origine_candidature: 'ML',
      nom_naissance: this.name,
      prenom_1: 'Léa',
      date_naissance: '2005-03-11',
      etat_candidature: 'EN_EVALUATION',
      date_etat: '2026-11-12',
      ...over,
    };
  }

  /** As the unit decides; an absence unless told. */
  decided(over: Row = {}): Row {
    return this.answered({
      etat_candidature: 'DECIDEE',
      date_etat: '2026-11-17',
      code_suite: 'ABSENT',
      date_suite: '2026-11-17',
      niveau_evalue: 'NON_EVALUE',
      ...over,
    });
  }

  /** As someone who applied on their own. */
  direct(over: Row = {}): Row {
    return this.answered({
      reference_orientation: '',
      code_structure: '',
      origine_candidature: 'DIRECT',
      ...over,
    });
  }

  get fileNumber(): string {
    return `RE-2026-${String(this.number).padStart(5, '0')}`;
  }
}

/** That many people nobody knows yet. */
export function newPeople(count: number): Somebody[] {
  return Array.from({ length: count }, () => new Somebody());
}
