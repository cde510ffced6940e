/** Blocks of code are copied by a button, which says so where it stands and to screen readers. */

/** How long in ms it says so. */
const SAID = 2000;

async function copy(button: HTMLButtonElement, status: HTMLElement): Promise<void> {
  const code = button.parentElement!.querySelector('pre')!;
  try {
    await navigator.clipboard.writeText(`${code.textContent!.trimEnd()}\n`);
  } catch {
    getSelection()?.selectAllChildren(code); // to be copied by hand
    return;
  }
  const words = button.textContent!;
  status.textContent = button.textContent = button.dataset.done!;
  setTimeout(() => {
    button.textContent = words;
    status.textContent = '';
  }, SAID);
}

export function offerCopies(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('.dh-copy');
  if (!buttons.length) return;
  const status = document.createElement('div');
  status.className = 'sr-only';
  status.role = 'status';
  document.body.append(status);
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button, status));
  }
}
