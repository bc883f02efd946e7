import { randomUUID } from 'node:crypto';
import type { ScopeRole } from '../../src/platform/database/index.js';
import { names } from './support/catalogue.js';
import { CANDIDACY, CONCLUSION, PERSON, REFERRAL, SHARE } from './support/insertions.js';
import { createWorld, type World } from './support/world.js';

// A key must neither reach a row of another organisation nor tell that one exists (SEC-14).

const ML: ScopeRole = 'passerelle_mission_locale';
const UNIT: ScopeRole = 'passerelle_unit';
const NO_SUCH_ROW = '23503';
const NOT_ALLOWED = '42501';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('Each unique index', () => {
  /** Why another organisation's value cannot be guessed from a refusal (trust.md V8). */
  const REASONS: Readonly<Record<string, string>> = {
    audit_event_pkey: 'random id',
    candidacy_file_number: 'per organisation',
    candidacy_in_unit: 'per organisation',
    candidacy_of_both: 'per organisation',
    candidacy_pkey: 'random id',
    candidacy_referral: 'random id, of a referral both sides see',
    candidacy_transition_pkey: 'random id',
    delivery_line_pk: 'random id of an own file',
    delivery_mark_pk: 'per organisation',
    delivery_part_pk: 'random id of an own file',
    exchange_act_pk: 'per organisation',
    exchange_anomaly_pk: 'random id of an own file',
    exchange_content_pk: 'random id of an own file',
    exchange_file_in_org: 'per organisation',
    exchange_file_number: 'numbered by the service: nobody chooses it',
    exchange_file_pkey: 'random id',
    exchange_file_sequence: 'per organisation',
    exchange_notice_key: 'per organisation',
    exchange_notice_pkey: 'random id',
    exchange_row_pk: 'random id of an own file',
    exchange_slot_key: 'per organisation',
    exchange_slot_pkey: 'random id',
    exchange_transition_pkey: 'random id',
    idempotency_key_pkey: 'per organisation',
    identity_review_pkey: 'random id',
    identity_review_row: 'random id of an own file',
    identity_verdict_pair: 'per organisation',
    identity_verdict_pkey: 'random id',
    mailbox_content_pk: 'random id of an own file',
    mailbox_file_in_org: 'per organisation',
    mailbox_file_pkey: 'random id',
    mailbox_file_sequence: 'per organisation',
    medical_conclusion_pkey: 'random id',
    outbox_message_pkey: 'random id',
    pending_content_pk: 'random id of an own file',
    pending_deposit_in_org: 'per organisation',
    pending_deposit_pkey: 'random id',
    person_correction_pkey: 'random id',
    person_merge_pkey: 'random id',
    person_merge_pointer: 'per organisation',
    person_reading_pk: 'random id of the own account',
    person_share_pk: 'per organisation',
    referral_in_ml: 'per organisation',
    referral_one_open: 'per organisation',
    referral_pkey: 'random id',
    referral_preparation_pkey: 'random id',
    referral_reference: 'per organisation',
    referral_transition_pkey: 'random id',
    return_active: 'per organisation',
    return_episode_pkey: 'random id',
    return_in_unit: 'per organisation',
    return_of_both: 'per organisation',
    return_read_mark_pkey: 'random id',
    return_silence_pkey: 'per organisation',
    return_successor: 'per organisation',
    return_transfer_in_unit: 'per organisation',
    return_transfer_part_pkey: 'random id',
    return_transfer_pending: 'per organisation',
    return_transfer_pkey: 'random id',
    return_transfer_transition_pkey: 'random id',
    return_transition_pkey: 'random id',
    direct_applicant_in_unit: 'per organisation',
    direct_applicant_of_number: 'per organisation',
    direct_applicant_pkey: 'random id',
    direct_applicant_retraction_pkey: 'per organisation',
    direct_applicant_transition_pkey: 'random id',
    follow_up_in_ml: 'per organisation',
    follow_up_of_milestone: 'per organisation',
    follow_up_pkey: 'random id',
    follow_up_transition_pkey: 'random id',
    evaluation_note_of_side: 'per organisation',
    evaluation_note_pkey: 'random id',
    prerequisite_tick_pkey: 'random id',
    offer_sheet_in_force: 'per organisation',
    offer_sheet_number: 'per organisation',
    offer_sheet_pkey: 'random id',
    information_session_in_ml: 'per organisation',
    information_session_of_pair: 'per organisation',
    information_session_pkey: 'random id',
    information_session_transition_pkey: 'random id',
    session_registration_pkey: 'random id',
    cej_contract_in_ml: 'per organisation',
    cej_contract_motive_pkey: 'random id',
    cej_contract_pkey: 'random id',
    cej_contract_transition_pkey: 'random id',
    volunteer_in_unit: 'per organisation',
    volunteer_of_both: 'per organisation',
    volunteer_of_candidacy: 'per organisation',
    volunteer_pkey: 'random id',
    volunteer_transition_pkey: 'random id',
    young_person_imilo: 'per organisation',
    young_person_in_org: 'per organisation',
    young_person_pkey: 'random id',
  };

  const uniqueIndexes = (more: string) =>
    names(
      world.database.owner,
      `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
       join pg_class t on t.oid = x.indrelid join pg_attribute a
         on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where t.relnamespace = 'app'::regnamespace and t.relrowsecurity and x.indisunique ${more}
       order by i.relname`,
    );

  it('of a protected table has a reason not to tell anything', async () => {
    expect(Object.keys(REASONS).sort()).toEqual((await uniqueIndexes('')).sort());
  });

  it('that is per organisation begins with the organisation', async () => {
    const first = `and a.attname in ('org_id', 'ml_id', 'unit_id')`;
    const expected = Object.keys(REASONS).filter((name) => REASONS[name] === 'per organisation');
    expect((await uniqueIndexes(first)).sort()).toEqual(expected.sort());
  });

  it('that rests on a random id is made of ids only', async () => {
    const chosen = await uniqueIndexes(
      `and format_type(a.atttypid, null) <> 'uuid' and a.attname <> 'number'`,
    );
    expect(chosen).toEqual([]);
  });
});

