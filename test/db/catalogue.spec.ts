import {
  runtimeRoleName,
  SCOPE_ROLES,
  STATISTICS_ROLE,
} from '../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { allTables, names, UNPROTECTED } from './support/catalogue.js';

// The catalogue itself, so that a table added tomorrow is judged like those of today (SEC-12, SEC-15).

let database: TestDatabase;
let runtimeRoles: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  const { pathname } = new URL(database.ownerUrl);
  runtimeRoles = [...SCOPE_ROLES, runtimeRoleName(pathname.slice(1))];
});
afterAll(() => database.drop());

const found = (sql: string, values?: unknown[]) => names(database.owner, sql, values);

describe('Every table of the schema', () => {
  it('has row-level security forced, or a reason not to', async () => {
    const open = await found(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace
         and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(open).toEqual(Object.keys(UNPROTECTED).sort());
  });

  it('that holds rows of an organisation is protected', async () => {
    const tenant = await found(
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
         and a.attname in ('org_id', 'ml_id', 'unit_id', 'owner_org_id', 'person_id', 'birth_name')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    // Says which bodies work together, and of nobody else.
    expect(tenant).toEqual(['convention']);
  });

  it('names the organisation its rows belong to, always', async () => {
    const nullable = await found(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relrowsecurity
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnotnull
           and a.attname in ('org_id', 'ml_id', 'unit_id'))`,
    );
    // An event may be the whole service's; only the technical role reads this table.
    expect(nullable).toEqual(['outbox_message']);
  });

  it('opens to named scope roles only, by policies that say which rows', async () => {
    const loose = await found(
      `select policyname as name from pg_policies where schemaname = 'app'
         and (roles && array['public']::name[] or not roles <@ $1::name[] or permissive <> 'PERMISSIVE'
           or (qual is null and with_check is null))`,
      [[...SCOPE_ROLES, STATISTICS_ROLE]],
    );
    expect(loose).toEqual([]);
  });

  it('lets all rows through to the technical role alone, and to the counts that nobody can be', async () => {
    const whole = await found(
      `select tablename || ' ' || array_to_string(roles, ',') as name from pg_policies
       where schemaname = 'app' and (qual = 'true' or with_check = 'true') order by 1`,
    );
    expect(whole).toEqual([
      'audit_event passerelle_technical',
      'candidacy passerelle_statistics',
      'cej_contract passerelle_statistics',
      'delivery_part passerelle_technical',
      'direct_applicant passerelle_statistics',
      'direct_applicant_transition passerelle_statistics',
      'evaluation_note passerelle_statistics',
      'exchange_act passerelle_technical',
      'exchange_file passerelle_statistics',
      'exchange_file passerelle_technical',
      'exchange_notice passerelle_technical',
      'exchange_slot passerelle_statistics',
      'exchange_slot passerelle_technical',
      'exchange_transition passerelle_technical',
      'follow_up passerelle_statistics',
      'idempotency_key passerelle_technical',
      'identity_review passerelle_technical',
      'information_session passerelle_statistics',
      'mailbox_content passerelle_technical',
      'mailbox_file passerelle_technical',
      'outbox_message passerelle_technical',
      'referral passerelle_statistics',
      'referral_transition passerelle_statistics',
      'return_episode passerelle_statistics',
      'volunteer passerelle_statistics',
      'volunteer_transition passerelle_statistics',
    ]);
  });
});

describe('Nothing goes around the policies', () => {
  it.each([
    [
      'view without security_invoker',
      `relkind = 'v' and not coalesce(reloptions, '{}') @> array['security_invoker=true']`,
    ],
    ['materialized view', `relkind = 'm'`],
    ['foreign table', `relkind = 'f'`],
    ['rule', `relhasrules`],
  ])('by a %s', async (_what, condition) => {
    const sql = `select relname as name from pg_class where relnamespace = 'app'::regnamespace`;
    expect(await found(`${sql} and ${condition}`)).toEqual([]);
  });

  it('by a function with the rights of its owner, but for the counts that national bodies ask', async () => {
    const sql = `select proname || ' ' || proowner::regrole as name from pg_proc
      where pronamespace = 'app'::regnamespace and prosecdef order by 1`;
    expect(await found(sql)).toEqual([
      `committee_answers ${STATISTICS_ROLE}`,
      `committee_counts ${STATISTICS_ROLE}`,
      `committee_delays ${STATISTICS_ROLE}`,
      `committee_outreach ${STATISTICS_ROLE}`,
      `committee_silences ${STATISTICS_ROLE}`,
      `evaluation_counts ${STATISTICS_ROLE}`,
      `returns_going_on ${STATISTICS_ROLE}`,
      `unit_exchange_months ${STATISTICS_ROLE}`,
    ]);
  });

  it('by a privilege that ignores rows, or that lets a key probe rows', async () => {
    const granted = await found(
      `select distinct c.relname || ' ' || g.privilege_type || ' ' || g.grantee::regrole as name
       from pg_class c, aclexplode(c.relacl) g where c.relnamespace = 'app'::regnamespace
         and g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') and g.grantee <> c.relowner`,
    );
    expect(granted).toEqual([]);
  });

  it('by a right given to everybody', async () => {
    const open = await found(
      `select c.relname as name from pg_class c, aclexplode(c.relacl) g
       where c.relnamespace = 'app'::regnamespace and g.grantee = 0`,
    );
    expect(open).toEqual([]);
  });
});

describe('The roles of the application', () => {
  it('are weak: no superuser, no way around policies, no creation', async () => {
    const strong = await found(
      `select rolname as name from pg_roles where rolname = any($1)
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      [runtimeRoles],
    );
    expect(strong).toEqual([]);
    expect(
      await found(`select rolname as name from pg_roles where rolname = any($1)`, [runtimeRoles]),
    ).toHaveLength(SCOPE_ROLES.length + 1);
  });

  it('log in through one role only, which inherits nothing', async () => {
    const logins = await found(
      `select rolname as name from pg_roles where rolname = any($1) and (rolcanlogin or not rolinherit)`,
      [runtimeRoles],
    );
    expect(logins).toEqual(runtimeRoles.slice(-1));
  });

  it('own nothing', async () => {
    const owned = await found(
      `select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner
       where r.rolname = any($1)
       union all select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner
       where r.rolname = any($1)
       union all select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner
       where r.rolname = any($1)`,
      [runtimeRoles],
    );
    expect(owned).toEqual([]);
  });

  it('cannot create anything in the schema', async () => {
    const able = await found(
      `select rolname as name from pg_roles
       where rolname = any($1) and has_schema_privilege(oid, 'app', 'create')`,
      [runtimeRoles],
    );
    expect(able).toEqual([]);
  });

  it('never change, delete or read back the journal, but for the one that only reads it', async () => {
    const privileges = await found(
      `select distinct privilege_type || case when grantee = 'passerelle_journal' then ' reader' else '' end
         as name from information_schema.role_table_grants
       where table_schema = 'app' and table_name = 'audit_event' and grantee = any($1) order by 1`,
      [runtimeRoles],
    );
    expect(privileges).toEqual(['INSERT', 'SELECT reader']);
    const columns = await found(
      `select a.attname as name from pg_attribute a where a.attrelid = 'app.audit_event'::regclass
         and a.attacl is not null`,
    );
    expect(columns).toEqual([]);
  });

  it('delete nothing that is somebody’s file', async () => {
    const deletable = await found(
      `select distinct table_name as name from information_schema.role_table_grants
       where table_schema = 'app' and privilege_type = 'DELETE' and grantee = any($1) order by 1`,
      [runtimeRoles],
    );
    expect(deletable).toEqual([
      'access_token',
      'client_assertion',
      // Counts that were mailed, thirty days ago.
      'digest',
      'exchange_anomaly',
      // Bytes and rows of tests alone, seven days old: the policy shows the technical role no other.
      'exchange_content',
      'exchange_row',
      'idempotency_key',
      'inbox_receipt',
      // Bytes past their 60 days in a mailbox; the proof stays in its file.
      'mailbox_content',
      // Only what stands in the record itself, written again when it changes.
      'open_referral',
      'outbox_message',
      // Put down on a page and not deposited: nobody's file yet, kept for an hour.
      'pending_content',
      'pending_deposit',
      // Whom an account read more than a day ago: the policy shows the technical role no other.
      'person_reading',
      // Put down and neither applied nor abandoned: a trigger keeps those that were applied.
      'reference_file',
      // Typed and never sent: nobody else has read it.
      'referral_preparation',
      // Counts of requests of the day before.
      'request_quota',
      // A figure of nobody, counted again every hour.
      'return_silence',
      // Staff at work: over after ten hours.
      'session',
      // Who is registered at a session, until it begins; past its day the names go, the counts stay.
      'session_registration',
      'sign_in_attempt',
      'unit_file_number',
    ]);
  });
});

it('The list of unprotected tables names no table that is gone', async () => {
  expect(await allTables(database.owner)).toEqual(expect.arrayContaining(Object.keys(UNPROTECTED)));
});
