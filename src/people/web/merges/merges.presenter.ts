import type { Instant, PersonActor } from '../../../kernel/index.js';
import { longInstant } from '../../../platform/french/index.js';
import type { Tone } from '../../../platform/pages/index.js';
import { mergeCommands, type MergeCommand, type PersonMerge } from '../../domain/person-merge.js';
import type { OpenedMerge } from '../../use-cases/consult-merges.js';
import { namedPerson } from './compared-people.js';

export const MERGES_PATH = '/doublons';

/** Where one looks for the files that look like one's own file. */
export function lookalikesPath(personId: string): string {
  return `${MERGES_PATH}/nouveau/${personId}`;
}

/** A merge as one line of the list. */
export interface MergeRow {
  readonly id: string;
  readonly kept: string;
  readonly merged: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly proposed: string;
}

const STATES: Readonly<Record<PersonMerge['state'], MergeRow['state']>> = {
  proposed: { label: 'À décider', tone: 'warning' },
  confirmed: { label: 'Fiches réunies', tone: 'success' },
  refused: { label: 'Deux personnes', tone: 'neutral' },
  undone: { label: 'Fiches séparées', tone: 'neutral' },
};

/** A merge in words. */
export function mergeRow({ merge, kept, merged }: OpenedMerge, timeZone: string): MergeRow {
  return {
    id: merge.id,
    kept: namedPerson(kept),
    merged: namedPerson(merged),
    state: STATES[merge.state],
    proposed: longInstant(merge.proposedAt as Instant, timeZone),
  };
}

/** What somebody may do with a merge, and why nothing when they may not. */
export interface MergeChoice {
  readonly commands: readonly MergeCommand[];
  readonly why: string | null;
}

/** Who proposes on pages that two files are one person, and who decides: the people among those of the API. */
export const MERGE_PROPOSERS = ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager'] as const;
export const MERGE_DECIDERS = ['ml-manager', 'recruiter', 'unit-manager'] as const;

/** Whoever proposed it leaves the decision to somebody else, of a role that decides. */
export function mergeChoice(merge: PersonMerge, actor: PersonActor): MergeChoice {
  const commands = mergeCommands(merge);
  if (commands.length === 0) return { commands, why: null };
  if (!MERGE_DECIDERS.some((role) => role === actor.role)) {
    const why =
      merge.state === 'proposed'
        ? 'Un responsable de votre organisme décide si c’est la même personne.'
        : null;
    return { commands: [], why };
  }
  if (merge.state === 'proposed' && merge.proposedBy === actor.id) {
    const why = 'Vous avez proposé de réunir ces fiches : une autre personne le décide.';
    return { commands: [], why };
  }
  return { commands, why: null };
}
