// The key of the actors' colours: a part of the legend, which is there, and opens, while cards are coloured by actor.

import { h, put, s } from "./elements.mjs";
import { nameOf } from "./naming.mjs";

/** Set the key up in an element of the legend; `show` opens the legend or closes it. */
export function setUpColourKey(page, element, show) {
  const coloured = [...page.hues].filter(([, hue]) => hue > 0);
  const hasOthers = coloured.length < page.hues.size;
  const taken = new Set([...page.index.claims.values()].flatMap((claim) => (claim.holders ?? []).map((holder) => holder.stance)));

  function build() {
    const words = page.words();
    element.hidden = !page.store.get().colour;
    if (element.hidden) return put(element);
    const actors = coloured.map(([actor, hue]) => h("li", {}, swatch(hue), nameOf(page, actor)));
    if (hasOthers) actors.push(h("li", {}, swatch(0), words.say("page.other_actors")));
    const stances = ["for", "against", "mixed"].filter((stance) => taken.has(stance)).map((stance) => h("li", {}, sample(stance), words.say(`page.band.${stance}`)));
    put(element, h("p", { class: "quiet" }, words.say("page.actor_colours")), h("ul", {}, actors), h("ul", { class: "stances" }, stances));
  }

  page.store.watch((state, changed) => {
    if (changed.has("colour") || (state.colour && (changed.has("words") || changed.has("texts")))) build();
    if (changed.has("colour")) show(state.colour);
  });
  build();
  if (page.store.get().colour) show(true);
}

function swatch(hue) {
  return h("span", { class: `swatch actor-${hue}`, "aria-hidden": "true" });
}

/** A band as it stands on cards, in no actor's colour. */
function sample(stance) {
  return s("svg", { class: "coloured", width: 10, height: 18, "aria-hidden": "true" }, s("rect", { class: `band actor-0 ${stance}`, x: 1.5, y: 1, width: 7, height: 16, rx: 2 }));
}
