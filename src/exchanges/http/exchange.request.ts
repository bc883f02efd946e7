import type { CodeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText, Text } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { EXCHANGE_FILE_STATES, type ExchangeFileState } from '../domain/exchange-file.js';

const STATES: CodeList = {
  name: 'state',
  about: 'État du dépôt',
  values: EXCHANGE_FILE_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/exchanges`. */
export class ListExchangesRequest extends PageRequest {
  @OptionalText({ max: 3, about: 'Code du flux' })
  readonly flow?: string | null;

  @OptionalText({ max: 10, about: 'Période : un mois, ou un jour pour la nature S' })
  readonly period?: string | null;

  @OptionalCodeOf(STATES)
  readonly state?: ExchangeFileState | null;
}

/** Body of `POST /api/v1/exchanges/{id}/commands/confirm` (contract.md 2). */
export class ConfirmExchangeRequest {
  @Text({ max: 60, about: 'Code de l’anomalie que vous confirmez', example: 'DATE_FICHIER_FUTURE' })
  readonly code: string;
}
