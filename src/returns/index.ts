export * from './domain/code-lists.js';
export * from './domain/deadline.rules.js';
export * from './domain/decide-return.js';
export { proposeTransfer } from './domain/decide-transfer.js';
export * from './domain/errors.js';
export * from './domain/return-episode.js';
export * from './domain/return.machine.js';
export * from './domain/retell-return.js';
export type { SilenceFigure } from './domain/silence.rules.js';
export * from './domain/transfer-codes.js';
export { returnTransferMachine, type TransferCommand } from './domain/transfer.machine.js';
export * from './use-cases/ports.js';
export { AttachLeavers, type Leaver } from './use-cases/attach-leavers.js';
export { partsOfPerson } from './use-cases/make-proposal.js';
export * from './use-cases/return-changes.js';
export * from './use-cases/return-places.js';
export * from './use-cases/returns-of-volunteers.js';
export * from './use-cases/run-return-command.js';
export * from './use-cases/transfer-changes.js';
export * from './use-cases/transfer-ports.js';
export { ConsultSilences } from './use-cases/consult-silences.js';
export { RETURN_PROBLEMS } from './http/return-problems.js';
export { ReturnPresenter } from './http/return.presenter.js';
export type { ReturnView } from './http/return.view.js';
export {
  CAUSE_WORDS as RETURN_CAUSE_WORDS,
  STATE_WORDS as RETURN_STATE_WORDS,
} from './web/return-words.js';
export { RETURNS_PATH } from './web/worklist/worklist-search.js';
export { ReturnHome, type ReturnTask } from './web/home/return-home.js';
