/** Draws the icons that phones and desktops ask for from `static/icon.svg`: `npm run icons`. */
import { Resvg } from '@resvg/resvg-js';
import { readFileSync, writeFileSync } from 'node:fs';

const svg = readFileSync('static/icon.svg', 'utf8');
/** Systems cut a maskable icon to their own shape: full ground, and the drawing within its middle. */
const maskable = svg
  .replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"')
  .replace('<rect width="32" height="32" rx="6"', '<rect x="-5" y="-5" width="42" height="42"');
if (maskable.includes('rx="6"')) throw new Error('static/icon.svg: found no ground to widen');

const icons = [
  { file: 'icon-192.png', size: 192, source: svg },
  { file: 'icon-512.png', size: 512, source: svg },
  { file: 'icon-maskable-512.png', size: 512, source: maskable },
  { file: 'apple-touch-icon.png', size: 180, source: maskable },
];
for (const { file, size, source } of icons) {
  const picture = new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(`static/${file}`, picture);
  console.log(`static/${file}: ${picture.length} bytes`);
}
