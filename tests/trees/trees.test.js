// A small tree of each tool that people come from, with every construct its writers use, as readers see it here: no raw
// marks, nothing dead without a finding, no draft and no internal note anywhere; titles, order and addresses right.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, served, survey, unreported, visibleText } from './survey.js';

const here = dirname(fileURLToPath(import.meta.url));
const trees = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const outcomes = Object.fromEntries(await Promise.all(trees.map(async (tree) => [tree, await survey(join(here, tree))])));
const pageOf = (tree, path) => outcomes[tree].pages.find((page) => page.path === path);

for (const tree of trees) {
  test(`${tree} is published`, () => {
    assert.equal(outcomes[tree].built.code, 0, outcomes[tree].built.out);
    assert.ok(outcomes[tree].pages.length > 0);
  });

  test(`${tree} shows no raw marks`, () => assert.deepEqual(outcomes[tree].marks, []));

  test(`${tree} has nothing dead that was not reported`, () => assert.deepEqual(unreported(outcomes[tree]), []));

  test(`${tree} publishes no draft and no note`, async (t) => {
    const index = mkdtempSync(join(tmpdir(), 'firstline-trees-'));
    t.after(() => rmSync(index, { recursive: true, force: true }));
    await build(join(here, tree), index);
    await served(index, async (url) => {
      const paths = outcomes[tree].pages.map((page) => page.path);
      const surfaces = [...paths, ...paths.map((path) => path.replace(/\/?$/, '.md')), '/sitemap.xml', '/llms.txt',
        ...outcomes[tree].languages.flatMap((lang) => [`/api/v1/search?q=canary&lang=${lang}`, `/${lang}/search?q=CANARY`])];
      for (const path of surfaces) {
        const text = (await (await fetch(url + path)).text()).replace(/value="CANARY"|“CANARY”|canary/g, '');
        assert.doesNotMatch(visibleText(text), /CANARY (of|draft)/, path);
      }
    });
  });
}

// What a page says, part for part in this order.
const SAID = {
  jekyll: { '/en/faq/descale': ['Hot water', 'With vinegar', '{% this is code %}', 'A tip for every reader.', 'What it means.'] },
  hugo: { '/en/content/brakes/pads': [], '/en/brakes/pads': ['Before you begin', 'Take the wheel off', 'Sharp', 'Front', 'Rear', 'Which pads fit?', 'A worn pad'] },
  docusaurus: { '/en/intro': ['macOS', 'Open the settings', 'Windows', 'Faster', 'Did you know?', 'More', 'lamp.js', 'Next'] },
  starlight: { '/en/index': ['The Gannet weighs 210 g.', 'It can be reset.', 'Pair the camera'], '/en/guides/reset': ['Careful', 'All pictures are lost', 'Charge it first'] },
  vitepress: { '/en/index': ['Flat ground', 'More about floors', 'npm', 'pnpm', 'scale.ts', 'At most 150 kg', 'beta', 'Wipe it'], '/en/guide/care': ['wipe --dry'] },
  mkdocs: { '/en/index': ['Before you begin', 'Read this first', 'Battery', 'Cable', 'Keep it dry', 'Ctrl', 'remember', 'drill.py', 'A tool for holes', 'Keep the case shut'] },
  gitbook: { '/en/readme': ['Answers are short here', 'Web', 'Open the menu', 'Phone', 'A tour', 'note.txt', 'Sign in', 'The quill'], '/en/billing/card': ['GET https://api.quill.example/cards (List cards)', 'page (Number)', 'From 1.', '200: OK'] },
  docfx: { '/en/index': ['Needs firmware 2', 'Save', 'Next', 'Phone', 'Use the app', 'Watch', 'Turn the crown', 'At home', 'Left', 'The left strap', 'Steel', 'Polish it.'] },
  markdoc: { '/en/index': ['Welcome to Owl Clocks.', 'Mind the glass', 'Sizes', 'Name', 'Height', 'Barn', '40 cm', 'One of two:', '25 cm', 'hoots', 'ticks', 'Wind it', 'Once a week.', 'The spring'] },
  retype: { '/en/readme': ['Updated', 'Trim the wick', 'Oil', 'Fill it', 'Candle', 'Is it hot?', 'The glass is.', 'Open flame', 'By day', 'By night', 'Watch it.'] },
  mdbook: { '/en/src/welcome': ['Wet nets', 'Dry them first.', 'Nylon', 'Rinse it.', 'Cotton', 'From the quay', 'Knots hold better wet.', 'times 2 wide', 'The holes of a net.'] },
  mintlify: { '/en/quick': ['Have your key ready', 'npm', 'yarn', 'Keys', 'Where keys are', 'Is it free?', 'Sign up', 'name (string, required)', 'The bird', 'May (v2)', 'perch (number, default: 3): How many', 'A nest', 'Where it sleeps'] },
  sphinx: {
    '/en/index': ['Rinse it', 'Hot surface', 'At home', 'In the office', 'lock.sh', 'Why does it click?', 'lid', 'Sizes', 'Litres', '0.8',
      'Eco', 'Menu → Clean', 'Remove limescale', 'what it is made of', 'heron.wait', 'Steel', 'Remove limescale'],
    '/en/guide/descale': ['Unplug it first', 'With vinegar', 'One part in two', 'Limescale', 'What hard water leaves', 'version 2.1', 'Pour it away.'],
  },
  readme: { '/en/v1-0/first-steps': ['Hello name', 'ridge tent', 'Not near a fire', 'Keep two metres away.', 'Pegs and poles', 'Part', 'Peg', '(two spare)', 'Pole | rod', 'Ready in ten minutes', 'Ask for sizes', 'curl', 'tents()', 'Sleeps four', 'How to pitch it'] },
  hexo: { '/en/posts/string': ['Short and strong', 'the plan', 'how much wind', 'Before you fly', 'power lines', 'Length in metres', 'length(30)', 'most of it', 'Old Amos, Kites by the Sea', 'Never let go.', '{{ kept }}'] },
  obsidian: { '/en/home': ['Water the plants', 'winter', 'Folded', 'Important'] },
};

