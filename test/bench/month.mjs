import { setTimeout as pause } from 'node:timers/promises';
import { crmOf, depositFile } from './data/files.mjs';
import { machineToken } from './data/machine-token.mjs';
import { monthFiles } from './data/month-files.mjs';
import { fillPeople } from './data/people.mjs';
import { fillReferrals } from './data/referrals.mjs';
import { fillRegister } from './data/register.mjs';
import { copyFiles } from './support/copy.mjs';
import { rounded, secondsOf } from './support/figures.mjs';

const ROWS_PER_FILE = 20;
const KNOWN_REFERRALS = 20_000;
const PARTNERS_AT_ONCE = 8;
const LOOK_MS = 50;

/** A month of the whole country, from the first deposit to the last CRM, on both backends. */
export const month = {
  name: 'month',
  rows: 2_000,
  about: 'un mois national, du premier dépôt au dernier compte rendu',
  async run(stage) {
    await playMonth(stage, 'postgresql', {});
    const redisUrl = await stage.redis();
    if (redisUrl === undefined) stage.say('sans redis-server, PostgreSQL seulement');
    else await playMonth(stage, 'redis', { REDIS_URL: redisUrl });
  },
};

async function playMonth(stage, backend, environment) {
  const database = await stage.database();
  stage.say(`${backend} : préparation…`);
  const deposits = await prepare(stage, database);
  const copy = await copyFiles(
    database,
    deposits.map(({ file }) => file.bytes),
  );
  const api = await stage.api(database, environment);
  const worker = await stage.worker(database, environment);
  let rows = 0;
  const seconds = await secondsOf(async () => {
    rows = await depositAndWait(api.url, deposits);
  });
  stage.result({
    backend,
    files: deposits.length,
    applied_rows: rows,
    seconds: rounded(seconds),
    reference: 'copy',
    reference_seconds: rounded(copy),
    ratio: rounded(seconds / copy),
    rss_mb: worker.peakMegabytes(),
  });
  await worker.stop();
  await api.stop();
}

async function prepare(stage, database) {
  const register = await fillRegister(database);
  await database.owner.query(`insert into app.privacy_notice values ('1', '2020-01-01')`);
  await fillPeople(database, KNOWN_REFERRALS, register.missionsLocales);
  await fillReferrals(database, KNOWN_REFERRALS, register);
  const files = await monthFiles(database, register, {
    files: Math.ceil(stage.rows / ROWS_PER_FILE),
    perFile: ROWS_PER_FILE,
    known: KNOWN_REFERRALS,
  });
  const deposits = [];
  for (const file of files) {
    const token = await machineToken(database, file.organisation, file.kind);
    deposits.push({ ...file, token });
  }
  return deposits;
}

/** Deposits all files, some partners at a time, and waits for every CRM: rows taken. */
async function depositAndWait(url, deposits) {
  const waiting = [...deposits];
  const received = [];
  const partner = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      received.push({ ...next, id: await depositFile(url, next.token, next.file) });
    }
  };
  await Promise.all(Array.from({ length: PARTNERS_AT_ONCE }, partner));
  let rows = 0;
  for (const { id, token, file } of received) {
    const { compteurs } = await untilCrm(url, token, id);
    if (compteurs.appliquees < compteurs.lues) {
      throw new Error(`${file.name} : ${JSON.stringify(compteurs)}`);
    }
    rows += compteurs.appliquees;
  }
  return rows;
}

async function untilCrm(url, token, id) {
  for (;;) {
    const crm = await crmOf(url, token, id);
    if (crm) return crm;
    await pause(LOOK_MS);
  }
}
