// The help button as another site has it: opened, searched, read and closed with the keyboard alone.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, serve, temporaryFolder } from './server.js';
import { newPage } from './site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

// A shop's page whose own policy is as strict as can be.
let help;
const shop = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', `default-src 'none'; img-src data:; script-src ${help.url}; frame-src ${help.url}`);
  response.end(`<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,"><main><h1>A shop</h1></main>
    <script src="${help.url}/widget.js" data-lang="en" async></script>`);
});
await new Promise((done) => { shop.listen(0, '127.0.0.1', done); });
const origin = `http://127.0.0.1:${shop.address().port}`;

const folder = temporaryFolder();
cpSync(join(root, 'content'), folder, { recursive: true });
const config = readFileSync(join(folder, 'site.yaml'), 'utf8');
writeFileSync(join(folder, 'site.yaml'), config.replace(/^widget:.*$/m, `widget: {origins: ["${origin}"]}`));
help = await serve(folder);
after(async () => {
  shop.close();
  await help.stop();
  rmSync(folder, { recursive: true });
});

const violations = async (frame) => {
  const { violations: all } = await frame.evaluate(`${axe}; axe.run(document, ${JSON.stringify(rules)})`);
  return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`the help button answers in another site by keyboard, at ${width} px, ${colorScheme}`, async (t) => {
    const page = await newPage(t, { width, colorScheme, origin, also: [help.url] });
    await page.goto('/');
    const opener = page.getByRole('button', { name: 'Help', exact: true });
    await opener.focus();
    assert.deepEqual(page.frames().slice(1).filter((one) => one.url().startsWith('http')), [], 'nothing is loaded before it is opened');
    assert.equal(await opener.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    const inner = page.frames()[1];
    await inner.waitForFunction(() => document.activeElement.id === 'q');

    await page.keyboard.type('return a spea');
    await frame.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    assert.ok(await dialog.isVisible(), 'Esc closes the list first');
    await page.keyboard.type('ker');
    await page.keyboard.press('Enter');
    await frame.locator('.hit a').first().click();
    await frame.locator('article h1').waitFor();
    assert.deepEqual(await violations(inner), []);
    assert.deepEqual(await violations(page.mainFrame()), []);
    assert.deepEqual(await inner.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);

    await frame.locator('#q').focus();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');  // the button has the focus again
    await dialog.waitFor();
    assert.ok(await frame.locator('article h1').isVisible(), 'it opens where it was');
  });
}

test('a site that is not named cannot show the panel', async () => {
  const answer = await fetch(`${help.url}/en/widget`);
  assert.match(answer.headers.get('content-security-policy'), new RegExp(`frame-ancestors ${origin}(;|$)`));
  assert.match((await fetch(`${help.url}/en/`)).headers.get('content-security-policy'), /frame-ancestors 'none'/);
});
