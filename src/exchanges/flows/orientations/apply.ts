import { Injectable } from '@nestjs/common';
import {
  checkIdentity,
  hasSameContact,
  People,
  RegisterPeople,
  type PersonRecord,
} from '../../../people/index.js';
import { isNotOlder } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import {
  decideReferral,
  detailIssues,
  hasSameDetails,
  isOpen,
  Referrals,
  ReferYoungPeople,
  type Referral,
  type ReferralChange,
  type ReferralRequest,
  type ReferralResult,
  WithdrawReferrals,
} from '../../../referrals/index.js';
import { isBlocking, type RowFaultCode } from '../../catalogue/index.js';
import { businessAnomaly, type RowAnomaly } from '../../flow/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import type { OrientationRow } from './columns.js';
import { ORIENTATIONS } from './flow.js';
import { detailsOf, personOf } from './referral-of-row.js';

type Line = CheckedRow & { readonly row: OrientationRow };

/** Fate of a row, and the change it makes to a known referral. */
interface Decided {
  readonly fate: RowFate;
  readonly change: ReferralChange | null;
}

/** Applies ORI rows: each becomes what an adviser of the mission locale would have done. */
@Injectable()
export class ApplyOrientations extends FlowApplication {
  constructor(
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly registerPeople: RegisterPeople,
    private readonly referYoungPeople: ReferYoungPeople,
    private readonly withdrawReferrals: WithdrawReferrals,
    private readonly organisations: OrganisationDirectory,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const lines = rows as readonly Line[];
    const references = lines.map(({ row }) => row.reference_orientation);
    const known = await this.referrals.byReferences(references);
    const byReference = new Map(known.map((referral) => [referral.reference, referral]));
    const fates = new Map<number, RowFate>();
    const isKnown = ({ row }: Line): boolean => byReference.has(row.reference_orientation);
    for (const fate of await this.amend(lines.filter(isKnown), byReference, context)) {
      fates.set(fate.line, fate);
    }
    const unknown = lines.filter((line) => !isKnown(line));
    for (const fate of await this.refer(unknown, context)) fates.set(fate.line, fate);
    return lines.map((line) => fates.get(line.line) ?? refused(line, 'REFERENCE_INCONNUE'));
  }

  /** Referrals already on file: withdrawn, brought up to date, or as they were. */
  private async amend(
    lines: readonly Line[],
    byReference: ReadonlyMap<string, Referral>,
    context: ApplyContext,
  ): Promise<RowFate[]> {
    const referrals = lines.flatMap(({ row }) => byReference.get(row.reference_orientation) ?? []);
    const people = await this.people.byIds(referrals.map(({ personId }) => personId));
    const byId = new Map(people.map((person) => [person.id, person]));
    const decided = lines.map((line) => {
      const referral = byReference.get(line.row.reference_orientation);
      const person = byId.get(referral?.personId ?? '');
      return referral && person
        ? decideAmendment(line, referral, person, context)
        : { fate: refused(line, 'REFERENCE_INCONNUE'), change: null };
    });
    const changes = decided.flatMap(({ change }) => change ?? []);
    await this.withdrawReferrals.writeAll(changes);
    await this.refreshContacts(lines, decided, context);
    return decided.map(({ fate }) => fate);
  }

  /** How to reach the person follows the latest row, through the same door as a new referral. */
  private async refreshContacts(
    lines: readonly Line[],
    decided: readonly Decided[],
    { emitter }: ApplyContext,
  ): Promise<void> {
    const applied = lines.filter((_, index) => decided[index]?.fate.state === 'A');
    await this.registerPeople.execute(
      emitter.id,
      applied.map(({ row }) => personOf(row)),
    );
  }

  /** Referrals the service does not know yet. */
  private async refer(lines: readonly Line[], context: ApplyContext): Promise<RowFate[]> {
    const fates: RowFate[] = [];
    const ready: { line: Line; request: ReferralRequest }[] = [];
    for (const line of lines) {
      const request = await this.requestOf(line, context);
      if ('state' in request) fates.push(request);
      else ready.push({ line, request });
    }
    const results = await this.referYoungPeople.execute(
      context.emitter.id,
      ready.map(({ request }) => request),
    );
    for (const [index, { line }] of ready.entries()) {
      const result = results[index];
      if (result) fates.push(fateOfResult(line, result));
    }
    return fates;
  }

  private async requestOf(
    line: Line,
    { actor, emitter }: ApplyContext,
  ): Promise<ReferralRequest | RowFate> {
    const { row, asOf } = line;
    if (row.etat_orientation === 'RETIREE') return refused(line, 'REFERENCE_INCONNUE');
    const details = detailsOf(row);
    if (detailIssues(details, row.date_orientation).length > 0) {
      return refused(line, 'constraint-error', 'accompagnement');
    }
    const unit = await this.organisations.byCode(row.code_unite);
    const link =
      unit &&
      (await this.organisations.conventionBetween(emitter.id, unit.id, row.date_orientation));
    if (!unit || !link) return refused(line, 'HORS_PERIMETRE', 'code_unite', 'CONVENTION_INACTIVE');
    const { channel } = actor;
    return {
      actor: {
        ...actor,
        channel: channel.kind === 'file' ? { ...channel, line: line.line } : channel,
      },
      missionLocaleId: emitter.id,
      unitId: unit.id,
      person: personOf(row),
      details,
      reference: row.reference_orientation,
      referredOn: row.date_orientation,
      isSubmitted: true,
      asOf,
      ...(line.chosenId ? { personId: line.chosenId } : {}),
    };
  }
}

