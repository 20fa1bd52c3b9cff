// Tells how ready somebody is for Computer Systems Analysts (15-1211.00) of whom little is known, and what to ask next.

// Made from a whole release, and knows no person: keep it.
PersonModel persons = PersonModel.of(catalog, Domain.SKILLS);
OnetSocCode analysts = new OnetSocCode("15-1211.00");

// Six years as a programmer, and one answer: all else is unknown.
PersonProfile person = PersonProfile.UNKNOWN.
        withOccupation(new OnetSocCode("15-1251.00"), 6).
        withSelfAssessment("2.B.3.e", 4);
PersonEstimate estimate = persons.estimate(person);

// The question is the one whose answer narrows the range most, in the words of O*NET's examples of levels.
System.out.println(Display.of(estimate, analysts).toText());

// An answer makes a new profile; the old one stays as it is.
Question question = estimate.nextQuestion(analysts).orElseThrow();
PersonProfile answered = person.withSelfAssessment(question.element().id(), 4);
ReadinessEstimate narrower = persons.estimate(answered).readiness(analysts);
System.out.printf("Answered with 4: from %.2f to %.2f%n", narrower.low(), narrower.high());
