/** One instruction with its continuation lines, such as `COPY --from=build /app/data ./data`. */
export interface Instruction {
  keyword: string;
  /** By name: `--from=build` is `from: 'build'`. */
  flags: Record<string, string>;
  text: string;
  /** The parts of the exec form (`["a", "b"]`), or the words of the text. */
  words: string[];
}

/** Parses the part of the syntax that this project's Dockerfile uses. */
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
