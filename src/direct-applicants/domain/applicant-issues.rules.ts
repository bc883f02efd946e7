import {
  ageOn,
  lastDay,
  localDate,
  monthOf,
  type FieldIssue,
  type LocalDate,
} from '../../kernel/index.js';
import type { AgeBand } from './code-lists.js';
import type { Agreement } from './direct-applicant.js';

/** What a unit says of somebody whom it did not take. */
export interface SaidApplicant {
  readonly ageBand: AgeBand;
  readonly decidedOn: LocalDate;
  readonly invitedOn: LocalDate;
  readonly agreement: Agreement | null;
}

/** What is wrong with it, on its fields; pure. */
export function applicantIssues(said: SaidApplicant, today: LocalDate): FieldIssue[] {
  const { decidedOn, invitedOn, agreement } = said;
  const found: [boolean, string, string, string][] = [
    [decidedOn > today, '/decidedOn', 'DATE_FUTURE', 'Ce jour n’est pas encore venu.'],
    [invitedOn > today, '/invitedOn', 'DATE_FUTURE', 'Ce jour n’est pas encore venu.'],
    [
      invitedOn < decidedOn,
      '/invitedOn',
      'CHRONOLOGIE',
      'L’invitation suit la décision, ou vient le même jour.',
    ],
    [
      agreement !== null && agreement.agreedOn > today,
      '/agreedOn',
      'DATE_FUTURE',
      'Ce jour n’est pas encore venu.',
    ],
    [
      agreement !== null && !isOfBand(agreement, said),
      '/ageBand',
      'INCOHERENT',
      'La tranche d’âge contredit la date de naissance, au jour de la décision.',
    ],
  ];
  return found.flatMap(([isWrong, pointer, code, detail]) =>
    isWrong ? [{ pointer, code, detail }] : [],
  );
}

function isOfBand({ identity }: Agreement, { ageBand, decidedOn }: SaidApplicant): boolean {
  const [least = 0, most = 0] = ageBand.split('_').map(Number);
  const [earliest, latest] = birthDaysOf(identity.birthDate);
  return ageOn(earliest, decidedOn) >= least && ageOn(latest, decidedOn) <= most;
}

/** The first and the last day on which somebody may be born, of whom a part of the date is unknown. */
function birthDaysOf(birthDate: string): readonly [LocalDate, LocalDate] {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  if (day > 0) return [localDate(year, month, day), localDate(year, month, day)];
  if (month === 0) return [localDate(year, 1, 1), localDate(year, 12, 31)];
  const first = localDate(year, month, 1);
  return [first, lastDay(monthOf(first))];
}
