/** The programs of the lessons, each beside its page: what an excerpt leads to. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { withoutMarkers } from '../../../../../markdown/source-code.ts';
import { LESSONS } from '../../../../places.ts';
import { strings } from '../../../../strings.ts';

export function getStaticPaths() {
  return globSync('*/*/*.py', { cwd: LESSONS }).flatMap((path) => {
    const [chapter, lesson, file] = path.split('/');
    return Object.keys(strings).map((locale) => ({ params: { locale, chapter, lesson, file }, props: { path } }));
  });
}

export const GET: APIRoute<{ path: string }> = ({ props }) =>
  new Response(`${withoutMarkers(readFileSync(join(LESSONS, props.path), 'utf8'))}\n`);
