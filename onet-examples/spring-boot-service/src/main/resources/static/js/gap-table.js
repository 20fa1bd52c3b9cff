import { copyText } from "./copying.js";
import { domainOf } from "./domains.js";
import { fileName, saveFile } from "./downloads.js";
import { estimatesText } from "./estimates.js";
import { gradeOf } from "./grades.js";

const rounded = d3.format(".4~f");
const figure = (value) => (value === null ? "" : rounded(value));

/** Spreadsheets take a file that starts with it for UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

const COLUMNS = [
  { name: "Name", text: (skill) => skill.skill_name },
  { name: "Element", text: (skill) => skill.element_id },
  { name: "List", text: (skill) => skill.list },
  { name: "From", text: (skill) => rounded(skill.from_proficiency_level), isFigure: true },
  { name: "To", text: (skill) => rounded(skill.to_proficiency_level), isFigure: true },
  { name: "Difference", text: (skill) => figure(skill.difference), isFigure: true },
  { name: "Grade", text: (skill) => gradeOf(skill).word },
  { name: "Importance", text: (skill) => figure(skill.importance), isFigure: true },
  { name: "Share", text: (skill) => figure(skill.share), isFigure: true },
];

/** All elements as a table, and buttons that copy or save it for a spreadsheet. */
export function showGapTable(place, gap) {
  const skills = allSkills(gap);
  const details = d3.select(place);
  details.selectChildren().remove();
  details.append("summary").append("h2").text("As a table");
  const copy = details.append("div").attr("class", "copy");
  const button = copy.append("button").attr("class", "button button--quiet").attr("type", "button").text("Copy table");
  const save = copy.append("button").attr("class", "button button--quiet").attr("id", "download-csv").attr("type", "button").text("Download CSV");
  const said = copy.append("span").attr("class", "copy__said").attr("role", "status");
  const scrolled = details
    .append("div")
    .attr("class", "scrolled")
    .attr("role", "region")
    .attr("aria-label", `Table of all ${domainOf(gap).many}`)
    .attr("tabindex", 0);
  const table = scrolled.append("table");
  drawTable(table, gap, skills);
  button.on("click", () => copyText(d3.tsvFormatRows(linesOf(gap, skills)), table.node(), said.node()));
  save.on("click", () =>
    saveFile(fileName(gap, "csv"), "text/csv", BYTE_ORDER_MARK + d3.csvFormatRows(linesOf(gap, skills))),
  );
}

function allSkills(gap) {
  return [
    ...gap.gaps.map((skill) => ({ ...skill, list: "to gain" })),
    ...gap.matched.map((skill) => ({ ...skill, list: "matched" })),
    ...gap.surplus.map((skill) => ({ ...skill, list: "surplus" })),
  ];
}

function drawTable(table, gap, skills) {
  table.append("caption").text(`${gap.from_occupation.title} to ${gap.to_occupation.title}`);
  table
    .append("thead")
    .append("tr")
    .selectAll("th")
    .data(COLUMNS)
    .join("th")
    .attr("scope", "col")
    .classed("figure", (column) => column.isFigure)
    .text((column) => column.name);
  const row = table.append("tbody").selectAll("tr").data(skills).join("tr");
  const [skillColumn, ...columns] = COLUMNS;
  row.append("th").attr("scope", "row").text(skillColumn.text);
  for (const column of columns) {
    row.append("td").classed("figure", column.isFigure).text(column.text);
  }
}

/** What is copied or saved includes the credit and, if a side is estimated, says so. */
function linesOf(gap, skills) {
  const notes = [estimatesText(gap), gap.attribution].filter((note) => note !== "");
  const lines = skills.map((skill) => COLUMNS.map((column) => column.text(skill)));
  return [COLUMNS.map((column) => column.name), ...lines, [], ...notes.map((note) => [note])];
}
