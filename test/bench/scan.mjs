import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { scanCsv } from '../../dist/platform/csv/index.js';
import { median, rounded, secondsOf } from './support/figures.mjs';

const ROUNDS = 3;
const CHUNK_BYTES = 64 * 1024;

/** Our reading of CSV against csv-parse: the same bytes, the same chunks, every cell made. */
export const scan = {
  name: 'scan',
  rows: 400_000,
  about: 'lecture du CSV par octets, contre csv-parse sur les mêmes octets',
  async run(stage) {
    const bytes = tableOf(stage.rows);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const own = await secondsOf(() => countsAll(ours(bytes), stage.rows));
      const reference = await secondsOf(() => countsAll(theirs(bytes), stage.rows));
      rounds.push({ own, reference });
    }
    const megabytes = bytes.length / 1e6;
    const own = megabytes / median(rounds.map((round) => round.own));
    const reference = megabytes / median(rounds.map((round) => round.reference));
    stage.result({
      megabytes: rounded(megabytes),
      mb_per_second: rounded(own),
      reference: 'csv-parse',
      reference_mb_per_second: rounded(reference),
      ratio: rounded(own / reference),
      rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    });
  },
};

/** Sixteen columns; one cell in quotes in a row of fifty. */
function tableOf(rows) {
  const lines = [Array.from({ length: 16 }, (_, at) => `colonne_${at}`).join(';')];
  for (let n = 0; n < rows; n += 1) {
    const name = n % 50 === 0 ? '"HOARAU; dit ""PAYET"""' : `HOARAU ${n % 997}`;
    lines.push(
      `${n};SITUATION;${name};Éléonore;2005-0${1 + (n % 9)}-17;F;97411;0692${100000 + (n % 9e5)};` +
        `jeune${n}@exemple.fr;12 rue des Flamboyants;97400;97411;RSMA-RE;VS;N3;2026-11-17`,
    );
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

async function* ours(bytes) {
  for await (const records of scanCsv(Readable.from(chunksOf(bytes)), { separator: ';' })) {
    yield records.length;
  }
}

async function* theirs(bytes) {
  const records = Readable.from(chunksOf(bytes)).pipe(parse({ delimiter: ';' }));
  for await (const record of records) yield record.length / 16;
}

async function countsAll(counts, rows) {
  let seen = 0;
  for await (const count of counts) seen += count;
  if (seen !== rows + 1) throw new Error(`${seen} lignes lues pour ${rows + 1}`);
}
