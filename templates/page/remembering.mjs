// The address follows the state; the browser's Back leads through what was opened and asked for, not through every move of the map.

const DEEDS = ["open", "query", "filters", "away", "focus", "depth", "collapsed"];
const REST = 120;

/** Keep the address up to date; `restore` is called when the reader goes back, forward, or to another address of the page. */
export function setUpRemembering(store, addressOf, restore) {
  let last = store.get();
  let wasTyped = false;
  let waiting = null;

  function write() {
    const state = store.get();
    const deeds = DEEDS.filter((key) => state[key] !== last[key]);
    if (state.open && last.open && state.claim !== last.claim) deeds.push("claim");
    // A query grows letter by letter: all of them are one entry.
    const isTyped = deeds.length === 1 && deeds[0] === "query" && state.query !== "";
    const isNewEntry = deeds.length > 0 && !(isTyped && wasTyped && last.query !== "");
    const address = addressOf(state);
    if (address !== addressOf(last)) history[isNewEntry ? "pushState" : "replaceState"](null, "", `#${address}`);
    if (deeds.length > 0) wasTyped = isTyped;
    last = state;
  }

  store.watch(() => {
    clearTimeout(waiting);
    waiting = setTimeout(write, REST);
  });
  addEventListener("hashchange", () => {
    restore();
    last = store.get();
    wasTyped = false;
  });
}
