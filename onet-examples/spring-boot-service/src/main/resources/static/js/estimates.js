import { errorText } from "./figures.js";

/** Says of each estimated side what its levels are; empty if both are rated. */
export function estimatesText({ from_occupation: from, to_occupation: to }) {
  const sides = from.code === to.code ? [from] : [from, to];
  return sides.filter((side) => side.estimate !== undefined).map(estimateText).join(" ");
}

function estimateText({ title, estimate }) {
  const most = estimate.occupations.map((occupation) => occupation.title).join(", ");
  const error = errorText(estimate.standard_error);
  return `Estimated: ${title} are not rated. Their levels are estimated from rated occupations, most of all from ${most}; their standard error is about ${error}.`;
}
