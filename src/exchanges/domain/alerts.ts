/** Who must be told of a fault besides its emitter (exchange.md 6): a person, and why. */
export type AlertKind = 'privacy' | 'security';

const KINDS: Readonly<Record<string, AlertKind>> = {
  CONTENU_INTERDIT: 'privacy',
  'extra-label:INTERDITE': 'privacy',
  IDENTITE_SANS_ACCORD: 'privacy',
  EMETTEUR_USURPE: 'security',
  OBJET_NON_ORDINAIRE: 'security',
  HORS_PERIMETRE: 'security',
};

/** What a fault says of itself. */
interface Said {
  readonly code: string;
  readonly precision?: string | null;
}

/** A fault that somebody must be told of. */
export interface Alert {
  readonly kind: AlertKind;
  readonly code: string;
}

/** The alerts of these faults, each code once. */
export function alertsOf(faults: Iterable<Said>): Alert[] {
  const alerts = new Map<string, Alert>();
  for (const { code, precision } of faults) {
    const kind = KINDS[code] ?? KINDS[`${code}:${precision ?? ''}`];
    if (kind) alerts.set(code, { kind, code });
  }
  return [...alerts.values()];
}
