// What the documents show as working is put through the programs: articles are built, YAML is read as the file that the
// text names, commands are run on a sample index, and printed lines are compared with what is really printed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { blocks } from './markdown.js';
import { bin, copySample, environment, folder, indexer, root, run, serve, write } from './programs.js';

const files = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md',
  ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const everyBlock = files.flatMap(blocks);
const place = (block) => `${block.file}:${block.line}`;
const ofLanguage = (...languages) => everyBlock.filter((block) => languages.includes(block.language));

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

// What a block's links lead to, so that it is judged by its own syntax: articles with the section, images, files.
function writeTargets(article, text) {
  const own = [];
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const [path, anchor] = target.split('#');
    if (!path) own.push(anchor);
    else if (/^(https?|mailto|tel):/.test(path)) continue;
    else if (path.endsWith('/')) write(join(dirname(article), path, 'index.md'), '# A category\n\nText.\n');
    else if (path.endsWith('.md')) write(join(dirname(article), path), `# Another\n\nText.\n\n## A section {#${anchor ?? 'section'}}\n\nText.\n`);
    else write(join(dirname(article), path), pixel);
  }
  return own.map((anchor) => `\n## A section {#${anchor}}\n\nText.\n`).join('');
}

for (const block of ofLanguage('markdown', 'md')) {
  test(`${place(block)} is an article that builds`, (t) => {
    const content = join(folder(t), 'content');
    const article = join(content, 'en/orders/a.md');
    write(join(content, 'site.yaml'), 'rules: {git-dates: off}');
    write(join(content, 'en/orders/index.md'), '# Orders\n\nText.\n');
    const sections = writeTargets(article, block.text);
    write(article, (block.text.startsWith('---') ? '' : '---\ntitle: An article\n---\n') + block.text + sections);
    const built = indexer('build', content, '--index', join(content, '../index'), '--strict');
    assert.equal(built.out, '');
    assert.equal(built.code, 0, built.err);
  });
}

test('README.md: the first article is found in its customers\' words', (t) => {
  const [block] = blocks('README.md').filter((one) => one.language === 'markdown');
  const work = folder(t);
  write(join(copySample(join(work, 'content')), 'en/orders/track-my-order.md'), block.text);
  assert.equal(indexer('build', join(work, 'content'), '--index', join(work, 'index')).code, 0);
  const found = JSON.parse(indexer('search', join(work, 'index'), 'wheres my parcel', '--json').out);
  // The sample site has an article of that title, too: either may be first.
  const best = (found.results ?? found.hits).slice(0, 2).map((hit) => hit.id);
  assert.ok(best.includes('orders/track-my-order'), best.join(', '));
});

