// What the documents hold besides prose: fenced blocks and tables, each with the place it stands at.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './programs.js';

// A fenced block: { file, line, language, text, heading, before }; `before` is the paragraph it follows.
export function blocks(file) {
  const found = [];
  let heading = '';
  let before = '';
  let open = null;
  readFileSync(join(root, file), 'utf8').split('\n').forEach((line, index) => {
    const fence = line.match(/^( *)(`{3,}|~{3,})\s*(\w*)\s*$/);
    if (open) {
      if (fence && fence[2].startsWith(open.fence) && !fence[3]) {
        found.push(open);
        open = null;
      } else {
        open.text += line.slice(Math.min(open.indent, line.search(/\S|$/))) + '\n';
      }
    } else if (fence) {
      open = { file, line: index + 1, fence: fence[2], indent: fence[1].length, language: fence[3], text: '', heading, before };
    } else if (/^#+ /.test(line)) {
      heading = line.replace(/^#+ /, '');
      before = '';
    } else if (line.trim()) {
      before += line + '\n';
    }
  });
  return found;
}

// The tables of a file: { heading, columns, rows }, rows and columns as they are written.
export function tables(file) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim());
  const found = [];
  let heading = '';
  let table = null;
  let fenced = false;
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  lines.forEach((line, index) => {
    if (/^ *(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) return;
    if (/^#+ /.test(line)) heading = line.replace(/^#+ /, '');
    if (!line.startsWith('|')) table = null;
    else if (!table && /^\|[-| :]+\|$/.test(lines[index + 1] ?? '')) found.push(table = { heading, columns: cells(line), rows: [] });
    else if (table && !/^\|[-| :]+\|$/.test(line)) table.rows.push(cells(line));
  });
  return found;
}

// The only table below a heading whose first column has this name.
export function table(file, heading, column) {
  const fitting = tables(file).filter((one) => one.heading === heading && (!column || one.columns[0] === column));
  if (fitting.length !== 1) throw new Error(`${file}: ${fitting.length} tables below '${heading}'`);
  return fitting[0];
}

// `a`, `b` -> ['a', 'b']
export const code = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
