import { labelOf, monthOf, type FieldIssue, type LocalDate } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { formErrors, FormValues, type FormErrors } from '../../../platform/pages/index.js';
import { CERTIFICATIONS } from '../../domain/code-lists.js';
import {
  AmendRequest,
  ExitRequest,
  IncorporateRequest,
  ReportPresenceRequest,
  toExit,
  toIncorporation,
} from '../../http/volunteer-commands.request.js';
import type { Presence } from '../../domain/volunteer.js';
import type { VolunteerView } from '../../http/volunteer.view.js';
import type { VolunteerCommandInput } from '../../use-cases/run-volunteer-command.js';
import type { ServiceAct } from './acts.js';

/** What a form of an act says, or what is wrong with it. */
export type ActRead =
  | { readonly isRight: true; readonly input: VolunteerCommandInput }
  | { readonly isRight: false; readonly errors: FormErrors };

/** The groups of fields of the forms. */
export type FormKind = 'incorporation' | 'presence' | 'amendment' | 'exit' | 'confirmation';

const KINDS: Readonly<Record<ServiceAct['command'], FormKind>> = {
  incorporate: 'incorporation',
  postpone: 'incorporation',
  miss: 'incorporation',
  'report-presence': 'presence',
  amend: 'amendment',
  'announce-exit': 'exit',
  exit: 'exit',
  'correct-exit': 'exit',
  resume: 'confirmation',
};

/** Which fields the form of a command has. */
export function formKindOf(command: ServiceAct['command']): FormKind {
  return KINDS[command];
}

const NAMES = {
  '/incorporatedOn': 'incorporation',
  '/volunteerType': 'volontariat',
  '/track': 'filiere',
  '/site': 'site',
  '/plannedEndOn': 'fin',
  '/month': 'mois',
  '/isInService': 'service',
  '/isLongAbsent': 'service',
  '/exitedOn': 'sortie',
  '/reason': 'motif',
  '/situation': 'situation',
  '/wantsSupport': 'accompagnement',
  '/certifications': 'certifications',
  '/assessedLevel': 'niveau',
};
const REAL_DATE = 'doit être une date réelle, par exemple 14 07 2026';
const WORDS = {
  'incorporation type-error': `Le jour de l’incorporation ${REAL_DATE}`,
  'fin required': 'Saisissez la fin prévue du contrat',
  'fin type-error': `La fin prévue ${REAL_DATE}`,
  'sortie required': 'Saisissez le jour de la sortie',
  'sortie type-error': `Le jour de la sortie ${REAL_DATE}`,
  'volontariat required': 'Sélectionnez le type de volontariat',
  'volontariat CODE_INCONNU': 'Sélectionnez le type de volontariat',
  'motif required': 'Sélectionnez le motif de la sortie',
  'motif CODE_INCONNU': 'Sélectionnez le motif de la sortie',
  'situation required': 'Sélectionnez la situation à la sortie',
  'situation CODE_INCONNU': 'Sélectionnez la situation à la sortie',
  'service required': 'Dites si le jeune est en service',
  'service type-error': 'Dites si le jeune est en service',
  'accompagnement required': 'Dites si le jeune souhaite être accompagné',
  'accompagnement type-error': 'Dites si le jeune souhaite être accompagné',
  'mois required': 'Sélectionnez le mois',
  'mois type-error': 'Sélectionnez le mois',
};

/** The issues of a command, on the fields of the form. */
export function actErrors(issues: readonly FieldIssue[]): FormErrors {
  return formErrors(issues, NAMES, WORDS);
}

