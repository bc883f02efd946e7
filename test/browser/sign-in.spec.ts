import { startDemonstration, type Demonstration } from './support/demonstration.js';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
}, 180_000);
afterAll(() => demonstration?.close());

describe.each([true, false])('With script: %p', (javaScriptEnabled) => {
  it('somebody signs in with the keyboard alone, works and leaves', async () => {
    const page = await demonstration.open(undefined, { javaScriptEnabled });
    await page.goto(`${demonstration.url}/echanges`);
    await page.getByRole('button', { name: /Se connecter avec/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Adresse électronique').focus();
    await page.keyboard.type('echanges@rsma-re.demo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('demonstration');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Échanges de fichiers' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/echanges');

    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${demonstration.url}/echanges`);
    expect(new URL(page.url()).pathname).toBe('/connexion');
    await page.context().close();
  });

  it('a wrong password says so, with what was typed kept and the focus on the summary', async () => {
    const page = await demonstration.open(undefined, { javaScriptEnabled });
    await page.goto(`${demonstration.url}/connexion`);
    await page.getByRole('button', { name: /Se connecter avec/ }).click();
    await page.getByLabel('Adresse électronique').fill('echanges@rsma-re.demo');
    await page.getByLabel('Mot de passe').fill('autre');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();

    await page.getByText('Il y a un problème').waitFor();
    expect(await page.title()).toMatch(/^Erreur : /);
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe(
      'echanges@rsma-re.demo',
    );
    expect(await page.locator(':focus').getAttribute('class')).toContain('app-error-summary');
    await page.context().close();
  });

  it('the first key reaches the content past the menu', async () => {
    const page = await demonstration.open(undefined, { javaScriptEnabled });
    await page.goto(`${demonstration.url}/aide`);
    await page.keyboard.press('Tab');

    expect(await page.locator(':focus').innerText()).toBe('Contenu');
    await page.context().close();
  });
});
