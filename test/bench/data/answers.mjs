import { referralReference } from '../../../dist/kernel/index.js';
import { fileOf } from './files.mjs';

const DAY_MS = 86_400_000;
const PER_STATEMENT = 20_000;
const FIRST_NAMES = ['Léa', 'Théo', 'Marie-Ange', 'Zoé', 'Jean', 'Anaïs', 'Loïc', 'Kevin'];
const LETTERS = 'ABCDEFGHIJ';

/** One in twenty applied directly: the unit's file opens a person and a candidacy. */
const isDirect = (n) => n % 20 === 19;
/** One in 200 has a fault of its own, below what holds a file back. */
const isFaulty = (n) => n % 200 === 150;

const referenceOf = (n) => referralReference(2026, String(n).padStart(8, '0'));
const nameOf = (n) => `HOARAU${[...String(n)].map((digit) => LETTERS[Number(digit)]).join('')}`;
const firstNameOf = (n) => FIRST_NAMES[n % FIRST_NAMES.length];
const two = (number) => String(number).padStart(2, '0');
const birthDateOf = (n) => `${2002 + (n % 6)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
const day = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The referrals that the file of `answersOf` answers, received by the unit two months ago. */
export async function fillReceived({ owner }, count, unit, missionsLocales) {
  await owner.query(`create temp table received (n int primary key, ml_id uuid, reference text, name text,
    first_name text, birth_date text, person uuid default gen_random_uuid(),
    referral uuid default gen_random_uuid())`);
  for (let from = 0; from < count; from += PER_STATEMENT) {
    const size = Math.min(PER_STATEMENT, count - from);
    const part = Array.from({ length: size }, (_, at) => from + at).filter((n) => !isDirect(n));
    await owner.query(
      `insert into received (n, ml_id, reference, name, first_name, birth_date)
       select * from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        part,
        part.map((n) => missionsLocales[n % missionsLocales.length].id),
        part.map(referenceOf),
        part.map(nameOf),
        part.map(firstNameOf),
        part.map(birthDateOf),
      ],
    );
  }
  for (const sql of FILL) await owner.query(sql.replaceAll(':unit', `'${unit.id}'::uuid`));
  await owner.query('drop table received');
  await owner.query('vacuum (analyze)');
}

const FILL = [
  `insert into app.young_person (id, org_id, birth_name, first_names, sex, birth_date, birth_place_code,
     name_key, first_name_key, imilo_id)
   select person, ml_id, name, array[first_name], 'F', birth_date, '97411', name, upper(first_name),
     (88000000 + n)::text from received order by n`,
  `insert into app.person_share (org_id, owner_org_id, person_id, valid_from)
   select :unit, ml_id, person, current_date - 60 from received order by n`,
  `insert into app.referral (id, ml_id, unit_id, person_id, reference, state, volunteer_type,
     diploma_level, support, prerequisites, informed_on, notice_version, referred_on, submitted_at)
   select referral, ml_id, :unit, person, reference, 'received', 'VS', 'INFRA3_VBIS', 'AUCUN', '{}',
     current_date - 60, '1', current_date - 60, now() - interval '60 days' from received order by n`,
  `insert into app.candidacy (id, unit_id, ml_id, referral_id, person_org_id, person_id, origin, state,
     state_on)
   select gen_random_uuid(), :unit, ml_id, referral, ml_id, person, 'ML', 'received',
     current_date - 60 from received order by n`,
];

/**
 * The notice in which the unit answers them all; `sequence` 2 says the same under other line numbers.
 */
export function answersOf(count, unit, missionsLocales, sequence) {
  const outcomes = outcomesOfToday();
  const rows = Array.from({ length: count }, (_, n) => ({
    identifiant_ligne: String(n + sequence),
    type_ligne: 'EVENEMENT',
    numero_dossier_unite: `D-${String(n).padStart(7, '0')}`,
    code_unite: unit.code,
    nom_naissance: nameOf(n),
    prenom_1: firstNameOf(n),
    date_naissance: birthDateOf(n),
    ...(isDirect(n) ? { origine_candidature: 'DIRECT' } : keysOf(n, missionsLocales)),
    ...(isFaulty(n)
      ? { etat_candidature: 'RECUE', date_etat: '2026-02-31' }
      : outcomes[n % outcomes.length]),
  }));
  const today = new Date().toLocaleDateString('sv', { timeZone: unit.timeZone });
  return fileOf({ flow: 'SUI', nature: 'S', period: today, sequence, emitter: unit.code, rows });
}

function keysOf(n, missionsLocales) {
  return {
    reference_orientation: referenceOf(n),
    code_structure: missionsLocales[n % missionsLocales.length].code,
    identifiant_imilo: String(88_000_000 + n),
    origine_candidature: 'ML',
  };
}

/** Eight decisions in ten, medical ones among them; the others are convoked or under evaluation. */
function outcomesOfToday() {
  const [then, later] = [day(-3), day(120)];
  const decided = (code, more = {}) => ({
    etat_candidature: 'DECIDEE',
    date_etat: then,
    code_suite: code,
    date_suite: then,
    niveau_evalue: 'EFFICACE',
    ...more,
  });
  const taken = decided('APTE_RETENU', { date_incorporation_prevue: later, contingent: '2027-01' });
  return [
    taken,
    taken,
    taken,
    decided('APTE_LISTE_ATTENTE'),
    decided('AJOURNE', { date_reexamen: later }),
    decided('INAPTE_TEMPORAIRE', { date_reexamen: later }),
    decided('NON_RETENU_SELECTION'),
    decided('DESISTEMENT'),
    { etat_candidature: 'CONVOQUEE', date_etat: then },
    { etat_candidature: 'EN_EVALUATION', date_etat: then },
  ];
}
