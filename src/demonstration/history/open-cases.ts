import { addDays, nextWorkingDay } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { HistoryInput, NamedOutline } from './plan-history.js';
import type { Story } from './planned-case.js';

/** Unit, where the case stands, days since it was referred. */
type Row = readonly [string, Story, number];

/**
 * What is open at the organisations of the machine clients: few cases, so that their files can be read
 * at a glance (contract.md 5: at most 10 in each stock). Those selected await their day of incorporation.
 */
const OPEN: Readonly<Record<string, readonly Row[]>> = {
  '97411S00': [
    ['RSMA-RE', 'waiting', 3],
    ['RSMA-RE', 'waiting', 30],
    ['RSMA-RE', 'under-way', 33],
    ['RSMA-RE', 'under-way', 36],
    ['RSMA-RE', 'under-way', 40],
    ['RSMA-RE', 'under-way', 45],
    ['SMV-BREST', 'waiting', 12],
    ['RSMA-RE', 'draft', 2],
    ['RSMA-RE', 'selected', 10],
    ['RSMA-RE', 'selected', 11],
  ],
  '97600S00': [
    ['RSMA-YT', 'waiting', 4],
    ['RSMA-YT', 'waiting', 28],
    ['RSMA-YT', 'under-way', 31],
    ['RSMA-YT', 'under-way', 35],
    ['RSMA-YT', 'under-way', 42],
    ['SMV-BREST', 'waiting', 20],
    ['RSMA-YT', 'draft', 5],
    ['RSMA-YT', 'selected', 10],
  ],
  '97410S00': [['RSMA-RE', 'under-way', 38]],
  '97415S00': [['RSMA-RE', 'waiting', 29]],
  '97416S00': [['RSMA-RE', 'under-way', 44]],
};

/** The open cases of a mission locale whose unit, or itself, has a machine client. */
export function openCases(
  { units, today }: HistoryInput,
  missionLocale: Organisation,
): NamedOutline[] {
  const rows = OPEN[missionLocale.code] ?? [];
  return rows.flatMap(([unitCode, story, daysAgo], index): NamedOutline[] => {
    const unit = units.find(({ code }) => code === unitCode);
    if (!unit) return [];
    const working = nextWorkingDay(missionLocale.territory, addDays(today, -daysAgo - 4));
    // A draft has no day of referral yet; the others keep two days before today.
    const referredOn = working < addDays(today, -1) ? working : addDays(today, -2);
    return [
      {
        name: `${missionLocale.code} open ${index}`,
        missionLocale,
        unit,
        referredOn,
        story,
        pace: 'brisk',
        member: null,
      },
    ];
  });
}
