import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TidySpoolJob } from '../../src/exchanges/jobs/tidy-spool.job.js';
import { csvOf, deposit, depositOf, until, type Deposit } from './support/deposits.js';
import { HOUR, MAXIMUM_BYTES, ML, SpoolTrial, TODAY, UNIT } from './support/spool-trial.js';

let trial: SpoolTrial;
beforeAll(async () => {
  trial = await SpoolTrial.start();
});
afterAll(() => trial?.close());

async function listing(directory: string): Promise<string[]> {
  return (await readdir(directory, { recursive: true })).toSorted();
}

describe('A file left in the folder of its emitter', () => {
  let made: Deposit;
  let receipt: Record<string, unknown>;

  beforeAll(async () => {
    const rows = [await trial.answer(1), await trial.answer(2, { date_suite: '2026-02-31' })];
    made = await trial.notice(...rows);
    await trial.putBoth(made);
    await trial.collect();
    receipt = await trial.receipt(made);
  });

  it('gets the same receipt as by the API, word for word', async () => {
    const { status, body } = await deposit(trial.unit, made);

    expect(status).toBe(202);
    expect(receipt).toEqual(body);
    expect(receipt).toMatchObject({ rows: 2, encoding: 'utf-8', separator: ';' });
  });

  it('gets the same receipt when it comes again', async () => {
    const before = await trial.documents();
    await trial.putBoth(made);
    await trial.collect();

    const after = await trial.documents();
    expect(after.filter((name) => name.includes('AEE'))).toEqual(
      before.filter((name) => name.includes('AEE')),
    );
    expect(await readdir(trial.folder(UNIT, 'entree'))).toEqual([]);
  });

  it('gets its report in three formats, the same as by the API, and its rejects', async () => {
    const text = await trial.document('CRM', '.json');
    const answer = await trial.unit
      .get(`/api/v1/exchanges/${String(receipt['id'])}/report`)
      .expect(200);

    expect(JSON.parse(text)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      code: 2,
      compteurs: { lues: 2, appliquees: 1, rejetees: 1 },
    });
    expect(await trial.document('CRM', '.csv')).toContain('DATE_IMPOSSIBLE');
    expect(await trial.document('CRM', '.html')).toContain('<html lang="fr">');
    const rejects = (await trial.document('REJETS', '.csv')).trimEnd().split('\r\n');
    expect(rejects).toHaveLength(2);
    expect(rejects[1]).toMatch(/^2;EVENEMENT;.*2026-02-31/);
  });

  it('writes the medical conclusion it may write, and shows it in no document', async () => {
    const { rows } = await trial.service.database.owner.query(
      'select id from app.medical_conclusion',
    );
    expect(rows).toHaveLength(1);
    const names = (await trial.documents()).filter((name) => name.includes('CRM'));
    for (const name of names) expect(await trial.read(name)).not.toContain('INAPTE');
  });

  it('writes none when no client of its emitter may', async () => {
    const { owner } = trial.service.database;
    const scope = `'medical-conclusion'`;
    await owner.query(`update app.machine_client set scopes = array_remove(scopes, ${scope})`);
    const before = new Set(await trial.documents());
    await trial.putBoth(await trial.notice(await trial.answer(1)));
    await trial.collect();
    const report = await until('the report', async () =>
      (await trial.documents()).find((one) => /CRM.*\.json$/.test(one) && !before.has(one)),
    );
    await owner.query(
      `update app.machine_client set scopes = scopes || ${scope}::text
       where organisation_id = (select id from app.organisation where code = $1)`,
      [UNIT],
    );

    expect(JSON.parse(await trial.read(report)).compteurs).toMatchObject({ appliquees: 0 });
    const { rows } = await owner.query('select id from app.medical_conclusion');
    expect(rows).toHaveLength(1);
  });

  it('reaches the folder of its recipient, data and manifest, whole', async () => {
    const manifestName = await until('the outbound manifest', async () =>
      (await readdir(trial.folder(ML, 'sortie'))).find((name) => name.endsWith('.manifeste.json')),
    );
    const names = await readdir(trial.folder(ML, 'sortie'));
    const manifest = JSON.parse(
      await readFile(path.join(trial.folder(ML, 'sortie'), manifestName), 'utf8'),
    );
    const bytes = await readFile(path.join(trial.folder(ML, 'sortie'), manifest.fichier.nom));

    expect(names).toHaveLength(2);
    expect(manifest).toMatchObject({ emetteur: 'PASSERELLE', destinataire: ML });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.fichier.sha256);
    expect(bytes.toString()).toContain('ÉTÉSSÉ-D’ORNANO');
  });
});

