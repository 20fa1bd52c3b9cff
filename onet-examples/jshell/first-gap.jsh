// Prints what Computer Systems Analysts (15-1211.00) need and Computer Programmers (15-1251.00) lack.

SkillGap gap = analyzer.analyze("15-1251.00", "15-1211.00");

System.out.printf("%s to %s, readiness %.3f%n", gap.from().name(), gap.to().name(), gap.readiness().orElseThrow());

// A grade says how certain a difference is.
System.out.println("Skills to gain, by share of the shortfall:");
for (ElementGap skill : gap.gaps().subList(0, 5)) {
    System.out.printf("%-29s %.2f to %.2f  %s%n",
            skill.element().name(), skill.fromLevel(), skill.toLevel(), skill.grade().orElseThrow());
}

// The two levels in words, by O*NET's examples of levels.
System.out.println(gap.gaps().get(0).element().name() + ": " + gap.gaps().get(0).inWords());

// Whoever shows figures must give the credit.
System.out.println(gap.attribution());
