// The page comes to life: what is embedded in it becomes the map, the reading pane and everything around them.

import { UNTOUCHED, fromAddress, toAddress, unknownClaim } from "./addressing.mjs";
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
import { setUpRemembering } from "./remembering.mjs";
import { createStore } from "./storing.mjs";
import { setUpTools } from "./tools.mjs";

const find = (id) => document.getElementById(id);
const data = JSON.parse(find("data").textContent);
const index = indexGraph(data.graph);
const hasTexts = [...index.sources.keys()].some((source) => isReadable({ data, index }, source));
const store = createStore(addressed());
const page = createPage(data, index, store, announcerOf(find("announcer")));
if (store.get().claim !== null && store.get().source === null) store.set({ source: page.sourceOf(store.get().claim) });

const map = setUpMap(page, find("map"), find("stage"));
page.resized = map.resized;
page.searchField = find("query");
page.showKeys = setUpKeyList(page, find("keys"));
setUpAbout(page, document.querySelector("h1"), find("byline"));
setUpCard(page, find("card"));
setUpReading(page, find("text"));
const outline = setUpOutline(page, find("outline"), { large: data.drawing.large });
setUpFilters(page, find("filters"), find("filter-button"));
setUpAsked(page, find("asked"));
setUpTools(page, map, outline);
setUpKeyboard(page, find("map"), map);
// Only now has the map's window the size that the line above it leaves.
map.placeAsStated();

setUpRemembering(store, (state) => toAddress(index, state), () => {
  store.set(addressed());
  map.placeAsStated();
});
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
idle(() => page.prepare());
document.documentElement.classList.add("ready");

/** The state that the page's address stands for; languages and texts that the page does not have are left out. */
function addressed() {
  const state = fromAddress(index, location.hash);
  const words = state.words !== null && Object.hasOwn(data.words, state.words) ? state.words : UNTOUCHED.words;
  const texts = data.languages.includes(state.texts) ? state.texts : UNTOUCHED.texts;
  const pane = hasTexts ? state.pane : "outline";
  return { ...state, words, texts, pane, chosen: [], passage: null, missing: unknownClaim(index, location.hash), from: "address" };
}
