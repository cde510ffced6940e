/** Icons in the sizes devices ask for, and for each language the card that is shown where someone shares a link. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Language } from '../markdown/lesson-file.ts';
import { strings } from '../src/strings.ts';

const ICONS = { 'icon-32.png': 32, 'apple-touch-icon.png': 180, 'icon-192.png': 192, 'icon-512.png': 512 };

/** The picture library finds fonts through fontconfig: this shows it Pretendard and nothing of the machine's own. */
async function useOwnFonts(folder: string): Promise<void> {
  const config = join(folder, 'fonts.conf');
  const fonts = resolve('node_modules/pretendard/dist/public/static');
  await writeFile(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}/fontconfig</cachedir></fontconfig>\n`,
  );
  process.env.FONTCONFIG_FILE = config;
}

function card(language: Language): string {
  const { siteTitle, tagline } = strings[language];
  const other = strings[language === 'ko' ? 'en' : 'ko'].siteTitle;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="Pretendard">
    <rect width="1200" height="630" fill="#fcfbf8"/>
    <path d="M560 60C760 60 730 540 960 540c110 0 150-130 240-170" fill="none" stroke="#006c75" stroke-width="9" stroke-linecap="round"/>
    <g fill="#bd3a0a"><circle cx="706" cy="195" r="16" opacity=".45"/><circle cx="749" cy="300" r="16" opacity=".7"/><circle cx="796" cy="411" r="36"/></g>
    <text x="84" y="300" font-size="104" font-weight="700" fill="#1d2329">${siteTitle}</text>
    <text x="88" y="368" font-size="40" fill="#565f69">${other}</text>
    <text x="88" y="520" font-size="34" fill="#1d2329">${tagline}</text>
  </svg>`;
}

/** Write the pictures into the site; they are drawn anew only when `folder` does not hold them yet. */
export async function addImages(site: string, folder: string): Promise<void> {
  const drawings = new Map<string, { svg: string; size?: number }>();
  const icon = await readFile(join(site, 'icon.svg'), 'utf8');
  for (const [name, size] of Object.entries(ICONS)) drawings.set(name, { svg: icon, size });
  for (const language of ['ko', 'en'] as const) drawings.set(`card-${language}.png`, { svg: card(language) });

  const stale = [...drawings].filter(([name]) => !existsSync(join(folder, name)));
  const sources = JSON.stringify([...drawings]);
  const unchanged =
    existsSync(join(folder, 'images.json')) && (await readFile(join(folder, 'images.json'), 'utf8')) === sources;
  if (stale.length || !unchanged) {
    await useOwnFonts(folder);
    const { default: sharp } = await import('sharp');
    for (const [name, { svg, size }] of drawings) {
      const picture = size
        ? sharp(Buffer.from(svg), { density: (72 * size) / 32 }).resize(size, size)
        : sharp(Buffer.from(svg));
      await picture.png({ palette: true, quality: 90 }).toFile(join(folder, name));
    }
    await writeFile(join(folder, 'images.json'), sources);
  }
  await Promise.all(
    [...drawings.keys()].map(async (name) => writeFile(join(site, name), await readFile(join(folder, name)))),
  );
}
