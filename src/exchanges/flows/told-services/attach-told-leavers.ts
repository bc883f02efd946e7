import { Injectable } from '@nestjs/common';
import type { Candidacy } from '../../../candidacies/index.js';
import type { Actor } from '../../../kernel/index.js';
import { AttachLeavers, type Leaver } from '../../../returns/index.js';
import { contactOf } from '../contact-of-row.js';
import type { ExitRow } from '../exits/columns.js';
import type { FoldedService } from './fold-service.js';
import { compareRows, type ServiceRow } from './service-fact.js';

/** A service told anew, as far as its exit may concern a mission locale that does not follow it. */
export interface ToldExitOf {
  readonly candidacy: Candidacy;
  readonly volunteerId: string;
  readonly folded: FoldedService;
  /** Rows of the file that is processed. */
  readonly own: readonly ServiceRow[];
  /** True when the service came to its end just now, whichever file told of it. */
  readonly hasEnded: boolean;
  readonly actor: Actor;
}

/**
 * Proposes who left without a mission locale, and agrees to be followed, to the one of their commune: for
 * them alone, how to reach them is kept from here (exchange.md 7.a, block K). An exit that overtook its
 * incorporation is proposed when that one comes, from the row that told it then.
 */
@Injectable()
export class AttachToldLeavers {
  constructor(private readonly attachLeavers: AttachLeavers) {}

  async execute(unitId: string, told: readonly ToldExitOf[]): Promise<void> {
    const leavers = told.flatMap((one) => leaverOf(one) ?? []);
    if (leavers.length > 0) await this.attachLeavers.execute(unitId, leavers);
  }
}

function leaverOf({ candidacy, folded, own, hasEnded, ...of }: ToldExitOf): Leaver | null {
  if (candidacy.missionLocaleId !== null || !folded.facts.isExited) return null;
  const exits = [...folded.standing].filter(({ fact }) => fact.kind === 'exit' && fact.input);
  const last = exits.toSorted(compareRows).at(-1);
  if (!last || !(hasEnded || own.includes(last))) return null;
  const row = last.row as ExitRow;
  return row.souhaite_accompagnement ? { ...of, ...saidOf(row) } : null;
}

function saidOf(row: ExitRow): Pick<Leaver, 'leftOn' | 'missionLocaleCode' | 'contact'> {
  return {
    leftOn: row.date_sortie,
    missionLocaleCode: row.code_structure,
    contact: contactOf(row),
  };
}
