// Prints the occupations closest to Computer Programmers (15-1251.00), with what makes them close.

// Made from a whole release, so keep it: with all of O*NET this takes a second or two.
Closeness closeness = Closeness.of(catalog);

ClosestOccupations closest = closeness.closest(new OnetSocCode("15-1251.00"), 5);

// The four contributions add up to the score. The probability is that of O*NET listing such a pair as related.
System.out.println("Close to " + closest.occupation().title() + ":");
for (CloseOccupation close : closest.closest()) {
    System.out.printf("%-48s %3.0f %%  score %.2f = titles %.2f + work %.2f + knowledge %.2f + interests %.2f%n",
            close.occupation().title(), 100 * close.probability(), close.score(), close.titles(), close.work(),
            close.knowledge(), close.interests());
    if (!close.expected().isEmpty()) {
        System.out.println("  expected, because one of the two is not rated: " + close.expected());
    }
}

// Whoever shows figures must give the credit.
System.out.println(closest.attribution());
