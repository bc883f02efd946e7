import { FlowApplications, type FlowApplication } from './flow-ports.js';

/** The applications of the flows, by code. */
export class FlowRegistry extends FlowApplications {
  constructor(private readonly applications: ReadonlyMap<string, FlowApplication>) {
    super();
  }

  override of(flowCode: string): FlowApplication {
    const application = this.applications.get(flowCode);
    if (!application) throw new Error(`no folder applies the flow ${flowCode}`);
    return application;
  }
}
