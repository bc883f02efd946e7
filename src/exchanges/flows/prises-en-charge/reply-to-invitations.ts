import { Injectable } from '@nestjs/common';
import {
  decideDirect,
  DirectApplicants,
  DirectChanges,
  invitationTimes,
  type DirectApplicant,
  type DirectChange,
} from '../../../direct-applicants/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { checkOf, describedBy, doubtOf, parseBirthDate } from '../../../people/index.js';
import { commandOf, ReturnPlaces, UNREACHABLE } from '../../../returns/index.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import type { ApplyContext, RowFate } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { describedByControl } from '../control-identity.js';
import { actorOfLine, fileActorOf, type RowRefusal } from '../row-fates.js';
import { refusalOf, REPLY_FATES, type Reply } from './decide-reply.js';
import { PRISES_EN_CHARGE } from './flow.js';
import { foldInvitation, type FoldedInvitation } from './fold-invitation.js';

/** A row, the applicant it names, and what its identity calls for. */
interface NamedReply {
  readonly reply: Reply;
  readonly applicant: DirectApplicant;
  readonly remarks: readonly RowFaultCode[];
}

/** An invitation told anew. */
interface RetoldInvitation {
  readonly folded: FoldedInvitation;
  readonly change: DirectChange | null;
}

const UNKNOWN: RowRefusal = {
  code: 'REFERENCE_INCONNUE',
  column: 'flux_origine',
  precision: 'INVITATION_INCONNUE',
};
/** What a mission locale may speak of: whom it was told, and whom it gave back. */
const TOLD: readonly string[] = ['announced', 'answered', 'to-assign'];

/** Applies PEC rows that answer to the invitation of a direct applicant (flux DIR). */
@Injectable()
export class ReplyToInvitations {
  constructor(
    private readonly statements: ReadStatements,
    private readonly applicants: DirectApplicants,
    private readonly organisations: OrganisationDirectory,
    private readonly places: ReturnPlaces,
    private readonly changes: DirectChanges,
  ) {}

  /** One fate per row. */
  async apply(replies: readonly Reply[], context: ApplyContext): Promise<readonly RowFate[]> {
    if (replies.length === 0) return [];
    const fates: RowFate[] = [];
    const named: NamedReply[] = [];
    for (const found of await this.named(replies)) {
      if ('fate' in found) fates.push(found.fate);
      else named.push(found);
    }
    const own = new Map<string, Reply[]>();
    for (const { reply, applicant } of named) {
      own.set(applicant.id, [...(own.get(applicant.id) ?? []), reply]);
    }
    const known = new Map(named.map(({ applicant }) => [applicant.id, applicant]));
    const retold = await this.tell([...known.values()], own, context);
    return [...fates, ...named.map((one) => fateOf(one, retold.get(one.applicant.id)))];
  }

  /** Tells invitations anew; an id of something else is nobody's here. */
  async retell(
    ids: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, Reply>,
  ): Promise<void> {
    const known = await this.applicants.byIds(ids);
    await this.tell(known, new Map([...more].map(([id, reply]) => [id, [reply]])), context);
  }

  private async named(
    replies: readonly Reply[],
  ): Promise<readonly (NamedReply | { readonly fate: RowFate })[]> {
    const unitIds = new Map<string, string>();
    for (const code of new Set(replies.map(({ row }) => row.code_unite))) {
      const unit = await this.organisations.byCode(code);
      if (unit) unitIds.set(code, unit.id);
    }
    const keyOf = ({ row }: Reply) => ({
      unitId: unitIds.get(row.code_unite) ?? '',
      unitFileNumber: row.numero_dossier_unite,
    });
    const found = await this.applicants.numbered(
      replies.map(keyOf).filter(({ unitId }) => unitId !== ''),
    );
    const byKey = new Map(found.map((one) => [`${one.unitId} ${one.unitFileNumber}`, one]));
    return replies.map((reply) => {
      const refusal = refusalOf(reply);
      if (refusal) return { fate: REPLY_FATES.refused(reply, refusal) };
      const { unitId, unitFileNumber } = keyOf(reply);
      return nameOf(reply, byKey.get(`${unitId} ${unitFileNumber}`));
    });
  }

