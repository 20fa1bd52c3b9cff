// Prints the occupations closest to Computer Programmers (15-1251.00), with what makes them close.

// Made from a whole release, so keep it: with all of O*NET this takes a second or two.
Closeness closeness = Closeness.of(catalog);

ClosestOccupations closest = closeness.closest(new OnetSocCode("15-1251.00"), 5);

System.out.println(Display.of(closest).toText());
