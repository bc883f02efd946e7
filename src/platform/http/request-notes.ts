/** What is learnt of a request while it is served, for its line in the log. */
export interface RequestNotes {
  readonly startedAt: number;
  problem?: string;
  isReplayed?: boolean;
}

const notes = new WeakMap<object, RequestNotes>();

/** The notes of a request, begun at the first call. */
export function notesOf(request: object): RequestNotes {
  const known = notes.get(request);
  if (known) return known;
  const begun: RequestNotes = { startedAt: performance.now() };
  notes.set(request, begun);
  return begun;
}
