import type { Client } from 'pg';

// The figures of the report reckoned again, row by row, by somebody who has never read its SQL.

interface Referral {
  readonly id: string;
  readonly unit: string;
  readonly state: string;
  readonly sent_on: string;
  readonly decided_on: string | null;
}

interface Candidacy {
  readonly id: string;
  readonly referral_id: string | null;
  readonly unit: string;
  readonly origin: string;
  readonly acknowledged_on: string | null;
  readonly convoked_on: string | null;
  readonly outcome_code: string | null;
  readonly decided_on: string | null;
  readonly assessed_level: string | null;
}

interface Service {
  readonly id: string;
  readonly unit: string;
  readonly candidacy_id: string;
  readonly state: string;
  readonly ml_id: string | null;
  readonly incorporated_on: string;
  readonly exited_on: string | null;
  readonly exit_reason: string | null;
  readonly exit_situation: string | null;
}

interface Return {
  readonly volunteer_id: string;
  readonly unit: string;
  readonly state: string;
  readonly counts_from: string;
  readonly contacted_on: string | null;
}

interface Session {
  readonly unit: string;
  readonly held_on: string;
  readonly registered: number;
  readonly attended: number;
}

interface Direct {
  readonly unit: string;
  readonly decided_on: string;
  readonly answer_code: string | null;
  readonly answered_on: string | null;
  readonly invited_since: string | null;
  readonly said: readonly Said[];
}

interface Said {
  readonly on: string;
  readonly from: string | null;
  readonly state: string;
}

/** All rows that the figures are about, as they stand. */
export interface Rows {
  readonly referrals: readonly Referral[];
  readonly candidacies: readonly Candidacy[];
  readonly services: readonly Service[];
  readonly returns: readonly Return[];
  readonly sessions: readonly Session[];
  readonly directs: readonly Direct[];
}

/** Reads every row, one table after the other. */
export async function readRows(owner: Client): Promise<Rows> {
  const all = async <T extends object>(sql: string): Promise<T[]> =>
    (await owner.query<T>(sql)).rows;
  return {
    referrals:
      await all(`select r.id, o.code as unit, r.state, r.outcome_decided_on::text as decided_on,
        coalesce(r.referred_on, (r.submitted_at at time zone 'UTC')::date)::text as sent_on
      from app.referral r join app.organisation o on o.id = r.unit_id where r.state <> 'draft'`),
    candidacies: await all(`select c.id, c.referral_id, o.code as unit, c.origin,
        c.acknowledged_on::text, c.convoked_on::text, c.outcome_code, c.decided_on::text,
        c.assessed_level
      from app.candidacy c join app.organisation o on o.id = c.unit_id`),
    services: await all(`select v.id, o.code as unit, v.candidacy_id, v.state, v.ml_id,
        v.incorporated_on::text, v.exited_on::text, v.exit_reason, v.exit_situation
      from app.volunteer v join app.organisation o on o.id = v.unit_id
      where v.state in ('in-service', 'exited')`),
    returns: await all(`select e.volunteer_id, o.code as unit, e.state, e.counts_from::text,
        e.contacted_on::text
      from app.return_episode e join app.organisation o on o.id = e.unit_id`),
    sessions: await all(`select o.code as unit, s.starts_at::date::text as held_on, s.registered,
        s.attended
      from app.information_session s join app.organisation o on o.id = s.unit_id
      where s.state <> 'cancelled'`),
    directs:
      await all(`select o.code as unit, d.decided_on::text, d.answer_code, d.answered_on::text,
        (select min(t.effective_on)::text from app.direct_applicant_transition t
          where t.direct_applicant_id = d.id and t.to_state in ('invited', 'announced'))
          as invited_since,
        (select json_agg(json_build_object('on', t.effective_on::text, 'from', t.from_state, 'state', t.to_state)
            order by t.recorded_at)
          from app.direct_applicant_transition t where t.direct_applicant_id = d.id) as said
      from app.direct_applicant d join app.organisation o on o.id = d.unit_id
      where not exists (select from app.direct_applicant_transition t
        where t.direct_applicant_id = d.id and t.command = 'withdraw')`),
  };
}

/** What was counted of some units: those of whom something holds, among all; null of for a count. */
export interface Counted {
  readonly part: number;
  readonly of: number | null;
}

