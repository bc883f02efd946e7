import {
  TERRITORIES,
  type CodeList,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';
import {
  Day,
  NestedList,
  OptionalCodeOf,
  OptionalText,
  OptionalWholeNumber,
  Text,
  TextList,
} from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { SHEET_LIMITS } from '../domain/sheet.rules.js';

const TERRITORY_LIST: CodeList = {
  name: 'territory',
  about: 'Territoire de l’unité',
  values: Object.entries(TERRITORIES).map(([code, { name }]) => ({ code, label: name })),
};

/** Query of `GET /api/v1/offer-sheets`. */
export class ListSheetsRequest extends PageRequest {
  @OptionalText({ max: 20, about: 'Code de l’unité' })
  readonly unit?: string | null;

  @OptionalCodeOf(TERRITORY_LIST)
  readonly territory?: TerritoryCode | null;
}

const LINE = { max: SHEET_LIMITS.line, isFree: true };

/** A coming incorporation. */
export class IncorporationRequest {
  @Day({ about: 'Jour de l’incorporation' })
  readonly on: LocalDate;

  @Text({ max: SHEET_LIMITS.place, isFree: true, about: 'Lieu' })
  readonly place: string;

  @OptionalWholeNumber({ min: 0, max: 999, about: 'Nombre de places' })
  readonly places?: number | null;
}

/** What a unit offers: of the unit, never of a person. */
export class PublishSheetRequest {
  @TextList({ max: SHEET_LIMITS.lines, item: LINE, about: 'Filières, une par élément' })
  readonly tracks: string[];

  @TextList({ max: SHEET_LIMITS.lines, item: LINE, about: 'Conditions, une par élément' })
  readonly conditions: string[];

  @Text({ max: 120, isFree: true, about: 'Service à joindre, jamais une personne' })
  readonly contactService: string;

  @OptionalText({ max: 20, about: 'Téléphone du service' })
  readonly contactPhone?: string | null;

  @OptionalText({ max: 254, about: 'Adresse électronique du service' })
  readonly contactEmail?: string | null;

  @NestedList(IncorporationRequest, {
    max: SHEET_LIMITS.incorporations,
    about: 'Incorporations à venir',
  })
  readonly incorporations: IncorporationRequest[];
}
