/** Claims about a record, gathered by matter, and whether they contradict each other. */
import type { AtlasRecord, Claim } from './model';

/** All that is said on one matter of a record. */
export interface Matter {
  readonly about: string;
  readonly claims: readonly Claim[];
  /** Somebody asserts what somebody else doubts or denies. */
  readonly disputed: boolean;
}

/** The matters of a record's claims, in the order in which the record has them. */
export function matters(claims: readonly Claim[]): Matter[] {
  const byMatter = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = byMatter.get(claim.about);
    if (group) group.push(claim);
    else byMatter.set(claim.about, [claim]);
  }
  return [...byMatter].map(([about, group]) => ({
    about,
    claims: group,
    disputed:
      group.some((claim) => claim.stance === 'asserts') &&
      group.some((claim) => claim.stance !== 'asserts'),
  }));
}

/** Whether any matter of the record is disputed. The record itself stays as certain as it is. */
export function isDisputed(record: Pick<AtlasRecord, 'claims'>): boolean {
  return matters(record.claims).some((matter) => matter.disputed);
}

/** What an actor says, with the record that it is about, in the records' order. */
export function claimsBy(
  records: readonly AtlasRecord[],
  actor: string,
): { readonly record: AtlasRecord; readonly claim: Claim }[] {
  return records.flatMap((record) =>
    record.claims.filter(({ by }) => by === actor).map((claim) => ({ record, claim })),
  );
}
