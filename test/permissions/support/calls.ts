import { directBody } from './direct-body.js';
import { command, get, post, type Call } from './make-call.js';
import { referralBody } from './referral-body.js';

export type { Call };

const today = (): object => ({});

const REFERRALS = '/api/v1/referrals';
const CANDIDACIES = '/api/v1/candidacies';
const VOLUNTEERS = '/api/v1/volunteers';
const RETURNS = '/api/v1/returns';
const DIRECT = '/api/v1/direct-applicants';
const FOLLOW_UPS = '/api/v1/follow-ups';
const TRANSFERS = '/api/v1/return-transfers';
const EXCHANGES = '/api/v1/exchanges';
const MAILBOX = '/api/v1/mailbox';
const REVIEWS = '/api/v1/identity-reviews';
const MERGES = '/api/v1/person-merges';
/** No file of anybody: a proposal is refused for what it says. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const incorporation = () => ({
  incorporatedOn: '2026-11-02',
  volunteerType: 'VS',
  plannedEndOn: '2027-10-31',
});
const exit = () => ({
  exitedOn: '2026-11-20',
  reason: 'FIN_CONTRAT',
  situation: 'CDI',
  wantsSupport: false,
  certifications: [],
});
/** A command on a service. */
const ofVolunteer = (name: string, body: () => unknown) =>
  post(`${VOLUNTEERS}/:id/commands/${name}`, body, 'volunteer');

const SESSIONS = '/api/v1/information-sessions';
const registration = () => ({ youngPersonId: NOBODY });
/** A command on a session. */
const ofSession = (name: string, body: () => unknown) =>
  post(`${SESSIONS}/:id/commands/${name}`, body, 'session');

const CONTRACTS = '/api/v1/cej-contracts';
const contractEnd = () => ({ endedOn: '2026-11-20', reason: 'INSERTION' });
/** A command on a contract of support. */
const ofContract = (name: string, body: () => unknown) =>
  post(`${CONTRACTS}/:id/commands/${name}`, body, 'contract');

