/** The step by which a form asks to take up a former referral. */
export const AGAIN_STEP = 'reprise';
