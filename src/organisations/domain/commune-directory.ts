/**
 * The communes of France and its collectivities, as the COG names them: present communes, delegated
 * and associated ones, arrondissements of Paris, Lyon and Marseille, and codes that no longer exist.
 */
export abstract class CommuneDirectory {
  /** True for a present code or a former one. */
  abstract isKnown(code: string): boolean;

  /**
   * The present code of a commune that moved or merged, the code itself when it still stands; nothing
   * for an unknown code. Two codes with the same present code are one commune (exchange.md 7.f rule 9).
   */
  abstract currentOf(code: string): string | undefined;

  /** French name; that of the present commune for a code that no longer exists. */
  abstract nameOf(code: string): string | undefined;

  /** Present codes of the communes of this name, accents, case and hyphens apart. */
  abstract named(name: string): readonly string[];

  /** `01`, `2A`, `974`, `988`… */
  abstract departmentOf(code: string): string | undefined;

  /** Postal codes in use in the commune, in order; empty when there is none or it is unknown. */
  abstract postalCodes(code: string): readonly string[];

  /** True when mail with this postal code may be meant for this commune. */
  isPostalCodeOf(postalCode: string, communeCode: string): boolean {
    return this.postalCodes(communeCode).includes(postalCode);
  }
}
