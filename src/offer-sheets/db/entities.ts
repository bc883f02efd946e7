import { OfferSheetEntity } from './offer-sheet.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const OFFER_SHEET_ENTITIES = [OfferSheetEntity];
