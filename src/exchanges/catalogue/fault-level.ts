/** How grave an anomaly is, as the reports say it (contract.md 3). */
export const FAULT_LEVELS = [
  'BLOQUANT_FICHIER',
  'BLOQUANT_LIGNE',
  'A_CONFIRMER',
  'AVERTISSEMENT',
  'INFORMATION',
] as const;
export type FaultLevel = (typeof FAULT_LEVELS)[number];

/** True when the row, or the file, is not taken. */
export function isBlocking(level: FaultLevel): boolean {
  return level === 'BLOQUANT_FICHIER' || level === 'BLOQUANT_LIGNE';
}
