import { estimateReadiness, Problem } from "./api.js";
import { countText } from "./figures.js";
import { drawInterval, moveInterval } from "./interval.js";

/** What can be said of an element, in the order of the list. */
const STATUSES = [
  { key: "GAP", words: (count) => countText(count, "sure gap", "sure gaps") },
  { key: "UNKNOWN", words: (count) => `${count} open` },
  { key: "MET", words: (count) => `${count} met` },
];

/**
 * Asks somebody of one occupation what narrows the readiness for another most. The service knows nobody from one request to
 * the next, so each has all answers; they are kept in this object alone, and gone with the page.
 */
export class Questionnaire {
  #card;
  #pair;
  /** By element id: the question, and the choice; null if it was skipped. */
  #answers = new Map();
  #latest;
  /** The question that is shown: the next one, or an earlier one to be answered anew; null at the end. */
  #question;
  #asked = new AbortController();

  constructor(card) {
    this.#card = d3.select(card);
  }

  /** Starts anew for a pair; there is nothing to ask for a target that is not rated in full. */
  async start(from, to, domain) {
    this.#asked.abort();
    const isRated = to.coverage === "RATED";
    this.#card.attr("hidden", isRated ? null : "");
    if (isRated) {
      // What the card still shows of another pair must not be answered any more.
      this.#card.attr("inert", "");
      await this.#estimate(
        { from, to, domain },
        new Map(),
        () => this.#begin(),
        () => this.#card.attr("hidden", ""),
      );
    }
  }

  async #estimate(pair, answers, done, failed) {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.#card.attr("aria-busy", "true");
    try {
      const estimate = await estimateReadiness(requestOf(pair, answers), signal);
      this.#pair = pair;
      this.#answers = answers;
      this.#latest = estimate;
      this.#question = estimate.next_question;
      this.#card.attr("aria-busy", "false");
      done();
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.#card.attr("aria-busy", "false");
      failed(failure);
    }
  }

  #begin() {
    const { readiness, held_without_ratings: unrated } = this.#latest;
    this.#card.attr("inert", null);
    this.#card.selectChildren().remove();
    this.#card.append("h2").attr("id", "person-title").text("How ready are you?");
    this.#card.append("p").attr("class", "lead").text(lead(this.#pair.from, unrated.length > 0));
    drawInterval(this.#card, readiness);
    const columns = this.#card.append("div").attr("class", "person__columns");
    const asking = columns.append("div");
    asking.append("div").attr("class", "person__failure").attr("role", "alert");
    asking.append("form").attr("class", "ask").on("submit", (event) => this.#submit(event));
    const known = columns.append("div").attr("class", "person__known");
    known.append("h3").attr("id", "given-title").text("Your answers");
    known.append("div").attr("class", "given");
    known.append("details").attr("class", "sureness");
    this.#show();
  }

  #show() {
    this.#card.select(".person__failure").selectChildren().remove();
    moveInterval(this.#card, this.#latest.readiness);
    this.#showQuestion();
    this.#showAnswers();
    this.#showSureness();
  }

  #showQuestion() {
    const form = this.#card.select(".ask");
    form.selectChildren().remove();
    if (this.#question === null) {
      form.append("h3").attr("class", "ask__text").attr("tabindex", -1).text("Nothing more to ask");
      form.append("p").text(this.#ending());
      return;
    }
    const given = this.#answers.get(this.#question.element_id);
    const fieldset = form.append("fieldset");
    fieldset.append("legend").attr("class", "ask__text").attr("tabindex", -1).text(this.#question.text);
    const choice = fieldset
      .selectAll(".ask__choice")
      .data(this.#question.choices)
      .join("label")
      .attr("class", "ask__choice");
    choice
      .append("input")
      .attr("type", "radio")
      .attr("name", "choice")
      .attr("required", "")
      .attr("value", (it, index) => index)
      .property("checked", ({ level }) => given?.choice?.level === level);
    choice.append("span").text(({ text }) => text);
    this.#showButtons(form, given !== undefined);
  }

  #showButtons(form, isChange) {
    const buttons = form.append("div").attr("class", "ask__buttons");
    buttons.append("button").attr("class", "button button--main").attr("id", "answer-question").text("Answer");
    buttons
      .append("button")
      .attr("class", "button button--quiet")
      .attr("id", "skip-question")
      .attr("type", "button")
      .text(isChange ? "Leave as it was" : "Skip")
      .on("click", () => (isChange ? this.#ask(this.#latest.next_question) : this.#answer(null)));
  }

  #ending() {
    const skipped = [...this.#answers.values()].filter(({ choice }) => choice === null).length;
    const others = skipped === 0 ? "" : `, except to ${countText(skipped, "question", "questions")} that you skipped`;
    return `No other answer${others} is expected to narrow the interval by a tenth of a percentage point.`;
  }

  #submit(event) {
    event.preventDefault();
    const chosen = this.#card.select("input:checked");
    this.#answer(chosen.datum());
  }

  /** Null is for a question that is skipped. */
  #answer(choice) {
    const answers = new Map(this.#answers);
    answers.set(this.#question.element_id, { question: this.#question, choice });
    this.#take(answers);
  }

  #remove(elementId) {
    const answers = new Map(this.#answers);
    answers.delete(elementId);
    this.#take(answers);
  }

  #take(answers) {
    this.#estimate(
      this.#pair,
      answers,
      () => {
        this.#show();
        this.#focusQuestion();
      },
      (failure) => this.#offerAgain(failure, answers),
    );
  }

  /** Shows a question without asking the service. */
  #ask(question) {
    this.#question = question;
    this.#showQuestion();
    this.#focusQuestion();
  }

  #focusQuestion() {
    this.#card.select(".ask__text").node().focus();
  }

  #offerAgain(failure, answers) {
    const notice = this.#card.select(".person__failure");
    notice.selectChildren().remove();
    notice.append("p").text(failure.message);
    notice
      .append("button")
      .attr("class", "button button--main")
      .attr("type", "button")
      .text("Try again")
      .on("click", () => this.#take(answers));
  }

  #showAnswers() {
    const given = this.#card.select(".given");
    given.selectChildren().remove();
    if (this.#answers.size === 0) {
      given.append("p").attr("class", "hint").text("None yet.");
      return;
    }
    const item = given
      .append("ul")
      .attr("aria-labelledby", "given-title")
      .selectAll("li")
      .data([...this.#answers.values()])
      .join("li");
    const words = item.append("p");
    words.append("b").text(({ question }) => question.skill_name);
    words.append("span").text(({ choice }) => `: ${choice === null ? "skipped" : choice.text}`);
    const buttons = item.append("div").attr("class", "given__buttons");
    addButton(buttons, "Change", ({ question }) => this.#ask(question));
    addButton(buttons, "Remove", ({ question }) => this.#remove(question.element_id));
  }

  #showSureness() {
    const byStatus = d3.group(this.#latest.elements, ({ status }) => status);
    const groups = STATUSES.map(({ key, words }) => {
      const names = (byStatus.get(key) ?? []).map(({ skill_name: name }) => name);
      return { words: words(names.length), names };
    });
    const details = this.#card.select(".sureness");
    details.selectChildren().remove();
    // At the end, this is what there is to read.
    details.property("open", details.property("open") || this.#latest.next_question === null);
    details
      .append("summary")
      .append("h3")
      .text(groups.map(({ words }) => words).join(", "));
    const group = details.append("dl").selectAll("div").data(groups).join("div");
    group.append("dt").text(({ words }) => words);
    group.append("dd").text(({ names }) => (names.length === 0 ? "none" : names.join(", ")));
  }
}

function addButton(place, word, click) {
  place
    .append("button")
    .attr("class", "button button--quiet")
    .attr("type", "button")
    .attr("aria-label", ({ question }) => `${word} the answer to ${question.skill_name}`)
    .text(word)
    .on("click", (event, given) => click(given));
}

function requestOf({ from, to, domain }, answers) {
  const given = [...answers.entries()];
  return {
    target: to.code,
    domain,
    held: [{ code: from.code }],
    self_assessed: given
      .filter(([, { choice }]) => choice !== null)
      .map(([id, { choice }]) => ({ element_id: id, level: choice.level })),
    skipped: given.filter(([, { choice }]) => choice === null).map(([id]) => id),
  };
}

function lead(from, isUnrated) {
  const start = isUnrated
    ? `${from.title} are not rated, so nothing is known at the start.`
    : `Known at the start: you work or worked among ${from.title}.`;
  return `${start} Each answer narrows the interval; pale is what it was at first. The service gets your answers to compute it, and stores none of them.`;
}
