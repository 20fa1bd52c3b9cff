import { domainOf } from "./domains.js";
import { differenceText, levelText, percentText } from "./figures.js";
import { allGrades, gradeOf, markOf } from "./grades.js";

const HIGHEST_LEVEL = 7;
/** For smaller differences, the marks leave no room for an arrowhead. */
const ROOM_FOR_HEAD = 0.5;
/** Where the page has one column, the words of a row are below it. */
const ONE_COLUMN = matchMedia("(max-width: 64rem)");
const MOVES = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => Infinity };

/** Positions in per cent, which the browser fits to any width. */
const x = d3.scaleLinear().domain([0, HIGHEST_LEVEL]).range(["0%", "100%"]);
const ticks = d3.range(HIGHEST_LEVEL + 1);

/**
 * Draws a row for each skill, in the given order. Calls `current` with the hovered or focused skill, and at first with the first
 * one.
 */
export function showGapChart(place, gap, current) {
  const chart = d3.select(place);
  chart.selectChildren().remove();
  if (gap.gaps.length > 0) {
    drawLegend(chart);
    const drawing = chart.append("div");
    drawAxis(drawing, domainOf(gap));
    drawRows(drawing, gap.gaps, inWords(chart, current));
  }
}

function drawLegend(chart) {
  const legend = chart.append("ul").attr("class", "legend").attr("aria-label", "Legend");
  const from = legend.append("li");
  from.append("svg").attr("class", "legend__mark").attr("aria-hidden", "true").call(drawFrom, "50%");
  from.append("span").text("first occupation");
  const grade = legend.selectAll(".legend__grade").data(allGrades()).join("li").attr("class", "legend__grade");
  grade
    .append("svg")
    .attr("class", (it) => `legend__line grade--${it.style}`)
    .attr("aria-hidden", "true")
    .each(function (it) {
      const picture = d3.select(this);
      drawArrow(picture, "0%", "80%", true);
      drawTo(picture, "80%", it);
    });
  const words = grade.append("span");
  words.append("b").text((it) => it.word);
  words.append("span").text((it) => `: ${it.meaning}`);
}

function drawAxis(drawing, domain) {
  const head = drawing.append("div").attr("class", "row row--head").attr("aria-hidden", "true");
  head.append("span").attr("class", "row__name").text(domain.one);
  drawTicks(head.append("svg").attr("class", "row__plot axis"));
  head.append("span").attr("class", "row__grade").text("Difference");
  head.append("span").attr("class", "row__share").text("Share");
}

/** The levels along the top. */
export function drawTicks(axis, style) {
  axis
    .selectAll("text")
    .data(ticks)
    .join("text")
    .attr("class", style ?? null)
    .attr("x", (tick) => x(tick))
    .attr("y", "65%")
    .attr("text-anchor", "middle")
    .text((tick) => tick);
}

function drawRows(drawing, skills, show) {
  const list = drawing.append("ol").attr("class", "rows").attr("aria-labelledby", "gaps-title");
  const row = list
    .selectAll("li")
    .data(skills)
    .join("li")
    .append("button")
    .attr("class", (skill) => `row grade--${gradeOf(skill).style}`)
    .attr("type", "button")
    .attr("data-element-id", (skill) => skill.element_id)
    .attr("aria-describedby", (skill) => wordsId(skill));
  row.append("span").attr("class", "row__name").text((skill) => skill.skill_name);
  row.append("svg").attr("class", "row__plot").attr("aria-hidden", "true").each(function (skill) {
    drawLevels(d3.select(this), skill);
  });
  row.append("span").attr("class", "unseen").text(levelsText);
  row.append("span").attr("class", "row__grade").text((skill) => gradeOf(skill).word);
  row.append("span").attr("class", "row__share").text((skill) => percentText(skill.share));
  row.append("span").attr("id", wordsId).attr("hidden", "").text((skill) => skill.in_words);
  moveByArrowKeys(row, show);
}

