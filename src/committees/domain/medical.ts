/** Fewer than this and nothing is said of a medical conclusion, even of the whole country (PRV-21). */
export const SMALLEST_MEDICAL = 20;

/** What may be said of the whole country. */
export interface MedicalCounts {
  readonly unfit: number;
  /** Fit and unfit: those whose fitness was decided. */
  readonly examined: number;
}

interface Counted {
  readonly unfit: number;
  readonly fit: number;
}

/**
 * What is shown of medical conclusions; null when nothing is. They are a part of the refusals and stand
 * beside the fit, both shown elsewhere: neither the conclusions, nor the other refusals, nor what moved
 * since the cut before may come out small by subtraction.
 */
export function shownMedical(
  now: Counted,
  earlier: Counted | null,
  elsewhere: { readonly fit: number | null; readonly refused: number | null },
): MedicalCounts | null {
  const { fit, refused } = elsewhere;
  if (fit === null || refused === null) return null;
  const others = refused - now.unfit;
  const moved = Math.abs(now.unfit - (earlier?.unfit ?? now.unfit));
  const isSmall = (count: number) => count > 0 && count < SMALLEST_MEDICAL;
  if (now.unfit < SMALLEST_MEDICAL || isSmall(others) || isSmall(moved)) return null;
  return { unfit: now.unfit, examined: now.unfit + fit };
}
