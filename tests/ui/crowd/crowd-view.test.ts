/** The explorer of a large file as a reader uses it, with its worker and its map. */
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { openCrowd } from '../../../src/lib/io/crowd/open';
import CrowdView from '../../../src/lib/ui/crowd/CrowdView.svelte';
import { fileOf, pointsCsv, pointsGeoJson, walksGeoJson } from '../../bench/crowd/synthetic';
import { words } from '../render';

const count = 20_000;

async function open(file = fileOf(pointsCsv(count, 1), 'events.csv'), hash = '#date=2001') {
  history.replaceState(null, '', hash);
  const dataset = await openCrowd(file);
  const screen = await render(CrowdView, {
    dataset,
    base: '/static',
    history: {
      push: (url) => history.pushState(null, '', url),
      replace: (url) => history.replaceState(null, '', url),
    },
  });
  const status = screen.getByText(/ in the window: /);
  return { dataset, status, ...screen };
}

/** Waits until what a selector finds is there. */
async function drawn(container: Element, selector: string): Promise<Element> {
  await vi.waitUntil(() => container.querySelector(selector), { timeout: 20_000 });
  return container.querySelector(selector) as Element;
}

/** A click in the middle of the map. */
function clickMiddle(canvas: Element): void {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  for (const type of ['mousedown', 'mouseup', 'click']) {
    canvas.dispatchEvent(new MouseEvent(type, { bubbles: true, ...at }));
  }
}

const phone = [414, 896] as const;
afterEach(() => page.viewport(...phone));

// Maps are drawn in software here, and start slowly.
vi.setConfig({ testTimeout: 60_000 });

test('lists the window of twenty thousand records, of which only some rows exist', async () => {
  const { container, status, getByRole } = await open();
  await expect.element(status).toHaveTextContent(/705 in the window: 705 certain, 0 possible/);
  const list = getByRole('list', { name: 'Records' });
  await expect.element(list.getByRole('button').first()).toHaveTextContent('Event 55 near town 55');
  const items = container.querySelectorAll('ol > li');
  expect(items.length).toBeLessThan(40);
  expect(items[0]?.getAttribute('aria-setsize')).toBe('705');

  // The last row by keyboard.
  list.getByRole('button').first().element().focus();
  await userEvent.keyboard('{End}');
  await expect.element(list.getByText('31 December 2001').first()).toBeInTheDocument();
  await vi.waitUntil(() => document.activeElement?.closest('li')?.ariaPosInSet === '705');
  await userEvent.keyboard('{Enter}');
  const details = getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent(/31 December 2001/);
  expect(words(details.element())).toMatch(/kind (battle|protest|riot|strike|raid|transfer)/);
  await vi.waitUntil(() => /sel=n\d+/.test(location.hash));
  await userEvent.keyboard('{Escape}');
  await expect.element(details).not.toBeInTheDocument();
});

test('steps, filters with counts, searches, and clears', async () => {
  const { status, getByRole, getByText } = await open();
  await expect.element(status).toHaveTextContent('705 in the window');
  getByRole('slider', { name: 'Year' }).element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(status).not.toHaveTextContent('705 in the window');
  expect(location.hash).toContain('date=2002');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(status).toHaveTextContent('705 in the window');

  await getByText('Filters and colours').click();
  const battle = getByRole('checkbox', { name: /battle/ });
  await expect.element(battle).toBeChecked();
  const ofBattle = Number(/\d+$/.exec(words(battle.element().closest('label') as Element))?.[0]);
  expect(ofBattle).toBeGreaterThan(0);
  await battle.click();
  await expect.element(status).toHaveTextContent(`${705 - ofBattle} in the window`);
  // What is left out still says how many it would add.
  expect(words(battle.element().closest('label') as Element)).toContain(String(ofBattle));

  await getByRole('searchbox', { name: 'Search' }).fill('event 676 TOWN');
  await expect.element(status).toHaveTextContent(/^\s*2 in the window/);
  await getByRole('button', { name: 'Clear all filters' }).click();
  await expect.element(status).toHaveTextContent('705 in the window');
});

