import { Injectable } from '@nestjs/common';
import { DirectApplicants, type DirectApplicant } from '../../../direct-applicants/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { inOrder, RowFates } from '../row-fates.js';
import type { DirectLine } from './applicant-of-row.js';
import { CANDIDATS_DIRECTS } from './flow.js';
import { TellApplicants, type AskedApplicant, type ToldApplicant } from './tell-applicants.js';

const FATES = new RowFates(CANDIDATS_DIRECTS);

/** Applies DIR rows: each becomes what the unit would have recorded on its page. */
@Injectable()
export class ApplyCandidatsDirects extends FlowApplication {
  constructor(
    private readonly applicants: DirectApplicants,
    private readonly tellApplicants: TellApplicants,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const lines = rows as readonly DirectLine[];
    const taken = lines.filter(({ row }) => row.type_ligne !== 'ANNULATION');
    const asked = await this.asked(taken, context.emitter.id);
    const told = await this.tellApplicants.execute(asked, context);
    const fates = [
      ...lines.filter((line) => !taken.includes(line)).map(refused),
      ...asked.flatMap(({ own }, index) => own.map((line) => fateOf(line, told[index]))),
    ];
    return inOrder(lines, fates);
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const known = await this.applicants.byIds(resourceIds);
    const asked = known.map((current) => {
      const row = more.get(current.id);
      const own = row ? [row as DirectLine] : [];
      return { current, unitFileNumber: current.unitFileNumber, own };
    });
    await this.tellApplicants.execute(asked, context);
  }

  /** The last of what is said stands: it can always be told anew. */
  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    await this.retell([resourceId], context);
    return true;
  }

  private async asked(
    lines: readonly DirectLine[],
    unitId: string,
  ): Promise<readonly AskedApplicant[]> {
    const own = new Map<string, DirectLine[]>();
    for (const line of lines) {
      const { numero_dossier_unite: number } = line.row;
      own.set(number, [...(own.get(number) ?? []), line]);
    }
    const keys = [...own.keys()].map((unitFileNumber) => ({ unitId, unitFileNumber }));
    const known = new Map<string, DirectApplicant>(
      (await this.applicants.numbered(keys)).map((one) => [one.unitFileNumber, one]),
    );
    return [...own].map(([unitFileNumber, ofNumber]) => ({
      ...{ unitFileNumber, own: ofNumber },
      current: known.get(unitFileNumber) ?? null,
    }));
  }
}

/** A row that something later overtook changes nothing. */
function fateOf(line: DirectLine, told: ToldApplicant | undefined): RowFate {
  if (!told?.record) {
    return FATES.refused(line, told?.refusal ?? { code: 'CODE_INCONNU', column: 'code_unite' });
  }
  const { standing, record, change, refusal } = told;
  const isTold = record.state === 'announced' || record.state === 'answered';
  const resource = { id: record.id, recipientId: isTold ? record.missionLocaleId : null };
  if (standing !== line) return FATES.of(line, 'P', resource);
  if (refusal) return FATES.refused(line, refusal, [], resource);
  return FATES.of(line, change ? 'A' : 'I', resource);
}

function refused(line: DirectLine): RowFate {
  const precision = 'ANNULATION';
  return FATES.refused(line, { code: 'constraint-error', column: 'type_ligne', precision });
}
