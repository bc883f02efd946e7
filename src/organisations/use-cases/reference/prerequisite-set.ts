import { ReferenceKeeper } from './reference-keeper.js';

/** Keeps which prerequisites each scheme asks for. Answered by the referrals, which are above. */
export abstract class PrerequisiteSetKeeper extends ReferenceKeeper {}
