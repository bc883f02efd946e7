import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  ChangedMeanwhile,
  Clock,
  firstDay,
  Ids,
  localDateIn,
  monthOf,
  Outbox,
  UnitOfWork,
  type Actor,
  type FieldIssue,
  type Month,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import type { Side } from '../domain/code-lists.js';
import { NoteInvalid } from '../domain/errors.js';
import type { EvaluationNote, NotePoints } from '../domain/evaluation-note.js';
import { noteIssues } from '../domain/note.rules.js';
import { EvaluationNotes, type NoteKey } from './ports.js';

/** The event of a note that was written. */
export const NOTE_WRITTEN = 'evaluation.written.v1';

/** A note as it is written. */
export interface NoteInput extends NotePoints {
  /** Code of the other side. */
  readonly partner: string;
  readonly contingent: Month;
  /** Of the note that was read before, 0 of none; any other is refused. */
  readonly expectedVersion?: number;
}

/** One side says what worked and what to improve with the other, or says it again (F17). */
@Injectable()
export class WriteNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notes: EvaluationNotes,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws NoteInvalid, ChangedMeanwhile */
  async execute(input: NoteInput, actor: Actor): Promise<EvaluationNote> {
    const { contingent, worked, improve } = input;
    const own = actor.organisation && (await this.organisations.byId(actor.organisation.id));
    if (!own || own.kind === 'national') throw new NoteInvalid([NO_PARTNER]);
    const today = localDateIn(this.clock.now(), own.timeZone);
    const key = await this.keyOf(own, input);
    const issues = [
      ...(key ? [] : [NO_PARTNER]),
      ...noteIssues({ worked, improve }, contingent, monthOf(today)),
    ];
    if (!key || issues.length > 0) throw new NoteInvalid(issues);
    const side: Side = own.kind;
    return this.unitOfWork.run(actor, async () => {
      const before = await this.notes.one(key, side);
      const version = before?.version ?? 0;
      if ((input.expectedVersion ?? version) !== version) throw new ChangedMeanwhile();
      const note: EvaluationNote = {
        ...key,
        id: before?.id ?? this.ids.uuid(),
        side,
        worked,
        improve,
        writtenOn: today,
        version: version + 1,
      };
      await this.notes.save(note, before, actor);
      await this.tell(note, actor);
      return note;
    });
  }

  /** The pair, tied by a convention during the month; null of any other. */
  private async keyOf(own: Organisation, input: NoteInput): Promise<NoteKey | null> {
    const partner = await this.organisations.byCode(input.partner);
    if (!partner || partner.kind === own.kind || partner.kind === 'national') return null;
    const [missionLocale, unit] = own.kind === 'unit' ? [partner, own] : [own, partner];
    const { contingent } = input;
    const link = await this.organisations.conventionBetween(
      missionLocale.id,
      unit.id,
      firstDay(contingent),
    );
    return link ? { missionLocaleId: missionLocale.id, unitId: unit.id, contingent } : null;
  }

  private async tell(note: EvaluationNote, actor: Actor): Promise<void> {
    const organisationId = actor.organisation?.id ?? note.missionLocaleId;
    await this.audit.record({
      actor,
      command: 'evaluation.write',
      resource: { type: 'evaluation', id: note.id },
      organisationId,
      effectiveOn: note.writtenOn,
      result: 'done',
    });
    await this.outbox.publish({
      name: NOTE_WRITTEN,
      organisationId,
      subjectId: note.id,
      payload: { missionLocaleId: note.missionLocaleId, unitId: note.unitId },
      correlationId: actor.correlationId,
    });
  }
}

const NO_PARTNER: FieldIssue = {
  pointer: '/partner',
  code: 'constraint-error',
  detail: 'Choisissez un partenaire lié à votre organisme par une convention ce mois-là.',
};
