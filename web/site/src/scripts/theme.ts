/** The light/dark button. Until it is used the page follows the system; every change is told to the figures by `dh-theme`. */

const root = document.documentElement;
const KEY = 'dh-theme';

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function show(theme: string): void {
  root.dataset.theme = theme;
  for (const button of document.querySelectorAll('[data-theme-button]'))
    button.setAttribute('aria-pressed', String(theme === 'dark'));
  document.dispatchEvent(new CustomEvent('dh-theme', { detail: theme }));
}

export function switchTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  show(stored() ?? (system.matches ? 'dark' : 'light'));
  system.addEventListener('change', () => {
    if (!stored()) show(system.matches ? 'dark' : 'light');
  });
  for (const button of document.querySelectorAll('[data-theme-button]'))
    button.addEventListener('click', () => {
      const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem(KEY, theme);
      } catch {
        // Without storage the choice holds for this page.
      }
      show(theme);
    });
}
