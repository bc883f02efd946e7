import { compareFirstNames, compareSurnames } from './name-comparison.js';
import { isEpicene, isNoFirstName, readFirstNames } from './first-names.js';

const surnames = (birthName: string, usageName: string | null = null) => ({ birthName, usageName });

describe('comparison of surnames', () => {
  it.each([
    ["D'ORNANO", 'DORNANO', 'exact'],
    ['LE GOFF', 'LEGOFF', 'exact'],
    ['SAINT-OMER', 'ST OMER', 'exact'],
    ['MARTIN DUPONT', 'MARTIN', 'close'],
    ['MARTIN', 'MARTIN-DUPONT', 'close'],
    ['DE MARTIN', 'MARTIN', 'close'],
    ['HOARAU', 'HOARAUX', 'close'],
    ['PAYET', 'PAYEET', 'close'],
    ['BEGUE', 'BEGGUEE', 'close'],
    ['HOARAU', 'OARO', 'weak'],
    ['PAYET', 'GRONDIN', 'different'],
    ['MARTIN', 'MARTINEZ LOPEZ', 'different'],
    ['', 'PAYET', 'missing'],
    ['-', 'PAYET', 'missing'],
  ])('%s and %s are %s, in both directions', (one, other, kinship) => {
    expect(compareSurnames(surnames(one), surnames(other))).toBe(kinship);
    expect(compareSurnames(surnames(other), surnames(one))).toBe(kinship);
  });

  it('takes a name in use for close, never for exact', () => {
    expect(compareSurnames(surnames('MARTIN'), surnames('DUPONT', 'Martin'))).toBe('close');
    expect(compareSurnames(surnames('DUPONT', 'Martin'), surnames('MARTIN'))).toBe('close');
    expect(compareSurnames(surnames('GRONDIN ÉPOUSE HOARAU'), surnames('HOARAU'))).toBe('close');
  });

  it('does not take an empty name in use for a common trait', () => {
    expect(compareSurnames(surnames('PAYET', '-'), surnames('GRONDIN', '-'))).toBe('different');
  });
});

describe('comparison of first names', () => {
  it.each([
    [['JEAN BAPTISTE'], ['JEAN-BAPTISTE'], 'exact'],
    [['JEAN', 'BAPTISTE'], ['JEANBAPTISTE'], 'exact'],
    [['Léa', 'Marie'], ['LEA'], 'exact'],
    [['JEAN BAPTISTE'], ['JEAN'], 'close'],
    [['Tom'], ['Thomas'], 'close'],
    [['Mathieu'], ['Matthieu'], 'close'],
    [['Marie'], ['Léa', 'Marie'], 'weak'],
    [['Baptiste'], ['Jean Baptiste'], 'weak'],
    [['Léa'], ['Lucas'], 'different'],
    [['SNP'], ['Léa'], 'missing'],
    [['XXX'], ['SNP'], 'missing'],
    [[], ['Léa'], 'missing'],
  ])('%j and %j are %s, in both directions', (one, other, kinship) => {
    expect(compareFirstNames(one, other)).toBe(kinship);
    expect(compareFirstNames(other, one)).toBe(kinship);
  });

  it('reads the field of a file in its order', () => {
    expect(readFirstNames(' Jean , Baptiste,,Zoé')).toEqual(['Jean', 'Baptiste', 'Zoé']);
  });

  it('knows the ways of writing that there is no first name', () => {
    expect(['SNP', 'xxx', 'X', '-', 'sans prénom'].every(isNoFirstName)).toBe(true);
    expect(isNoFirstName('Xavier')).toBe(false);
  });

  it('knows the first names that say nothing of the sex', () => {
    expect(isEpicene('Camille')).toBe(true);
    expect(isEpicene('Lucas')).toBe(false);
  });
});