/** Reads a form as the request of the API, under the same rules. */
export async function readAct(command: ServiceAct['command'], form: FormValues): Promise<ActRead> {
  switch (formKindOf(command)) {
    case 'incorporation': {
      const read = await readFields(IncorporateRequest, incorporationBody(form));
      return read.isRight
        ? { isRight: true, input: { incorporation: toIncorporation(read.value) } }
        : { isRight: false, errors: actErrors(read.issues) };
    }
    case 'presence': {
      const read = await readFields(ReportPresenceRequest, presenceBody(form));
      if (!read.isRight) return { isRight: false, errors: actErrors(read.issues) };
      const { month, isInService, isLongAbsent } = read.value;
      return { isRight: true, input: { presence: { month, isInService, isLongAbsent } } };
    }
    case 'amendment': {
      const read = await readFields(AmendRequest, given({ ...serviceBody(form) }));
      if (!read.isRight) return { isRight: false, errors: actErrors(read.issues) };
      const { track = null, site = null, plannedEndOn } = read.value;
      return { isRight: true, input: { amendment: { track, site, plannedEndOn } } };
    }
    case 'exit': {
      const read = await readFields(ExitRequest, exitBody(form));
      return read.isRight
        ? { isRight: true, input: { exit: toExit(read.value, command === 'announce-exit') } }
        : { isRight: false, errors: actErrors(read.issues) };
    }
    case 'confirmation':
      return { isRight: true, input: {} };
  }
}

/** The body of an incorporation, as the API takes it. */
export function incorporationBody(form: FormValues): object {
  return given({
    incorporatedOn: form.date('incorporation'),
    volunteerType: form.optional('volontariat'),
    ...serviceBody(form),
  });
}

function serviceBody(form: FormValues): Record<string, unknown> {
  return {
    track: form.optional('filiere')?.toUpperCase() ?? null,
    site: form.optional('site')?.toUpperCase() ?? null,
    plannedEndOn: form.date('fin'),
  };
}

/** What a choice says of a month. */
export function presenceOf(said: string): Omit<Presence, 'month'> {
  return { isInService: said !== 'parti', isLongAbsent: said === 'absent' };
}

function presenceBody(form: FormValues): object {
  const said = form.text('service');
  return given({
    month: form.optional('mois'),
    ...(said === '' ? {} : presenceOf(said)),
  });
}

function exitBody(form: FormValues): object {
  const wish = form.text('accompagnement');
  return given({
    exitedOn: form.date('sortie'),
    reason: form.optional('motif'),
    situation: form.optional('situation'),
    wantsSupport: wish === '' ? null : wish === 'oui',
    certifications: form.ticked('certifications'),
    assessedLevel: form.optional('niveau'),
  });
}

/** What was left blank is not sent. */
function given(body: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** The form as it first appears: what is known of the service, and today. */
export function blankForm(view: VolunteerView, version: number, today: LocalDate): FormValues {
  const { exit } = view;
  const ticked = (exit?.certifications ?? []).map((code) => [`certifications.${code}`, 'oui']);
  return new FormValues({
    version: String(version),
    ...typed('incorporation', view.state === 'postponed' ? view.incorporatedOn : today),
    volontariat: view.volunteerType,
    filiere: view.track ?? '',
    site: view.site ?? '',
    ...typed('fin', view.plannedEndOn),
    mois: monthOf(today),
    ...typed('sortie', exit?.exitedOn ?? null),
    motif: exit?.reason ?? '',
    situation: exit?.situation ?? '',
    ...(exit ? { accompagnement: exit.wantsSupport ? 'oui' : 'non' } : {}),
    ...Object.fromEntries(ticked),
    niveau: exit?.assessedLevel ?? '',
  });
}

/** A day in the three fields it is typed in. */
export function typed(name: string, date: string | null): Record<string, string> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return {
    [`${name}-jour`]: day.replace(/^0/, ''),
    [`${name}-mois`]: month.replace(/^0/, ''),
    [`${name}-annee`]: year,
  };
}

/** The certifications as boxes to tick. */
export const CERTIFICATION_CHOICES = CERTIFICATIONS.values.map(({ code }) => ({
  value: code,
  label: labelOf(CERTIFICATIONS, code),
}));
