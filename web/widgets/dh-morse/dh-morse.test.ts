import { readFile } from 'node:fs/promises';
import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  button,
  complaints,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/assignments/morse/${hash}`, '#morse');

const START = {
  text: 'SOS',
  alphabet: 'latin',
  speed: 20,
  effective: 20,
  frequency: 600,
  sound: true,
  light: true,
  taps: [],
};

const textField = (figure: Locator) => figure.locator('textarea#text');
const codeField = (figure: Locator) => figure.locator('textarea#code');

/** A mark or a gap between marks, in dots, written down sign by sign. */
const UNITS: Record<string, number> = { '.': 1, '-': 3 };
const unitsOf = (code: string): number =>
  code
    .split('  ')
    .map((word) =>
      word
        .split(' ')
        .map((sign) => [...sign].reduce((sum, mark) => sum + UNITS[mark], sign.length - 1))
        .reduce((sum, units) => sum + 3 + units),
    )
    .reduce((sum, units) => sum + 7 + units);

test('text and code follow each other as they are typed', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await textField(figure).fill('Paris, 5');
  await expect(codeField(figure)).toHaveValue('.--. .- .-. .. ... --..--  .....');
  const { report } = await facts(figure);
  expect(report).toMatchObject({ read: 'PARIS, 5', signs: 7, words: 2, units: unitsOf(report.code as string) });
  expect(report.duration).toBeCloseTo((report.units as number) * 0.06, 10);

  await codeField(figure).fill('... --- ...   /  ...---...');
  await expect(textField(figure)).toHaveValue('SOS <SOS>');
  // What is being typed stays as it is, and is put in order once the reader has left.
  await expect(codeField(figure)).toHaveValue('... --- ...   /  ...---...');
  await codeField(figure).blur();
  await expect(codeField(figure)).toHaveValue('... --- ...  ...---...');

  await setState(figure, { text: 'E E' });
  expect((await facts(figure)).report.units).toBe(9);
  await textField(figure).fill('help');
  await expect(figure.locator('#text-answer')).toContainText('asks for help');
  await expect(figure.getByText('distress')).toBeVisible();
  await expect(figure.locator('.signs li')).toHaveCount(27 + 10 + 13 + 6);
});

test('what is wrong is told with its place, and the last good message stays', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await textField(figure).fill('Hello!');
  await expect(figure.getByRole('alert')).toContainText('Character 6, “!”, has no sign');
  await expect(figure.locator('.fault mark')).toHaveText('!');
  expect((await facts(figure)).report.code).toBe('... --- ...');
  await button(figure, 'Leave out what cannot be sent').click();
  await expect(textField(figure)).toHaveValue('Hello');
  await expect(figure.getByRole('alert')).toHaveCount(0);

  await textField(figure).fill('SOS 안녕');
  await expect(figure.getByRole('alert')).toContainText('cannot be mixed');
  await codeField(figure).fill('.- .-.-');
  await expect(figure.getByRole('alert')).toContainText('“.-.-”, from character 4, is no sign');
  await codeField(figure).fill('.- x');
  await expect(figure.getByRole('alert')).toContainText('Character 4, “x”');
  expect((await facts(figure)).state.text).toBe('Hello');
  await codeField(figure).fill('.-');
  await expect(textField(figure)).toHaveValue('A');
  await expect(figure.getByRole('alert')).toHaveCount(0);
});

test('Korean letters: syllables apart and together, and the same signs read as Latin letters', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await textField(figure).fill('안녕');
  await expect(codeField(figure)).toHaveValue('-.- . ..-. ..-. ... -.-');
  expect((await facts(figure)).state.alphabet).toBe('korean');
  await codeField(figure).fill('-- .-  --. -..');
  await expect(textField(figure)).toHaveValue('모 스');
  await figure.getByText('Latin letters', { exact: true }).first().click();
  await expect(textField(figure)).toHaveValue('MA GD');
  await textField(figure).fill('아빠');
  await expect(figure.locator('#text-answer')).toContainText('압바');
  await expect(figure.locator('#text-answer')).toContainText('아빠');
});

test('speeds: the gaps are stretched, and numbers explain themselves', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, text: 'PARIS', effective: 5 });
  const { report } = await facts(figure);
  const gap = (60 / 5 - 31 * 0.06) / 19;
  expect(report.duration).toBeCloseTo(31 * 0.06 + 4 * 3 * gap, 10);
  expect((report.duration as number) + 7 * gap).toBeCloseTo(12, 10);
  await figure.getByRole('button', { name: /^8\.264 s/ }).click();
  await expect(page.getByRole('dialog')).toContainText('1601.1');
  await page.keyboard.press('Escape');
  const rows = (await savedData(figure)).trim().split('\r\n');
  expect(rows).toHaveLength(1 + 14);
  expect(Number(rows[2].split(',')[2])).toBeCloseTo(120, 9);

  await setState(figure, START);
  await setState(figure, { speed: 10 });
  expect((await facts(figure)).state.effective).toBe(10);
  await setState(figure, { effective: 15 });
  expect((await facts(figure)).state.speed).toBe(15);
});

/** Writes down what the page schedules on the clock of the sound, and when. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: { kind: string; value: number; at: number; now: number }[] = [];
    for (const kind of ['setValueAtTime', 'linearRampToValueAtTime'] as const) {
      const own = AudioParam.prototype[kind];
      AudioParam.prototype[kind] = function (this: AudioParam, value: number, at: number) {
        heard.push({ kind, value, at, now: (globalThis as unknown as { context: AudioContext }).context.currentTime });
        return own.call(this, value, at);
      };
    }
    const Own = AudioContext;
    Object.assign(globalThis, {
      heard,
      AudioContext: class extends Own {
        constructor() {
          super();
          Object.assign(globalThis, { context: this });
        }
      },
    });
  });

test('sent by the clock of the sound: ahead of time, with soft edges; then all is quiet', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  await setState(figure, { ...START, text: 'fake', speed: 30, effective: 30 });
  await listen(page);
  await button(figure, 'Send').click();
  const heard = await page.evaluate(
    () => (globalThis as unknown as { heard: { kind: string; value: number; at: number; now: number }[] }).heard,
  );
  const marks = [...'..-..--.-.'].map((mark) => UNITS[mark] * 0.04);
  expect(heard).toHaveLength(4 * marks.length);
  marks.forEach((length, mark) => {
    const [up, top, hold, down] = heard.slice(4 * mark, 4 * mark + 4);
    expect([up.value, top.value, hold.value, down.value]).toEqual([0, 1, 1, 0]);
    expect(up.at - up.now).toBeGreaterThanOrEqual(0.05);
    expect(top.at - up.at).toBeCloseTo(0.006, 9);
    expect(down.at - hold.at).toBeCloseTo(0.006, 9);
    expect(down.at - up.at).toBeCloseTo(length, 9);
  });
  // It ends by itself, whether there is anything to hear it with or not.
  await expect.poll(async () => (await facts(figure)).report.playing, { timeout: 30_000 }).toBe(false);
  await expect(figure.locator('.lamp.lit, .sign.now')).toHaveCount(0);
  await expect(button(figure, 'Send')).toBeVisible();
});

test('where no sound comes the page says so, and goes on', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  await setState(figure, { ...START, text: 'TTTTTTTTTTTTTTTT', speed: 5, effective: 5 });
  await page.evaluate(() => {
    const page = globalThis as { AudioContext?: unknown; kept?: unknown };
    page.kept = page.AudioContext;
    delete page.AudioContext;
  });
  await button(figure, 'Send').click();
  await expect(figure.getByText('There is no sound')).toBeVisible();
  await expect(figure.locator('.sign.now')).toHaveCount(1);
  await button(figure, 'Stop').click();
  await expect(figure.locator('.sign.now')).toHaveCount(0);
  expect((await facts(figure)).report.playing).toBe(false);
  await page.evaluate(() => {
    const page = globalThis as { AudioContext?: unknown; kept?: unknown };
    page.AudioContext = page.kept;
  });
});

test('a WAV file with all of the message', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, text: 'SOS' });
  const [download] = await Promise.all([page.waitForEvent('download'), button(figure, 'Save as WAV').click()]);
  expect(download.suggestedFilename()).toBe('morse.wav');
  const file = await readFile(await download.path());
  expect(file.toString('latin1', 0, 4)).toBe('RIFF');
  const [rate, bytes] = [file.readUInt32LE(24), file.readUInt32LE(40)];
  expect(file.length).toBe(44 + bytes);
  expect(bytes / 2 / rate).toBeCloseTo(27 * 0.06 + 0.2, 3);
});

test('the key: by mouse and by keyboard, read at the speed it is tapped', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  const key = button(figure, 'Key');
  await key.scrollIntoViewIfNeeded();
  await key.hover();
  await page.mouse.down();
  await expect(key).toHaveClass(/down/);
  await page.mouse.up();
  await expect.poll(async () => ((await facts(figure)).state.taps as number[]).length).toBe(1);
  await page.keyboard.down(' ');
  await page.keyboard.up(' ');
  await expect.poll(async () => ((await facts(figure)).state.taps as number[]).length).toBe(3);
  await expect(key).not.toHaveClass(/down/);

  // Times as a hand would have made them: at 30 words a minute, and slowly without pauses between letters.
  const tapped = (code: string, dot: number) => {
    const taps: number[] = [];
    for (const sign of code.split(' ')) {
      if (taps.length) taps.push(3 * dot);
      [...sign].forEach((mark, index) => taps.push(...(index ? [dot] : []), UNITS[mark] * dot));
    }
    return taps;
  };
  await setState(figure, { taps: tapped('..-. .- -.- .', 40) });
  expect((await facts(figure)).report).toMatchObject({ tapped: 'FAKE', tappedCode: '..-. .- -.- .' });
  await setState(figure, { taps: tapped('...---...', 200) });
  const { report } = await facts(figure);
  expect(report).toMatchObject({ tapped: '<SOS>', tappedCode: '...---...' });
  expect(Math.abs((report.tappedDot as number) - 200)).toBeLessThan(8);
  await expect(status(figure)).toContainText('Tapped: <SOS>');
  await button(figure, 'Send this text').click();
  await expect(textField(figure)).toHaveValue('<SOS>');
  await button(figure, 'Clear').click();
  await expect.poll(async () => (await facts(figure)).report.tapped).toBe('');
});

test('the lamp is small, and dark where motion is to be reduced', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setState(figure, { ...START, text: 'TTTT', speed: 5, effective: 5 });
  const box = (await figure.locator('.lamp').boundingBox())!;
  expect(box.width * box.height).toBeLessThan(21_824 / 4);
  await button(figure, 'Send').click();
  await expect(figure.locator('.sign.now')).toHaveCount(1, { timeout: 30_000 });
  await expect(figure.locator('.lamp.lit')).toHaveCount(0);
  await button(figure, 'Stop').click();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await setState(figure, { light: false });
  await expect(figure.locator('.lamp')).toBeHidden();
});

test('a link carries it all; one that cannot be sent is refused with a notice', async ({ page }) => {
  const said = complaints(page);
  const figure = await open(page, '#morse?text=%EC%95%88%EB%85%95&speed=25&effective=10&taps=100,100,300');
  const { state, report } = await facts(figure);
  expect(state).toMatchObject({ text: '안녕', alphabet: 'korean', speed: 25, effective: 10, taps: [100, 100, 300] });
  expect(report.tappedCode).toBe('.-');
  const other = await open(page, '#morse?text=A_B');
  await expect(other.locator('dh-notice')).toContainText('“_”');
  expect((await facts(other)).state.text).toBe('TEN 10');
  expect(said).toEqual([]);
});

testAccessibility(open, '#morse', [
  [1280, '#morse?text=%3CSOS%3E%20SOS&taps=100,100,300'],
  [360, '#morse?text=PARIS%20PARIS&speed=40&effective=5'],
]);
