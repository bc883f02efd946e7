let made = 40_000;

/** Somebody whom a unit did not take, who agreed to be named. */
export function directBody(): Record<string, unknown> {
  made += 1;
  return {
    unitFileNumber: `RE-${made}`,
    residenceCode: '97411',
    ageBand: '21_23',
    outcome: 'NON_RETENU',
    decidedOn: '2026-11-18',
    invitedOn: '2026-11-19',
    agreedOn: '2026-11-18',
    youngPerson: {
      birthName: 'PAYET',
      firstNames: ['Léa'],
      sex: 'F',
      birthDate: '2005-03-11',
      postalCode: '97400',
    },
  };
}
