import { countText, levelText, percentText } from "./figures.js";

const LEARNED_NAMED = 3;
const RULES = { CLOSENESS: "the two are not close", JOB_ZONE: "the job zone rises by more than one" };

/** Draws the ways from one occupation to another, step by step, the direct one first whether it is plausible or not. */
export function showPaths(place, { from_occupation: from, to_occupation: to, direct, paths, no_path_reason: reason }) {
  const block = d3.select(place);
  block.selectChildren().remove();
  block.append("h2").attr("id", "paths-title").text("Ways there");
  block
    .append("p")
    .attr("class", "lead")
    .text(
      "What each step lacks of the skills and knowledge that its occupation needs. It explains what could be learned where; it is no advice.",
    );
  const ways = paths.some(isDirect) ? paths : [direct, ...paths];
  const way = block.append("ol").attr("class", "ways").selectAll("li").data(ways).join("li").attr("class", "way");
  way.append("h3").attr("class", "way__name").text((path) => nameOf(path, paths));
  way.append("p").attr("class", "way__meaning").text((path) => meaningOf(path));
  way.each(function (path) {
    drawSteps(d3.select(this), path, from);
  });
  if (reason !== null) {
    block.append("p").attr("class", "way__meaning").text(`There is no plausible way to ${to.title}: ${reason}.`);
  }
}

function isDirect({ steps }) {
  return steps.length === 1;
}

function nameOf(path, paths) {
  if (!isDirect(path)) {
    return `Over ${countText(path.steps.length - 1, "stop", "stops")}`;
  }
  return paths.includes(path) ? "Straight" : "Straight, which is no plausible move";
}

function meaningOf({ hardest_step: hardest, against_direct: against, steps }) {
  const broken = Object.keys(RULES)
    .filter((rule) => steps.some((step) => step.broken.includes(rule)))
    .map((rule) => RULES[rule]);
  const why = broken.length === 0 ? "" : ` (${broken.join(", and ")})`;
  return `The hardest step lacks ${percentText(hardest)}${against > 0 ? ", more than the straight way" : ""}${why}.`;
}

function drawSteps(way, { steps }, from) {
  const step = way
    .append("ol")
    .attr("class", "steps")
    .selectAll("li")
    .data([{ to: from, isStart: true }, ...steps])
    .join("li")
    .attr("class", "step");
  step.append("span").attr("class", "step__title").text(({ to }) => to.title);
  const made = step.filter(({ isStart }) => isStart !== true);
  made.append("svg").attr("class", "step__bar").attr("aria-hidden", "true").each(drawBar);
  made.append("span").attr("class", "step__figure").text(({ shortfall }) => `lacks ${percentText(shortfall)}`);
  made
    .filter(({ elements }) => elements.length > 0)
    .append("span")
    .attr("class", "step__learned")
    .text(learnedText);
}

function drawBar({ shortfall }) {
  const bar = d3.select(this);
  bar.append("rect").attr("class", "readiness__track").attr("width", "100%").attr("height", "100%");
  bar.append("rect").attr("class", "step__shortfall").attr("width", `${100 * shortfall}%`).attr("height", "100%");
}

function learnedText({ elements }) {
  const named = elements
    .slice(0, LEARNED_NAMED)
    .map(({ name, before_level: before, after_level: after }) => `${name} ${levelText(before)} to ${levelText(after)}`);
  const more = elements.length - named.length;
  return `learns ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
