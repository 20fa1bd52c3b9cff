const KEY = "onet4j.api-key";

/** What the service refused, as its problem+json says it; of status 0 where no answer came at all. */
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

export function analyzeSkillGap(from, to, signal) {
  return get("skill-gap-analysis", { from, to }, signal);
}

export function listReleases(signal) {
  return get("releases", {}, signal);
}

/** Kept for this tab only: neither in the address nor on disk once the tab is closed. */
export function useApiKey(key) {
  sessionStorage.setItem(KEY, key);
}

export function hasApiKey() {
  return sessionStorage.getItem(KEY) !== null;
}

async function get(path, parameters, signal) {
  const query = new URLSearchParams(parameters);
  const response = await fetch(`api/v1/${path}?${query}`, { headers: headers(), signal }).catch(unreachable);
  if (!response.ok) {
    throw new Problem(response.status, await problemBody(response));
  }
  return response.json();
}

function unreachable(failure) {
  throw failure.name === "AbortError" ? failure : new Problem(0, { detail: "Look at your connection, then try again." });
}

function headers() {
  const key = sessionStorage.getItem(KEY);
  return key === null ? {} : { "X-API-Key": key };
}

/** A proxy in between may answer with something else than JSON. */
async function problemBody(response) {
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  return isJson ? response.json() : {};
}
