import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type TestAgent from 'supertest/lib/agent.js';
import { SpoolDelays } from '../../src/exchanges/domain/spool-plan.js';
import { CollectSpool } from '../../src/exchanges/use-cases/collect-spool.js';
import { SpoolFolder } from '../../src/platform/files/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import {
  csvOf,
  deposit,
  depositOf,
  expectedSlot,
  referralBody,
  until,
  type Deposit,
  type Row,
} from './support/deposits.js';

const UNIT = 'RSMA-RE';
const ML = '97411S00';
const MAXIMUM = 20_000;
const HOUR = 3_600_000;
/** The unit's day: La Réunion is four hours ahead. */
const TODAY = new Date(Date.now() + 4 * HOUR).toISOString().slice(0, 10);
const NEXT_YEAR = Number(TODAY.slice(0, 4)) + 1;

let root: string;
let service: TestApplication;
let unit: TestAgent;
let delays: SpoolDelays;
let people = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'passerelle-spool-'));
  for (const code of [UNIT, ML]) await mkdir(path.join(root, 'spool', code), { recursive: true });
  service = await startTestApplication({
    environment: { SPOOL_DIR: path.join(root, 'spool'), MAX_FILE_BYTES: String(MAXIMUM) },
  });
  unit = await service.as(UNIT);
  delays = service.app.get(SpoolDelays, { strict: false });
  Object.assign(delays, { settled: 0, stray: 0 });
  await collect();
});
afterAll(async () => {
  await service?.close();
  await rm(root, { recursive: true, force: true });
});

const folder = (code: string, name: string) => path.join(root, 'spool', code, name);
const arrival = (name: string) => path.join(folder(UNIT, 'entree'), name);

/** One round, besides those of the service itself. */
async function collect(code = UNIT): Promise<void> {
  const rounds = service.app.get(CollectSpool, { strict: false });
  await rounds.execute(code, new AbortController().signal);
}

/** Writes as exchange.md 7.b asks: under a temporary name, then the right one. */
async function put(name: string, content: Buffer | string): Promise<void> {
  await writeFile(arrival(`${name}.part`), content);
  await rename(arrival(`${name}.part`), arrival(name));
}

async function putBoth({ name, bytes, manifestName, manifest }: Deposit): Promise<void> {
  await put(name, bytes);
  await put(manifestName, manifest);
}

/** The JSON document whose name has these parts, as soon as it is there. */
async function document(...parts: string[]) {
  const name = await until(parts.join(' '), async () => {
    const names = await readdir(folder(UNIT, 'comptes_rendus'));
    return names.find((one) => parts.every((part) => one.includes(part)) && !one.endsWith('.part'));
  });
  const text = await readFile(path.join(folder(UNIT, 'comptes_rendus'), name), 'utf8');
  return { name, text };
}

/** The notices of refusal written while `act` ran. */
async function refusals(act: () => Promise<void>): Promise<string[]> {
  const seen = new Set(await readdir(folder(UNIT, 'comptes_rendus')));
  await act();
  await collect();
  await until('an empty entree', async () => {
    const left = [
      ...(await readdir(folder(UNIT, 'entree'))),
      ...(await readdir(path.join(root, 'spool', '.travail', UNIT))),
    ];
    return left.length === 0 ? true : undefined;
  });
  const all = await readdir(folder(UNIT, 'comptes_rendus'));
  const names = all.filter((name) => !seen.has(name) && /ARE-[-\d]+\.json$/.test(name));
  const texts = await Promise.all(
    names.map((name) => readFile(path.join(folder(UNIT, 'comptes_rendus'), name), 'utf8')),
  );
  return texts.map((text) => String(JSON.parse(text).code)).toSorted();
}

/** A notice of the unit about young people referred to it, one row each. */
async function notice(...rows: Row[]): Promise<Deposit> {
  const { sequence } = await expectedSlot(unit, 'SUI', true);
  const name = `SUI_P_${UNIT}_${TODAY}_${sequence}_S_v1.csv`;
  return depositOf(name, csvOf('SUI', rows), { rows, emitter: UNIT });
}

