import { HttpProblem } from './http-problem.js';

/** No room left: on the disk of the service (POSIX) or of its database (SQLSTATE 53100). */
const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100'];
/** PostgreSQL refuses or drops connections: full, stopping, starting, out of reach (SQLSTATE 08, 53300, 57P0x). */
const OUT_OF_REACH: readonly unknown[] = [
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
];
/** A statement ran longer than its process may wait, and was ended (SQLSTATE). */
const TOO_LONG = '57014';
/** What `pg` says without a code: no connection came free in time, or the one in use was lost. */
const LOST_CONNECTION =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** The answer to a failure that passes by itself; undefined for any other error. */
export function outageProblem(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  if (NO_ROOM.includes(code)) return storageFull();
  const passes = OUT_OF_REACH.includes(code) || code === TOO_LONG;
  return passes || LOST_CONNECTION.test(error.message) ? busy() : undefined;
}

function storageFull(): HttpProblem {
  return new HttpProblem(
    507,
    'storage-full',
    'Le service n’a plus la place d’enregistrer cette demande. Rien n’a été reçu : recommencez plus tard.',
    { headers: { 'retry-after': '600' } },
  );
}

/** Whether a writing was kept is not known: the same key gets the same answer (REL-18). */
function busy(): HttpProblem {
  return new HttpProblem(
    503,
    'service-busy',
    'Le service est momentanément surchargé. Recommencez dans quelques secondes, avec la même clé d’idempotence s’il y en a une.',
    { headers: { 'retry-after': '5' } },
  );
}
