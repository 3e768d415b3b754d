// What every test begins with: the site under test, its kinds of pages, and browser pages that complain about whatever
// must never happen to a visitor.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

export const site = process.env.FIRSTLINE_SITE;
if (!site) throw new Error('Run these tests with `node run.js`, which starts what they need.');

const browser = await chromium.connect(process.env.FIRSTLINE_BROWSER);
after(() => browser.close());

// Reports what a page must not do: errors, dialogs, requests to other origins, cookies. The browser itself logs an
// error when a page is answered with 404, which is no complaint about the page.
function watch(context, origins) {
  const complaints = [];
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on('console', (message) => {
    const ofThePage = message.location().url === message.page()?.url();
    if (ofThePage && /Failed to load resource.*\b4\d\d\b/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'about:'].includes(url.protocol) && !origins.includes(url.origin)) complaints.push(`foreign request: ${url}`);
  });
  return complaints;
}

// A page of its own context. When the test `t` ends, whatever there was to complain about fails it.
export async function newPage(t, { js = true, width = 1280, height = 900, origin = site, also = [], ...options } = {}) {
  const context = await browser.newContext({
    baseURL: origin, javaScriptEnabled: js, viewport: { width, height }, reducedMotion: 'reduce', locale: 'en-GB',
    timezoneId: 'UTC', ...options,
  });
  context.setDefaultTimeout(60000);
  const complaints = watch(context, [origin, ...also]);
  t.after(async () => {
    for (const cookie of await context.cookies()) complaints.push(`cookie: ${cookie.name}`);
    await context.close();
    assert.deepEqual(complaints, []);
  });
  return context.newPage();
}

export async function open(t, path, options = {}) {
  const page = await newPage(t, options);
  await page.goto(path);
  return page;
}

// Every kind of page, by its name. Those of routes that this build does not have are left out.
async function existing(pages) {
  const answers = await Promise.all(Object.entries(pages).map(async ([name, path]) => [name, path, (await fetch(site + path)).ok]));
  return Object.fromEntries(answers.filter(([, , ok]) => ok));
}

export const pages = {
  home: '/en/',
  category: '/en/troubleshooting/',
  article: '/en/before-you-buy/which-speaker-is-right',
  'long article': '/en/troubleshooting/error-codes',
  'how-to with images': '/en/set-up/connect-heron-to-tv',
  'a film': '/en/set-up/pair-finch-by-bluetooth',
  troubleshooting: '/en/troubleshooting/sound-keeps-dropping',
  questions: '/en/orders-and-payment/faq',
  'known issue': '/en/troubleshooting/known-issue-nightjar-alarm-after-clock-change',
  'german article': '/de/troubleshooting/fehlercodes',
  'answer box': '/en/search?q=refund',
  results: '/en/search?q=speaker&page=2',
  corrected: '/en/search?q=trakcing+my+ordr',
  'one topic': '/en/search?q=speaker&category=set-up',
  'one product': '/en/search?product=heron',
  'all narrowed': '/en/search?q=bluetooth&product=finch&type=howto',
  exact: '/en/search?q=speaker&exact=1',
  nothing: '/en/search?q=zzzqqqxxx',
  'another language': '/de/search?q=ear+tips+size',
  'empty search': '/en/search',
  'longer text': '/en/search?long=1',
  missing: '/en/no-such-page',
  status: '/en/status',
  'found by a search': '/en/troubleshooting/sound-keeps-dropping?r=1&q=sound+dropping',
  ...(await existing({
    contact: '/en/contact',
    'contact with a question': '/en/contact?q=my+refund+is+late',
    message: '/en/contact/message?q=my+refund+is+late&article=troubleshooting%2Fsound-keeps-dropping',
    'feedback yes': '/en/feedback?id=troubleshooting%2Fsound-keeps-dropping&helpful=yes',
    'feedback no': '/en/feedback?id=troubleshooting%2Fsound-keeps-dropping&helpful=no',
    widget: '/en/widget',
    'widget article': '/en/widget/troubleshooting/sound-keeps-dropping',
  })),
};
