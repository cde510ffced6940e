/** The door to the 3-D view: three.js is fetched only when a reader opens it. */
import type { Surface, SurfaceOptions } from './surface-view.ts';

export { SurfaceUnavailableError } from './surface-view.ts';
export type { Surface, SurfaceData, SurfaceOptions } from './surface-view.ts';

/**
 * Opens a 3-D view inside the container, which is as wide as the container.
 * @throws SurfaceUnavailableError (as rejection) without WebGL.
 */
export async function openSurface(container: Element | ShadowRoot, options: SurfaceOptions): Promise<Surface> {
  const { createSurface } = await import('./surface-scene.ts');
  return createSurface(container, options);
}
