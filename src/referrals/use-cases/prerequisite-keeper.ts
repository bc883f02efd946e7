import { Injectable } from '@nestjs/common';
import {
  PrerequisiteSetKeeper,
  type ReadSet,
  type ReferenceDifference,
  type ReferenceRow,
  type TableRecord,
} from '../../organisations/index.js';
import {
  PREREQUISITE_COLUMNS,
  prerequisiteCells,
  prerequisiteOfRow,
  prerequisiteRow,
  readPrerequisites,
} from './prerequisite-table.js';
import { PrerequisiteList } from './prerequisite-ports.js';

/** What each scheme asks for, as a set of reference data (ADR 0028). */
@Injectable()
export class PrerequisiteKeeper extends PrerequisiteSetKeeper {
  readonly set = 'prerequis';
  readonly columns = PREREQUISITE_COLUMNS;
  readonly endsAbsent = false;
  readonly isDated = false;

  constructor(private readonly list: PrerequisiteList) {
    super();
  }

  override async current(): Promise<readonly ReferenceRow[]> {
    return (await this.list.all()).map(prerequisiteRow);
  }

  override read(records: readonly TableRecord[]): Promise<ReadSet> {
    return Promise.resolve(readPrerequisites(records));
  }

  override async apply({ added, changed }: ReferenceDifference): Promise<void> {
    await this.list.saveAll(
      [...added, ...changed].flatMap(({ after }) => {
        const one = after && prerequisiteOfRow(after);
        return one ? [one] : [];
      }),
    );
  }

  override async exported(): Promise<readonly (readonly string[])[]> {
    const rows = (await this.list.all()).map(prerequisiteCells);
    return rows.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
  }
}
