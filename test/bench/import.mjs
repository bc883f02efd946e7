import { setTimeout as pause } from 'node:timers/promises';
import { answersOf, fillReceived } from './data/answers.mjs';
import { crmOf, depositFile } from './data/files.mjs';
import { machineToken } from './data/machine-token.mjs';
import { fillRegister } from './data/register.mjs';
import { copyFiles } from './support/copy.mjs';
import { median, rounded, secondsOf } from './support/figures.mjs';
import { postmasterOf, processorSeconds } from './support/processor-time.mjs';

/** Each look is a request to the API, on the processors that are measured. */
const LOOK_MS = 200;
/** Deliveries are over when nothing was added for this long. */
const STILL_MS = 2_000;
const STILL_LOOKS = 4;

/** A unit answers `rows` candidacies in one file, nearly all of them news. */
export const importBench = {
  name: 'import',
  rows: 200_000,
  about: 'un fichier SUI de lignes nouvelles, du dépôt au compte rendu',
  run: (stage) => play(stage, 'import'),
};

/** The same answers again under other line numbers: nothing changes, every row has its fate. */
export const replayBench = {
  name: 'replay',
  rows: 200_000,
  about: 'le même fichier SUI une seconde fois, du dépôt au compte rendu',
  run: (stage) => play(stage, 'replay'),
};

async function play(stage, measured) {
  const database = await stage.database();
  stage.say('registre et orientations…');
  const { missionsLocales, units } = await fillRegister(database);
  const [unit] = await withZone(database, units);
  await fillReceived(database, stage.rows, unit, missionsLocales.slice(0, 4));
  const token = await machineToken(database, unit, 'unit');
  const api = await stage.api(database, { MAX_FILE_BYTES: '500000000' });
  const worker = await stage.worker(database);
  const service = { url: api.url, token, processes: [api.pid, worker.pid] };
  const first = answersOf(stage.rows, unit, missionsLocales.slice(0, 4), 1);
  if (measured === 'replay') await settle(stage, database, service, first);
  const file =
    measured === 'replay' ? answersOf(stage.rows, unit, missionsLocales.slice(0, 4), 2) : first;
  const figures = await measure(database, service, file);
  stage.result({ ...figures, rss_mb: worker.peakMegabytes(), api_rss_mb: api.peakMegabytes() });
}

/** The first file and all that it delivers: what still went on would be counted with the second. */
async function settle(stage, database, service, file) {
  stage.say('premier dépôt, puis ses livraisons…');
  await crmOfDeposit(service, file);
  let delivered;
  for (let still = 0; still < STILL_LOOKS; still += 1) {
    await pause(STILL_MS);
    const { rows } = await database.owner.query(
      'select coalesce(sum(row_count), 0)::int as delivered from app.mailbox_file',
    );
    if (rows[0].delivered !== delivered) still = 0;
    delivered = rows[0].delivered;
  }
}

async function withZone({ owner }, units) {
  const { rows } = await owner.query(
    `select id, code, time_zone as "timeZone" from app.organisation where id = any($1) order by code`,
    [units.map(({ id }) => id)],
  );
  return rows;
}

/** Copies before and after, on the same server: neighbours slow both down. */
async function measure(database, service, file) {
  const copies = [];
  const copyCosts = [];
  const postmaster = await postmasterOf(database.owner);
  const copy = async (times) => {
    for (let n = 0; n < times; n += 1) {
      const before = processorSeconds(postmaster, true);
      copies.push(await copyFiles(database, [file.bytes]));
      copyCosts.push(processorSeconds(postmaster, true) - before);
    }
  };
  await copy(3);
  await database.owner.query('checkpoint');
  const cost = () => [
    processorSeconds(postmaster, true),
    ...service.processes.map((pid) => processorSeconds(pid)),
  ];
  const before = cost();
  let crm;
  const seconds = await secondsOf(async () => {
    crm = await crmOfDeposit(service, file);
  });
  const [server, door, worker] = cost().map((after, at) => after - before[at]);
  await copy(2);
  const reference = median(copies);
  return {
    seconds: rounded(seconds),
    reference: 'copy',
    reference_seconds: rounded(reference),
    ratio: rounded(seconds / reference),
    megabytes: rounded(file.bytes.length / 1e6),
    processor_seconds: { server: rounded(server), api: rounded(door), worker: rounded(worker) },
    reference_processor_seconds: rounded(median(copyCosts)),
    counters: crm.compteurs,
  };
}

async function crmOfDeposit({ url, token }, file) {
  const id = await depositFile(url, token, file);
  for (;;) {
    const crm = await crmOf(url, token, id);
    if (crm) return crm;
    await pause(LOOK_MS);
  }
}
