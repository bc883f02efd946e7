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
import {
  isToldOtherwise,
  keptMonths,
  monthNews,
  readToldMonths,
  toldAfter,
  type ToldMonth,
} from './told-months.js';

type Said = SaidRow<typeof PRESENCES>;

/**
 * CEU to a mission locale: the latest month that the unit spoke of, and what became of the months that it
 * was told of before: each that does not stand any more is annulled once, and each that stands otherwise is
 * corrected, whatever was told since.
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
      return row ? [{ row, told: toldOf(month, told), said }] : [];
    });
  }
}

function latestOf({ volunteer }: TellableService): ToldMonth | null {
  const { presence, plannedEndOn } = volunteer;
  return presence && plannedEndOn ? { ...presence, plannedEndOn, isTakenBack: false } : null;
}

/** What is taken back and what is said otherwise name their own month; the rest is a situation like any other. */
function toldOf(now: ToldMonth, told: readonly ToldMonth[]): ServiceLine<typeof PRESENCES>['told'] {
  const { month, isTakenBack: isUndone } = now;
  const isCorrected = isToldOtherwise(told, now);
  return isUndone || isCorrected ? { month, isUndone, isCorrected } : null;
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
