import { ActionForm } from '../../../../platform/pages/index.js';
import { NEW_PATH } from '../refer-paths.js';
import { AGAIN_STEP } from './again-step.js';

interface ReferAgainProps {
  /** Of the referral to take up. */
  readonly id: string;
  readonly label: string;
}

/** One gesture: a new referral is begun from what the former one said. */
export function ReferAgain({ id, label }: ReferAgainProps) {
  return (
    <ActionForm
      action={NEW_PATH}
      label={label}
      kind="secondary"
      values={{ etape: AGAIN_STEP, orientation: id }}
    />
  );
}
