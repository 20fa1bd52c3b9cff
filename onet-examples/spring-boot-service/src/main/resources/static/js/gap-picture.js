import { domainOf } from "./domains.js";
import { estimatesText } from "./estimates.js";
import { percentText, readinessText } from "./figures.js";
import { drawLevels, drawTicks } from "./gap-chart.js";
import { gradeOf } from "./grades.js";

const WIDTH = 900;
const MARGIN = 24;
const TOP = 96;
const ROW = 30;
const LINE = 18;
const NOTE = 130;
/** Where the columns are, from the left. */
const COLUMN = { name: MARGIN, plot: 290, plotWidth: 380, grade: 716, share: WIDTH - MARGIN };

/** The page's colours in the light; the classes are those of the marks. */
const STYLE = `
  text { font: 14px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: #17222c; }
  .picture__title { font-size: 18px; font-weight: 600; }
  .picture__muted { font-size: 12px; fill: #52616d; }
  .picture__line, .row__grid { stroke: #d8dfe5; }
  .row__level { font-size: 12px; dominant-baseline: central; transform: translateX(12px); }
  .row__level--from { fill: #52616d; text-anchor: end; transform: translateX(-10px); }
  .grade--clear { --grade: #0f6ea3; }
  .grade--tentative { --grade: #a4570a; --dashes: 5 4; }
  .grade--unknown { --grade: #6a4ca6; --dashes: 1.5 4; }
  .mark { overflow: visible; }
  .mark__line { stroke: var(--grade); stroke-width: 2.25; stroke-dasharray: var(--dashes, none); }
  .mark__head, .mark__to { fill: var(--grade); }
  .mark__from { fill: #ffffff; stroke: var(--grade); stroke-width: 2.25; }
  .mark__to { stroke: #ffffff; }
`;

/** The chart as an SVG that stands alone: without the page's style, with the credit. */
export function gapPicture(gap) {
  const notes = [estimatesText(gap), gap.attribution].filter((note) => note !== "").flatMap(wrap);
  const bottom = TOP + gap.gaps.length * ROW;
  const height = bottom + MARGIN + notes.length * LINE + MARGIN / 2;
  const picture = d3
    .create("svg:svg")
    .attr("xmlns", "http://www.w3.org/2000/svg")
    .attr("viewBox", `0 0 ${WIDTH} ${height}`)
    .attr("width", WIDTH)
    .attr("height", height)
    .attr("role", "img");
  picture.append("title").text(titleOf(gap));
  picture.append("style").text(STYLE);
  picture.append("rect").attr("width", "100%").attr("height", "100%").attr("fill", "#ffffff");
  write(picture, COLUMN.name, 36, titleOf(gap), "picture__title");
  write(picture, COLUMN.name, 60, `Readiness ${readinessText(gap)}`);
  drawHead(picture, gap);
  gap.gaps.forEach((element, at) => drawRow(picture, element, TOP + at * ROW));
  notes.forEach((note, at) => write(picture, COLUMN.name, bottom + MARGIN + at * LINE, note, "picture__muted"));
  return new XMLSerializer().serializeToString(picture.node());
}

function titleOf({ from_occupation: from, to_occupation: to }) {
  return `${from.title} → ${to.title}`;
}

function drawHead(picture, gap) {
  const baseline = TOP - 8;
  write(picture, COLUMN.name, baseline, capitalized(domainOf(gap).one), "picture__muted");
  drawTicks(plot(picture, TOP - ROW, "axis"), "picture__muted");
  write(picture, COLUMN.grade, baseline, "Difference", "picture__muted");
  write(picture, COLUMN.share, baseline, "Share", "picture__muted").attr("text-anchor", "end");
}

function drawRow(picture, element, y) {
  const baseline = y + ROW / 2 + 5;
  const row = picture.append("g").attr("class", `grade--${gradeOf(element).style}`);
  row.append("line").attr("class", "picture__line").attr("x1", MARGIN).attr("x2", COLUMN.share).attr("y1", y).attr("y2", y);
  write(row, COLUMN.name, baseline, element.skill_name);
  drawLevels(plot(row, y), element);
  write(row, COLUMN.grade, baseline, gradeOf(element).word);
  write(row, COLUMN.share, baseline, percentText(element.share)).attr("text-anchor", "end");
}

function plot(parent, y, style) {
  return parent
    .append("svg")
    .attr("class", style ?? null)
    .attr("x", COLUMN.plot)
    .attr("y", y)
    .attr("width", COLUMN.plotWidth)
    .attr("height", ROW)
    .attr("overflow", "visible");
}

function write(parent, x, y, text, style) {
  return parent.append("text").attr("x", x).attr("y", y).attr("class", style ?? null).text(text);
}

function capitalized(word) {
  return word[0].toUpperCase() + word.slice(1);
}

/** SVG does not break lines. */
function wrap(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > NOTE) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line;
    }
  }
  return lines;
}
