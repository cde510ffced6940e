/** The 3-D view itself: a height grid with the ways taken over it, drawn only when something changed. */

import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  CatmullRomCurve3,
  Color,
  DirectionalLight,
  DoubleSide,
  Group,
  HemisphereLight,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  type Object3D,
  PerspectiveCamera,
  Scene,
  SphereGeometry,
  Sprite,
  SpriteMaterial,
  SRGBColorSpace,
  TubeGeometry,
  Vector3,
  WebGLRenderer,
} from 'three';
import { onThemeChange, palette, type Rgb } from './colour.ts';
import { mapColour } from './colour-map.ts';
import { finiteRange, type Grid } from './grid.ts';
import { SurfaceUnavailableError, type Surface, type SurfaceData, type SurfaceOptions } from './surface-view.ts';
import { orbit } from './surface-orbit.ts';

/** Height of the highest point over a base of 2 × 2. */
const HEIGHT = 1.1;

export function createSurface(container: Element | ShadowRoot, options: SurfaceOptions): Surface {
  const { label, aspect = 1.4 } = options;
  const canvas = document.createElement('canvas');
  // Asked for here rather than by three.js, which would write to the console where there is none.
  const context = canvas.getContext('webgl2', { antialias: true, alpha: true });
  if (!context) throw new SurfaceUnavailableError();
  const renderer = new WebGLRenderer({ canvas, context });
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', label);
  const root = document.createElement('div');
  // The canvas keeps its size until it is told the new one: meanwhile it must not widen the page.
  root.style.overflow = 'hidden';
  Object.assign(canvas.style, { display: 'block', outlineOffset: '-3px' });
  root.append(canvas);
  container.append(root);

  const scene = new Scene();
  const camera = new PerspectiveCamera(32, 1, 0.1, 50);
  const light = new DirectionalLight('white', 1.6);
  light.position.set(-2, 4, 1);
  const content = new Group();
  scene.add(new HemisphereLight('white', 'white', 1.9), light, content);

  let data: SurfaceData | undefined;
  let stale = false;
  let frame = 0;
  const draw = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (stale && data) {
      discard(content);
      content.add(...build(data, options));
      stale = false;
    }
    renderer.render(scene, camera);
  };
  const request = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const rebuild = () => {
    stale = true;
    request();
  };
  const control = orbit(canvas, camera, request);
  const forgetTheme = onThemeChange(rebuild);
  const resizing = new ResizeObserver(() => {
    const width = root.clientWidth;
    if (width === 0) return;
    const height = Math.round(width / (typeof aspect === 'function' ? aspect(width) : aspect));
    renderer.setPixelRatio(window.devicePixelRatio);
    renderer.setSize(width, height);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    draw();
  });
  resizing.observe(root);

  return {
    root,
    flush: draw,
    update(next) {
      data = next;
      rebuild();
    },
    turn: control.turn,
    destroy() {
      cancelAnimationFrame(frame);
      resizing.disconnect();
      forgetTheme();
      control.stop();
      discard(content);
      renderer.dispose();
      // Browsers allow few contexts at a time, so this one must not wait for the garbage collector.
      renderer.forceContextLoss();
      root.remove();
    },
  };
}

/** Where a data point with a value stands in the scene: x to the right, y into the depth, height upwards. */
type Place = (x: number, y: number, value: number) => Vector3;

function build({ grid, log = false, paths = [] }: SurfaceData, options: SurfaceOptions): Object3D[] {
  const [lowest, highest] = finiteRange(grid.values) ?? [0, 1];
  const span = highest - lowest || 1;
  const height = (value: number) => {
    const share = Math.min(1, Math.max(0, (value - lowest) / span));
    return log ? Math.log1p(share * 1e3) / Math.log1p(1e3) : share;
  };
  const place: Place = (x, y, value) =>
    new Vector3(
      (2 * (x - grid.x[0])) / (grid.x[1] - grid.x[0]) - 1,
      HEIGHT * (height(value) - 0.5),
      1 - (2 * (y - grid.y[0])) / (grid.y[1] - grid.y[0]),
    );
  const colours = palette();
  const { map = 'viridis', axes } = options;
  const ink = colours.css('ink');
  const objects: Object3D[] = [
    terrain(grid, place, (value) => mapColour(map, height(value), colours.dark)),
    base(colours.rgb('line')),
    caption(axes.x, ink, [0, -HEIGHT / 2, 1.2]),
    caption(axes.y, ink, [1.2, -HEIGHT / 2, 0]),
    caption(axes.height, ink, [-1.12, HEIGHT * 0.45, -1.12]),
  ];
  for (const { x, y, ink } of paths) objects.push(...way(grid, place, x, y, toColor(colours.rgb(ink))));
  return objects;
}