function decideAmendment(
  line: Line,
  referral: Referral,
  person: PersonRecord,
  { actor }: ApplyContext,
): Decided {
  const { row, asOf } = line;
  const { birthName, firstNames, birthDate } = personOf(row).identity;
  const check = checkIdentity(
    { birthName, firstName1: firstNames[0] ?? '', birthDate },
    person.identity,
  );
  const noted = check.gaps.map((code) => anomaly(line, code, 'nom_naissance'));
  if (check.verdict === 'incoherent')
    return { fate: inReview(line, referral, noted), change: null };
  if (saysTheSame(row, referral, person)) {
    return { fate: fateOf(line, 'I', referral, noted), change: null };
  }
  if (!isNotOlder(asOf, referral.asOf)) {
    return { fate: fateOf(line, 'P', referral, noted), change: null };
  }
  const own = { ...actor, channel: channelOf(line, actor.channel) };
  if (row.etat_orientation === 'RETIREE') return withdraw(line, referral, own, noted);
  if (!isOpen(referral)) return { fate: fateOf(line, 'I', referral, noted), change: null };
  const after = { ...referral, ...detailsOf(row), asOf, version: referral.version + 1 };
  const effectiveOn = row.date_orientation;
  const change = { before: referral, after, command: null, effectiveOn, actor: own };
  return { fate: fateOf(line, 'A', referral, noted), change };
}

function withdraw(
  line: Line,
  referral: Referral,
  actor: ApplyContext['actor'],
  noted: readonly RowAnomaly[],
): Decided {
  const decision = decideReferral({
    referral,
    command: 'withdraw',
    actor,
    effectiveOn: line.asOf.on,
    writes: { asOf: line.asOf },
  });
  if (!decision.ok)
    return { fate: refused(line, 'TRANSITION_INTERDITE', 'etat_orientation'), change: null };
  return { fate: fateOf(line, 'A', referral, noted), change: decision.change };
}

function saysTheSame(row: OrientationRow, referral: Referral, person: PersonRecord): boolean {
  if (row.etat_orientation === 'RETIREE') return referral.state === 'withdrawn';
  const { contact } = personOf(row);
  return hasSameDetails(detailsOf(row), referral) && hasSameContact(contact, person.contact);
}

function fateOfResult(line: Line, result: ReferralResult): RowFate {
  switch (result.kind) {
    case 'referred': {
      const noted = result.gaps.map((code) => anomaly(line, code as RowFaultCode, 'nom_naissance'));
      return fateOf(line, 'A', result.referral, noted);
    }
    case 'already-open':
      return refused(line, 'TRANSITION_INTERDITE', 'etat_orientation', 'ORIENTATION_DEJA_OUVERTE');
    case 'doubtful': {
      const noted = [anomaly(line, result.reason, 'nom_naissance')];
      const candidateIds = result.candidates.map(({ id }) => id);
      const review = { reason: result.reason, candidateIds };
      return { ...fateOf(line, 'V', null, noted), review };
    }
  }
}

function inReview(line: Line, referral: Referral, noted: readonly RowAnomaly[]): RowFate {
  const review = { reason: 'IDENTITE_INCOHERENTE', candidateIds: [referral.id] };
  return { ...fateOf(line, 'V', null, noted), review };
}

function refused(
  line: Line,
  code: RowFaultCode,
  column = 'reference_orientation',
  precision?: string,
): RowFate {
  const found = anomaly(line, code, column, precision);
  const level = isBlocking(found.level) ? found.level : 'BLOQUANT_LIGNE';
  return fateOf(line, 'R', null, [{ ...found, level }]);
}

function fateOf(
  { line }: Line,
  state: RowFate['state'],
  referral: Referral | null,
  anomalies: readonly RowAnomaly[],
): RowFate {
  const resourceId = referral?.id ?? null;
  return { line, state, resourceId, recipientId: referral?.unitId ?? null, anomalies };
}

function anomaly(
  { line, row }: Line,
  code: RowFaultCode,
  column: string,
  precision?: string,
): RowAnomaly {
  const rowId = row.identifiant_ligne;
  return businessAnomaly(ORIENTATIONS, code, {
    line,
    rowId,
    column,
    ...(precision === undefined ? {} : { precision }),
  });
}

function channelOf({ line }: Line, channel: ApplyContext['actor']['channel']) {
  return channel.kind === 'file' ? { ...channel, line } : channel;
}
