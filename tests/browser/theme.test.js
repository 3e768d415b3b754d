// A theme of the site's own: fonts, corners, spacing, images and a style sheet. Whatever it is, pages stay whole.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { violations } from './axe.js';
import { root, serve, temporaryFolder } from './server.js';
import { newPage, pages } from './site.js';

const style = `
:root { --paper: #fffdf8; --sunk: #f4efe4; }
@media (prefers-color-scheme: dark) { :root { --paper: #14110d; --sunk: #1f1a14; } }
.grid { border-width: 3px; }
`;
const folders = [];

async function themed(theme) {
  const folder = temporaryFolder();
  folders.push(folder);
  cpSync(join(root, 'content'), folder, { recursive: true });
  const config = readFileSync(join(folder, 'site.yaml'), 'utf8');
  writeFileSync(join(folder, 'site.yaml'), config.replace(/^theme: .*$/m, `theme: {accent: "#8a1c4a", logo: images/logo.svg, ${theme}}`));
  writeFileSync(join(folder, 'own.css'), style);
  return serve(folder);
}

const sites = {
  'serif, square and roomy': await themed('font: serif, radius: 0, density: roomy, header_image: images/logo.svg, style: own.css'),
  'rounded and compact': await themed('font: rounded, radius: 24, density: compact'),
};
after(async () => {
  for (const site of Object.values(sites)) await site.stop();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

for (const [name, site] of Object.entries(sites)) {
  for (const width of [320, 1024, 1440]) {
    test(`${name}: nothing sticks out, ${width} px`, async (t) => {
      const page = await newPage(t, { width, origin: site.url });
      for (const path of [pages.home, pages['how-to with images'], pages['answer box'], '/en/contact']) {
        await page.goto(path);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, path);
      }
    });
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`${name}: no barriers, ${colorScheme}`, async (t) => {
      const page = await newPage(t, { origin: site.url, colorScheme });
      for (const path of [pages.home, pages['how-to with images'], pages['answer box'], '/en/contact']) {
        await page.goto(path);
        assert.deepEqual(await violations(page), [], path);
      }
    });
  }
}

test('the theme is what the pages show', async (t) => {
  const page = await newPage(t, { origin: sites['serif, square and roomy'].url });
  await page.goto(pages.home);
  const shown = await page.evaluate(() => ({
    font: getComputedStyle(document.body).fontFamily.split(',').pop().trim(),
    paper: getComputedStyle(document.body).backgroundColor,
    corner: getComputedStyle(document.querySelector('.grid')).borderRadius,
    line: getComputedStyle(document.querySelector('.grid')).borderTopWidth,
    styles: document.styleSheets.length,
  }));
  assert.deepEqual(shown, { font: 'serif', paper: 'rgb(255, 253, 248)', corner: '0px', line: '3px', styles: 1 });
  const picture = await page.locator('.hero-picture').boundingBox();
  const search = await page.locator('.hero .search').boundingBox();
  assert.ok(picture.x >= search.x + search.width, 'the picture stands beside the field');
});
