// Prints ways from Nursing Assistants (31-1131.00) to Registered Nurses (29-1141.00), over stops in between.

// Made from a whole release, so keep it: with all of O*NET this takes some seconds.
CareerPathFinder finder = CareerPathFinder.of(catalog);

CareerPaths paths = finder.paths(new OnetSocCode("31-1131.00"), new OnetSocCode("29-1141.00"));

System.out.println(Display.of(paths).toText());
