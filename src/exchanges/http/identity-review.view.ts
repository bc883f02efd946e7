import { ApiProperty } from '@nestjs/swagger';
import { faultText, isRowFaultCode } from '../catalogue/index.js';
import type { ReviewFile } from '../use-cases/consult-identity-reviews.js';
import type { IdentityReview } from '../use-cases/ports.js';

/** A row that a human has to look at; it names nobody. */
export class IdentityReviewView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ format: 'uuid' })
  readonly exchangeId: string;
  @ApiProperty({ description: 'Ligne physique, en-tête = 1' })
  readonly line: number;
  @ApiProperty({ example: 'SUI' })
  readonly flow: string;
  @ApiProperty({ example: 'HOMONYME_POSSIBLE' })
  readonly reason: string;
  @ApiProperty()
  readonly reasonText: string;
  @ApiProperty({ enum: ['open', 'same-person', 'different-persons', 'undecidable'] })
  readonly state: string;
  @ApiProperty({ type: [String] })
  readonly candidateIds: readonly string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly chosenId: string | null;
  @ApiProperty({ format: 'date-time' })
  readonly openedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly decidedAt: string | null;
  @ApiProperty({ type: [String], enum: ['decide', 'undo'], isArray: true })
  readonly availableCommands: readonly string[];
}

/** The identity a row carries, as sent. */
export class SentIdentityView {
  @ApiProperty()
  readonly birthName: string;
  @ApiProperty()
  readonly firstName: string;
  @ApiProperty()
  readonly birthDate: string;
  @ApiProperty()
  readonly reference: string;
  @ApiProperty()
  readonly unitFileNumber: string;
}

/** A person on file, with the traits needed to compare and nothing more. */
export class ReviewedPersonView {
  @ApiProperty()
  readonly birthName: string;
  @ApiProperty({ type: String, nullable: true })
  readonly usageName: string | null;
  @ApiProperty({ type: [String] })
  readonly firstNames: readonly string[];
  @ApiProperty()
  readonly birthDate: string;
  @ApiProperty({ type: String, nullable: true })
  readonly sex: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly birthPlaceCode: string | null;
}

/** A piece of a value, and whether the other side does not have it. */
export class TextPartView {
  @ApiProperty()
  readonly text: string;
  @ApiProperty()
  readonly differs: boolean;
}

/** One trait of the row beside that of the file. */
export class ComparedTraitView {
  @ApiProperty({ example: 'Nom de naissance' })
  readonly trait: string;
  @ApiProperty({ example: 'proche' })
  readonly kinship: string;
  @ApiProperty({ example: 3.9 })
  readonly weight: number;
  @ApiProperty({ type: [TextPartView] })
  readonly sent: readonly TextPartView[];
  @ApiProperty({ type: [TextPartView] })
  readonly onFile: readonly TextPartView[];
}

/** A file the row may speak of. */
export class ReviewCandidateView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ enum: ['candidacy', 'referral', 'person'] })
  readonly kind: string;
  @ApiProperty({ type: String, nullable: true })
  readonly reference: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly unitFileNumber: string | null;
  @ApiProperty({ type: ReviewedPersonView, nullable: true })
  readonly person: ReviewedPersonView | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Poids ; 6 et plus concorde' })
  readonly weight: number | null;
  @ApiProperty({ type: [String] })
  readonly reasons: readonly string[];
  @ApiProperty({ type: [ComparedTraitView] })
  readonly traits: readonly ComparedTraitView[];
}

/** The row and the files, side by side. */
export class IdentityReviewFileView extends IdentityReviewView {
  @ApiProperty({ type: String, nullable: true })
  readonly fileName: string | null;
  @ApiProperty({ type: SentIdentityView, nullable: true })
  readonly sent: SentIdentityView | null;
  @ApiProperty({ type: [ReviewCandidateView] })
  readonly candidates: readonly ReviewCandidateView[];
}

/** The view of a review in a list. */
export function identityReviewView(review: IdentityReview): IdentityReviewView {
  const { id, fileId, line, flow, reason, state, candidateIds, chosenId } = review;
  const { openedAt, decidedAt } = review;
  const subject = { title: 'identité', expected: 'l’identité du dossier' };
  const known = isRowFaultCode(reason) ? faultText(reason, null, subject).message : reason;
  return {
    id,
    exchangeId: fileId,
    line,
    flow,
    reason,
    reasonText: known,
    state,
    candidateIds,
    chosenId,
    openedAt,
    decidedAt,
    availableCommands: [state === 'open' ? 'decide' : 'undo'],
  };
}

/** The view of a review opened to be decided. */
export function identityReviewFileView(opened: ReviewFile): IdentityReviewFileView {
  const { review, fileName, sent, candidates } = opened;
  return {
    ...identityReviewView(review),
    fileName,
    sent,
    candidates: candidates.map(({ id, kind, reference, unitFileNumber, person, comparison }) => ({
      id,
      kind,
      reference,
      unitFileNumber,
      person: person ? reviewedPerson(person.identity) : null,
      weight: comparison?.weight ?? null,
      reasons: comparison?.reasons ?? [],
      traits: comparison?.traits ?? [],
    })),
  };
}

type Identity = NonNullable<ReviewFile['candidates'][number]['person']>['identity'];

function reviewedPerson(identity: Identity): ReviewedPersonView {
  const { birthName, usageName, firstNames, birthDate, sex, birthPlaceCode } = identity;
  return { birthName, usageName, firstNames, birthDate, sex, birthPlaceCode };
}
