import { ANSWER_SAMPLES } from '../../../dist/exchanges/flows/suites/samples.js';
import { ORIENTATION_SAMPLES } from '../../../dist/exchanges/flows/orientations/samples.js';
import { fileOf } from './files.mjs';
import { GIVEN_NAMES, SURNAMES } from './names.mjs';
import { referenceOf } from './referrals.mjs';

const [ORIENTATION] = ORIENTATION_SAMPLES;
const [ANSWER] = ANSWER_SAMPLES;
const DAY_MS = 86_400_000;

/**
 * The files of a month: event notices of `perFile` rows. Each unit answers referrals it has received;
 * as many missions locales as it takes refer new young people. `{ organisation, kind, file }[]`.
 */
export async function monthFiles(database, { missionsLocales, units }, { files, perFile, known }) {
  const { owner } = database;
  const answers = [];
  for (const unit of units.slice(0, Math.floor(files / 3))) {
    const rows = await answerRows(owner, unit, perFile);
    answers.push({
      organisation: unit,
      kind: 'unit',
      file: await notice(owner, unit, 'SUI', rows),
    });
  }
  const referring = missionsLocales.slice(0, files - answers.length);
  const referrals = await referralFiles(database, referring, units, { first: known + 1, perFile });
  return [...referrals, ...answers];
}

/** One notice for each of these missions locales: `perFile` new young people, numbered from `first`. */
export async function referralFiles({ owner }, missionsLocales, units, { first, perFile }) {
  const files = [];
  for (const [index, organisation] of missionsLocales.entries()) {
    const unit = units[index % units.length];
    const rows = orientationRows(organisation, unit, first + index * perFile, perFile);
    const file = await notice(owner, organisation, 'ORI', rows);
    files.push({ organisation, kind: 'mission-locale', file });
  }
  return files;
}

/** Nature S: the only one that may come on any day. Its period is the emitter's own day. */
async function notice(owner, { id, code }, flow, rows) {
  const { rows: found } = await owner.query(
    `select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today
     from app.organisation where id = $1`,
    [id],
  );
  const period = found[0].today;
  return fileOf({ flow, nature: 'S', period, sequence: 1, emitter: code, rows });
}

function orientationRows(missionLocale, unit, first, count) {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    return {
      ...ORIENTATION,
      identifiant_ligne: String(index + 1),
      type_ligne: 'EVENEMENT',
      reference_orientation: referenceOf(n),
      code_structure: missionLocale.code,
      code_unite: unit.code,
      identifiant_imilo: String(10_000_000 + n),
      nom_naissance: SURNAMES[n % SURNAMES.length].name,
      prenoms: GIVEN_NAMES[(n * 7) % GIVEN_NAMES.length].name,
      date_naissance: `200${n % 8}-0${1 + (n % 9)}-${10 + (n % 19)}`,
      date_orientation: daysAgo(2),
      date_information_jeune: daysAgo(5),
    };
  });
}

/** Decisions on referrals the unit has in hand. */
async function answerRows(owner, unit, count) {
  const { rows } = await owner.query(
    `select r.reference, o.code, p.imilo_id, p.birth_name, p.first_names[1] as first_name, p.birth_date
     from app.referral r join app.young_person p on p.id = r.person_id
       join app.organisation o on o.id = r.ml_id
     where r.unit_id = $1 and r.state = 'received' order by r.reference limit $2`,
    [unit.id, count],
  );
  return rows.map((row, index) => ({
    ...ANSWER,
    identifiant_ligne: String(index + 1),
    type_ligne: 'EVENEMENT',
    reference_orientation: row.reference,
    numero_dossier_unite: `D-${row.imilo_id}`,
    code_structure: row.code,
    code_unite: unit.code,
    identifiant_imilo: row.imilo_id,
    nom_naissance: row.birth_name,
    prenom_1: row.first_name,
    date_naissance: row.birth_date,
    date_etat: daysAgo(2),
    date_suite: daysAgo(2),
  }));
}

function daysAgo(days) {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}
