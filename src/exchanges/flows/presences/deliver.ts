import { Injectable } from '@nestjs/common';
import { parseMonthText } from '../../../volunteers/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { ChangedService } from '../../use-cases/changed-services.js';
import { namingCells } from '../named-row.js';
import {
  DeliverServices,
  type ServiceLine,
  type TellableService,
} from '../told-services/deliver-services.js';
import type { PRESENCES } from './flow.js';
import { keptMonths, monthNews, readToldMonths, toldAfter, type ToldMonth } from './told-months.js';

type Said = SaidRow<typeof PRESENCES>;

/**
 * CEU to a mission locale: the latest month that the unit spoke of, and what became of the months that it
 * was told of before: each that does not stand any more is annulled once, whatever was told since.
 */
@Injectable()
export class DeliverPresences extends DeliverServices<typeof PRESENCES> {
  protected override readonly part = 'CEU';

  protected override linesOf(
    service: TellableService,
    change: ChangedService,
  ): ServiceLine<typeof PRESENCES>[] {
    const told = readToldMonths(change.toldSaid);
    const news = monthNews({
      told,
      standing: change.months.flatMap((text) => parseMonthText(text) ?? []),
      latest: latestOf(service),
      isAgain: change.isForgotten,
    });
    const said = keptMonths(toldAfter(told, news));
    return news.flatMap((month) => {
      const row = rowOf(service, month);
      return row ? [{ row, told: toldOf(month, told, change), said }] : [];
    });
  }
}

function latestOf({ volunteer }: TellableService): ToldMonth | null {
  const { presence, plannedEndOn } = volunteer;
  return presence && plannedEndOn ? { ...presence, plannedEndOn, isTakenBack: false } : null;
}

/** An annulment names the month that it takes back; what was never told is a situation like any other. */
function toldOf(
  { month, isTakenBack }: ToldMonth,
  told: readonly ToldMonth[],
  change: ChangedService,
): ServiceLine<typeof PRESENCES>['told'] {
  if (isTakenBack) return { month, isUndone: true, isCorrected: false };
  const before = told.find((one) => one.month === month && !one.isTakenBack);
  return before && change.told ? { ...change.told, isUndone: false } : null;
}

function rowOf(service: TellableService, said: ToldMonth): Said | null {
  const naming = namingCells(service);
  if (!naming) return null;
  return {
    ...naming,
    mois: said.month,
    en_service: said.isInService,
    absence_longue: said.isLongAbsent,
    date_fin_prevue: said.plannedEndOn,
  };
}
