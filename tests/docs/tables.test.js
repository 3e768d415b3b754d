// Every table of names in the documents against what the programs print, and against the tables in the code.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { code, table, tables } from './markdown.js';
import { copySample, folder, indexer, root, run, serve, write, bin } from './programs.js';

const writing = 'docs/writing.md';
const operating = 'docs/operating.md';
const source = (path) => readFileSync(join(root, path), 'utf8');
const sources = (room) => readdirSync(join(root, room), { recursive: true }).filter((name) => name.endsWith('.cc'))
  .map((name) => source(join(room, name))).join('\n');
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const unique = (names) => [...new Set(names)].sort();
const documented = (file, heading, column) => unique(table(file, heading, column).rows.flatMap((row) => code(row[0])));

test('every rule of the program is explained in writing.md with its levels and words, and no other', () => {
  const known = indexer('check', '--explain', 'no-such-rule').all.match(/these are the rules: (.*)/)[1].split(', ');
  const rows = table(writing, 'Rules').rows;
  assert.deepEqual(rows.map((row) => code(row[0])[0]), known);
  for (const [name, strict, lenient, meaning] of rows) {
    const rule = code(name)[0];
    const printed = indexer('check', '--explain', rule).out.split('\n');
    const level = (word) => (word === 'warn' ? 'warning' : word);
    assert.equal(printed[0], `${rule}: ${level(strict)} with site.yaml, ${level(lenient)} without`);
    assert.equal(meaning, printed[2].replaceAll('|', '\\|'), `the explanation of ${rule}`);
  }
});

