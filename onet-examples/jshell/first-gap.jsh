// Prints what Computer Systems Analysts (15-1211.00) need and Computer Programmers (15-1251.00) lack.

SkillGap gap = analyzer.analyze("15-1251.00", "15-1211.00");

// With the release and the credit, which whoever shows figures must give.
System.out.println(Display.of(gap).toText());

// The two levels in words, by O*NET's examples of levels.
System.out.println(gap.gaps().get(0).element().name() + ": " + gap.gaps().get(0).inWords());
