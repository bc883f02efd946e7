import { nationalReferrals } from './data/national-referrals.mjs';
import { againstBareRoute } from './support/against-bare-route.mjs';

/** The first page of `GET /api/v1/referrals`, its true total included. */
export const list = {
  name: 'list',
  rows: 1_000_000,
  about: 'première page de la liste des orientations, contre une route nue qui répond le même JSON',
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
  },
};
