import type { ReportFormat } from '../report/index.js';

const MEDIA: Readonly<Record<string, ReportFormat>> = {
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/*': 'html',
};

/** The format an `Accept` header likes best; JSON when it names none that we have. */
export function reportFormat(accept: string | undefined): ReportFormat {
  const wishes = (accept ?? '').split(',').flatMap((part) => {
    const [media = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const format = MEDIA[media];
    return format === undefined ? [] : [{ format, quality: qualityOf(parameters) }];
  });
  // Sorting is stable: among equals the first one named wins.
  const [best] = wishes.toSorted((one, other) => other.quality - one.quality);
  return best && best.quality > 0 ? best.format : 'json';
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}