test('a link opens its record, and says so where the file has none of that number', async () => {
  const first = await open(undefined, '#map=5/10/20&date=1999&sel=n7');
  const details = first.getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent('Event 7 near town 7');
  await drawn(first.container, '[data-ready="true"]');
  // Else it goes on writing its own view into the address.
  await first.unmount();
  const other = await open(undefined, '#date=1999&sel=n999999');
  await expect
    .element(other.getByRole('alert'))
    .toHaveTextContent('events.csv has no record n999999');
});

test('a link has filters, colours, size and the box; Back and Forward go through them', async () => {
  const { container, status, getByRole, getByText } = await open(
    undefined,
    '#map=4/20/0&date=2001&hide=kind:battle&q=event&size=dead&draw=grid',
  );
  await drawn(container, '[data-ready="true"]');
  await getByText('Filters and colours').click();
  await expect.element(getByRole('checkbox', { name: /battle/ })).not.toBeChecked();
  await expect.element(getByRole('searchbox', { name: 'Search' })).toHaveValue('event');
  await expect.element(getByRole('combobox', { name: 'Draw' })).toHaveValue('grid');
  await expect.element(status).not.toHaveTextContent('705 in the window');

  await getByRole('button', { name: 'None of kind' }).click();
  await expect.element(status).toHaveTextContent(/^\s*0 in the window/);
  await getByRole('checkbox', { name: /raid/ }).click();
  await expect.element(status).not.toHaveTextContent(/^\s*0 in the window/);
  expect(location.hash).toContain('only=kind:raid');
  expect(location.hash).not.toContain('hide=');
  history.back();
  await expect.element(status).toHaveTextContent(/^\s*0 in the window/);
  history.back();
  await expect.element(getByRole('checkbox', { name: /battle/ })).not.toBeChecked();
  await expect.element(getByRole('checkbox', { name: /raid/ })).toBeChecked();
  history.forward();
  history.forward();
  await expect.element(getByRole('checkbox', { name: /protest/ })).not.toBeChecked();
  await vi.waitUntil(() => location.hash.includes('only=kind:raid'));

  // A box, by a drag with Shift held down, and around the view by keyboard.
  await getByRole('button', { name: 'Clear all filters' }).click();
  await expect.element(status).toHaveTextContent('705 in the window');
  const canvas = await drawn(container, 'canvas');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const pointer = (type: string, clientX: number, clientY: number): boolean =>
    canvas.dispatchEvent(
      new PointerEvent(type, { bubbles: true, cancelable: true, shiftKey: true, clientX, clientY }),
    );
  vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
  pointer('pointerdown', x, y);
  pointer('pointermove', x + 60, y + 60);
  pointer('pointerup', x + 60, y + 60);
  await vi.waitUntil(() => /box=0,[^&]*,20/.test(location.hash));
  await expect.element(status).not.toHaveTextContent('705 in the window');
  await getByRole('button', { name: 'Clear the box' }).click();
  await expect.element(status).toHaveTextContent('705 in the window');
  getByRole('button', { name: 'Box the view' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => location.hash.includes('box='));
  vi.restoreAllMocks();
});

test('lists the undated at the end, and leaves them out on demand', async () => {
  const text = 'title,date,lat,lon\nOne,2001-05,40,70\nTwo,,41,71\nThree,,,\n';
  const { status, getByRole, getByText } = await open(new File([text], 'few.csv'), '#date=2001');
  await expect
    .element(status)
    .toHaveTextContent('1 in the window: 1 certain, 0 possible; 2 undated');
  const list = getByRole('list', { name: 'Records' });
  await expect.element(list).toHaveTextContent(/One.*Two.*undated.*Three/);
  await list.getByRole('button', { name: 'Three' }).click();
  const details = getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent('undated');
  await expect.element(details).toHaveTextContent('no place');
  await userEvent.keyboard('{Escape}');
  await getByText('Filters and colours').click();
  await getByRole('checkbox', { name: 'List undated' }).click();
  await expect.element(list).not.toHaveTextContent('Two');
  expect(location.hash).toContain('undated=0');
});

test('a year outside of the file’s time holds nothing, and says so', async () => {
  const text = 'title,start,end,lat,lon\nBase,1991,..,40,70\nRaid,2007,2007,40,70\n';
  const { status, getByRole, getByText } = await open(new File([text], 'few.csv'), '#date=2007');
  await expect.element(status).toHaveTextContent('2 in the window');
  await getByRole('button', { name: 'Base' }).click();
  const details = getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent('certain in 2007');
  const date = getByRole('textbox', { name: 'Date' });
  await date.fill('2050');
  await userEvent.keyboard('{Enter}');
  const told = getByText('Nothing is told of 2050: the file covers 1991 to 2007.');
  await expect.element(told).toBeInTheDocument();
  await expect.element(status).toHaveTextContent('0 in the window: 0 certain, 0 possible');
  await expect.element(details).toHaveTextContent('Base');
  await expect.element(details).not.toHaveTextContent('certain');
  await date.fill('2006/2050');
  await userEvent.keyboard('{Enter}');
  await expect.element(told).not.toBeInTheDocument();
  await expect.element(details).toHaveTextContent('certain within 2006 to 2050');
});

test('the legend says what signs, colours and sizes mean', async () => {
  const { getByRole, getByText, container } = await open(undefined, '#date=2001&size=dead');
  const legend = container.querySelector('.legend');
  await getByText('Legend').click();
  if (!(legend as HTMLDetailsElement).open) await getByText('Legend').click();
  await vi.waitUntil(() => /battle/.test(legend?.textContent ?? ''));
  const text = words(legend as Element);
  expect(text).toMatch(/Disc: certain in 2001.*Ring: may hold then.*Faint dot: past/);
  expect(text).toMatch(/Colour: kind.*battle [1-9]\d*/);
  expect(text).toMatch(/Size: dead, by area/);
  await getByText('Filters and colours').click();
  await getByRole('combobox', { name: 'Draw' }).selectOptions('density');
  await vi.waitUntil(() => /stronger the colour/.test(legend?.textContent ?? ''));
});

test('what is seen is passed on: as a link, as a picture, and as a file of its records', async () => {
  const { container, getByRole, status } = await open(undefined, '#map=4/20/0&date=2001');
  await expect.element(status).toHaveTextContent('705 in the window');
  await drawn(container, '[data-ready="true"]');
  await getByRole('button', { name: 'Share' }).click();
  const dialog = getByRole('dialog', { name: 'Share this view' });
  await expect
    .element(dialog.getByRole('textbox', { name: 'Link' }))
    .toHaveValue(expect.stringMatching(/\/#map=4\/20\/0&date=2001$/));

  await dialog.getByRole('tab', { name: 'Picture' }).click();
  await expect.element(dialog.getByRole('status')).toHaveTextContent(/^\d+ by \d+ pixels$/);

  await dialog.getByRole('tab', { name: 'Data' }).click();
  expect(words(dialog.element())).toContain('What I see: 705 records in 2001, as filtered');
  const made: Blob[] = [];
  const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made.push(blob as Blob);
    return '#';
  });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect
    .element(dialog.getByRole('status'))
    .toHaveTextContent('Saved 705 records as events-2001.csv.');
  spy.mockRestore();
  const rows = (await made[0]?.text())?.trim().split('\n') ?? [];
  expect(rows.length).toBe(706);
  expect(rows[0]).toBe('date,latitude,longitude,kind,dead,title');
});

test('its colours can be chosen, and the map follows', async () => {
  const { container, getByRole } = await open(undefined, '#map=4/20/0&date=2001');
  const light = await drawn(container, '[data-ready="true"]');
  const { theme } = document.documentElement.dataset;
  await getByRole('combobox', { name: 'Theme' }).selectOptions('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  // Another map stands in its place.
  await vi.waitUntil(() => !light.isConnected);
  await drawn(container, '[data-ready="true"]');
  await getByRole('combobox', { name: 'Theme' }).selectOptions('system');
  expect(document.documentElement.dataset.theme).toBe(theme);
});

test('draws on the map, names what is clicked there, and survives a lost context', async () => {
  const one = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { title: 'The one', start: '2001-05', kind: 'a' },
        geometry: { type: 'Point', coordinates: [-179.9999, 10] },
      },
      {
        type: 'Feature',
        properties: { title: 'Later', start: '2010', kind: 'b' },
        geometry: { type: 'Point', coordinates: [-179.9999, 10] },
      },
    ],
  };
  const file = new File([JSON.stringify(one)], 'one.geojson');
  // Where Details stand beside the map, what is chosen stays in its middle.
  await page.viewport(1200, 800);
  const { container, getByRole } = await open(file, '#map=6/10/180&date=2001');
  await drawn(container, '[data-ready="true"]');
  const canvas = (await drawn(container, 'canvas')) as HTMLCanvasElement;
  clickMiddle(canvas);
  const details = getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent('The one');
  await expect.element(details).not.toHaveTextContent('Later');
  // It is in sight, if on the other side of the antimeridian: the map stays where it was.
  await new Promise((done) => setTimeout(done, 1200));
  expect(location.hash).toContain('map=6/10/180');
  await userEvent.keyboard('{Escape}');

  const draw = vi.spyOn(WebGL2RenderingContext.prototype, 'drawArrays');
  const drawsPoints = (): boolean => draw.mock.calls.some(([mode]) => mode === 0);
  const lose = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  await new Promise((done) => {
    canvas.addEventListener('webglcontextlost', () => setTimeout(done), { once: true });
    lose?.loseContext();
  });
  draw.mockClear();
  lose?.restoreContext();
  await vi.waitUntil(drawsPoints, { timeout: 20_000 });
  // On a globe too, where other shaders draw.
  draw.mockClear();
  await getByRole('button', { name: 'Globe' }).click();
  await vi.waitUntil(drawsPoints, { timeout: 20_000 });
  draw.mockRestore();
  await expect.element(details).not.toBeInTheDocument();
  await vi.waitUntil(
    async () => {
      clickMiddle(canvas);
      await new Promise((done) => setTimeout(done, 500));
      return details.query() !== null;
    },
    { timeout: 20_000 },
  );
  await expect.element(details).toHaveTextContent('The one');
});

