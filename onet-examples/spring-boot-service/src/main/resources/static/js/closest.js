import { percentText, scoreText } from "./figures.js";

/** What makes two occupations close, in the order of the bars. */
const EVIDENCE = [
  { key: "titles", word: "titles" },
  { key: "work", word: "words on the work" },
  { key: "knowledge", word: "knowledge" },
  { key: "interests", word: "interests" },
];
const TABLES = { TITLES: "job titles", WORK: "tasks", KNOWLEDGE: "ratings of knowledge", INTERESTS: "interests" };

/**
 * Draws the occupations closest to one, each with a bar of what makes it close. Calls `pick` with an occupation that is
 * chosen to be compared.
 */
export function showClosest(place, { occupation, closest, missing }, pick) {
  const block = d3.select(place);
  block.selectChildren().remove();
  block.append("h2").attr("id", "closest-title").text(`Close to ${occupation.title}`);
  block.append("p").attr("class", "lead").text(lead(missing));
  drawLegend(block, closest.some(({ expected }) => expected.length > 0));
  drawRows(block, closest, pick);
}

function lead(missing) {
  const lacking = missing.map((evidence) => TABLES[evidence]).join(" or ");
  const limits = lacking === "" ? "" : ` This release has no ${lacking}.`;
  return `The percentage is the chance that O*NET lists two such occupations as related.${limits}`;
}

function drawLegend(block, hasExpected) {
  const expected = { style: "evidence--knowledge evidence--expected", word: "expected, not rated" };
  const entries = EVIDENCE.map(({ key, word }) => ({ style: `evidence--${key}`, word }));
  const item = block
    .append("ul")
    .attr("class", "legend")
    .attr("aria-label", "Legend")
    .selectAll("li")
    .data(hasExpected ? [...entries, expected] : entries)
    .join("li");
  item
    .append("svg")
    .attr("class", "legend__mark")
    .attr("aria-hidden", "true")
    .append("rect")
    .attr("class", ({ style }) => `evidence ${style}`)
    .attr("width", "100%")
    .attr("height", "100%");
  item.append("span").text(({ word }) => word);
}

function drawRows(block, closest, pick) {
  const x = scale(closest);
  const row = block
    .append("ol")
    .attr("class", "close")
    .attr("aria-labelledby", "closest-title")
    .selectAll("li")
    .data(closest)
    .join("li")
    .append("button")
    .attr("class", "close__row")
    .attr("type", "button")
    .on("click", (event, { code, title }) => pick({ code, title }));
  row.append("span").attr("class", "close__title").text(({ title }) => title);
  row
    .append("svg")
    .attr("class", "close__bar")
    .attr("aria-hidden", "true")
    .each(function (close) {
      drawBar(d3.select(this), close, x);
    });
  row.append("span").attr("class", "unseen").text(contributionsText);
  row.append("span").attr("class", "close__probability").text(({ probability }) => percentText(probability));
}

/** From the lowest end of a bar to the highest; 0 lies where both kinds of parts meet. */
function scale(closest) {
  const ends = closest.flatMap((close) => parts(close).flatMap(({ from, to }) => [from, to]));
  return d3.scaleLinear().domain([d3.min([0, ...ends]), d3.max([0.1, ...ends])]).range([0, 100]);
}

/** The contributions end to end: those above 0 to the right of it, those below to the left. */
function parts({ contributions, expected }) {
  let right = 0;
  let left = 0;
  return EVIDENCE.map(({ key }) => {
    const value = contributions[key];
    const from = value < 0 ? left + value : right;
    const to = from + Math.abs(value);
    right = value < 0 ? right : to;
    left = value < 0 ? from : left;
    return { key, from, to, isExpected: expected.includes(key.toUpperCase()) };
  });
}

function drawBar(bar, close, x) {
  bar
    .selectAll(".evidence")
    .data(parts(close))
    .join("rect")
    .attr("class", ({ key, isExpected }) => `evidence evidence--${key}${isExpected ? " evidence--expected" : ""}`)
    .attr("x", ({ from }) => `${x(from)}%`)
    .attr("width", ({ from, to }) => `${x(to) - x(from)}%`)
    .attr("height", "100%");
  bar
    .append("line")
    .attr("class", "close__zero")
    .attr("x1", `${x(0)}%`)
    .attr("x2", `${x(0)}%`)
    .attr("y2", "100%");
}

function contributionsText({ score, contributions, expected }) {
  const words = EVIDENCE.map(
    ({ key, word }) =>
      `${word} ${scoreText(contributions[key])}${expected.includes(key.toUpperCase()) ? ", expected, not rated" : ""}`,
  );
  return `: score ${scoreText(score)}, of ${words.join("; ")}. `;
}
