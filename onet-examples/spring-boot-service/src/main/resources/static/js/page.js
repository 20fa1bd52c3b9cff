import { linkTo, readAddress, writeAddress } from "./address.js";
import { analyzeGap, closestOccupations, findOccupation, findPaths, listReleases, Problem } from "./api.js";
import { showClosest } from "./closest.js";
import { OccupationBox } from "./combobox.js";
import { copyText } from "./copying.js";
import { showAttribution, showRelease } from "./credit.js";
import { domainOf, showDomains } from "./domains.js";
import { fileName, saveFile } from "./downloads.js";
import { estimatesText } from "./estimates.js";
import { countText, readinessText } from "./figures.js";
import { showGapChart } from "./gap-chart.js";
import { gapPicture } from "./gap-picture.js";
import { showGapTable } from "./gap-table.js";
import { showPaths } from "./paths.js";
import { showProblem } from "./problem-notice.js";
import { Questionnaire } from "./questionnaire.js";
import { markShare, showReadiness } from "./readiness.js";
import { showSkillList } from "./skill-list.js";

const place = (id) => document.getElementById(id);
const boxes = { from: box("from"), to: box("to") };
const questionnaire = new Questionnaire(place("person"));
const SIDES = ["From", "To"];
const PARTS = ["notice", "welcome", "waiting", "gap"];

let asked = new AbortController();
/** The gap that is shown. */
let latest = null;

function box(id) {
  return new OccupationBox(id, { failed: refuse, entered: pressCompare });
}

function pressCompare() {
  place("compare").focus();
  place("compare").click();
}

/** A new request discards the answer to the previous one. */
function ask() {
  asked.abort();
  asked = new AbortController();
  return asked.signal;
}

async function compareWhatIsTyped() {
  const signal = ask();
  await answering(signal, async () => {
    const from = await boxes.from.resolve(signal);
    const to = await boxes.to.resolve(signal);
    if (from !== null && to !== null) {
      await compare(from, to, signal);
    } else {
      askToChoose(from === null ? boxes.from : boxes.to);
    }
  });
}

async function compare(from, to, signal) {
  const { domain } = readAddress();
  writeAddress(linkTo({ from: from.code, to: to.code, unrated: unratedPolicy(from, to), domain }));
  await answerAddress(signal);
}

async function answerAddress(signal) {
  const question = readAddress();
  showDomains(place("domains"), question, linkTo, compareIn);
  wait();
  showGap(await analyzeGap(question, signal), signal);
}

function compareIn(link) {
  writeAddress(link);
  followAddress();
}

/** The choice of an estimate is for the two occupations of the address, in either direction; others are asked about anew. */
function unratedPolicy(from, to) {
  const asked = readAddress();
  const isSamePair = [from, to].every(({ code }) => code === asked.from || code === asked.to);
  return isSamePair ? asked.unrated : null;
}

/** Opens the gap in the address: on the first visit, from a link, or after the back button. */
async function followAddress() {
  const signal = ask();
  const question = readAddress();
  const { from, to } = question;
  nameByCode(boxes.from, from);
  nameByCode(boxes.to, to);
  if (from === null || to === null) {
    showDomains(place("domains"), question, linkTo, compareIn);
    show("welcome");
    return;
  }
  await answering(signal, () => answerAddress(signal));
}

async function answering(signal, answer) {
  try {
    await answer();
  } catch (failure) {
    if (signal.aborted) {
      return;
    }
    if (!(failure instanceof Problem)) {
      throw failure;
    }
    refuse(failure);
    nameBoxes(signal);
  }
}

function showGap(gap, signal) {
  const { from_occupation: from, to_occupation: to } = gap;
  const domain = domainOf(gap);
  latest = gap;
  boxes.from.choose(from);
  boxes.to.choose(to);
  document.title = `${from.title} to ${to.title}: ${domain.label.toLowerCase()} gap`;
  showTitle(from, to);
  showSides([from, to]);
  showEstimates(gap);
  showReadiness(place("readiness"), gap);
  place("gaps-title").textContent = `${domain.label} to gain`;
  place("gaps-lead").textContent = lead(gap);
  place("download-svg").hidden = gap.gaps.length === 0;
  showGapChart(place("chart"), gap, (skill) => markShare(place("readiness"), skill.element_id));
  showSkillList(place("matched"), "Matched", gap.matched, domain);
  showSkillList(place("surplus"), "Surplus", gap.surplus, domain);
  showGapTable(place("table"), gap);
  showAttribution(place("attribution"), gap.attribution);
  showRelease(place("release"), gap.release);
  show("gap");
  questionnaire.start(from, to, gap.domain);
  fill(place("closest"), signal, async (card) =>
    showClosest(card, await closestOccupations(from.code, signal), compareWith),
  );
  fill(place("paths"), signal, async (card) => showPaths(card, await findPaths(from.code, to.code, signal)));
  say(`Readiness ${readinessText(gap)}, ${countText(gap.gaps.length, domain.one, domain.many)} to gain. ${estimatesText(gap)}`.trim());
}

/** The gap does not wait for it: the first time after a release was loaded, it takes a second or two. */
async function fill(card, signal, show) {
  card.setAttribute("aria-busy", "true");
  card.hidden = false;
  try {
    await show(card);
    card.setAttribute("aria-busy", "false");
  } catch (failure) {
    if (!signal.aborted) {
      card.hidden = true;
      if (!(failure instanceof Problem)) {
        throw failure;
      }
    }
  }
}