describe('A file that is not whole', () => {
  it('is left alone under its temporary name, and received under its own', async () => {
    const made = await trial.notice(await trial.answer(1));
    await trial.put(made.manifestName, made.manifest);
    await writeFile(trial.arrival(`${made.name}.part`), made.bytes.subarray(0, 40));
    await trial.collect();
    expect(await readdir(trial.folder(UNIT, 'entree'))).toHaveLength(2);

    await writeFile(trial.arrival(`${made.name}.part`), made.bytes);
    await rename(trial.arrival(`${made.name}.part`), trial.arrival(made.name));
    await trial.collect();

    expect((await trial.receipt(made))['rows']).toBe(1);
  });

  it('is refused when it was cut under its own name', async () => {
    const { name, bytes, manifestName, manifest } = await trial.notice(await trial.answer(1));
    const codes = await trial.refusals(async () => {
      await trial.put(name, bytes.subarray(0, -20));
      await trial.put(manifestName, manifest);
    });

    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^(OCTETS_DIFFERENTS|hash-count|byte-count)$/);
  });

  it.each([
    [
      'data without manifest',
      'MANIFESTE_ABSENT',
      ({ name, bytes }: Deposit) => trial.put(name, bytes),
    ],
    [
      'a manifest without data',
      'DONNEES_ABSENTES',
      (made: Deposit) => trial.put(made.manifestName, made.manifest),
    ],
  ])('is refused when it stays %s', async (_case, code, act) => {
    const made = await trial.notice(await trial.answer(1));
    trial.delays.missingPart = 0;
    try {
      expect(await trial.refusals(() => act(made))).toEqual([code]);
    } finally {
      trial.delays.missingPart = 30 * 60_000;
    }
  });

  it('is swept with a notice that names nothing when it was given up', async () => {
    await writeFile(trial.arrival('SUI_secret.csv.filepart'), 'x');
    trial.delays.unfinished = 0;
    await trial.collect();
    trial.delays.unfinished = 24 * HOUR;

    expect(await readdir(trial.folder(UNIT, 'entree'))).toEqual([]);
    const text = await trial.document('AVIS_');
    expect(JSON.parse(text)).toMatchObject({ retires: 1 });
    expect(text).not.toContain('secret');
  });
});

describe('What is no file of the emitter', () => {
  it('is refused and removed, and what it points at stays as it was', async () => {
    const victim = path.join(trial.root, 'victim');
    await writeFile(victim, 'untouched');
    const name = `SUI_P_${UNIT}_${TODAY}_000900_S_v1.csv`;
    const codes = await trial.refusals(async () => {
      await symlink(victim, trial.arrival(name));
      await symlink(path.join(trial.spool, ML), trial.arrival('lien'));
      await link(victim, trial.arrival('dur.csv'));
      await mkdir(path.join(trial.arrival('dossier'), 'profond'), { recursive: true });
      execFileSync('mkfifo', [trial.arrival('tube.csv')]);
    });

    expect(codes).toEqual(Array.from({ length: 5 }, () => 'OBJET_NON_ORDINAIRE'));
    expect(await readFile(victim, 'utf8')).toBe('untouched');
    expect(await listing(path.join(trial.spool, ML))).toContain('sortie');
    const { rows } = await trial.service.database.owner.query(
      `select command, count(*)::int as times from app.audit_event
       where detail = 'OBJET_NON_ORDINAIRE' group by command order by command`,
    );
    expect(rows).toEqual([
      { command: 'exchange.alert-security', times: 5 },
      { command: 'exchange.deposit', times: 5 },
    ]);
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
    // Names that are no text exist on Linux only.
    const noText = process.platform === 'linux' ? [Buffer.from([0xff, 0x41])] : [];
    const raw = [...names.map((name) => Buffer.from(name)), ...noText];
    const outside = async () => (await listing(trial.root)).filter((one) => !one.includes(UNIT));
    const before = await outside();

    const codes = await trial.refusals(async () => {
      for (const name of raw)
        await writeFile(Buffer.concat([Buffer.from(trial.arrival('/')), name]), 'x');
    });

    expect(codes).toEqual(raw.map(() => 'NOM_INVALIDE'));
    expect(await outside()).toEqual(before);
  });

  it('is refused when it speaks for another organisation, which is told nothing', async () => {
    const rows = [await trial.answer(1, { code_unite: 'RSMA-YT' })];
    const name = `SUI_P_RSMA-YT_${TODAY}_000001_S_v1.csv`;
    const made = depositOf(name, csvOf('SUI', rows), { rows, emitter: 'RSMA-YT' });

    expect(await trial.refusals(() => trial.putBoth(made))).toEqual(['EMETTEUR_USURPE']);
    const other = await trial.service.as('RSMA-YT');
    expect((await other.get('/api/v1/exchanges').expect(200)).body.total).toBe(0);
  });

  it('is refused when it is too large', async () => {
    const made = await trial.notice(await trial.answer(1));
    const large = { ...made, bytes: Buffer.alloc(MAXIMUM_BYTES + 1, 'a') };

    expect(await trial.refusals(() => trial.putBoth(large))).toEqual(['TAILLE_EXCESSIVE']);
  });
});

describe('What was written for an organisation', () => {
  it('is removed when its time is over', async () => {
    const { sortie } = trial.delays.kept;
    await writeFile(path.join(trial.folder(UNIT, 'sortie'), 'ancien.csv'), 'x');
    const kept = await trial.documents();
    const tidy = trial.service.app.get(TidySpoolJob, { strict: false });

    await tidy.handle();
    expect(await readdir(trial.folder(UNIT, 'sortie'))).toContain('ancien.csv');
    trial.delays.kept.sortie = -1;
    await tidy.handle();
    trial.delays.kept.sortie = sortie;

    expect(await readdir(trial.folder(UNIT, 'sortie'))).toEqual([]);
    expect(await trial.documents()).toEqual(kept);
  });
});
