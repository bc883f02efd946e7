import type { FlowCode } from '../../../src/exchanges/flows/index.js';
import type { Row } from './deposits.js';
import { ML, newPeople, UNIT, type Emitters, type Somebody } from './emitters.js';
import { became, formerVolunteers } from './former-volunteers.js';
import { leavers, type Leaver } from './leavers.js';
import { incorporated, left, present } from './service-rows.js';
import { cejMonth } from './cej-rows.js';

/** What is drawn of a row: the month of its file, the one it speaks of, a choice and a day. */
export interface Drawn {
  readonly period: string;
  readonly of: string;
  readonly choice: number;
  readonly day: number;
}

/** A flow whose months are told in any order. */
export interface ToldFlow<Person extends Somebody = Somebody> {
  readonly flow: FlowCode;
  readonly emitter: string;
  /** Two people of whom it tells. */
  people(partners: Emitters): Promise<Person[]>;
  row(one: Person, cells: Row): Row;
  cells(drawn: Drawn): Row;
  /** All that counts of what was told of somebody. */
  present(partners: Emitters, one: Person): Promise<unknown>;
}

const ofDay = { nature: 'S', period: '2026-11-18' } as const;
const REFERRED = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
const CEJ = { cej_date_debut: '2026-09-01', cej_date_fin_prevue: '2027-08-31' };
const SELECTED = {
  code_suite: 'APTE_RETENU',
  date_incorporation_prevue: '2026-11-20',
  contingent: '2026-11',
};

async function selected(partners: Emitters): Promise<Somebody[]> {
  const people = newPeople(2);
  const referred = { ...REFERRED, ...CEJ, accompagnement: 'CEJ' };
  await partners.send('ORI', ML, { ...ofDay, rows: people.map((one) => one.referred(referred)) });
  await partners.send('SUI', UNIT, { ...ofDay, rows: people.map((one) => one.decided(SELECTED)) });
  return people;
}

async function serving(partners: Emitters): Promise<Somebody[]> {
  const people = await selected(partners);
  const rows = people.map((one) => incorporated(one));
  await partners.send('INC', UNIT, { nature: 'S', period: '2026-11-21', rows });
  return people;
}

function chosen<T>(choices: readonly [T, ...T[]], { choice }: Drawn): T {
  return choices[choice % choices.length] ?? choices[0];
}

/** The service of somebody; nobody's when nothing is left of what was told. */
async function service(partners: Emitters, { reference }: Somebody): Promise<unknown> {
  const [found] = await partners.look(
    `select v.state, v.state_on::text, v.planned_end_on::text, v.track, v.presence_month,
       v.is_long_absent, v.exited_on::text, v.exit_reason
     from app.volunteer v join app.referral r on r.id = v.referral_id
     where r.reference = $1 and not (v.state = 'postponed' and v.incorporated_on is null)`,
    reference,
  );
  return found ?? null;
}

export const REPLIES: ToldFlow<Leaver> = {
  flow: 'PEC',
  emitter: ML,
  people: (partners) => leavers(partners, 2),
  row: (one, cells) => one.replied(cells),
  cells: (drawn) => ({
    date_contact: `${drawn.period}-${drawn.day}`,
    code_prise_en_charge: chosen(
      [
        ...(['CONTACTE_SANS_RETOUR', 'CONTACTE_SANS_RETOUR', 'COORDONNEES_INCORRECTES'] as const),
        ...(['INJOIGNABLE_APRES_RELANCES', 'HORS_TERRITOIRE', 'RDV_PRIS'] as const),
        'NE_SOUHAITE_PAS',
      ],
      drawn,
    ),
  }),
  present: async (partners, one) => {
    const seen = [];
    for (const [role, code] of [
      ['ml-adviser', ML],
      ['recruiter', UNIT],
    ] as const) {
      const found = await one.seenBy(partners, role, code);
      const { state, stateOn, attempts, answer, next, escalation } = found;
      seen.push({ state, stateOn, attempts, answer, next, escalation });
    }
    return seen;
  },
};

export const CONTRACT_MONTHS: ToldFlow = {
  flow: 'CEM',
  emitter: ML,
  people: selected,
  row: cejMonth,
  cells: (drawn) => ({
    mois: drawn.of,
    ...chosen<Row>(
      [
        {},
        { cej_date_fin_prevue: '2027-10-31' },
        { cej_actif: 'N', cej_date_fin_reelle: `2026-11-${drawn.day}`, motif_fin_cej: 'INSERTION' },
        { cej_actif: 'N' },
      ],
      drawn,
    ),
  }),
  present: (partners, { reference }) =>
    partners.look(
      `select t.state, t.starts_on::text, t.planned_end_on::text, t.ended_on::text
       from app.cej_contract t join app.referral r on r.person_id = t.person_id
       where r.reference = $1 order by t.starts_on`,
      reference,
    ),
};

