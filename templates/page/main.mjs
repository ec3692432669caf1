// The page comes to life: what is embedded in it becomes the map, the reading pane and everything around them.

import { UNTOUCHED, fromAddress, toAddress } from "./addressing.mjs";
import { announcerOf } from "./announcing.mjs";
import { setUpAbout } from "./about.mjs";
import { createPage } from "./acting.mjs";
import { setUpAsked, setUpFilters } from "./facets.mjs";
import { indexGraph } from "./indexing.mjs";
import { setUpKeyList, setUpKeyboard } from "./keyboard.mjs";
import { setUpMap } from "./mapping.mjs";
import { setUpCard } from "./opening.mjs";
import { setUpOutline } from "./outlining.mjs";
import { isReadable, setUpReading } from "./reading.mjs";
import { createStore } from "./storing.mjs";
import { setUpTools } from "./tools.mjs";

const find = (id) => document.getElementById(id);
const data = JSON.parse(find("data").textContent);
const index = indexGraph(data.graph);
const store = createStore({ ...known(fromAddress(index, location.hash)), chosen: [], passage: null, from: "address" });
const page = createPage(data, index, store, announcerOf(find("announcer")));
if (![...index.sources.keys()].some((source) => isReadable(page, source))) store.set({ pane: "outline" });
if (store.get().claim !== null && store.get().source === null) store.set({ source: page.sourceOf(store.get().claim) });

const map = setUpMap(page, find("map"), find("stage"));
page.resized = map.resized;
page.searchField = find("query");
page.showKeys = setUpKeyList(page, find("keys"));
setUpAbout(page, find("byline"));
setUpCard(page, find("card"));
setUpReading(page, find("text"));
const outline = setUpOutline(page, find("outline"), { large: data.drawing.large });
setUpFilters(page, find("filters"), find("filter-button"));
setUpAsked(page, find("asked"));
setUpTools(page, map, outline);
setUpKeyboard(page, find("map"), map.view);

let writing = null;
store.watch((state) => {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const address = toAddress(index, state);
    if (address !== location.hash.slice(1)) history.replaceState(null, "", `#${address}`);
  }, 120);
});
addEventListener("hashchange", () => {
  const state = known(fromAddress(index, location.hash));
  store.set({ ...state, chosen: [], passage: null, from: "address" });
  if (state.at !== null) map.view.place(state.at);
});
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
idle(() => page.prepare());
document.documentElement.classList.add("ready");

/** Languages that the page does not have are left out of a state. */
function known(state) {
  const words = state.words !== null && Object.hasOwn(data.words, state.words) ? state.words : UNTOUCHED.words;
  const texts = data.languages.includes(state.texts) ? state.texts : UNTOUCHED.texts;
  return { ...state, words, texts };
}
