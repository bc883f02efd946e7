import type { LocalDate } from '../../../../kernel/index.js';
import { isOpen, type ReferralState } from '../../../domain/referral.js';
import type { ReferralView } from '../../../http/referral.view.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';
import type { PersonStep } from './person-paths.js';

type StepReferral = Pick<
  ReferralView,
  'id' | 'state' | 'unit' | 'missionLocale' | 'referredOn' | 'createdAt' | 'silence'
>;

/** What a referral under way waits for: the mission locale sends it, then the unit answers. */
export function referralStep(views: readonly StepReferral[]): PersonStep | null {
  const open =
    views.find(({ state }) => isOpen({ state: state as ReferralState })) ??
    views.find(({ state }) => state === 'draft');
  if (!open) return null;
  const href = `${WORKLIST_PATH}/${open.id}`;
  const { referredOn } = open;
  if (open.state === 'draft' || referredOn === null) {
    const action = 'Transmettre l’orientation';
    return { inCharge: open.missionLocale.name, action, dueOn: null, href };
  }
  return {
    inCharge: open.unit.name,
    action: 'Répondre à l’orientation',
    dueOn: (open.silence?.freedOn ?? null) as LocalDate | null,
    href,
  };
}
