import { Injectable } from '@nestjs/common';
import type { SaidMarks } from '../../../candidacies/index.js';
import type { PersonRecord } from '../../../people/index.js';
import { FieldCipher } from '../../../platform/security/index.js';
import { ENGINE_VERSION } from '../../domain/engine.js';
import { headersOf } from '../../flow/index.js';
import type { Answer, DecidedAnswer } from './decide-answer.js';
import { SUITES } from './flow.js';

const PLACE = { table: 'candidacy', column: 'said_mark' };
/** Where a row stands in its file, and the kind of the file, say nothing of the candidacy. */
const NOT_SAID: readonly string[] = ['identifiant_ligne', 'type_ligne', 'periode_rattachement'];
const SAID = headersOf(SUITES).filter((header) => !NOT_SAID.includes(header));

/** A record and its person, as they stand when a row says something of them. */
export interface MarkedVersions {
  readonly candidacyId: string;
  readonly version: number;
  readonly personId: string;
  readonly personVersion: number;
}

/**
 * Marks of rows on the record they speak of (ADR 0029). A mark holds all that was said and the versions it
 * was said of: once one of them has moved, no row has that mark any more. It is keyed, since a row may
 * hold a medical outcome that the record masks.
 */
@Injectable()
export class AnswerMarks {
  constructor(private readonly cipher: FieldCipher) {}

  of({ row }: Answer, { candidacyId, version, personId, personVersion }: MarkedVersions): string {
    const values: Readonly<Record<string, unknown>> = row;
    const said = SAID.map((header) => values[header]);
    const about = [ENGINE_VERSION, SUITES.version, candidacyId, version, personId, personVersion];
    return this.cipher.mark(JSON.stringify([about, said]), PLACE);
  }

  /** The marks that decided rows leave, by candidacy. */
  left(
    answers: readonly Answer[],
    decided: readonly DecidedAnswer[],
    people: ReadonlyMap<string, PersonRecord>,
  ): SaidMarks {
    const marks = new Map<string, string>();
    for (const [index, { standing }] of decided.entries()) {
      const answer = answers[index];
      const person = standing && people.get(standing.personId);
      if (!answer || !person || !mayBeSaidAgain(answer)) continue;
      const { id: candidacyId, version } = standing;
      const versions = { candidacyId, version, personId: person.id, personVersion: person.version };
      marks.set(candidacyId, this.of(answer, versions));
    }
    return marks;
  }
}

/** Only plain statements: a correction, and a row a human decided on, are judged each time. */
export function mayBeSaidAgain({ row, chosenId }: Answer): boolean {
  const isPlain = row.type_ligne === 'SITUATION' || row.type_ligne === 'EVENEMENT';
  return isPlain && chosenId === undefined;
}
