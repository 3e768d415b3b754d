// How a folder of Markdown comes out, seen as its readers see it: every page is asked from the daemon, its text is
// searched for marks that no reader should see, and every image and link of our own is followed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const bin = resolve(process.env.FIRSTLINE_BIN ?? join(root, 'build/release/bin'));

// What a reader sees of a construct that was not read. Code is taken out before, and entities are undone.
const MARKS = {
  'Liquid tag': /\{%.*?%\}/s,
  'variable': /\{\{.*?\}\}/s,
  'MDX module line': /^\s*(import\s.+\sfrom\s+['"]|export\s+(const|default)\s)/m,
  'component': /<\/?[A-Z][\w.]*(\s[^<>]*)?\/?>/,
  'expression': /\{\/\*|\*\/\}|\{(props|frontmatter|metadata)\./,
  'attribute list': /\{:[^}\n]*\}|\{[#.][\w-]+[^}\n]*\}|\{\s*width=[^}\n]*\}/,
  'admonition': /^\s*(!!!|\?\?\?\+?)\s+\w/m,
  'container': /^\s*:::/m,
  'alert': /\[!\w+[^\]\n]*\]/,
  'tab': /^\s*===\s+"/m,
  'wiki link': /\[\[[^\]\n]+\]\]/,
  'highlight': /(^|\s)==[^=\s][^=\n]*==(?=\s|$|[.,;])/m,
  'Obsidian comment': /%%/,
  'key': /\+\+[a-z][\w+-]*\+\+/i,
  'emoji': /(^|\s):[a-z][a-z0-9_+-]+:(?=\s|$|[.,;!])/m,
  'footnote': /\[\^[^\]\s]+\]/,
  'include': /^\s*(-{2,}8<-{2,}|<<<\s+@?[/.])|\{![^\n]*!\}/m,
  'table of contents': /^\s*(\[TOC\]|\[\[_?toc_?\]\])\s*$/im,
  'emphasis': /\*\*[^*\s][^*\n]*\*\*/,
  'link': /\]\([^)\s]*\)/,
  'block id': /\s\^[a-z0-9]{4,}$/im,
  'front matter': /^(draft|sidebar_position|published|layout):\s/m,
  'role': /\{[a-z][\w:-]*\}code/,
  'label': /^\([\w-]+\)=$/m,
  'heading': /^#{1,6}\s\S/m,
};

const undo = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' };
const decode = (text) => text.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name) => undo[name]);

// What writers wrote, of an article or of a category's page.
export function articleBody(page) {
  const begin = page.search(/<div class="prose( body)?">/);
  const end = page.slice(begin).search(/<footer class="article-foot">|<section class="block"|<\/main>/);
  return begin < 0 ? '' : page.slice(begin, end < 0 ? undefined : begin + end);
}

export function visibleText(html) {
  return decode(html.replace(/<pre[\s\S]*?<\/pre>/g, '\n').replace(/<code[\s\S]*?<\/code>/g, 'code')
    .replace(/<(p|li|h\d|div|td|th|br|dt|dd|summary)\b/g, '\n<$1').replace(/<[^>]*>/g, ''));
}

export function rawMarks(html) {
  const text = visibleText(html);
  return Object.entries(MARKS).flatMap(([name, mark]) => {
    const found = text.match(mark);
    return found ? [{ name, text: found[0].trim().slice(0, 60) }] : [];
  });
}

