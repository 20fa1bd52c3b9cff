// A typed query of your own: who needs Programming most? Needs the database, so not for --zip.
// ONET_ACTIVE_SKILL is a view with a row for each rated occupation and skill of the active release.

// In JShell a line that goes on ends in its dot; one that could be the end is taken for it.
var programming = dsl.select(ONET_ACTIVE_SKILL.TITLE, ONET_ACTIVE_SKILL.LEVEL, ONET_ACTIVE_SKILL.IMPORTANCE).
        from(ONET_ACTIVE_SKILL).
        where(ONET_ACTIVE_SKILL.ELEMENT_NAME.eq("Programming")).
        orderBy(ONET_ACTIVE_SKILL.LEVEL.desc().nullsLast(), ONET_ACTIVE_SKILL.ONETSOC_CODE).
        limit(5).
        fetch();

System.out.println(programming);

// The compiler knows each column's type: a level is a BigDecimal, and may be null.
BigDecimal highest = programming.get(0).value2();
System.out.println("The highest level is " + highest + " of 7.");
