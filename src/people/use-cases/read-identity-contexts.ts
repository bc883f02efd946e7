import { Injectable } from '@nestjs/common';
import { CommuneDirectory } from '../../organisations/index.js';
import type { ResolveContext } from '../domain/resolve-person.js';
import { IdentityContexts, IdentityVerdicts } from './ports.js';

/** What identities are judged with: the communes of today, and what humans said before. */
@Injectable()
export class ReadIdentityContexts extends IdentityContexts {
  constructor(
    private readonly verdicts: IdentityVerdicts,
    private readonly communes: CommuneDirectory,
  ) {
    super();
  }

  override async about(personIds: readonly string[]): Promise<ResolveContext> {
    const said = await this.verdicts.about([...new Set(personIds)]);
    return { said, presentOf: (code) => this.communes.currentOf(code) ?? code };
  }
}
