// What the page adds to a card of the drawing: its name for screen readers, the fold badge, the bands of its actors.

import { s } from "./elements.mjs";

/** Give a card its title as a name: every word of it is on the card already, a tooltip would only be in the way. */
export function labelled(element) {
  const title = element.querySelector(":scope > title");
  if (title === null) return;
  element.setAttribute("aria-label", title.textContent);
  title.remove();
}

/** Return the badge that folds a card's reasons up, and a function that lets it say how many nodes are folded away. */
export function badge({ width, height }) {
  const words = s("text", { y: 4, "text-anchor": "middle" }, "−");
  const pill = s("rect", { x: -11, y: -9, width: 22, height: 18, rx: 9 });
  const element = s("g", { class: "badge", transform: `translate(${width - 20} ${height})`, "aria-hidden": "true" }, pill, words);
  const say = (count) => {
    const said = count > 0 ? `+${count}` : "−";
    if (words.textContent === said) return;
    words.textContent = said;
    const room = 14 + 8 * said.length;
    pill.setAttribute("width", room);
    pill.setAttribute("x", -room / 2);
    element.classList.toggle("folded", count > 0);
  };
  return { element, say };
}

/** Return the bands of those who hold a claim, along its left side: full where they are for it, hollow where they are against. */
export function bands(claim, { height }, hues) {
  const holders = (claim?.holders ?? []).filter((holder) => holder.stance !== "neutral");
  const room = (height - 8) / Math.max(holders.length, 1);
  return holders.map((holder, place) =>
    s("rect", {
      class: `band actor-${hues.get(holder.actor) ?? 0} ${holder.stance}`,
      x: -3,
      y: Math.round((4 + place * room) * 10) / 10,
      width: 7,
      height: Math.max(Math.round((room - 2) * 10) / 10, 2),
      rx: 2,
    }),
  );
}
