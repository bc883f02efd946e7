import type { FieldIssue } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { formErrors, FormValues, type FormErrors } from '../../../platform/pages/index.js';
import {
  AmendContractRequest,
  ConfirmExtensionRequest,
  EndContractRequest,
  ExtendContractRequest,
} from '../../http/cej-commands.request.js';
import type { ContractCommandInput } from '../../use-cases/run-contract-command.js';
import { typedDay } from '../typed-day.js';
import type { ContractFile } from '../contract/contract-files.js';
import type { ActFields } from './acts.js';

/** What a form says, or what is wrong with it. */
export type ActRead =
  | { readonly isRight: true; readonly input: ContractCommandInput }
  | { readonly isRight: false; readonly errors: FormErrors };

const NAMES = {
  '/startsOn': 'debut',
  '/plannedEndOn': 'fin-prevue',
  '/until': 'jusqu-au',
  '/motive': 'motif',
  '/endedOn': 'fin',
  '/reason': 'motif',
  '/scheme': 'dispositif',
};
const REAL = 'Saisissez une date réelle, par exemple 14 07 2026';
export const FORM_WORDS = {
  'debut required': 'Saisissez le début du contrat',
  'debut type-error': REAL,
  'fin-prevue required': 'Saisissez la fin prévue du contrat',
  'fin-prevue type-error': REAL,
  'jusqu-au required': 'Saisissez le dernier jour de la prolongation',
  'jusqu-au type-error': REAL,
  'fin required': 'Saisissez la fin réelle du contrat',
  'fin type-error': REAL,
  'motif required': 'Sélectionnez un motif',
  'motif CODE_INCONNU': 'Sélectionnez un motif de la liste',
  'dispositif required': 'Sélectionnez un dispositif',
  'dispositif CODE_INCONNU': 'Sélectionnez un dispositif de la liste',
};

/** The issues of a contract, on the fields of the form. */
export function contractErrors(issues: readonly FieldIssue[]): FormErrors {
  return formErrors(issues, NAMES, FORM_WORDS);
}

/** Reads a form as the request of the API, under the same rules. */
export async function readAct(fields: ActFields, form: FormValues): Promise<ActRead> {
  switch (fields) {
    case 'dates': {
      const read = await readFields(AmendContractRequest, datesOf(form));
      return read.isRight ? right({ dates: { ...read.value } }) : wrong(read.issues);
    }
    case 'extension': {
      const typed = { ...day(form, 'until', 'jusqu-au'), ...code(form, 'motive') };
      const read = await readFields(ExtendContractRequest, typed);
      return read.isRight ? right({ extension: { ...read.value } }) : wrong(read.issues);
    }
    case 'end': {
      const typed = { ...day(form, 'endedOn', 'fin'), ...code(form, 'reason') };
      const read = await readFields(EndContractRequest, typed);
      return read.isRight ? right({ end: { ...read.value } }) : wrong(read.issues);
    }
    case 'confirmation': {
      const read = await readFields(ConfirmExtensionRequest, { until: form.text('jusqu-au') });
      return read.isRight ? right({ confirmedUntil: read.value.until }) : wrong(read.issues);
    }
    case 'nothing':
      return right({});
  }
}

/** The two dates of a contract, as the API takes them. */
export function datesOf(form: FormValues): Record<string, string> {
  return { ...day(form, 'startsOn', 'debut'), ...day(form, 'plannedEndOn', 'fin-prevue') };
}

/** The form as it first appears: what is on file. */
export function blankAct({ contract, standing }: ContractFile): FormValues {
  return new FormValues({
    version: String(contract.version),
    ...spread('debut', typedDay(contract.startsOn)),
    ...spread('fin-prevue', typedDay(contract.plannedEndOn)),
    ...(contract.end
      ? { ...spread('fin', typedDay(contract.end.endedOn)), motif: contract.end.reason ?? '' }
      : {}),
    ...(standing.extension ? { 'jusqu-au': standing.extension.until } : {}),
  });
}

function spread(name: string, { day: d, month, year }: ReturnType<typeof typedDay>) {
  return { [`${name}-jour`]: d, [`${name}-mois`]: month, [`${name}-annee`]: year };
}

function day(form: FormValues, member: string, name: string): Record<string, string> {
  const typed = form.date(name);
  return typed === null ? {} : { [member]: typed };
}

function code(form: FormValues, member: string): Record<string, string> {
  const chosen = form.optional('motif');
  return chosen === null ? {} : { [member]: chosen };
}

function right(input: ContractCommandInput): ActRead {
  return { isRight: true, input };
}

function wrong(issues: readonly FieldIssue[]): ActRead {
  return { isRight: false, errors: contractErrors(issues) };
}
