/** Name of the constraint or unique index that refused a statement; nothing for other errors. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const driver: unknown = Reflect.get(error, 'driverError') ?? error;
  if (typeof driver !== 'object' || driver === null) return undefined;
  const constraint: unknown = Reflect.get(driver, 'constraint');
  return typeof constraint === 'string' ? constraint : undefined;
}
