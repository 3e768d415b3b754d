// The ways through the site, each with scripts and without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, pages } from './site.js';

const heading = (page) => page.locator('h1').textContent();
const pathOf = (page) => new URL(page.url()).pathname;
const main = (page) => page.locator('main');

async function search(page, words) {
  await page.locator('#q').fill(words);
  await page.locator('#q').press('Enter');
  await page.waitForURL(/\/search\?/);
}

// A form that is sent within two seconds is taken for a robot's.
const oldEnough = (page) => page.waitForTimeout(2100);

const journeys = {
  'from a question to its answer, to a related article and on to the next': async (page) => {
    await page.goto(pages.home);
    await search(page, 'track my order');
    assert.match(await heading(page), /\d+ results? for “track my order”/);
    await page.locator('.answer h2 a').click();
    assert.equal(pathOf(page), '/en/orders-and-payment/track-my-order');
    const related = page.locator('section[aria-labelledby=related] a').first();
    const title = await related.textContent();
    await related.click();
    assert.equal(await heading(page), title);
    await page.goto('/en/orders-and-payment/track-my-order');
    const next = page.locator('a[rel=next]');
    const nextTitle = await next.locator('span').last().textContent();
    await next.click();
    assert.equal(await heading(page), nextTitle);
    await page.locator('a[rel=prev]').click();
    assert.equal(pathOf(page), '/en/orders-and-payment/track-my-order');
  },
  'the answer box quotes the article and leads to it': async (page) => {
    await page.goto(pages['answer box']);
    const answer = page.locator('.answer');
    assert.ok((await answer.locator('blockquote').textContent()).trim().length > 40);
    await answer.locator('.answer-more a').click();
    assert.equal(pathOf(page), '/en/complaints-and-refunds/when-is-my-refund-paid');
  },
  'from the home page by topic, and back by the breadcrumbs': async (page) => {
    await page.goto(pages.home);
    await main(page).getByRole('link', { name: 'Troubleshooting', exact: true }).first().click();
    assert.equal(pathOf(page), '/en/troubleshooting/');
    await page.locator('.rows .whole').first().click();
    await page.locator('.crumbs a', { hasText: 'Troubleshooting' }).click();
    await page.locator('.crumbs a', { hasText: 'Wrenfold Help' }).click();
    assert.equal(pathOf(page), '/en/');
  },
  'what others ask leads to the article': async (page) => {
    await page.goto(pages.home);
    await page.locator('.questions a').first().click();
    assert.ok(await page.locator('article').isVisible());
  },
  'a reader says what is wrong with an article': async (page) => {
    await page.goto(pages.article);
    await page.locator('.feedback button[value=no]').click();
    await page.getByText(/that’s counted/).first().waitFor();
    await page.getByLabel('It didn’t work').check();
    await page.getByLabel(/Anything to add/).fill('The <b>plug</b> does not fit');
    await oldEnough(page);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Thank you', { exact: true }).last().waitFor();
  },
  'the contact page answers first, then leads to people and takes the question': async (page) => {
    await page.goto(pages.article);
    await page.getByRole('link', { name: 'Contact us' }).first().click();
    assert.equal(pathOf(page), '/en/contact');
    await page.locator('#q').fill('my refund is late');
    await page.getByRole('button', { name: 'Show answers' }).click();
    await page.getByRole('heading', { name: 'These may answer it' }).waitFor();
    const mail = await page.locator('a.button[href^="mailto:"]').getAttribute('href');
    assert.ok(decodeURIComponent(mail).includes('my refund is late'));
    assert.ok(await page.locator('a[href^="tel:"]').first().isVisible());
    await oldEnough(page);
    await page.getByRole('button', { name: 'Ask us to write this' }).click();
    await page.getByText('Thank you, that’s noted.').waitFor();
  },
  'another language keeps the article': async (page) => {
    await page.goto(pages.troubleshooting);
    const alternate = await page.locator('link[hreflang=de]').getAttribute('href');
    await page.locator('.languages summary').click();
    await page.locator('.languages a[lang=de]').click();
    assert.equal(pathOf(page), new URL(alternate).pathname);
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await page.locator('.languages summary').click();
    await page.locator('.languages a[lang=en]').click();
    assert.equal(pathOf(page), pages.troubleshooting);
  },
  'results are narrowed to a topic and widened again': async (page) => {
    await page.goto('/en/search?q=speaker');
    const all = await heading(page);
    const facet = page.locator('.facets [aria-labelledby=facets] a').first();
    const count = await facet.locator('.count').textContent();
    await facet.click();
    assert.match(await heading(page), new RegExp(`^${count} results?`));
    assert.equal(await page.locator('.facets [aria-current=true] .count').textContent(), count);
    await page.locator('.facets [aria-labelledby=facets] a', { hasText: 'All topics' }).click();
    assert.equal(await heading(page), all);
  },
  'a product is chosen, searched in and left': async (page) => {
    await page.goto('/en/');
    await page.locator('.products a', { hasText: 'Heron' }).click();
    assert.equal(await page.locator('h1').textContent(), 'Heron');
    assert.equal(await page.locator('.row', { hasText: 'Mount the Heron on the wall' }).count(), 1);
    await page.locator('#q').fill('sound');
    await page.locator('#q').press('Enter');
    await page.waitForURL(/q=sound/);
    assert.match(page.url(), /product=heron/);
    const narrowed = await heading(page);
    await page.locator('.facets [aria-labelledby=type] a', { hasText: 'Solving a problem' }).click();
    assert.equal(await page.locator('.facets [aria-current=true]').count(), 2);
    await page.locator('.facets a', { hasText: 'All kinds' }).click();
    assert.equal(await heading(page), narrowed);
    await page.locator('.facets a', { hasText: 'All products' }).click();
    assert.doesNotMatch(page.url(), /product/);
    assert.notEqual(await heading(page), narrowed);
  },
  'results are paged through': async (page) => {
    await page.goto('/en/search?q=speaker');
    const first = await page.locator('.hit h2').first().textContent();
    await page.locator('.paging a[rel~=next]').click();
    assert.equal(await page.locator('.paging [aria-current=page]').textContent(), 'Page 2');
    assert.notEqual(await page.locator('.hit h2').first().textContent(), first);
    await page.locator('.paging a[rel~=prev]').click();
    assert.equal(await page.locator('.hit h2').first().textContent(), first);
  },
  'a correction is said and can be undone': async (page) => {
    await page.goto(pages.home);
    await search(page, 'trakcing');
    const honest = page.locator('.honest');
    assert.match(await honest.textContent(), /Showing results for tracking\. You typed trakcing\./);
    await honest.getByRole('link', { name: 'Search only for exactly what I typed' }).click();
    assert.match(await heading(page), /^Nothing found for “trakcing”/);
    await page.locator('.honest').getByRole('link', { name: 'Include similar words and spellings' }).click();
    assert.match(await heading(page), /^\d+ results?/);
  },
  'nothing found leads on': async (page) => {
    await page.goto(pages.home);
    await search(page, 'zzzqqqxxx');
    assert.equal(await heading(page), 'Nothing found for “zzzqqqxxx”');
    assert.equal(await page.locator('#q').inputValue(), 'zzzqqqxxx');
    await main(page).getByRole('link', { name: 'Set-up', exact: true }).click();
    assert.equal(pathOf(page), '/en/set-up/');
  },
  'a wrong address leads to what was meant': async (page) => {
    const answer = await page.goto('/en/reset-pasword');
    assert.equal(answer.status(), 404);
    await search(page, 'reset password');
    await page.locator('.hit h2 a').first().click();
    assert.ok(await page.locator('article').isVisible());
  },
  'troubleshooting goes from step to step': async (page) => {
    await page.goto(pages.troubleshooting);
    const questions = page.locator('.step-question');
    assert.equal(await questions.count(), 6);
    await questions.first().getByRole('link', { name: 'No, go to step 2' }).click();
    const step = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
    assert.equal(await step.textContent(), 'Step 2: Find a better place');
    assert.ok(await step.isVisible());
    await questions.last().getByRole('link', { name: 'No, what else?' }).click();
    assert.match(page.url(), /#when-it-happens-on-bluetooth$/);
  },
  'a heading of the contents leads to its section': async (page) => {
    await page.goto(pages['long article']);
    await page.locator('.toc-side a', { hasText: 'Shop codes' }).click();
    assert.ok(page.url().endsWith('#shop-codes'));
  },
};

for (const js of [true, false]) {
  for (const [name, walk] of Object.entries(journeys)) {
    test(`${name}, ${js ? 'with' : 'without'} scripts`, async (t) => walk(await open(t, pages.home, { js })));
  }
}

test('without scripts no control is shown that would do nothing', async (t) => {
  const page = await open(t, pages.article, { js: false });
  assert.deepEqual(await page.locator('button:visible').evaluateAll((all) => all.filter((one) => one.type !== 'submit').length), 0);
});
