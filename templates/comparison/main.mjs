// The page of a comparison comes to life: its cells open, its table can be sorted and filtered, any two parties meet.

import { setUpFacing } from "./facing.mjs";
import { setUpFilters } from "./filtering.mjs";
import { setUpOpening } from "./opening.mjs";
import { setUpSorting } from "./sorting.mjs";

const table = document.getElementById("stances");
if (table !== null) {
  setUpOpening(table);
  setUpSorting(table);
  setUpFilters(table);
  setUpFacing(table);
  const words = document.getElementById("all-words");
  words.open = words.querySelector(":target") !== null;
  document.querySelector('nav a[href="#words"]').addEventListener("click", () => (words.open = true));
}
