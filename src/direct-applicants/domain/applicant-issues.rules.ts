import {
  ageOn,
  lastDay,
  localDate,
  monthOf,
  type FieldIssue,
  type LocalDate,
} from '../../kernel/index.js';
import type { AgeBand } from './code-lists.js';
import type { SaidApplicant } from './direct-applicant.js';
import { isPastKeeping } from './keeping.rules.js';

/** What is wrong with it, on its fields; pure. */
export function applicantIssues(
  said: Omit<SaidApplicant, 'residenceCode' | 'outcome'>,
  today: LocalDate,
): FieldIssue[] {
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
      isPastKeeping(invitedOn, today),
      '/invitedOn',
      'INVITATION_TROP_ANCIENNE',
      'Six mois après l’invitation, plus rien n’est gardé : vérifiez ce jour. S’il est juste, n’enregistrez rien.',
    ],
    [
      agreement !== null && agreement.agreedOn > today,
      '/agreedOn',
      'DATE_FUTURE',
      'Ce jour n’est pas encore venu.',
    ],
    [
      agreement !== null && !isOfBand(agreement.identity.birthDate, said.ageBand, decidedOn),
      '/ageBand',
      'INCOHERENT',
      'La tranche d’âge contredit la date de naissance, au jour de la décision.',
    ],
  ];
  return found.flatMap(([isWrong, pointer, code, detail]) =>
    isWrong ? [{ pointer, code, detail }] : [],
  );
}

/** True when somebody born then may be of this band on that day. */
export function isOfBand(birthDate: string, band: AgeBand, on: LocalDate): boolean {
  const [least = 0, most = 0] = band.split('_').map(Number);
  const [earliest, latest] = birthDaysOf(birthDate);
  return ageOn(earliest, on) >= least && ageOn(latest, on) <= most;
}

/** The first and the last day on which somebody may be born, of whom a part of the date is unknown. */
function birthDaysOf(birthDate: string): readonly [LocalDate, LocalDate] {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  if (day > 0) return [localDate(year, month, day), localDate(year, month, day)];
  if (month === 0) return [localDate(year, 1, 1), localDate(year, 12, 31)];
  const first = localDate(year, month, 1);
  return [first, lastDay(monthOf(first))];
}
