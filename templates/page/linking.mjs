// Which addresses become links.

/** Return an address as it may stand in a link: http, https and mailto only; else null. */
export function safeAddress(address) {
  return /^(https?:\/\/|mailto:)/i.test(address) ? address : null;
}
