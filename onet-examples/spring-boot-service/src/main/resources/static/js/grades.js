/** Word, mark and line show a grade, so that nobody needs the colour. */
const GRADES = {
  CLEAR: {
    word: "clear",
    style: "clear",
    mark: d3.symbolCircle,
    meaning: "beyond the raters' spread",
  },
  TENTATIVE: {
    word: "tentative",
    style: "tentative",
    mark: d3.symbolDiamond,
    meaning: "may be the raters' spread",
  },
  UNKNOWN_PRECISION: {
    word: "unknown precision",
    style: "unknown",
    mark: d3.symbolSquare,
    meaning: "no spread known",
  },
};

const EQUAL = { word: "equal", style: "equal", mark: d3.symbolCircle, meaning: "the levels are the same" };

export function gradeOf(skill) {
  return GRADES[skill.grade] ?? EQUAL;
}

export function allGrades() {
  return Object.values(GRADES);
}

/** The path of the mark at the target's level. */
export function markOf(grade) {
  return d3.symbol(grade.mark, 110)();
}
