/** One instruction, its continuation lines joined: `COPY`, `--from=build /app/data ./data`. */
export interface Instruction {
  keyword: string;
  /** `--from=build` as `from: 'build'`. */
  flags: Record<string, string>;
  text: string;
  /** The parts of the exec form, or the words. */
  words: string[];
}

/** Reads as much of a Dockerfile as this project's has. */
export function parseDockerfile(source: string): Instruction[] {
  return source
    .replace(/^\s*#.*\n?/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [, keyword = '', flagText = '', text = ''] =
        /^(\w+)\s+((?:--\S+\s+)*)(.*?)\s*$/.exec(line) ?? [];
      const flags = flagText.matchAll(/--([\w-]+)=(\S+)/g);
      return {
        keyword,
        flags: Object.fromEntries([...flags].map(([, name = '', value = '']) => [name, value])),
        text,
        words: text.startsWith('[') ? execForm(text) : text.split(/\s+/),
      };
    });
}

function execForm(text: string): string[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error(`no list: ${text}`);
  return parsed.map(String);
}
