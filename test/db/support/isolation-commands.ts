import fc from 'fast-check';
import {
  PLAYERS,
  type IsolationModel,
  type KnownReferral,
  type Player,
} from './isolation-model.js';
import type { ApiAnswer, IsolationService } from './isolation-service.js';

export type Step = fc.AsyncCommand<IsolationModel, IsolationService>;
type Play = (model: IsolationModel, service: IsolationService) => Promise<void>;

/** A step told by its name and values when a run fails. */
function step(
  told: string,
  run: Play,
  check: (model: IsolationModel) => boolean = () => true,
): Step {
  return { check: (model) => check(model), run, toString: () => told };
}

const NAMES = ['PAYET', 'HOARAU', 'GRONDIN', 'FONTAINE', 'ABDALLAH'];
const missionLocale = fc.constantFrom(...PLAYERS['mission-locale']);
const unit = fc.constantFrom(...PLAYERS.unit);
const person = fc.nat(NAMES.length - 1);
const which = fc.nat(30);
const player: fc.Arbitrary<Player> = fc.oneof(
  missionLocale.map((code) => ({ code, kind: 'mission-locale' as const })),
  unit.map((code) => ({ code, kind: 'unit' as const })),
);

const ml = (code: string): Player => ({ code, kind: 'mission-locale' });
const unitOf = (code: string): Player => ({ code, kind: 'unit' });
const hasReferral = (model: IsolationModel) => model.referrals.length > 0;
const nth = (model: IsolationModel, n: number): KnownReferral => {
  const found = model.referrals[n % model.referrals.length];
  if (!found) throw new Error('a referral is needed');
  return found;
};

function body(index: number, unitCode: string, submit: boolean): object {
  return {
    unit: unitCode,
    youngPerson: {
      birthName: NAMES[index],
      firstNames: [['Léa', 'Noé', 'Zoé', 'Ilan', 'Maya'][index]],
      sex: 'F',
      birthDate: `200${index + 1}-0${index + 2}-1${index}`,
      birthPlaceCode: '97411',
      address: { postalCode: '97400', communeCode: '97411' },
      imiloId: String(66_000_000 + index),
    },
    volunteerType: 'VS',
    diplomaLevel: 'INFRA3_VBIS',
    support: 'PACEA',
    prerequisites: [],
    informedOn: '2026-01-20',
    noticeVersion: '1',
    submit,
  };
}

/** Keeps what an answer tells of a referral. */
function learn(known: KnownReferral, { body: told }: ApiAnswer): void {
  known.state = String(told['state']);
  if (typeof told['candidacyId'] === 'string') known.candidacyId = told['candidacyId'];
}

const convention = fc.tuple(missionLocale, unit, fc.boolean()).map(([from, to, isActive]) =>
  step(`convention ${from} ${to} ${isActive}`, async (model, service) => {
    await service.setConvention(from, to, isActive);
    if (isActive) model.conventions.add(`${from} ${to}`);
    else model.conventions.delete(`${from} ${to}`);
  }),
);

const refer = fc.tuple(missionLocale, unit, person, fc.boolean()).map(([from, to, who, submit]) =>
  step(`refer ${from} ${to} person ${who} submit ${submit}`, async (model, service) => {
    const answer = await service.call(ml(from), 'POST', 'referrals', body(who, to, submit));
    const isLinked = model.conventions.has(`${from} ${to}`);
    const isOpen = submit && model.hasOpen(from, who);
    expect(answer.status).toBe(!isLinked ? 422 : isOpen ? 409 : 201);
    if (answer.status !== 201) return;
    const id = String(answer.body['id']);
    const known = {
      id,
      missionLocale: from,
      unit: to,
      person: who,
      state: '',
      candidacyId: null,
      hasConclusion: false,
    };
    learn(known, answer);
    model.referrals.push(known);
  }),
);

const OWNER_COMMANDS = ['submit', 'withdraw', 'lapse'] as const;

