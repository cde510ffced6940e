/** The rules of differentiation as formulas, by the ids of the core. What differs from case to case has none. */
export const LAWS: Readonly<Record<string, string>> = {
  constant: "(c)' = 0",
  variable: "(\\x)' = 1",
  sum: "(u + v)' = u' + v'",
  'constant-multiple': "(c\\,u)' = c\\,u'",
  product: "(u\\,v)' = u'v + u\\,v'",
  quotient: "\\left(\\tfrac{u}{v}\\right)' = \\tfrac{u'v - u\\,v'}{v^2}",
  power: "(\\x^n)' = n\\,\\x^{n-1}",
  chain: "\\left(u(v)\\right)' = u'(v)\\,v'",
  exponential: "(a^{\\x})' = a^{\\x} \\log a",
  'general-power': "(u^v)' = u^v \\left(v' \\log u + \\tfrac{v\\,u'}{u}\\right)",
};
