// The keys of the map, and the list of them.

import { h, icon, put } from "./elements.mjs";
import { walk } from "./walking.mjs";

/** The keys as the page lists them: what to press, and the catalogue's words for what it does. */
const keysListed = ({ isTurned }, words) => [
  [["/"], "page.key.search"],
  [["Tab"], "page.key.tab"],
  [[isTurned ? "→" : "↑"], "page.key.up"],
  [[isTurned ? "←" : "↓"], "page.key.down"],
  [isTurned ? ["↑", "↓"] : ["←", "→"], "page.key.sideways"],
  [["Home"], "page.key.home"],
  [["Enter"], "page.key.enter"],
  [[words.say("page.key_name.space")], "page.key.space"],
  [["E"], "page.key.unfold"],
  [["F"], "page.key.focus"],
  [["+", "−"], "page.key.zoom"],
  [["0"], "page.key.fit"],
  [["Shift + ↑ ↓ ← →"], "page.key.pan"],
  [["Esc"], "page.key.escape"],
  [["?"], "page.key.keys"],
];

const STEP = 120;

/** The key that was pressed; where the keyboard writes another alphabet, the Latin letter on that key. */
const latin = ({ key, code }) => (/^[^\x00-\x7f]$/.test(key) && code.startsWith("Key") ? code.slice(3).toLowerCase() : key);

/** Let keys work on the map; `/` and `?` work everywhere outside of fields. */
export function setUpKeyboard(page, window_, { view, fit }) {
  let parent = null;
  // A card shows that it has the focus when keys brought it there, not when it was clicked.
  const modality = (byKeys) => () => document.documentElement.classList.toggle("by-keys", byKeys);
  addEventListener("keydown", modality(true), { capture: true });
  addEventListener("pointerdown", modality(false), { capture: true });

  window_.addEventListener("keydown", (event) => {
    const card = event.target.closest(".card");
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const { node } = card.dataset;
    if (onMap(event, node)) event.preventDefault();
  });

  function onMap(event, node) {
    const key = latin(event);
    if (event.shiftKey && key.startsWith("Arrow")) {
      const [x, y] = { ArrowUp: [0, STEP], ArrowDown: [0, -STEP], ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0] }[key];
      view.pan(x, y);
      return true;
    }
    const next = walk(page.index, { node, parent }, page.keys.steps[key], page.tops, (other) => page.isShown(other));
    if (next !== null) {
      parent = next.parent;
      page.select(next.node, "keys");
      return true;
    }
    if (key.startsWith("Arrow")) {
      page.announce(page.words().say("page.no_further"));
      return true;
    }
    switch (key) {
      case "Enter":
        page.open(node);
        return true;
      case " ":
        page.fold(node);
        return true;
      case "e":
      case "E":
        page.unfoldAll();
        return true;
      case "f":
      case "F":
        page.focus(page.store.get().focus === node ? null : node);
        return true;
      case "+":
      case "=":
        view.glideZoom(1.3);
        return true;
      case "-":
      case "−":
        view.glideZoom(1 / 1.3);
        return true;
      case "0":
        fit();
        return true;
      default:
        return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea, dialog")) return;
    if (event.key === "/") {
      event.preventDefault();
      page.searchField.focus();
      page.searchField.select();
    } else if (event.key === "?") {
      event.preventDefault();
      page.showKeys();
    } else if (event.key === "Escape") page.escape();
  });
}

/** Return a function that shows the list of keys. */
export function setUpKeyList(page, dialog) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return () => {
    const words = page.words();
    put(
      dialog,
      h(
        "div",
        { class: "card-bar" },
        h("h2", { id: "keys-title" }, words.say("page.keys")),
        h("button", { type: "button", class: "plain", "aria-label": words.say("page.close"), title: words.say("page.close"), onclick: () => dialog.close() }, icon("close")),
      ),
      h("dl", {}, keysListed(page.keys, words).map(([keys, key]) => h("div", {}, h("dt", {}, keys.flatMap((name, place) => [place === 0 ? null : " ", h("kbd", {}, name)])), h("dd", {}, words.say(key))))),
      h("p", { class: "quiet" }, words.say("page.keys_where")),
    );
    dialog.showModal();
  };
}
