import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob, relative } from 'node:path';
import { type Instruction, parseDockerfile } from './dockerfile.ts';

/** An image, built as a folder. */
export interface Image {
  /** The folder that stands for `/`. */
  root: string;
  workdir: string;
  from: string;
  env: Record<string, string>;
  user: string;
  command: string[];
  healthcheck: string[];
}

/** The user id that stands for all users of the image but root. */
const anybody = 65_534;

/**
 * Carries out a Dockerfile's steps without a container engine: each stage is a folder, in which
 * `RUN` runs its command and into which `COPY` copies.
 * @param folder where to make the stages' folders
 * @returns the last stage
 * @throws Error at an instruction that it cannot carry out
 */
export function buildImage(dockerfile: string, context: string, folder: string): Image {
  const stages = new Map<string, Image>();
  let image: Image | undefined;
  for (const instruction of parseDockerfile(readFileSync(dockerfile, 'utf8'))) {
    if (instruction.keyword === 'FROM') {
      const [from = '', , name = 'last'] = instruction.words;
      const root = join(folder, name);
      mkdirSync(root, { recursive: true });
      image = { root, from, workdir: '/', env: {}, user: 'root', command: [], healthcheck: [] };
      stages.set(name, image);
    } else if (image) carryOut(instruction, image, stages, context);
  }
  if (!image) throw new Error(`${dockerfile} has no FROM`);
  return image;
}

function carryOut(
  { keyword, flags, text, words }: Instruction,
  image: Image,
  stages: ReadonlyMap<string, Image>,
  context: string,
): void {
  switch (keyword) {
    case 'WORKDIR':
      image.workdir = text;
      mkdirSync(join(image.root, text), { recursive: true });
      return;
    case 'ENV':
      for (const word of words) {
        const [name = '', ...value] = word.split('=');
        image.env[name] = value.join('=');
      }
      return;
    case 'RUN':
      run(text, image);
      return;
    case 'COPY':
      copy(words, image, flags.from === undefined ? undefined : stages.get(flags.from), context);
      if (flags.chown && process.getuid?.() === 0) {
        chownSync(join(image.root, image.workdir, words.at(-1) ?? ''), anybody, anybody);
      }
      return;
    case 'USER':
      image.user = text;
      return;
    case 'CMD':
      image.command = words;
      return;
    case 'HEALTHCHECK':
      image.healthcheck = JSON.parse(text.replace(/^CMD\s+/, ''));
      return;
    case 'EXPOSE':
      return;
    default:
      throw new Error(`cannot carry out ${keyword}`);
  }
}

function run(command: string, { root, workdir, env }: Image): void {
  // npm may need the environment to reach its registry, but not the caller's `NODE_ENV`.
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `unset NODE_ENV; ${command}`], {
    cwd: join(root, workdir),
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`RUN ${command}\n${stdout}${stderr}`);
}

function copy(words: string[], image: Image, stage: Image | undefined, context: string): void {
  const target = join(image.root, image.workdir, words.at(-1) ?? '');
  const ignored = stage ? [] : readFileSync(join(context, '.dockerignore'), 'utf8').split('\n');
  const source = stage?.root ?? context;
  for (const word of words.slice(0, -1)) {
    const from = join(source, word);
    const isFileInto = /\.\w+$/.test(word) && words.at(-1)?.endsWith('/');
    cpSync(from, isFileInto ? join(target, basename(word)) : target, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => {
        const name = relative(source, path);
        return !ignored.some((pattern) => pattern && matchesGlob(name, pattern));
      },
    });
  }
}
