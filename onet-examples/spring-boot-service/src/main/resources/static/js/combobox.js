import { findOccupation, Problem, searchOccupations } from "./api.js";

const CODE = /^\d{2}-\d{4}(\.\d{2})?$/;

/** A box to choose an occupation, by letters of a title or by code. */
export class OccupationBox {
  #id;
  #failed;
  #chosen = null;
  #search = new AbortController();

  /** Calls `failed` when the service refuses a search, and `entered` when Enter is pressed without a choice. */
  constructor(id, { failed, entered }) {
    this.#id = id;
    this.#failed = failed;
    accessibleAutocomplete({
      element: document.getElementById(`${id}-box`),
      id,
      name: "",
      cssNamespace: "suggest",
      displayMenu: "overlay",
      minLength: 2,
      source: (text, show) => this.#suggest(text, show),
      templates: { inputValue: (occupation) => occupation?.title, suggestion: suggestion },
      tNoResults: () => "No occupation has a title like this",
      onConfirm: (occupation) => occupation && this.choose(occupation),
    });
    // The component sets aria-owns, which newer screen readers ignore.
    this.#input.setAttribute("aria-controls", `${id}__listbox`);
    this.#input.setAttribute("spellcheck", "false");
    // With an open list, the component consumes Enter even if no entry is highlighted.
    document.getElementById(`${id}-box`).addEventListener("keydown", (event) => this.#enter(event, entered), true);
  }

  get #input() {
    return document.getElementById(this.#id);
  }

  get chosen() {
    return this.#chosen;
  }

  get isEmpty() {
    return this.#input.value.trim() === "";
  }

  focus() {
    this.#input.focus();
  }

  choose(occupation) {
    this.#chosen = occupation;
    document.getElementById(`${this.#id}-code`).textContent = occupation.code;
    this.#write(occupation.title);
  }

  clear() {
    this.#chosen = null;
    document.getElementById(`${this.#id}-code`).textContent = "";
    this.#write("");
  }

  /** The occupation in the box, or the best match for a text that was not chosen from the list; null if there is none. */
  async resolve(signal) {
    const text = this.#input.value.trim();
    if (this.#isChosen(text)) {
      return this.#chosen;
    }
    const found = this.isEmpty ? null : await find(text, signal);
    if (found !== null) {
      this.choose(found);
    }
    return found;
  }

  #isChosen(text) {
    return this.#chosen !== null && this.#chosen.title === text;
  }

  #enter(event, entered) {
    if (event.key === "Enter" && event.target === this.#input) {
      event.preventDefault();
      event.stopPropagation();
      entered();
    }
  }

  async #suggest(text, show) {
    this.#search.abort();
    if (this.#isChosen(text)) {
      show([]);
      return;
    }
    this.#search = new AbortController();
    try {
      const { occupations } = await searchOccupations(text, this.#search.signal);
      if (document.activeElement === this.#input) {
        show(occupations);
      }
    } catch (failure) {
      if (failure instanceof Problem) {
        this.#failed(failure);
      } else if (failure.name !== "AbortError") {
        throw failure;
      }
    }
  }

  /** The component can't be given a text, but reacts to typing. */
  #write(text) {
    if (this.#input.value !== text) {
      this.#input.value = text;
      this.#input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

async function find(text, signal) {
  if (CODE.test(text)) {
    return findOccupation(text, signal);
  }
  const { occupations } = await searchOccupations(text, signal);
  return occupations[0] ?? null;
}

/** The component takes HTML; text nodes keep it free of markup. */
function suggestion(occupation) {
  const line = d3.create("span").attr("class", "suggestion");
  line.append("span").attr("class", "suggestion__title").text(occupation.title);
  line.append("span").attr("class", "suggestion__code").text(` ${occupation.code}`);
  if (occupation.matched_title && occupation.matched_title !== occupation.title) {
    line.append("span").attr("class", "suggestion__match").text(` also called ${occupation.matched_title}`);
  }
  return line.node().outerHTML;
}
