import type { Type } from '@nestjs/common';
import type { Flow } from '../flow/index.js';
import type { FlowApplication, FlowDelivery } from '../use-cases/flow-ports.js';

/** All that a flow brings: its declaration, who applies its rows and who tells them, what these need. */
export interface FlowFolder<F extends Flow = Flow> {
  readonly flow: F;
  readonly application: Type<FlowApplication>;
  readonly delivery: Type<FlowDelivery<F>>;
  /** Other injectables of the folder. */
  readonly parts: readonly Type[];
}
