import type { LocalDate } from '../../../kernel/index.js';
import type { OrganisationDirectory } from '../../../organisations/index.js';
import type {
  IdentityContexts,
  People,
  PersonRecord,
  ResolveContext,
} from '../../../people/index.js';
import type { ReplyingRow } from './columns.js';

/** What names an exit in the files of both sides (exchange.md 7.a, key of SOR). */
export interface ExitKey {
  readonly unitId: string;
  readonly unitFileNumber: string | null;
  readonly endsOn: LocalDate;
}

/** What a row answers to, with the file of the unit and the person it is about. */
export interface NamedByExit extends ExitKey {
  readonly candidacyId: string;
  readonly personId: string;
}

/** A row that answers to an exit. */
export interface RowOnExit {
  readonly row: Pick<ReplyingRow, 'code_unite' | 'numero_dossier_unite'> & {
    readonly date_sortie: LocalDate | null;
  };
}

/** Everything a chunk of rows may speak of, read in a few set-based queries. */
export interface RepliedRecords<Named> {
  of(row: RowOnExit['row']): Named | undefined;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** What identities are judged with. */
  readonly identities: ResolveContext;
}

/** Reads what rows answer to, under the scope of the mission locale that sends them. */
export abstract class ReadRepliedRecords<Named extends NamedByExit> {
  constructor(
    private readonly people: People,
    private readonly identities: IdentityContexts,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** The records of these exits. */
  protected abstract named(keys: readonly ExitKey[]): Promise<readonly Named[]>;

  async execute(rows: readonly RowOnExit[]): Promise<RepliedRecords<Named>> {
    const unitIds = await this.unitIds(rows);
    const keyOf = ({
      code_unite: unit,
      numero_dossier_unite: unitFileNumber,
      date_sortie: endsOn,
    }: RowOnExit['row']): ExitKey | null => {
      const unitId = unitIds.get(unit);
      return unitId && endsOn ? { unitId, unitFileNumber, endsOn } : null;
    };
    const named = await this.named(rows.flatMap(({ row }) => keyOf(row) ?? []));
    const byKey = new Map(named.map((one) => [textOf(one), one]));
    const people = await this.people.byIds([...new Set(named.map(({ personId }) => personId))]);
    return {
      of: (row) => {
        const key = keyOf(row);
        return key ? byKey.get(textOf(key)) : undefined;
      },
      people: new Map(people.map((one) => [one.id, one])),
      identities: await this.identities.about(people.map(({ id }) => id)),
    };
  }

  private async unitIds(rows: readonly RowOnExit[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const code of new Set(rows.map(({ row }) => row.code_unite))) {
      const unit = await this.organisations.byCode(code);
      if (unit) found.set(code, unit.id);
    }
    return found;
  }
}

function textOf({ unitId, unitFileNumber, endsOn }: ExitKey): string {
  return [unitId, unitFileNumber, endsOn].join('|');
}
