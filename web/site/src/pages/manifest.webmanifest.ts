import type { APIRoute } from 'astro';
import { link } from '../book.ts';

/** What a phone shows when the book is put on its home screen. */
export const GET: APIRoute = () =>
  Response.json({
    name: '내리막 · Downhill',
    short_name: '내리막',
    start_url: link(''),
    scope: link(''),
    display: 'standalone',
    background_color: '#fcfbf8',
    theme_color: '#fcfbf8',
    icons: [192, 512].map((size) => ({
      src: link(`icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  });
