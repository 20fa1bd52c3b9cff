const DOMAIN = "SKILLS";

/**
 * The question of the link, /?from=15-1251.00&to=15-1211.00: two occupations, what becomes of one without ratings, null for the
 * service's default, and the domain that they are compared in.
 */
export function readAddress() {
  const parameters = new URLSearchParams(location.search);
  return {
    from: parameters.get("from"),
    to: parameters.get("to"),
    unrated: parameters.get("unrated"),
    domain: parameters.get("domain") ?? DOMAIN,
  };
}

/** The link to a question; it has what differs from the service's defaults. */
export function linkTo({ from, to, unrated, domain }) {
  const parameters = new URLSearchParams({ from, to });
  if (unrated !== null) {
    parameters.set("unrated", unrated);
  }
  if (domain !== DOMAIN) {
    parameters.set("domain", domain);
  }
  return `?${parameters}`;
}

export function writeAddress(link) {
  if (link !== location.search) {
    history.pushState(null, "", link);
  }
}
