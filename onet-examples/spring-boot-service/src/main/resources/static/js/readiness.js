import { domainOf } from "./domains.js";
import { countText, readinessText } from "./figures.js";

/** The readiness as figure and bar, and the rest of the bar split by skill. */
export function showReadiness(place, gap) {
  const block = d3.select(place);
  block.selectChildren().remove();
  const figure = block.append("p").attr("class", "readiness__figure");
  figure.append("span").attr("class", "readiness__name").text("Readiness ");
  figure.append("strong").attr("class", "readiness__value").text(readinessText(gap));
  if (gap.readiness_at_least !== null) {
    drawBar(block, gap);
  }
  block.append("p").attr("class", "readiness__meaning").text(meaning(gap));
}

/** Highlights a skill's part of the bar. */
export function markShare(place, elementId) {
  d3.select(place)
    .selectAll(".readiness__missing")
    .classed("readiness__missing--current", (skill) => skill.element_id === elementId);
}

function drawBar(block, gap) {
  const x = d3.scaleLinear().range(["0%", "100%"]);
  const shares = d3.cumsum(gap.gaps, (skill) => skill.share ?? 0);
  const bar = block.append("svg").attr("class", "readiness__bar").attr("aria-hidden", "true");
  bar.append("rect").attr("class", "readiness__track").attr("width", "100%").attr("height", "100%");
  bar.append("rect").attr("class", "readiness__there").attr("width", x(gap.readiness_at_least)).attr("height", "100%");
  bar
    .selectAll(".readiness__missing")
    .data(gap.gaps)
    .join("rect")
    .attr("class", "readiness__missing")
    .attr("x", (skill, index) => x(gap.readiness_at_least + shares[index] - (skill.share ?? 0)))
    .attr("width", (skill) => x(skill.share ?? 0))
    .attr("height", "100%");
}

function meaning(gap) {
  const { from_occupation: from, to_occupation: to } = gap;
  const { one, many } = domainOf(gap);
  if (gap.readiness === null && gap.readiness_at_least !== null) {
    const unknown = countText(gap.unknown.length, one, many);
    return `It depends on ${unknown} that nobody rated for both occupations: ${gap.unknown.join(", ")}.`;
  }
  return gap.readiness === null
    ? `It can't be computed: nothing is known of how important each ${one} is for ${to.title}.`
    : `${from.title} have this part of what ${to.title} need, where each ${one} counts by its importance. Each pale piece is what is lacking of one.`;
}
