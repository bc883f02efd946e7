/** The roles a person may hold; one person has one role in one organisation (domain.md 9.4). */
export const ROLES = [
  'ml-adviser',
  'ml-manager',
  'recruiter',
  'insertion-officer',
  'unit-manager',
  'medical-office',
  'exchange-operator',
  'committee-member',
  'national-pilot',
  'dpo',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** True when `text` is the code of a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
