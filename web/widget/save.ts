/** Saving what a figure shows. The code for it is fetched when the reader asks. */
import type { Plot } from '../plot/plot.ts';

/** The plots of a figure, side by side as they stand, as an image. */
export async function picture(plots: readonly Plot[], kind: 'png' | 'svg'): Promise<Blob> {
  const { figurePng, figureSvg } = await import('../plot/export.ts');
  return kind === 'png' ? figurePng(plots) : new Blob([await figureSvg(plots)], { type: 'image/svg+xml' });
}

/** Hand a file to the reader. */
export async function save(name: string, content: Blob): Promise<void> {
  const { saveBlob } = await import('../plot/export.ts');
  saveBlob(content, name);
}

/** Copy text; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
