import { errorText } from "./figures.js";

/** Says of each estimated side what its levels are; empty if both are rated. */
export function estimatesText({ from_occupation: from, to_occupation: to }) {
  const sides = from.code === to.code ? [from] : [from, to];
  return sides.filter((side) => side.estimate !== undefined).map(estimateText).join(" ");
}

function estimateText({ title, estimate }) {
  const related = estimate.related_occupations.map((occupation) => occupation.title).join(", ");
  const error = estimate.standard_error === null ? "unknown" : errorText(estimate.standard_error);
  return `Estimated: ${title} are not rated. Their levels are means over related occupations (${related}); the standard error of each is ${error}.`;
}
