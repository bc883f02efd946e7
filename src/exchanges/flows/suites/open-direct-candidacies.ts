import { Injectable } from '@nestjs/common';
import { Ids } from '../../../kernel/index.js';
import { CandidacyChanges, type Candidacy } from '../../../candidacies/index.js';
import {
  NO_CONTACT,
  People,
  RegisterPeople,
  type BirthDate,
  type PersonDetails,
  type PersonRecord,
  type PersonToSave,
} from '../../../people/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { actorOfLine } from '../row-fates.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import type { AnswerRow } from './columns.js';
import type { Answer } from './decide-answer.js';
import { describedByControl } from '../control-identity.js';

/** A file opened for a direct applicant, whom it is about, and what is to be said of it. */
export interface OpenedDirect {
  readonly candidacy: Candidacy;
  readonly person: PersonRecord;
  readonly remarks: readonly RowFaultCode[];
}

/**
 * Opens the unit's files of people no mission locale referred. Only their control identity is known:
 * three traits never link two people, so each file is about a person of its own (exchange.md 7.f).
 * Who may have applied before under another number is said, and merged by two people or not at all.
 */
@Injectable()
export class OpenDirectCandidacies {
  constructor(
    private readonly registerPeople: RegisterPeople,
    private readonly people: People,
    private readonly changes: CandidacyChanges,
    private readonly ids: Ids,
  ) {}

  /** The candidacies opened, by line of the file. */
  async execute(
    answers: readonly Answer[],
    context: ApplyContext,
  ): Promise<ReadonlyMap<number, OpenedDirect>> {
    const unitId = context.emitter.id;
    const homonyms = await this.registerPeople.homonymsOf(
      unitId,
      answers.map(({ row }) => describedByControl(row)),
    );
    const opened = answers.map((answer) => {
      const person = this.personOf(answer.row);
      return { answer, person, after: this.candidacyOf(answer, person.found.personId, unitId) };
    });
    await this.registerPeople.save(
      unitId,
      opened.map(({ person }) => person),
    );
    await this.people.shareAll(
      opened.map(({ after }) => ({
        personId: after.personId,
        ownerId: unitId,
        recipientId: unitId,
        from: after.stateOn,
      })),
    );
    await this.changes.open(
      opened.map(({ answer, after }) => ({
        after,
        effectiveOn: after.stateOn,
        actor: actorOfLine(context, answer.line),
      })),
    );
    return new Map(
      opened.map(({ answer, person: { details }, after }, index) => {
        const remarks = homonyms[index] ? (['HOMONYME_POSSIBLE'] as const) : [];
        const person = { ...details, id: after.personId, organisationId: unitId, version: 1 };
        return [answer.line, { candidacy: after, person, remarks }];
      }),
    );
  }

  private personOf(row: AnswerRow): PersonToSave {
    const personId = this.ids.uuid();
    return {
      found: { kind: 'registered', personId, gaps: [], record: null },
      details: detailsOf(row),
      saidOn: null,
    };
  }

  private candidacyOf({ row }: Answer, personId: string, unitId: string): Candidacy {
    return {
      id: this.ids.uuid(),
      unitId,
      // A mission locale does not learn from here who applied on their own (domain.md 7.6).
      missionLocaleId: null,
      referralId: null,
      personId,
      personOwnerId: unitId,
      origin: row.origine_candidature,
      unitFileNumber: row.numero_dossier_unite,
      state: 'received',
      stateOn: row.date_etat,
      acknowledgedOn: null,
      convokedOn: null,
      decision: null,
      asOf: null,
      version: 1,
    };
  }
}

function detailsOf(row: AnswerRow): PersonDetails {
  return {
    imiloId: null,
    identity: {
      birthName: row.nom_naissance,
      usageName: null,
      firstNames: [row.prenom_1],
      sex: null,
      birthDate: row.date_naissance as string as BirthDate,
      birthPlaceCode: null,
      birthPlaceLabel: null,
    },
    contact: NO_CONTACT,
  };
}
