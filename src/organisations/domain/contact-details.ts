/** Where an organisation is found, called and written to; null where nobody said. */
export interface ContactDetails {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** An organisation of which nobody said anything. */
export const NO_CONTACT: ContactDetails = {
  street: null,
  postalCode: null,
  town: null,
  phone: null,
  email: null,
};

/** The details as people read them, one a line: the address, the telephone, the mailbox. */
export function contactLines(contact: ContactDetails): readonly string[] {
  const { street, postalCode, town, phone, email } = contact;
  const place = [postalCode, town].filter((part) => part !== null).join(' ');
  const address = [street ?? '', place].filter((part) => part !== '').join(', ');
  return [
    ...(address === '' ? [] : [`Adresse : ${address}`]),
    ...(phone === null ? [] : [`Téléphone : ${phone}`]),
    ...(email === null ? [] : [`Courriel : ${email}`]),
  ];
}
