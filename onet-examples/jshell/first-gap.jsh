// The first gap: what Computer Systems Analysts (15-1211.00) need that Computer Programmers (15-1251.00) lack.

SkillGap gap = analyzer.analyze("15-1251.00", "15-1211.00");

System.out.printf("%s to %s, readiness %.3f%n", gap.from().name(), gap.to().name(), gap.readiness().orElseThrow());

// Largest share of the shortfall first. A grade says how sure a difference is.
for (ElementGap skill : gap.gaps().subList(0, 5)) {
    System.out.printf("%-29s %.2f to %.2f  %s%n",
            skill.element().name(), skill.fromLevel(), skill.toLevel(), skill.grade());
}

// What the two levels mean, by O*NET's own examples of the levels.
System.out.println(gap.gaps().get(0).element().name() + ": " + gap.gaps().get(0).inWords());

// Whoever shows figures gives the credit.
System.out.println(gap.attribution());