export const MILESTONES_TOLD: ToldFlow<Leaver> = {
  flow: 'DEV',
  emitter: ML,
  people: (partners) => formerVolunteers(partners, 2),
  row: became,
  cells: (drawn) => ({
    date_observation: `${drawn.of}-${drawn.day}`,
    date_debut_situation: '',
    ...chosen<Row>(
      [
        { situation: 'CDI' },
        { situation: 'CDD_COURT' },
        { situation: 'NON_CONNU', source: 'SANS_REPONSE' },
        { jalon: 'M6' },
      ],
      drawn,
    ),
  }),
  present: (partners, { volunteerId }) =>
    partners.look(
      `select t.milestone, t.situation, t.source, t.observed_on::text from app.follow_up t
       where t.volunteer_id = $1 and not t.is_taken_back order by t.milestone`,
      volunteerId,
    ),
};

export const BEGINNINGS: ToldFlow = {
  flow: 'INC',
  emitter: UNIT,
  people: selected,
  row: incorporated,
  cells: (drawn) => ({
    ...chosen<Row>([{ filiere: 'Cuisine' }, { filiere: 'Soudure' }], drawn),
    ...(drawn.choice > 4 ? { statut_incorporation: 'ABSENT_INCORPORATION' } : {}),
  }),
  present: service,
};

export const PRESENCES_TOLD: ToldFlow = {
  flow: 'CEU',
  emitter: UNIT,
  people: serving,
  row: present,
  cells: (drawn) => ({
    mois: drawn.of,
    absence_longue: drawn.choice % 2 === 0 ? 'O' : 'N',
    date_fin_prevue: drawn.choice > 4 ? '2027-10-01' : '2027-09-19',
  }),
  present: service,
};

export const EXITS_TOLD: ToldFlow = {
  flow: 'SOR',
  emitter: UNIT,
  people: serving,
  row: left,
  cells: (drawn) => ({
    date_sortie: `${drawn.of}-${drawn.day}`,
    motif_sortie: chosen(['RESILIATION_DEMANDE', 'AUTRE', 'INAPTITUDE_EN_COURS'], drawn),
  }),
  present: service,
};

const NAMELESS = {
  ...{ accord_transmission: 'N', date_accord: '', nom_naissance: '', prenoms: '', sexe: '' },
  ...{ date_naissance: '', code_insee_naissance: '', code_postal: '' },
};

/** Who is withdrawn is as if nobody had spoken of them. */
export const DIRECT_TOLD: ToldFlow = {
  flow: 'DIR',
  emitter: UNIT,
  people: async () => newPeople(2),
  row: (one, cells) => ({
    ...{ numero_dossier_unite: `D-${one.number}`, code_unite: UNIT },
    ...{ accord_transmission: 'O', date_accord: '2026-11-18', nom_naissance: one.name },
    ...{ prenoms: 'Léa', sexe: 'F', date_naissance: '2004-07-02', code_insee_naissance: '97411' },
    ...{ code_postal: '97400', code_insee_residence: '97411', tranche_age: '21_23' },
    ...{ date_decision: '2026-11-17', code_suite: 'NON_RETENU' },
    ...cells,
  }),
  cells: (drawn) => ({
    date_invitation: `${drawn.of}-${drawn.day}`,
    ...chosen<Row>(
      [
        {},
        { code_suite: 'AJOURNE', date_naissance: '2004-07-00', date_naissance_partielle: 'O' },
        NAMELESS,
        { code_insee_residence: '99999' },
        { code_structure_proposee: '97410S00' },
        { ...NAMELESS, code_insee_residence: '98735' },
        { code_insee_residence: '97410' },
      ],
      drawn,
    ),
  }),
  present: (partners, { number }) =>
    partners.look(
      `select d.state, d.state_on::text, d.residence_code, d.outcome, d.invited_on::text, d.due_on::text,
         d.agreed_on::text, d.birth_name is not null as is_named, d.birth_date, d.answer_code, d.attempts, o.code
       from app.direct_applicant d left join app.organisation o on o.id = d.ml_id
       where d.unit_file_number = $1 and d.state <> 'withdrawn'`,
      `D-${number}`,
    ),
};
