import { firstNameKeys } from './first-names.js';
import { surnameKeys } from './name-keys.js';
import type { Described } from './vetoes.js';

/** What a human said of an identity and a person on file. */
export type Said = 'same' | 'different';

/** What was said, and stands until it is withdrawn (exchange.md 7.f, V6). */
export interface IdentityVerdict {
  readonly personId: string;
  /** Of the identity that was compared with the person: see `identityKey`. */
  readonly identityKey: string;
  readonly says: Said;
}

/** The identity a verdict is about: its three control traits, however they are spelled next time. */
export function identityKey({ identity }: Described): string {
  const [firstName = ''] = firstNameKeys(identity.firstNames);
  return [surnameKeys(identity.birthName).key, firstName, identity.birthDate].join('|');
}

const NOTHING_SAID = { isSaidSame: false, isSaidDifferent: false } as const;

/** The verdicts at hand. */
export class SaidBefore {
  private readonly byPair: ReadonlyMap<string, Said>;

  constructor(verdicts: readonly IdentityVerdict[] = []) {
    this.byPair = new Map(
      verdicts.map(({ personId, identityKey: key, says }) => [pairOf(personId, key), says]),
    );
  }

  /** What was said of this identity and this person, as the context of a comparison. */
  of(described: Described, personId: string): { isSaidSame: boolean; isSaidDifferent: boolean } {
    // Hardly any pair was ever shown to a human: no key is worth making then.
    if (this.byPair.size === 0) return NOTHING_SAID;
    const said = this.byPair.get(pairOf(personId, identityKey(described)));
    return { isSaidSame: said === 'same', isSaidDifferent: said === 'different' };
  }
}

function pairOf(personId: string, key: string): string {
  return `${personId} ${key}`;
}
