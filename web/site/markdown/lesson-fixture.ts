/** A lesson in a temporary folder, for the tests of the plug-ins. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Language } from './lesson-file.ts';
import { type RenderedLesson, renderLesson } from './render.ts';

const FRONT = '---\norder: 1.2\n---\n';

const WIDGET = {
  'web/widgets/dh-figure/strings.json': JSON.stringify({
    ko: { title: '그림', fallback: '그림입니다.', f: '함수', rate: '학습률', axis: '축' },
    en: { title: 'Figure', fallback: 'It shows a thing.', f: 'Function', rate: 'Rate', axis: 'Axis' },
  }),
  'web/widgets/dh-figure/fields.ts': `
    export const fields = {
      f: { kind: 'text', default: 'x' },
      rate: { kind: 'number', default: 0.1, minimum: 0, maximum: 10 },
      at: { kind: 'number', default: 0, minimum: 0, maximum: 100, integer: true },
      axis: { kind: 'choice', default: 'time', options: ['time', 'steps'] },
    };
    export const facts = { outcome: ['running', 'converged', 'diverged'], steps: 'number', done: 'flag', gaps: 'parts' };
  `,
  'web/widgets/dh-figure/frame.json': JSON.stringify({ wide: 500, narrow: 700 }),
};

/** Render a body together with other files, whose paths start at the root of the repository or, with `./`, at the lesson's folder. */
export async function render(
  body: string,
  files: Record<string, string> = {},
  language: Language = 'en',
): Promise<RenderedLesson> {
  const root = mkdtempSync(join(tmpdir(), 'lesson-'));
  const folder = join(root, 'lessons/chapter/lesson');
  const path = join(folder, `${language}.md`);
  for (const [name, text] of Object.entries({ ...WIDGET, ...files, [`./${language}.md`]: FRONT + body })) {
    const target = name.startsWith('./') ? join(folder, name) : join(root, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return renderLesson(path, join(root, 'lessons'), { root, widgets: join(root, 'web/widgets') });
}
