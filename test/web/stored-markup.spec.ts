import { declaredRoutes } from '../../src/platform/security/index.js';
import { people, STRANGERS, type Caller } from '../permissions/support/callers.js';
import { PAGE_CALLS } from '../permissions/support/page-calls.js';
import { createSubjects, type Subjects } from '../permissions/support/subjects.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { bornFromAValue, shownMarks } from './markup/born-from-a-value.js';
import { formsOf, type PageForm } from './markup/forms-of.js';
import { PAYLOADS, ROUNDS, THREES } from './markup/payloads.js';
import { storeEverywhere, undecidedTexts } from './markup/stored-payloads.js';

// Nothing that somebody wrote becomes markup on any page (SEC-28): forty payloads in every text field.

let service: TestApplication;
let subjects: Subjects;
/** Every page that answers, by role and address, in the words of its route. */
let pages: readonly { readonly address: string; readonly caller: Caller }[];

beforeAll(async () => {
  const environment = {
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'tests',
    OIDC_CLIENT_SECRET: 'of-the-tests',
  };
  service = await startTestApplication({ isDemonstration: true, environment });
  subjects = await createSubjects(service);
  pages = everyPage();
});
afterAll(() => service?.close());

function everyPage() {
  return declaredRoutes(service.app).flatMap(({ name, policy }) => {
    const call = PAGE_CALLS[name];
    if (call?.method !== 'GET' || policy === undefined) return [];
    const readers = people().filter(({ role }) => {
      return policy !== 'public' && policy.roles.some((one) => one === role);
    });
    return (policy === 'public' ? STRANGERS.slice(0, 1) : readers).map((caller) => {
      return { address: call.path(subjects.own[caller.kind]), caller };
    });
  });
}

async function ask(address: string, caller: Caller, init: RequestInit = {}) {
  const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...caller.headers };
  const answer = await fetch(`${service.url}${address}`, { ...init, headers, redirect: 'manual' });
  const text = await answer.text();
  return answer.headers.get('content-type')?.startsWith('text/html') ? text : undefined;
}

/** Sends a form with a text in every field, but those that say which step it is. */
function submit({ method, action, fields }: PageForm, caller: Caller, text: string) {
  const filled = Object.entries(fields).map(([name, value]) => {
    return [name, STEPS.has(name) ? value : text];
  });
  const values = new URLSearchParams(filled);
  return method === 'GET'
    ? ask(`${action}?${values.toString()}`, caller)
    : ask(action, caller, { method, body: values });
}

const STEPS = new Set(['etape', 'version', 'onglet']);

/** Columns that were seen on a page, and the forms of all pages with somebody who may send them. */
const shown = new Set<string>();
const forms = new Map<string, { readonly form: PageForm; readonly caller: Caller }>();

/** Of tables and forms: what a page shows somewhere. */
const SHOWN_COLUMNS = `account.display_name account.email candidacy.unit_file_number
  exchange_anomaly.column_name exchange_anomaly.message exchange_file.file_name machine_client.client_id
  organisation.usual_name referral.track_wish referral_preparation.nom referral_preparation.voie
  young_person.birth_name young_person.usage_name young_person.first_names young_person.email
  young_person.street young_person.imilo_id`;

describe('The check itself', () => {
  const inText = (value: string) => bornFromAValue(`<!doctype html>\n<p>${value}</p>`);
  const inAttribute = (value: string) =>
    bornFromAValue(`<!doctype html>\n<p title="${value}">x</p>`);

  it.each(PAYLOADS.filter((payload) => payload.includes('<')))('finds %p in a text', (payload) => {
    expect(inText(payload)).not.toEqual([]);
  });

  it.each(PAYLOADS.filter((payload) => payload.includes('"')))('finds %p in a value', (payload) => {
    expect(inAttribute(payload)).not.toEqual([]);
  });

  it('has nothing against an escaped one', () => {
    expect(PAYLOADS).toHaveLength(40);
    expect(inText('&lt;script>xss10()&lt;/script>')).toEqual([]);
    expect(bornFromAValue('<a href="javascript:xss32()">x</a>')).toHaveLength(1);
  });
});

describe('What somebody wrote', () => {
  it('is known, column by column', async () => {
    expect(await undecidedTexts(service.database.owner)).toEqual([]);
  });

  it.each(ROUNDS.map((text, at) => [at + 1, text] as const))(
    'becomes no markup of any page: round %i',
    async (_round, text) => {
      await storeEverywhere(service.database.owner, text);
      const born: string[] = [];
      const marks = new Set<string>();
      for (const { address, caller } of pages) {
        const page = await ask(address, caller);
        if (page === undefined) continue;
        born.push(...bornFromAValue(page).map((fault) => `${caller.label} ${address}: ${fault}`));
        for (const mark of shownMarks(page)) marks.add(mark);
        for (const [, column = ''] of page.matchAll(/champ:([\w.-]+)\./g)) shown.add(column);
        for (const form of formsOf(page, address))
          forms.set(`${form.method} ${form.action}`, { form, caller });
      }
      expect(born).toEqual([]);
      expect([...marks]).toEqual(expect.arrayContaining(text.match(/xss\d\d/g) ?? []));
    },
  );

  it('was shown indeed, whatever column it is kept in', () => {
    expect([...shown]).toEqual(expect.arrayContaining(SHOWN_COLUMNS.split(/\s+/)));
  });

  it.each(['GET', 'POST'])('is given back as it was by the forms: %s', async (method) => {
    const born: string[] = [];
    const marks = new Set<string>();
    for (const { form, caller } of [...forms.values()].filter(
      (one) => one.form.method === method,
    )) {
      for (const text of method === 'GET' ? PAYLOADS : THREES) {
        const page = await submit(form, caller, text);
        if (page === undefined) continue;
        born.push(
          ...bornFromAValue(page).map((fault) => `${caller.label} ${form.action}: ${fault}`),
        );
        for (const mark of shownMarks(page)) marks.add(mark);
      }
    }
    expect(born).toEqual([]);
    expect(marks.size).toBe(40);
  });
});
