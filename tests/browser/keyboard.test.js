// Everything can be reached and used with the keyboard alone, in the order of the page, and the focus is always seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, pages } from './site.js';

const box = (page) => page.getByRole('combobox', { name: 'Search the help centre' }).first();
const focused = (page, selector) => page.locator(selector).first().evaluate((element) => element === document.activeElement);

// Where the focus is: its place in the page, and what a visitor would miss. Null at the page's end.
const describeFocus = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
  const ring = outlined(getComputedStyle(element)) || outlined(getComputedStyle(element, '::after')) ||
    (element.closest('.search') && getComputedStyle(element.closest('.search')).boxShadow !== 'none');
  const box = element.getBoundingClientRect();
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { at: [...document.querySelectorAll('*')].indexOf(element), html: element.outerHTML.slice(0, 120), ring: Boolean(ring), inside };
};

for (const [name, width] of [['home', 1280], ['home', 360], ['article', 1280], ['troubleshooting', 360], ['answer box', 1280], ['missing', 360]]) {
  test(`Tab goes through the page in its order, always in sight: ${name}, ${width} px`, async (t) => {
    const page = await open(t, pages[name], { width });
    const expected = await page.locator('a[href], button, input, summary, [tabindex="0"]')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && one.tabIndex >= 0).length);
    const seen = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(describeFocus);
      if (!focus || seen.length > expected + 5) break;
      assert.ok(focus.ring, `no focus to be seen on ${focus.html}`);
      assert.ok(focus.inside, `the focus is out of sight on ${focus.html}`);
      assert.ok(!seen.length || focus.at > seen.at(-1), `out of order: ${focus.html}`);
      seen.push(focus.at);
    }
    assert.equal(seen.length, expected);
  });
}

test('the first Tab offers to skip to the content', async (t) => {
  const page = await open(t, pages.article);
  await page.keyboard.press('Tab');
  assert.ok(await focused(page, '.skip'));
  await page.keyboard.press('Enter');
  assert.ok(await focused(page, 'main'));
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
});

test('a suggestion is chosen with arrows and Enter', async (t) => {
  const page = await open(t, pages.home);
  await box(page).pressSequentially('reset pass');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const title = await page.locator('[aria-selected=true] > span > span').textContent();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/[^/]+\/[^/]+/);
  assert.equal(await page.locator('h1').textContent(), title);
});

test('Enter without a choice searches', async (t) => {
  const page = await open(t, pages.home);
  await box(page).pressSequentially('reset password');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\?q=reset\+password/);
});

test('Ctrl+K and Cmd+K lead to the search field, and / too', async (t) => {
  const page = await open(t, pages.article);
  for (const keys of ['Control+k', 'Meta+k', '/']) {
    await page.locator('main').focus();
    await page.keyboard.press(keys);
    assert.ok(await focused(page, '#q'), keys);
  }
  assert.equal(await box(page).inputValue(), '');
  await page.keyboard.press('/');
  assert.equal(await box(page).inputValue(), '/', 'in the field / is a character');
});

test('/ can be switched off, and stays off', async (t) => {
  const page = await open(t, pages.article);
  const toggle = page.getByRole('switch', { name: 'Press / to search' });
  assert.equal(await toggle.getAttribute('aria-checked'), 'true');
  await toggle.focus();
  await page.keyboard.press('Space');
  for (const path of [pages.article, pages.home]) {
    await page.goto(path);
    assert.equal(await toggle.getAttribute('aria-checked'), 'false');
    await page.locator('main').focus();
    await page.keyboard.press('/');
    assert.ok(!(await focused(page, '#q')));
    await page.keyboard.press('Control+k');
    assert.ok(await focused(page, '#q'));
  }
  assert.equal(await page.locator('kbd').isVisible(), false);
});

test('an image enlarges, closes, and gives the focus back', async (t) => {
  const page = await open(t, pages.article);
  const zoom = page.getByRole('button', { name: /^Enlarge image: / }).first();
  const dialog = page.getByRole('dialog');
  for (const close of ['Escape', 'Enter']) {
    await zoom.focus();
    await page.keyboard.press('Enter');
    assert.ok(await dialog.isVisible());
    assert.ok(await focused(page, 'dialog button'));
    await page.keyboard.press('/');
    assert.ok(await focused(page, 'dialog button'), 'shortcuts wait');
    await page.keyboard.press(close);
    assert.ok(!(await dialog.isVisible()));
    assert.ok(await focused(page, '.zoom'));
  }
});

test('the language menu opens, closes and gives the focus back', async (t) => {
  const page = await open(t, pages.troubleshooting);
  const german = page.getByRole('navigation', { name: 'Languages' }).getByRole('link', { name: 'Deutsch' });
  await page.locator('.languages summary').focus();
  await page.keyboard.press('Enter');
  assert.ok(await german.isVisible());
  await page.keyboard.press('Escape');
  assert.ok(!(await german.isVisible()));
  assert.ok(await focused(page, '.languages summary'));
  await page.keyboard.press('Enter');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  assert.ok(!(await german.isVisible()), 'leaving it closes it');
});

test('a wide table is scrolled with the arrows', async (t) => {
  const page = await open(t, pages['long article'], { width: 320 });
  const table = page.locator('.table').first();
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.table').scrollLeft > 0);
});