/** One row is in the tab order; the arrow keys move between rows. */
function moveByArrowKeys(row, show) {
  const rows = row.nodes();
  const select = (target, skill) => {
    row.attr("tabindex", -1).classed("row--current", false);
    d3.select(target).attr("tabindex", 0).classed("row--current", true);
    show(skill, target);
  };
  row
    .on("focus", (event, skill) => select(event.currentTarget, skill))
    .on("click", (event, skill) => select(event.currentTarget, skill))
    .on("pointerenter", (event, skill) => {
      // In one column the rows would move under the pointer.
      if (!ONE_COLUMN.matches) {
        select(event.currentTarget, skill);
      }
    })
    .on("keydown", (event) => {
      const move = MOVES[event.key];
      if (move !== undefined) {
        event.preventDefault();
        const at = Math.min(Math.max(move(rows.indexOf(event.currentTarget)), 0), rows.length - 1);
        rows[at].focus();
      }
    });
  select(rows[0], row.datum());
}

/** Both levels of an element, and the arrow between them. */
export function drawLevels(plot, skill) {
  const from = x(skill.from_proficiency_level);
  const to = x(skill.to_proficiency_level);
  plot
    .selectAll(".row__grid")
    .data(ticks)
    .join("line")
    .attr("class", "row__grid")
    .attr("x1", (tick) => x(tick))
    .attr("x2", (tick) => x(tick))
    .attr("y2", "100%");
  drawArrow(plot, from, to, skill.difference >= ROOM_FOR_HEAD);
  drawFrom(plot, from);
  writeLevel(plot, from, skill.from_proficiency_level, "row__level row__level--from");
  drawTo(plot, to, gradeOf(skill));
  writeLevel(plot, to, skill.to_proficiency_level, "row__level");
}

function drawArrow(plot, from, to, hasHead) {
  plot.append("line").attr("class", "mark__line").attr("x1", from).attr("x2", to).attr("y1", "50%").attr("y2", "50%");
  if (hasHead) {
    at(plot, to).append("path").attr("class", "mark__head").attr("d", "M-15-5L-7.5 0L-15 5Z");
  }
}

function drawFrom(plot, position) {
  at(plot, position).append("circle").attr("class", "mark__from").attr("r", 5);
}

function drawTo(plot, position, grade) {
  at(plot, position).append("path").attr("class", "mark__to").attr("d", markOf(grade));
}

/** A group with its origin at a position in per cent, halfway down. */
function at(plot, position) {
  return plot.append("svg").attr("class", "mark").attr("x", position).attr("y", "50%");
}

function writeLevel(plot, position, level, style) {
  at(plot, position).append("text").attr("class", style).text(levelText(level));
}

function levelsText(skill) {
  return `: level ${levelText(skill.from_proficiency_level)} to ${levelText(skill.to_proficiency_level)}, `;
}

function wordsId(skill) {
  return `words-${skill.element_id}`;
}

/**
 * The card beside the rows, or below the current one where the page has one column; a screen reader hears the same line as the
 * description of its row.
 */
function inWords(chart, current) {
  const card = chart.append("div").attr("class", "words");
  const name = card.append("h3").attr("class", "words__name");
  const line = card.append("p").attr("class", "words__line");
  const facts = card.append("dl").attr("class", "words__facts");
  let shownFor = null;
  const put = () => (ONE_COLUMN.matches ? shownFor.after(card.node()) : chart.node().append(card.node()));
  ONE_COLUMN.onchange = put;
  return (skill, row) => {
    shownFor = row;
    put();
    name.text(skill.skill_name);
    line.text(skill.in_words);
    const pair = facts.selectAll("div").data(factsOf(skill)).join("div");
    pair.selectChildren().remove();
    pair.append("dt").text(([term]) => term);
    pair.append("dd").text(([, fact]) => fact);
    current(skill);
  };
}

function factsOf(skill) {
  return [
    ["From", spread(skill.from_proficiency_level, skill.from_standard_error)],
    ["To", spread(skill.to_proficiency_level, skill.to_standard_error)],
    ["Difference", `${differenceText(skill.difference)}, ${gradeOf(skill).word}`],
    ["Importance", skill.importance === null ? "unknown" : `${levelText(skill.importance)} of 5`],
    ["Share of what is needed", percentText(skill.share)],
  ];
}

function spread(level, standardError) {
  return standardError === null ? levelText(level) : `${levelText(level)}, standard error ${levelText(standardError)}`;
}
