import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from './package.json' with { type: 'json' };

const papers = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')];

const read = (path: string) => readFileSync(path, 'utf8');
const withoutCode = (text: string) => text.replace(/^ *```.*?^ *```$/gms, '');

/** The anchors that link to a Markdown page's headings. */
function anchors(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}

describe.each(papers)('%s', (paper) => {
  const text = read(paper);
  const prose = withoutCode(text);

  test('links lead to files and headings that exist', () => {
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links
      .filter((link) => !link.startsWith('https://'))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path ? join(dirname(paper), path) : paper;
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchors(read(target)).includes(anchor);
      });
    expect(dead).toEqual([]);
  });

  test('files and folders that it names exist', () => {
    const named = [...prose.matchAll(/`([^`\s]+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => /^(app|components|docs|e2e|lib|public)\//.test(path));
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('npm scripts that it names exist', () => {
    const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(run.filter((script = '') => !(script in packageJson.scripts))).toEqual([]);
  });
});

test.each(['lib', 'components'])('CONTRIBUTING.md lists each room of %s', (root) => {
  const rooms = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `\`${root}/${name}\``);
  expect(rooms.filter((room) => !read('CONTRIBUTING.md').includes(room))).toEqual([]);
});