test('counts in a grid, and a cell lists its records', async () => {
  const { container, status, getByRole, getByText } = await open(
    fileOf(pointsGeoJson(3000, 1), 'events.geojson'),
    '#map=4/40/70&date=all',
  );
  await drawn(container, '[data-ready="true"]');
  await getByText('Filters and colours').click();
  await getByRole('combobox', { name: 'Draw' }).selectOptions('counts in a grid');
  await expect.element(status).toHaveTextContent('3,000 in the window');
  const canvas = await drawn(container, 'canvas');
  clickMiddle(canvas);
  await expect.element(status).not.toHaveTextContent('3,000 in the window');
  await expect.element(status).toHaveTextContent(/^\s*[1-9]/);
});

test('plays paths: a moment runs, and pausing keeps it', async () => {
  const { getByRole } = await open(fileOf(walksGeoJson(50, 10, 1), 'walks.geojson'), '#');
  await getByRole('button', { name: 'Play' }).click();
  const progress = getByRole('progressbar', { name: 'Replay' });
  await vi.waitUntil(() => (progress.element() as HTMLProgressElement).value > 0.001);
  await getByRole('button', { name: 'Pause' }).click();
  await expect.element(getByRole('button', { name: 'Play' })).toBeInTheDocument();
});

test('opening can be given up, and a file that is none is refused by name', async () => {
  const giveUp = new AbortController();
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  const opening = openCrowd(fileOf(pointsCsv(100_000, 1), 'events.csv'), {
    signal: giveUp.signal,
    onProgress: () => giveUp.abort(new Error('given up')),
  });
  await expect(opening).rejects.toThrow('given up');
  // What was read goes with the worker.
  expect(terminate).toHaveBeenCalled();
  terminate.mockRestore();
  await expect(openCrowd(new File(['{}['], 'broken.json'))).rejects.toThrow();
  await expect(openCrowd(new File([''], 'empty.csv'))).rejects.toThrow('empty.csv');
});
