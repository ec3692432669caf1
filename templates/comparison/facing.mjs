// Any two parties face to face: where they agree, where they part, what only one of them speaks about, all with their words.

const KINDS = ["conflict", "derived", "differ", "conditional", "agree", "only_first", "only_second"];

/** Let two parties be chosen. */
export function setUpFacing(table) {
  const section = document.getElementById("facing");
  if (section === null) return;
  const [first, second] = section.querySelectorAll("select");
  const claims = [...table.tBodies[0].rows].map((row) => row.cells[0]);
  const articles = [...document.querySelectorAll("#cells article")];
  const of = (party) => new Map(articles.filter((one) => one.dataset.party === party).map((one) => [Number(one.dataset.claim), one]));
  const show = () => {
    const [one, other] = [of(first.value), of(second.value)];
    const groups = Object.fromEntries(KINDS.map((kind) => [kind, []]));
    claims.forEach((_, claim) => {
      const kind = kindOf(one.get(claim), other.get(claim));
      if (kind !== null) groups[kind].push(claim);
    });
    const names = [first, second].map((select) => select.selectedOptions[0].textContent);
    section.querySelector("#faced").replaceChildren(
      ...KINDS.flatMap((kind) => part(section, kind, groups[kind], claims, one, other, names)),
    );
  };
  first.addEventListener("change", show);
  second.addEventListener("change", show);
  section.hidden = false;
  show();
}

/** Return over what kind of relation two cells of a claim tell, null where they tell nothing. */
function kindOf(one, other) {
  const [here, there] = [one?.dataset.stance || null, other?.dataset.stance || null];
  if (here === null && there === null) return null;
  if (here !== null && there !== null) {
    if (here === there) return "agree";
    const [given, elsewhere] = [one.dataset.conditions, other.dataset.conditions];
    if (given !== undefined && elsewhere !== undefined && given !== elsewhere) return "conditional";
    return new Set([here, there]).has("for") && new Set([here, there]).has("against") ? "conflict" : "differ";
  }
  const [spoken, silent] = here === null ? [there, one] : [here, other];
  if (spoken === "for" && silent?.dataset.derived !== undefined) return "derived";
  return here === null ? "only_second" : "only_first";
}

function part(section, kind, found, claims, one, other, names) {
  if (found.length === 0) return [];
  const say = (key) => section.dataset[key];
  const heading = document.createElement("h3");
  heading.textContent = say(kind).replace("{first}", () => names[0]).replace("{second}", () => names[1]) + ` (${found.length})`;
  return [heading, ...found.map((claim) => row(claims[claim], [one.get(claim), other.get(claim)], names, say("silent")))];
}

function row(claim, articles, names, silent) {
  const box = document.createElement("div");
  box.className = "facing";
  const heading = document.createElement("h4");
  heading.append(...[...claim.childNodes].filter((node) => node.nodeName !== "svg").map((node) => node.cloneNode(true)));
  box.append(heading);
  articles.forEach((article, place) => {
    const side = document.createElement("div");
    const who = document.createElement("p");
    who.className = "who";
    who.textContent = names[place];
    side.append(who);
    if (article === undefined) {
      const empty = document.createElement("p");
      empty.className = "empty";
      empty.textContent = silent;
      side.append(empty);
    } else {
      side.append(...[...article.children].filter((node) => node.tagName !== "H3").map((node) => node.cloneNode(true)));
    }
    box.append(side);
  });
  return box;
}
