/**
 * The characters the site's formulas may use. KaTeX's text fonts are cut down to these, so a page loads 25 kB of them and not 60; a formula with
 * another character stops the build and asks for it to be added here.
 */
const LATIN = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
const GREEK = 'ΓΔΘΛΞΠΣΥΦΨΩαβγδεζηθικλμνξοπρστυφχψωϑϕϖϱϵ';
const SIGNS = '−×÷±∓⋅∘∗∇∂∞∅∈∉⊂⊆∪∩∀∃¬∧∨→←↔↑↓⇒⇔↦≤≥≠≈≡∼∝≪≫⟂⊤⊥⊙⊗⊕∑∏∫√…⋯⋮⋱∣∥⟨⟩⌊⌋⌈⌉′†°·ℓ';
const ACCENTS = '\u0302\u0303\u0304\u0307\u20d7^ˆ˜¯ˉ˙⃗ˇ´`¨˘\u0338';

export const MATH_CHARACTERS = LATIN + GREEK + SIGNS + ACCENTS;

const known = new Set(MATH_CHARACTERS);

/** The first character of a typeset formula that no font of the site has; Hangul comes from the text font. */
export function unknownCharacter(katexHtml: string): string | undefined {
  const visible = katexHtml.replace(/<span class="katex-mathml">.*?<\/math><\/span>/gs, '').replace(/<[^>]*>/g, '');
  const text = visible.replace(/&(?:amp|lt|gt|quot|#x27);/g, '');
  return [...text].find((character) => !known.has(character) && !/[\s\u00a0\u200b\u2061\p{Script=Hangul}\p{Script=Latin}]/u.test(character));
}