const owned = fc.tuple(player, which, fc.constantFrom(...OWNER_COMMANDS)).map(([who, n, command]) =>
  step(
    `${command} by ${who.code} on ${n}`,
    async (model, service) => {
      const known = nth(model, n);
      const answer = await service.call(
        who,
        'POST',
        `referrals/${known.id}/commands/${command}`,
        {},
      );
      if (who.kind === 'unit') expect(answer.status).toBe(403);
      else if (!model.sees(who, known)) expect(answer.status).toBe(404);
      else expect([200, 409, 422]).toContain(answer.status);
      if (answer.status === 200) learn(known, answer);
    },
    hasReferral,
  ),
);

const OUTCOMES = ['DESISTEMENT', 'ABSENT', 'INAPTE_DEFINITIF'] as const;

const decide = fc.tuple(unit, which, fc.constantFrom(...OUTCOMES)).map(([code, n, outcome]) =>
  step(
    `decide ${outcome} by ${code} on ${n}`,
    async (model, service) => {
      const known = nth(model, n);
      const id = known.candidacyId ?? known.id;
      const decision = { code: outcome, decidedOn: '2026-11-22' };
      const own = unitOf(code);
      const answer = await service.call(own, 'POST', `candidacies/${id}/commands/decide`, decision);
      const isSeen = known.candidacyId !== null && model.sees(own, known);
      if (!isSeen) expect(answer.status).toBe(404);
      else expect([200, 409, 422]).toContain(answer.status);
      if (answer.status !== 200) return;
      known.hasConclusion ||= outcome === 'INAPTE_DEFINITIF';
      learn(known, await service.call(ml(known.missionLocale), 'GET', `referrals/${known.id}`));
    },
    hasReferral,
  ),
);

const open = fc.tuple(player, which, fc.constantFrom('', '/history')).map(([who, n, part]) =>
  step(
    `open${part} by ${who.code} on ${n}`,
    async (model, service) => {
      const known = nth(model, n);
      const { status } = await service.call(who, 'GET', `referrals/${known.id}${part}`);
      expect(status).toBe(model.sees(who, known) ? 200 : 404);
    },
    hasReferral,
  ),
);

const list = player.map((who) =>
  step(`list by ${who.code}`, async (model, service) => {
    const expected = model.referralsOf(who).map(({ id }) => id);
    expect(await listed(service, who, 'referrals')).toEqual(expected.sort());
    if (who.kind !== 'unit') return;
    expect(await listed(service, who, 'candidacies')).toEqual(model.candidaciesOf(who).sort());
  }),
);

async function listed(service: IsolationService, who: Player, what: string): Promise<string[]> {
  const { body: page } = await service.call(who, 'GET', `${what}?limit=100`);
  const items = Array.isArray(page['items']) ? page['items'] : [];
  expect(page['total']).toBe(items.length);
  return items.map(({ id }: { id: string }) => id).sort();
}

const select = player.map((who) =>
  step(`select by ${who.code}`, async (model, service) => {
    const ids = async (sql: string) => (await service.select(who, sql)).map(({ id }) => id);
    const referrals = model.referralsOf(who).map(({ id }) => id);
    const candidacies = model.candidaciesOf(who);
    expect(await ids('select id from app.referral order by 1')).toEqual(referrals.sort());
    expect(await ids('select id from app.candidacy order by 1')).toEqual(candidacies.sort());
    expect(await ids('select id from app.young_person')).toHaveLength(model.peopleOf(who));
    const told = await service.select(
      who,
      'select distinct referral_id as id from app.referral_transition',
    );
    expect(referrals).toEqual(expect.arrayContaining(told.map(({ id }) => id)));
    const sealed = await service.selectUnderMedicalLens(
      who,
      'select distinct candidacy_id as id from app.medical_conclusion order by 1',
    );
    expect(sealed.map(({ id }) => id)).toEqual(model.conclusionsOf(who).sort());
  }),
);

const touch = fc.tuple(player, which).map(([who, n]) =>
  step(
    `touch by ${who.code} on ${n}`,
    async (model, service) => {
      const known = nth(model, n);
      const sql = 'update app.referral set updated_at = now() where id = $1 returning id';
      const written = await service.select(who, sql, [known.id]);
      expect(written).toHaveLength(model.sees(who, known) ? 1 : 0);
    },
    hasReferral,
  ),
);

/** All that partners do, and all the ways they look. */
export const STEPS = [
  convention,
  convention,
  refer,
  refer,
  refer,
  owned,
  decide,
  open,
  list,
  select,
  touch,
];