function terrain(grid: Grid, place: Place, colourOf: (value: number) => Rgb): Mesh {
  const { columns, rows, values } = grid;
  const positions = new Float32Array(3 * columns * rows);
  const colours = new Float32Array(3 * columns * rows);
  const indices: number[] = [];
  const finite = (index: number) => Number.isFinite(values[index]);
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      const index = row * columns + column;
      const x = grid.x[0] + ((grid.x[1] - grid.x[0]) * column) / (columns - 1);
      const y = grid.y[0] + ((grid.y[1] - grid.y[0]) * row) / (rows - 1);
      if (finite(index)) {
        place(x, y, values[index]!).toArray(positions, 3 * index);
        toColor(colourOf(values[index]!)).toArray(colours, 3 * index);
      }
      if (row + 1 === rows || column + 1 === columns) continue;
      const [right, up, across] = [index + 1, index + columns, index + columns + 1];
      if ([index, right, up, across].every(finite)) indices.push(index, right, up, right, across, up);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('color', new BufferAttribute(colours, 3));
  geometry.setIndex(indices);
  geometry.computeVertexNormals();
  return new Mesh(geometry, new MeshLambertMaterial({ vertexColors: true, side: DoubleSide }));
}

/** The outline of the ground, so that one sees how the view is turned. */
function base(colour: Rgb): LineSegments {
  const corners = [-1, -1, 1, -1, 1, -1, 1, 1, 1, 1, -1, 1, -1, 1, -1, -1];
  const positions = new Float32Array(24);
  for (let corner = 0; corner < 8; ++corner)
    positions.set([corners[2 * corner]!, -HEIGHT / 2, corners[2 * corner + 1]!], 3 * corner);
  const geometry = new BufferGeometry().setAttribute('position', new BufferAttribute(positions, 3));
  return new LineSegments(geometry, new LineBasicMaterial({ color: toColor(colour) }));
}

/** Words that always face the reader, as large in the distance as near by. */
function caption(text: string, colour: string, place: [number, number, number]): Sprite {
  const canvas = document.createElement('canvas');
  const font = 'italic 48px system-ui, sans-serif';
  const context = canvas.getContext('2d')!;
  context.font = font;
  canvas.width = Math.ceil(context.measureText(text).width) + 16;
  canvas.height = 64;
  // Setting the size has reset the context.
  Object.assign(context, { font, fillStyle: colour, textBaseline: 'middle' });
  context.fillText(text, 8, 32);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  const sprite = new Sprite(new SpriteMaterial({ map: texture, depthTest: false, sizeAttenuation: false }));
  const height = 0.042;
  sprite.scale.set((height * canvas.width) / canvas.height, height, 1);
  sprite.position.set(...place);
  return sprite;
}

/** A way as a tube lying on the surface (lines are only a pixel wide in WebGL), up to where it leaves the grid; a ball at its end. */
function way(grid: Grid, place: Place, x: ArrayLike<number>, y: ArrayLike<number>, color: Color): Mesh[] {
  const spots: Vector3[] = [];
  const visit = (atX: number, atY: number): boolean => {
    const value = interpolate(grid, atX, atY);
    if (value === undefined) return false;
    const spot = place(atX, atY, value);
    spot.y += 0.012;
    const last = spots[spots.length - 1];
    if (!last || last.distanceTo(spot) > 1e-4) spots.push(spot);
    return true;
  };
  walk: for (let index = 0; index < x.length; ++index) {
    // A long step is laid on the ground in pieces, or it would pass through a hill.
    const pieces = index === 0 ? 1 : 8;
    for (let piece = 1; piece <= pieces; ++piece) {
      const share = piece / pieces;
      const from = Math.max(0, index - 1);
      if (!visit(x[from]! + (x[index]! - x[from]!) * share, y[from]! + (y[index]! - y[from]!) * share)) break walk;
    }
  }
  if (spots.length === 0) return [];
  const material = new MeshBasicMaterial({ color });
  const ball = new Mesh(new SphereGeometry(0.04, 20, 14), material);
  ball.position.copy(spots[spots.length - 1]!);
  if (spots.length === 1) return [ball];
  const line = new CatmullRomCurve3(spots, false, 'centripetal');
  return [ball, new Mesh(new TubeGeometry(line, Math.min(2000, 4 * spots.length), 0.012, 6), material)];
}

/** Height between the samples (bilinear), or undefined outside the grid or in a hole. */
function interpolate(grid: Grid, x: number, y: number): number | undefined {
  const column = ((x - grid.x[0]) / (grid.x[1] - grid.x[0])) * (grid.columns - 1);
  const row = ((y - grid.y[0]) / (grid.y[1] - grid.y[0])) * (grid.rows - 1);
  if (!(column >= 0 && row >= 0 && column <= grid.columns - 1 && row <= grid.rows - 1)) return undefined;
  const left = Math.min(Math.floor(column), grid.columns - 2);
  const low = Math.min(Math.floor(row), grid.rows - 2);
  const along = (from: number, to: number, share: number) => from + (to - from) * share;
  const edge = (at: number) => along(grid.values[at]!, grid.values[at + 1]!, column - left);
  const value = along(edge(low * grid.columns + left), edge((low + 1) * grid.columns + left), row - low);
  return Number.isFinite(value) ? value : undefined;
}

function toColor([red, green, blue]: Rgb): Color {
  return new Color().setRGB(red / 255, green / 255, blue / 255, SRGBColorSpace);
}

/** Takes everything out of a group and frees its buffers. */
function discard(group: Group): void {
  group.traverse((object) => {
    if (!(object instanceof Mesh || object instanceof LineSegments || object instanceof Sprite)) return;
    object.geometry.dispose();
    if (object instanceof Sprite) object.material.map?.dispose();
    object.material.dispose();
  });
  group.clear();
}
