/** Turning a 3-D view by mouse, finger and keys, without taking the page's scrolling away. */

import type { PerspectiveCamera } from 'three';

const RADIANS = Math.PI / 180;

export interface Orbit {
  /** Degrees to the right and upwards. */
  turn(right: number, up: number): void;
  stop(): void;
}

/**
 * Lets the camera circle around the origin; `changed` is called after every move. Drag: turn (a finger sideways only, so that it can
 * scroll the page); arrow keys: turn; + and −, or the wheel with Ctrl: nearer and farther.
 */
export function orbit(canvas: HTMLCanvasElement, camera: PerspectiveCamera, changed: () => void): Orbit {
  const controller = new AbortController();
  const { signal } = controller;
  let azimuth = -35;
  let elevation = 38;
  let distance = 5.4;

  const place = () => {
    const flat = distance * Math.cos(elevation * RADIANS);
    camera.position.set(
      flat * Math.sin(azimuth * RADIANS),
      distance * Math.sin(elevation * RADIANS),
      flat * Math.cos(azimuth * RADIANS),
    );
    camera.lookAt(0, -0.08, 0);
    changed();
  };
  const turn = (right: number, up: number) => {
    azimuth = (azimuth + right) % 360;
    elevation = Math.min(88, Math.max(5, elevation + up));
    place();
  };
  const approach = (factor: number) => {
    distance = Math.min(10, Math.max(2.6, distance * factor));
    place();
  };

  canvas.style.touchAction = 'pan-y';
  let held: { id: number; x: number; y: number } | undefined;
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      held = { id: event.pointerId, x: event.clientX, y: event.clientY };
      canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (held?.id !== event.pointerId) return;
      turn((held.x - event.clientX) * 0.4, (event.clientY - held.y) * 0.4);
      held = { id: event.pointerId, x: event.clientX, y: event.clientY };
    },
    { signal },
  );
  const released = () => {
    held = undefined;
  };
  canvas.addEventListener('pointerup', released, { signal });
  canvas.addEventListener('pointercancel', released, { signal });
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      approach(Math.exp(Math.min(1, Math.max(-1, event.deltaY * 0.01))));
    },
    { signal, passive: false },
  );
  const keys: Record<string, () => void> = {
    ArrowLeft: () => turn(-5, 0),
    ArrowRight: () => turn(5, 0),
    ArrowUp: () => turn(0, 5),
    ArrowDown: () => turn(0, -5),
    '+': () => approach(0.9),
    '=': () => approach(0.9),
    '-': () => approach(1 / 0.9),
  };
  canvas.addEventListener(
    'keydown',
    (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
  place();
  return { turn, stop: () => controller.abort() };
}
