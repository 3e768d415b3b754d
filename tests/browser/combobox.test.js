// The search box as a WAI-ARIA combobox: what assistive technology is told, and that a late answer shows nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, pages } from './site.js';

const suggestions = '**/api/v1/suggest?*';
const answer = (titles) => ({ json: { suggestions: titles.map((title, i) => ({ id: `${i}`, title, url: `/en/${i}`, kind: 'article' })) } });
const spoken = (page) => page.locator('[role=status]').textContent();
// Without the last line, which searches for what was typed.
const titles = async (page) => (await page.getByRole('option').allTextContents()).slice(0, -1);

async function openBox(t, options) {
  const page = await open(t, pages.home, options);
  const box = page.getByRole('combobox', { name: 'Search the help centre' });
  const state = async () => Object.fromEntries(await Promise.all(
    ['aria-expanded', 'aria-controls', 'aria-activedescendant'].map(async (name) => [name, await box.getAttribute(name)])));
  return { page, box, state };
}

test('it says what it is, and when it is open', async (t) => {
  const { page, box, state } = await openBox(t);
  assert.equal(await box.getAttribute('aria-autocomplete'), 'list');
  assert.deepEqual(await state(), { 'aria-expanded': 'false', 'aria-controls': 'options-0', 'aria-activedescendant': null });
  await box.pressSequentially('refu');
  await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
  assert.deepEqual(await state(), { 'aria-expanded': 'true', 'aria-controls': 'options-0', 'aria-activedescendant': null });
  const count = await page.getByRole('option').count();
  assert.ok(count > 2);
  assert.equal(await spoken(page), `${count - 1} suggestions`);
});

test('arrows walk through the options and the field itself, Escape closes', async (t) => {
  const { page, box, state } = await openBox(t);
  await page.route(suggestions, (route) => route.fulfill(answer(['One', 'Two'])));
  await box.pressSequentially('ab');
  await page.getByRole('option').first().waitFor();
  const chosen = async () => {
    const id = (await state())['aria-activedescendant'];
    const selected = await page.locator('[role=option][aria-selected=true]').evaluateAll((all) => all.map((one) => one.id));
    assert.deepEqual(selected, id ? [id] : []);
    return id && page.locator(`#${id}`).textContent();
  };
  const walk = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key);
    walk.push(await chosen());
  }
  assert.deepEqual(walk, ['One', 'Two', 'Search for “ab”', null, 'One', null, 'Search for “ab”']);
  await page.keyboard.press('Escape');
  assert.deepEqual(await state(), { 'aria-expanded': 'false', 'aria-controls': 'options-0', 'aria-activedescendant': null });
  assert.equal(await page.getByRole('listbox').count(), 0);
  assert.equal(await box.inputValue(), 'ab');
  assert.ok(await box.evaluate((input) => input === document.activeElement));
  await page.keyboard.press('ArrowUp');
  assert.equal(await chosen(), 'Search for “ab”');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\?q=ab$/);
});

test('from results, the line that searches says what was searched before', async (t) => {
  const page = await open(t, '/en/search?q=parcel');
  await page.route(suggestions, (route) => route.fulfill(answer(['One'])));
  await page.getByRole('combobox', { name: 'Search the help centre' }).fill('ab');
  await page.getByRole('option').last().click();
  await page.waitForURL(/\/en\/search\?q=ab&from=parcel$/);
});

test('a section is shown with its article and category, and the way to people leads to them', async (t) => {
  const { page, box } = await openBox(t);
  await page.route(suggestions, (route) => route.fulfill({ json: { suggestions: [
    { id: 'contact', title: 'Contact us', url: '/en/contact', kind: 'contact', article_title: '', category_title: '' },
    { id: 'a', title: 'When you can go', url: '/en/a#go', kind: 'section', article_title: 'Ombudsman', category_title: 'Complaints' },
    { id: 'b', title: 'Refunds', url: '/en/b', kind: 'article', article_title: 'Refunds', category_title: 'Money' }
  ] } }));
  await box.pressSequentially('go');
  await page.getByRole('option').first().waitFor();
  assert.deepEqual(await titles(page), ['Contact us', 'When you can go Ombudsman · Complaints', 'Refunds Money']);
  assert.equal(await page.getByRole('option').first().getAttribute('href'), '/en/contact');
});

test('one suggestion, none, and a number in the language of the page are said', async (t) => {
  const { page, box } = await openBox(t);
  await page.route(suggestions, (route) => route.fulfill(answer(route.request().url().includes('q=xx') ? [] : ['One'])));
  await box.pressSequentially('ab');
  await page.getByRole('option').first().waitFor();
  assert.equal(await spoken(page), '1 suggestion');
  await box.fill('xx');
  await page.getByText('No suggestions').waitFor({ state: 'attached' });
  assert.deepEqual(await page.getByRole('option').allTextContents(), ['Search for “xx”']);
});

test('an answer that comes late is dropped', async (t) => {
  const { page, box } = await openBox(t);
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route(suggestions, async (route) => {
    const asked = new URL(route.request().url()).searchParams.get('q');
    if (asked === 'slow') await held;
    await route.fulfill(answer([`For ${asked}`])).catch(() => {});  // the page gave up on it
  });
  const asked = page.waitForRequest(suggestions);
  await box.fill('slow');
  await asked;
  const dropped = page.waitForEvent('requestfailed');
  await box.fill('fast');
  await page.getByRole('option').first().waitFor();
  release();
  await dropped;
  assert.deepEqual(await titles(page), ['For fast']);
});

test('nothing opens once the field was left, or emptied', async (t) => {
  const { page, box } = await openBox(t);
  let release;
  await page.route(suggestions, async (route) => {
    await new Promise((done) => { release = done; });
    await route.fulfill(answer(['Late'])).catch(() => {});
  });
  for (const leave of [() => page.getByRole('button', { name: 'Search' }).focus(), () => box.fill('')]) {
    const asked = page.waitForRequest(suggestions);
    await box.fill('slow');
    await asked;
    const dropped = page.waitForEvent('requestfailed');
    await leave();
    release();
    await dropped;
    assert.equal(await page.getByRole('option').count(), 0);
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
  }
});

test('typing asks once, when the visitor pauses', async (t) => {
  const { page, box } = await openBox(t);
  const asked = [];
  page.on('request', (request) => { if (request.url().includes('/suggest')) asked.push(new URL(request.url()).searchParams.get('q')); });
  await page.clock.pauseAt(Date.now() + 1000);  // a busy machine types slowly, which is no pause
  for (const letter of 'refund') {
    await box.press(letter);
    await page.clock.runFor(100);
  }
  await page.clock.resume();
  await page.getByRole('option').first().waitFor();
  assert.deepEqual(asked, ['refund']);
});

test('a suggestion that is no page of this site is not shown', async (t) => {
  const { page, box } = await openBox(t);
  const urls = ['javascript:alert(1)', 'https://evil.example/', '//evil.example/', '/en/good'];
  await page.route(suggestions, (route) => route.fulfill({ json: { suggestions: urls.map((url) => ({ title: url, url, kind: 'article' })) } }));
  await box.pressSequentially('ab');
  await page.getByRole('option').first().waitFor();
  assert.deepEqual(await titles(page), ['/en/good']);
});

test('a failing server leaves the field usable', async (t) => {
  const { page, box } = await openBox(t);
  await page.route(suggestions, (route) => route.fulfill({ json: {} }));
  await box.fill('ab');
  await page.unroute(suggestions);
  await box.fill('refund');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\?q=refund/);
});
