/**
 * The question of the link, /?from=15-1251.00&to=15-1211.00: two occupations, and what becomes of one without ratings, null for
 * the service's default.
 */
export function readAddress() {
  const parameters = new URLSearchParams(location.search);
  return { from: parameters.get("from"), to: parameters.get("to"), unrated: parameters.get("unrated") };
}

export function writeAddress({ from, to, unrated }) {
  const link = `?${new URLSearchParams(unrated === null ? { from, to } : { from, to, unrated })}`;
  if (link !== location.search) {
    history.pushState(null, "", link);
  }
}
