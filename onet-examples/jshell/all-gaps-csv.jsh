// Prints a CSV of the gaps from one occupation to all other rated ones, with a row for each skill.
// From another occupation, into a file:
//   FROM=11-1011.00 CSV=gaps.csv onet-examples/jshell/start onet-examples/jshell/all-gaps-csv.jsh

OnetSocCode from = OnetSocCode.parse(Objects.requireNonNullElse(System.getenv("FROM"), "15-1251.00"));
String file = System.getenv("CSV");

void writeGaps(OnetSocCode from, Appendable out) throws IOException {
    boolean isFirst = true;
    for (Occupation to : catalog.ratedOccupations(Domain.SKILLS)) {
        if (!to.code().equals(from)) {
            String csv = Display.of(analyzer.analyze(from, to.code(), GapOptions.DEFAULTS)).toCsv();
            // The first line names the columns, once for all gaps.
            out.append(isFirst ? csv : csv.substring(csv.indexOf('\n') + 1));
            isFirst = false;
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
