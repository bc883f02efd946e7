import type { Environment, VariableName } from './environment.js';

const REQUIRED_IN_PRODUCTION = [
  ['DATABASE_URL', 'l’adresse du serveur PostgreSQL'],
  ['REDIS_URL', 'l’adresse du serveur Redis'],
  ['FIELD_ENCRYPTION_KEY', 'la clé de chiffrement (« openssl rand -base64 32 » en fabrique une)'],
] as const satisfies readonly (readonly [VariableName, string])[];

const WITH_PASSWORD = ['DATABASE_URL', 'DATABASE_APP_URL', 'REDIS_URL'] as const;

/** Passwords of examples and of ready-made images, in any case and with digits around. */
const SAMPLE_PASSWORD =
  /^\W*\d*(change.?(me|it)|example|exemple|sample|secret|password|motdepasse|passerelle|postgres|redis|demonstration|demo|test|admin)+\W*\d*\W*$/i;
const SHORTEST_PASSWORD = 16;

/** A random key of 32 bytes has fewer than 16 different ones once in far more than 10^20. */
const FEWEST_DIFFERENT_BYTES = 16;

/**
 * One French line for each value or absence that would put data at risk (SEC-43, OPS-17): what
 * production cannot do without, the demonstration in production, weak or sample secrets.
 */
export function unsafeValues(environment: Environment): readonly string[] {
  const problems = [
    ...weakKey(environment),
    ...ignoredAddress(environment),
    ...halfSignIn(environment),
    ...halfMail(environment),
  ];
  return environment.NODE_ENV === 'production'
    ? [
        ...problems,
        ...missing(environment),
        ...openDoors(environment),
        ...widerThanAllowed(environment),
        ...weakPasswords(environment),
      ]
    : problems;
}

function missing(environment: Environment): readonly string[] {
  return REQUIRED_IN_PRODUCTION.filter(([name]) => environment[name] === undefined).map(
    ([name, about]) => `${name} manque : en production (NODE_ENV=production), donnez ${about}.`,
  );
}

function openDoors(environment: Environment): readonly string[] {
  const problems: string[] = [];
  if (environment.DEMONSTRATION === '1') {
    problems.push(
      'DEMONSTRATION=1 est refusé en production : ses comptes ont un mot de passe public. Retirez l’un des deux.',
    );
  }
  const address = environment.PUBLIC_URL && parsed(environment.PUBLIC_URL);
  if (address && address.protocol === 'http:' && !isLocal(address.hostname)) {
    problems.push('PUBLIC_URL doit commencer par https:// en production.');
  }
  return problems;
}

function ignoredAddress(environment: Environment): readonly string[] {
  return environment.DATABASE_APP_URL !== undefined && environment.DATABASE_URL === undefined
    ? [
        'DATABASE_APP_URL ne sert qu’avec DATABASE_URL : donnez aussi celle-ci, ou retirez la première.',
      ]
    : [];
}

/** Young people one account may read in 24 hours (trust.md SEC-19): what may only be lowered in production. */
export const MOST_READ = { caseload: 300, organisation: 500 } as const;

const BOUNDS = [
  ['MAX_PEOPLE_READ_CASELOAD', MOST_READ.caseload],
  ['MAX_PEOPLE_READ_ORGANISATION', MOST_READ.organisation],
] as const satisfies readonly (readonly [VariableName, number])[];

function widerThanAllowed(environment: Environment): readonly string[] {
  return BOUNDS.filter(([name, most]) => Number(environment[name] ?? 0) > most).map(
    ([name, most]) => `${name} ne peut pas dépasser ${most} en production.`,
  );
}

const SIGN_IN = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** A sign-in takes all three; ProConnect itself is only spoken to by https. */
function halfSignIn(environment: Environment): readonly string[] {
  const missing = SIGN_IN.filter((name) => environment[name] === undefined);
  if (missing.length === SIGN_IN.length) return [];
  if (missing.length > 0)
    return [`La connexion des personnes demande aussi ${missing.join(', ')}.`];
  const issuer = environment.OIDC_ISSUER && parsed(environment.OIDC_ISSUER);
  return issuer && issuer.protocol === 'http:' && !isLocal(issuer.hostname)
    ? ['OIDC_ISSUER doit commencer par https://.']
    : [];
}

function halfMail({ SMTP_URL: server, MAIL_FROM: from }: Environment): readonly string[] {
  if ((server === undefined) === (from === undefined)) return [];
  return ['SMTP_URL et MAIL_FROM vont ensemble : donnez les deux, ou aucune.'];
}

function weakKey({ FIELD_ENCRYPTION_KEY: key }: Environment): readonly string[] {
  return key !== undefined && isWeakKey(Buffer.from(key, 'base64'))
    ? [
        'FIELD_ENCRYPTION_KEY est un exemple ou n’est pas tirée au hasard : fabriquez-la avec « openssl rand -base64 32 ».',
      ]
    : [];
}

function isWeakKey(key: Buffer): boolean {
  const steps = new Set(
    [...key.subarray(1)].map((byte, index) => (byte - (key[index] ?? 0)) & 0xff),
  );
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isText || steps.size === 1 || new Set(key).size < FEWEST_DIFFERENT_BYTES;
}

function weakPasswords(environment: Environment): readonly string[] {
  return WITH_PASSWORD.filter((name) => hasWeakPassword(environment[name])).map(
    (name) =>
      `${name} contient un mot de passe d’exemple ou de moins de ${SHORTEST_PASSWORD} caractères : tirez-en un au hasard (« openssl rand -hex 24 »).`,
  );
}

/** An address without a password is not judged: certificates or a private network do the work. */
function hasWeakPassword(address: string | undefined): boolean {
  const url = address === undefined ? undefined : parsed(address);
  if (!url?.password) return false;
  const password = decoded(url.password);
  return (
    password.length < SHORTEST_PASSWORD ||
    SAMPLE_PASSWORD.test(password) ||
    new Set(password).size < SHORTEST_PASSWORD / 2
  );
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isLocal(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}
