// axe-core finds nothing against WCAG 2.2 AA on any kind of page, light and dark, on a phone and on a desk; nor in what
// scripts open: suggestions, the language menu, an enlarged image.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from './axe.js';
import { root, serve, temporaryFolder } from './server.js';
import { newPage, open, pages } from './site.js';

async function violationsEverywhere(page, names = Object.keys(pages)) {
  const found = {};
  for (const name of names) {
    await page.goto(pages[name]);
    const here = await violations(page);
    if (here.length) found[name] = here;
  }
  return found;
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`no kind of page has a barrier: ${colorScheme}, ${width} px`, async (t) => {
      assert.deepEqual(await violationsEverywhere(await newPage(t, { width, colorScheme })), {});
    });
  }

  test(`nothing that opens has a barrier: ${colorScheme}`, async (t) => {
    const page = await open(t, pages.article, { colorScheme });
    await page.getByRole('combobox').first().pressSequentially('refu');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await violations(page), [], 'suggestions');
    await page.keyboard.press('Escape');
    await page.locator('details.languages summary').click();
    assert.deepEqual(await violations(page), [], 'language menu');
    await page.locator('.zoom').first().click();
    assert.deepEqual(await violations(page), [], 'enlarged image');
  });
}

test('whatever accent a site chooses, its text can be read', async (t) => {
  for (const accent of ['#ffe600', '#000000', '#ff3b7f']) {
    const folder = temporaryFolder();
    cpSync(join(root, 'content'), folder, { recursive: true });
    const config = readFileSync(join(folder, 'site.yaml'), 'utf8');
    writeFileSync(join(folder, 'site.yaml'), config.replace(/accent: "#\w+"/, `accent: "${accent}"`));
    const themed = await serve(folder);
    t.after(async () => {
      await themed.stop();
      rmSync(folder, { recursive: true });
    });
    for (const colorScheme of ['light', 'dark']) {
      const page = await newPage(t, { colorScheme, origin: themed.url });
      for (const name of ['home', 'answer box', 'troubleshooting']) {
        await page.goto(pages[name]);
        assert.deepEqual(await violations(page), [], `${name}, ${accent}, ${colorScheme}`);
      }
    }
  }
});

test('without scripts there is no barrier either', async (t) => {
  // axe itself is a script, so it is let in after the page is there as it is without any.
  const page = await newPage(t);
  await page.route('**/site*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  assert.deepEqual(await violationsEverywhere(page, ['home', 'article', 'answer box', 'nothing']), {});
});
