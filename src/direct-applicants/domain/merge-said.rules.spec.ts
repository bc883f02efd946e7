import { localDate } from '../../kernel/index.js';
import type { Agreement } from './direct-applicant.js';
import { mergeAgreement } from './merge-said.rules.js';

const KNOWN: Agreement = {
  agreedOn: localDate(2026, 11, 18),
  identity: {
    ...{ birthName: 'PAYET', usageName: 'HOARAU', firstNames: ['Léa'], sex: 'F' },
    ...{ birthDate: '2004-07-00', birthPlaceCode: '97411', birthPlaceLabel: 'Saint-Denis' },
    ...{ street: '1 rue des Lilas', addressComplement: 'Bât. A', postalCode: '97400' },
    ...{ phone: '0692000000', email: 'lea@exemple.test' },
    ...{ priorityDistrict: 'QN97401', assessedLevel: 'EFFICACE' },
  },
};
const merged = (said: Parameters<typeof mergeAgreement>[1], hasMoved = false) =>
  mergeAgreement(KNOWN, said, hasMoved);
const identityOf = (said: object, hasMoved = false) => {
  const result = merged({ identity: said }, hasMoved);
  return result.isRight ? result.agreement?.identity : result.issues;
};

describe('What is said of an agreement', () => {
  it('leaves all that is left out as it is on file', () => {
    expect(merged({})).toEqual({ isRight: true, agreement: KNOWN });
    expect(merged({ identity: {} })).toEqual({ isRight: true, agreement: KNOWN });
    expect(identityOf({ phone: '0692111111', email: undefined })).toEqual({
      ...KNOWN.identity,
      phone: '0692111111',
    });
    const later = { agreedOn: localDate(2026, 11, 20) };
    expect(merged(later)).toEqual({ isRight: true, agreement: { ...KNOWN, ...later } });
  });

  it.each([
    ...(['usageName', 'birthPlaceCode', 'birthPlaceLabel', 'street', 'addressComplement'] as const),
    ...(['phone', 'email', 'priorityDistrict', 'assessedLevel'] as const),
  ])('empties %s with null', (part) => {
    expect(identityOf({ [part]: null })).toMatchObject({ [part]: null, birthName: 'PAYET' });
  });

  it.each(['birthName', 'firstNames', 'sex', 'birthDate', 'postalCode'])(
    'never empties %s',
    (part) => {
      expect(identityOf({ [part]: null })).toMatchObject([
        { pointer: `/youngPerson/${part}`, code: 'required' },
      ]);
    },
  );

  it('lets the name of a place go with its code, and the priority district with the address', () => {
    expect(identityOf({ birthPlaceCode: '97416' })).toMatchObject({ birthPlaceLabel: null });
    expect(identityOf({ birthPlaceCode: '97411' })).toEqual(KNOWN.identity);
    expect(identityOf({ street: '2 rue des Lilas' })).toMatchObject({ priorityDistrict: null });
    expect(identityOf({}, true)).toMatchObject({ priorityDistrict: null });
    expect(identityOf({ street: '2 rue des Lilas', priorityDistrict: 'QN97402' })).toMatchObject({
      priorityDistrict: 'QN97402',
    });
  });

  it('takes the identity with an agreement that is taken back', () => {
    const nothing = { isRight: true, agreement: null };
    expect(merged({ agreedOn: null })).toEqual(nothing);
    expect(merged({ identity: null })).toEqual(nothing);
    expect(mergeAgreement(null, {}, false)).toEqual(nothing);
  });

  it('is refused when an identity or an agreement comes alone', () => {
    const codes = (result: ReturnType<typeof mergeAgreement>) =>
      result.isRight ? [] : result.issues.map(({ code }) => code);
    const identity = { birthName: 'PAYET' };
    expect(codes(mergeAgreement(null, { identity }, false))).toEqual(['IDENTITE_SANS_ACCORD']);
    expect(codes(merged({ agreedOn: null, identity }))).toEqual(['IDENTITE_SANS_ACCORD']);
    const agreedOn = localDate(2026, 11, 18);
    expect(codes(mergeAgreement(null, { agreedOn }, false))).toEqual(['VALEUR_OBLIGATOIRE']);
    expect(codes(merged({ agreedOn, identity: null }))).toEqual(['VALEUR_OBLIGATOIRE']);
    expect(codes(mergeAgreement(null, { agreedOn, identity }, false))).toEqual(
      Array.from({ length: 4 }, () => 'required'),
    );
  });
});
