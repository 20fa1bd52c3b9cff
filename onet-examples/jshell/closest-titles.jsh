// Finds occupations by words of their titles, including alternate titles; best match first.

for (TitleMatch match : catalog.searchOccupations("programmer", 5)) {
    System.out.printf("%s  %-45s  found by \"%s\", %s%n",
            match.occupation().code(), match.occupation().title(), match.title(), match.quality());
}

// Finds the one occupation for a title; if several match equally well, the exception lists them.
Occupation chief = catalog.requireOccupation("chief executives");
System.out.println(chief);

try {
    catalog.requireOccupation("software");
} catch (AmbiguousTitleException e) {
    System.out.println("\"software\" may be any of " + e.matches().stream().map(TitleMatch::occupation).toList());
}
