/** Gives the browser's user a file. */
export function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  d3.create("a").attr("href", address).attr("download", name).node().click();
  URL.revokeObjectURL(address);
}

/** A file's name for a gap: its domain and both codes. */
export function fileName({ domain, from_occupation: from, to_occupation: to }, extension) {
  return `${domain.toLowerCase().replace("_", "-")}-gap-${from.code}-to-${to.code}.${extension}`;
}
