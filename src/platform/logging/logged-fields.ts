/**
 * The only keys a log line may carry (OPS-13): a new key is added here on purpose, so that no object
 * of the business can reach the log by accident. None of them holds personal data.
 */
export const LOGGED_FIELDS = [
  'event',
  'message',
  'context',
  'correlationId',
  'method',
  'route',
  'status',
  'ms',
  'problem',
  'clientId',
  'accountId',
  'organisation',
  'actorType',
  'replayed',
  'errorClass',
  'errorCode',
  'errorOrigin',
  'check',
  'signal',
  'port',
  'host',
  'queue',
  'job',
  'jobId',
  'outboxId',
  'attempt',
  'fileId',
  'flow',
  'mode',
  'period',
  'step',
  'state',
  'count',
  'rows',
  'migration',
  'task',
] as const;

export type LoggedField = (typeof LOGGED_FIELDS)[number];

/** What an event may say: flat, no object, so that nothing nested slips through. */
export type LogFields = Partial<
  Record<Exclude<LoggedField, 'event'>, string | number | boolean | null>
>;

const KNOWN: ReadonlySet<string> = new Set(LOGGED_FIELDS);

/** True for a key of the list. */
export function isLoggedField(key: string): key is LoggedField {
  return KNOWN.has(key);
}
