/** What PostgreSQL text cannot hold, and partners may send: NUL and halves of a surrogate pair. */
const UNSTORABLE = /[\u0000\p{Cs}]/gu;

/** A text as the ledger can keep it; each character it cannot hold becomes U+FFFD. */
export function storableText<T extends string | null>(text: T): T | string {
  return text === null ? text : text.replace(UNSTORABLE, '\uFFFD');
}
