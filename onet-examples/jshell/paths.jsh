// Prints ways from Nursing Assistants (31-1131.00) to Registered Nurses (29-1141.00), over stops in between.

// Made from a whole release, so keep it: with all of O*NET this takes some seconds.
CareerPathFinder finder = CareerPathFinder.of(catalog);

CareerPaths paths = finder.paths(new OnetSocCode("31-1131.00"), new OnetSocCode("29-1141.00"));

// The straight way is always there, to be compared with.
System.out.println("Straight: " + paths.direct());
for (CareerPath path : paths.paths()) {
    System.out.printf("Stops: %d. The hardest step lacks %.3f:%n", path.steps().size() - 1, path.hardestStep());
    for (CareerStep step : path.steps()) {
        System.out.printf("  %-50s lacks %.3f, learns most in %s%n", step.to().title(), step.shortfall(),
                step.elements().get(0).element().name());
    }
}

// Whoever shows figures must give the credit.
System.out.println(paths.attribution());
