import type { LocalDate } from '../../../kernel/index.js';
import type { PersonStep } from '../../../referrals/index.js';
import { RETURNS_PATH, type ReturnView } from '../../../returns/index.js';
import {
  VOLUNTEERS_PATH,
  type AwaitedIncorporation,
  type Volunteer,
} from '../../../volunteers/index.js';
import type { FollowUpView } from '../../http/follow-up.view.js';
import { answerPath, MILESTONE_WORDS } from '../follow-up-words.js';
import type { Milestone } from '../../domain/code-lists.js';

/** A service with the name of its unit. */
export interface NamedService {
  readonly volunteer: Pick<Volunteer, 'id' | 'state' | 'incorporatedOn' | 'plannedEndOn' | 'exit'>;
  readonly unit: string;
}

type StepReturn = Pick<ReturnView, 'id' | 'state' | 'next' | 'missionLocale' | 'unit'>;

/** What is known of somebody whom a unit retained. */
export interface KnownPath {
  readonly returns: readonly StepReturn[];
  readonly services: readonly NamedService[];
  readonly awaited: readonly { readonly awaited: AwaitedIncorporation; readonly unit: string }[];
  readonly followUps: readonly FollowUpView[];
}

/**
 * The one thing that is next: a return that waits comes before all, then the service that goes on, then
 * an incorporation to come. What was only prepared waits until the service ended.
 */
export function stepNow({ returns, services, awaited }: KnownPath): PersonStep | null {
  const waiting = returns.find(({ state }) => state === 'open' || state === 'acknowledged');
  if (waiting) return returnStep(waiting);
  const going = services.find(({ volunteer: { state } }) =>
    ['in-service', 'postponed'].includes(state),
  );
  if (going) return serviceStep(going);
  const [first] = awaited;
  if (!first) return null;
  return {
    inCharge: first.unit,
    action: 'Incorporer le jeune',
    dueOn: first.awaited.plannedIncorporationOn,
    href: VOLUNTEERS_PATH,
  };
}

/** What became of whoever left: the milestone that is asked now, else the next one. */
export function stepLater({ followUps }: KnownPath): PersonStep | null {
  const asked = followUps.find(({ state }) => state === 'open');
  const next = asked ?? followUps.find(({ state }) => state === 'upcoming');
  if (!next) return null;
  return {
    inCharge: next.missionLocale.name,
    action: `Renseigner le devenir à ${MILESTONE_WORDS[next.milestone as Milestone]}`,
    dueOn: (asked ? next.closesOn : next.dueOn) as LocalDate,
    href: asked ? answerPath(next) : `${VOLUNTEERS_PATH}/${next.volunteerId}`,
  };
}

function returnStep({ id, next, missionLocale, unit }: StepReturn): PersonStep {
  return {
    inCharge: (missionLocale ?? unit).name,
    action: next?.label ?? '',
    dueOn: (next?.dueOn ?? null) as LocalDate | null,
    href: `${RETURNS_PATH}/${id}`,
  };
}

function serviceStep({ volunteer, unit }: NamedService): PersonStep {
  const { id, state, incorporatedOn, plannedEndOn, exit } = volunteer;
  const href = `${VOLUNTEERS_PATH}/${id}`;
  if (state === 'postponed') {
    return { inCharge: unit, action: 'Incorporer le jeune', dueOn: incorporatedOn, href };
  }
  const action = exit ? 'Enregistrer la sortie annoncée' : 'Fin du service';
  return { inCharge: unit, action, dueOn: exit?.exitedOn ?? plannedEndOn, href };
}
