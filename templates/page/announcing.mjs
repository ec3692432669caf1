// What a screen reader is told without moving.

/** Return a function that says something in a live region; the same words twice are said twice. */
export function announcerOf(region) {
  let last = "";
  return (words) => {
    region.textContent = words === last ? `${words}\u00a0` : words;
    last = region.textContent;
  };
}
