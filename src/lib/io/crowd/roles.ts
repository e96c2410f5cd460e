/** Which fields of a large file hold its times, titles and positions: found by their names. */

const wanted = {
  start:
    'start startdate begin begindate datestart datebegin startyear yearstart fromdate datefrom begintime starttime since earliest edtf date eventdate year time timestamp datetime when eventyear day',
  end: 'end enddate finish dateend endyear yearend todate dateto endtime until latest',
  title: 'title name label headline eventname event notes description',
  lat: 'lat latitude y decimallatitude',
  lon: 'lon lng long longitude x decimallongitude',
} as const;

export type CrowdRole = keyof typeof wanted;
export type Roles = { readonly [Role in CrowdRole]?: string };

/** The field of each role that has one, among the names of the fields of some records. */
export function rolesOf(fields: Iterable<string>): Roles {
  const byPlain = new Map<string, string>();
  for (const field of fields) {
    const plain = field.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!byPlain.has(plain)) byPlain.set(plain, field);
  }
  const roles: { [Role in CrowdRole]?: string } = {};
  for (const role of Object.keys(wanted) as CrowdRole[]) {
    const name = wanted[role].split(' ').find((candidate) => byPlain.has(candidate));
    if (name !== undefined) roles[role] = byPlain.get(name);
  }
  return roles;
}
