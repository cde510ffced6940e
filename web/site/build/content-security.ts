/** A strict policy for every page: only the site's own files, and of inline scripts and styles only those that stand in the page as it was built. */
import { createHash } from 'node:crypto';
import { type Page, intoHead } from './pages.ts';

/** Scripts that are data do not run and need no permission. */
const DATA_TYPES = /\btype="(?:application\/json|application\/ld\+json)"/;

function hashes(html: string, tag: 'script' | 'style'): string[] {
  const found = new Set<string>();
  for (const [, attributes, content] of html.matchAll(new RegExp(`<${tag}\\b([^>]*)>(.*?)</${tag}>`, 'gs'))) {
    if (!content || /\bsrc=/.test(attributes) || DATA_TYPES.test(attributes)) continue;
    found.add(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
  }
  return [...found];
}

export function policy(html: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes(html, 'script')].join(' '),
    ["style-src 'self'", ...hashes(html, 'style')].join(' '),
    // KaTeX sets heights, and figures their reserved size, by style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

export function addPolicy(page: Page): void {
  page.html = intoHead(page.html, `<meta http-equiv="content-security-policy" content="${policy(page.html)}">`);
}
