import { Injectable } from '@nestjs/common';
import { Candidacies, mayWriteConclusion, type Candidacy } from '../../../candidacies/index.js';
import { factsOf, isSameFact, MEDICAL_EXIT, NO_FACTS } from '../../../volunteers/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { ReadCandidacyRecords, type CandidacyRecords } from '../candidacy-records.js';
import { matchCandidacy } from '../match-candidacy.js';
import { inOrder, RowFates, type RowRefusal } from '../row-fates.js';
import { serviceRow, type ServiceRow } from './service-fact.js';
import { hasMonth, isStanding } from './presence-facet.js';
import type { ServiceTelling } from './service-flows.js';
import { TellServices, type ToldAnew } from './tell-services.js';
import type { RowFaultCode } from '../../catalogue/index.js';

/** A row whose file of the unit was found, and what its identity calls for. */
interface NamedRow {
  readonly said: ServiceRow;
  readonly candidacy: Candidacy;
  readonly remarks: readonly RowFaultCode[];
}

/**
 * Applies the rows of a flow that tells of services: each becomes the commands that a person of the unit
 * would have issued. All rows on one young person are told together, with all that was said before.
 */
@Injectable()
export abstract class ApplyServiceRows extends FlowApplication {
  protected abstract readonly telling: ServiceTelling;

  constructor(
    private readonly readRecords: ReadCandidacyRecords,
    private readonly candidacies: Candidacies,
    private readonly tellServices: TellServices,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const said = rows.map((row) => serviceRow(row, this.telling.factOf(row.row)));
    const records = await this.readRecords.execute(
      context.emitter.id,
      said.map(({ row }) => row),
    );
    const fates: RowFate[] = [];
    const named: NamedRow[] = [];
    for (const one of said) {
      const found = this.name(one, records, context);
      if ('state' in found) fates.push(found);
      else named.push(found);
    }
    const told = await this.tell(named, context);
    for (const one of named) {
      const anew = told.get(one.candidacy.id);
      if (!anew) throw new Error('each named file is told');
      fates.push(this.fateOf(one, anew));
    }
    return inOrder(rows as readonly (CheckedRow & ServiceRow)[], fates);
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const known = await this.candidacies.byIds(resourceIds);
    const rows = new Map(
      [...more].map(([id, row]) => [id, [serviceRow(row, this.telling.factOf(row.row))]] as const),
    );
    await this.tellServices.execute(known, rows, this.telling.flow.code, context);
  }

  /** What a person did since stands among what is told: it can always be told anew. */
  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    await this.retell([resourceId], context);
    return true;
  }

  private tell(
    named: readonly NamedRow[],
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, ToldAnew>> {
    const candidacies = new Map(named.map(({ candidacy }) => [candidacy.id, candidacy]));
    const more = new Map<string, ServiceRow[]>();
    for (const { candidacy, said } of named) {
      more.set(candidacy.id, [...(more.get(candidacy.id) ?? []), said]);
    }
    const { code } = this.telling.flow;
    return this.tellServices.execute([...candidacies.values()], more, code, context);
  }

  /** The file of the unit that a row means, or what becomes of a row that means none. */
  private name(
    said: ServiceRow,
    records: CandidacyRecords,
    context: ApplyContext,
  ): NamedRow | RowFate {
    const fates = this.fates();
    const { row } = said;
    const refusal = refusalOf(said, context);
    if (refusal) return fates.refused(said, refusal);
    const match = matchCandidacy(row, records, said.chosenId);
    if (match.kind === 'doubtful') {
      const ids = match.candidates.map(({ id }) => id);
      return fates.inReview(said, match.reason, ids);
    }
    if (match.kind === 'other-person') return fates.otherPerson(said);
    if (match.kind !== 'found') {
      // Nobody is invented here: a service begins with a candidacy that SUI told (exchange.md 7.a).
      const column =
        row.reference_orientation === null ? 'numero_dossier_unite' : 'reference_orientation';
      return fates.refused(said, { code: 'REFERENCE_INCONNUE', column });
    }
    const { candidacy, remarks } = match;
    const holder = records.byFileNumber.get(row.numero_dossier_unite);
    if (holder && holder.id !== candidacy.id) {
      const precision = 'NUMERO_DEJA_PRIS';
      return fates.refused(said, {
        code: 'primary-key',
        column: 'numero_dossier_unite',
        precision,
      });
    }
    return { said, candidacy, remarks };
  }

  private fateOf({ said, candidacy, remarks }: NamedRow, anew: ToldAnew): RowFate {
    const { folded } = anew;
    const fates = this.fates();
    const noted = remarks.map((code) => fates.remark(said, { code, column: 'nom_naissance' }));
    const resource = { id: candidacy.id, recipientId: candidacy.missionLocaleId };
    const refusal = folded.refused.get(said);
    if (refusal) return fates.refused(said, refusal, noted, resource);
    if (folded.contradicting.has(said)) {
      const column = this.telling.contradictedColumn;
      noted.push(fates.remark(said, { code: 'PHOTO_CONTREDIT_SIGNALEMENT', column }));
    }
    if (!folded.standing.has(said)) return fates.of(said, 'P', resource, noted);
    const isNews = !this.isKnown(said, anew);
    return fates.of(said, isNews ? 'A' : 'I', resource, noted);
  }

  /** True when the record already said what the row tells. */
  private isKnown(
    { fact, lineType }: ServiceRow,
    { before, monthsBefore, changes, folded: { facts } }: ToldAnew,
  ): boolean {
    const known = before ? factsOf(before) : NO_FACTS;
    const isEndKnown = isSameFact(known.incorporation, facts.incorporation);
    switch (fact.kind) {
      case 'incorporation':
        return isEndKnown;
      case 'presence':
        // The record shows the latest month only: each is known, or not, by itself.
        if (lineType === 'ANNULATION') return !hasMonth(monthsBefore, fact.presence);
        return isEndKnown && isStanding(monthsBefore, fact.presence);
      case 'exit':
        // A medical reason changes nothing in the record: it is news as long as it is not sealed.
        if (changes.some(({ isMedical }) => isMedical)) return false;
        return isSameFact(known.exit, facts.exit) && known.isExited === facts.isExited;
    }
  }

  private fates(): RowFates {
    return new RowFates(this.telling.flow);
  }
}

/** Why a row may not be applied, whoever it speaks of. */
function refusalOf({ fact }: ServiceRow, { actor }: ApplyContext): RowRefusal | null {
  const isMedical = fact.kind === 'exit' && fact.input?.reason === MEDICAL_EXIT;
  if (isMedical && !mayWriteConclusion(actor)) {
    return { code: 'HORS_PERIMETRE', column: 'motif_sortie', precision: 'CONCLUSION_MEDICALE' };
  }
  return null;
}
