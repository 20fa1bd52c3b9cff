import { percentText } from "./figures.js";

const x = d3.scaleLinear().range(["0%", "100%"]);
const TICKS = [
  { value: 0, anchor: "start" },
  { value: 0.5, anchor: "middle" },
  { value: 1, anchor: "end" },
];

/** Draws the interval of a readiness, which stays behind as a pale one while the other moves. */
export function drawInterval(place, { low, high }) {
  const block = place.append("div").attr("class", "interval");
  const figure = block.append("p").attr("class", "readiness__figure").attr("role", "status");
  figure.append("span").attr("class", "readiness__name").text("Expected readiness ");
  figure.append("strong").attr("class", "readiness__value");
  figure.append("span").attr("class", "interval__ends");
  const picture = block.append("svg").attr("class", "interval__picture").attr("aria-hidden", "true");
  picture.append("rect").attr("class", "interval__track").attr("width", "100%");
  picture
    .append("rect")
    .attr("class", "interval__before")
    .attr("x", x(low))
    .attr("width", x(high - low));
  picture.append("rect").attr("class", "interval__range");
  picture.append("rect").attr("class", "interval__mean");
  picture
    .selectAll("text")
    .data(TICKS)
    .join("text")
    .attr("x", ({ value }) => x(value))
    .attr("y", "95%")
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ value }) => `${100 * value} %`);
}

/** The style lets what is drawn move there. */
export function moveInterval(place, { mean, low, high }) {
  place.select(".interval .readiness__value").text(percentText(mean));
  place.select(".interval__ends").text(` 90 % interval: ${percentText(low)} to ${percentText(high)}`);
  place.select(".interval__range").attr("x", x(low)).attr("width", x(high - low));
  place.select(".interval__mean").attr("x", x(mean));
}
