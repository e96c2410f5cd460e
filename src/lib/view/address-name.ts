/** What a file at an address is called: the last part of its path, without what may be secret behind it. */
export function addressName({ pathname, host }: URL): string {
  const last = pathname.split('/').at(-1) || host;
  try {
    return decodeURIComponent(last);
  } catch {
    // It is no text, and says what it says.
    return last;
  }
}
