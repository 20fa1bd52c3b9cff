const difference = d3.format("+.2f");
const percent = d3.format(".1f");

export const levelText = d3.format(".2f");
export const scoreText = d3.format(".2f");
export const errorText = d3.format(".3~f");

export function differenceText(value) {
  return difference(value);
}

export function percentText(value) {
  return value === null ? "undefined" : `${percent(100 * value)} %`;
}

export function readinessText(gap) {
  return gap.readiness === null && gap.readiness_at_least !== null
    ? `${percentText(gap.readiness_at_least)} to ${percentText(gap.readiness_at_most)}`
    : percentText(gap.readiness);
}

export function countText(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}