type Within = (unit: string) => boolean;
type Reckoning = (rows: Rows, year: string, within: Within) => Counted;

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
const isIn = (year: string, day: string | null) => day !== null && day.slice(0, 4) === year;
const isBy = (year: string, day: string | null) => day !== null && day.slice(0, 4) <= year;

/** Counts those for whom something holds, among some. */
function share<T>(some: readonly T[], holds: (one: T) => boolean): Counted {
  let part = 0;
  for (const one of some) if (holds(one)) part += 1;
  return { part, of: some.length };
}

function size<T>(some: readonly T[]): Counted {
  return { part: some.length, of: null };
}

const sent = ({ referrals }: Rows, year: string, within: Within) =>
  referrals.filter(({ unit, sent_on }) => within(unit) && isIn(year, sent_on));
const decided = ({ candidacies }: Rows, year: string, within: Within) =>
  candidacies.filter(({ unit, decided_on }) => within(unit) && isIn(year, decided_on));
const entered = ({ services }: Rows, year: string, within: Within) =>
  services.filter(({ unit, incorporated_on }) => within(unit) && isIn(year, incorporated_on));
const left = ({ services }: Rows, year: string, within: Within) =>
  services.filter(
    ({ unit, state, exited_on }) => within(unit) && state === 'exited' && isIn(year, exited_on),
  );

const held = ({ sessions }: Rows, year: string, within: Within) =>
  sessions.filter(({ unit, held_on }) => within(unit) && isIn(year, held_on));
const direct = ({ directs }: Rows, year: string, within: Within) =>
  directs.filter(({ unit, decided_on }) => within(unit) && isIn(year, decided_on));
const lastMove = ({ said }: Direct, year: string) =>
  said.filter(({ on, from, state }) => isBy(year, on) && from !== state).at(-1);
const tray = ({ directs }: Rows, year: string, within: Within) =>
  directs.filter((one) => within(one.unit) && lastMove(one, year)?.state === 'to-assign');
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const MISSED = ['INJOIGNABLE_APRES_RELANCES', 'CONTACTE_SANS_RETOUR', 'COORDONNEES_INCORRECTES'];

const isWhole = ({ exit_reason }: Service) => exit_reason === 'FIN_CONTRAT';
const isForGood = ({ exit_reason }: Service) =>
  exit_reason === 'FIN_ANTICIPEE_INSERTION' || exit_reason === 'ENGAGEMENT_ARMEES';
const isSolved = ({ exit_situation }: Service) =>
  exit_situation !== null && !['SANS_SOLUTION', 'NON_CONNU'].includes(exit_situation);
const LASTING = ['CDI', 'CDD_6P', 'ALTERNANCE', 'ARMEES', 'CREATION_ENTREPRISE'];
const DROPOUTS = [
  ...['DENONCIATION_VOLONTAIRE', 'DENONCIATION_AUTORITE', 'RESILIATION_DEMANDE'],
  ...['RESILIATION_AUTORITE', 'DEPART_SANS_AUTORISATION'],
];
const isToComeBack = (one: Service) => DROPOUTS.includes(one.exit_reason ?? '') || !isSolved(one);

/** What was known at the end of the year: a receipt of the next one is none yet. */
function acknowledgedWithin(rows: Rows, year: string, days: number): (one: Referral) => boolean {
  const received = new Map(rows.candidacies.map((one) => [one.referral_id, one.acknowledged_on]));
  return ({ id, sent_on }) => {
    const on = received.get(id) ?? null;
    return on !== null && isBy(year, on) && daysBetween(sent_on, on) <= days;
  };
}

