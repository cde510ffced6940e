/** All signs there are, with what they are sent as and how long each sounds. */
import { html, nothing } from 'lit';
import { named } from '../../controls/choice.ts';
import { group } from '../../controls/group.ts';
import type { MorseSign, MorseTables } from '../../core/puzzles/morse-types.ts';
import type { Say } from '../../language/strings.ts';
import { drawnCode } from './words.ts';

function list(name: string, signs: readonly MorseSign[], say: Say) {
  const row = (sign: MorseSign) => {
    const meaning = sign.text.startsWith('<') ? say(`meaning-${sign.text.slice(1, -1)}`) : '';
    return html`<li>
      <b>${sign.text}</b>
      <span class="code" aria-label=${sign.code}>${drawnCode(sign.code)}</span>
      <span class="units">${say('table-units', { units: sign.units })}</span>
      ${meaning ? html`<span class="meaning">${meaning}</span>` : nothing}
    </li>`;
  };
  return group(
    name,
    html`<ul class=${signs[0].text.startsWith('<') ? 'signs named' : 'signs'}>
      ${signs.map(row)}
    </ul>`,
  );
}

/** Behind a line that opens it; `asked` opens it at once. */
export function signTables(tables: MorseTables, alphabet: string, asked: boolean, say: Say) {
  const { name, letters } = namedAlphabet(tables, alphabet);
  return html`<details class="all-signs" ?open=${asked}>
    <summary>${say('all-signs')}</summary>
    <div class="tables">
      <p class="note">${say('tables-note')}</p>
      ${list(name, letters, say)} ${list(say('digits'), tables.digits, say)}
      ${list(say('punctuation'), tables.punctuation, say)} ${list(say('procedural'), tables.proceduralSigns, say)}
    </div>
  </details>`;
}

function namedAlphabet({ alphabets }: MorseTables, id: string) {
  const found = named(alphabets).find((each) => each.id === id)!;
  return { name: found.label, letters: alphabets.find((each) => each.id === id)!.letters };
}
