import { cejContractMachine, type ContractCommand } from '../../../src/cej/index.js';
import { commandsOf } from '../../../src/kernel/index.js';
import { returnMachine, type ReturnCommand } from '../../../src/returns/index.js';
import { volunteerMachine, type VolunteerCommand } from '../../../src/volunteers/index.js';
import { EXIT } from './leavers.js';
import { ML, UNIT, type Emitters, type Somebody } from './emitters.js';
import {
  AS_FILES_SAY,
  on,
  selected,
  TRANSITION_INTERDITE as forbidden,
  type Begun,
  type Subject,
} from './forbidden-subject.js';
import { incorporated, left, present } from './service-rows.js';
import { cejMonth } from './cej-rows.js';

const INCORPORATION = {
  incorporatedOn: '2026-11-20',
  volunteerType: 'VS',
  track: 'CUISINE',
  plannedEndOn: '2027-07-31',
};
const LATER = { ...INCORPORATION, incorporatedOn: '2026-12-10' };
const BEGINNINGS = [
  { status: 'REPORT', ...LATER },
  { status: 'ABSENT_INCORPORATION', ...INCORPORATION },
  { status: 'INCORPORE', ...INCORPORATION },
] as const;

async function begunService(partners: Emitters, one: Somebody, beginning: object): Promise<string> {
  const list = `/api/v1/candidacies?unitFileNumber=${one.fileNumber}`;
  const recruiter = partners.service.person('recruiter', UNIT);
  const { body: found } = await recruiter.get(list).expect(200);
  const { body } = await recruiter
    .post('/api/v1/volunteers')
    .send({ candidacyId: found.items[0].id, ...beginning })
    .expect(201);
  return body.id;
}

export const SERVICES: Subject = {
  name: 'service',
  table: 'volunteer',
  role: ['recruiter', UNIT],
  api: '/api/v1/volunteers',
  pages: '/volontaires',
  commands: commandsOf(volunteerMachine),
  from: (command) => volunteerMachine.transitions[command as VolunteerCommand].from,
  without: { 'take-effect': 'the clock, on the day that was announced', restate: AS_FILES_SAY },
  acts: {
    incorporate: { body: INCORPORATION, page: 'incorporation' },
    postpone: { body: LATER, page: 'report' },
    miss: { body: INCORPORATION, page: 'absence' },
    amend: { body: { plannedEndOn: '2027-08-31' }, page: 'modification' },
    'report-presence': {
      body: { month: '2026-11', isInService: true, isLongAbsent: false },
      page: 'presence',
    },
    'announce-exit': { body: { ...EXIT, exitedOn: '2026-12-20' }, page: 'annonce' },
    exit: { body: { ...EXIT, exitedOn: '2026-11-25' }, page: 'sortie' },
    'correct-exit': { body: { ...EXIT, exitedOn: '2026-11-26' }, page: 'correction' },
    resume: { body: {}, page: 'annulation' },
  },
  fields: {
    ...on('incorporation', '2026-11-20'),
    ...on('fin', '2027-07-31'),
    ...on('sortie', '2026-11-25'),
    volontariat: 'VS',
    mois: '2026-11',
    service: 'present',
    motif: EXIT.reason,
    situation: EXIT.situation,
    accompagnement: 'oui',
  },
  begin: async (partners, way) => {
    const one = await selected(partners);
    const beginning = BEGINNINGS[way % BEGINNINGS.length] ?? BEGINNINGS[0];
    return { one, id: await begunService(partners, one, beginning) };
  },
  rows: (state, one) => {
    if (state === 'postponed' || state === 'absent') {
      return [
        { flow: 'SOR', row: left(one), codes: forbidden },
        { flow: 'CEU', row: present(one), codes: forbidden },
      ];
    }
    const missed = { statut_incorporation: 'ABSENT_INCORPORATION' };
    return [
      { flow: 'INC', row: incorporated(one, missed), codes: forbidden },
      { flow: 'SOR', row: left(one, { date_sortie: '2026-11-19' }), codes: ['CHRONOLOGIE'] },
      { flow: 'CEU', row: present(one, { mois: '2026-10' }), codes: ['CHRONOLOGIE'] },
    ];
  },
};

const CONTACT = '2026-11-27';

