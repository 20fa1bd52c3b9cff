import { countText, levelText } from "./figures.js";

/** An expandable list of skills without a gap. */
export function showSkillList(place, title, skills, { one, many }) {
  const details = d3.select(place);
  details.selectChildren().remove();
  details
    .append("summary")
    .append("h2")
    .text(`${title}: ${countText(skills.length, one, many)}`);
  if (skills.length === 0) {
    details.append("p").text("There is none.");
    return;
  }
  const item = details.append("ul").attr("class", "skills").selectAll("li").data(skills).join("li");
  item.append("span").text((skill) => skill.skill_name);
  const levels = item.append("span").attr("class", "skills__levels");
  levels.append("span").text((skill) => levelText(skill.from_proficiency_level));
  levels.append("span").attr("class", "unseen").text(" to ");
  levels.append("span").attr("class", "skills__arrow").attr("aria-hidden", "true").text("→");
  levels.append("span").text((skill) => levelText(skill.to_proficiency_level));
}