/** Every route of the service by the name of its method: a new route takes its place here. */
export const CALLS: Readonly<Record<string, Call>> = {
  'CandidaciesController.acknowledge': post(
    `${CANDIDACIES}/:id/commands/acknowledge`,
    today,
    'candidacy',
  ),
  'CandidaciesController.close': post(`${CANDIDACIES}/:id/commands/close`, today, 'candidacy'),
  'CandidaciesController.convoke': post(`${CANDIDACIES}/:id/commands/convoke`, today, 'candidacy'),
  'CandidaciesController.decide': post(
    `${CANDIDACIES}/:id/commands/decide`,
    () => ({ code: 'DESISTEMENT', decidedOn: '2026-11-20' }),
    'candidacy',
  ),
  'CandidaciesController.evaluate': post(
    `${CANDIDACIES}/:id/commands/evaluate`,
    today,
    'candidacy',
  ),
  'CandidaciesController.list': get(CANDIDACIES),
  'CandidaciesController.one': get(`${CANDIDACIES}/:id`, 'candidacy'),
  'CandidaciesController.reopen': post(`${CANDIDACIES}/:id/commands/reopen`, today, 'candidacy'),
  'CejContractCommandsController.amend': ofContract('amend', () => ({
    startsOn: '2026-09-01',
    plannedEndOn: '2027-08-31',
  })),
  'CejContractCommandsController.confirmExtension': ofContract('confirm-extension', () => ({
    until: '2027-08-31',
  })),
  'CejContractCommandsController.correctEnd': ofContract('correct-end', contractEnd),
  'CejContractCommandsController.end': ofContract('end', contractEnd),
  'CejContractCommandsController.extend': ofContract('extend', () => ({
    until: '2027-10-31',
    motive: 'AUTRE',
  })),
  'CejContractCommandsController.reopen': command(`${CONTRACTS}/:id/commands/reopen`, 'contract'),
  'CejContractsController.list': get(CONTRACTS),
  'CejContractsController.one': get(`${CONTRACTS}/:id`, 'contract'),
  'CejContractsController.record': post(CONTRACTS, () => ({
    youngPersonId: NOBODY,
    scheme: 'PACEA',
    startsOn: '2026-09-01',
    plannedEndOn: '2027-08-31',
  })),
  'DepositsController.deposit': post(EXCHANGES, deposit),
  'ExchangesController.confirm': post(
    `${EXCHANGES}/:id/commands/confirm`,
    () => ({ code: 'DATE_FICHIER_FUTURE' }),
    'exchange',
  ),
  'ExchangesController.list': get(EXCHANGES),
  'ExchangesController.one': get(`${EXCHANGES}/:id`, 'exchange'),
  'ExchangesController.rejected': get(`${EXCHANGES}/:id/rejects`, 'exchange'),
  'ExchangesController.report': get(`${EXCHANGES}/:id/report`, 'exchange'),
  'ExpectedExchangesController.list': get(`${EXCHANGES}/expected`),
  'FlowsController.list': get('/api/v1/flows'),
  'FlowsController.sample': get('/api/v1/flows/sui/sample.csv'),
  'FlowsController.schema': get('/api/v1/flows/sui/schema.json'),
  'FlowsController.template': get('/api/v1/flows/sui/template.csv'),
  'HealthController.live': get('/health/live'),
  'HealthController.ready': get('/health/ready'),
  'IdentityReviewsController.decide': post(
    `${REVIEWS}/:id/commands/decide`,
    () => ({ decision: 'INDECIDABLE' }),
    'review',
  ),
  'IdentityReviewsController.list': get(REVIEWS),
  'IdentityReviewsController.one': get(`${REVIEWS}/:id`, 'review'),
  'IdentityReviewsController.undo': command(`${REVIEWS}/:id/commands/undo`, 'review'),
  'InformationSessionsController.answer': ofSession('answer', () => ({
    presence: 'SUR_PLACE',
    staff: 2,
  })),
  'InformationSessionsController.cancel': ofSession('cancel', () => ({ reason: 'AUTRE' })),
  'InformationSessionsController.list': get(SESSIONS),
  'InformationSessionsController.one': get(`${SESSIONS}/:id`, 'session'),
  'InformationSessionsController.plan': post(SESSIONS, () => ({
    unit: 'RSMA-RE',
    startsOn: '2026-12-15',
    startTime: '09:30',
    place: 'Salle A',
    seats: 12,
  })),
  'InformationSessionsController.recordAttendance': ofSession('record-attendance', () => ({
    youngPersonId: NOBODY,
    attendance: 'PRESENT',
  })),
  'InformationSessionsController.register': ofSession('register', registration),
  'InformationSessionsController.unregister': ofSession('unregister', registration),
  'EvaluationsController.list': get('/api/v1/evaluations'),
  'EvaluationsController.write': post('/api/v1/evaluations', () => ({
    partner: 'RSMA-RE',
    contingent: '2026-09',
    worked: ['DELAIS_REPONSE'],
    improve: [],
  })),
  'FiguresApiController.indicators': get('/api/v1/indicators'),
  'FiguresApiController.list': get('/api/v1/reports'),
  'FiguresApiController.one': get('/api/v1/reports/2024'),
  'OfferSheetsController.list': get('/api/v1/offer-sheets'),
  'OfferSheetsController.one': get('/api/v1/offer-sheets/:id', 'sheet'),
  'OfferSheetsController.publish': post('/api/v1/offer-sheets', () => ({
    // Refused for what it says: one that is published would replace the sheet of the other calls.
    tracks: [],
    conditions: ['De 18 à 25 ans'],
    contactService: 'Cellule recrutement',
    contactPhone: '0262000000',
    incorporations: [{ on: '2030-02-01', place: 'Saint-Pierre', places: 40 }],
  })),
  'MailboxController.acknowledge': post(
    `${MAILBOX}/:id/acknowledgement`,
    () => ({ status: 'INTEGRE', rows: [] }),
    'mailbox',
  ),
  'MailboxController.content': get(`${MAILBOX}/:id/content`, 'mailbox'),
  'MailboxController.list': get(MAILBOX),
  'MailboxController.manifest': get(`${MAILBOX}/:id/manifest`, 'mailbox'),
  'MailboxController.one': get(`${MAILBOX}/:id`, 'mailbox'),
  'MailboxController.reissue': command(`${MAILBOX}/:id/commands/reissue`, 'mailbox'),
  'NoticesController.list': get(`${EXCHANGES}/notices`),
  'OrganisationsController.list': get('/api/v1/organisations'),
  'OrganisationsController.show': get('/api/v1/organisations/RSMA-RE'),
  'PersonMergesController.confirm': command(`${MERGES}/:id/commands/confirm`, 'merge'),
  'PersonMergesController.list': get(MERGES),
  'PersonMergesController.lookalikes': get(`${MERGES}/lookalikes/${NOBODY}`),
  'PersonMergesController.propose': post(MERGES, () => ({ keptId: NOBODY, mergedId: NOBODY })),
  'PersonMergesController.refuse': command(`${MERGES}/:id/commands/refuse`, 'merge'),
  'PersonMergesController.undo': command(`${MERGES}/:id/commands/undo`, 'merge'),
  'ProblemsController.all': get('/problems'),
  'ProblemsController.one': get('/problems/not-found'),
  'ReferralsController.history': get(`${REFERRALS}/:id/history`, 'referral'),
  'ReferralsController.lapse': command(`${REFERRALS}/:id/commands/lapse`, 'referral'),
  'ReferralsController.list': get(REFERRALS),
  'ReferralsController.one': get(`${REFERRALS}/:id`, 'referral'),
  'ReferralsController.submit': post(REFERRALS, referralBody),
  'ReferralsController.submitDraft': command(`${REFERRALS}/:id/commands/submit`, 'referral'),
  'ReferralsController.withdraw': command(`${REFERRALS}/:id/commands/withdraw`, 'referral'),
  'SentFilesController.list': get(`${EXCHANGES}/deliveries`),
  'SentFilesController.rows': get(`${EXCHANGES}/:id/deliveries`, 'exchange'),
  'DirectApplicantsController.answer': post(
    `${DIRECT}/:id/commands/answer`,
    () => ({ code: 'RDV_PRIS', contactedOn: '2026-11-21' }),
    'direct',
  ),
  'DirectApplicantsController.assign': post(
    `${DIRECT}/:id/commands/assign`,
    () => ({ missionLocale: '97410S00' }),
    'direct',
  ),
  'DirectApplicantsController.correct': post(
    `${DIRECT}/:id/commands/correct`,
    () => {
      const { unitFileNumber: _number, ...said } = directBody();
      return said;
    },
    'direct',
  ),
  'DirectApplicantsController.list': get(DIRECT),
  'DirectApplicantsController.one': get(`${DIRECT}/:id`, 'direct'),
  'DirectApplicantsController.record': post(DIRECT, directBody),
  'DirectApplicantsController.reopen': command(`${DIRECT}/:id/commands/reopen`, 'direct'),
  'DirectApplicantsController.withdraw': command(`${DIRECT}/:id/commands/withdraw`, 'dropped'),
  'FollowUpsController.answer': post(
    `${FOLLOW_UPS}/:id/commands/answer`,
    () => ({ milestone: 'M3', situation: 'CDI', source: 'DECLARATIF', observedOn: '2027-02-01' }),
    'left',
  ),
  'FollowUpsController.list': get(FOLLOW_UPS),
  'FollowUpsController.one': get(`${FOLLOW_UPS}/:id`, 'left'),
  'ReturnSilencesController.list': get('/api/v1/return-silences'),
  'ReturnTransfersController.accept': command(`${TRANSFERS}/:id/commands/accept`, 'transfer'),
  'ReturnTransfersController.list': get(TRANSFERS),
  'ReturnTransfersController.one': get(`${TRANSFERS}/:id`, 'transfer'),
  'ReturnTransfersController.propose': post(
    `${RETURNS}/:id/commands/propose-transfer`,
    () => ({ missionLocale: '97410S00', reason: 'DEMENAGEMENT' }),
    'return',
  ),
  'ReturnTransfersController.refuse': post(
    `${TRANSFERS}/:id/commands/refuse`,
    () => ({ reason: 'INCONNU' }),
    'transfer',
  ),
  'ReturnTransfersController.withdraw': command(`${TRANSFERS}/:id/commands/withdraw`, 'transfer'),
  'ReturnsController.acknowledge': command(`${RETURNS}/:id/commands/acknowledge`, 'return'),
  'ReturnsController.answer': post(
    `${RETURNS}/:id/commands/answer`,
    () => ({ code: 'RDV_PRIS', contactedOn: '2026-11-21' }),
    'return',
  ),
  'ReturnsController.drop': command(`${RETURNS}/:id/commands/drop`, 'return'),
  'ReturnsController.list': get(RETURNS),
  'ReturnsController.one': get(`${RETURNS}/:id`, 'return'),
  'ReturnsController.recordAttempt': post(
    `${RETURNS}/:id/commands/record-attempt`,
    () => ({ code: 'CONTACTE_SANS_RETOUR', contactedOn: '2026-11-21' }),
    'return',
  ),
  'ReturnsController.reopen': command(`${RETURNS}/:id/commands/reopen`, 'return'),
  'VolunteerCommandsController.amend': ofVolunteer('amend', () => ({ plannedEndOn: '2027-10-31' })),
  'VolunteerCommandsController.announceExit': ofVolunteer('announce-exit', exit),
  'VolunteerCommandsController.correctExit': ofVolunteer('correct-exit', exit),
  'VolunteerCommandsController.exit': ofVolunteer('exit', exit),
  'VolunteerCommandsController.incorporate': ofVolunteer('incorporate', incorporation),
  'VolunteerCommandsController.miss': ofVolunteer('miss', incorporation),
  'VolunteerCommandsController.postpone': ofVolunteer('postpone', incorporation),
  'VolunteerCommandsController.reportPresence': ofVolunteer('report-presence', () => ({
    month: '2026-11',
    isInService: true,
    isLongAbsent: false,
  })),
  'VolunteerCommandsController.resume': ofVolunteer('resume', today),
  'VolunteersController.begin': post(VOLUNTEERS, () => ({
    candidacyId: NOBODY,
    status: 'INCORPORE',
    ...incorporation(),
  })),
  'VolunteersController.list': get(VOLUNTEERS),
  'VolunteersController.one': get(`${VOLUNTEERS}/:id`, 'volunteer'),
  'TokenController.issue': post('/oauth/token', () => new URLSearchParams({ grant_type: 'x' })),
  // The version that nobody has read: the door lets it in, the rule refuses it.
  'YoungPeopleController.correct': post(
    '/api/v1/young-people/:id/commands/correct',
    () => ({ version: 999_999_999, phone: '0692000000' }),
    'person',
  ),
};

/** A deposit the door refuses for what it holds: by then the caller was let in. */
function deposit(): FormData {
  const form = new FormData();
  form.set('manifest', '{}');
  form.set('file', new Blob(['x']), 'x.csv');
  return form;
}
