import { ReferCheckController } from './check/check.controller.js';
import { ReferDetailsController } from './details/details.controller.js';
import { ReferDropController } from './drop/drop.controller.js';
import { ReferStartController } from './start/start.controller.js';

/** The pages on which an adviser refers somebody, in their order. */
export const REFER_CONTROLLERS = [
  ReferStartController,
  ReferDetailsController,
  ReferCheckController,
  ReferDropController,
];
