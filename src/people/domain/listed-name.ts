/** Whoever has a name. */
interface Named {
  readonly birthName: string;
  readonly firstNames: readonly string[];
}

/** A young person as lists and titles of files name them. */
export function listedName(person: Named | null): string {
  return person ? [person.birthName, person.firstNames[0]].filter(Boolean).join(' ') : 'Sans nom';
}
