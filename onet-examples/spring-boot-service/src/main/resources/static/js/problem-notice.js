import { hasApiKey, useApiKey } from "./api.js";

/**
 * Shows a problem and its solution. Calls `pick` with the refused code and the occupation chosen in its place, `estimate` to
 * compare all the same, and `again` to retry.
 */
export function showProblem(place, problem, { pick, estimate, again }) {
  const notice = d3.select(place);
  notice.selectChildren().remove();
  const words = wordsFor(problem);
  notice.append("h2").text(words.title);
  notice.append("p").text(words.detail);
  if (problem.status === 401) {
    askForApiKey(notice, again);
  } else if (problem.status === 0 || problem.status >= 500) {
    offerAgain(notice, again);
  } else {
    offerOthers(notice, problem, pick);
    offerEstimate(notice, problem, estimate);
  }
  place.hidden = false;
}

function wordsFor(problem) {
  switch (problem.status) {
    case 0:
      return { title: "The service can't be reached", detail: problem.message };
    case 401:
      return {
        title: "An API key is needed",
        detail: hasApiKey() ? "The service does not accept this key." : "Whoever runs this service has the key.",
      };
    case 404:
      return { title: "There is no such occupation", detail: problem.message };
    case 409:
      return { title: "This occupation is not rated", detail: problem.message };
    case 503:
      return { title: "The service has to wait for something", detail: problem.message };
    default:
      return { title: "That did not work", detail: problem.message };
  }
}

function askForApiKey(notice, again) {
  const form = notice.append("form").attr("class", "key");
  form.append("label").attr("for", "api-key").text("API key");
  const field = form
    .append("input")
    .attr("id", "api-key")
    .attr("class", "field")
    .attr("type", "password")
    .attr("autocomplete", "off")
    .attr("required", "");
  form.append("button").attr("class", "button button--main").text("Use this key");
  form.append("p").attr("class", "hint").text("The key is kept until you close this tab.");
  form.on("submit", (event) => {
    event.preventDefault();
    useApiKey(field.property("value"));
    again();
  });
}

function offerAgain(notice, again) {
  notice.append("button").attr("class", "button button--main").attr("type", "button").text("Try again").on("click", again);
}

function offerOthers(notice, { body }, pick) {
  const others = body.rated_alternatives ?? body.same_minor_group ?? [];
  if (others.length === 0) {
    return;
  }
  notice.append("p").attr("id", "others").text(body.rated_alternatives ? "Take a rated one instead:" : "Near it are:");
  const choice = notice
    .append("ul")
    .attr("class", "choices")
    .attr("aria-labelledby", "others")
    .selectAll("li")
    .data(others)
    .join("li")
    .append("button")
    .attr("class", "choice")
    .attr("type", "button")
    .on("click", (event, occupation) => pick(body.code, occupation));
  choice.append("span").text((occupation) => occupation.title);
  choice.append("span").attr("class", "choice__code").text((occupation) => ` ${occupation.code}`);
}

function offerEstimate(notice, { body }, estimate) {
  if (body.estimate !== undefined) {
    notice
      .append("button")
      .attr("class", "button button--main")
      .attr("id", "estimate")
      .attr("type", "button")
      .text("Estimate from rated occupations")
      .on("click", estimate);
  }
}