for (const [tree, pages] of Object.entries(SAID)) {
  for (const [path, parts] of Object.entries(pages).filter(([, said]) => said.length > 0)) {
    test(`${tree}${path} says what its writer wrote, in order`, () => {
      const page = pageOf(tree, path);
      assert.ok(page, outcomes[tree].pages.map((one) => one.path).join(' '));
      const text = page.body.replace(/<[^>]*>/g, '');
      let at = 0;
      for (const part of parts) {
        const found = text.indexOf(part, at);
        assert.ok(found >= 0, `${part} in ${text.slice(at, at + 400)}`);
        at = found;
      }
    });
  }
}

test('languages are found', () => {
  assert.deepEqual(outcomes.hugo.languages, ['en', 'de']);
  assert.deepEqual(outcomes.docusaurus.languages, ['en', 'fr']);
  assert.deepEqual(outcomes.starlight.languages, ['en', 'de']);
  assert.deepEqual(outcomes.zendesk.languages, ['en-US']);
});

const OLD = {
  jekyll: { '/en/faq/descale': ['/faq/descale.html', '/en/faq/descale.html', '/old/descaling'] },
  docusaurus: {
    '/en/setup/first-run': ['/docs/setup/first-run', '/docs/setup/first-run/'],
    '/en/install-the-lamp': ['/docs/install-the-lamp'],
    '/fr/setup/first-run': ['/fr/docs/setup/first-run'],
  },
  mkdocs: { '/en/drill/charge': ['/drill/charge/', '/drill/charge.html', '/drill/charge/index.html'] },
  vitepress: { '/en/guide/care': ['/guide/care', '/guide/care.html'] },
};
for (const [tree, pages] of Object.entries(OLD)) {
  test(`old addresses of ${tree} lead to the page`, async (t) => {
    const index = mkdtempSync(join(tmpdir(), 'firstline-trees-'));
    t.after(() => rmSync(index, { recursive: true, force: true }));
    await build(join(here, tree), index);
    await served(index, async (url) => {
      for (const [page, olds] of Object.entries(pages)) {
        for (const old of olds) {
          const answer = await fetch(url + old, { redirect: 'manual' });
          assert.deepEqual([answer.status, answer.headers.get('location')], [301, page], old);
        }
      }
    });
  });
}
