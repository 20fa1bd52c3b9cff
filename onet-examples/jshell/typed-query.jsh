// Runs a typed query: which occupations need the most Programming? Needs a database, so it does not work with --zip.
// The view ONET_ACTIVE_SKILL has a row for each rated occupation and skill of the active release.

// In JShell a line must end in a dot if the statement continues.
var programming = dsl.select(ONET_ACTIVE_SKILL.TITLE, ONET_ACTIVE_SKILL.LEVEL, ONET_ACTIVE_SKILL.IMPORTANCE).
        from(ONET_ACTIVE_SKILL).
        where(ONET_ACTIVE_SKILL.ELEMENT_NAME.eq("Programming")).
        orderBy(ONET_ACTIVE_SKILL.LEVEL.desc().nullsLast(), ONET_ACTIVE_SKILL.ONETSOC_CODE).
        limit(5).
        fetch();

System.out.println(programming);

// The compiler knows the type of each column: a level is a BigDecimal, and may be null.
BigDecimal highest = programming.get(0).value2();
System.out.println("The highest level is " + highest + " of 7.");