test('every front matter key is documented', () => {
  const rows = table(writing, 'Front matter').rows;
  const words = rows.flatMap((row) => [...code(row[0]), ...code(row[1])]).map((word) => word.replace(/:.*/, ''));
  const known = all(source('indexer/front_matter/article_keys.cc'), /^ +(?:Key)?\{"(\w+)"/gm);
  assert.ok(known.length > 30, 'the table of keys in indexer/front_matter/article_keys.cc is not found');
  assert.deepEqual(known.filter((key) => !words.includes(key)), []);
});

test('every documented front matter key is known', (t) => {
  const rows = table(writing, 'Front matter').rows;
  const keys = unique(rows.flatMap((row) => [...code(row[0]), ...code(row[1])]).map((word) => word.replace(/:.*/, '')));
  const content = folder(t);
  write(join(content, 'a.md'), `---\n${keys.map((key) => `${key}:\n`).join('')}---\nText.\n`);
  assert.doesNotMatch(indexer('check', content).out, /unknown-key/);
});

test('every key of site.yaml, synonyms.yaml and expectations.yaml is documented', () => {
  const text = source(writing) + source('docs/widget.md');
  const keys = unique(all(sources('indexer/config'), /^ +\{"(\w+)",/gm));
  assert.ok(keys.length > 30, 'the tables of keys in indexer/config are not found');
  assert.deepEqual(keys.filter((key) => !text.includes('`' + key + '`')), []);
});

test('every documented key of site.yaml is known', (t) => {
  const content = folder(t);
  write(join(content, 'a.md'), '# A\n\nText.\n');
  write(join(content, 'site.yaml'), documented(writing, 'site.yaml', 'key').map((key) => `${key}:\n`).join(''));
  assert.doesNotMatch(indexer('check', content).out, /config-key/);
});

const flagsOf = (help) => unique(all(help, /^ +(?:-\w,)?(--[a-z][a-z-]*)/gm).filter((flag) => flag !== '--help'));

test('the flags of firstline-indexer are those of its help', () => {
  const commands = all(indexer('--help').out.split(/^Subcommands:/m)[1], /^ {2}([\w-]+)/gm);
  const usage = all(source(operating), /^firstline-indexer ([\w-]+) [A-Z-]/gm);
  assert.deepEqual(unique(usage), unique(commands));
  const rows = table(operating, 'firstline-indexer', 'flag').rows;
  for (const command of commands) {
    const wanted = rows.filter((row) => row[1].split(', ').includes(command)).flatMap((row) => code(row[0]));
    const inUsage = all(source(operating), /^firstline-indexer .*$/gm).length && source(operating)
      .match(new RegExp(`^firstline-indexer ${command} .*$`, 'gm')).join(' ');
    const flags = [...wanted, ...inUsage.matchAll(/--[a-z-]+/g)].map((flag) => String(flag).match(/^--[a-z-]+/)?.[0]);
    assert.deepEqual(unique(flags.filter(Boolean)), flagsOf(indexer(command, '--help').out), `flags of ${command}`);
  }
});

test('the flags of firstline-searchd are those of its help', () => {
  const flags = documented(operating, 'firstline-searchd', 'flag').map((flag) => flag.replace(/ .*/, ''));
  assert.deepEqual(unique(flags.filter((flag) => flag !== '--help')), flagsOf(run(join(bin, 'firstline-searchd'), ['--help']).out));
});

test('the flags of firstline-courier are those of its help', () => {
  const flags = documented(operating, 'The contact form', 'flag of firstline-courier').map((flag) => flag.replace(/ .*/, ''));
  assert.deepEqual(unique(flags.filter((flag) => flag !== '--help')), flagsOf(run(join(bin, 'firstline-courier'), ['--help']).out));
});

// {lang} stays, other parts are whatever fits; what begins with a method and what follows ? is left out.
const shape = (address) => address.replace(/^[A-Z]+ /, '').replace(/\?.*/, '').replace(/\{(?!lang\})\w+\}/g, '{}');
const parameters = (address) => all(address, /[?&](\w+)=/g);

test('every address of the daemon is documented, with parameters it knows', () => {
  const routes = [...source('searchd/routes.cc').matchAll(/\{\.name = "(\w+)",\s*\.pattern = "([^"]+)"([^]*?)(?=\{\.name|\};)/g)]
    .map(([, name, pattern, rest]) => ({ name, pattern: shape(pattern), params: all(rest.match(/\.params = \{([^}]*)\}/)?.[1] ?? '', /"(\w+)"/g) }));
  assert.ok(routes.length > 25, 'the table of routes in searchd/routes.cc is not found');
  const rows = table(operating, 'Addresses', 'address').rows.flatMap((row) => code(row[0]));
  // Catch-alls, and what the pages themselves ask for.
  const inner = ['api_unknown', 'other', 'sitemap_part', 'widget_suggest', 'widget_content', 'favicon'];
  const shapes = rows.map(shape);
  // The event log reads these of any address. They change no answer, so the routes know nothing of them.
  const noted = all(source('searchd/visit/search_trail.cc'), /params\.get\("(\w+)"\)/g);
  assert.deepEqual(routes.filter((route) => !inner.includes(route.name) && !shapes.includes(route.pattern)).map((route) => route.pattern), []);
  for (const address of rows) {
    const known = routes.filter((route) => route.pattern === shape(address).replace('{lang}/{}/', '{lang}/{}'));
    assert.ok(known.length, `no route answers ${address}`);
    for (const name of parameters(address)) assert.ok(noted.includes(name) || known.some((route) => route.params.includes(name)), `${address} does not know ${name}`);
  }
});

test('the API is documented as its description says', () => {
  const rows = table(operating, 'Addresses', 'address').rows.flatMap((row) => code(row[0])).filter((row) => row.startsWith('/api/'));
  const { paths } = JSON.parse(source('searchd/api/openapi.json'));
  assert.deepEqual(unique(rows.map(shape)), unique(Object.keys(paths).map(shape)));
  for (const row of rows) {
    const path = Object.keys(paths).find((one) => shape(one) === shape(row));
    const named = (paths[path].get?.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name);
    assert.deepEqual(unique(parameters(row)), unique(named), row);
  }
});

test('the metrics are those of /metrics', async (t) => {
  const work = folder(t);
  indexer('build', copySample(join(work, 'content')), '--index', join(work, 'index'));
  const daemon = await serve(t, ['--index', join(work, 'index'), '--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0', '--outbox', join(work, 'outbox')]);
  const printed = await (await fetch(`${daemon.admin}/metrics`)).text();
  const names = table(operating, 'Metrics', 'name').rows.flatMap((row) => code(row[0]).map((name) => [name.replace(/\{.*/, ''), row[1]]));
  const kinds = [...printed.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]) => [name, kind]);
  assert.deepEqual(names.sort(), kinds.sort());
});

test('the events of the log are those that the daemon logs', () => {
  const logged = unique(all(sources('searchd'), /log_event\(\s*"(\w+)"/g));
  assert.deepEqual(logged.filter((name) => !documented(operating, 'Log', 'event').includes(name)), []);
  assert.deepEqual(documented(operating, 'Log', 'event').filter((name) => !sources('searchd').includes(`"${name}"`)), []);
});

test('every package is in the table of dependencies, and no other', () => {
  const file = 'docs/dependencies.md';
  const packages = source('tools/packages.txt').split('\n').filter((line) => /^\w/.test(line)).map((line) => line.split(' ')[1]);
  const rows = tables(file).filter((one) => one.columns[1] === 'package').flatMap((one) => one.rows.flatMap((row) => code(row[1])));
  assert.deepEqual(unique(rows.filter((name) => name !== 'systemd')), unique(packages));
});

test('every preset is in the table of presets', () => {
  const presets = JSON.parse(source('CMakePresets.json')).configurePresets.filter((one) => !one.hidden).map((one) => one.name);
  assert.deepEqual(table('CONTRIBUTING.md', 'Build', 'preset').rows.map((row) => code(row[0])[0]).sort(), presets.sort());
});
