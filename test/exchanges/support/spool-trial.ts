import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type TestAgent from 'supertest/lib/agent.js';
import { SpoolDelays } from '../../../src/exchanges/domain/spool-plan.js';
import { CollectSpool } from '../../../src/exchanges/use-cases/collect-spool.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import {
  csvOf,
  depositOf,
  expectedSlot,
  referralBody,
  until,
  type Deposit,
  type Row,
} from './deposits.js';

export const UNIT = 'RSMA-RE';
export const ML = '97411S00';
export const MAXIMUM_BYTES = 20_000;
export const HOUR = 3_600_000;
/** The unit's day: La Réunion is four hours ahead. */
export const TODAY = new Date(Date.now() + 4 * HOUR).toISOString().slice(0, 10);
const NEXT_YEAR = Number(TODAY.slice(0, 4)) + 1;

/** A service with the folders of a unit and of a mission locale, and what the unit does in its own. */
export class SpoolTrial {
  private people = 0;

  private constructor(
    /** Holds the spool and nothing else of the service. */
    readonly root: string,
    readonly service: TestApplication,
    readonly unit: TestAgent,
    readonly delays: SpoolDelays,
  ) {}

  static async start(): Promise<SpoolTrial> {
    const root = await mkdtemp(path.join(tmpdir(), 'passerelle-spool-'));
    for (const code of [UNIT, ML]) await mkdir(path.join(root, 'spool', code), { recursive: true });
    const service = await startTestApplication({
      environment: { SPOOL_DIR: path.join(root, 'spool'), MAX_FILE_BYTES: String(MAXIMUM_BYTES) },
    });
    const delays = service.app.get(SpoolDelays, { strict: false });
    Object.assign(delays, { settled: 0, stray: 0 });
    const trial = new SpoolTrial(root, service, await service.as(UNIT), delays);
    for (const code of [UNIT, ML]) await trial.collect(code);
    return trial;
  }

  async close(): Promise<void> {
    await this.service.close();
    await rm(this.root, { recursive: true, force: true });
  }

  get spool(): string {
    return path.join(this.root, 'spool');
  }

  folder(code: string, name: string): string {
    return path.join(this.spool, code, name);
  }

  arrival(name: string): string {
    return path.join(this.folder(UNIT, 'entree'), name);
  }

  /** One round, besides those of the service itself. */
  async collect(code = UNIT): Promise<void> {
    const rounds = this.service.app.get(CollectSpool, { strict: false });
    await rounds.execute(code, new AbortController().signal);
  }

  /** Writes as exchange.md 7.b asks: under a temporary name, then the right one. */
  async put(name: string, content: Buffer | string): Promise<void> {
    await writeFile(this.arrival(`${name}.part`), content);
    await rename(this.arrival(`${name}.part`), this.arrival(name));
  }

  async putBoth({ name, bytes, manifestName, manifest }: Deposit): Promise<void> {
    await this.put(name, bytes);
    await this.put(manifestName, manifest);
  }

  /** What the unit was told so far. */
  async documents(): Promise<string[]> {
    const names = await readdir(this.folder(UNIT, 'comptes_rendus'));
    return names.filter((name) => !name.endsWith('.part')).toSorted();
  }

  read(name: string): Promise<string> {
    return readFile(path.join(this.folder(UNIT, 'comptes_rendus'), name), 'utf8');
  }

  /** The text of the document whose name has these parts, as soon as it is there. */
  async document(...parts: string[]): Promise<string> {
    const name = await until(parts.join(' '), async () =>
      (await this.documents()).find((one) => parts.every((part) => one.includes(part))),
    );
    return this.read(name);
  }

  /** The receipt (AEE) of a deposit. */
  async receipt({ name }: Deposit): Promise<Record<string, unknown>> {
    return JSON.parse(await this.document(name.slice(0, -4), 'AEE'));
  }

  /** The codes of the notices of refusal (ARE) written because of `act`. */
  async refusals(act: () => Promise<void>): Promise<string[]> {
    const seen = new Set(await this.documents());
    await act();
    await this.collect();
    await until('the end of the deposits', async () => {
      const left = await readdir(this.folder(UNIT, 'entree'));
      const taken = await readdir(path.join(this.spool, '.travail', UNIT));
      return left.length + taken.length === 0 ? true : undefined;
    });
    const names = (await this.documents()).filter((name) => !seen.has(name));
    const notices = names.filter((name) => /ARE-[-\d]+\.json$/.test(name));
    const texts = await Promise.all(notices.map((name) => this.read(name)));
    return texts.map((text) => String(JSON.parse(text).code)).toSorted();
  }

  /** A notice of the unit with these rows. */
  async notice(...rows: Row[]): Promise<Deposit> {
    const { sequence } = await expectedSlot(this.unit, 'SUI', true);
    const name = `SUI_P_${UNIT}_${TODAY}_${sequence}_S_v1.csv`;
    return depositOf(name, csvOf('SUI', rows), { rows, emitter: UNIT });
  }

  /** The answer about somebody the mission locale has just referred. */
  async answer(line: number, over: Row = {}): Promise<Row> {
    this.people += 1;
    const imiloId = String(88_000_000 + this.people);
    const birthDate = `2004-0${1 + (this.people % 9)}-1${this.people % 10}`;
    const person = { birthName: 'ÉTÉSSÉ-D’ORNANO', firstNames: ['Maëlys'], imiloId, birthDate };
    const ml = await this.service.as(ML);
    const sent = await ml.post('/api/v1/referrals').send(referralBody(person)).expect(201);
    return {
      identifiant_ligne: String(line),
      type_ligne: 'EVENEMENT',
      reference_orientation: sent.body.reference,
      numero_dossier_unite: `RE-${this.people}`,
      code_structure: ML,
      code_unite: UNIT,
      identifiant_imilo: imiloId,
      origine_candidature: 'ML',
      nom_naissance: 'ÉTÉSSÉ-D’ORNANO',
      prenom_1: 'Maëlys',
      date_naissance: birthDate,
      etat_candidature: 'DECIDEE',
      date_etat: TODAY,
      code_suite: 'INAPTE_TEMPORAIRE',
      date_suite: TODAY,
      date_reexamen: `${NEXT_YEAR}-03`,
      niveau_evalue: 'EFFICACE',
      ...over,
    };
  }
}
