import { Injectable } from '@nestjs/common';
import { addDays, AuditTrail, type Actor, type LocalDate } from '../../../kernel/index.js';
import { CommuneDirectory } from '../../domain/commune-directory.js';
import type { CoveragePair } from '../../domain/coverage-plan.js';
import { COVERAGE_COLUMNS } from '../../domain/coverage-file.js';
import { addressOf, addressRows, placedAt } from '../../domain/coverage-addresses.js';
import { planCoverage } from '../../domain/coverage-plan.js';
import { coverageRows, readCoverageTable } from '../../domain/coverage-table.js';
import { CoverageAlreadyDated } from '../../domain/errors.js';
import { isActiveOn } from '../../domain/organisation.js';
import type { ReferenceDifference, ReferenceRow, RowChange } from '../../domain/reference-table.js';
import type { TableFault, TableRecord } from '../../domain/table-reading.js';
import { OrganisationRegister } from '../ports.js';
import { RegisterJournal } from '../register-journal.js';
import { ReferenceKeeper, type ReadSet } from './reference-keeper.js';

/**
 * The communes of each mission locale. A file is the whole coverage from a day on: what it does not
 * name ends the day before, and the past stays (contract.md 6). A mission locale whose address nobody
 * wrote takes that of the file.
 */
@Injectable()
export class CoverageKeeper extends ReferenceKeeper {
  readonly set = 'couverture';
  readonly columns = COVERAGE_COLUMNS;
  readonly endsAbsent = true;
  readonly isDated = true;

  constructor(
    private readonly register: OrganisationRegister,
    private readonly communes: CommuneDirectory,
    private readonly audit: AuditTrail,
    private readonly journal: RegisterJournal,
  ) {
    super();
  }

  override async current(from: LocalDate | null): Promise<readonly ReferenceRow[]> {
    return from === null ? [] : coverageRows(await this.inForce(from));
  }

  override async read(records: readonly TableRecord[], from: LocalDate | null): Promise<ReadSet> {
    const missionsLocales = (await this.register.known())
      .map(({ organisation }) => organisation)
      .filter(({ kind }) => kind === 'mission-locale');
    const codes = missionsLocales.map(({ code }) => code);
    const structures = new Map(codes.map((code) => [code.slice(0, 5), code]));
    const { rows, faults, addresses } = readCoverageTable(records, structures);
    return {
      rows: [...rows, ...addressRows(missionsLocales, addresses)],
      faults: [...(await this.dateFaults(from)), ...faults],
    };
  }

  override async apply(
    { added, changed, absent }: ReferenceDifference,
    from: LocalDate | null,
    actor: Actor,
  ): Promise<void> {
    if (from === null) return;
    const all = [...added, ...changed, ...absent];
    const side = (of: (change: RowChange) => ReferenceRow | null) => all.map(of).flatMap(pairs);
    const plan = planCoverage(
      side(({ before }) => before),
      side(({ after }) => after),
    );
    await this.register.closeCoverage(plan.closing, addDays(from, -1));
    await this.register.openCoverage(plan.opening, from);
    const codes = [...plan.closing, ...plan.opening].map((pair) => pair.missionLocaleCode);
    await this.tell(new Set(codes), from, actor);
    await this.placeWithoutAddress(added, actor);
  }

  override async exported(on: LocalDate): Promise<readonly (readonly string[])[]> {
    const pairsNow = await this.inForce(on);
    const known = new Map(
      (await this.register.known()).map(({ organisation }) => [organisation.code, organisation]),
    );
    const counts = new Map<string, number>();
    for (const { communeCode } of pairsNow) {
      counts.set(communeCode, (counts.get(communeCode) ?? 0) + 1);
    }
    return pairsNow
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map(({ communeCode, missionLocaleCode }) => {
        const missionLocale = known.get(missionLocaleCode);
        return [
          communeCode,
          this.communes.nameOf(communeCode) ?? '',
          ...['', '', ''],
          missionLocaleCode.slice(0, 5),
          missionLocale?.name ?? '',
          ...['', ''],
          (counts.get(communeCode) ?? 0) > 1 ? 'Oui' : 'Non',
          missionLocale?.street ?? '',
          missionLocale?.postalCode ?? '',
          missionLocale?.town ?? '',
        ];
      });
  }

  /** At once, whatever the day from which the communes hold: it is where the mission locale is found. */
  private async placeWithoutAddress(added: readonly RowChange[], actor: Actor): Promise<void> {
    const byCode = new Map(
      (await this.register.known()).map((one) => [one.organisation.code, one]),
    );
    const placed = added.flatMap(({ after }) => {
      const said = addressOf(after);
      const known = said && byCode.get(said.code);
      return said && known
        ? [{ known, organisation: placedAt(known.organisation, said.address) }]
        : [];
    });
    if (placed.length === 0) return;
    await this.register.saveOrganisations(
      placed.map(({ known, organisation }) => ({ ...known, organisation })),
    );
    await this.journal.tell(
      placed.map(({ known, organisation }) => ({
        before: known.organisation,
        after: organisation,
      })),
      actor,
    );
  }

  private async inForce(on: LocalDate): Promise<readonly CoveragePair[]> {
    return (await this.register.coverageFrom(on)).filter((entry) => isActiveOn(entry, on));
  }

  /** The past is never written again. */
  private async dateFaults(from: LocalDate | null): Promise<TableFault[]> {
    if (from === null) return [{ line: null, column: null, said: 'Dites le premier jour.' }];
    const entries = await this.register.coverageFrom(from);
    if (!entries.some((entry) => entry.validFrom >= from)) return [];
    return [{ line: null, column: null, said: new CoverageAlreadyDated(from).message }];
  }

  /** In the journal of each mission locale whose communes are not the same any more. */
  private async tell(codes: ReadonlySet<string>, from: LocalDate, actor: Actor): Promise<void> {
    const known = await this.register.known();
    const concerned = known.filter(({ organisation }) => codes.has(organisation.code));
    await this.audit.recordAll(
      concerned.map(({ organisation: { id } }) => ({
        actor,
        command: 'reference.coverage',
        resource: { type: 'organisation', id },
        organisationId: id,
        effectiveOn: from,
        result: 'done' as const,
      })),
    );
  }
}

function pairs(row: ReferenceRow | null): CoveragePair[] {
  if (row === null || addressOf(row) !== undefined) return [];
  const codes = (row.values['missionsLocales'] ?? '').split(', ');
  return codes.map((missionLocaleCode) => ({ communeCode: row.key, missionLocaleCode }));
}

function keyOf({ communeCode, missionLocaleCode }: CoveragePair): string {
  return `${communeCode} ${missionLocaleCode}`;
}
