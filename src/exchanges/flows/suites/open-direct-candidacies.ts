import { Injectable } from '@nestjs/common';
import { Ids } from '../../../kernel/index.js';
import { CandidacyChanges, type Candidacy } from '../../../candidacies/index.js';
import {
  NO_CONTACT,
  People,
  RegisterPeople,
  type BirthDate,
  type PersonDetails,
} from '../../../people/index.js';
import type { ApplyContext, CheckedRow } from '../../use-cases/flow-ports.js';
import type { AnswerRow } from './columns.js';

/** A file opened for a direct applicant, or the reason why a human has to look first. */
export type DirectOpening =
  | { readonly kind: 'opened'; readonly candidacy: Candidacy }
  | { readonly kind: 'doubtful'; readonly reason: 'IDENTITE_INCOHERENTE' | 'HOMONYME_POSSIBLE' };

type Answer = CheckedRow & { readonly row: AnswerRow };

/** Opens the unit's files of people no mission locale referred; only their control identity is known. */
@Injectable()
export class OpenDirectCandidacies {
  constructor(
    private readonly registerPeople: RegisterPeople,
    private readonly people: People,
    private readonly changes: CandidacyChanges,
    private readonly ids: Ids,
  ) {}

  /** By line of the file. */
  async execute(
    answers: readonly Answer[],
    context: ApplyContext,
  ): Promise<Map<number, DirectOpening>> {
    const { emitter, actor } = context;
    const registered = await this.registerPeople.execute(
      emitter.id,
      answers.map(({ row }) => detailsOf(row)),
    );
    const openings = new Map<number, DirectOpening>();
    for (const [index, answer] of answers.entries()) {
      const person = registered[index];
      if (!person) continue;
      openings.set(
        answer.line,
        person.kind === 'doubtful'
          ? { kind: 'doubtful', reason: person.reason }
          : { kind: 'opened', candidacy: this.candidacyOf(answer, person.personId, emitter.id) },
      );
    }
    const opened = answers.flatMap(({ line, row }) => {
      const opening = openings.get(line);
      return opening?.kind === 'opened' ? [{ after: opening.candidacy, day: row.date_etat }] : [];
    });
    await this.people.shareAll(
      opened.map(({ after, day }) => ({
        personId: after.personId,
        ownerId: emitter.id,
        recipientId: emitter.id,
        from: day,
      })),
    );
    await this.changes.open(opened.map(({ after, day }) => ({ after, effectiveOn: day, actor })));
    return openings;
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
