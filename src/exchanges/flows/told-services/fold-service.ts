import type { AsOf, LocalDate } from '../../../kernel/index.js';
import type { ServiceFacts } from '../../../volunteers/index.js';
import type { RowRefusal } from '../row-fates.js';
import { exitFacet, type ToldExit } from './exit-facet.js';
import { foldFacet, sayingsOf, type FoldedFacet, type ToldService } from './fold-facet.js';
import { incorporationFacet } from './incorporation-facet.js';
import { hasMonth, latestMonth, presenceFacet, type ToldMonths } from './presence-facet.js';
import type { ServiceFact, ServiceRow } from './service-fact.js';

/** What is known besides what was said. */
export interface ServiceContext {
  readonly isSelected: boolean;
  readonly today: LocalDate;
}

/** A service as all that was said of it makes it. */
export interface FoldedService {
  readonly facts: ServiceFacts;
  /** The months of presence that stand, the latest one among them. */
  readonly months: ToldMonths;
  /** The exit as a file gave it; null when nobody did, or somebody else told it last. */
  readonly exitInput: ToldExit['input'];
  /** From when the latest of what was taken is known. */
  readonly asOf: AsOf | null;
  /** Rows that say what the service now is. */
  readonly standing: ReadonlySet<ServiceRow>;
  readonly refused: ReadonlyMap<ServiceRow, RowRefusal>;
  readonly contradicting: ReadonlySet<ServiceRow>;
}

/**
 * Pure: who was incorporated, then who left, then who was there. Each part is told in the order of its
 * reference dates, so that any order of delivery gives one state (exchange.md 7.e.2): an exit that
 * overtakes its incorporation counts as soon as that one comes.
 */
export function foldService(
  told: ToldService,
  { isSelected, today }: ServiceContext,
): FoldedService {
  const sayings = sayingsOf(told);
  // Who was there is refused by the day of incorporation and the exit; the end it says moves neither.
  const whoever = incorporationFacet({ isSelected, today, uncounted: new Set() });
  const { value: begun } = foldFacet(whoever, sayings);
  const ending = foldFacet(exitFacet(begun, today), sayings);
  const { exit, isExited, input } = ending.value;
  const presences = presenceFacet({ incorporation: begun, exit: ending.value, today });
  const presence = foldFacet(presences, sayings);
  const without = uncounted(told.rows, presence);
  const beginnings = incorporationFacet({ isSelected, today, uncounted: without });
  const beginning = foldFacet(beginnings, sayings);
  const incorporation = beginning.value;
  const facets = { incorporation: beginning, exit: ending, presence } as const;
  const own = (said: ServiceRow): FoldedFacet<unknown> => facets[said.fact.kind];
  const isStanding = {
    incorporation: (said) => beginnings.isSaid(incorporation, said),
    exit: (said) => exitFacet(incorporation, today).isSaid(ending.value, said),
    presence: (said) => presences.isSaid(presence.value, said),
  } satisfies Record<ServiceFact['kind'], (said: ServiceRow) => boolean>;
  const taken = told.rows.filter((said) => own(said).taken.has(said));
  return {
    facts: incorporation
      ? { incorporation, presence: latestMonth(presence.value), exit, isExited }
      : { incorporation: null, presence: null, exit: null, isExited: false },
    months: incorporation ? presence.value : [],
    exitInput: input,
    asOf: latest(told, new Set(taken)),
    standing: new Set(taken.filter((said) => isStanding[said.fact.kind](said))),
    refused: new Map(
      told.rows.flatMap((said) => {
        const refusal = own(said).refused.get(said);
        return refusal ? [[said, refusal] as const] : [];
      }),
    ),
    contradicting: new Set(told.rows.filter((said) => own(said).contradicting.has(said))),
  };
}

/** Months of presence that are refused or taken back: the end they say does not count either. */
function uncounted(
  rows: readonly ServiceRow[],
  presence: FoldedFacet<ToldMonths>,
): Set<ServiceRow> {
  return new Set(
    rows.filter(
      (said) =>
        said.fact.kind === 'presence' &&
        (said.lineType === 'ANNULATION' ||
          presence.refused.has(said) ||
          !hasMonth(presence.value, said.fact.presence)),
    ),
  );
}

function latest(told: ToldService, taken: ReadonlySet<ServiceRow>): AsOf | null {
  const counting = sayingsOf(told).filter((one) => one.kind === 'act' || taken.has(one.said));
  return counting.at(-1)?.asOf ?? null;
}
