import { editDistance } from './edit-distance.js';
import type { VariableName } from './environment.js';
import { VARIABLE_NAMES, isVariableName } from './environment.js';
import { SECRET_NAMES } from './secret-files.js';

/** Beginnings that are ours alone: another variable beginning so was meant for us. */
const PREFIXES = [
  'PASSERELLE_',
  'DATABASE_',
  'REDIS_',
  'FIELD_ENCRYPTION_',
  'SPOOL_',
  'METRICS_',
  'DEMONSTRATION_',
  'TRUST_PROXY_',
  'SHUTDOWN_',
  'MAX_FILE_',
];

const FOREIGN = [
  // What Kubernetes gives to every container for a service called "passerelle", "redis"…
  /_SERVICE_(HOST|PORT)(_.*)?$/,
  /_PORT(_\d+_(TCP|UDP)(_.*)?)?$/,
  // What the tests of the project give to the processes they start.
  /^PASSERELLE_TEST_/,
];

/** Short names have too many neighbours (HOST and HOME) for two differences to mean a mistake. */
const SHORT = 7;

/**
 * One French line for each variable that was meant for Passerelle and is not one of its own: a
 * value that silently does nothing is how an unsafe setting stays (OPS-17).
 */
export function unknownVariables(names: readonly string[]): readonly string[] {
  return names.filter((name) => !isOurs(name)).flatMap(problemOf);
}

function isOurs(name: string): boolean {
  return isVariableName(name) || SECRET_NAMES.some((secret) => name === `${secret}_FILE`);
}

function problemOf(name: string): readonly string[] {
  if (FOREIGN.some((pattern) => pattern.test(name)) && !closest(name)) return [];
  const meant = closest(name);
  if (meant) {
    return [
      `${name} n’est pas une variable de Passerelle ; vouliez-vous écrire ${meant} ? Corrigez son nom ou retirez-la.`,
    ];
  }
  if (!PREFIXES.some((prefix) => name.startsWith(prefix))) return [];
  return [
    `${name} n’est pas une variable de Passerelle : retirez-la (.env.example en donne la liste).`,
  ];
}

function closest(name: string): VariableName | undefined {
  const written = name.toUpperCase();
  return VARIABLE_NAMES.find((known) => {
    const tolerance = known.length <= SHORT ? 1 : 2;
    const isNear = Math.abs(known.length - written.length) <= tolerance;
    return isNear && editDistance(written, known) <= tolerance;
  });
}
