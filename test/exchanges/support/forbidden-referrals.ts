import { candidacyMachine, type CandidacyCommand } from '../../../src/candidacies/index.js';
import { commandsOf } from '../../../src/kernel/index.js';
import { referralMachine, type ReferralCommand } from '../../../src/referrals/index.js';
import { referralBody } from '../../permissions/support/referral-body.js';
import { ML, Somebody, UNIT, type Emitters } from './emitters.js';
import {
  AS_FILES_SAY,
  on,
  sent,
  TRANSITION_INTERDITE as forbidden,
  type Begun,
  type Subject,
} from './forbidden-subject.js';

const DAY = '2026-11-29';
const RECRUITER = ['recruiter', UNIT] as const;
const ADVISER = ['ml-adviser', ML] as const;
const OTHER_SIDE = 'the unit, on its own side of the file';

/** Somebody whose referral the adviser keeps as a draft. */
async function drafted(partners: Emitters): Promise<Begun> {
  const adviser = partners.service.person(...ADVISER);
  const { body } = await adviser.post('/api/v1/referrals').send(referralBody()).expect(201);
  const { birthName, imiloId } = body.youngPerson;
  const cells = { nom_naissance: birthName, prenoms: 'Léa', identifiant_imilo: imiloId };
  return { one: new Somebody({ ...cells, reference_orientation: body.reference }), id: body.id };
}

async function referred(partners: Emitters): Promise<Begun> {
  const one = await sent(partners);
  const { id } = await partners.referral(one.reference);
  return { one, id };
}

/** What the unit does with the file of the referral, whatever comes of it. */
const byUnit =
  (command: string, body: object = {}) =>
  async (partners: Emitters, { one }: Begun) => {
    const found = await partners.candidacy(one.reference);
    const address = `/api/v1/candidacies/${found?.id}/commands/${command}`;
    return (
      found &&
      partners.service
        .person(...RECRUITER)
        .post(address)
        .send(body)
    );
  };

/** What the mission locale does with the referral of the file, whatever comes of it. */
const byMissionLocale =
  (command: string) =>
  async (partners: Emitters, { one }: Begun) => {
    const { id } = await partners.referral(one.reference);
    return partners.service.person(...ADVISER).post(`/api/v1/referrals/${id}/commands/${command}`);
  };

const POSTPONED = { code: 'AJOURNE', decidedOn: '2026-11-28', reexaminationOn: DAY };

export const REFERRALS: Subject = {
  name: 'referral',
  table: 'referral',
  role: ADVISER,
  api: '/api/v1/referrals',
  pages: '/orientations',
  commands: commandsOf(referralMachine),
  from: (command) => referralMachine.transitions[command as ReferralCommand].from,
  acts: {
    submit: { body: {}, page: 'transmission' },
    withdraw: { body: {}, page: 'retrait' },
    lapse: { body: {}, page: 'sans-reponse' },
  },
  without: {
    receive: OTHER_SIDE,
    decide: OTHER_SIDE,
    reopen: OTHER_SIDE,
    restate: AS_FILES_SAY,
    'correct-person': 'the young person is corrected, whatever the state of a referral',
  },
  fields: {},
  begin: (partners, way) => (way % 3 === 0 ? drafted(partners) : referred(partners)),
  moves: [byUnit('evaluate'), byUnit('decide', POSTPONED), byUnit('reopen')],
  isRetold: true,
  rows: (state, one) => {
    const said = (etat_orientation: string) => ({
      flow: 'ORI' as const,
      row: one.referred({
        date_orientation: '2026-10-10',
        date_information_jeune: '2026-10-09',
        etat_orientation,
        telephone: '0692111111',
      }),
      codes: forbidden,
    });
    if (state === 'draft') return [said('TRANSMISE'), said('MAINTENUE'), said('RETIREE')];
    if (state === 'withdrawn') return [said('TRANSMISE'), said('MAINTENUE')];
    return state === 'decided' || state === 'lapsed' ? [said('RETIREE')] : [];
  },
};

export const CANDIDACIES: Subject = {
  name: 'candidacy',
  table: 'candidacy',
  role: RECRUITER,
  api: '/api/v1/candidacies',
  pages: '/candidatures',
  commands: commandsOf(candidacyMachine),
  from: (command) => candidacyMachine.transitions[command as CandidacyCommand].from,
  acts: {
    acknowledge: { body: { effectiveOn: DAY }, page: 'accuse-reception' },
    evaluate: { body: { effectiveOn: DAY }, page: 'evaluation' },
    convoke: { body: { effectiveOn: DAY }, page: 'convocation' },
    decide: { body: POSTPONED, page: 'resultat' },
    reopen: { body: { effectiveOn: DAY }, page: 'reprise' },
    close: { body: { effectiveOn: DAY }, page: 'cloture' },
  },
  without: { restate: AS_FILES_SAY },
  fields: {
    ...on('date', DAY),
    ...{ etape: 'enregistrer', resultat: 'ABSENT' },
    ...on('decision', DAY),
  },
  begin: async (partners) => {
    const one = await sent(partners);
    const { id } = await partners.candidacy(one.reference);
    return { one, id };
  },
  moves: [byMissionLocale('withdraw'), byMissionLocale('lapse')],
  isRetold: true,
  rows: (state, one) => {
    const later = { date_etat: '2026-11-30' };
    const evaluated = { flow: 'SUI' as const, row: one.answered(later), codes: forbidden };
    const decided = one.decided({ ...later, date_suite: '2026-11-30' });
    if (state === 'closed') return [evaluated, { flow: 'SUI', row: decided, codes: forbidden }];
    return state === 'convoked' ? [evaluated] : [];
  },
};
