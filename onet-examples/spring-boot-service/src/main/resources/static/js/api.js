const KEY = "onet4j.api-key";

/** A refusal by the service, from its problem+json; the status is 0 without an answer. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The service answered with status ${status}.`);
    this.status = status;
    this.body = body;
  }
}

export function searchOccupations(query, signal) {
  return get("occupations", { query, limit: 8 }, signal);
}

export function findOccupation(code, signal) {
  return get(`occupations/${encodeURIComponent(code)}`, {}, signal);
}

export function analyzeGap({ from, to, unrated, domain }, signal) {
  const policy = unrated === null ? {} : { unrated };
  return get("skill-gap-analysis", { from, to, domain, ...policy }, signal);
}

export function closestOccupations(code, signal) {
  return get(`occupations/${encodeURIComponent(code)}/closest`, { limit: 8 }, signal);
}

export function findPaths(from, to, signal) {
  return get("paths", { from, to }, signal);
}

/** The person is in the body alone, never in an address. */
export function estimateReadiness(question, signal) {
  const body = JSON.stringify(question);
  return ask("person/readiness", { method: "POST", body, headers: { "Content-Type": "application/json" } }, signal);
}

export function listReleases(signal) {
  return get("releases", {}, signal);
}

/** Kept only for this tab: neither in the address nor on disk after the tab is closed. */
export function useApiKey(key) {
  sessionStorage.setItem(KEY, key);
}

export function hasApiKey() {
  return sessionStorage.getItem(KEY) !== null;
}

function get(path, parameters, signal) {
  return ask(`${path}?${new URLSearchParams(parameters)}`, {}, signal);
}

async function ask(path, request, signal) {
  const headers = { ...request.headers, ...keyHeader() };
  const response = await fetch(`api/v1/${path}`, { ...request, headers, signal }).catch(unreachable);
  if (!response.ok) {
    throw new Problem(response.status, await problemBody(response));
  }
  return response.json();
}

function unreachable(failure) {
  throw failure.name === "AbortError" ? failure : new Problem(0, { detail: "Look at your connection, then try again." });
}

function keyHeader() {
  const key = sessionStorage.getItem(KEY);
  return key === null ? {} : { "X-API-Key": key };
}

/** A proxy may answer with something other than JSON. */
async function problemBody(response) {
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  return isJson ? response.json() : {};
}
