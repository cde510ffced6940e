/** How a formula sounds at its end in Korean, which decides the particle behind it. */

/** Commands whose reading ends like a sign that the particle function knows. */
const SIGNS: Record<string, string> = {
  varepsilon: 'ε',
  epsilon: 'ε',
  rate: 'η',
  eta: 'η',
  x: 'x',
  y: 'y',
  f: 'f',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  pi: 'π',
  sigma: 'σ',
  Sigma: 'Σ',
  phi: 'φ',
  nabla: '∇나',
  top: '트랜스포즈',
  infty: '대',
  ell: 'l',
};

/** The last closing brace's counterpart. */
function openingOf(tex: string): number {
  let depth = 0;
  for (let place = tex.length - 1; place >= 0; place--) {
    if (tex[place] === '}') depth++;
    else if (tex[place] === '{' && --depth === 0) return place;
  }
  return -1;
}

/** The end of a formula as text that the particle function can judge; undefined where several readings are usual. */
export function soundOf(tex: string): string | undefined {
  const end = tex.trim().replace(/(?:\\right\)|\\[,;:!]|[)\]\s.,;])+$/, '');
  if (/(?:\\[rl]?[vV]ert|\||\\rangle)$/.test(end) || end === '') return undefined;
  if (/[′']$/.test(end) || /\\prime$/.test(end)) return '′';
  // 1/v is read from below, v분의 1, or from left to right.
  if (/\/[^=<>+\-(,\s/]+$/.test(end)) return undefined;
  if (end.endsWith('}')) {
    const open = openingOf(end);
    const [before, inner] = [end.slice(0, open), end.slice(open + 1, -1)];
    if (before.endsWith('^')) return power(inner);
    // A fraction above a line is read from below: the numerator comes last.
    const above = before.endsWith('}') ? openingOf(before) : -1;
    if (above >= 0 && /\\[dt]?frac$/.test(before.slice(0, above))) return soundOf(before.slice(above + 1, -1));
    if (/\\sqrt$/.test(before)) return undefined;
    return soundOf(inner);
  }
  const raised = /\^(\\[a-zA-Z]+|.)$/.exec(end);
  if (raised) return power(raised[1]);
  const command = /\\([a-zA-Z]+)$/.exec(end);
  if (command) return SIGNS[command[1]];
  return /[\p{L}\p{N}%]$/u.test(end) ? end.at(-1) : undefined;
}

/** 제곱 or 승; what is no number or letter is a mark with a name of its own. */
function power(exponent: string): string | undefined {
  if (/^(?:\\top|T)$/.test(exponent)) return SIGNS.top;
  return /[\p{L}\p{N}]$/u.test(exponent.replace(/[{}\s]/g, '')) ? '²' : undefined;
}