function compareWith(occupation) {
  boxes.to.choose(occupation);
  // The pressed button disappears.
  place("answer").focus();
  compareWhatIsTyped();
}

function showTitle(from, to) {
  const title = d3.select(place("summary-title"));
  title.selectChildren().remove();
  title.append("span").text(from.title);
  title.append("span").attr("class", "unseen").text(" to");
  title.append("span").attr("class", "summary__arrow").attr("aria-hidden", "true").text(" → ");
  title.append("span").text(to.title);
}

function showSides(sides) {
  const side = d3.select(place("sides")).selectAll("div").data(sides).join("div");
  side.selectChildren().remove();
  side.append("dt").text((it, index) => SIDES[index]);
  side
    .append("dd")
    .text((it) => [it.code, rated(it), ...it.origins.filter(isNotOfRelease).map(origin)].join(", "));
}

function rated({ oldest_rating: oldest, newest_rating: newest, estimate }) {
  const how = estimate === undefined ? "rated" : "estimated from ratings of";
  if (oldest === null) {
    return "no rating has a date";
  }
  return oldest === newest ? `${how} ${oldest}` : `${how} ${oldest} to ${newest}`;
}

function showEstimates(gap) {
  const words = estimatesText(gap);
  place("estimates").textContent = words;
  place("estimates").hidden = words === "";
}

function isNotOfRelease({ kind }) {
  return kind !== "RELEASE";
}

function origin({ kind, version }) {
  return kind === "ASSESSED" ? `levels by the language model ${version}` : `from O*NET Web Services ${version}`;
}

function lead(gap) {
  const { gaps, to_occupation: to } = gap;
  const { one, many } = domainOf(gap);
  if (gaps.length === 0) {
    return `There is nothing to gain: no ${one} of ${to.title} is needed at a higher level.`;
  }
  return `${countText(gaps.length, `${one} is`, `${many} are`)} needed at a higher level, the largest part of what is missing first.`;
}

function refuse(problem) {
  showProblem(place("notice"), problem, { pick: takeInstead, estimate, again: askAgain });
  show("notice");
  say("");
}

function takeInstead(code, occupation) {
  const { from } = readAddress();
  const box = boxes.from.chosen?.code === code || from === code ? boxes.from : boxes.to;
  box.choose(occupation);
  compareWhatIsTyped();
}

function estimate() {
  writeAddress(linkTo({ ...readAddress(), unrated: "ESTIMATE" }));
  // The pressed button disappears.
  place("answer").focus();
  followAddress();
}

function askAgain() {
  showCredit();
  if (boxes.from.isEmpty || boxes.to.isEmpty) {
    show("welcome");
  } else {
    compareWhatIsTyped();
  }
}

async function swapBoxes() {
  const signal = ask();
  await answering(signal, async () => {
    const from = await boxes.from.resolve(signal);
    const to = await boxes.to.resolve(signal);
    put(boxes.from, to);
    put(boxes.to, from);
    if (from !== null && to !== null) {
      await compare(to, from, signal);
    }
  });
}

function put(box, occupation) {
  if (occupation === null) {
    box.clear();
  } else {
    box.choose(occupation);
  }
}

function askToChoose(box) {
  show("welcome");
  say("Choose an occupation in each box.");
  box.focus();
}

function nameByCode(box, code) {
  if (code === null) {
    box.clear();
  } else if (box.chosen?.code !== code) {
    box.choose({ code, title: code });
  }
}

/** A link contains only codes; titles that no answer has supplied are requested. */
async function nameBoxes(signal) {
  for (const box of Object.values(boxes)) {
    if (box.chosen !== null && box.chosen.title === box.chosen.code) {
      findOccupation(box.chosen.code, signal).then((occupation) => box.choose(occupation), () => {});
    }
  }
}

function wait() {
  place("answer").setAttribute("aria-busy", "true");
  // The previous answer stays in place, faded, so that nothing jumps.
  if (place("gap").hidden) {
    show("waiting");
  }
}

function show(part) {
  place("answer").setAttribute("aria-busy", String(part === "waiting"));
  for (const other of PARTS) {
    place(other).hidden = other !== part;
  }
}

function say(words) {
  place("status").textContent = words;
}

async function showCredit() {
  try {
    const { releases, attribution } = await listReleases();
    showAttribution(place("attribution"), attribution);
    releases.filter((release) => release.active).forEach((active) => showRelease(place("release"), active));
  } catch (failure) {
    // Requests for a gap report errors; without an answer there is nothing to credit.
    if (!(failure instanceof Problem)) {
      throw failure;
    }
  }
}

place("question").addEventListener("submit", (event) => {
  event.preventDefault();
  compareWhatIsTyped();
});
place("swap").addEventListener("click", swapBoxes);
place("copy-link").addEventListener("click", () => {
  place("shared-link").textContent = location.href;
  copyText(location.href, place("shared-link"), place("copy-link-said"));
});
place("download-svg").addEventListener("click", () => {
  saveFile(fileName(latest, "svg"), "image/svg+xml", gapPicture(latest));
});
addEventListener("popstate", followAddress);

showCredit();
followAddress();