/** By the code of the indicator and the label of the measure. */
export const RECKONINGS: Readonly<Record<string, Reckoning>> = {
  'K01 Orientations transmises': (...all) => size(sent(...all)),
  'K01 Avec une réponse de l’unité': (rows, year, within) =>
    share(sent(rows, year, within), ({ decided_on }) => isBy(year, decided_on)),
  'K03 Accusées réception dans les sept jours': (rows, year, within) => {
    const isOnTime = acknowledgedWithin(rows, year, 7);
    return share(sent(rows, year, within), isOnTime);
  },
  'K02 Parmi les candidatures décidées': (...all) =>
    share(decided(...all), ({ origin }) => origin === 'ML'),
  'K05 Candidatures décidées': (...all) => size(decided(...all)),
  'K06 Retenus': (...all) =>
    share(decided(...all), ({ outcome_code }) => outcome_code === 'APTE_RETENU'),
  'K08 Absents ou désistés': ({ candidacies }, year, within) =>
    share(
      candidacies.filter(({ unit, convoked_on }) => within(unit) && isIn(year, convoked_on)),
      ({ outcome_code, decided_on }) =>
        ['ABSENT', 'DESISTEMENT'].includes(outcome_code ?? '') && isBy(year, decided_on),
    ),
  'K09 Jeunes incorporés': (...all) => size(entered(...all)),
  'K10 Niveau évalué': (rows, year, within) => {
    const levels = new Map(rows.candidacies.map((one) => [one.id, one.assessed_level]));
    return share(entered(rows, year, within), ({ candidacy_id }) => {
      const level = levels.get(candidacy_id) ?? null;
      return level !== null && level !== 'NON_EVALUE';
    });
  },
  'K25 Volontaires en service le dernier jour': ({ services }, year, within) =>
    size(
      services.filter(
        ({ unit, incorporated_on, exited_on }) =>
          within(unit) && isBy(year, incorporated_on) && !isBy(year, exited_on),
      ),
    ),
  'K11 Attrition': (...all) => share(left(...all), (one) => !isWhole(one) && !isForGood(one)),
  'K12 Taux officiel': (...all) => share(left(...all).filter(isWhole), isSolved),
  'K13 Taux de cohorte': (...all) =>
    share(left(...all), (one) => isForGood(one) || (isWhole(one) && isSolved(one))),
  'K14 Insertion durable': (...all) =>
    share(left(...all).filter(isWhole), ({ exit_situation }) =>
      LASTING.includes(exit_situation ?? ''),
    ),
  'K15 Retours dits': (rows, year, within) => {
    const told = new Set(
      rows.returns
        .filter(
          ({ state, counts_from }) =>
            !['prepared', 'cancelled'].includes(state) && isBy(year, counts_from),
        )
        .map(({ volunteer_id }) => volunteer_id),
    );
    return share(left(rows, year, within).filter(isToComeBack), ({ id }) => told.has(id));
  },
  'K16 Contact dans les quinze jours': ({ returns }, year, within) =>
    share(
      returns.filter(
        ({ unit, state, counts_from }) =>
          within(unit) &&
          ['open', 'acknowledged', 'closed'].includes(state) &&
          isIn(year, counts_from),
      ),
      ({ counts_from, contacted_on }) =>
        isBy(year, contacted_on) && daysBetween(counts_from, contacted_on ?? '') <= 15,
    ),
  'K24 Séances d’information tenues': (...all) => size(held(...all)),
  'K24 Inscrits aux séances tenues': (...all) => ({
    part: sum(held(...all).map(({ registered }) => registered)),
    of: null,
  }),
  'K24 Venus': (...all) => ({
    part: sum(held(...all).map(({ attended }) => attended)),
    of: sum(held(...all).map(({ registered }) => registered)),
  }),
  'K18 Candidats directs non retenus': (...all) => size(direct(...all)),
  'K18 Invités à une mission locale': (rows, year, within) =>
    share(direct(rows, year, within), ({ invited_since }) => isBy(year, invited_since)),
  'K18 Hors du réseau des missions locales': (rows, year, within) =>
    share(
      direct(rows, year, within),
      (one) => !isBy(year, one.invited_since) && one.said[0]?.state === 'outside-network',
    ),
  'K35 Candidats directs sans mission locale le dernier jour': (...all) => size(tray(...all)),
  'K35 À affecter depuis quinze jours ou plus': (rows, year, within) =>
    share(
      tray(rows, year, within),
      (one) => daysBetween(lastMove(one, year)?.on ?? year, `${year}-12-31`) >= 15,
    ),
  'K19 En contact avec la mission locale': (rows, year, within) =>
    share(
      direct(rows, year, within).filter(({ invited_since }) => isBy(year, invited_since)),
      ({ answer_code, answered_on }) =>
        isBy(year, answered_on) && answer_code !== null && !MISSED.includes(answer_code),
    ),
};
