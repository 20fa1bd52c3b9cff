const ADDRESS = /(https:\/\/[^\s)]+)/;

/** The credit that the license requires, verbatim, with its addresses as links. */
export function showAttribution(place, attribution) {
  place.replaceChildren(...attribution.split(ADDRESS).map((part) => (ADDRESS.test(part) ? link(part) : part)));
}

export function showRelease(place, { version, date, sha256 }) {
  const line = d3.select(place);
  line.selectChildren().remove();
  line.append("b").text(`O*NET ${version}`);
  line.append("span").text(date === null ? "" : ` of ${date}`);
  if (sha256 !== null) {
    line.append("span").text(", checksum ");
    line.append("abbr").attr("title", `SHA-256 ${sha256}`).text(sha256.slice(0, 12));
  }
}

function link(address) {
  return d3.create("a").attr("href", address).text(address).node();
}
