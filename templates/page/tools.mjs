// The bar's buttons, the tabs, the divider between map and reading pane, the legend, and what happens on paper.

import { h, put } from "./elements.mjs";
import { languagesIn } from "./choosing.mjs";
import { copied, download, pictureOf } from "./sending.mjs";
import { setUpColourKey } from "./colourkey.mjs";

const find = (id) => document.getElementById(id);

/** Set up everything around map and pane. */
export function setUpTools(page, map, outline) {
  setUpSearch(page);
  setUpSheet(find("share-button"), find("share"));
  setUpColourKey(page, find("legend-actors"), setUpSheet(find("legend-button"), find("legend-list")));
  setUpSharing(page, map, outline);
  setUpLanguages(page);
  setUpTabs(page);
  setUpSplitter(page, map);
  find("keys-button").addEventListener("click", () => page.showKeys());
  find("closer-button").addEventListener("click", () => map.view.glideZoom(1.4));
  find("farther-button").addEventListener("click", () => map.view.glideZoom(1 / 1.4));
  find("fit-button").addEventListener("click", () => map.fit());
  const colour = find("colour-button");
  colour.addEventListener("click", () => page.store.set({ colour: !page.store.get().colour }));
  const paint = ({ colour: on }) => {
    colour.setAttribute("aria-pressed", String(on));
    document.documentElement.classList.toggle("by-actor", on);
  };
  page.store.watch(paint);
  paint(page.store.get());
}

function setUpSearch(page) {
  const field = find("query");
  let waiting = null;
  field.value = page.store.get().query;
  field.addEventListener("input", () => {
    waiting ??= requestAnimationFrame(() => {
      waiting = null;
      page.ask(field.value);
    });
  });
  find("search").addEventListener("submit", (event) => {
    event.preventDefault();
    page.ask(field.value);
    page.step(1);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (field.value === "") return field.blur();
    field.value = "";
    page.ask("");
  });
  page.store.watch((state, changed) => {
    if (changed.has("query") && document.activeElement !== field) field.value = state.query;
  });
}

/** Let a button open a sheet; a click elsewhere or Escape closes it. */
function setUpSheet(button, sheet) {
  const show = (open) => {
    sheet.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    show(sheet.hidden);
    if (!sheet.hidden) sheet.querySelector("button, input, select")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!sheet.hidden && !sheet.contains(event.target) && !button.contains(event.target) && sheet.id !== "legend-list") show(false);
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
    button.focus();
  });
  return show;
}

function setUpSharing(page, map, outline) {
  find("copy-button").addEventListener("click", async () => {
    page.store.set({ at: map.view.placed() });
    await new Promise((done) => setTimeout(done, 150));
    const said = page.words();
    if (await copied(location.href)) {
      const button = find("copy-button");
      button.textContent = said.say("page.copied");
      setTimeout(() => (button.textContent = page.words().say(button.dataset.say)), 1500);
      page.announce(said.say("page.copied"));
    } else window.prompt(said.say("page.copy_by_hand"), location.href);
  });
  find("download-button").addEventListener("click", () => {
    const seen = map.view.seen(0);
    download(`${page.data.name}.svg`, "image/svg+xml", pictureOf(map.picture.svg, seen));
  });
  find("print-button").addEventListener("click", () => window.print());
  addEventListener("beforeprint", () => outline.whole());
}

function setUpLanguages(page) {
  const sheet = find("languages");
  setUpSheet(find("language-button"), sheet);
  const build = () => {
    const words = page.words();
    const state = page.store.get();
    const named = (tag) => new Intl.DisplayNames([words.language], { type: "language" }).of(tag) ?? tag;
    const choices = (key, tags, chosen) =>
      h(
        "fieldset",
        {},
        h("legend", {}, words.say(`page.language_of_${key}`)),
        tags.map((tag) => h("label", { lang: words.language }, h("input", { type: "radio", name: key, value: tag, checked: tag === chosen, onchange: () => page.store.set({ [key]: tag }) }), named(tag))),
      );
    const again = sheet.contains(document.activeElement) ? [document.activeElement.name, document.activeElement.value] : null;
    put(
      sheet,
      choices("words", Object.keys(page.data.words), words.language),
      choices("texts", languagesIn(page.data.graph), page.textsLanguage()),
      h("p", { class: "quiet" }, words.say("page.map_language", { language: named(page.data.drawing.language) })),
    );
    if (again) [...sheet.querySelectorAll("input")].find((input) => input.name === again[0] && input.value === again[1])?.focus();
  };
  build();
  page.store.watch((state, changed) => {
    if (changed.has("words")) respeak(page.words());
    if (changed.has("words") || changed.has("texts")) build();
  });
  if (page.store.get().words !== null) respeak(page.words());
}

/** Say the words that stand in the page's own markup in another language. */
function respeak(words) {
  document.documentElement.lang = words.language;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = words.say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-say-label]")) element.setAttribute("aria-label", words.say(element.dataset.sayLabel));
  for (const element of document.querySelectorAll("[data-say-title]")) element.setAttribute("title", words.say(element.dataset.sayTitle));
  for (const element of document.querySelectorAll("[data-say-placeholder]")) element.setAttribute("placeholder", words.say(element.dataset.sayPlaceholder));
}

function setUpTabs(page) {
  const tabs = [find("text-tab"), find("outline-tab")];
  const show = ({ pane }) => {
    for (const tab of tabs) {
      const chosen = tab.id === `${pane}-tab`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.setAttribute("tabindex", chosen ? "0" : "-1");
      find(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
  };
  for (const tab of tabs) {
    const pane = tab.id.replace("-tab", "");
    tab.addEventListener("click", () => page.store.set({ pane }));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tabs[1 - tabs.indexOf(tab)];
      page.store.set({ pane: other.id.replace("-tab", "") });
      other.focus();
    });
  }
  page.store.watch(show);
  show(page.store.get());
}

function setUpSplitter(page, map) {
  const splitter = find("splitter");
  const pane = find("pane");
  const limits = () => [320, Math.max(innerWidth - 420, 320)];
  const say = () => {
    const [least, most] = limits();
    splitter.setAttribute("aria-valuemin", String(least));
    splitter.setAttribute("aria-valuemax", String(most));
    splitter.setAttribute("aria-valuenow", String(Math.round(pane.getBoundingClientRect().width)));
  };
  const set = (width) => {
    const [least, most] = limits();
    document.documentElement.style.setProperty("--pane", `${Math.min(Math.max(width, least), most)}px`);
    say();
    map.resized();
  };
  splitter.addEventListener("pointerdown", (event) => splitter.setPointerCapture(event.pointerId));
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) set(innerWidth - event.clientX);
  });
  splitter.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: 32, ArrowRight: -32 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(pane.getBoundingClientRect().width + by);
  });
  say();
}