  private async tell(
    known: readonly DirectApplicant[],
    own: ReadonlyMap<string, readonly Reply[]>,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, RetoldInvitation>> {
    const told = known.filter(({ state }) => TOLD.includes(state));
    const ids = told.map(({ id }) => id);
    const said = await this.statements.on(ids, PRISES_EN_CHARGE, context);
    const acts = await this.applicants.actsOn(ids);
    const placeOf = await this.places.of(told);
    const retold = new Map<string, RetoldInvitation>();
    for (const applicant of told) {
      const { id } = applicant;
      const { book } = placeOf(applicant);
      const asFile = {
        actor: fileActorOf(context),
        today: context.today,
        timesOn: (day: Reply['row']['date_contact']) => invitationTimes(book, context.today, day),
      };
      const rows = own.get(id) ?? [];
      const replies = [...((said.get(id) ?? []) as readonly Reply[]), ...rows];
      const ofOne = acts.filter(({ applicantId }) => applicantId === id);
      const folded = foldInvitation(applicant, { replies, acts: ofOne }, asFile);
      const last = rows.findLast((row) => folded.taken.has(row));
      const change = this.changeOf(applicant, folded, last, asFile, context);
      retold.set(id, { folded, change });
    }
    await this.changes.write([...retold.values()].flatMap(({ change }) => change ?? []));
    return retold;
  }

  /** The command of the last row when it alone leads there; else all is told anew. */
  private changeOf(
    applicant: DirectApplicant,
    { target }: FoldedInvitation,
    last: Reply | undefined,
    { timesOn }: { timesOn(day: Reply['row']['date_contact']): ReturnType<typeof invitationTimes> },
    context: ApplyContext,
  ): DirectChange | null {
    if (isAlike(applicant, target)) return null;
    const actor = last ? actorOfLine(context, last.line) : context.actor;
    const { today } = context;
    if (last) {
      const { code_prise_en_charge: code, date_contact: contactedOn } = last.row;
      const alone = decideDirect({
        ...{ applicant, actor, today, asOf: last.asOf, times: timesOn(contactedOn) },
        command: commandOf(code),
        answer: { code, contactedOn },
        isUnreachable: code === UNREACHABLE,
      });
      if (alone.ok && isAlike(alone.change.after, target)) return alone.change;
    }
    const { state, stateOn, answer, attempts, dueOn } = target;
    const told = { state, stateOn, answer, attempts, dueOn };
    const request = { applicant, actor: fileActorOf(context), today, times: timesOn(today), told };
    const decision = decideDirect({ ...request, command: 'restate' });
    if (!decision.ok) throw new Error(`a file may always be told anew: ${decision.refusal}`);
    return { ...decision.change, actor };
  }
}

/** The key first, then always the identity: a key alone never links (exchange.md 7.f). */
function nameOf(
  reply: Reply,
  applicant: DirectApplicant | undefined,
): NamedReply | { readonly fate: RowFate } {
  const { identity } = applicant?.agreement ?? {};
  const birthDate = parseBirthDate(identity?.birthDate ?? '');
  if (!applicant || !identity || !birthDate || !TOLD.includes(applicant.state)) {
    return { fate: REPLY_FATES.refused(reply, UNKNOWN) };
  }
  const { birthName, firstNames } = identity;
  const control = { birthName, firstName1: firstNames[0] ?? 'SNP', birthDate };
  const check = checkOf(describedByControl(reply.row), describedBy(control));
  const doubt = doubtOf(check);
  // Nobody's file is compared with a direct applicant, who has none: the row is refused, not reviewed.
  if (doubt) {
    const refusal = { code: 'IDENTITE_INCOHERENTE', column: 'nom_naissance' } as const;
    return { fate: REPLY_FATES.refused(reply, refusal) };
  }
  return { reply, applicant, remarks: check.gaps };
}

function fateOf(
  { reply, applicant, remarks }: NamedReply,
  told: RetoldInvitation | undefined,
): RowFate {
  const noted = remarks.map((code) => REPLY_FATES.remark(reply, { code, column: 'nom_naissance' }));
  const resource = { id: applicant.id, recipientId: applicant.unitId };
  if (!told) throw new Error('each named invitation is told');
  const refusal = told.folded.refused.get(reply);
  if (refusal) return REPLY_FATES.refused(reply, refusal, noted, resource);
  const { answer } = told.folded.target;
  const { code_prise_en_charge: code, date_contact: contactedOn } = reply.row;
  const stands = answer?.code === code && answer.contactedOn === contactedOn;
  if (!stands) return REPLY_FATES.of(reply, 'P', resource, noted);
  return REPLY_FATES.of(reply, told.change ? 'A' : 'I', resource, noted);
}

function isAlike(one: DirectApplicant, other: DirectApplicant): boolean {
  const said = ({ state, answer, attempts }: DirectApplicant): string =>
    JSON.stringify([state, answer?.code, answer?.contactedOn, attempts]);
  return said(one) === said(other);
}
