import { loadAssets } from '../../../src/platform/pages/assets.js';
import type { Call } from './calls.js';
import { ADMINISTERED } from './subjects.js';

const get = (address: string, of?: Call['of']): Call => ({
  method: 'GET',
  path: (subject) => (of === undefined ? address : address.replace(':id', subject[of])),
  ...(of === undefined ? {} : { of }),
});

/** A form as a page of the service sends it. */
const form = (address: string, fields: Record<string, string> = {}, of?: Call['of']): Call => ({
  ...get(address, of),
  method: 'POST',
  body: () => new URLSearchParams(fields),
});

const STYLESHEET = loadAssets().get('passerelle.css')?.href ?? '';

const ORGANISATION = `/admin/organisations/${ADMINISTERED.organisation}`;

const REFERENCE_FILE = `/admin/referentiels/fichiers/${ADMINISTERED.referenceFile}`;

const ACCOUNT = `/admin/comptes/${ADMINISTERED.account}`;

/** Every page by the name of its method: a new page takes its place here. */
export const PAGE_CALLS: Readonly<Record<string, Call>> = {
  'AccountsController.approve': form(`${ACCOUNT}/approbation`, { code: 'x' }),
  'AccountsController.create': form('/admin/comptes', {}),
  'AccountsController.end': form(`${ACCOUNT}/sessions/${ADMINISTERED.account}/fin`),
  'AccountsController.form': get('/admin/comptes/nouveau'),
  'AccountsController.list': get('/admin/comptes'),
  'AccountsController.one': get(ACCOUNT),
  'AccountsController.renew': form(`${ACCOUNT}/code`),
  'AccountsController.reopen': form(`${ACCOUNT}/reouverture`, {}),
  'AccountsController.suspend': form(`${ACCOUNT}/suspension`, {}),
  'AssetsController.file': {
    method: 'GET',
    // The address changes with the content: the table of rights shows its shape.
    path: ({ referral }) => (referral === ':id' ? '/actifs/:hash/:name' : STYLESHEET),
  },
  'CaughtMailController.page': get('/demonstration/courriels'),
  'ClientsController.ask': get(`/admin/clients/${ADMINISTERED.client}/revocation`),
  'ClientsController.create': form('/admin/clients', {}),
  'ClientsController.form': get('/admin/clients/nouveau'),
  'ClientsController.list': get('/admin/clients'),
  'ClientsController.revoke': form(`/admin/clients/${ADMINISTERED.client}/revocation`, {}),
  'ExchangePagesController.confirm': form(
    '/echanges/:id/confirmation',
    { code: 'DATE_FICHIER_FUTURE' },
    'exchange',
  ),
  'ExchangePagesController.overview': get('/echanges'),
  'ExchangePagesController.rejected': get('/echanges/:id/rejets.csv', 'exchange'),
  'ExchangePagesController.report': get('/echanges/:id', 'exchange'),
  'ExchangePagesController.reportTable': get('/echanges/:id/compte-rendu.csv', 'exchange'),
  'BatchController.grid': get('/candidatures/lot/2026-11-24'),
  'BatchController.list': get('/candidatures/lot'),
  'BatchController.send': form('/candidatures/lot/2026-11-24'),
  'CandidacyActController.act': form('/candidatures/:id/convocation', {}, 'candidacy'),
  'CandidacyActController.page': get('/candidatures/:id/convocation', 'candidacy'),
  'CandidacyFileController.page': get('/candidatures/:id', 'candidacy'),
  'BeginServiceController.page': get('/volontaires/nouveau?candidature=:id', 'candidacy'),
  'BeginServiceController.post': form('/volontaires/nouveau?candidature=:id', {}, 'candidacy'),
  'ServiceListController.page': get('/volontaires'),
  'VolunteerActController.act': form('/volontaires/:id/modification', {}, 'volunteer'),
  'VolunteerActController.page': get('/volontaires/:id/modification', 'volunteer'),
  'VolunteerFileController.page': get('/volontaires/:id', 'volunteer'),
  'DepositPagesController.check': {
    method: 'POST',
    path: () => '/echanges/depot',
    body: () => new FormData(),
  },
  'DepositPagesController.form': get('/echanges/depot'),
  'DepositPagesController.preview': get('/echanges/depot/:id', 'pending'),
  'DepositPagesController.revise': form('/echanges/depot/:id/choix', {}, 'pending'),
  // Done in this order, since what is given up is there no more.
  'DepositPagesController.deposit': form('/echanges/depot/:id', {}, 'pending'),
  'DepositPagesController.giveUp': form('/echanges/depot/:id/abandon', {}, 'pending'),
  'CalendarPagesController.page': get('/echanges/calendrier'),
  'FormatsPagesController.list': get('/echanges/formats'),
  'FormatsPagesController.one': get('/echanges/formats/sui'),
  'HomeController.page': get('/'),
  'IdentitiesPagesController.decide': form(
    '/identites/:id/decision',
    { decision: 'INDECIDABLE' },
    'review',
  ),
  'IdentitiesPagesController.queue': get('/identites'),
  'IdentitiesPagesController.review': get('/identites/:id', 'review'),
  'IdentitiesPagesController.undo': form('/identites/:id/annulation', {}, 'review'),
  'JournalController.file': get('/admin/journal.csv'),
  'JournalController.page': get('/admin/journal'),
  'ObligationsController.accessibility': get('/accessibilite'),
  'ObligationsController.help': get('/aide'),
  'ObligationsController.legalNotices': get('/mentions-legales'),
  'ObligationsController.personalData': get('/donnees-personnelles'),
  'ObligationsController.siteMap': get('/plan-du-site'),
  'OrganisationController.choose': form('/organisation', {
    organisme: 'RSMA-RE',
    role: 'recruiter',
  }),
  'OrganisationController.page': get('/organisation'),
  'OutcomeController.page': get('/candidatures/:id/resultat', 'candidacy'),
  'OutcomeController.post': form('/candidatures/:id/resultat', {}, 'candidacy'),
  'PeopleController.list': get('/jeunes'),
  'PeopleController.one': get('/jeunes/:id', 'person'),
  'ReferCheckController.page': get('/orientations/nouvelle/:id/verification', 'preparation'),
  'ReferCheckController.send': form('/orientations/nouvelle/:id/verification', {}, 'preparation'),
  'ReferDetailsController.keep': form('/orientations/nouvelle/:id', {}, 'preparation'),
  'ReferDetailsController.page': get('/orientations/nouvelle/:id', 'preparation'),
  'ReferDropController.drop': form('/orientations/nouvelle/:id/suppression', {}, 'preparation'),
  'ReferDropController.page': get('/orientations/nouvelle/:id/suppression', 'preparation'),
  'ReferStartController.begin': form('/orientations/nouvelle'),
  'ReferStartController.page': get('/orientations/nouvelle'),
  'PreferencesController.choose': form('/compte/courriels', { frequence: 'PARFOIS' }),
  'PreferencesController.page': get('/compte/courriels'),
  'OwnAccountController.end': form(`/compte/sessions/${ADMINISTERED.account}/fin`),
  'OwnAccountController.page': get('/compte'),
  'ReferralActController.act': form('/orientations/:id/retrait', {}, 'referral'),
  'ReferralActController.page': get('/orientations/:id/retrait', 'referral'),
  'ReferralFileController.conclusion': form('/orientations/:id/conclusion', {}, 'referral'),
  'ReferralFileController.page': get('/orientations/:id', 'referral'),
  'ReferralWorklistController.file': get('/orientations.csv'),
  'ReferralWorklistController.page': get('/orientations'),
  'ReferencePagesController.list': get('/admin/referentiels'),
  'ReferencePagesController.one': get('/admin/referentiels/conventions'),
  'ReferencePagesController.file': get('/admin/referentiels/conventions/liste.csv'),
  'ReferencePagesController.version': get('/admin/referentiels/conventions/versions/1'),
  'ReferencePagesController.put': {
    method: 'POST',
    path: () => '/admin/referentiels/conventions',
    body: () => new FormData(),
  },
  'ReferencePagesController.waiting': get(REFERENCE_FILE),
  'ReferencePagesController.apply': form(REFERENCE_FILE, {}),
  'ReferencePagesController.abandon': form(`${REFERENCE_FILE}/abandon`, {}),
  'RegisterPagesController.add': form('/admin/organisations', {}),
  'RegisterPagesController.apply': form(ORGANISATION, {}),
  'RegisterPagesController.check': form(`${ORGANISATION}/modification`, {}),
  'RegisterPagesController.checkNew': form('/admin/organisations/nouveau', {}),
  'RegisterPagesController.form': get(`${ORGANISATION}/modification`),
  'RegisterPagesController.list': get('/admin/organisations'),
  'RegisterPagesController.newForm': get('/admin/organisations/nouveau'),
  'RegisterPagesController.one': get(ORGANISATION),
  'RejectsPagesController.page': get('/echanges/:id/rejets', 'exchange'),
  'SignInController.begin': form('/connexion', { suite: '/' }),
  'SignInController.complete': get('/connexion/retour'),
  'SignInController.goodbye': get('/connexion/fin'),
  'SignInController.leave': form('/deconnexion'),
  'SignInController.page': get('/connexion'),
  'WorklistController.page': get('/candidatures'),
};
