import type { ActingRole, Machine } from '../../kernel/index.js';
import { REFERRAL_STATES, type Referral, type ReferralState } from './referral.js';

/** Commands of the mission locale, then those that follow from the unit's side of the file. */
export type ReferralCommand =
  'submit' | 'withdraw' | 'lapse' | 'receive' | 'decide' | 'reopen' | 'restate' | 'correct-person';

/**
 * Who acts on a referral; `candidacy` = it follows what the unit did on its side, `young-person` = what
 * its mission locale corrected of the young person.
 */
export type ReferralRole = ActingRole | 'candidacy' | 'young-person';

const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine', 'ml-file'] as const;
const UNIT_SIDE = ['candidacy'] as const;
/** A draft was never sent: no file speaks of it. */
const SENT_STATES = REFERRAL_STATES.filter((state) => state !== 'draft');

/** Life-cycle of a referral (domain.md 3.1, contract.md 2). */
export const referralMachine: Machine<
  ReferralState,
  ReferralCommand,
  ReferralRole,
  Pick<Referral, 'state'>,
  undefined,
  never
> = {
  name: 'referral',
  initial: 'draft',
  final: ['withdrawn'],
  states: REFERRAL_STATES,
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: MISSION_LOCALE,
      emits: 'referral.submitted.v1',
      about: 'La mission locale transmet l’orientation à l’unité.',
    },
    withdraw: {
      from: ['draft', 'submitted', 'received'],
      to: 'withdrawn',
      by: MISSION_LOCALE,
      emits: 'referral.withdrawn.v1',
      about: 'Le jeune renonce ou la mission locale retire l’orientation.',
    },
    // Silence is never a refusal: the referrer is freed, a late answer is still possible.
    lapse: {
      from: ['submitted', 'received'],
      to: 'lapsed',
      by: [...MISSION_LOCALE, 'system', 'candidacy'],
      emits: 'referral.lapsed.v1',
      about: 'L’unité n’a pas répondu : l’orientation est dite « sans réponse ».',
    },
    receive: {
      from: ['submitted', 'lapsed'],
      to: 'received',
      by: UNIT_SIDE,
      emits: 'referral.received.v1',
      about: 'L’unité accuse réception.',
    },
    decide: {
      from: ['submitted', 'received', 'decided', 'lapsed'],
      to: 'decided',
      by: UNIT_SIDE,
      emits: 'referral.decided.v1',
      about: 'L’unité a rendu sa décision.',
    },
    reopen: {
      from: ['decided'],
      to: 'received',
      by: UNIT_SIDE,
      emits: 'referral.reopened.v1',
      about: 'L’unité reprend l’examen après un ajournement.',
    },
    // What was said by mistake never counted: even a withdrawal is taken back (exchange.md 7.e.3).
    restate: {
      from: SENT_STATES,
      to: SENT_STATES,
      isUndoing: true,
      by: ['ml-file', ...UNIT_SIDE],
      emits: 'referral.restated.v1',
      about:
        'Un fichier a été remplacé, annulé ou reçu en retard : l’orientation redevient ce que disent tous les autres.',
    },
    'correct-person': {
      from: ['submitted', 'received'],
      to: ['submitted', 'received'],
      by: ['young-person'],
      emits: 'referral.person-corrected.v1',
      about:
        'La mission locale corrige l’identité ou les coordonnées du jeune : l’orientation reste dans son état.',
    },
  },
};
