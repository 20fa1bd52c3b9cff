/** What two occupations can be compared in, and what one or several of its elements are called. */
export const DOMAINS = [
  { name: "SKILLS", label: "Skills", one: "skill", many: "skills" },
  { name: "KNOWLEDGE", label: "Knowledge", one: "field of knowledge", many: "fields of knowledge" },
  { name: "ABILITIES", label: "Abilities", one: "ability", many: "abilities" },
  { name: "WORK_ACTIVITIES", label: "Work activities", one: "activity", many: "activities" },
];

export function domainOf(gap) {
  return DOMAINS.find(({ name }) => name === gap.domain);
}

/** Shows a link for each domain to the same two occupations; nothing while there are no two. Calls `follow` with a link. */
export function showDomains(place, question, linkTo, follow) {
  place.hidden = question.from === null || question.to === null;
  const link = d3
    .select(place)
    .selectAll("a")
    .data(DOMAINS)
    .join("a")
    .attr("class", "domain")
    .attr("href", ({ name }) => linkTo({ ...question, domain: name }))
    .attr("aria-current", ({ name }) => (name === question.domain ? "true" : null))
    .text(({ label }) => label);
  link.on("click", (event) => {
    // With a modifier, the link opens elsewhere.
    if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      follow(event.currentTarget.search);
    }
  });
}
