// Prints a CSV of the gaps from one occupation to all other rated ones, with a row for each skill to gain.
// From another occupation, into a file:
//   FROM=11-1011.00 CSV=gaps.csv onet-examples/jshell/start onet-examples/jshell/all-gaps-csv.jsh

import org.apache.commons.csv.*;

OnetSocCode from = OnetSocCode.parse(Objects.requireNonNullElse(System.getenv("FROM"), "15-1251.00"));
String file = System.getenv("CSV");

// Fields are quoted where needed: "Education Administrators, Postsecondary" is one field.
CSVFormat format = CSVFormat.RFC4180.builder().
        setHeader("from", "to", "element_id", "skill", "from_level", "to_level", "grade", "share", "in_words").
        get();

void writeGap(SkillGap gap, CSVPrinter csv) throws IOException {
    for (ElementGap skill : gap.gaps()) {
        csv.printRecord(gap.from().name(), gap.to().name(), skill.element().id(), skill.element().name(),
                skill.fromLevel(), skill.toLevel(), skill.grade().orElseThrow(),
                skill.share().orElseThrow(), skill.inWords());
    }
}

void writeGaps(OnetSocCode from, Appendable out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, format);
    for (Occupation to : catalog.ratedOccupations(Domain.SKILLS)) {
        if (!to.code().equals(from)) {
            writeGap(analyzer.analyze(from, to.code(), GapOptions.DEFAULTS), csv);
        }
    }
}

if (file == null) {
    writeGaps(from, System.out);
} else {
    try (Writer out = Files.newBufferedWriter(Path.of(file))) {
        writeGaps(from, out);
    }
}

// Whoever shows figures must give the credit, here beside the CSV.
System.err.println(catalog.release().attribution());
