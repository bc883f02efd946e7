let imiloIds = 77_000_000;

/** A draft for somebody new: nothing that another call could meet. */
export function referralBody(): Record<string, unknown> {
  imiloIds += 1;
  return {
    unit: 'RSMA-RE',
    youngPerson: {
      birthName: 'PAYET',
      firstNames: ['Léa'],
      sex: 'F',
      birthDate: '2005-03-11',
      birthPlaceCode: '97411',
      address: { postalCode: '97400', communeCode: '97411' },
      imiloId: String(imiloIds),
    },
    volunteerType: 'VS',
    diplomaLevel: 'INFRA3_VBIS',
    support: 'PACEA',
    prerequisites: ['JDC_A_JOUR'],
    informedOn: '2026-01-20',
    noticeVersion: '1',
    submit: false,
  };
}
