import { addDays, type LocalDate } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { SeededRandom } from '../seeded-random.js';
import type { Member, PlannedStep, Story, UnitStep } from './planned-case.js';
import { drawOutcome, outcomeOfMember, planOutcome } from './plan-outcome.js';

/** Days a unit takes between two steps: at its ease, or so that nothing stays open for long. */
export const PACES = {
  usual: { acknowledge: 4, evaluate: 9, convoke: 14, decide: 16, close: 45, reopen: 200 },
  brisk: { acknowledge: 2, evaluate: 4, convoke: 6, decide: 8, close: 15, reopen: 200 },
} as const;
export type Pace = keyof typeof PACES;

/** What the steps are planned from. */
export interface StoryOutline {
  readonly random: SeededRandom;
  readonly story: Story;
  readonly pace: Pace;
  readonly referredOn: LocalDate;
  /** Last day of the history: what would come later has not happened yet. */
  readonly until: LocalDate;
  readonly unitFileNumber: string;
  readonly unit: Organisation;
  readonly member: Member | null;
}

/** The steps of a case, in their order, as far as they have come. */
export function planSteps(outline: StoryOutline): PlannedStep[] {
  return stepsOf(outline).filter(({ on }) => on <= outline.until);
}

function stepsOf(outline: StoryOutline): PlannedStep[] {
  switch (outline.story) {
    case 'draft':
    case 'waiting':
      return [];
    case 'under-way':
      return begin(outline, outline.random.between(1, 3)).steps;
    case 'withdrawn':
      return endedByMissionLocale(outline, 'withdraw', 10);
    case 'unanswered':
      return endedByMissionLocale(outline, 'lapse', 65);
    case 'closed':
      return closedWithoutDecision(outline);
    case 'decided':
      return [...decision(outline), ...closure(outline)];
    case 'selected':
      return justSelected(outline);
    case 'reopened':
      return takenUpAgain(outline);
  }
}

/** A file just started: its steps so far, and the day of the last. */
interface Begun {
  readonly steps: UnitStep[];
  readonly day: LocalDate;
}

function begin({ random, pace, referredOn, unitFileNumber }: StoryOutline, length: number): Begun {
  const commands = ['acknowledge', 'evaluate', 'convoke'] as const;
  const steps: UnitStep[] = [];
  let day = referredOn;
  for (const command of commands.slice(0, length)) {
    day = addDays(day, random.between(1, PACES[pace][command]));
    const number = command === 'acknowledge' ? { unitFileNumber } : {};
    steps.push({ side: 'unit', command, on: day, ...number });
  }
  return { steps, day };
}

function decision(outline: StoryOutline): UnitStep[] {
  const { random, pace, unit, member } = outline;
  const { steps, day } = begin(outline, random.chance(0.8) ? 3 : 2);
  const on = addDays(day, random.between(1, PACES[pace].decide));
  const outcome = member
    ? outcomeOfMember(random, on, member, unit.code)
    : planOutcome(random, on, drawOutcome(random, unit.code), unit.code);
  return [...steps, { side: 'unit', command: 'decide', on, outcome }];
}

/** Selected within eight days, so that the day of incorporation is still to come; in no stock any more. */
function justSelected(outline: StoryOutline): UnitStep[] {
  const { random, unit } = outline;
  const { steps, day } = begin(outline, 2);
  const on = addDays(day, random.between(1, 2));
  const outcome = planOutcome(random, on, 'APTE_RETENU', unit.code);
  return [
    ...steps,
    { side: 'unit', command: 'decide', on, outcome },
    { side: 'unit', command: 'close', on: addDays(on, 1) },
  ];
}

/** Nothing more is expected of a decided file, sooner or later. */
function closure(outline: StoryOutline): UnitStep[] {
  const { random, pace, referredOn } = outline;
  const { acknowledge, evaluate, convoke, decide, close } = PACES[pace];
  if (pace === 'usual' && random.chance(0.2)) return [];
  const decidedBefore = addDays(referredOn, acknowledge + evaluate + convoke + decide);
  return [{ side: 'unit', command: 'close', on: addDays(decidedBefore, random.between(1, close)) }];
}

function closedWithoutDecision(outline: StoryOutline): UnitStep[] {
  const { steps, day } = begin(outline, 1);
  const on = addDays(day, outline.random.between(5, 20));
  return [...steps, { side: 'unit', command: 'close', on }];
}

function endedByMissionLocale(
  outline: StoryOutline,
  command: 'withdraw' | 'lapse',
  latest: number,
): PlannedStep[] {
  const { random } = outline;
  const { steps, day } = begin(outline, command === 'withdraw' ? random.between(0, 1) : 0);
  const on = addDays(day, random.between(Math.ceil(latest / 2), latest));
  return [...steps, { side: 'mission-locale', command, on }];
}

/** Put off, taken up again from the day it was put off to, then retained. */
function takenUpAgain(outline: StoryOutline): UnitStep[] {
  const { random, pace, unit } = outline;
  const { steps, day } = begin(outline, 3);
  const firstOn = addDays(day, random.between(1, PACES[pace].decide));
  const first = planOutcome(random, firstOn, 'AJOURNE', unit.code);
  const reopenOn = addDays(first.reexaminationOn ?? firstOn, random.between(0, 10));
  const secondOn = addDays(reopenOn, random.between(5, 20));
  return [
    ...steps,
    { side: 'unit', command: 'decide', on: firstOn, outcome: first },
    { side: 'unit', command: 'reopen', on: reopenOn },
    {
      side: 'unit',
      command: 'decide',
      on: secondOn,
      outcome: planOutcome(random, secondOn, 'APTE_RETENU', unit.code),
    },
    { side: 'unit', command: 'close', on: addDays(secondOn, PACES[pace].close) },
  ];
}
