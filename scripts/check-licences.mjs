// `npm run check:licences`, after a build: every package in it has a licence that allows it.
import { readFileSync } from 'node:fs';
import { licenceProblems, shippedFile } from './licences.mjs';

const packages = JSON.parse(readFileSync(shippedFile, 'utf8'));
const problems = licenceProblems(packages);
if (packages.length < 5)
  problems.push(`${shippedFile}: found ${packages.length} packages; is it whole?`);
for (const problem of problems) console.error(problem);

const byLicence = Map.groupBy
  ? Map.groupBy(packages, ({ licence }) => licence)
  : packages.reduce(
      (map, one) => map.set(one.licence, [...(map.get(one.licence) ?? []), one]),
      new Map(),
    );
for (const [licence, group] of byLicence) {
  console.log(`${licence}: ${group.map(({ name }) => name).join(', ')}`);
}
console.log(`${packages.length} packages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
