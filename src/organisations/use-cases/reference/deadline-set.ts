import { ReferenceKeeper } from './reference-keeper.js';

/** Keeps the lengths of time set otherwise than shipped. Answered by the returns, which are above. */
export abstract class DeadlineSetKeeper extends ReferenceKeeper {}
