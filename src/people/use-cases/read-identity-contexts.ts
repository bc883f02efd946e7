import { Injectable } from '@nestjs/common';
import { CommuneDirectory } from '../../organisations/index.js';
import type { ResolveContext } from '../domain/resolve-person.js';
import { PersonMerges } from './merge-ports.js';
import { IdentityContexts, IdentityVerdicts, People } from './ports.js';

/** What identities are judged with: the communes of today, and what humans said before. */
@Injectable()
export class ReadIdentityContexts extends IdentityContexts {
  constructor(
    private readonly verdicts: IdentityVerdicts,
    private readonly merges: PersonMerges,
    private readonly people: People,
    private readonly communes: CommuneDirectory,
  ) {
    super();
  }

  override async about(personIds: readonly string[]): Promise<ResolveContext> {
    const ids = [...new Set(personIds)];
    const said = await this.verdicts.about(ids);
    const kept = await this.keptFor(ids);
    return { said, kept, presentOf: (code) => this.communes.currentOf(code) ?? code };
  }

  private async keptFor(ids: readonly string[]): Promise<ResolveContext['kept']> {
    const pointers = await this.merges.keptFor(ids);
    if (pointers.size === 0) return new Map();
    const people = await this.people.byIds([...new Set(pointers.values())]);
    const byId = new Map(people.map((person) => [person.id, person]));
    return new Map(
      [...pointers].flatMap(([merged, kept]) => {
        const person = byId.get(kept);
        return person ? [[merged, person]] : [];
      }),
    );
  }
}
