import type { Instant } from '../../kernel/index.js';

/** Two files of an organisation said to be one person (exchange.md 7.f): one proposes, another decides. */
export interface PersonMerge {
  readonly id: string;
  readonly organisationId: string;
  /** The file that stays; the merged one points to it while the merge stands. */
  readonly keptId: string;
  readonly mergedId: string;
  readonly state: 'proposed' | 'confirmed' | 'refused' | 'undone';
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

export type MergeCommand = 'confirm' | 'refuse' | 'undo';

/** Why a command on a merge does not pass. */
export type MergeRefusal = 'second-person-needed' | 'not-possible-now';

const FROM: Readonly<Record<MergeCommand, PersonMerge['state']>> = {
  confirm: 'proposed',
  refuse: 'proposed',
  undo: 'confirmed',
};

/** What may be done next with a merge, whoever does it. */
export function mergeCommands({ state }: Pick<PersonMerge, 'state'>): readonly MergeCommand[] {
  return (Object.keys(FROM) as MergeCommand[]).filter((command) => FROM[command] === state);
}

/** Two people are needed to say that two files are one person; undoing takes one. */
export function mergeRefusal(
  { state, proposedBy }: Pick<PersonMerge, 'state' | 'proposedBy'>,
  command: MergeCommand,
  by: string,
): MergeRefusal | undefined {
  if (FROM[command] !== state) return 'not-possible-now';
  return command !== 'undo' && by === proposedBy ? 'second-person-needed' : undefined;
}
