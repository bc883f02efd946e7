import { candidacyMachine } from '../candidacies/index.js';
import { cejContractMachine, CONTRACT_RECORDED } from '../cej/index.js';
import { REPORT_FROZEN } from '../committees/index.js';
import { directApplicantMachine } from '../direct-applicants/index.js';
import { NOTE_WRITTEN } from '../evaluations/index.js';
import { EXCHANGE_EVENTS } from '../exchanges/index.js';
import { FOLLOW_UP_EVENTS } from '../follow-ups/index.js';
import { informationSessionMachine, SESSION_PLANNED } from '../information-sessions/index.js';
import { SHEET_PUBLISHED } from '../offer-sheets/index.js';
import { referralMachine } from '../referrals/index.js';
import { returnMachine, returnTransferMachine } from '../returns/index.js';
import { volunteerMachine } from '../volunteers/index.js';

/** Every event of the application: those of the life-cycles and those of the files. */
export function eventNames(): ReadonlySet<string> {
  const machines = [
    referralMachine,
    candidacyMachine,
    volunteerMachine,
    returnMachine,
    returnTransferMachine,
    cejContractMachine,
    directApplicantMachine,
    informationSessionMachine,
  ];
  const changes = machines.flatMap(({ transitions }) => Object.values(transitions));
  return new Set([
    ...changes.map(({ emits }) => emits),
    CONTRACT_RECORDED,
    SESSION_PLANNED,
    SHEET_PUBLISHED,
    NOTE_WRITTEN,
    REPORT_FROZEN,
    ...Object.values(FOLLOW_UP_EVENTS),
    ...EXCHANGE_EVENTS,
  ]);
}
