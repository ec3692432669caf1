// Passing a view on: its address, a picture of what is seen, paper.

/** Copy an address; where the browser does not allow it, show it so that it can be copied by hand. Returns whether it is copied. */
export async function copied(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

/** Return what the window shows now as an SVG of its own: the same cards and lines, in the colours they have just now. */
export function pictureOf(svg, seen) {
  const copy = svg.cloneNode(true);
  paintLike(svg, copy);
  for (const element of copy.querySelectorAll(".gone, .badge:not(.folded), .captions, .legend")) element.remove();
  for (const card of copy.querySelectorAll("[tabindex]")) card.removeAttribute("tabindex");
  const box = Object.fromEntries(Object.entries(seen).map(([name, value]) => [name, Math.round(value)]));
  copy.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  const paper = copy.querySelector(":scope > .paper");
  for (const [name, value] of Object.entries(box)) paper?.setAttribute(name, value);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Write the computed paint of each shape on its copy, so that it needs no style sheet, and no program has to understand one. */
function paintLike(original, copy) {
  const shapes = "path, rect, circle, text, g";
  const copies = copy.querySelectorAll(shapes);
  original.querySelectorAll(shapes).forEach((shape, place) => {
    const style = getComputedStyle(shape);
    const attributes = { opacity: style.opacity, ...(shape.localName === "g" ? {} : { fill: style.fill, stroke: style.stroke, "stroke-width": style.strokeWidth }) };
    for (const [name, value] of Object.entries(attributes)) if (!(name === "opacity" && value === "1")) copies[place].setAttribute(name, value);
  });
}

/** Hand a text to the reader as a file. */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
