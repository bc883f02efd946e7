import { ApiProperty } from '@nestjs/swagger';
import { Uuid } from '../../platform/fields/index.js';
import { mergeCommands, type PersonMerge } from '../domain/person-merge.js';
import type { Lookalikes } from '../use-cases/find-lookalikes.js';
import { youngPersonView, YoungPersonView } from './young-person.view.js';

/** Body of `POST /api/v1/person-merges`. */
export class ProposeMergeRequest {
  @Uuid({ about: 'Le dossier qui reste' })
  readonly keptId: string;

  @Uuid({ about: 'Le dossier qui renverra au premier' })
  readonly mergedId: string;
}

/** Two files said to be one person; it names nobody. */
export class PersonMergeView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ format: 'uuid' })
  readonly keptId: string;
  @ApiProperty({ format: 'uuid' })
  readonly mergedId: string;
  @ApiProperty({ enum: ['proposed', 'confirmed', 'refused', 'undone'] })
  readonly state: string;
  @ApiProperty({ format: 'date-time' })
  readonly proposedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly decidedAt: string | null;
  @ApiProperty({ type: [String], enum: ['confirm', 'refuse', 'undo'], isArray: true })
  readonly availableCommands: readonly string[];
}

/** A file that may be about the same person. */
export class LookalikeView {
  @ApiProperty({ type: YoungPersonView })
  readonly person: YoungPersonView;
  @ApiProperty({ enum: ['very-likely', 'possible'] })
  readonly band: string;
  @ApiProperty({ example: 27.8, description: 'Poids, moins celui du nombre de dossiers' })
  readonly weight: number;
}

/** The files that look like one, the likeliest first. */
export class LookalikesView {
  @ApiProperty({ type: [LookalikeView] })
  readonly items: readonly LookalikeView[];
  @ApiProperty({ description: 'Trop de dossiers se ressemblent : seuls les premiers sont montrés' })
  readonly isTooMany: boolean;
}

export function personMergeView(merge: PersonMerge): PersonMergeView {
  const { id, keptId, mergedId, state, proposedAt, decidedAt } = merge;
  const availableCommands = mergeCommands(merge);
  return { id, keptId, mergedId, state, proposedAt, decidedAt, availableCommands };
}

export function lookalikesView({ ranked, isTooMany }: Lookalikes): LookalikesView {
  const items = ranked.map(({ candidate, band, posterior }) => ({
    person: youngPersonView(candidate),
    band,
    weight: posterior / 10,
  }));
  return { items, isTooMany };
}
