/**
 * The scripts that a page's first figure needs, named in its head, so that they are fetched side by side. Vite would rather give every page a
 * list of what each figure of the site needs, which grows with each.
 */
import { writeFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { type Page } from './pages.ts';

/** Script → the scripts it imports, both as paths from the root of the site. */
export type ScriptGraph = Record<string, string[]>;

/** Writes who imports what in the browser's scripts to a file. */
export function scriptGraph(path: string): Plugin {
  return {
    name: 'script-graph',
    configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
    async generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      const scripts = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? [[file.fileName, file.imports]] : [],
      );
      await writeFile(path, JSON.stringify(Object.fromEntries(scripts)));
    },
  };
}

/** A script and all it imports, and what those import. */
function withImports(script: string, graph: ScriptGraph, found = new Set<string>()): Set<string> {
  if (found.has(script)) return found;
  found.add(script);
  for (const imported of graph[script] ?? []) withImports(imported, graph, found);
  return found;
}

/** The tags of a page's elements up to its first figure. `isFigure` tells figures from tasks and other elements. */
export function firstTags(html: string, isFigure: (tag: string) => boolean): string[] {
  const tags: string[] = [];
  for (const [, tag] of html.matchAll(/<(dh-[a-z0-9-]+)/g)) {
    if (!tags.includes(tag)) tags.push(tag);
    if (isFigure(tag)) return tags;
  }
  return [];
}

/** Names the scripts of a page that has a figure. */
export function addFirstScripts(
  page: Page,
  graph: ScriptGraph,
  base: string,
  isFigure: (tag: string) => boolean,
): void {
  const needed = new Set<string>();
  for (const tag of firstTags(page.html, isFigure))
    for (const script of Object.keys(graph))
      if (script.startsWith(`_astro/${tag}.`)) for (const each of withImports(script, graph)) needed.add(each);
  const links = [...needed].map((script) => `<link rel="modulepreload" href="${base}${script}">`);
  page.html = page.html.replace('</head>', `${links.join('')}</head>`);
}
