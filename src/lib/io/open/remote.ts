/** What a reader is told where nothing comes from an address; browsers do not say which it was. */
export const unanswered = (host: string): string =>
  `Nothing came from ${host}. Either it does not answer, or it does not allow other sites to read it (CORS), or this site may not ask it (its content security policy). Download the file and open it here.`;
