/** One journey per sign: the legend explains it, the list says it, Details spell it out. */
import { expect, openWithoutMap, test } from './fixture';

// What is drawn is compared as pictures (tests/visual); here are the words for it.
test.use({ webgl: false });

interface Journey {
  readonly sign: string;
  /** A view in which the sign is on the map, with a record that carries it. */
  readonly view: string;
  readonly id: string;
  readonly legend: string | RegExp;
  readonly listed: string | RegExp;
  readonly details: readonly (string | RegExp)[];
}

const journeys: readonly Journey[] = [
  {
    sign: 'possible at this time',
    view: '#date=1996&sel=tavildara-uto-base',
    id: 'tavildara-uto-base',
    legend: 'Dashed: may hold at this time',
    listed: 'possible in 1996',
    details: ['possible in 1996', /starts between .* and .*; ends between/],
  },
  {
    sign: 'estimated',
    view: '#date=2000&sel=taloqan-deployment-2000',
    id: 'taloqan-deployment-2000',
    legend: 'Estimated',
    listed: 'estimated',
    details: ['estimated', 'around 600'],
  },
  {
    sign: 'claimed, through a chain of tellers',
    view: '#date=2001-08&sel=fissile-claim',
    id: 'fissile-claim',
    legend: 'Claimed by somebody',
    listed: 'claimed',
    details: [
      'Osama bin Laden',
      'Sultan Bashiruddin Mahmood',
      'Philip Bobbitt',
      'Told through others',
    ],
  },
  {
    sign: 'inferred',
    view: '#date=1999&sel=withdrawal-tavildara-1999',
    id: 'withdrawal-tavildara-1999',
    legend: 'Inferred by this atlas',
    listed: 'inferred by this atlas',
    details: ['inferred by this atlas'],
  },
  {
    sign: 'a disputed claim',
    view: '#date=1999&sel=tashkent-bombings-1999',
    id: 'tashkent-bombings-1999',
    legend: 'A claim about it is disputed',
    listed: 'certain in 1999; a claim is disputed',
    details: ['disputed', 'Islam Karimov', 'asserts', 'The article', 'doubts'],
  },
  {
    sign: 'a schematic path',
    view: '#date=1999&sel=incursion-batken-1999',
    id: 'incursion-batken-1999',
    legend: 'Path drawn, not surveyed',
    listed: 'Tavildara Valley to Batken Region',
    details: ['the source gives the ends, not the track', /about \d+ km, give or take \d+/],
  },
  {
    sign: 'an area',
    view: '#date=1999&sel=geologists-kidnapped',
    id: 'geologists-kidnapped',
    legend: 'Somewhere in this area',
    listed: 'region: where in it is not stated',
    details: ['region: where in it is not stated'],
  },
  {
    sign: 'a place that is not stated',
    view: '#date=1998&sel=imu-founded',
    id: 'imu-founded',
    legend: 'Place not stated: in the list only',
    listed: 'place not stated',
    details: ['not stated in the source'],
  },
  {
    sign: 'a gap in the record',
    view: '#date=1995&sel=peshawar-base',
    id: 'peshawar-base',
    legend: 'Base',
    listed: 'certain in 1995',
    details: [/whereabouts not recorded, .*1999/],
  },
];

for (const { sign, view, id, legend, listed, details } of journeys) {
  test(`sign: ${sign}`, async ({ page }) => {
    await openWithoutMap(page, view);
    await expect(page.locator('details.legend')).toContainText(legend);
    await expect(page.locator(`[data-id="${id}"]`)).toContainText(listed);
    const region = page.getByRole('complementary', { name: 'Details', exact: true });
    for (const words of details) await expect(region).toContainText(words);
  });
}

test('only what is certain, and only what is more than a claim; a dispute hides nothing', async ({
  page,
}) => {
  await openWithoutMap(page, '#date=1999');
  const list = page.getByRole('list', { name: 'Records', exact: true });
  await expect(list.locator('[data-id]')).toHaveCount(17);
  await page.getByRole('checkbox', { name: /^Only what is certain in 1999/ }).check();
  await expect(list.locator('[data-id]')).toHaveCount(13);
  await page.getByRole('checkbox', { name: /^Hide what is only claimed or inferred/ }).check();
  await expect(list.locator('[data-id="tashkent-bombings-1999"]')).toBeVisible();
  await expect(list.locator('[data-id="withdrawal-tavildara-1999"]')).toHaveCount(0);
  await expect(page).toHaveURL(/standing=reported,estimated&certain=1/);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(list.locator('[data-id]')).toHaveCount(17);
});

test('a kind is hidden from the legend, on map and list, and the link keeps it', async ({
  page,
}) => {
  await openWithoutMap(page, '#date=1999');
  const list = page.getByRole('list', { name: 'Records', exact: true });
  await page
    .getByRole('checkbox', { name: /^Event/ })
    .first()
    .uncheck();
  await expect(list.locator('[data-id="tashkent-bombings-1999"]')).toHaveCount(0);
  await expect(list.locator('[data-id="incursion-batken-1999"]')).toBeVisible();
  await expect(page).toHaveURL(/kinds=incursion,relocation,other,base/);
});
