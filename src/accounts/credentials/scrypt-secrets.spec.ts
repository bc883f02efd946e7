import { ScryptSecrets } from './scrypt-secrets.js';

const secrets = new ScryptSecrets();

describe('The secret of a client', () => {
  it('is drawn with 256 bits, never twice the same', () => {
    const drawn = Array.from({ length: 100 }, () => secrets.draw());
    expect(new Set(drawn).size).toBe(100);
    expect(drawn.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
  });

  it('is kept as a salted hash with its cost, never as it is', async () => {
    const [one, two] = await Promise.all([
      secrets.hash('demonstration'),
      secrets.hash('demonstration'),
    ]);
    expect(one).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
  });

  it('matches its own hash only', async () => {
    const hash = await secrets.hash('demonstration');
    await expect(secrets.matches('demonstration', hash)).resolves.toBe(true);
    await expect(secrets.matches('Demonstration', hash)).resolves.toBe(false);
    await expect(secrets.matches('', hash)).resolves.toBe(false);
  });

  it('still matches a hash made at a lower cost', async () => {
    // scryptSync('demonstration', 16 zero bytes, 32, { N: 1024, r: 8, p: 1 })
    const old =
      'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$wDL8-GvcVANzWNkmOiYmdyLabkBrtqHXkZJS-a6DJsM';
    await expect(secrets.matches('demonstration', old)).resolves.toBe(true);
  });

  it('matches nothing when there is no hash to compare with', async () => {
    await expect(secrets.matches('demonstration', null)).resolves.toBe(false);
    await expect(secrets.matches('', null)).resolves.toBe(false);
  });

  it('says so when what is stored is no hash', async () => {
    await expect(secrets.matches('demonstration', 'demonstration')).rejects.toThrow('unreadable');
  });
});