// The file a YAML block is of: named in the block's own first line, or last in the text above it.
function fileOf(block) {
  const first = block.text.match(/^# (\S+\.ya?ml)/);
  const above = [...`${block.heading}\n${block.before}`.matchAll(/[\w./-]+\.ya?ml/g)].map((match) => match[0]);
  return first?.[1] ?? above.pop() ?? '';
}

for (const block of ofLanguage('yaml', 'yml')) {
  const file = fileOf(block);
  if (file === '/etc/firstline.yaml') {
    test(`${place(block)} is a configuration of the daemon`, async (t) => {
      const work = folder(t);
      write(join(work, 'firstline.yaml'), block.text.replaceAll('/srv/firstline', work).replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:0'));
      await serve(t, ['--config', join(work, 'firstline.yaml')]);
    });
  } else if (file === '/etc/firstline-courier.yaml') {
    test(`${place(block)} is a configuration of the courier`, async (t) => {
      const work = folder(t);
      write(join(work, 'webhook-secret'), 'x'.repeat(32));
      write(join(work, 'courier.yaml'), block.text.replace('/var/lib/firstline-outbox', join(work, 'outbox'))
        .replace(/\/run\/credentials\/\S+\//, `${work}/`));
      const courier = spawn(join(bin, 'firstline-courier'), ['--config', join(work, 'courier.yaml')], { env: environment });
      t.after(() => courier.kill());
      const [said] = await Promise.race([once(courier.stderr, 'data'), once(courier, 'exit')]);
      assert.match(String(said), /event=courier_started/);
    });
  } else if (['site.yaml', 'synonyms.yaml', 'expectations.yaml', 'learned.yaml'].includes(file)) {
    test(`${place(block)} is a ${file} that holds for the sample articles`, (t) => {
      const work = folder(t);
      const content = copySample(join(work, 'content'));
      for (const [, logo] of block.text.matchAll(/logo: ([\w./-]+)/g)) write(join(content, logo), '<svg xmlns="http://www.w3.org/2000/svg"/>');
      for (const [, id] of block.text.matchAll(/article: "?([\w/-]+)/g)) {
        const article = join(content, 'en', `${id}.md`);
        if (!existsSync(article)) write(article, '# An article\n\nText.\n');
      }
      write(join(content, file), block.text);
      const searches = file === 'expectations.yaml' ? ['build', content, '--index', join(work, 'index')] : ['check', content];
      const built = indexer(...searches, '--format', 'json');
      assert.deepEqual(JSON.parse(built.out).findings.filter((one) => one.path.endsWith(file)).map((one) => one.message), []);
    });
  }
}

// The folders that the documents name: the sample articles, an index of two generations, a writer's articles, and events.
let house;
before(async () => {
  house = mkdtempSync(join(tmpdir(), 'firstline-docs-'));
  symlinkSync(join(root, 'content'), join(house, 'content'));
  write(join(house, 'my-articles/en/orders/hours.md'), '# Opening hours\n\nWe open at nine.\n');
  mkdirSync(join(house, 'var/lib/firstline'), { recursive: true });
  const index = join(house, 'srv/firstline/index');
  const firstBuild = indexer('build', join(house, 'content'), '--index', index);
  assert.equal(firstBuild.code, 0, firstBuild.all);
  write(join(house, 'published'), firstBuild.err);
  const daemon = await serve({ after() {} }, ['--index', index, '--listen', '127.0.0.1:0',
    '--events', join(house, 'var/lib/firstline/events.db')]);
  await daemon.stop();
});
after(() => rmSync(house, { recursive: true, force: true }));

// The same house for one test, to change as it likes.
function rooms(t) {
  const work = folder(t);
  cpSync(house, work, { recursive: true });
  return work;
}

// The model of meaning is data that is not ours, so these builds go without it.
const settled = (line, work) => line.replace(/\s#\s.*$/, '').replaceAll('/srv/firstline', `${work}/srv/firstline`)
  .replaceAll('/var/lib/firstline', `${work}/var/lib/firstline`).replaceAll('~/', `${work}/`)
  .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:0').replace(' --meaning en.model', '');
const commands = (text) => text.replace(/\\\n\s*/g, '').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
const bash = (command, work) => run('/bin/bash', ['-c', command], { cwd: work, env: environment });

for (const block of ofLanguage('sh', 'bash').filter((one) => /firstline-(indexer|searchd) /.test(one.text))) {
  test(`${place(block)}: the commands run`, async (t) => {
    const work = rooms(t);
    for (const line of commands(block.text).map((one) => settled(one, work))) {
      if (line.startsWith('firstline-searchd ')) {
        await (await serve(t, line.split(' ').slice(1))).stop();
      } else if (/^firstline-indexer |^build\/\w+\/bin\/firstline-indexer /.test(line)) {
        const ended = bash(/-indexer build /.test(line) ? line.replace('/index', '/new-index') : line, work);
        assert.equal(ended.code, 0, `${line}\n${ended.all}`);
      }
    }
  });
}

for (const block of everyBlock.filter((one) => /^\$ firstline-/m.test(one.text))) {
  test(`${place(block)}: what is printed`, (t) => {
    const work = rooms(t);
    const index = join(work, 'srv/firstline/index');
    assert.equal(indexer('build', join(work, 'my-articles'), '--index', index, '--force').code, 0);
    const names = block.text.match(/gen-\d+/g).sort();  // the document's generations, and ours
    const ours = (text) => text.replaceAll(names[0], 'gen-000001').replaceAll(names.at(-1), 'gen-000002');
    let printed = [];
    for (const line of block.text.trimEnd().split('\n')) {
      if (line.startsWith('$ ')) {
        assert.deepEqual(printed, [], 'printed, but not in the document');
        printed = bash(settled(ours(line.slice(2)), work), work).all.trimEnd().split('\n');
      } else {
        // Days, counts and revisions differ; the words do not.
        const shape = (text) => ours(text).replace(/\d+ articles? in .*|\d+-\d+-\d+T\S+/g, '').trimEnd();
        assert.equal(shape(printed.shift()), shape(line));
      }
    }
    assert.deepEqual(printed, [], 'printed, but not in the document');
  });
}

test('README.md: the first build prints what it says', () => {
  const [said] = everyBlock.filter((one) => one.file === 'README.md' && one.text.startsWith('Published'));
  const printed = readFileSync(join(house, 'published'), 'utf8').split('\n');
  assert.equal(printed.find((line) => line.startsWith('Published')), said.text.split('\n')[0]);
});

for (const block of ofLanguage('sh', 'bash')) {
  test(`${place(block)}: the scripts, presets and programs exist`, () => {
    for (const [, script] of block.text.matchAll(/^(tools\/\w+|\.ci\/\w+|tests\/\S+)/gm)) assert.ok(existsSync(join(root, script)), script);
    const presets = JSON.parse(readFileSync(join(root, 'CMakePresets.json'), 'utf8')).configurePresets.map((one) => one.name);
    for (const [, preset] of block.text.matchAll(/(?:--preset |tools\/build |\bbuild\/)(\w+)/g)) assert.ok(presets.includes(preset), preset);
    for (const [, program] of block.text.matchAll(/build\/\w+\/bin\/([\w-]+)/g)) assert.ok(existsSync(join(bin, program)), program);
  });
}

test('the findings that documents show are of rules that exist', () => {
  const rules = indexer('check', '--explain', 'no-such-rule').all.match(/these are the rules: (.*)/)[1].split(', ');
  const lines = everyBlock.filter((one) => !one.language).flatMap((one) => one.text.split('\n')).filter((line) => /: (error|warning): /.test(line));
  assert.ok(lines.length >= 2);
  for (const line of lines) assert.ok(rules.includes(line.match(/^\S+:\d+:\d+: (?:error|warning): .* \[([\w-]+)\]$/)?.[1]), line);
});

test('the links between documents lead to files and headings', () => {
  const anchors = (file) => readFileSync(join(root, file), 'utf8').split('\n').filter((line) => /^#+ /.test(line))
    .map((line) => line.replace(/^#+ /, '').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/ /g, '-'));
  for (const file of [...files, 'ARCHITECTURE.md', 'CHANGELOG.md']) {
    const prose = readFileSync(join(root, file), 'utf8').replace(/^ *(```|~~~)[^]*?^ *\1/gm, '').replace(/`[^`\n]*`/g, '');
    for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [path, anchor] = target.split('#');
      const to = path ? join(dirname(file), path) : file;
      assert.ok(existsSync(join(root, to)), `${file}: ${target}`);
      if (anchor) assert.ok(anchors(to).includes(anchor), `${file}: ${target}`);
    }
  }
});
