import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '../../../organisations/index.js';
import {
  IdentityContexts,
  People,
  type PersonRecord,
  type ResolveContext,
} from '../../../people/index.js';
import { Returns, type NamedReturn, type ReturnKey } from '../../../returns/index.js';
import type { ReplyRow } from './columns.js';
import type { Reply } from './decide-reply.js';

/** Everything a chunk of rows may speak of, read in a few set-based queries. */
export interface ReplyRecords {
  returnOf(row: ReplyRow): NamedReturn | undefined;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** What identities are judged with. */
  readonly identities: ResolveContext;
}

/** Reads the records of a chunk of PEC rows, under the scope of the mission locale that sends them. */
@Injectable()
export class ReadReplyRecords {
  constructor(
    private readonly returns: Returns,
    private readonly people: People,
    private readonly identities: IdentityContexts,
    private readonly organisations: OrganisationDirectory,
  ) {}

  async execute(replies: readonly Reply[]): Promise<ReplyRecords> {
    const unitIds = await this.unitIds(replies);
    const keyOf = (row: ReplyRow): ReturnKey | null => {
      const { numero_dossier_unite: unitFileNumber, date_sortie: endsOn } = row;
      const unitId = unitIds.get(row.code_unite);
      return unitId && endsOn ? { unitId, unitFileNumber, endsOn } : null;
    };
    const named = await this.returns.named(replies.flatMap(({ row }) => keyOf(row) ?? []));
    const byKey = new Map(named.map((one) => [textOf(one), one]));
    const people = await this.people.byIds([...new Set(named.map(({ personId }) => personId))]);
    return {
      returnOf: (row) => {
        const key = keyOf(row);
        return key ? byKey.get(textOf(key)) : undefined;
      },
      people: new Map(people.map((one) => [one.id, one])),
      identities: await this.identities.about(people.map(({ id }) => id)),
    };
  }

  private async unitIds(replies: readonly Reply[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const code of new Set(replies.map(({ row }) => row.code_unite))) {
      const unit = await this.organisations.byCode(code);
      if (unit) found.set(code, unit.id);
    }
    return found;
  }
}

function textOf({ unitId, unitFileNumber, endsOn }: ReturnKey): string {
  return [unitId, unitFileNumber, endsOn].join('|');
}