describe('V8: a value another organisation uses', () => {
  it('is free for an i-milo number', async () => {
    const [a, b] = world.missionLocales;
    expect(await world.app.refusal(ML, a, PERSON, [a, '4242'])).toBeUndefined();
    expect(await world.app.refusal(ML, b, PERSON, [b, '4242'])).toBeUndefined();
    expect(await world.app.refusal(ML, b, PERSON, [b, '4242'])).toBe('23505');
  });

  it('is free for a reference, even of a draft nobody else sees', async () => {
    const { rows } = await world.database.owner.query<{ reference: string }>(
      'select reference from app.referral where id = $1',
      [world.draft.referralId],
    );
    const { missionLocaleId, unitId, personId } = world.cases[0];
    const values = [missionLocaleId, unitId, personId, rows[0]?.reference];
    expect(await world.app.refusal(ML, missionLocaleId, REFERRAL, values)).toBeUndefined();
    const quiet = `${REFERRAL} on conflict do nothing returning 1`;
    const foreign = [missionLocaleId, unitId, personId, 'ORI-2026-00000099-X'];
    expect(await world.app.rows(ML, missionLocaleId, quiet, foreign)).toHaveLength(1);
  });

  it('is free for a unit’s file number', async () => {
    const [x, y] = world.units;
    const direct = await world.rows.person(y);
    const { personId } = world.direct;
    const one = [x, null, null, x, personId, 'RE-0001'];
    const other = [y, null, null, y, direct, 'RE-0001'];
    expect(await world.app.refusal(UNIT, x, CANDIDACY, one)).toBeUndefined();
    expect(await world.app.refusal(UNIT, y, CANDIDACY, other)).toBeUndefined();
  });
});

describe('V9: a key to a row of another organisation is refused', () => {
  it('for the person of a referral', async () => {
    const [a] = world.missionLocales;
    const { unitId, personId } = world.cases[2];
    const values = [a, unitId, personId, 'ORI-1'];
    expect(await world.app.refusal(ML, a, REFERRAL, values)).toBe(NO_SUCH_ROW);
  });

  it('for the person of a share, as for one that does not exist', async () => {
    const [a] = world.missionLocales;
    const [, y] = world.units;
    const share = (id: string) => world.app.refusal(ML, a, SHARE, [y, a, id]);
    expect(await share(world.cases[2].personId)).toBe(NO_SUCH_ROW);
    expect(await share(randomUUID())).toBe(NO_SUCH_ROW);
  });

  it('for a unit that would share with itself somebody it does not own', async () => {
    const [x] = world.units;
    const { missionLocaleId, personId } = world.cases[1];
    expect(await world.app.refusal(UNIT, x, SHARE, [x, x, personId])).toBe(NO_SUCH_ROW);
    expect(await world.app.refusal(UNIT, x, SHARE, [x, missionLocaleId, personId])).toBe(
      NOT_ALLOWED,
    );
  });

  it('for the candidacy of a conclusion', async () => {
    const [x] = world.units;
    const { missionLocaleId, candidacyId } = world.cases[1];
    const values = [x, missionLocaleId, candidacyId];
    expect(await world.app.refusal(UNIT, x, CONCLUSION, values)).toBe(NO_SUCH_ROW);
  });

  it('for the file of every table of the ledger', async () => {
    const [a, b] = world.missionLocales;
    const { rows } = await world.database.owner.query<{ id: string; box: string }>(
      `select f.id, m.id as box from app.exchange_file f join app.mailbox_file m using (org_id)
       where org_id = $1`,
      [b],
    );
    const [foreign] = rows;
    const attempts = [
      `exchange_transition (org_id, file_id, to_step) values ($1, $2, 'x')`,
      `exchange_content (org_id, file_id, part, key_version, bytes) values ($1, $2, 9, 1, '')`,
      `exchange_row (org_id, file_id, line, state, byte_start, byte_end) values ($1, $2, 9, 'A', 0, 1)`,
      `exchange_anomaly (org_id, file_id, number, type, code, level, message, correction)
       values ($1, $2, 9, '', '', '', '', '')`,
      `identity_review (id, org_id, file_id, line, flow, reason, candidate_ids, state)
       values (gen_random_uuid(), $1, $2, 9, '', '', '{}', 'open')`,
    ];
    for (const attempt of attempts) {
      const refusal = await world.app.refusal(ML, a, `insert into app.${attempt}`, [
        a,
        foreign?.id,
      ]);
      expect([attempt, refusal]).toEqual([attempt, NO_SUCH_ROW]);
    }
    const box = `insert into app.mailbox_content (org_id, file_id, part, key_version, bytes)
      values ($1, $2, 9, 1, '')`;
    expect(await world.app.refusal(ML, a, box, [a, foreign?.box])).toBe(NO_SUCH_ROW);
  });

  it('for a person taken over by the unit it is shared with', async () => {
    const { unitId, personId } = world.cases[0];
    const take = 'update app.young_person set org_id = $1 where id = $2';
    expect(await world.app.refusal(UNIT, unitId, take, [unitId, personId])).toBeDefined();
  });
});