// Links and images of a body, without those to other servers.
export function ownTargets(html) {
  const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((found) => decode(found[1]));
  return [...new Set(targets.filter((target) => target.startsWith('/')).map((target) => target.replace(/#.*/, '')))];
}

function markdownFiles(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => /\.(md|mdx|markdown)$/i.test(name)
    && !name.split('/').some((part) => part.startsWith('.') || part === 'node_modules'));
}

// Runs a program to its end; its peak memory is looked up while it runs.
async function measured(command, args) {
  const started = performance.now();
  const child = spawn(command, args, { env: { ...process.env, NO_COLOR: '1' } });
  const output = { out: '', err: '' };
  child.stdout.on('data', (data) => { output.out += data; });
  child.stderr.on('data', (data) => { output.err += data; });
  let memory = 0;
  const look = setInterval(() => {
    try {
      memory = Math.max(memory, Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
    } catch { /* it has just ended */ }
  }, 5);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(look);
  return { code, ...output, seconds: (performance.now() - started) / 1000, megabytes: memory / 1024 };
}

export async function served(index, use) {
  const daemon = spawn(join(bin, 'firstline-searchd'), ['--index', index, '--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0']);
  const ended = new Promise((done) => daemon.once('exit', done));
  try {
    const url = await new Promise((done, fail) => {
      let printed = '';
      const look = (data) => {
        printed += data;
        const found = printed.match(/Serving (\S+?)\/?\n/);
        if (found) done(found[1]);
      };
      daemon.stdout.on('data', look);
      daemon.stderr.on('data', look);
      daemon.once('exit', () => fail(new Error(printed)));
    });
    return await use(url);
  } finally {
    daemon.kill();
    await ended;
  }
}

async function addresses(url) {
  const locations = (xml) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => new URL(decode(found[1])).pathname);
  const text = async (path) => (await fetch(url + path)).text();
  const first = await text('/sitemap.xml');
  if (!first.includes('<sitemapindex')) return locations(first);
  return (await Promise.all(locations(first).map(text))).flatMap(locations);
}

async function crawl(url) {
  const found = { pages: [], marks: [], dead: [] };
  const known = new Map();
  const status = async (path) => {
    if (!known.has(path)) known.set(path, (await fetch(url + path, { redirect: 'follow' })).status);
    return known.get(path);
  };
  for (const path of await addresses(url)) {
    const body = articleBody(await (await fetch(url + path)).text());
    found.pages.push({ path, body });
    for (const mark of rawMarks(body)) found.marks.push({ path, ...mark });
    for (const target of ownTargets(body)) {
      if (await status(target) >= 400) found.dead.push({ path, target });
    }
  }
  return { ...found, languages: [...new Set(found.pages.map((page) => page.path.split('/')[1]))] };
}

export const build = (folder, index) => measured(join(bin, 'firstline-indexer'), ['build', folder, '--index', index, '--format', 'json']);

// Builds the folder, serves it and looks at every page.
export async function survey(folder) {
  const work = mkdtempSync(join(tmpdir(), 'firstline-survey-'));
  try {
    const index = join(work, 'index');
    const built = await build(folder, index);
    const findings = built.code === 0 || built.code === 1 ? JSON.parse(built.out) : [];
    const list = Array.isArray(findings) ? findings : findings.findings ?? [];
    const outcome = { folder, files: markdownFiles(folder).length, built, findings: list, languages: [], pages: [], marks: [], dead: [] };
    if (built.code !== 0) return outcome;
    return { ...outcome, ...await served(index, crawl) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// Dead targets that no finding names.
export const unreported = (outcome) => outcome.dead.filter(({ target }) =>
  !outcome.findings.some((finding) => finding.message.includes(decodeURIComponent(target).replace(/\/$/, ''))));

function counted(list, name) {
  const counts = new Map();
  for (const one of list) counts.set(name(one), [...counts.get(name(one)) ?? [], one]);
  return [...counts].sort((a, b) => b[1].length - a[1].length);
}

function report(outcome) {
  const { built, pages, marks, dead } = outcome;
  const withMarks = new Set(marks.map((mark) => mark.path)).size;
  const share = pages.length ? (100 * withMarks / pages.length).toFixed(1) : '0';
  console.log(`${outcome.folder}\n  ${outcome.files} Markdown files in, ${pages.length} pages out; ${built.seconds.toFixed(1)} s, ${built.megabytes.toFixed(0)} MB`);
  for (const line of built.err.trim().split('\n')) console.log(`  ${line.trim()}`);
  console.log(`  raw marks on ${withMarks} pages (${share}%)`);
  for (const [name, all] of counted(marks, (mark) => mark.name)) {
    console.log(`    ${name}: ${all.length} pages, first ${all[0].path}: ${JSON.stringify(all[0].text)}`);
  }
  console.log(`  dead targets: ${dead.length}, ${unreported(outcome).length} of them not reported`);
  for (const { path, target } of unreported(outcome).slice(0, 10)) console.log(`    ${path} -> ${target}`);
  for (const [rule, all] of counted(outcome.findings, (finding) => finding.rule)) {
    console.log(`    ${rule}: ${all.length} in ${new Set(all.map((finding) => finding.path)).size} files, first ${all[0].path}:${all[0].line}: ${all[0].message}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let failed = false;
  for (const folder of process.argv.slice(2)) {
    const outcome = await survey(folder);
    report({ ...outcome, folder: relative(process.cwd(), folder) || folder });
    failed ||= outcome.built.code !== 0 || unreported(outcome).length > 0;
  }
  process.exitCode = failed ? 1 : 0;
}
