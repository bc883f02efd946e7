import { nationalReferrals } from './data/national-referrals.mjs';
import { signedInPerson } from './data/signed-in-person.mjs';
import { againstBareRoute } from './support/against-bare-route.mjs';

/** The worklists of those who work on pages: the same rows, counted by tab, written as HTML. */
const WORKLISTS = {
  missionLocale: ['ml-adviser', '/orientations?onglet=toutes'],
  unit: ['recruiter', '/candidatures?onglet=toutes'],
};

/** The first page of `GET /api/v1/referrals`, its true total included, and that of the worklist pages. */
export const list = {
  name: 'list',
  rows: 1_000_000,
  about:
    'première page de la liste des orientations, contre une route nue qui répond la même chose',
  async run(stage) {
    const { database, missionLocale, unit } = await nationalReferrals(stage);
    const api = await stage.api(database, { LOG_LEVEL: 'info' });
    const nextPath = () => '/api/v1/referrals';
    for (const [actor, { token }] of Object.entries({ missionLocale, unit })) {
      stage.result({
        actor,
        ...(await againstBareRoute(stage, { api, database, token, nextPath })),
      });
    }
    for (const [actor, [role, path]] of Object.entries(WORKLISTS)) {
      const cookie = await signedInPerson(database, { missionLocale, unit }[actor], role);
      const headers = { cookie, accept: 'text/html' };
      const page = { api, database, headers, nextPath: () => path };
      stage.result({ actor, page: path, ...(await againstBareRoute(stage, page)) });
    }
  },
};
