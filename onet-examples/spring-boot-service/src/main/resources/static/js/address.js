/** The two occupations of the link: /?from=15-1251.00&to=15-1211.00 */
export function readAddress() {
  const parameters = new URLSearchParams(location.search);
  return { from: parameters.get("from"), to: parameters.get("to") };
}

export function writeAddress(from, to) {
  const link = `?${new URLSearchParams({ from, to })}`;
  if (link !== location.search) {
    history.pushState(null, "", link);
  }
}