async function referredRow(line: number, over: Row = {}): Promise<Row> {
  people += 1;
  const imiloId = String(88_000_000 + people);
  const birthDate = `2004-0${1 + (people % 9)}-1${people % 10}`;
  const ml = await service.as(ML);
  const body = referralBody({
    birthName: 'ÉTÉSSÉ-D’ORNANO',
    firstNames: ['Maëlys'],
    imiloId,
    birthDate,
  });
  const { body: referral } = await ml.post('/api/v1/referrals').send(body).expect(201);
  return {
    identifiant_ligne: String(line),
    type_ligne: 'EVENEMENT',
    reference_orientation: referral.reference,
    numero_dossier_unite: `RE-${people}`,
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

async function listing(directory: string): Promise<string[]> {
  return (await readdir(directory, { recursive: true })).toSorted();
}

describe('A file left in the folder of its emitter', () => {
  let made: Deposit;
  let receipt: Record<string, unknown>;

  beforeAll(async () => {
    const rows = [await referredRow(1), await referredRow(2, { date_suite: '2026-02-31' })];
    made = await notice(...rows);
    await putBoth(made);
    await collect();
    receipt = JSON.parse((await document(made.name.slice(0, -4), 'AEE')).text);
  });

  it('gets the same receipt as by the API, word for word', async () => {
    const { status, body } = await deposit(unit, made);

    expect(status).toBe(202);
    expect(receipt).toEqual(body);
    expect(receipt).toMatchObject({ rows: 2, encoding: 'utf-8', separator: ';' });
  });

  it('gets the same receipt when it comes again', async () => {
    const before = await readdir(folder(UNIT, 'comptes_rendus'));
    await putBoth(made);
    await collect();

    const after = await readdir(folder(UNIT, 'comptes_rendus'));
    expect(after.filter((name) => name.includes('AEE'))).toEqual(
      before.filter((name) => name.includes('AEE')),
    );
    expect(await readdir(folder(UNIT, 'entree'))).toEqual([]);
  });

  it('gets its report in three formats, the same as by the API, and its rejects', async () => {
    const { text } = await document('CRM', '.json');
    const answer = await unit.get(`/api/v1/exchanges/${String(receipt['id'])}/report`).expect(200);

    expect(JSON.parse(text)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      code: 2,
      compteurs: { lues: 2, appliquees: 1, rejetees: 1 },
    });
    expect((await document('CRM', '.csv')).text).toContain('DATE_IMPOSSIBLE');
    expect((await document('CRM', '.html')).text).toContain('<html lang="fr">');
    const rejects = (await document('REJETS', '.csv')).text.trimEnd().split('\r\n');
    expect(rejects).toHaveLength(2);
    expect(rejects[1]).toMatch(/^2;EVENEMENT;.*2026-02-31/);
  });

  it('writes the medical conclusion it may write, and shows it in no document', async () => {
    const { rows } = await service.database.owner.query('select id from app.medical_conclusion');
    expect(rows).toHaveLength(1);
    const names = await readdir(folder(UNIT, 'comptes_rendus'));
    for (const name of names.filter((one) => one.includes('CRM'))) {
      const text = await readFile(path.join(folder(UNIT, 'comptes_rendus'), name), 'utf8');
      expect(text).not.toContain('INAPTE');
    }
  });

  it('reaches the folder of its recipient, data and manifest, whole', async () => {
    const manifestName = await until('the outbound manifest', async () =>
      (await readdir(folder(ML, 'sortie'))).find((name) => name.endsWith('.manifeste.json')),
    );
    const names = await readdir(folder(ML, 'sortie'));
    const manifest = JSON.parse(
      await readFile(path.join(folder(ML, 'sortie'), manifestName), 'utf8'),
    );
    const bytes = await readFile(path.join(folder(ML, 'sortie'), manifest.fichier.nom));

    expect(names).toHaveLength(2);
    expect(manifest).toMatchObject({ emetteur: 'PASSERELLE', destinataire: ML });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.fichier.sha256);
    expect(bytes.toString()).toContain('ÉTÉSSÉ-D’ORNANO');
  });
});

describe('A file that is not whole', () => {
  it('is left alone under its temporary name, and received under its own', async () => {
    const made = await notice(await referredRow(1));
    await put(made.manifestName, made.manifest);
    await writeFile(arrival(`${made.name}.part`), made.bytes.subarray(0, 40));
    await collect();
    expect(await readdir(folder(UNIT, 'entree'))).toHaveLength(2);

    await writeFile(arrival(`${made.name}.part`), made.bytes);
    await rename(arrival(`${made.name}.part`), arrival(made.name));
    await collect();

    expect(JSON.parse((await document(made.name.slice(0, -4), 'AEE')).text).rows).toBe(1);
  });

  it('is refused when it was cut under its own name', async () => {
    const { name, bytes, manifestName, manifest } = await notice(await referredRow(1));
    const codes = await refusals(async () => {
      await put(name, bytes.subarray(0, -20));
      await put(manifestName, manifest);
    });

    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^(OCTETS_DIFFERENTS|hash-count|byte-count)$/);
  });

  it.each([
    ['data without manifest', 'MANIFESTE_ABSENT', ({ name, bytes }: Deposit) => put(name, bytes)],
    [
      'a manifest without data',
      'DONNEES_ABSENTES',
      (made: Deposit) => put(made.manifestName, made.manifest),
    ],
  ])('is refused when it stays %s', async (_case, code, act) => {
    const made = await notice(await referredRow(1));
    delays.missingPart = 0;
    try {
      expect(await refusals(() => act(made))).toEqual([code]);
    } finally {
      delays.missingPart = 30 * 60_000;
    }
  });

  it('is swept with a notice that names nothing when it was given up', async () => {
    await writeFile(arrival('SUI_secret.csv.filepart'), 'x');
    delays.unfinished = 0;
    await collect();
    delays.unfinished = 24 * HOUR;

    expect(await readdir(folder(UNIT, 'entree'))).toEqual([]);
    const { text } = await document('AVIS_');
    expect(JSON.parse(text)).toMatchObject({ retires: 1 });
    expect(text).not.toContain('secret');
  });
});

