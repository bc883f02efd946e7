import { parseMonth, type Month } from '../../../kernel/index.js';
import type { FormErrors, FormValues } from '../../../platform/pages/index.js';
import { isWithoutRows, type DepositChoice } from '../../domain/pending-deposit.js';
import { flowNamed } from '../../flows/index.js';
import type { ExpectedFile } from '../../use-cases/list-expected-files.js';

/** The natures a person chooses from; the last two have no file to put down. */
const CHOSEN_NATURES = ['I', 'C', 'R', 'S', 'N', 'A'] as const;
type ChosenNature = DepositChoice['nature'];

/** What an organisation may deposit now. */
export interface DepositOffer {
  readonly flows: readonly { readonly code: string; readonly title: string }[];
  readonly months: readonly Month[];
  readonly natures: readonly ChosenNature[];
  /** What was received already, as `flow month`. */
  readonly sent: readonly string[];
  /** What it most probably wants to deposit. */
  readonly usual: DepositChoice;
}

/** The offer that follows from the expected files; null for an organisation that sends none. */
export function offerOf(expected: readonly ExpectedFile[]): DepositOffer | null {
  const open = expected.filter(({ period, state }) => period !== null && state !== 'upcoming');
  const [first] = open;
  if (!first?.period) return null;
  const codes = [...new Set(expected.map(({ flow }) => flow))];
  const flows = codes.map((code) => ({ code, title: flowNamed(code)?.title ?? code }));
  const months = [...new Set(open.flatMap(({ period }) => period ?? []))];
  const hasNotices = expected.some(({ nature }) => nature === 'S');
  const sent = open.filter((one) => one.nature === 'C');
  const isOffered: Partial<Record<ChosenNature, boolean>> = {
    S: hasNotices,
    N: sent.length < open.length,
    A: sent.length > 0,
  };
  const natures = CHOSEN_NATURES.filter((one) => isOffered[one] ?? true);
  const nature = first.nature === 'C' ? 'C' : 'I';
  return {
    flows,
    months,
    natures,
    sent: sent.map((one) => `${one.flow} ${one.period}`),
    usual: { flow: first.flow, mode: 'P', period: first.period, nature },
  };
}

/** What a file that is there may be: one with rows. */
export function forRows(offer: DepositOffer): DepositOffer {
  return { ...offer, natures: offer.natures.filter((nature) => !isWithoutRows(nature)) };
}

/** What a person said of the file, and what of it does not do. */
export interface ReadChoice {
  readonly choice: DepositChoice;
  readonly errors: FormErrors;
}

/** Reads what the form says; what it does not say is what is usual. */
export function readChoice(values: FormValues, offer: DepositOffer): ReadChoice {
  const { usual } = offer;
  const flow = values.text('flux').toUpperCase() || usual.flow;
  const period = values.text('mois') || usual.period;
  const said = values.text('nature') || usual.nature;
  const nature = offer.natures.find((one) => one === said);
  const mode = values.ticked('essai').length > 0 || values.text('essai') === 'oui' ? 'T' : 'P';
  const errors: Record<string, string> = {};
  if (!offer.flows.some(({ code }) => code === flow)) {
    errors['flux'] = 'Choisissez ce que contient le fichier.';
  }
  const month = parseMonth(period);
  if (!month || !offer.months.includes(month)) {
    errors['mois'] = 'Choisissez l’un des mois proposés : les autres ne prennent plus de fichier.';
  }
  const contradiction = nature
    ? contradictionOf(nature, offer.sent.includes(`${flow} ${period}`))
    : 'Choisissez ce que vous déposez.';
  if (contradiction !== null) errors['nature'] = contradiction;
  return { choice: { flow, mode, period, nature: nature ?? usual.nature }, errors };
}

/** What is said of a whole month goes with what was said of it before. */
function contradictionOf(nature: ChosenNature, isSent: boolean): string | null {
  if (nature === 'A' && !isSent) {
    return 'Rien n’a été envoyé pour ce mois : il n’y a rien à annuler.';
  }
  if (nature === 'N' && isSent) {
    return 'Ce mois a déjà été envoyé : déposez un fichier qui remplace tout, ou annulez le mois.';
  }
  return null;
}
