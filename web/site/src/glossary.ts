/** The glossary: every term and symbol of the lessons there are, with its name in both languages, its definition and the lesson that introduces it. */
import type { Term } from '../markdown/ledger.ts';
import type { Language } from '../markdown/lesson-file.ts';
import { formula } from '../markdown/math.ts';
import { strings } from './strings.ts';

/** A lesson as the glossary names it. */
export interface Source {
  title: string;
  order: number;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The content of the page. Terms of lessons that are not there yet are left out. */
export function glossaryHtml(
  ledger: readonly Term[],
  lessons: ReadonlyMap<string, Source>,
  language: Language,
): string {
  const other = language === 'ko' ? 'en' : 'ko';
  const words = strings[language];
  const entries = ledger
    .filter(({ lesson }) => lessons.has(lesson))
    .toSorted((one, another) => one[language].localeCompare(another[language], language))
    .map((term) => {
      const { title, order } = lessons.get(term.lesson)!;
      const symbol = term.symbol ? ` ${formula(term.symbol, false)}` : '';
      const translation =
        term[other] === term[language] ? '' : ` <span class="dh-quiet" lang="${other}">${escape(term[other])}</span>`;
      return `<div id="${term.id}"><dt><dfn>${escape(term[language])}</dfn>${symbol}${translation}</dt>
<dd>${escape(term.says[language])} <a href="../${term.lesson}/">${order} ${escape(title)}</a></dd></div>`;
    });
  return `<h1 id="_top">${words.glossary}</h1>
<p>${words.glossaryLead}</p>
<dl class="dh-glossary">
${entries.join('\n')}
</dl>`;
}