/** The return of somebody who left without a solution. */
export async function begunReturn(
  partners: Emitters,
  begin: (partners: Emitters) => Promise<Somebody> = selected,
): Promise<Begun> {
  const one = await begin(partners);
  const service = await begunService(partners, one, BEGINNINGS[2]);
  const recruiter = partners.service.person('recruiter', UNIT);
  const body = { ...EXIT, exitedOn: '2026-11-25' };
  await recruiter.post(`/api/v1/volunteers/${service}/commands/exit`).send(body).expect(200);
  const [episode] = await partners.look<{ id: string }>(
    'select id from app.return_episode where volunteer_id = $1',
    service,
  );
  return { one, id: episode?.id ?? '' };
}

export const RETURNS: Subject = {
  name: 'return',
  table: 'return_episode',
  role: ['ml-adviser', ML],
  api: '/api/v1/returns',
  pages: '/retours',
  commands: commandsOf(returnMachine),
  from: (command) => returnMachine.transitions[command as ReturnCommand].from,
  without: {
    prepare: 'the exit that the unit announces',
    open: 'the exit itself',
    correct: 'the exit that the unit corrects',
    cancel: 'the exit that the unit takes back',
    escalate: 'the clock',
    chase: 'the clock',
    transfer: 'the transfer that the other mission locale accepted',
    restate: AS_FILES_SAY,
  },
  acts: {
    acknowledge: { body: {}, page: 'prise-en-charge' },
    // The code of an answer says which command it is.
    'record-attempt': {
      api: 'answer',
      body: { code: 'CONTACTE_SANS_RETOUR', contactedOn: CONTACT },
      page: 'reponse',
      fields: { reponse: 'CONTACTE_SANS_RETOUR' },
    },
    'declare-elsewhere': {
      api: 'answer',
      body: { code: 'HORS_TERRITOIRE', contactedOn: CONTACT },
      page: 'reponse',
      fields: { reponse: 'HORS_TERRITOIRE' },
    },
    answer: { body: { code: 'RDV_PRIS', contactedOn: CONTACT }, page: 'reponse' },
    reopen: { body: {}, page: 'reprise' },
    drop: { body: {}, page: 'classement' },
  },
  fields: { ...on('contact', CONTACT), reponse: 'RDV_PRIS' },
  begin: (partners) => begunReturn(partners),
  rows: (_state, one) => [
    {
      flow: 'PEC',
      row: {
        reference_orientation: one.reference,
        numero_dossier_unite: one.fileNumber,
        code_structure: ML,
        code_unite: UNIT,
        identifiant_imilo: String(88_000_000 + one.number),
        origine_candidature: 'ML',
        nom_naissance: one.name,
        prenom_1: 'Léa',
        date_naissance: '2005-03-11',
        flux_origine: 'SOR',
        date_sortie: '2026-11-25',
        date_contact: CONTACT,
        code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES',
      },
      codes: forbidden,
    },
  ],
};

export const CONTRACTS: Subject = {
  name: 'CEJ contract',
  table: 'cej_contract',
  role: ['ml-adviser', ML],
  api: '/api/v1/cej-contracts',
  pages: '/cej',
  commands: commandsOf(cejContractMachine),
  from: (command) => cejContractMachine.transitions[command as ContractCommand].from,
  without: { follow: 'the dates that a later referral says', restate: AS_FILES_SAY },
  acts: {
    amend: { body: { startsOn: '2026-09-01', plannedEndOn: '2027-07-31' }, page: 'dates' },
    'confirm-extension': {
      body: { until: '2027-12-31' },
      page: 'confirmation',
      fields: { 'jusqu-au': '2027-12-31' },
    },
    extend: {
      body: { until: '2027-12-31', motive: 'OBJECTIF_PROCHE' },
      page: 'prolongation',
      fields: { motif: 'OBJECTIF_PROCHE' },
    },
    end: { body: { endedOn: '2026-11-20', reason: 'INSERTION' }, page: 'fin' },
    'correct-end': { body: { endedOn: '2026-11-21', reason: 'AGE' }, page: 'correction-fin' },
    reopen: { body: {}, page: 'reouverture' },
  },
  fields: {
    ...on('debut', '2026-09-01'),
    ...on('fin-prevue', '2027-07-31'),
    ...on('jusqu-au', '2027-12-31'),
    ...on('fin', '2026-11-20'),
    motif: 'INSERTION',
  },
  begin: async (partners) => {
    const one = await selected(partners);
    const [contract] = await partners.look<{ id: string }>(
      `select k.id from app.cej_contract k join app.referral r on r.person_id = k.person_id
       where r.reference = $1`,
      one.reference,
    );
    return { one, id: contract?.id ?? '' };
  },
  rows: (state, one) => [
    {
      flow: 'CEM',
      row: cejMonth(one, { cej_actif: state === 'open' ? 'N' : 'O' }),
      codes: forbidden,
    },
  ],
};
