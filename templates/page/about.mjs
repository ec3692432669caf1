// The title and the line below it: the one source, and who published it when; of several sources, what is on the map.

import { put } from "./elements.mjs";
import { publication } from "./naming.mjs";

/** Set title and line up. */
export function setUpAbout(page, title, line) {
  const { index } = page;
  const build = () => {
    const [source] = index.sources.values();
    const isOne = index.sources.size === 1;
    title.lang = isOne ? page.languageOf(source.title) : page.words().language;
    title.textContent = isOne ? source.title[title.lang] : sources();
    document.title = title.textContent;
    put(line, isOne ? publication(page, source) : counts());
  };

  function sources() {
    const words = page.words();
    // Readings of one source by several annotators differ in what stands behind the @.
    const published = new Set([...index.sources.keys()].map((id) => id.split("@")[0]));
    return published.size === 0 ? words.say("map") : `${words.say("map")}: ${words.count("map.sources", published.size)}`;
  }

  function counts() {
    const words = page.words();
    const evidence = [...index.claims.values()].filter((claim) => claim.type === "evidence").length;
    const actors = new Set([...index.claims.values()].flatMap((claim) => (claim.holders ?? []).map((holder) => holder.actor)));
    const listed = [
      ["map.questions", index.questions.size],
      ["map.claims", index.claims.size - evidence],
      ["map.evidence", evidence],
      ["map.arguments", index.arguments.size],
      ["map.actors", actors.size],
    ];
    return listed.filter(([, number]) => number > 0).map(([key, number]) => words.count(key, number)).join(", ");
  }

  page.store.watch((state, changed) => {
    if (changed.has("words") || changed.has("texts")) build();
  });
  build();
}
