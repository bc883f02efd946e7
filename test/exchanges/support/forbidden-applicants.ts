import {
  directApplicantMachine,
  type DirectCommand,
} from '../../../src/direct-applicants/index.js';
import { commandsOf } from '../../../src/kernel/index.js';
import { ML, newPeople, UNIT } from './emitters.js';
import {
  AS_FILES_SAY,
  on,
  TRANSITION_INTERDITE as forbidden,
  type Act,
  type Subject,
} from './forbidden-subject.js';

const RECRUITER = ['recruiter', UNIT] as const;
const ADVISER = ['ml-adviser', ML] as const;
const CONTACT = '2026-11-28';

/** Where the commune names a mission locale, with an agreement or not, leaves the choice, or is outside. */
const BEGINNINGS = [
  { residenceCode: '97411', hasAgreed: true },
  { residenceCode: '97411', hasAgreed: false },
  { residenceCode: '98818', hasAgreed: true },
  { residenceCode: '98735', hasAgreed: true },
] as const;

const IDENTITY = {
  ...{ firstNames: ['Yanis'], sex: 'M', birthDate: '2004-07-02' },
  ...{ birthPlaceCode: '97411', postalCode: '97400' },
};

/** The mission locale is shown nobody who is not announced to it; who lives elsewhere, until another is chosen. */
const OF_ADVISER = {
  role: ADVISER,
  unseenIn: ['to-assign', 'outside-network', 'invited', 'withdrawn'],
} as const;

/** The code of an answer says which command it is. */
function answer(code: string): Act {
  return {
    api: 'answer',
    body: { code, contactedOn: CONTACT },
    page: 'reponse',
    fields: { reponse: code },
    ...OF_ADVISER,
  };
}

export const APPLICANTS: Subject = {
  name: 'direct applicant',
  table: 'direct_applicant',
  role: RECRUITER,
  api: '/api/v1/direct-applicants',
  pages: '/candidats-directs',
  commands: commandsOf(directApplicantMachine),
  from: (command) => directApplicantMachine.transitions[command as DirectCommand].from,
  acts: {
    correct: { body: { outcome: 'AJOURNE' } },
    assign: { body: { missionLocale: ML }, page: 'mission-locale' },
    'record-attempt': answer('CONTACTE_SANS_RETOUR'),
    answer: answer('RDV_PRIS'),
    'declare-elsewhere': answer('HORS_TERRITOIRE'),
    reopen: { body: {}, page: 'reouverture', ...OF_ADVISER },
    withdraw: { body: {}, page: 'retrait' },
  },
  without: {
    record: 'the record begins with it',
    restate: AS_FILES_SAY,
    forget: 'the clock',
  },
  fields: { 'mission-locale': ML, ...on('contact', CONTACT) },
  begin: async (partners, way) => {
    const [one] = newPeople(1);
    if (!one) throw new Error('one was asked for');
    const { residenceCode, hasAgreed } = BEGINNINGS[way % BEGINNINGS.length] ?? BEGINNINGS[0];
    const said = {
      ...{ unitFileNumber: one.fileNumber, residenceCode, ageBand: '21_23' },
      ...{ outcome: 'NON_RETENU', decidedOn: '2026-11-17', invitedOn: '2026-11-18' },
    };
    const named = { agreedOn: '2026-11-18', youngPerson: { ...IDENTITY, birthName: one.name } };
    const { body } = await partners.service
      .person(...RECRUITER)
      .post('/api/v1/direct-applicants')
      .send({ ...said, ...(hasAgreed ? named : {}) })
      .expect(201);
    return { one, id: body.id };
  },
  isRetold: true,
  rows: (state, one) => {
    const replied = {
      ...{ numero_dossier_unite: one.fileNumber, code_structure: ML, code_unite: UNIT },
      ...{ nom_naissance: one.name, prenom_1: 'Yanis', date_naissance: '2004-07-02' },
      ...{ flux_origine: 'DIR', date_contact: CONTACT },
      code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES',
    };
    const told = {
      ...{ numero_dossier_unite: one.fileNumber, code_unite: UNIT, accord_transmission: 'N' },
      ...{ code_insee_residence: '97411', tranche_age: '21_23', code_suite: 'AJOURNE' },
      ...{ date_decision: '2026-11-17', date_invitation: '2026-11-18' },
    };
    const codes = [...forbidden, 'REFERENCE_INCONNUE'];
    const reply = { flow: 'PEC' as const, row: replied, codes };
    if (state === 'announced') return [];
    return state === 'withdrawn' ? [reply, { flow: 'DIR', row: told, codes: forbidden }] : [reply];
  },
};