describe('What is no file of the emitter', () => {
  it('is refused and removed, and what it points at stays as it was', async () => {
    const victim = path.join(root, 'victim');
    await writeFile(victim, 'untouched');
    const name = `SUI_P_${UNIT}_${TODAY}_000900_S_v1.csv`;
    const codes = await refusals(async () => {
      await symlink(victim, arrival(name));
      await symlink(path.join(root, 'spool', ML), arrival('lien'));
      await link(victim, arrival('dur.csv'));
      await mkdir(path.join(arrival('dossier'), 'profond'), { recursive: true });
      execFileSync('mkfifo', [arrival('tube.csv')]);
    });

    expect(codes).toEqual(Array.from({ length: 5 }, () => 'OBJET_NON_ORDINAIRE'));
    expect(await readFile(victim, 'utf8')).toBe('untouched');
    expect(await listing(path.join(root, 'spool', ML))).toContain('sortie');
    const { rows } = await service.database.owner.query(
      `select 1 from app.audit_event where detail = 'OBJET_NON_ORDINAIRE'`,
    );
    expect(rows).toHaveLength(5);
  });

  it('is refused under a name that is none, and writes nowhere else', async () => {
    const names = [
      '-rf',
      '..%2f..%2fx.csv',
      '%2e%2e.csv',
      '..\\x.csv',
      'con.csv',
      'é'.repeat(100),
      'SUI_\u202Evsc.csv',
      '🦜.csv',
      '.csv',
      '...',
      '~',
      'a\nb.csv',
      `sui_p_${UNIT}.csv`,
      'x;id.csv',
    ];
    const outside = await listing(root).then((all) => all.filter((one) => !one.includes(UNIT)));
    const raw = Buffer.concat([
      Buffer.from(`${folder(UNIT, 'entree')}/`),
      Buffer.from([0xff, 0x41]),
    ]);

    const codes = await refusals(async () => {
      for (const name of names) await writeFile(arrival(name), 'x');
      await writeFile(raw, 'x');
    });

    expect(codes).toEqual(Array.from({ length: names.length + 1 }, () => 'NOM_INVALIDE'));
    expect(await listing(root).then((all) => all.filter((one) => !one.includes(UNIT)))).toEqual(
      outside,
    );
  });

  it('is refused when it speaks for another organisation, which is told nothing', async () => {
    const rows = [await referredRow(1, { code_unite: 'RSMA-YT' })];
    const name = `SUI_P_RSMA-YT_${TODAY}_000001_S_v1.csv`;
    const made = depositOf(name, csvOf('SUI', rows), { rows, emitter: 'RSMA-YT' });

    expect(await refusals(() => putBoth(made))).toEqual(['EMETTEUR_USURPE']);
    const other = await service.as('RSMA-YT');
    expect((await other.get('/api/v1/exchanges').expect(200)).body.total).toBe(0);
  });

  it('is refused when it is too large', async () => {
    const made = await notice(await referredRow(1));
    const large = { ...made, bytes: Buffer.alloc(MAXIMUM + 1, 'a') };

    expect(await refusals(() => putBoth(large))).toEqual(['TAILLE_EXCESSIVE']);
  });
});

describe('A process that died', () => {
  it('loses nothing of what it had taken out', async () => {
    const made = await notice(await referredRow(1));
    await putBoth(made);
    const dead = await new SpoolFolder(path.join(root, 'spool')).take(UNIT, {
      data: Buffer.from(made.name).toString('hex'),
      manifest: Buffer.from(made.manifestName).toString('hex'),
    });
    dead?.abandon();
    expect(await readdir(folder(UNIT, 'entree'))).toEqual([]);

    delays.abandoned = 0;
    await collect();
    delays.abandoned = 45_000;

    expect(JSON.parse((await document(made.name.slice(0, -4), 'AEE')).text).rows).toBe(1);
  });
});
