// The line below the title: who published the one source when; of several sources, what is on the map.

import { put } from "./elements.mjs";
import { publication } from "./naming.mjs";

/** Set the line up. */
export function setUpAbout(page, line) {
  const { index } = page;
  const build = () => {
    const [source] = index.sources.values();
    put(line, index.sources.size === 1 ? publication(page, source) : counts());
  };

  function counts() {
    const words = page.words();
    const evidence = [...index.claims.values()].filter((claim) => claim.type === "evidence").length;
    const voices = new Set([...index.claims.values()].flatMap((claim) => (claim.holders ?? []).map((holder) => holder.actor)));
    const listed = [
      ["map.questions", index.questions.size],
      ["map.claims", index.claims.size - evidence],
      ["map.evidence", evidence],
      ["map.arguments", index.arguments.size],
      ["map.actors", voices.size],
    ];
    return listed.filter(([, number]) => number > 0).map(([key, number]) => words.count(key, number)).join(", ");
  }

  page.store.watch((state, changed) => {
    if (changed.has("words") || changed.has("texts")) build();
  });
  build();
}
