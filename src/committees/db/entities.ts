import { ReportEditionEntity } from './report-edition.entity.js';

/** The table of this feature, for the data source. */
export const COMMITTEE_ENTITIES = [ReportEditionEntity];
