import { nationalReferrals } from './data/national-referrals.mjs';
import { againstBareRoute } from './support/against-bare-route.mjs';

/** `GET /api/v1/referrals/{id}`: authentication, row-level scope and audit included. */
export const readOne = {
  name: 'read-one',
  rows: 1_000_000,
  about: 'lecture d’une orientation, contre une route nue qui répond le même JSON',
  async run(stage) {
    const { database, missionLocale, unit } = await nationalReferrals(stage);
    const api = await stage.api(database, { LOG_LEVEL: 'info' });
    for (const [actor, { token, referrals }] of Object.entries({ missionLocale, unit })) {
      let turn = 0;
      const nextPath = () => {
        turn += 1;
        return `/api/v1/referrals/${referrals[turn % referrals.length]}`;
      };
      stage.result({
        actor,
        ...(await againstBareRoute(stage, { api, database, token, nextPath })),
      });
    }
  },
};
