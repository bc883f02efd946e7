import { Injectable } from '@nestjs/common';
import { Candidacies } from '../../../candidacies/index.js';
import { AttachLeavers } from '../../../returns/index.js';
import { Volunteers } from '../../../volunteers/index.js';
import type { ApplyContext, CheckedRow, RowFate } from '../../use-cases/flow-ports.js';
import { ReadCandidacyRecords } from '../candidacy-records.js';
import { actorOfLine } from '../row-fates.js';
import { ApplyServiceRows } from '../told-services/apply-service-rows.js';
import { TellServices } from '../told-services/tell-services.js';
import type { ExitRow } from './columns.js';
import { EXIT_TELLING } from './telling.js';

/**
 * Applies SOR rows. Who left without a mission locale and agrees to be followed is proposed to the one of
 * their commune: for them alone, how to reach them is kept from here (exchange.md 7.a, block K).
 */
@Injectable()
export class ApplyExits extends ApplyServiceRows {
  protected override readonly telling = EXIT_TELLING;

  constructor(
    readRecords: ReadCandidacyRecords,
    candidacies: Candidacies,
    tellServices: TellServices,
    private readonly volunteers: Volunteers,
    private readonly attachLeavers: AttachLeavers,
  ) {
    super(readRecords, candidacies, tellServices);
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const fates = await super.apply(rows, context);
    await this.attach(rows, fates, context);
    return fates;
  }

  private async attach(
    rows: readonly CheckedRow[],
    fates: readonly RowFate[],
    context: ApplyContext,
  ): Promise<void> {
    const lines = new Map(rows.map(({ line, row }) => [line, row as ExitRow]));
    const agreed = fates.flatMap(({ line, state, resourceId, recipientId }) => {
      const row = lines.get(line);
      const isTold = (state === 'A' || state === 'I') && recipientId === null;
      const isToAttach = row?.souhaite_accompagnement && row.type_ligne !== 'ANNULATION';
      return isTold && isToAttach && resourceId ? [{ row, line, candidacyId: resourceId }] : [];
    });
    if (agreed.length === 0) return;
    const services = await this.volunteers.ofCandidacies(
      agreed.map(({ candidacyId }) => candidacyId),
    );
    const idOf = new Map(services.map(({ id, candidacyId }) => [candidacyId, id]));
    await this.attachLeavers.execute(
      context.emitter.id,
      agreed.flatMap(({ row, line, candidacyId }) => {
        const volunteerId = idOf.get(candidacyId);
        const actor = actorOfLine(context, line);
        return volunteerId === undefined ? [] : [{ volunteerId, actor, ...leaverOf(row) }];
      }),
    );
  }
}

function leaverOf(row: ExitRow) {
  return {
    leftOn: row.date_sortie,
    missionLocaleCode: row.code_structure,
    contact: {
      phone: row.telephone,
      email: row.courriel,
      street: row.adresse_voie,
      addressComplement: row.complement_adresse,
      postalCode: row.code_postal,
      communeCode: row.code_insee_residence,
      priorityDistrict: row.qpv,
    },
  };
}
